import { partsOfMatch } from '../journal/projection.ts';
import { initialState, type MatchState } from '../match/state.ts';
import type { AggregateLeg, AggregateView } from './views.ts';

/** Both legs by club: home and away swap between them, clubs don't. */
export const aggregate = partsOfMatch<AggregateView | undefined>(
  initialState,
  (before, after) =>
    before.standing !== after.standing ||
    before.tally !== after.tally ||
    before.leg !== after.leg ||
    before.ruled !== after.ruled,
  (match) => {
    const { tie } = match.standing;
    if (tie === undefined) return undefined;
    const { aggregate: score, ...standing } = tie;
    return { score, legs: legsOf(match), ...standing };
  },
);

const legsOf = (match: MatchState): Record<string, AggregateLeg> => {
  const legs: Record<string, AggregateLeg> = {};
  for (const [index, tally] of [...match.before, match.tally].entries()) {
    const { home, away } = match.fixture.legs[index] ?? match.sides;
    const played = { [home]: tally.home, [away]: tally.away };
    const ruling = match.ruled.legs[index + 1]?.score;
    legs[`leg${index + 1}`] = {
      home,
      away,
      score: ruling === undefined ? played : { [home]: ruling.home, [away]: ruling.away },
      ...(ruling === undefined ? {} : { played }),
    };
  }
  return legs;
};
