import { type Entry, type EntryId, nameOf, subjectOf } from '../journal/entry.ts';
import { comparePlaces, History, type Projections } from '../journal/history.ts';
import { type Claim, type Effect, referencesOf } from '../journal/journal.ts';
import type { Recorded } from '../journal/projection.ts';
import type { Recording } from '../journal/recording.ts';
import { isSame } from '../journal/same.ts';
import type { EventType, MatchEvent } from '../match/event.ts';
import { compareTime, type TimeRef } from '../match/time.ts';
import { itemOf } from '../projections/timeline-item.ts';
import type { ViewName, Views } from '../projections/views.ts';
import { isConcerned, LINKS } from './concern.ts';
import type { Change, Explained, Fate, Named, Step, Why, Without } from './explanation.ts';
import { history, type MatchHistory, PROJECTIONS } from './views.ts';

/**
 * Why a part of a view is what it is at a moment. The journal is replayed entry by entry, as far as it's about the match
 * up to then, and whatever changes the part on the way is a step; so are the entries that led to one of those, and those
 * that concern the part and changed nothing. Of a view of one leg, the steps are those of the leg that it shows.
 */
export const explain = (recording: Recording, { view, path = [], at, asOf }: Why): Explained => {
  const whole = history(recording);
  const answered = whole.answer({ ...(at === undefined ? {} : { at }), ...(asOf === undefined ? {} : { asOf }) });
  if (!answered.ok) return answered;
  const { cursor, views } = answered;
  const known = recording.entries.slice(0, cursor);
  const passed = replayed(recording, at === undefined ? known : upTo(known, at, whole), view, path);
  const value = partOf(views[view], path);
  return {
    ok: true,
    explanation: {
      view,
      path,
      ...(value === undefined ? {} : { value }),
      cursor,
      steps: new Chain(passed, view).steps,
    },
  };
};

/** An entry, and what it did to the part that is asked about. */
interface Passed {
  /** As recorded. */
  readonly entry: Entry;
  readonly recorded: Recorded;
  readonly changes: readonly Change[];
  readonly isConcerned: boolean;
}

interface Replay {
  readonly passed: readonly Passed[];
  readonly history: MatchHistory;
}

const replayed = (
  { header }: Recording,
  entries: readonly Entry[],
  view: ViewName,
  path: readonly string[],
): Replay => {
  const grown = new History<Views>(header, only(view));
  const shown = (history: MatchHistory): unknown => partOf(history.viewsAt(history.length)[view], path);
  let passed: Passed[] = [];
  let value = shown(grown);
  for (const [index, entry] of entries.entries()) {
    const recorded = grown.append({ ...entry, seq: index + 1 });
    if (recorded.after.leg > recorded.before.leg && !OF_ALL_LEGS.has(view)) {
      passed = [];
      value = shown(History.of<Views>(begun(header, recorded.after.leg), only(view)));
    }
    const now = shown(grown);
    const changes = changesBetween(value, now).filter((change) => isTelling(change, view, path));
    passed.push({ entry, recorded, changes, isConcerned: isConcerned(view, path, recorded) });
    value = now;
  }
  return { passed, history: grown };
};

const OF_ALL_LEGS: ReadonlySet<ViewName> = new Set<ViewName>(['aggregate', 'timeline', 'commentary']);

const only = (view: ViewName): Projections => {
  const { match, record } = PROJECTIONS;
  const [ofMatch, ofRecord] = [match[view], record[view]];
  return {
    match: ofMatch === undefined ? {} : { [view]: ofMatch },
    record: ofRecord === undefined ? {} : { [view]: ofRecord },
  };
};

/** A match whose leg has just begun. */
const begun = (header: Recording['header'], leg: number): Recording => {
  const event = { type: 'note' as const, text: 'the leg begins', at: { leg, period: 'pre' as const, elapsed: 0 } };
  return { header, entries: [{ kind: 'event', seq: 1, offset: 0, id: 'begun', event }] };
};

/**
 * The entries as if the match had gone no further: what lies after that moment is left out, and an event that is amended
 * beyond it is taken back.
 */
const upTo = (entries: readonly Entry[], at: TimeRef, whole: MatchHistory): readonly Entry[] => {
  const isUpTo = limitOf(at, whole);
  const seen = new Set<EntryId>();
  return entries.flatMap((entry): Entry[] => {
    const id = subjectOf(entry);
    if (entry.kind === 'retraction') return seen.has(id) ? [entry] : [];
    const { kind: _kind, event, ...rest } = entry;
    const isSeen = seen.has(id);
    if (!isUpTo({ event, seq: whole.claimed(id)?.seq ?? entry.seq })) {
      if (!isSeen || entry.kind === 'event') return [];
      return [{ kind: 'retraction', seq: entry.seq, offset: entry.offset, of: id }];
    }
    seen.add(id);
    if (isSeen || entry.kind === 'event') return [entry];
    const { seq, offset, reported } = rest;
    return [{ kind: 'event', seq, offset, id, event, ...(reported === undefined ? {} : { reported }) }];
  });
};

