import type { Millis } from '../match/time.ts';

/** An entry as pacing sees it. `offset` (feed time) never falls from one entry to the next. */
export interface Paced {
  readonly offset: Millis;
  /** After this entry, as then known, the watch runs or a shoot-out is on. */
  readonly live: boolean;
}

/** What a viewer seeks by name. */
export const MARKS = ['goal', 'key-moment'] as const;
export type Mark = (typeof MARKS)[number];

/** A moment of the feed: just after an entry, or a feed time. */
export type Moment = { readonly cursor: number } | { readonly offset: Millis };

/** A place in a showing. The cursor isn't derived from the position, since several entries can share one. */
export interface Place {
  readonly cursor: number;
  readonly position: Millis;
}

export interface Pacing {
  /** Cursor at which the showing starts: so many entries are already shown at position 0. */
  readonly first: number;
  /** Feed time of position 0, where the showing starts between two entries; otherwise that of the last one shown. */
  readonly start?: Millis;
  /** The longest that a stretch of dead time may last; `Infinity` shortens nothing. */
  readonly maxGap: Millis;
  /** Cursor at which the showing ends; otherwise with the last entry. */
  readonly until?: number;
  readonly marks?: Marks;
  readonly moment?: (time: string) => Moment | undefined;
}

/** The cursors that show a goal or a key moment, rising. */
export type Marks = Readonly<Record<Mark, readonly number[]>>;

/** One showing laid out in playback time. Plain data: give it other marks with a spread. */
export interface Cues {
  readonly first: number;
  /** Cursor at the end: no more entries than these are shown. */
  readonly last: number;
  readonly duration: Millis;
  readonly marks: Marks;
  /** Resolves a time as people write it (`57'`, `half-time`), as of the showing; `undefined` when there is none such. */
  readonly moment?: (time: string) => Moment | undefined;
  /** What the playhead does at the end. `wait`: the feed is still open. */
  readonly ending: 'stop' | 'wait' | 'loop';
  readonly until?: number;
  readonly maxGap: Millis;
  /** The watch runs after the last entry. */
  readonly live: boolean;
  readonly offsets: readonly Millis[];
  readonly stretches: readonly [Stretch, ...Stretch[]];
}

/** Consecutive segments, all live or all dead, laid out at one pace. */
interface Stretch {
  readonly live: boolean;
  /** Index of the first entry that it leads to. */
  readonly entry: number;
  /** Where it begins, in feed time and in playback time. */
  readonly feed: Millis;
  readonly position: Millis;
  /** How long it is in the feed, how long it lasts in the showing, and how long it may last at most. */
  readonly length: Millis;
  readonly laid: Millis;
  readonly room: Millis;
}

/** Lays a showing out: play at the pace of the feed, each stretch of dead time shortened as a whole to `maxGap`. */
export const layOut = (entries: readonly Paced[], pacing: Pacing): Cues => {
  const { first: wanted, start, maxGap, marks = { goal: [], 'key-moment': [] }, moment, until } = pacing;
  const first = Math.min(wanted, entries.length);
  const before = entries[first - 1];
  const earliest = before?.offset ?? 0;
  const feed = clamp(start ?? earliest, earliest, entries[first]?.offset ?? earliest);
  const live = before?.live ?? false;
  const opening: Cues = {
    first,
    last: first,
    duration: 0,
    marks,
    ...(moment && { moment }),
    ending: 'stop',
    ...(until !== undefined && { until }),
    maxGap,
    live,
    offsets: entries.slice(0, first).map(({ offset }) => offset),
    stretches: [{ live, entry: first, feed, position: 0, length: 0, laid: 0, room: live ? Infinity : maxGap }],
  };
  return extend(opening, entries.slice(first));
};

/**
 * Adds the entries that a live feed has brought. Only a dead stretch that is still growing is laid out anew, and only
 * ahead of `behind`, which is where the playhead stands: whatever is behind it keeps its position, and what follows
 * shares the rest of the gap. So a feed that comes in pieces is laid out as if it had come at once, except for the
 * stretch that the playhead is in.
 */
export const extend = (cues: Cues, more: readonly Paced[], behind: Place = startOf(cues)): Cues => {
  const added = more.slice(0, Math.max(0, (cues.until ?? Infinity) - cues.last));
  if (added.length === 0) return cues;
  // Cues that follow one another share one growing array, of which each reads its own part.
  const offsets = cues.offsets.length === cues.last ? (cues.offsets as Millis[]) : cues.offsets.slice(0, cues.last);
  const stretches: [Stretch, ...Stretch[]] = [...cues.stretches];
  let stretch = latest(cues);
  if (stretch.live === cues.live && !stretch.live && behind.position > stretch.position) {
    stretch = ahead(stretch, behind, cues);
    stretches.push(stretch);
  }
  let { live } = cues;
  for (const { offset, live: after } of added) {
    if (stretch.live !== live) {
      stretch = following(stretch, offsets.length, live ? Infinity : cues.maxGap);
      stretches.push(stretch);
    }
    const length = offset - stretch.feed;
    stretch = { ...stretch, length, laid: Math.min(length, stretch.room) };
    stretches[stretches.length - 1] = stretch;
    offsets.push(offset);
    live = after;
  }
  return { ...cues, last: cues.last + added.length, duration: endOf(stretch), live, offsets, stretches };
};

