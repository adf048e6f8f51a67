import type { Entry } from '../journal/entry.ts';
import type { Millis } from '../match/time.ts';
import type { Views } from '../projections/views.ts';
import { type Cues, offsetAt } from './pacing.ts';
import { type Playhead, positionAt, SPEED_MAX } from './playhead.ts';
import type { MatchHistory } from './views.ts';

/** Where a showing stands. */
export interface Head {
  /** Entries shown so far. */
  readonly cursor: number;
  /** Entries that there are. */
  readonly entries: number;
  /** Playback time from the start of the showing. */
  readonly position: Millis;
  readonly duration: Millis;
  /** Feed time at `position`, ISO 8601. */
  readonly at: string;
  /** Elapsed in the period at `position`; a client runs it on at `speed` while the clock is running. */
  readonly watch: Millis;
  readonly playing: boolean;
  readonly speed: number;
}

/** The head and all the views at one cursor, consistent with one another. */
export interface Frame {
  readonly head: Head;
  readonly views: Views;
}

export const CAUSES = ['play', 'seek', 'control', 'correction'] as const;

/** Why there is a new frame: entries came due, the cursor was moved, the playhead was steered, the feed took something back. */
export type Cause = (typeof CAUSES)[number];

export interface Shown {
  readonly frame: Frame;
  readonly cause: Cause;
  /** Those that the cursor passed since the frame before; none after a seek or a control. */
  readonly entries: readonly Entry[];
  /** 1, and one more with each loop; 1 where it isn't told. */
  readonly pass?: number;
}

export const frameAt = (history: MatchHistory, cues: Cues, playhead: Playhead, now: Millis): Frame => ({
  head: headAt(history, cues, playhead, now),
  views: history.viewsAt(playhead.cursor),
});

export const headAt = (history: MatchHistory, cues: Cues, playhead: Playhead, now: Millis): Head => {
  const { cursor, playing, speed } = playhead;
  return {
    ...standAt(history, cues, cursor, positionAt(playhead, now, cues)),
    playing,
    // JSON has no infinity; whoever runs a clock on needs a number.
    speed: Math.min(speed, SPEED_MAX),
  };
};

/** The head without what only a showing under way has. */
export const standAt = (
  history: MatchHistory,
  cues: Cues,
  cursor: number,
  position: Millis,
): Omit<Head, 'playing' | 'speed'> => {
  const offset = Math.round(offsetAt(cues, position, cursor));
  return {
    cursor,
    entries: history.length,
    position: Math.round(position),
    duration: cues.duration,
    at: history.feedTime(offset),
    watch: history.watchAt(cursor, offset),
  };
};
