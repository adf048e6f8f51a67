import type { Regulations } from './regulations.ts';
import { UEFA_2015_16, UEFA_2018_19, UEFA_2025_26 } from './uefa.ts';

/** A World Cup's knock-out match: since 2022 with one more change for a concussion. */
export const WORLD_CUP: Regulations = {
  ...UEFA_2025_26,
  name: 'FIFA World Cup',
  bench: 15,
  substitutions: { ...UEFA_2025_26.substitutions, concussion: 1 },
};

export const WORLD_CUP_GROUP: Regulations = {
  ...WORLD_CUP,
  name: 'FIFA World Cup, group stage',
  extraTime: 'none',
  ifLevel: 'draw',
};

/** The first with VAR, and with a fourth change in extra time. */
export const WORLD_CUP_2018: Regulations = {
  ...UEFA_2018_19,
  name: 'FIFA World Cup 2018',
  laws: '2017/18',
  awayGoals: false,
  bench: 12,
};

/** France 1998, and Korea and Japan 2002: the first goal of extra time ends it. */
export const WORLD_CUP_1998: Regulations = {
  ...UEFA_2015_16,
  name: 'FIFA World Cup 1998',
  laws: '1997/98',
  awayGoals: false,
  extraTime: 'golden',
  bench: 11,
};

/** A European Championship's knock-out match. */
export const EURO: Regulations = { ...UEFA_2025_26, name: 'UEFA European Championship', bench: 15 };

export const EURO_GROUP: Regulations = {
  ...EURO,
  name: 'UEFA European Championship, group stage',
  extraTime: 'none',
  ifLevel: 'draw',
};

/** Whoever leads after the first half of extra time has won. */
export const EURO_2004: Regulations = {
  ...WORLD_CUP_1998,
  name: 'UEFA European Championship 2004',
  laws: '2003/04',
  extraTime: 'silver',
  bench: 12,
};

/** England 1996, and the Low Countries 2000. */
export const EURO_1996: Regulations = { ...WORLD_CUP_1998, name: 'UEFA European Championship 1996', laws: '1995/96' };

/** Italy v Soviet Union was decided by a coin: nobody changes, and there are no kicks from the mark yet. */
export const EURO_1968: Regulations = {
  ...WORLD_CUP_1998,
  name: 'UEFA European Championship 1968',
  laws: '1967/68',
  extraTime: 'full',
  ifLevel: 'lots',
  substitutions: { normal: 0, extraTime: 0, extraTimeWindows: 0, concussion: 0 },
};

/** Its final was played again. */
export const EURO_1968_FINAL: Regulations = {
  ...EURO_1968,
  name: 'UEFA European Championship 1968, final',
  ifLevel: 'replay',
};
