import { partsOfMatch } from '../journal/projection.ts';
import { initialState } from '../match/state.ts';
import type { ResultView } from './views.ts';

/** Of the leg: its status, and who won it. Who goes through is `aggregate.advancing`. */
export const result = partsOfMatch<ResultView>(
  initialState,
  (before, after) => before.standing !== after.standing,
  ({ standing }) => standing.leg,
);
