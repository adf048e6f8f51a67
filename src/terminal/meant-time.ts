import { HALVES, isHalf, type Period } from '../match/time.ts';

/** What the referee's watch is at, as far as a time that somebody types depends on it. */
export interface WatchAtHand {
  readonly leg: number;
  readonly period: Period;
}

/**
 * A time as somebody typed it: a running clock alone, such as `97:53`, is read on the watch at hand. Outside play, and
 * where the half at hand hasn't such a time, it's one of normal time.
 */
export const meantTime = (text: string, { leg, period }: WatchAtHand): string => {
  const minutes = /^(\d{1,3}):[0-5]\d$/.exec(text)?.[1];
  if (minutes === undefined) return text;
  const isHere = isHalf(period) && Number(minutes) >= HALVES[period].from;
  const half = isHere ? period : Number(minutes) < HALVES['1H'].to ? '1H' : '2H';
  return `L${leg} ${half} ${text}`;
};
