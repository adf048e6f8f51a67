import * as fc from 'fast-check';
import type { Entry } from '../../../src/journal/entry.ts';
import type { Recording } from '../../../src/journal/recording.ts';
import type { MatchEvent } from '../../../src/match/event.ts';
import type { PersonId } from '../../../src/match/fixture.ts';
import { isHalf } from '../../../src/match/time.ts';
import { retold } from './match.ts';
import type { Match } from './matchday.ts';
import { playOut } from './matchday.ts';
import { anyPlan, type Wanted } from './plan.ts';

/** What a source may do to a match that it tells. */
export const SLIPS = [
  'twice',
  'shuffled',
  'late',
  'dropped',
  'wrong-minute',
  'wrong-person',
  'wrong-side',
  'taken-back',
  'taken-back-and-sent-again',
  'amended',
  'other-content',
  'unknown-subject',
  'outage',
  'all-again',
] as const;
export type Slip = (typeof SLIPS)[number];

export interface Mishap {
  readonly slip: Slip;
  /** Which entry, counted round and round. */
  readonly where: number;
  /** How far, how many, or whom instead. */
  readonly how: number;
}

/** A lawful match as a source tells it. */
export interface Feed {
  readonly match: Match;
  readonly recording: Recording;
}

export interface FeedWanted extends Wanted {
  readonly slips?: readonly Slip[];
  readonly mishaps?: number;
}

export const anyFeed = ({ slips = SLIPS, mishaps = 8, ...wanted }: FeedWanted = {}): fc.Arbitrary<Feed> =>
  fc
    .tuple(anyPlan({ most: 8, ...wanted }), anyMishaps(slips, mishaps))
    .map(([plan, all]) => feedOf(playOut(plan), all));

export const anyMishaps = (slips: readonly Slip[], most: number): fc.Arbitrary<Mishap[]> =>
  fc.array(fc.record({ slip: fc.constantFrom(...slips), where: fc.nat(400), how: fc.nat(60) }), { maxLength: most });

export const feedOf = (match: Match, mishaps: readonly Mishap[]): Feed => {
  const told = mishaps.reduce((entries, mishap) => spoil(entries, mishap), match.recording.entries);
  return { match, recording: retold(match.recording, told) };
};

/** With the order of things told, so that it doesn't hang on when an entry comes. */
export const ordered = (recording: Recording): Recording => ({
  ...recording,
  entries: recording.entries.map((entry) =>
    entry.kind === 'retraction' ? entry : { ...entry, event: withOrder(entry.event, entry.seq) },
  ),
});

export const withOrder = (event: MatchEvent, order: number): MatchEvent => ({ ...event, at: { ...event.at, order } });

type EventEntry = Extract<Entry, { kind: 'event' }>;

const spoil = (entries: readonly Entry[], { slip, where, how }: Mishap): readonly Entry[] => {
  const place = where % Math.max(1, entries.length);
  const entry = entries[place];
  if (entry === undefined) return entries;
  const told = entry.kind === 'event' ? entry : undefined;
  const later = place + 1 + (how % (entries.length - place));
  const insert = (at: number, ...more: readonly Entry[]) => entries.toSpliced(at, 0, ...more);
  switch (slip) {
    case 'twice':
      return insert(later, entry);
    case 'late':
      return insert(later, entry).toSpliced(place, 1);
    case 'shuffled':
      return [...entries.slice(0, place), ...rotated(entries.slice(place, later), how), ...entries.slice(later)];
    case 'dropped':
      return entries.toSpliced(place, 1);
    case 'all-again':
      return [...entries, ...entries.slice(0, 60)];
    case 'outage':
      return outage(entries, place, later);
    case 'unknown-subject':
      return insert(later, { kind: 'retraction', seq: 0, offset: entry.offset, of: `never-sent-${how}` });
  }
  if (told === undefined) return entries;
  switch (slip) {
    case 'wrong-minute':
      return entries.with(place, { ...told, event: moved(told.event, (how - 30) * 20_000) });
    case 'wrong-person':
      return entries.with(place, { ...told, event: byAnother(told.event, how) });
    case 'wrong-side':
      return entries.with(place, { ...told, event: flipped(told.event) });
    case 'taken-back':
      return insert(later, retraction(told));
    case 'taken-back-and-sent-again':
      return insert(later, retraction(told), told);
    case 'amended':
      return insert(later, ...chain(told, how));
    case 'other-content':
      return insert(later, { ...told, event: byAnother(told.event, how) });
  }
};

export const retraction = ({ id, offset }: Pick<EventEntry, 'id' | 'offset'>): Entry => ({
  kind: 'retraction',
  seq: 0,
  offset,
  of: id,
});

export const amendment = ({ id, offset }: Pick<EventEntry, 'id' | 'offset'>, event: MatchEvent): Entry => ({
  kind: 'amendment',
  seq: 0,
  offset,
  of: id,
  event,
});

/** Once, twice or three times, each time otherwise. */
const chain = (told: EventEntry, how: number): Entry[] =>
  [byAnother(told.event, how), moved(told.event, 20_000 * (1 + (how % 5))), flipped(told.event)]
    .slice(0, 1 + (how % 3))
    .map((event) => amendment(told, event));

/** What goes missing between two entries; afterwards the source tells the score, and some of it is made up for. */
const outage = (entries: readonly Entry[], from: number, to: number): readonly Entry[] => {
  const missing = entries.slice(from, to).filter((entry) => entry.kind === 'event' && entry.event.type !== 'kick-off');
  const after = entries[to];
  if (after?.kind !== 'event') return entries;
  const kept = entries.filter((entry) => !missing.includes(entry));
  const goals = missing.filter((entry) => entry.kind === 'event' && entry.event.type === 'goal');
  return [...kept.slice(0, kept.indexOf(after) + 1), ...goals.slice(1), ...kept.slice(kept.indexOf(after) + 1)];
};

const rotated = <T>(some: readonly T[], by: number): T[] => {
  const start = by % Math.max(1, some.length);
  return [...some.slice(start), ...some.slice(0, start)];
};

/** To another second of the half: never beyond its beginning. */
export const moved = (event: MatchEvent, by: number): MatchEvent =>
  isHalf(event.at.period)
    ? { ...event, at: { ...event.at, elapsed: Math.max(0, event.at.elapsed + by + 3000) } }
    : event;

/** Somebody else of the same side: it may be somebody who isn't on the pitch. */
export const byAnother = (event: MatchEvent, how: number): MatchEvent => {
  const other = (id: PersonId): PersonId => id.replace(/\d+$/, (shirt) => `${1 + ((Number(shirt) + how) % 23)}`);
  return renamed(event, other);
};

/** The same for the other side. */
export const flipped = (event: MatchEvent): MatchEvent => {
  const turned = renamed(event, (id) => id.replace(/^(home|away)-/, (side) => (side === 'home-' ? 'away-' : 'home-')));
  if (!('club' in turned) || (turned.club !== 'HOM' && turned.club !== 'AWY')) return turned;
  return { ...turned, club: turned.club === 'HOM' ? 'AWY' : 'HOM' };
};

const renamed = (event: MatchEvent, to: (id: PersonId) => PersonId): MatchEvent => {
  const fields = Object.entries(event).map(([key, value]) => [
    key,
    WHO.has(key) && typeof value === 'string' ? to(value) : value,
  ]);
  return Object.fromEntries(fields) as MatchEvent;
};

/** Of a transferred card `to` is a person; of a review's outcome it's a decision, which has no number at its end. */
const WHO: ReadonlySet<string> = new Set(['by', 'person', 'assist', 'on', 'off', 'against', 'to']);
