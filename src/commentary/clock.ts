import { HALVES, type Half, isHalf, type MatchTime, MINUTE, type Millis } from '../match/time.ts';

/** Whether the announced added time is over at that moment. */
export const isPastAddedTime = (at: MatchTime, addedTime: number | undefined): boolean =>
  isHalf(at.period) && addedTime !== undefined && at.elapsed >= lengthOf(at.period) + addedTime * MINUTE;

/** Without added time. */
export const lengthOf = (half: Half): Millis => (HALVES[half].to - HALVES[half].from) * MINUTE;

/** The last five minutes of a half after which nothing may come, and what is added to them. */
export const isLateInTheMatch = ({ period, elapsed }: MatchTime): boolean =>
  (period === '2H' || period === 'ET2') && elapsed >= lengthOf(period) - 5 * MINUTE;

/** Whole minutes of one half, at least one; `undefined` in another half, or after longer than `within`. */
export const minutesSince = (
  since: { readonly at: MatchTime } | undefined,
  at: MatchTime,
  within: Millis,
): number | undefined => {
  if (since === undefined || since.at.leg !== at.leg || since.at.period !== at.period) return undefined;
  const elapsed = at.elapsed - since.at.elapsed;
  return elapsed < 0 || elapsed > within ? undefined : Math.max(1, Math.round(elapsed / MINUTE));
};

/** Minutes of the running clock between two moments of a leg: added time of the halves before counts for nothing. */
export const minutesBetween = (from: MatchTime, to: MatchTime): number | undefined => {
  if (!isHalf(from.period) || !isHalf(to.period) || from.leg !== to.leg) return undefined;
  const start = from.period === to.period ? from.elapsed : Math.min(from.elapsed, lengthOf(from.period));
  const elapsed = (HALVES[to.period].from - HALVES[from.period].from) * MINUTE + to.elapsed - start;
  return elapsed < 0 ? undefined : Math.max(1, Math.round(elapsed / MINUTE));
};

/** The running minute, as a label counts it. */
export const minuteOf = ({ period, elapsed }: MatchTime): number =>
  isHalf(period) ? HALVES[period].from + Math.floor(elapsed / MINUTE) + 1 : 0;
