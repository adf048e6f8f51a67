import type { ClubCode } from '../match/fixture.ts';
import type { Goal } from '../match/laws/goals.ts';
import type { MatchState } from '../match/state.ts';

/** What the standing goals tell of a club: how far behind it has been, and whether it ever led. */
export interface Past {
  /** False where the score isn't the sum of the goals: a source's score stands for some, or a ruling. */
  readonly known: boolean;
  readonly led: boolean;
  readonly ledTie: boolean;
  /** The lead after the first leg; negative for a deficit. */
  readonly afterFirstLeg: number;
  readonly levelSinceFirstLeg: boolean;
  /** The lead at its lowest, in this leg and in the tie. */
  readonly lowest: number;
  readonly lowestInTie: number;
  /** The goal that put the club behind in this leg, while it still is. */
  readonly behindSince?: Goal;
  /** The last goal of this leg. */
  readonly last?: Goal;
}

export const pastOf = (match: MatchState, club: ClubCode): Past => {
  let [tie, night, lowest, lowestInTie, afterFirstLeg] = [0, 0, 0, 0, 0];
  let [led, ledTie, levelSinceFirstLeg] = [false, false, false];
  let last: Goal | undefined;
  let behindSince: Goal | undefined;
  for (const goal of standing(match)) {
    const step = goal.club === club ? 1 : -1;
    tie += step;
    ledTie ||= tie > 0;
    lowestInTie = Math.min(lowestInTie, tie);
    if (goal.at.leg < match.leg) {
      afterFirstLeg = tie;
      continue;
    }
    night += step;
    levelSinceFirstLeg ||= tie === 0;
    led ||= night > 0;
    lowest = Math.min(lowest, night);
    behindSince = night >= 0 ? undefined : (behindSince ?? goal);
    last = goal;
  }
  const known =
    Object.keys(match.ruled.legs).length === 0 &&
    [...match.before, match.tally].every(({ unattributed }) => unattributed.home === 0 && unattributed.away === 0);
  return {
    known,
    led,
    ledTie,
    afterFirstLeg,
    levelSinceFirstLeg,
    lowest,
    lowestInTie,
    ...(behindSince === undefined ? {} : { behindSince }),
    ...(last === undefined ? {} : { last }),
  };
};

/** Goals of one person in this leg, own goals apart. */
export const goalsOf = (match: MatchState, by: string): number =>
  standing(match).filter((goal) => goal.at.leg === match.leg && goal.by === by && !goal.own).length;

const standing = ({ goals, superseded }: MatchState): Goal[] =>
  [...goals].filter(({ id }) => superseded[id] === undefined);
