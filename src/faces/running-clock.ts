import { HALVES, isHalf, labelOf, MINUTE, type Millis, type Period } from '../match/time.ts';
import type { Head } from '../playback/frame.ts';
import type { ClockView } from '../projections/views.ts';
import { words } from './words.ts';

/** The referee's watch as a scoreboard shows it, at this moment. */
export interface RunningClock {
  /** `57:20`, `90:04` in the minute that follows the ninetieth, `90+7:53` in further added time, `HT`, `PEN 3`, `FT`. */
  readonly label: string;
  /** The minute as a ticker says it: `90+8'`. */
  readonly minute: string;
  /** `Second half`; or `Suspended` and the like, where it's that. */
  readonly period: string;
  readonly periodShort: string;
  readonly running: boolean;
  /** Announced, in minutes: shown once the regulation time is over, or it was announced. */
  readonly added?: number;
  /** Elapsed in the period. */
  readonly elapsed: Millis;
}

/** `heardAt` is when the head was heard, on the clock that `now` is on. Time runs on at the speed of the showing. */
export const runningClock = (head: Head, clock: ClockView, heardAt: Millis, now: Millis): RunningClock => {
  const since = head.playing && clock.running ? Math.max(0, now - heardAt) * head.speed : 0;
  const elapsed = Math.round(head.watch + since);
  const { period, status, addedTime, running } = clock;
  return {
    label: clockLabel(period, isHalf(period) ? elapsed : clock.elapsed),
    minute: isHalf(period) ? labelOf({ period, elapsed }) : clock.label,
    period: status === undefined ? words.periods[period] : words.statuses[status],
    periodShort: words.periodsShort[period],
    running,
    ...(addedTime === undefined ? {} : { added: addedTime }),
    elapsed,
  };
};

/** `57:20`; `45:07`, and from a minute on `45+2:07`, once the half's minutes are over; outside play the period's own name. */
export const clockLabel = (period: Period, elapsed: Millis): string => {
  if (period === 'pre') return '00:00';
  if (!isHalf(period)) return period === 'PEN' ? labelOf({ period, elapsed }) : words.periodsShort[period];
  const { from, to } = HALVES[period];
  const over = elapsed - (to - from) * MINUTE;
  return over < MINUTE ? formatted(elapsed + from * MINUTE) : `${to}+${formatted(over, false)}`;
};

const formatted = (elapsed: Millis, padded = true): string => {
  const seconds = Math.floor(Math.max(0, elapsed) / 1000);
  const minutes = String(Math.floor(seconds / 60));
  return `${padded ? minutes.padStart(2, '0') : minutes}:${String(seconds % 60).padStart(2, '0')}`;
};