const limitOf = (at: TimeRef, whole: MatchHistory): ((place: Pick<Claim, 'event' | 'seq'>) => boolean) => {
  if (at.kind === 'clock') {
    const target = { leg: at.leg ?? whole.fixture.legs.length, period: at.period, elapsed: at.to };
    return ({ event }) => compareTime(event.at, target) <= 0;
  }
  const cursor = whole.cursorAsOf(at);
  const last = typeof cursor === 'number' ? whole.entries[cursor - 1] : undefined;
  const claim = last === undefined ? undefined : whole.claimed(subjectOf(last));
  return (place) => claim !== undefined && comparePlaces(place, claim) <= 0;
};

const partOf = (view: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (part, step) =>
      typeof part === 'object' && part !== null && Object.hasOwn(part, step)
        ? (part as Record<string, unknown>)[step]
        : undefined,
    view,
  );

/** What differs, each thing where it differs: whatever came or went does so as a whole. */
const changesBetween = (from: unknown, to: unknown, path: readonly string[] = []): Change[] => {
  if (from === to || isSame(from, to)) return [];
  if (!isMapping(from) || !isMapping(to))
    return [{ path, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }];
  return [...new Set([...Object.keys(from), ...Object.keys(to)])].flatMap((key) =>
    changesBetween(from[key], to[key], [...path, key]),
  );
};

const isMapping = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The watch moves with every entry, restarts come and go, and sums repeat their parts: they count only for who asks for them. */
const isTelling = ({ path: [first = ''] }: Change, view: ViewName, asked: readonly string[]): boolean =>
  asked.length > 0 || !(REPEATED[view] ?? []).includes(first);

const REPEATED: Readonly<Partial<Record<ViewName, readonly string[]>>> = {
  clock: ['elapsed', 'label', 'restart'],
  aggregate: ['legs'],
  cards: ['totals'],
};

const LOOKS: ReadonlySet<EventType> = new Set<EventType>(['var-check', 'var-review', 'var-decision']);

/** Picks the entries that have a part in it, and says which. */
class Chain {
  readonly #passed: readonly Passed[];
  readonly #view: ViewName;
  readonly #history: MatchHistory;
  /** The first entry of each event. */
  readonly #first = new Map<EntryId, Entry>();
  /** The last correction of each event that was applied. */
  readonly #corrected = new Map<EntryId, Entry>();
  /** What made an event believed that wasn't when it came. */
  readonly #risen = new Map<EntryId, Entry>();
  /** Checks, reviews, rulings … by what they are about. */
  readonly #links = new Map<EntryId, readonly EntryId[]>();
  readonly #believed: ReadonlySet<EntryId>;
  readonly #part: ReadonlySet<EntryId>;
  readonly #way: ReadonlySet<EntryId>;

