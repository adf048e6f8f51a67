/**
 * Where an attempt came from, in words. Both are parts of a whole: `along` the pitch towards the opponents' goal (1 is
 * their goal line), `across` it from one touchline to the other (0.5 is the middle). Law 1's areas on a pitch of 105 by
 * 68 metres.
 */
export const placeOf = (along: number | undefined, across: number | undefined): string | undefined => {
  if (along === undefined || across === undefined || !isPart(along) || !isPart(across)) return undefined;
  const fromGoalLine = (1 - along) * LENGTH;
  const fromMiddle = Math.abs(across - 0.5) * WIDTH;
  if (fromGoalLine <= GOAL_AREA.deep && fromMiddle <= GOAL_AREA.halfWide) return 'six-yard box';
  if (fromGoalLine <= PENALTY_AREA.deep && fromMiddle <= PENALTY_AREA.halfWide) return 'inside the area';
  return along < 0.5 ? 'own half' : 'outside the area';
};

const LENGTH = 105;
const WIDTH = 68;
const GOAL_AREA = { deep: 5.5, halfWide: 9.16 };
const PENALTY_AREA = { deep: 16.5, halfWide: 20.16 };

const isPart = (value: number): boolean => value >= 0 && value <= 1;
