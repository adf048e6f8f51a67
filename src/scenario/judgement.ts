import { type EntryId, subjectOf } from '../journal/entry.ts';
import type { Recorded } from '../journal/projection.ts';
import { breachesOf, citation, decide, type Refusal } from '../match/decide.ts';
import type { MatchEvent } from '../match/event.ts';
import type { MatchState } from '../match/state.ts';
import { EFFECT_CODES } from './codes.ts';

/** What is wrong with an entry that was announced to be these breaches; `undefined` where it is each of them. */
export const wrongWithIrregular = (recorded: Recorded, codes: readonly string[]): string | undefined => {
  const found = codesOf(recorded);
  const missing = codes.filter((code) => !found.includes(code));
  if (missing.length === 0) return undefined;
  const instead = found.length === 0 ? 'nothing irregular' : found.join(', ');
  return `expected this entry to be irregular: ${missing.join(', ')}; found ${instead}`;
};

/** What is wrong with an attempt that was to be refused with this code; `undefined` where it is. */
export const wrongWithAttempt = (state: MatchState, event: MatchEvent, refused: string): string | undefined => {
  const verdict = decide(state, event, 'simulate');
  if (verdict.kind !== 'refused') return `expected this to be refused: ${refused}; it is accepted`;
  const { refusal } = verdict;
  return refusal.code === refused ? undefined : `expected this to be refused: ${refused}; found ${withReason(refusal)}`;
};

/** Why an entry may not stand in a match that is played by the Laws; `undefined` where it may. */
export const wrongWithSimulated = (recorded: Recorded): string | undefined => {
  const { entry } = recorded;
  if (entry.kind === 'retraction') return undefined;
  const id = entry.kind === 'event' ? { id: entry.id } : {};
  const verdict = decide(stateBefore(recorded), { ...entry.event, ...id }, 'simulate');
  return verdict.kind === 'refused' ? `in mode simulate this is refused: ${withReason(verdict.refusal)}` : undefined;
};

/**
 * What the history made of the entry; of one that tells something new, the breaches of the Laws too, and those that it
 * makes of other events: a goal that is taken back leaves an extra time which nothing called for.
 */
export const codesOf = (recorded: Recorded): string[] => {
  const { effect } = recorded;
  const event = eventOf(recorded);
  const ofTheFeed = effect === 'applied' ? [] : [EFFECT_CODES[effect]];
  const isNews = effect === 'applied' || effect === 'parked';
  const breaches = event === undefined || !isNews ? [] : breachesOf(stateBefore(recorded), event);
  const brought = broughtBy(recorded).map(({ code }) => code);
  return [...new Set([...ofTheFeed, ...breaches.map(({ code }) => code), ...brought])];
};

/** An event that an entry makes irregular. */
export interface Brought {
  readonly id: EntryId;
  readonly code: string;
}

/** The events that became irregular with an entry; of each, the first breach that it then was. */
export const broughtBy = ({ flags: { before, after } }: Recorded): readonly Brought[] =>
  before === after
    ? []
    : [...after.touchedSince(before)].flatMap((id) => {
        const code = after.get(id)?.code;
        return code === undefined || before.get(id)?.code === code ? [] : [{ id, code }];
      });

const eventOf = ({ entry }: Recorded): MatchEvent | undefined =>
  entry.kind === 'retraction' ? undefined : entry.event;

/** The match at the event's own place in it: an entry that came late is judged by what went before it. */
const stateBefore = ({ entry, moves, before }: Recorded): MatchState =>
  moves.find(({ id }) => id === subjectOf(entry))?.before ?? before;

/** `review-open (VAR protocol 4): …` */
const withReason = ({ code, law, message }: Refusal): string =>
  `${code}${law === undefined ? '' : ` (${citation(law)})`}: ${message}`;
