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
