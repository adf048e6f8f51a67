import type { Regulations } from './regulations.ts';
import { UEFA_2025_26 } from './uefa.ts';

/** A World Cup's knock-out match. */
export const WORLD_CUP: Regulations = { ...UEFA_2025_26, name: 'FIFA World Cup', bench: 15 };

/** A European Championship's knock-out match. */
export const EURO: Regulations = { ...UEFA_2025_26, name: 'UEFA European Championship', bench: 15 };
