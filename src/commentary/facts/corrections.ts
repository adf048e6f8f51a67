import { subjectOf as subjectOfEntry } from '../../journal/naming.ts';
import type { Recorded } from '../../journal/projection.ts';
import type { MatchEvent } from '../../match/event.ts';
import type { MatchState } from '../../match/state.ts';
import { compareTime } from '../../match/time.ts';
import type { Change, CorrectionFact, Subject, UnappliedFact } from '../fact.ts';
import { nowOf } from '../now.ts';
import { bothNumbers, given } from './scene.ts';
import { subjectFrom } from './subject.ts';

/** What an amendment or a retraction tells: what was told, what is so, and what that changes. */
export const correctionFact = (recorded: Recorded): CorrectionFact | undefined => {
  const { entry, moves, before, after } = recorded;
  const move = moves.find(({ id }) => id === subjectOfEntry(entry));
  const subject = recorded.subject ?? move?.now;
  if (move === undefined || subject === undefined) return undefined;
  const was = subjectOf(subject.event, subject.id, before);
  const is = move.now === undefined ? undefined : subjectOf(move.now.event, move.id, after);
  const type = is === undefined ? 'retracted' : move.was === undefined ? 'reinstated' : 'amended';
  const told = before.leg === after.leg && before.tally !== after.tally && !sameScore(before, after);
  const through = after.standing.tie?.advancing;
  return {
    type,
    was,
    changes: move.now === undefined ? [] : changesOf(subject.event, move.now.event),
    ...given({
      is,
      later: laterOf(recorded),
      now: told || !sameAggregate(before, after) ? nowOf(after) : undefined,
      numbers: bothNumbers({ whole: { before, after } }),
      through: through === before.standing.tie?.advancing ? undefined : through,
    }),
  };
};

/** A report that is kept and changes nothing: it clashes with another, repeats one, or hangs in the air. */
export const unappliedFact = ({ entry, effect, subject, after }: Recorded): UnappliedFact | undefined => {
  const event = entry.kind === 'retraction' ? subject?.event : entry.event;
  return event === undefined ? undefined : { type: 'unapplied', of: subjectFrom(event, after), effect };
};

/** The fields in which the same event was told differently, the weightiest first. */
const changesOf = (was: MatchEvent, is: MatchEvent): readonly Change[] => {
  const [old, fresh] = [was as unknown as Fields, is as unknown as Fields];
  const differs = (...keys: readonly string[]): boolean => keys.some((key) => old[key] !== fresh[key]);
  const changes: Change[] = [];
  if (differs('type')) changes.push('type');
  if (differs('own')) changes.push('own');
  if (differs('by', 'person', 'on', 'off')) changes.push('person');
  if (differs('club')) changes.push('club');
  if (compareTime(was.at, is.at) !== 0) changes.push('time');
  if (differs('outcome')) changes.push('outcome');
  if (differs('minutes')) changes.push('minutes');
  if (differs('assist')) changes.push('assist');
  return changes.length === 0 ? ['details'] : changes;
};

type Fields = Readonly<Record<string, unknown>>;

const subjectOf = (event: MatchEvent, id: string, match: MatchState): Subject => {
  const holder = Object.values(match.cards).find(({ cards }) => cards.some((card) => card.id === id));
  const capacity = holder?.cards.find((card) => card.id === id)?.capacity;
  return { ...subjectFrom(event, match), ...given({ capacity }) };
};

const HOUR_MS = 3_600_000;

/** By the calendar of the feed's own zone; within a day in hours, and nothing when it's sooner than two. */
const laterOf = ({ entry, subject, received }: Recorded): CorrectionFact['later'] => {
  if (subject === undefined) return undefined;
  const elapsed = entry.offset - subject.offset;
  const zone = /(Z|[+-]\d{2}:?\d{2})$/i.exec(received)?.[1] ?? 'Z';
  const local = Date.parse(`${received.slice(0, received.length - zone.length)}Z`);
  const days = Math.floor(local / (24 * HOUR_MS)) - Math.floor((local - elapsed) / (24 * HOUR_MS));
  const hours = Math.round(elapsed / HOUR_MS);
  if (days >= 1 && hours >= 12) return { days };
  return hours >= 2 ? { hours } : undefined;
};

const sameScore = (a: MatchState, b: MatchState): boolean =>
  a.tally.home === b.tally.home && a.tally.away === b.tally.away;

const sameAggregate = (a: MatchState, b: MatchState): boolean =>
  JSON.stringify(a.standing.tie?.aggregate) === JSON.stringify(b.standing.tie?.aggregate);
