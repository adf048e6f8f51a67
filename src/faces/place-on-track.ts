import { HALVES, isHalf, MINUTE, type Millis, type Period } from '../match/time.ts';
import type { Track } from './track.ts';

type Spans = Track['spans'];
type Place = { readonly period: Period; readonly elapsed: Millis };

/** Where a time of the watch lies on a track, from 0 to 1; an interval lies where the period before it ends. */
export const placeOnTrack = (spans: Spans, { period, elapsed }: Place, order: readonly Period[]): number => {
  const own = spans.find((span) => span.period === period);
  if (own !== undefined) return Math.min(own.to, own.from + Math.max(0, elapsed) / millisPerTrack(spans, period));
  const before = spans.findLast((span) => order.indexOf(span.period) < order.indexOf(period));
  return before?.to ?? 0;
};

/** The time of the watch at a place of a track: what somebody who drags along it means. */
export const timeOnTrack = (spans: Spans, at: number): Place | undefined => {
  const span = spans.find(({ to }) => at <= to) ?? spans.at(-1);
  if (span === undefined) return undefined;
  const elapsed = Math.max(0, Math.min(at, span.to) - span.from) * millisPerTrack(spans, span.period);
  // A kick of a shoot-out is a whole number of thousands.
  return {
    period: span.period,
    elapsed: span.period === 'PEN' ? Math.floor(elapsed / 1000) * 1000 : Math.round(elapsed),
  };
};

/** How long the whole track is, measured on this period. */
const millisPerTrack = (spans: Spans, period: Period): Millis => {
  const half = spans.find((span) => isHalf(span.period) && span.regulation !== undefined);
  if (half?.regulation === undefined || !isHalf(half.period)) return 1;
  const { from, to } = HALVES[half.period];
  const millis = ((to - from) * MINUTE) / (half.regulation - half.from);
  // Ten kicks are as long as a half of extra time, and each counts a second.
  return period === 'PEN' ? millis / (KICK_MS / 1000) : millis;
};

const KICK_MS = 1.5 * MINUTE;
