import type { Millis } from '../../match/time.ts';
import { parseTime } from '../../match/time.ts';
import type { Head } from '../../playback/frame.ts';
import type { MatchHistory } from '../../playback/views.ts';
import type { Moment } from '../panel.ts';

/** An earlier moment that is looked at here alone: the journal up to `cursor`, at `offset` of feed time. */
export interface Back {
  readonly cursor: number;
  readonly offset: Millis;
  /** It may be played on from there, again here alone. */
  readonly playing: boolean;
  readonly speed: number;
}

/** Where a moment lies in the journal; `undefined` where it has no such moment. */
export const findBack = (history: MatchHistory, moment: Moment): Pick<Back, 'cursor' | 'offset'> | undefined => {
  if ('cursor' in moment) {
    const cursor = Math.min(Math.max(0, moment.cursor), history.length);
    return { cursor, offset: offsetOf(history, cursor) };
  }
  // A place in the showing depends on how that was laid out, which a journal doesn't know.
  if ('position' in moment) return undefined;
  const time = parseTime(moment.time);
  const found = time && history.momentAsOf(time);
  return found === undefined || typeof found === 'string' ? undefined : found;
};

/** The head at an earlier moment, as if the showing stood there. */
export const headBack = (history: MatchHistory, live: Head, { cursor, offset, playing, speed }: Back): Head => ({
  ...live,
  cursor,
  watch: history.watchAt(cursor, offset),
  at: history.feedTime(offset),
  playing,
  speed,
});

/** A while later. Dead time is passed over: whoever looks again has seen the interval. */
export const runBack = (history: MatchHistory, back: Back, elapsedMs: Millis): Back => {
  const next = history.entries[back.cursor]?.offset;
  if (next === undefined) return { ...back, playing: false };
  const reached = back.offset + elapsedMs * back.speed;
  const isDead = !history.momentAt(back.cursor).live && next - back.offset > DEAD_MS * back.speed;
  const offset = isDead ? next : reached;
  let { cursor } = back;
  while ((history.entries[cursor]?.offset ?? Infinity) <= offset) cursor += 1;
  return { ...back, cursor, offset };
};

/** Seconds of a viewer's own time that nothing may happen for, outside play. */
const DEAD_MS = 2000;

const offsetOf = (history: MatchHistory, cursor: number): Millis => history.entries[cursor - 1]?.offset ?? 0;
