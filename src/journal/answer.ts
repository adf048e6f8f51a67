import type { MatchState } from '../match/state.ts';
import { compareTime, type MatchTime, type Millis, type TimeRef } from '../match/time.ts';
import { cursorAsOf, feedTimeAsOf, legOf, type Told } from './as-of.ts';
import type { Entry } from './entry.ts';
import type { Claim } from './journal.ts';
import { nameOf, subjectOf } from './naming.ts';
import { comparePlaces, type Place } from './place.ts';

/** Which moment is asked for: the match up to `at`, as known at `asOf`. Both absent: everything, as known at the end. */
export interface Question {
  readonly at?: TimeRef;
  readonly asOf?: TimeRef | number;
}

export type Answer<Views> =
  | {
      readonly ok: true;
      readonly cursor: number;
      readonly watch: Millis;
      readonly views: Views;
      readonly state: MatchState;
    }
  | { readonly ok: false; readonly message: string };

/** What a question is asked of. */
export interface Asked<Views> extends Told {
  /** The views of the record: what they hold has places in the match too. */
  readonly recordNames: readonly string[];
  viewsAt(cursor: number): Views;
  stateAt(cursor: number): MatchState;
  watchAt(cursor: number, offset: Millis): Millis;
  /** These events alone, folded; with the record as at that cursor. */
  folded(believed: readonly Claim[], cursor: number): { readonly views: Views; readonly state: MatchState };
}

/** The match up to one time, as known at another. */
export const answerOf = <Views>(asked: Asked<Views>, { at, asOf }: Question): Answer<Views> => {
  const { length } = asked.entries;
  const cursor = asOf === undefined ? length : typeof asOf === 'number' ? asOf : cursorAsOf(asked, asOf);
  if (typeof cursor === 'string') return { ok: false, message: cursor };
  if (cursor < 0 || cursor > length) {
    return { ok: false, message: `there is no entry ${cursor}: the recording has ${length}, counted from 1` };
  }
  if (at !== undefined) return upTo(asked, at, cursor);
  const offset =
    asOf === undefined || typeof asOf === 'number'
      ? (asked.entries[cursor - 1]?.offset ?? 0)
      : feedTimeAsOf(asked, asOf, cursor);
  return {
    ok: true,
    cursor,
    watch: asked.watchAt(cursor, offset),
    views: asked.viewsAt(cursor),
    state: asked.stateAt(cursor),
  };
};

const upTo = <Views>(asked: Asked<Views>, at: TimeRef, cursor: number): Answer<Views> => {
  const believed = asked.believedAt(cursor);
  const last = lastUpTo(asked, at, believed);
  if (typeof last === 'string') return { ok: false, message: last };
  const { views, state } = asked.folded(believed.slice(0, last), cursor);
  const until = at.kind === 'clock' ? endOf(legOf(asked, at), at) : believed[last - 1];
  const { elapsed } = state.clock.watch;
  return {
    ok: true,
    cursor,
    watch: at.kind === 'clock' ? Math.max(elapsed, Math.min(at.to, watchedUntil(asked, at, state, cursor))) : elapsed,
    views: until === undefined ? views : withoutLater(asked, views, until, cursor),
    state,
  };
};

/** How far the watch has run on in the half of that time, as far as it was known; not at all in any other. */
const watchedUntil = <Views>(
  asked: Asked<Views>,
  at: Extract<TimeRef, { kind: 'clock' }>,
  { leg, clock }: MatchState,
  cursor: number,
): Millis => {
  if (!clock.running || clock.period !== at.period || leg !== legOf(asked, at)) return 0;
  const known = asked.momentAt(cursor);
  const sameHalf = known.leg === leg && known.period === at.period;
  return sameHalf ? asked.watchAt(cursor, asked.entries[cursor - 1]?.offset ?? 0) : at.to;
};

/** How many of what was believed lie up to a time. */
const lastUpTo = <Views>(asked: Asked<Views>, at: TimeRef, believed: readonly Claim[]): number | string => {
  if (at.kind === 'clock') {
    const target: MatchTime = { leg: legOf(asked, at), period: at.period, elapsed: at.to };
    return believed.findLastIndex(({ event }) => compareTime({ ...event.at }, target) <= 0) + 1;
  }
  const cursor = cursorAsOf(asked, at);
  if (typeof cursor === 'string') return cursor;
  const entry = asked.entries[cursor - 1];
  return believed.findIndex((claim) => entry !== undefined && claim.id === subjectOf(entry)) + 1;
};

/** Leaves out of the record's views what lies after a place in the match. */
const withoutLater = <Views>(
  { entries, recordNames }: Asked<Views>,
  views: Views,
  last: Place,
  cursor: number,
): Views => {
  const places = placesOf(entries.slice(0, cursor));
  const isLater = (id: string): boolean => comparePlaces(places.get(id) ?? last, last) > 0;
  const kept = { ...views } as Record<string, unknown>;
  for (const name of recordNames) {
    const items = Object.entries((kept[name] ?? {}) as Record<string, { entry?: string }>);
    kept[name] = Object.fromEntries(items.filter(([key, item]) => !isLater(item.entry ?? key)));
  }
  return kept as Views;
};

/** By id, and by what a correction is called: where in the match it lies. */
const placesOf = (entries: readonly Entry[]): ReadonlyMap<string, Place> => {
  const places = new Map<string, Place>();
  for (const entry of entries) {
    const subject = places.get(subjectOf(entry));
    const place = entry.kind === 'retraction' ? subject : { event: entry.event, seq: subject?.seq ?? entry.seq };
    if (place === undefined) continue;
    places.set(subjectOf(entry), place);
    places.set(nameOf(entry), place);
  }
  return places;
};

/** The last place of what is labelled so: whatever else happened at that instant is before it. */
const endOf = (leg: number, { period, to }: Extract<TimeRef, { kind: 'clock' }>): Place => ({
  event: { type: 'note', text: '', at: { leg, period, elapsed: to, order: Number.MAX_SAFE_INTEGER } },
  seq: Number.MAX_SAFE_INTEGER,
});
