import { HALVES, type Half, isHalf, type MatchTime, MINUTE, type Millis, type Period } from '../match/time.ts';

/** Where the watch stood; a single match has one leg. */
export interface Watch {
  readonly period: Period;
  readonly elapsed: Millis;
}

/** As an event wants it. */
export const atWatch = ({ period, elapsed }: Watch): MatchTime => ({ leg: 1, period, elapsed });

/** A clock that counts from nought and runs on over the match: `95:22` of the second half is `(2H, 95, 22)`. */
export const runningClock = (period: Period, minute: number, second = 0): Watch => ({
  period,
  elapsed: bounded((minute - (isHalf(period) ? HALVES[period].from : 0)) * MINUTE + Math.round(second * 1000)),
});

/** Seconds since the period began, with fractions. */
export const sinceStart = (period: Period, seconds: number): Watch => ({
  period,
  elapsed: bounded(Math.round(seconds * 1000)),
});

/**
 * A minute as people say it, counted from one: `57'`, `45+2'`. It's the minute's first instant, which the label then
 * shows. Without a period the minute alone says which half: 46' is of the second, 91' of extra time; where there was no
 * extra time, name the period, since sources write 91' for 90+1' as well.
 */
export const spokenMinute = (minute: number, added = 0, period: Half = halfOf(minute)): Watch => {
  const late = Math.max(0, minute - HALVES[period].to);
  const within = Math.max(HALVES[period].from + 1, minute - late);
  return { period, elapsed: bounded((within + late + added - 1 - HALVES[period].from) * MINUTE) };
};

/** The half that a minute counted from one lies in; what is beyond 120' is of the last. */
export const halfOf = (minute: number): Half => HALF_NAMES.find((half) => minute <= HALVES[half].to) ?? 'ET2';

/** A kick from the mark: the watch stands, and kicks are counted. */
export const kickNumber = (number: number): Watch => ({ period: 'PEN', elapsed: number * 1000 });

export const HALF_NAMES = Object.keys(HALVES) as Half[];

/** How long a half is by the Laws. */
export const lengthOf = (half: Half): Millis => (HALVES[half].to - HALVES[half].from) * MINUTE;

/** A feed may claim anything; a period of more than a day is none, and nothing happens before it begins. */
const bounded = (elapsed: Millis): Millis => (Number.isFinite(elapsed) ? Math.min(Math.max(0, elapsed), DAY) : 0);

const DAY: Millis = 86_400_000;
