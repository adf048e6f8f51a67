import { partsOfMatch } from '../journal/projection.ts';
import { initialState } from '../match/state.ts';
import type { AggregateView } from './views.ts';

/** Both legs by club: home and away swap between them, clubs don't. A leg shows what it counts for in the tie. */
export const aggregate = partsOfMatch<AggregateView | undefined>(
  initialState,
  (before, after) => before.standing !== after.standing,
  ({ standing: { tie, asItStands } }) => {
    if (tie === undefined) return undefined;
    const { aggregate: score, ...standing } = tie;
    return { score, ...standing, ...(asItStands === undefined ? {} : { asItStands }) };
  },
);