  constructor({ passed, history }: Replay, view: ViewName) {
    this.#view = view;
    this.#passed = passed;
    this.#history = history;
    for (const each of passed) {
      const { entry, recorded } = each;
      const id = subjectOf(entry);
      if (!this.#first.has(id)) this.#first.set(id, entry);
      if (entry.kind !== 'event' && recorded.effect === 'applied') this.#corrected.set(id, entry);
      if (entry.kind !== 'retraction' && LINKS.has(entry.event.type) && 'of' in entry.event)
        this.#links.set(entry.event.of ?? '', [...(this.#links.get(entry.event.of ?? '') ?? []), id]);
      for (const move of recorded.moves) {
        const isOther = entry.kind !== 'event' || move.id !== id;
        if (isOther && move.was === undefined && move.now !== undefined) this.#risen.set(move.id, entry);
      }
    }
    this.#believed = new Set(history.believedAt(history.length).map(({ id }) => id));
    this.#part = this.#linked();
    this.#way = this.#leadingThere();
  }

  get steps(): Step[] {
    return this.#passed
      .filter(
        ({ entry, changes, isConcerned }) => changes.length > 0 || isConcerned || this.#part.has(subjectOf(entry)),
      )
      .map((passed) => this.#step(passed));
  }

  /** The events that moved something, and whatever they lean on or was made of them: reviews, kicks, awards, offences. */
  #linked(): ReadonlySet<EntryId> {
    const linked = new Set(
      this.#passed.flatMap(({ entry, changes, isConcerned }) =>
        changes.length > 0 || isConcerned ? [subjectOf(entry)] : [],
      ),
    );
    for (const id of linked) {
      const event = this.#history.claimed(id)?.event;
      for (const named of event === undefined ? [] : referencesOf(event)) linked.add(named);
      for (const link of this.#links.get(id) ?? []) linked.add(link);
    }
    return linked;
  }

  #step({ entry, recorded, changes }: Passed): Step {
    const id = subjectOf(entry);
    const claim = this.#claimOf(entry);
    const { why } = entry.kind === 'event' ? { why: undefined } : entry;
    const fate = entry.kind === 'event' ? this.#fate(entry, recorded.effect) : undefined;
    return {
      seq: entry.seq,
      id,
      kind: entry.kind,
      ...(claim === undefined ? {} : { item: itemOf(claim, recorded.after) }),
      ...(why === undefined ? {} : { why }),
      received: this.#history.feedTime(entry.offset),
      ...(entry.reported === undefined ? {} : { reported: entry.reported }),
      effect: recorded.effect,
      changes,
      ...(changes.length > 0 ? {} : { without: this.#without(recorded) }),
      names:
        claim === undefined || entry.kind === 'retraction'
          ? []
          : referencesOf(claim.event).map((its) => this.#named(its)),
      ...(fate === undefined ? {} : { fate }),
    };
  }

  /** As the entry tells it; a retraction, as it was last told. */
  #claimOf(entry: Entry): Claim | undefined {
    if (entry.kind === 'retraction') return this.#history.claimed(entry.of);
    const { seq, offset, event } = entry;
    return { id: subjectOf(entry), seq, offset, event };
  }

  #without({ entry, effect, moves, after }: Recorded): Without {
    if (effect !== 'applied') return effect;
    const id = subjectOf(entry);
    if (entry.kind !== 'retraction') {
      if (entry.event.type === 'goal' && entry.event.tentative === true) return 'tentative';
      if (moves.length > 0 && after.superseded[id] !== undefined) return 'superseded';
    }
    if (entry.kind === 'event' && this.#way.has(id)) return 'led-there';
    if (entry.kind === 'retraction' || !LOOKS.has(entry.event.type)) return 'nothing-new';
    const way = this.#changedBy(entry.event) && referencesOf(entry.event).some((its) => this.#way.has(its));
    return way ? 'led-there' : 'looked-at';
  }

  /** Whether the review that an event belongs to changed a decision. */
  #changedBy(event: MatchEvent): boolean {
    if (event.type === 'var-decision') return event.outcome === 'overturned' || event.outcome === 'amended';
    const [named] = referencesOf(event);
    return this.#passed.some(
      ({ entry }) =>
        entry.kind !== 'retraction' &&
        entry.event.type === 'var-decision' &&
        entry.event.of === named &&
        this.#changedBy(entry.event),
    );
  }

  /** The events that moved something, and all that they lean on. */
  #leadingThere(): ReadonlySet<EntryId> {
    const moved = this.#passed.filter(({ changes }) => changes.length > 0);
    // A result is made at the whistle, of what was scored before.
    const scored = moved.length > 0 && this.#view === 'result' ? this.#passed.filter((each) => each.isConcerned) : [];
    const way = new Set([...moved, ...scored].map(({ entry }) => subjectOf(entry)));
    for (const id of way) {
      const event = this.#history.claimed(id)?.event;
      for (const named of event === undefined ? [] : referencesOf(event)) way.add(named);
    }
    return way;
  }

  #fate(entry: Extract<Entry, { kind: 'event' }>, effect: Effect): Fate | undefined {
    const { id } = entry;
    // Sent again, it's the first that this is about.
    if (this.#first.get(id) !== entry) return undefined;
    const last = this.#corrected.get(id);
    const by = last === undefined ? {} : { by: { id: nameOf(last), seq: last.seq } };
    if (!this.#believed.has(id)) {
      if (last?.kind === 'retraction') return { kind: 'retracted', ...by };
      return { kind: effect === 'suspected-duplicate' ? effect : 'parked' };
    }
    const since = this.#risen.get(id);
    if (effect !== 'applied' && since !== undefined)
      return { kind: 'believed', by: { id: nameOf(since), seq: since.seq } };
    const superseding = this.#history.stateAt(this.#history.length).superseded[id];
    if (superseding !== undefined) return { kind: 'superseded', by: this.#named(superseding) };
    return last?.kind === 'amendment' ? { kind: 'amended', ...by } : undefined;
  }

  #named(id: EntryId): Named {
    const seq = this.#first.get(id)?.seq;
    return seq === undefined ? { id } : { id, seq };
  }
}
