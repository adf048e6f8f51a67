import { HALVES, isHalf, type MatchTime, MINUTE, type Millis, PERIODS, type Period } from '../match/time.ts';

/** The halves of a recording laid end to end, so that a chart has one axis over both legs. */
export interface Course {
  readonly spans: readonly CourseSpan[];
  readonly length: Millis;
}

export interface CourseSpan {
  readonly leg: number;
  readonly period: Period;
  readonly from: Millis;
  /** The regulation length, or as far as play has gone where that is further. */
  readonly length: Millis;
}

/**
 * The halves of these legs, and whatever else was played. `times` says how far each went; what hasn't been played yet
 * counts with its regulation length.
 */
export const courseOf = (times: Iterable<MatchTime>, legs: readonly number[]): Course => {
  const reached = new Map<string, Millis>();
  for (const at of times) {
    const key = keyOf(at);
    reached.set(key, Math.max(reached.get(key) ?? 0, lengthOf(at)));
  }
  const spans: CourseSpan[] = [];
  let from = 0;
  for (const leg of legs) {
    if (spans.length > 0) from += GAP_MS;
    for (const period of PERIODS) {
      const far = reached.get(keyOf({ leg, period }));
      const isPlayed = far !== undefined && (isHalf(period) || period === 'PEN');
      const isDue =
        period === '1H' || period === '2H' || (period === 'ET2' && reached.has(keyOf({ leg, period: 'ET1' })));
      if (!isPlayed && !isDue) continue;
      const length = Math.max(far ?? 0, regulationOf(period));
      spans.push({ leg, period, from, length });
      from += length;
    }
  }
  return { spans, length: Math.max(from, MINUTE) };
};

/** Where a time lies, in milliseconds from the start. An interval lies where the half before it ends. */
export const placeOn = ({ spans }: Course, at: Pick<MatchTime, 'leg' | 'period' | 'elapsed'>): Millis => {
  const own = spans.find(({ leg, period }) => leg === at.leg && period === at.period);
  if (own !== undefined) return own.from + Math.min(own.length, Math.max(0, lengthOf(at)));
  const before = spans.findLast(
    ({ leg, period }) => leg < at.leg || (leg === at.leg && PERIODS.indexOf(period) < PERIODS.indexOf(at.period)),
  );
  return before === undefined ? 0 : before.from + before.length;
};

/** Between two legs, so that one sees that they are two. */
const GAP_MS = 6 * MINUTE;

/** A kick from the penalty mark takes about so long. */
const KICK_MS = 1.5 * MINUTE;

const keyOf = ({ leg, period }: Pick<MatchTime, 'leg' | 'period'>): string => `${leg} ${period}`;

const lengthOf = ({ period, elapsed }: Pick<MatchTime, 'period' | 'elapsed'>): Millis =>
  period === 'PEN' ? (elapsed / 1000) * KICK_MS : elapsed;

const regulationOf = (period: Period): Millis =>
  isHalf(period) ? (HALVES[period].to - HALVES[period].from) * MINUTE : 10 * KICK_MS;
