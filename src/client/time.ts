import type { Head } from '../playback/frame.ts';
import type { ClockView } from '../projections/views.ts';

/** Milliseconds. */
export type Millis = number;

/** Time as a client needs it. Another one, such as a test's, goes in as an option. */
export interface Time {
  /** From any zero, but never back: the time of day may jump. */
  readonly now: () => Millis;
  /** Does it once, later; what comes back calls it off. */
  readonly after: (delayMs: Millis, act: () => void) => () => void;
}

export const SYSTEM_TIME: Time = {
  now: () => performance.now(),
  after: (delayMs, act) => {
    const timer = setTimeout(act, delayMs);
    return () => clearTimeout(timer);
  },
};

/** A head as it was heard at `heardAt`, on the clock that `now` is on. */
export interface Heard {
  readonly head: Head;
  readonly views: { readonly clock?: ClockView };
  readonly heardAt: Millis;
}

/**
 * The referee's watch at this moment, elapsed in its period: run on from what was heard, at the speed of the showing,
 * while it plays and the watch runs. Without the `clock` view nobody knows whether it runs, and it stands.
 */
export const watchAt = ({ head, views, heardAt }: Heard, now: Millis = SYSTEM_TIME.now()): Millis =>
  head.watch + (views.clock?.running === true ? runOn(head, now - heardAt) : 0);

/** Playback time at this moment, from the start of the showing. */
export const positionAt = ({ head, heardAt }: Omit<Heard, 'views'>, now: Millis = SYSTEM_TIME.now()): Millis =>
  Math.min(head.duration, head.position + runOn(head, now - heardAt));

const runOn = ({ playing, speed }: Head, sinceMs: Millis): Millis =>
  playing ? Math.round(Math.max(0, sinceMs) * speed) : 0;
