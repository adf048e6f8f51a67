import type { Regulations } from './regulations.ts';
import { UEFA_2025_26 } from './uefa.ts';

/** A league match: a draw stands. */
export const DOMESTIC_LEAGUE: Regulations = {
  ...UEFA_2025_26,
  name: 'Domestic league',
  extraTime: 'none',
  ifLevel: 'draw',
  bench: 9,
};

/** A cup tie, decided on the day. */
export const DOMESTIC_CUP: Regulations = {
  ...DOMESTIC_LEAGUE,
  name: 'Domestic cup',
  extraTime: 'full',
  ifLevel: 'shoot-out',
};

/** A cup tie as it used to be: what is level after ninety minutes is played again. */
export const DOMESTIC_CUP_REPLAY: Regulations = {
  ...DOMESTIC_LEAGUE,
  name: 'Domestic cup, with a replay',
  ifLevel: 'replay',
};