/** The place at which the showing starts. */
export const startOf = (cues: Cues): Place => ({ cursor: cues.first, position: 0 });

/** Position at which the cursor's last entry is shown, in whole milliseconds: 0 up to the start of the showing. */
export const positionOf = (cues: Cues, cursor: number): Millis => {
  if (cursor <= cues.first) return 0;
  if (cursor > cues.last) return cues.duration;
  const entry = cursor - 1;
  return positionIn(
    stretchWhere(cues, (stretch) => stretch.entry <= entry),
    cues.offsets[entry] ?? 0,
  );
};

/** How many entries have been shown at a position, those that fall due at it included. */
export const cursorAt = (cues: Cues, position: Millis): number =>
  greatest(cues.first, cues.last, (cursor) => positionOf(cues, cursor) <= position);

/**
 * Feed time at a position, linear within a stretch. Where entries of different feed times share the position, the
 * cursor says which of them have been shown; otherwise all have.
 */
export const offsetAt = (cues: Cues, position: Millis, cursor = cursorAt(cues, position)): Millis => {
  const shown = cursor > cues.first ? (cues.offsets[cursor - 1] ?? 0) : cues.stretches[0].feed;
  if (position <= positionOf(cues, cursor)) return shown;
  const { feed, position: from, length, laid } = stretchWhere(cues, (stretch) => stretch.position <= position);
  const next = cursor < cues.last ? (cues.offsets[cursor] ?? shown) : shown;
  const along = laid === length ? position - from : laid === 0 ? 0 : ((position - from) * length) / laid;
  return clamp(feed + along, shown, next);
};

/** The place of a moment of the feed, kept within the showing. */
export const placeAt = (cues: Cues, moment: Moment): Place => {
  if ('cursor' in moment) {
    const cursor = clamp(moment.cursor, cues.first, cues.last);
    return { cursor, position: positionOf(cues, cursor) };
  }
  const { offset } = moment;
  const cursor = greatest(cues.first, cues.last, (shown) => (cues.offsets[shown - 1] ?? 0) <= offset);
  const stretch = stretchWhere(cues, ({ feed }) => feed <= offset);
  return { cursor, position: Math.min(positionIn(stretch, Math.max(offset, stretch.feed)), cues.duration) };
};

// Rounded down, so that an entry's position never stands for a feed time after it.
const positionIn = ({ position, feed, length, laid }: Stretch, offset: Millis): Millis =>
  laid === length ? position + offset - feed : Math.floor(position + ((offset - feed) * laid) / length);

const endOf = (stretch: Stretch): Millis => positionIn(stretch, stretch.feed + stretch.length);

const following = (stretch: Stretch, entry: number, room: Millis): Stretch => ({
  live: !stretch.live,
  entry,
  feed: stretch.feed + stretch.length,
  position: endOf(stretch),
  length: 0,
  laid: 0,
  room,
});

/** What is left of a dead stretch ahead of the playhead. The part behind it stays as it was laid. */
const ahead = (stretch: Stretch, behind: Place, cues: Cues): Stretch => {
  // In whole milliseconds, so that the sums are exact.
  const position = Math.floor(Math.min(behind.position, cues.duration));
  const feed = Math.floor(offsetAt(cues, position, behind.cursor));
  const length = stretch.feed + stretch.length - feed;
  const room = Math.max(0, stretch.room - (position - stretch.position));
  return { ...stretch, entry: behind.cursor, feed, position, length, laid: Math.min(length, room), room };
};

const latest = ({ stretches }: Cues): Stretch => stretches.at(-1) ?? stretches[0];

/** The last stretch for which it holds; it holds for all before that one. */
const stretchWhere = ({ stretches }: Cues, holds: (stretch: Stretch) => boolean): Stretch =>
  stretches[greatest(0, stretches.length - 1, (index) => holds(stretches[index] ?? stretches[0]))] ?? stretches[0];

/** The greatest number from `low` to `high` for which it holds, by halving; `low` where it holds for none. */
const greatest = (low: number, high: number, holds: (value: number) => boolean): number => {
  let [sure, limit] = [low, high];
  while (sure < limit) {
    const middle = Math.ceil((sure + limit) / 2);
    if (holds(middle)) sure = middle;
    else limit = middle - 1;
  }
  return sure;
};

const clamp = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high);
