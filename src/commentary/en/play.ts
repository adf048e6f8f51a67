import type { EventOf } from '../../match/event.ts';
import type { Bare, PlainType } from '../fact.ts';
import type { Sentence, Voice } from '../language.ts';
import { aside } from './aside.ts';
import { penalty } from './penalties.ts';
import { chance, error, shot } from './shots.ts';
import { article, inPlace, say, short } from './words.ts';

/** What says everything itself. Play of which nothing is known but that it happened is left untold. */
export const plain = ({ event, club, sources }: Bare<PlainType>, v: Voice): readonly Sentence[] => {
  const side = club === undefined ? undefined : v.club(club);
  switch (event.type) {
    case 'shot':
      return told(shot(event, side, v));
    case 'chance':
      return told(chance(event, side, v));
    case 'error':
      return told(error(event, side, v));
    case 'penalty':
      return told(penalty(event, club, v));
    case 'corner':
      return told(side && v.vary('corner', [`Corner to ${side}.`, `${side} have a corner.`, `A corner for ${side}.`]));
    case 'free-kick':
      return told(`The restart is a free kick${side === undefined ? '' : ` for ${side}`}.`);
    case 'goal-kick':
      return told(`The restart is a goal kick${side === undefined ? '' : ` for ${side}`}.`);
    case 'dropped-ball':
      return told('Play goes on with a dropped ball.');
    case 'offside':
      return told(offside(v.ofClub(event.by), side, v));
    case 'foul':
      return told(foul(event, side, v));
    case 'handball': {
      const by = v.ofClub(event.by) ?? side;
      return told(by && `Handball by ${by}${where(event.place)}.`);
    }
    case 'appeal':
      return told(appeal(event, side, v));
    case 'injury':
      return told(injury(event, side, v));
    case 'officials':
    case 'conditions':
    case 'delay':
    case 'clock-correction':
    case 'var-unavailable':
    case 'var-available':
    case 'note':
    case 'captain':
    case 'goalkeeper':
    case 'formation':
    case 'excluded':
      return told(aside(event, sources, side, v));
  }
};

const told = (text: string | undefined): readonly Sentence[] => (text === undefined || text === '' ? [] : [say(text)]);

const offside = (by: string | undefined, side: string | undefined, v: Voice): string | undefined => {
  const who = by ?? side;
  return (
    who &&
    v.vary('offside', [
      `Offside against ${who}.`,
      `Offside: ${who}.`,
      `${who} ${by === undefined ? 'are' : 'is'} offside.`,
    ])
  );
};

const foul = (event: EventOf<'foul'>, side: string | undefined, v: Voice): string | undefined => {
  const by = v.ofClub(event.by) ?? side;
  const on = v.ofClub(event.against);
  if (by === undefined && on === undefined) return undefined;
  const place = where(event.place);
  const what = `Foul${by === undefined ? '' : ` by ${by}`}${on === undefined ? '' : ` on ${on}`}${place}`;
  if (event.reason !== undefined) return `${what}: ${article(short(event.reason))}.`;
  if (by === undefined || by === side || on === undefined) return `${what}.`;
  return v.vary('foul', [`${what}.`, `${by} fouls ${on}${place}.`]);
};

const appeal = (event: EventOf<'appeal'>, side: string | undefined, v: Voice): string | undefined => {
  const by = v.ofClub(event.by);
  if (by === undefined && side === undefined) return undefined;
  const what = event.for === undefined ? '' : ` for ${article(short(event.for))}`;
  const on = v.who(event.against);
  const answer = event.outcome === undefined ? '' : `: ${short(event.outcome)}`;
  return `${by === undefined ? `${side} appeal` : `${by} appeals`}${what}${on === undefined ? '' : ` against ${on}`}${answer}.`;
};

const injury = (event: EventOf<'injury'>, side: string | undefined, v: Voice): string | undefined => {
  const who = v.ofClub(event.person) ?? (side && `Somebody of ${side}`);
  const then = event.outcome === undefined ? '' : short(event.outcome);
  if (who === undefined || then === '') return who && `${who} is hurt.`;
  // "treated on the pitch" carries on the sentence.
  return /^\w+(ed|en)\b/.test(then) ? `${who} is hurt and is ${then}.` : `${who} is hurt: ${then}.`;
};

const where = (place: string | undefined): string => {
  const words = place === undefined ? '' : inPlace(place);
  return words === '' ? '' : ` ${words}`;
};
