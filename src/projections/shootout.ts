import { partsOfMatch } from '../journal/projection.ts';
import { initialState } from '../match/state.ts';
import type { KickView, ShootoutView } from './views.ts';

/** Kicks from the penalty mark (Law 10.3), in the order taken; superseded ones stay visible. */
export const shootout = partsOfMatch<ShootoutView | undefined>(
  initialState,
  (before, after) => before.shootout !== after.shootout || before.leg !== after.leg,
  ({ shootout }) => {
    if (shootout === undefined) return undefined;
    const kicks: Record<string, KickView> = {};
    for (const [index, kick] of shootout.kicks.entries()) {
      kicks[`k${index + 1}`] = {
        order: index + 1,
        club: kick.club,
        ...(kick.by === undefined ? {} : { by: kick.by }),
        number: kick.number,
        // Law 10.3: scored against the Laws is recorded as missed.
        outcome: kick.spoilt === true && !kick.superseded ? 'forfeited' : kick.outcome,
        ...(kick.superseded ? { superseded: true } : {}),
      };
    }
    const { first, score, winner } = shootout;
    return { first, score, kicks, ...(winner === undefined ? {} : { winner }) };
  },
);
