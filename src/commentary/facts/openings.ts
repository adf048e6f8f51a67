import type { MatchState } from '../../match/state.ts';
import { opponentsOf } from '../../match/who.ts';
import type { Opening } from '../fact.ts';
import { given } from './scene.ts';

export const openingOf = (match: MatchState): Opening => {
  const { fixture, leg, sides, before } = match;
  const first = leg === 2 ? before[0] : undefined;
  const tie = match.standing.tie?.aggregate;
  const legs = fixture.legs.length;
  const lead = tie === undefined ? 0 : (tie[sides.home] ?? 0) - (tie[sides.away] ?? 0);
  const ahead = lead < 0 ? sides.away : sides.home;
  return {
    ...given({
      venue: fixture.legs[leg - 1]?.venue,
      leg: legs > 1 ? leg : undefined,
      firstLeg:
        first === undefined
          ? undefined
          : { club: ahead, own: tie?.[ahead] ?? 0, other: tie?.[opponentsOf(match, ahead)] ?? 0 },
    }),
  };
};
