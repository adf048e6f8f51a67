import type { Regulations } from './regulations.ts';

/** UEFA Champions League 2025/26, Articles 20 (ties) and 63 (cards); Laws of the Game 2025/26. */
export const UEFA_2025_26: Regulations = {
  name: 'UEFA Champions League 2025/26',
  laws: '2025/26',
  extraTime: 'full',
  ifLevel: 'shoot-out',
  awayGoals: false,
  substitutions: { normal: 5, windows: 3, extraTime: 1, extraTimeWindows: 1, concussion: 0 },
  bench: 12,
  var: { enabled: true, categories: ['goal', 'penalty', 'direct-red', 'mistaken-identity'] },
  minPlayers: 7,
  shootOut: { carryCautions: false, order: 'ABAB', equateDuring: true, kicks: 5 },
  penalties: { encroachment: 'impact', goalkeeperOffLine: '2020', doubleTouch: 'retake-if-scored' },
  staffCards: true,
  forfeit: 3,
};

/** The league phase: a draw stands. */
export const UEFA_LEAGUE_PHASE: Regulations = {
  ...UEFA_2025_26,
  name: 'UEFA Champions League 2025/26, league phase',
  extraTime: 'none',
  ifLevel: 'draw',
};

/** Laws of the Game 2026/27: second yellows, the wrong team and corners become reviewable. */
export const UEFA_2026_27: Regulations = {
  ...UEFA_2025_26,
  name: 'UEFA Champions League 2026/27',
  laws: '2026/27',
  var: {
    enabled: true,
    categories: ['goal', 'penalty', 'direct-red', 'mistaken-identity', 'second-yellow', 'wrong-team', 'corner'],
  },
};

/** The last season with away goals. */
export const UEFA_2020_21: Regulations = {
  ...UEFA_2025_26,
  name: 'UEFA Champions League 2020/21',
  laws: '2020/21',
  awayGoals: true,
  penalties: { encroachment: 'any', goalkeeperOffLine: '2020', doubleTouch: 'offence' },
};
