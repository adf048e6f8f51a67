import { VIEW_NAMES, type ViewName } from '../projections/views.ts';
import {
  type ClientMessage,
  type Control,
  controlRequest,
  type Join,
  join,
  leave,
  type Refused,
  type Wish,
} from '../wire/message.ts';
import { complain, isObject, NOT_OPERATOR, quote, unknown } from './complaint.ts';
import type { Name } from './journal-channel.ts';

/** What one connection finds, and what it may do. */
export interface Session {
  /** The ids of the matches that are served. */
  readonly matches: readonly string[];
  readonly isOn: (name: Name) => boolean;
  readonly follows: (name: Name) => boolean;
  /** Operators control every showing, others their own. */
  readonly mayControl: (name: Name) => boolean;
}

/** What somebody follows of a showing. */
export type Follow =
  | { readonly channel: 'views'; readonly views: readonly ViewName[] }
  | { readonly channel: 'journal'; readonly since: Join['since'] };

/** What a message asks the hub to do. */
export type Effect =
  | { readonly kind: 'join'; readonly name: Name; readonly follow: Follow }
  | { readonly kind: 'open'; readonly match: string; readonly wish: Wish; readonly follow: Follow }
  | { readonly kind: 'leave'; readonly name: Name }
  | { readonly kind: 'control'; readonly name: Name; readonly control: Control }
  | { readonly kind: 'refuse'; readonly refused: Refused };

/** One message in, one effect out. Whatever can't be done is refused with a code and a sentence. */
export const hear = (session: Session, text: string): Effect => {
  const heard = read(text);
  if ('refused' in heard) return refuse(heard.refused);
  const { message } = heard;
  const { match } = message;
  const playback = typeof message.playback === 'string' ? message.playback : undefined;
  const name: Name = { match, ...(playback !== undefined && { playback }) };
  const no = (code: string, why: string): Effect => refuse({ code, message: why, ...name, of: message.type });

  if (!session.matches.includes(match)) {
    return no('unknown-match', unknown('match', match, session.matches, 'served here'));
  }
  if (!session.isOn(name)) return no('unknown-playback', noSuchPlayback(match, playback));
  switch (message.type) {
    case 'join': {
      const follow = followOf(message);
      return typeof message.playback === 'object'
        ? { kind: 'open', match, wish: message.playback, follow }
        : { kind: 'join', name, follow };
    }
    case 'leave':
      if (!session.follows(name)) return no('not-following', `${quote(match)} wasn't joined, so it can't be left`);
      return { kind: 'leave', name };
    case 'control':
      if (!session.mayControl(name)) return no(NOT_OPERATOR.code, NOT_OPERATOR.message);
      return { kind: 'control', name, control: message.control };
  }
};

/** The other ones are nobody else's business, so none is named. */
export const noSuchPlayback = (match: string, playback: unknown): string =>
  `there is no showing ${quote(playback)} of ${quote(match)}; it may have ended, so ask for a new one`;

/** In the order of the list and each once, so that everybody who asks for the same set asks for the same thing. */
export const setOf = (views: readonly ViewName[] | undefined): readonly ViewName[] =>
  views === undefined ? VIEW_NAMES : VIEW_NAMES.filter((name) => views.includes(name));

const followOf = ({ channel, views, since }: Join): Follow =>
  channel === 'journal' ? { channel, since } : { channel, views: setOf(views) };

const refuse = (refused: Omit<Refused, 'type'>): Effect => ({
  kind: 'refuse',
  refused: { type: 'refused', ...refused },
});

const SCHEMAS = { join, control: controlRequest, leave };
const TYPES = Object.keys(SCHEMAS) as (keyof typeof SCHEMAS)[];

type Heard = { readonly message: ClientMessage } | { readonly refused: Omit<Refused, 'type'> };

const read = (text: string): Heard => {
  const said = parse(text);
  if (!isObject(said) || Array.isArray(said)) {
    return { refused: { code: 'malformed', message: 'a message is a text frame that holds one JSON object' } };
  }
  const { type, match } = said;
  const known = {
    ...(typeof match === 'string' && match !== '' && match.length <= 200 ? { match } : {}),
    ...(typeof type === 'string' && type !== '' && type.length <= 80 ? { of: type } : {}),
  };
  const name = TYPES.find((one) => one === type);
  if (name === undefined) {
    return { refused: { code: 'unknown-type', message: unknown('type of message', type, TYPES, 'types'), ...known } };
  }
  const checked = SCHEMAS[name].safeParse(said);
  if (checked.success) return { message: checked.data };
  return { refused: { ...complain(name, checked.error.issues, said), ...known } };
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
