import type { EventOf, VarCategory } from '../../match/event.ts';
import { isHalf, type MatchTime, type Period } from '../../match/time.ts';
import { atWatch, runningClock } from '../clock.ts';
import { given } from '../given.ts';
import { type Fields, fieldsOf, numberOf, textOf } from '../json.ts';
import type { OptaBook } from '../opta/book.ts';
import { has, type OptaRow, PERIOD_OF, timeOf } from '../opta/row.ts';
import { entryId, type Told } from '../telling.ts';
import { msOf } from './ma3.ts';

/**
 * What MA1 lists under `VAR`: what was looked at (`Goal awarded`), whether that stood (`decision` Confirmed or
 * Cancelled), and the row that it was. A goal that was cancelled has no row any more, so that it's told here.
 */
export const tellReviews = (rows: readonly unknown[], told: readonly Told[], book: OptaBook): Told[] =>
  rows.map(fieldsOf).flatMap((row, index) => tellReview(row, `var-${index + 1}`, told, book));

const tellReview = (row: Fields, id: string, told: readonly Told[], book: OptaBook): Told[] => {
  const type = textOf(row.type) ?? '';
  const at = timeOfReview(row);
  if (at === undefined) return [];
  const category = categoryOf(type);
  const club = book.club({ team: textOf(row.contestantId) });
  const heardAt = msOf(row.timestamp);
  const heard = given('heardAt', heardAt);
  if (category === undefined) {
    const text = ['VAR', type, textOf(row.decision), textOf(row.outcome)].filter(Boolean).join(', ');
    return [{ id, event: { type: 'note', at, about: 'record', text }, ...heard }];
  }
  const cancelled = /cancelled|overturned/i.test(textOf(row.decision) ?? '');
  const confirmed = /confirmed|upheld/i.test(textOf(row.decision) ?? '');
  const known = decisionOf(row, category, at, told);
  const vanished = known === undefined && category === 'goal' && cancelled ? vanishedGoal(row, at, book) : [];
  const of = known?.id ?? vanished[0]?.id;
  // A review never begins before what it looks at.
  const start = later(at, known?.event.at ?? vanished[0]?.event.at);
  const check: EventOf<'var-check'> = {
    type: 'var-check',
    at: start,
    category,
    ...given('of', of),
    ...given('club', club),
    ...given(
      'person',
      book.person({ team: textOf(row.contestantId), person: textOf(row.playerId), personName: textOf(row.playerName) }),
    ),
  };
  const outcome = cancelled ? 'overturned' : confirmed ? 'confirmed' : 'unknown';
  const to = cancelled ? toOf(textOf(row.outcome)) : undefined;
  return [
    ...vanished,
    { id, event: check, ...heard },
    { id: `${id}-over`, event: { type: 'var-decision', at: start, of: id, outcome, ...given('to', to) }, ...heard },
  ];
};

const timeOfReview = ({ periodId, timeMin, timeMinSec }: Fields): MatchTime | undefined => {
  const period: Period | undefined = PERIOD_OF.get(numberOf(periodId) ?? 0);
  if (period === undefined) return undefined;
  if (!isHalf(period)) return atWatch({ period, elapsed: 0 });
  const [, minutes, seconds] = /^(\d+):(\d\d)$/.exec(textOf(timeMinSec) ?? '') ?? [];
  if (minutes !== undefined) return atWatch(runningClock(period, Number(minutes), Number(seconds)));
  const minute = numberOf(timeMin);
  return minute === undefined ? undefined : atWatch(runningClock(period, Math.max(0, minute - 1)));
};

const categoryOf = (type: string): VarCategory | undefined => {
  if (/penalty/i.test(type)) return 'penalty';
  if (/goal/i.test(type)) return 'goal';
  if (/identity/i.test(type)) return 'mistaken-identity';
  return /card/i.test(type) ? 'direct-red' : undefined;
};

/** `No goal`, `Penalty` as views name them. */
const toOf = (outcome: string | undefined): string | undefined => outcome?.toLowerCase().replace(/\s+/g, '-');

const DECISIONS: Partial<Record<VarCategory, ReadonlySet<string>>> = {
  goal: new Set(['goal']),
  penalty: new Set(['penalty-awarded']),
  'direct-red': new Set(['red', 'caution', 'second-yellow']),
  'mistaken-identity': new Set(['red', 'caution', 'second-yellow']),
};

/** The entry of the row that MA1 names, where it's still there. */
const decisionOf = (
  { optaEventId }: Fields,
  category: VarCategory,
  at: MatchTime,
  told: readonly Told[],
): Told | undefined => {
  const ref = textOf(optaEventId);
  if (ref === undefined) return undefined;
  return told.find(
    ({ event, ref: its }) =>
      its === ref && event.at.period === at.period && DECISIONS[category]?.has(event.type) === true,
  );
};

/** The goal as its deleted row had it, else as much as MA1 says itself. */
const vanishedGoal = (row: Fields, at: MatchTime, book: OptaBook): Told[] => {
  const ref = textOf(row.optaEventId);
  const deleted = ref === undefined ? undefined : book.rows.find(({ id }) => id === ref);
  const scored: Pick<OptaRow, 'team' | 'person' | 'personName'> = {
    team: textOf(row.contestantId) ?? deleted?.team,
    person: textOf(row.playerId) ?? deleted?.person,
    personName: textOf(row.playerName),
  };
  const own = deleted !== undefined && has(deleted, 28);
  const by = book.person(scored);
  const event: EventOf<'goal'> = {
    type: 'goal',
    at: (deleted && timeOf(deleted)) ?? at,
    ...given('by', by),
    ...(own ? { own } : given('club', book.club(scored))),
  };
  return [
    {
      id: entryId('g', ref ?? `cancelled-${at.period}-${at.elapsed}`),
      event,
      ...given('ref', ref),
      ...given('heardAt', deleted?.heardAt),
      fact: 'reconstructed',
      note: "the goal's own row was deleted after the review",
    },
  ];
};

const later = (at: MatchTime, other: MatchTime | undefined): MatchTime =>
  other !== undefined && other.period === at.period && other.elapsed > at.elapsed ? other : at;
