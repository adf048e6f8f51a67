import type { MatchState } from '../state.ts';
import { comparePeriod, type Period } from '../time.ts';

type Basis = Pick<MatchState, 'clock' | 'rules' | 'tally'>;

/** Whether extra time has begun. Kicks follow it wherever the competition has it, even if nobody reported it. */
export const extraTimePlayed = ({ clock, rules, tally }: Basis): boolean => {
  const period = reached({ clock });
  if (period === 'PEN') return rules.extraTime !== 'none' || tally.extra.home + tally.extra.away > 0;
  return comparePeriod(period, 'ENT') > 0;
};

/** Whether its second half has, so that no silver goal can end it any more. */
export const secondHalfOfExtraTimePlayed = ({ clock }: Pick<Basis, 'clock'>): boolean =>
  comparePeriod(reached({ clock }), 'ETHT') > 0;

/** The latest period that was played, or the interval after it. */
const reached = ({ clock }: Pick<Basis, 'clock'>): Period => (clock.base === 'FT' ? clock.watch.period : clock.base);
