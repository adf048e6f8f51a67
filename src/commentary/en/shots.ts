import type { EventOf } from '../../match/event.ts';
import type { Voice } from '../language.ts';
import { at, footed, from, isSaid, possessive, short, wide, woodwork } from './words.ts';

export const shot = (event: EventOf<'shot'>, side: string | undefined, v: Voice): string | undefined => {
  const by = v.ofClub(event.by) ?? side;
  if (by === undefined) return undefined;
  const header = event.bodyPart === 'head';
  const noun = header ? 'header' : 'shot';
  const verb = header ? 'head' : 'shoot';
  const does = by === side ? verb : `${verb}s`;
  const how = [header ? undefined : footed(event.bodyPart), header ? at(event.place) : from(event.place)].filter(
    isSaid,
  );
  const after = [event.from === undefined ? undefined : ORIGINS[event.from], madeBy(event, v)].filter(isSaid);
  const closely = spaced(how);
  const aside = set(how);
  const build = set(after);
  // Set off by commas on both sides, where the sentence goes on after it.
  const between = aside === '' && build === '' ? '' : `${aside}${build},`;
  const keeper = v.ofClub(event.keeper);
  const blocker = v.ofClub(event.blockedBy);
  switch (event.outcome ?? 'unreported') {
    case 'saved':
      if (keeper === undefined) {
        return v.vary('saved', [
          `A ${noun} by ${by}${between} is saved.`,
          `${by} ${does}${closely}${build}, and it is saved.`,
        ]);
      }
      return v.vary('saved by', [
        `${keeper} saves a ${noun} by ${by}${aside}${build}.`,
        `${by} ${does}${closely}${build}; ${keeper} saves.`,
        `A save by ${keeper}: ${by} ${does}${closely}${build}.`,
      ]);
    case 'off-target':
      return v.vary('off target', [
        header
          ? `${by} ${does} ${wide(event.into)}${closely}${build}.`
          : `${by} ${does}${closely} ${wide(event.into)}${build}.`,
        `A ${noun} by ${by}${between} goes ${wide(event.into)}.`,
      ]);
    case 'blocked':
      return blocker === undefined
        ? v.vary('blocked', [
            `${by} ${does}${closely}${build}, and it is blocked.`,
            `A ${noun} by ${by}${between} is blocked.`,
          ])
        : `${blocker} blocks a ${noun} by ${by}${aside}${build}.`;
    case 'woodwork':
      return v.vary('woodwork', [
        `${by} ${by === side ? 'hit' : 'hits'} ${woodwork(event.into)}${aside}${build}.`,
        `${by} ${does}${closely} against ${woodwork(event.into)}${build}.`,
      ]);
    case 'unreported':
      return `${by} ${does}${closely}${build}.`;
  }
};

const ORIGINS: Readonly<Record<NonNullable<EventOf<'shot'>['from']>, string>> = {
  'open-play': '',
  penalty: 'from the penalty mark',
  'free-kick': 'from a free kick',
  corner: 'after a corner',
  'throw-in': 'after a throw-in',
  counter: 'on the counter',
  rebound: 'from the rebound',
};

const madeBy = ({ assist, contributions }: EventOf<'shot'>, v: Voice): string | undefined => {
  const maker = v.who(assist);
  if (maker === undefined) return undefined;
  const crossed = contributions?.some(({ by, kind }) => by === assist && kind === 'cross');
  return crossed ? `after ${possessive(maker)} cross` : `set up by ${maker}`;
};

const spaced = (words: readonly string[]): string => words.map((word) => ` ${word}`).join('');
const set = (words: readonly string[]): string => (words.length === 0 ? '' : `, ${words.join(' ')}`);

export const chance = (event: EventOf<'chance'>, side: string | undefined, v: Voice): string | undefined => {
  const by = v.ofClub(event.by) ?? side;
  if (by === undefined) return undefined;
  const maker = v.who(event.assist);
  const against = v.ofClub(event.against);
  const what = `${event.bodyPart === 'head' ? 'A headed chance' : 'A chance'} for ${by}${maker === undefined ? '' : `, made by ${maker}`}`;
  if (event.outcome === undefined) return `${what}.`;
  const stops = against === undefined ? undefined : STOPPED[event.outcome];
  return stops === undefined
    ? `${what}${ending(CHANCES[event.outcome] ?? event.outcome)}.`
    : `${what}: ${against} ${stops}.`;
};

/** How a chance ends, where somebody ends it. */
const STOPPED: Readonly<Record<string, string>> = {
  tackled: 'makes the tackle',
  cleared: 'clears',
  blocked: 'blocks',
  intercepted: 'intercepts',
  dispossessed: 'wins the ball',
  saved: 'saves',
  prevented: 'prevents it',
};

const CHANCES: Readonly<Record<string, string>> = {
  'missed connection': 'the connection is missed',
  missed: 'it is missed',
  close: 'it goes close',
  'off-target': 'it goes wide',
  blocked: 'it is blocked',
  saved: 'it is saved',
  cleared: 'it is cleared',
  tackled: 'a tackle ends it',
  intercepted: 'it is intercepted',
  dispossessed: 'the ball is lost',
};

export const error = (event: EventOf<'error'>, side: string | undefined, v: Voice): string | undefined => {
  const by = v.ofClub(event.by) ?? side;
  return by && `A mistake by ${by}${event.outcome === undefined ? '' : ending(event.outcome)}.`;
};

/** "clears straight to a man" carries on the sentence; anything else stands for itself. */
const ending = (words: string): string => {
  const then = short(words);
  return /^[a-z]{3,}s( |$)/.test(then) && !/^(its?|this|loss|pass|miss)\b/.test(then) ? `, who ${then}` : `: ${then}`;
};
