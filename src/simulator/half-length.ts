import { HALVES, type Half, MINUTE, type Millis } from '../match/time.ts';
import type { Incident } from './incident.ts';
import type { Random } from './random.ts';
import { RATES } from './rates.ts';

export const HALF_NAMES = Object.keys(HALVES) as Half[];

export interface Length {
  readonly whole: Millis;
  /** Minutes announced. */
  readonly added: number;
  readonly whistle: Millis;
}

/** As much is added as is usual, and as the latest wish needs. */
export const lengthOf = (half: Half, incidents: readonly Incident[], random: Random): Length => {
  const whole = (HALVES[half].to - HALVES[half].from) * MINUTE;
  const usual = {
    '1H': 1.4 + random.poisson(1.5),
    '2H': 3 + random.poisson(2.6),
    ET1: random.poisson(0.8),
    ET2: 1 + random.poisson(0.8),
  };
  const needed = Math.max(0, ...incidents.map(({ at }) => Math.ceil((at - whole) / MINUTE)));
  const added = Math.max(Math.min(9, Math.floor(usual[half])), needed);
  return { whole, added, whistle: whole + added * MINUTE + random.int(5, 50) * 1000 };
};

/** Later is likelier: a density that rises in a straight line over the half. */
export const risingTime = (whistle: Millis, random: Random): Millis => {
  let share = random.float();
  while (!random.chance((1 + RATES.risingBy * share) / (1 + RATES.risingBy))) share = random.float();
  return Math.round(20_000 + share * (whistle - 20_000));
};

/** Of what happens in ninety minutes; extra time, being shorter, has its part of as much again. */
export const shareOf = (half: Half, normal: number): number => (half === '1H' || half === '2H' ? normal : 15 / 90);
