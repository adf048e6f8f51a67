import { standAt } from '../../playback/frame.ts';
import { type Cues, positionOf } from '../../playback/pacing.ts';
import type { MatchHistory } from '../../playback/views.ts';
import { diff } from '../../wire/patch.ts';

/**
 * A showing as JSON Lines. Nothing here depends on when a line is written, so that the bytes are the same at any speed:
 * `head` has neither `playing` nor `speed`, and `position` is the entry's own.
 */

/** `{ head, views }` as they stand at a cursor; where several matches are shown, with the name of theirs before it. */
export const snapshotLine = (history: MatchHistory, cues: Cues, cursor: number, match?: string): string =>
  JSON.stringify({ ...named(match), head: headAt(history, cues, cursor), views: history.viewsAt(cursor) });

/** `{ seq, head, entry, patch }`: what an entry changed in the views, as a JSON Merge Patch (RFC 7396). */
export const entryLine = (history: MatchHistory, cues: Cues, seq: number, match?: string): string =>
  JSON.stringify({
    ...named(match),
    seq,
    head: headAt(history, cues, seq),
    entry: history.entries[seq - 1],
    patch: diff(history.viewsAt(seq - 1), history.viewsAt(seq)) ?? {},
  });

const named = (match: string | undefined): { readonly match?: string } => (match === undefined ? {} : { match });

const headAt = (history: MatchHistory, cues: Cues, cursor: number) =>
  standAt(history, cues, cursor, positionOf(cues, cursor));
