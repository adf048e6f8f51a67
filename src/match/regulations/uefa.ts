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

export const UEFA_EUROPA_2025_26: Regulations = { ...UEFA_2025_26, name: 'UEFA Europa League 2025/26' };

export const UEFA_CONFERENCE_2025_26: Regulations = { ...UEFA_2025_26, name: 'UEFA Conference League 2025/26' };

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

export const UEFA_LEAGUE_PHASE_2026_27: Regulations = {
  ...UEFA_2026_27,
  name: 'UEFA Champions League 2026/27, league phase',
  extraTime: 'none',
  ifLevel: 'draw',
};

/** Encroachment matters by its impact since that season; a second touch by accident is still an offence (Law 14.2). */
export const UEFA_2024_25: Regulations = {
  ...UEFA_2025_26,
  name: 'UEFA Champions League 2024/25',
  laws: '2024/25',
  penalties: { encroachment: 'impact', goalkeeperOffLine: '2020', doubleTouch: 'offence' },
};

/** The first season without away goals. */
export const UEFA_2021_22: Regulations = {
  ...UEFA_2024_25,
  name: 'UEFA Champions League 2021/22',
  laws: '2021/22',
  penalties: { encroachment: 'any', goalkeeperOffLine: '2020', doubleTouch: 'offence' },
};

/** The last season with away goals. */
export const UEFA_2020_21: Regulations = {
  ...UEFA_2021_22,
  name: 'UEFA Champions League 2020/21',
  laws: '2020/21',
  awayGoals: true,
};

/**
 * As it began: seven on the bench, three of whom may come on, and a fourth in extra time. A goalkeeper off his line
 * means a retake off the post too, and cautions of the match are carried into the kicks (Laws 14.2 and 10.3, until
 * 2019/20).
 */
export const UEFA_2019_20: Regulations = {
  ...UEFA_2020_21,
  name: 'UEFA Champions League 2019/20',
  laws: '2019/20',
  substitutions: { normal: 3, extraTime: 1, extraTimeWindows: 0, concussion: 0 },
  bench: 7,
  shootOut: { carryCautions: true, order: 'ABAB', equateDuring: true, kicks: 5 },
  penalties: { encroachment: 'any', goalkeeperOffLine: '2016', doubleTouch: 'offence' },
};

/** The last season in which those who don't play were sent away without a card; VAR from the round of sixteen on. */
export const UEFA_2018_19: Regulations = {
  ...UEFA_2019_20,
  name: 'UEFA Champions League 2018/19',
  laws: '2018/19',
  staffCards: false,
};

/** Three substitutions and no more, no VAR; sides are made equal before the kicks alone (Law 10.3, until 2015/16). */
export const UEFA_2015_16: Regulations = {
  ...UEFA_2018_19,
  name: 'UEFA Champions League 2015/16',
  laws: '2015/16',
  substitutions: { normal: 3, extraTime: 0, extraTimeWindows: 0, concussion: 0 },
  var: { enabled: false, categories: [] },
  shootOut: { carryCautions: true, order: 'ABAB', equateDuring: false, kicks: 5 },
};
