import type { MatchState } from '../match/state.ts';
import { comparePeriod, type MatchTime, MINUTE } from '../match/time.ts';

/** Whether an event lies a minute or more behind the watch: what comes a few seconds late is told as it is. */
export const isLate = (at: MatchTime, { leg, clock }: MatchState): boolean => {
  if (at.leg !== leg) return at.leg < leg;
  if (at.period === clock.watch.period) return clock.watch.elapsed - at.elapsed >= MINUTE;
  // Line-ups and officials are no news of the past, whenever they come.
  return at.period !== 'pre' && comparePeriod(at.period, clock.base) < 0;
};
