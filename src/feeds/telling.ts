import type { Entry, Reported } from '../journal/entry.ts';
import { feedTime } from '../journal/feed-time.ts';
import type { MatchEvent } from '../match/event.ts';
import { compareTime, type Millis } from '../match/time.ts';
import { layOut } from './laying-out.ts';

/** One thing that a provider told of. */
export interface Told {
  /** Of the entry: the provider's own id with a letter before it, or what it is and a number. */
  readonly id: string;
  readonly event: MatchEvent;
  /** When the feed said so, in milliseconds since 1970, where it's known. */
  readonly heardAt?: Millis;
  /** Of `reported`, beside the provider's name. */
  readonly fact?: NonNullable<Reported['fact']>;
  readonly time?: NonNullable<Reported['time']>;
  /** The provider's own id for it. */
  readonly ref?: string;
  readonly note?: string;
}

export interface Telling {
  /** The provider's name. */
  readonly by: string;
  /** ISO 8601 with an offset, where it's known. */
  readonly kickOff?: string | undefined;
}

export interface Journalled {
  readonly startedAt: string;
  readonly entries: readonly Entry[];
}

/**
 * Makes a journal of what was told, in whatever order it comes. Where the feed's own times are known they are the
 * offsets, so that what it told late is late; everything else is laid out by the watch, intervals at their usual length.
 */
export const journalOf = (told: readonly Told[], { by, kickOff }: Telling): Journalled => {
  const inMatchOrder = uniquelyNamed(told).toSorted(compareTold);
  const { startedAt, offsets } = layOut(inMatchOrder, kickOff);
  const first = Math.min(0, ...offsets.slice(0, 1));
  const asHeard = inMatchOrder
    .map((each, index) => ({ each, offset: (offsets[index] ?? 0) - first }))
    .toSorted((a, b) => a.offset - b.offset);
  return {
    startedAt: feedTime(startedAt, first),
    entries: asHeard.map(({ each, offset }, index) => ({
      kind: 'event',
      seq: index + 1,
      offset,
      id: each.id,
      event: each.event,
      reported: reportedBy(by, each),
    })),
  };
};

/** The id of an entry from what it is and the provider's own id: `e263883958`. References name entries by the same. */
export const entryId = (kind: string, ref: string | number): string =>
  `${kind}${String(ref).replace(/[^\p{L}\p{N}_.:-]/gu, '-')}`.slice(0, ID_LENGTH_MAX);

const ID_LENGTH_MAX = 70;

const reportedBy = (by: string, { fact, time, ref, note }: Told): Reported => ({
  by,
  ...(fact === undefined ? {} : { fact }),
  ...(time === undefined ? {} : { time }),
  ...(ref === undefined ? {} : { ref: ref.slice(0, 200) }),
  ...(note === undefined ? {} : { note: note.slice(0, 1000) }),
});

/** A period's kick-off comes before all else of that instant, and its whistle after it. */
const compareTold = (a: Told, b: Told): number =>
  compareTime(a.event.at, b.event.at) ||
  edgeOf(a.event) - edgeOf(b.event) ||
  (a.event.at.order ?? 0) - (b.event.at.order ?? 0);

const edgeOf = ({ type, at }: MatchEvent): number => {
  switch (type) {
    case 'line-ups':
      return -2;
    case 'kick-off':
      return at.elapsed === 0 ? -1 : 0;
    case 'half-time':
    case 'period-end':
    case 'full-time':
      return 1;
    default:
      return 0;
  }
};

/** A row that was sent twice under one id would be taken for a conflict. */
const uniquelyNamed = (told: readonly Told[]): Told[] => {
  const seen = new Map<string, number>();
  const named: Told[] = [];
  for (const each of told) {
    const times = (seen.get(each.id) ?? 0) + 1;
    seen.set(each.id, times);
    named.push(times === 1 ? each : { ...each, id: `${each.id}.${times}` });
  }
  return named;
};
