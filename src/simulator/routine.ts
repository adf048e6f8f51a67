import type { Side } from '../match/fixture.ts';
import type { Regulations } from '../match/regulations/regulations.ts';
import type { Half, Millis } from '../match/time.ts';
import { type Length, shareOf } from './half-length.ts';
import { type Incident, opposite } from './incident.ts';
import type { Random } from './random.ts';
import { RATES } from './rates.ts';

/** What fills a match; it gives way to what matters. */
export const routine = (half: Half, { whistle }: Length, rules: Regulations, random: Random): Incident[] => {
  const filled: Incident[] = [];
  const each = (mean: number, share: number, make: (at: Millis, side: Side) => Incident) => {
    for (let left = random.poisson(mean * shareOf(half, share)); left > 0; left -= 1) {
      const side = random.chance(RATES.homeShare) ? 'home' : 'away';
      filled.push(make(random.int(8000, whistle - 15_000), side));
    }
  };
  const even = half === '1H' ? 0.48 : 0.52;
  each(RATES.shots, even, (at, side) => ({ kind: 'shot', at, side }));
  each(RATES.corners, even, (at, side) => ({ kind: 'corner', at, side }));
  each(RATES.offsides, even, (at, side) => ({ kind: 'offside', at, side }));
  each(RATES.throwIns, even, (at, side) => ({ kind: 'throw-in', at, side }));
  each(RATES.injuries, even, (at, side) => ({ kind: 'injury', change: false, at, side }));
  // Whoever has less of the ball fouls more.
  each(RATES.fouls, even, (at, side) => ({ kind: 'foul', at, side: opposite(side) }));
  const early = RATES.cautionsInFirstHalf;
  each(RATES.cautions, half === '1H' ? early : 1 - early, (at, side) => ({
    kind: 'caution',
    at,
    side: opposite(side),
  }));
  if (rules.staffCards) each(RATES.staffCautions, even, (at, side) => ({ kind: 'staff-caution', at, side }));
  return filled;
};
