import { subjectOf } from '../journal/entry.ts';
import type { Recorded } from '../journal/projection.ts';
import type { MatchEvent } from '../match/event.ts';
import type { MatchState } from '../match/state.ts';
import { UNKNOWN_ENTRY } from './references.ts';
import { UNKNOWN_PERSON } from './report.ts';
import type { Mode } from './scenario.ts';
import { peopleIn } from './vocabulary.ts';

/** What the Laws make of an event, in a state of the match. */
export type Decide = (state: MatchState, event: MatchEvent, mode: Mode) => Verdict;

export type Verdict =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'irregular'; readonly breaches: readonly Breach[] }
  | { readonly kind: 'refused'; readonly refusal: Breach };

export interface Breach {
  readonly code: string;
  readonly law?: string;
  readonly message?: string;
}

/** What came of holding an entry or an attempt against the Laws: nothing wrong, a complaint, or nobody to ask. */
export type Judgement = 'holds' | 'not-judged' | { readonly complaint: string };

/** Whether an entry is the breaches that it was announced to be. */
export const judgeIrregular = (recorded: Recorded, codes: readonly string[], decide: Decide | undefined): Judgement => {
  const breaches = [...breachesOfTheFeed(recorded), ...breachesOfTheLaws(recorded, decide)];
  const missing = codes.filter((code) => !breaches.some((breach) => breach.code === code));
  if (missing.length === 0) return 'holds';
  if (decide === undefined && missing.some((code) => !FEED_CODES.has(code))) return 'not-judged';
  const found = breaches.length === 0 ? 'nothing irregular' : breaches.map(({ code }) => code).join(', ');
  return { complaint: `expected this entry to be irregular: ${missing.join(', ')}; found ${found}` };
};

/** Whether an event that is asked for is refused, and with that code. */
export const judgeAttempt = (
  state: MatchState,
  event: MatchEvent,
  refused: string,
  decide: Decide | undefined,
): Judgement => {
  if (decide === undefined) return 'not-judged';
  const verdict = decide(state, event, 'simulate');
  if (verdict.kind !== 'refused') return { complaint: `expected this to be refused: ${refused}; it is accepted` };
  const { refusal } = verdict;
  return refusal.code === refused
    ? 'holds'
    : { complaint: `expected this to be refused: ${refused}; found ${withReason(refusal)}` };
};

/** Whether an entry of a match that is played by the Laws may stand in it. */
export const judgeSimulated = (recorded: Recorded, decide: Decide | undefined): Judgement => {
  const event = eventOf(recorded);
  if (event === undefined) return 'holds';
  if (decide === undefined) return 'not-judged';
  const verdict = decide(stateBefore(recorded), event, 'simulate');
  return verdict.kind === 'refused'
    ? { complaint: `in mode simulate this is refused: ${withReason(verdict.refusal)}` }
    : 'holds';
};

const breachesOfTheLaws = (recorded: Recorded, decide: Decide | undefined): readonly Breach[] => {
  const event = eventOf(recorded);
  if (event === undefined || decide === undefined) return [];
  const verdict = decide(stateBefore(recorded), event, 'record');
  switch (verdict.kind) {
    case 'accepted':
      return [];
    case 'irregular':
      return verdict.breaches;
    case 'refused':
      return [verdict.refusal];
  }
};

const FEED_CODES: ReadonlySet<string> = new Set([UNKNOWN_ENTRY, UNKNOWN_PERSON]);

/** What the history knows by itself: whether those that an entry names are known. */
const breachesOfTheFeed = (recorded: Recorded): Breach[] => {
  const { effect } = recorded;
  const event = eventOf(recorded);
  const { roster } = recorded.before;
  const breaches: Breach[] = [];
  if (effect === 'parked' || effect === 'unknown-subject') breaches.push({ code: UNKNOWN_ENTRY });
  if (event !== undefined && peopleIn(event).some((person) => !roster.has(person))) {
    breaches.push({ code: UNKNOWN_PERSON });
  }
  return breaches;
};

const eventOf = ({ entry }: Recorded): MatchEvent | undefined =>
  entry.kind === 'retraction' ? undefined : entry.event;

/** The match at the event's own place in it: an entry that came late is judged by what went before it. */
const stateBefore = ({ entry, moves, before }: Recorded): MatchState =>
  moves.find(({ id }) => id === subjectOf(entry))?.before ?? before;

/** `second-yellow-due (Law 12): …` */
const withReason = ({ code, law, message }: Breach): string =>
  `${code}${law === undefined || law === 'record' ? '' : ` (${/^\d/.test(law) ? 'Law ' : ''}${law})`}${message === undefined ? '' : `: ${message}`}`;
