import { WHISTLES } from '../match/laws/periods.ts';
import { type Half, isHalf, MINUTE, type Millis } from '../match/time.ts';
import { atWatch, HALF_NAMES, lengthOf } from './clock.ts';
import type { Told } from './telling.ts';

/**
 * Adds the kick-offs and whistles that a feed leaves out, so that each half up to the last one played begins and ends:
 * at nought, and with the last thing told of it, or after forty-five minutes (fifteen in extra time) where that is
 * later. `last` is the last half that is known to have been played and ended; what is still being played has no whistle.
 */
export const withWhistles = (told: readonly Told[], last: Half | undefined): Told[] => {
  const halves = new Map<Half, Played>();
  for (const { event } of told) {
    const { period, elapsed } = event.at;
    if (!isHalf(period)) continue;
    const { until, begun, ended } = halves.get(period) ?? UNTOLD;
    halves.set(period, {
      until: Math.max(until, elapsed),
      begun: begun || (event.type === 'kick-off' && elapsed < MINUTE),
      ended: ended || WHISTLES.has(event.type),
    });
  }
  const lastTold = HALF_NAMES.findLastIndex((half) => halves.has(half));
  const lastEnded = last === undefined ? -1 : HALF_NAMES.indexOf(last);
  const kicks = told.some(({ event }) => event.at.period === 'PEN');
  const added = HALF_NAMES.slice(0, Math.max(lastTold, lastEnded) + 1).flatMap((half, index): Told[] => {
    const { until, begun, ended } = halves.get(half) ?? UNTOLD;
    const goesOn = kicks || index < Math.max(lastTold, lastEnded);
    const isOver = index <= lastEnded || goesOn;
    return [
      ...(begun ? [] : [kickOff(half)]),
      ...(ended || !isOver ? [] : [whistle(half, Math.max(until, lengthOf(half)), goesOn)]),
    ];
  });
  return [...told, ...added];
};

interface Played {
  /** The latest that was told of it. */
  readonly until: Millis;
  readonly begun: boolean;
  readonly ended: boolean;
}

const UNTOLD: Played = { until: 0, begun: false, ended: false };

const kickOff = (half: Half): Told => ({
  id: `kick-off-${half}`,
  event: { type: 'kick-off', at: atWatch({ period: half, elapsed: 0 }) },
  time: 'estimated',
});

const whistle = (half: Half, elapsed: Millis, goesOn: boolean): Told => ({
  id: `end-${half}`,
  event: {
    type: half === '1H' ? 'half-time' : goesOn ? 'period-end' : 'full-time',
    at: atWatch({ period: half, elapsed }),
  },
  time: 'estimated',
});
