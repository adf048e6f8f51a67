import type { Millis } from '../match/time.ts';
import { type Cues, cursorAt, type Mark, type Place, placeAt, positionOf, startOf } from './pacing.ts';

/**
 * What moves through a recording. `position` is playback time at the clock's time `since`; while it plays, the
 * position runs on from there at `speed` (`Infinity`: everything is due at once). `positionOf(cursor)` ≤ `position`.
 */
export interface Playhead extends Place {
  readonly playing: boolean;
  readonly speed: number;
  readonly since: Millis;
  /** 1, and one more with each loop. */
  readonly pass: number;
}

/** The greatest speed that is a number; above it there is only `max`. */
export const SPEED_MAX = 100_000;

/** What a viewer may ask for, as on the wire. The door has checked it: a speed is positive, cursors are whole. */
export type Control =
  | { readonly type: 'play' | 'pause' }
  | { readonly type: 'speed'; readonly speed: number | 'max' }
  | { readonly type: 'seek'; readonly to: Target }
  | { readonly type: 'step'; readonly by: 1 | -1 };

export type Target =
  | { readonly position: Millis }
  | { readonly time: string }
  | { readonly cursor: number }
  | { readonly next: Mark }
  | { readonly previous: Mark };

/**
 * What playback itself says: time has passed (`tick`), the feed brought more after the last tick (`more`), and the
 * showing begins anew (`again`).
 */
export interface Beat {
  readonly type: 'tick' | 'more' | 'again';
}

/** Moves the playhead. Pure: `now` is the clock's time. A target that doesn't exist leaves the playhead where it is. */
export const steer = (head: Playhead, signal: Control | Beat, now: Millis, cues: Cues): Playhead => {
  switch (signal.type) {
    case 'tick':
      return runOn(head, now, cues);
    case 'more':
      return goOn(head, now, cues);
    case 'again':
      return { ...head, ...startOf(cues), since: now, pass: head.pass + 1 };
    case 'play': {
      const here = anchored(head, now, cues);
      const start = isAtEnd(here, cues) && cues.ending !== 'wait' ? startOf(cues) : {};
      return settled({ ...here, ...start, playing: true }, cues);
    }
    case 'pause':
      return { ...anchored(head, now, cues), playing: false };
    case 'speed':
      return { ...anchored(head, now, cues), speed: signal.speed === 'max' ? Infinity : signal.speed };
    case 'seek': {
      const here = anchored(head, now, cues);
      return settled({ ...here, ...placeOf(signal.to, here, cues) }, cues);
    }
    case 'step': {
      const here = anchored(head, now, cues);
      return settled({ ...here, ...placeAt(cues, { cursor: here.cursor + signal.by }) }, cues);
    }
  }
};

/** Position at the clock's time `now`. It never runs past an entry that hasn't been shown, nor past the end. */
export const positionAt = (head: Playhead, now: Millis, cues: Cues): Millis =>
  Math.min(travelled(head, now), Math.max(head.position, positionOf(cues, head.cursor + 1)));

/** Whole milliseconds from `now` until the next entry falls due; `undefined` when none will. */
export const waitOf = (head: Playhead, now: Millis, cues: Cues): Millis | undefined => {
  if (!head.playing || isAtEnd(head, cues)) return undefined;
  const left = positionOf(cues, head.cursor + 1) - reached(head, now);
  return left <= 0 ? 0 : Math.ceil(left / head.speed);
};

/** Every entry of the showing has been shown. */
export const isAtEnd = (head: Place, cues: Cues): boolean => head.cursor >= cues.last;

/** Where a target lies from here, kept within the showing; `undefined` when there is no such thing. */
export const placeOf = (to: Target, here: Playhead, cues: Cues): Place | undefined => {
  if ('position' in to) {
    const position = Math.min(Math.max(to.position, 0), cues.duration);
    return { cursor: cursorAt(cues, position), position };
  }
  const moment = 'time' in to ? cues.moment?.(to.time) : 'cursor' in to ? to : markFrom(to, here, cues);
  return moment && placeAt(cues, moment);
};

const markFrom = (to: { next: Mark } | { previous: Mark }, here: Playhead, cues: Cues) => {
  const marks = cues.marks['next' in to ? to.next : to.previous].filter(
    (mark) => cues.first <= mark && mark <= cues.last,
  );
  if ('next' in to) {
    const cursor = marks.find((mark) => mark > here.cursor);
    return cursor === undefined ? undefined : { cursor };
  }
  const passed = marks.filter((mark) => mark <= here.cursor);
  // One that has just been passed is skipped, or nobody could go back beyond it: a second of the viewer's time.
  const grace = 1000 * (here.playing ? here.speed : 1);
  const justPassed = here.position - positionOf(cues, passed.at(-1) ?? 0) <= grace;
  const cursor = passed.at(justPassed ? -2 : -1);
  return cursor === undefined ? undefined : { cursor };
};

// Timers may fire a little early, and sums of fractions fall a little short: so much counts as on time.
const EARLY_MS = 1e-6;

const runOn = (head: Playhead, now: Millis, cues: Cues): Playhead => {
  if (!head.playing || isAtEnd(head, cues)) return settled(head, cues);
  const cursor = cursorAt(cues, reached(head, now));
  if (cursor < cues.last) {
    // The playhead is never behind an event it has shown.
    return { ...head, cursor, position: Math.max(travelled(head, now), positionOf(cues, cursor)), since: now };
  }
  // Since the moment the end was reached rather than now, so that a wait for the feed is counted in full.
  const since = head.since + (cues.duration - head.position) / head.speed;
  return settled({ ...head, cursor, position: cues.duration, since }, cues);
};

// While the playhead waits, time runs on, but no further than the next entry: that one is shown as it comes, and those
// after it at their own pace. So a live feed doesn't fall behind by each gap, and a stalled one skips nothing.
const goOn = (head: Playhead, now: Millis, cues: Cues): Playhead => {
  const next = positionOf(cues, head.cursor + 1);
  return runOn({ ...head, position: Math.min(travelled(head, now), next), since: now }, now, cues);
};

// Anchor the playhead here first; then no change of speed can lose or repeat time.
const anchored = (head: Playhead, now: Millis, cues: Cues): Playhead => {
  // Among entries that share a position those shown are chosen, until time moves on.
  const here = now > head.since ? runOn(head, now, cues) : head;
  return { ...here, since: now };
};

const settled = (head: Playhead, cues: Cues): Playhead =>
  head.playing && cues.ending === 'stop' && isAtEnd(head, cues) ? { ...head, playing: false } : head;

const travelled = ({ playing, position, since, speed }: Playhead, now: Millis): Millis =>
  playing && now > since ? position + (now - since) * speed : position;

const reached = ({ position, since, speed }: Playhead, now: Millis): Millis =>
  position + (Math.max(0, now - since) + EARLY_MS) * speed;
