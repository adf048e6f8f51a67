import { breachesOf } from '../match/decide.ts';
import type { EventType } from '../match/event.ts';
import type { Fixture } from '../match/fixture.ts';
import { ChangeLog } from '../match/ledger.ts';
import { evolve, initialState, type MatchState } from '../match/state.ts';
import { compareTime, isHalf, type MatchTime, type Millis, type Period, type TimeRef } from '../match/time.ts';
import type { Entry, EntryId } from './entry.ts';
import { feedTime } from './feed-time.ts';
import { type Change, type Claim, type Effect, Journal, type Move } from './journal.ts';
import { nameOf, subjectOf } from './naming.ts';
import type { Believed, Flags, Projection, Recorded, RecordedMove } from './projection.ts';
import type { Recording } from './recording.ts';

/** The projections that a history folds: of the match, and of the record. */
export interface Projections {
  // biome-ignore lint/suspicious/noExplicitAny: each projection has a state of its own, and only it looks inside
  readonly match: Readonly<Record<string, Projection<any, Believed, unknown>>>;
  // biome-ignore lint/suspicious/noExplicitAny: as above
  readonly record: Readonly<Record<string, Projection<any, Recorded, unknown>>>;
}

/** Where the watch stood just after an entry, as then known. */
export interface Moment {
  readonly leg: number;
  readonly period: Period;
  /** Whether the watch runs. */
  readonly running: boolean;
  /** Whether this is play, kicks from the mark included, rather than dead time. */
  readonly live: boolean;
  /** elapsed = feed time + anchor while the watch runs and in intervals; else the watch stands. */
  readonly anchor: Millis;
  readonly elapsed: Millis;
}

type Phase = Omit<Moment, 'anchor' | 'elapsed'>;

const AT_FIRST: Phase = { leg: 1, period: 'pre', running: false, live: false };

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

/**
 * What the journal up to a cursor makes one believe, folded. What arrives in order is folded on; anything else is
 * folded anew from the checkpoint before it. Checkpoints make any cursor a matter of a few dozen steps.
 */
export class History<Views> {
  readonly #fixture: Fixture;
  readonly #startedAt: string;
  readonly #projections: Projections;
  readonly #journal = new Journal();
  /** What is believed now, in match order. */
  readonly #believed: Claim[] = [];
  /** Folds of the first n × STRIDE of `#believed`. */
  readonly #folds: Fold[];
  #tip: Fold;
  /** By cursor: what was known then. */
  readonly #marks: Mark[];
  /** Where somebody looked last. */
  #latest: Pick<Mark, 'cursor' | 'fold'>;
  readonly #records: Readonly<Record<string, unknown>>[];
  /** By cursor, in lists of their own, so that a long feed's moments take little: how the watch stood … */
  readonly #phases: Phase[] = [AT_FIRST];
  /** … and where. */
  readonly #anchors: Millis[] = [0];
  readonly #elapsed: Millis[] = [0];
  readonly #effects: Effect[] = [];
  /** By cursor: what came to be believed in its order with that entry. */
  readonly #arrivals: (Claim | undefined)[] = [undefined];

  constructor(header: { readonly fixture: Fixture; readonly startedAt: string }, projections: Projections) {
    this.#fixture = header.fixture;
    this.#startedAt = header.startedAt;
    this.#projections = projections;
    this.#tip = this.#blank();
    this.#folds = [this.#tip];
    this.#marks = [{ cursor: 0, fold: this.#tip, since: 0 }];
    this.#latest = { cursor: 0, fold: this.#tip };
    this.#records = [initAll(projections.record, header.fixture)];
  }

  static of<Views>(recording: Recording, projections: Projections): History<Views> {
    const history = new History<Views>(recording.header, projections);
    for (const entry of recording.entries) history.append(entry);
    return history;
  }

  get length(): number {
    return this.#journal.length;
  }

  get entries(): readonly Entry[] {
    return this.#journal.entries;
  }

  get fixture(): Fixture {
    return this.#fixture;
  }

  /** Folds the next entry, and says what it changed. */
  append(entry: Entry): Recorded {
    const subject = entry.kind === 'event' ? undefined : this.#journal.claimed(entry.of);
    const before = this.#tip;
    const change = this.#journal.append(entry);
    const { moves, inOrder } = this.#place(change);
    this.#arrivals.push(inOrder ? moves[0]?.now : undefined);
    const recorded = new Reception(this.#startedAt, {
      entry,
      effect: change.effect,
      late: !inOrder,
      moves,
      before: before.match,
      after: this.#tip.match,
      flags: { before: before.flags, after: this.#tip.flags },
      subject,
    });
    this.#records.push(evolveAll(this.#projections.record, this.#records[this.length - 1] ?? {}, recorded));
    this.#noteMoment(entry, inOrder);
    this.#effects.push(change.effect);
    if (!inOrder || this.length % markStride(this.length) === 0) {
      const since = inOrder ? (this.#marks.at(-1)?.since ?? 0) : this.length;
      this.#marks.push({ cursor: this.length, fold: this.#tip, since });
    }
    return recorded;
  }

  /** The views after `cursor` entries, as then known. Throws a RangeError outside 0 … length. */
  viewsAt(cursor: number): Views {
    return this.#show(this.#foldAt(cursor).projected, this.#records[cursor] ?? {});
  }

  stateAt(cursor: number): MatchState {
    return this.#foldAt(cursor).match;
  }

  momentAt(cursor: number): Moment {
    const known = cursor >= 0 && cursor < this.#phases.length ? cursor : 0;
    const { leg, period, running, live } = this.#phases[known] as Phase;
    return { leg, period, running, live, anchor: this.#anchors[known] ?? 0, elapsed: this.#elapsed[known] ?? 0 };
  }

  /** Elapsed in the period at a moment of feed time, `cursor` entries being known. */
  watchAt(cursor: number, offset: Millis): Millis {
    const { running, anchor, elapsed } = this.momentAt(cursor);
    return running ? Math.max(elapsed, offset + anchor) : elapsed;
  }

  feedTime(offset: Millis): string {
    return feedTime(this.#startedAt, offset);
  }

  /** What became of an entry when it arrived. */
  effectAt(seq: number): Effect | undefined {
    return this.#effects[seq - 1];
  }

  /** The cursor and the feed time at which the watch showed that time; a sentence where the recording has no such time. */
  momentAsOf(time: TimeRef): { readonly cursor: number; readonly offset: Millis } | string {
    const cursor = this.cursorAsOf(time);
    return typeof cursor === 'string' ? cursor : { cursor, offset: this.#feedTimeOf(time, cursor) };
  }

  /** The number of entries that were known at that time; a sentence where the recording has no such time. */
  cursorAsOf(time: TimeRef): number | string {
    switch (time.kind) {
      case 'leg':
        return this.#startOfLeg(time.leg);
      case 'name':
        return this.#whistle(time);
      case 'clock': {
        const target: MatchTime = { leg: this.#legOf(time), period: time.period, elapsed: time.to };
        let cursor = 0;
        for (let known = 1; known <= this.length; known += 1) {
          if (compareTime(this.#watchTime(known), target) <= 0) cursor = known;
        }
        return cursor;
      }
    }
  }

  /** The match up to one time, as known at another. */
  answer({ at, asOf }: Question): Answer<Views> {
    const cursor = asOf === undefined ? this.length : typeof asOf === 'number' ? asOf : this.cursorAsOf(asOf);
    if (typeof cursor === 'string') return { ok: false, message: cursor };
    if (cursor < 0 || cursor > this.length) {
      return { ok: false, message: `there is no entry ${cursor}: the recording has ${this.length}, counted from 1` };
    }
    if (at === undefined) {
      const offset =
        asOf === undefined || typeof asOf === 'number'
          ? (this.entries[cursor - 1]?.offset ?? 0)
          : this.#feedTimeOf(asOf, cursor);
      return {
        ok: true,
        cursor,
        watch: this.watchAt(cursor, offset),
        views: this.viewsAt(cursor),
        state: this.stateAt(cursor),
      };
    }
    return this.#upTo(at, cursor);
  }

  /** The believed events as known at a cursor, in match order. */
  believedAt(cursor: number): readonly Claim[] {
    if (cursor === this.length) return this.#believed;
    const journal = new Journal();
    const believed: Claim[] = [];
    for (const entry of this.entries.slice(0, cursor)) {
      for (const { was, now } of journal.append(entry).moves) {
        if (was !== undefined) believed.splice(placeOf(believed, was), 1);
        if (now !== undefined) believed.splice(placeOf(believed, now), 0, now);
      }
    }
    return believed;
  }

  claimed(id: EntryId): Claim | undefined {
    return this.#journal.claimed(id);
  }

  #upTo(at: TimeRef, cursor: number): Answer<Views> {
    const believed = this.believedAt(cursor);
    const last = this.#lastUpTo(at, believed);
    if (typeof last === 'string') return { ok: false, message: last };
    let fold = this.#blank();
    for (const claim of believed.slice(0, last)) fold = this.#pass(fold, claim);
    const place = believed[last - 1];
    const shown = this.#show(fold.projected, this.#records[cursor] ?? {});
    const until = at.kind === 'clock' ? endOf(this.#legOf(at), at) : place;
    const views = until === undefined ? shown : this.#withoutLater(shown, until, cursor);
    const watch =
      at.kind === 'clock' && fold.match.clock.running
        ? Math.max(fold.match.clock.watch.elapsed, at.to)
        : fold.match.clock.watch.elapsed;
    return { ok: true, cursor, watch, views, state: fold.match };
  }

  /** Leaves out of the record's views what lies after a place in the match. */
  #withoutLater(views: Views, last: Place, cursor: number): Views {
    const places = new Map<string, Place>();
    for (const entry of this.entries.slice(0, cursor)) {
      const subject = places.get(subjectOf(entry));
      const place = entry.kind === 'retraction' ? subject : { event: entry.event, seq: subject?.seq ?? entry.seq };
      if (place === undefined) continue;
      places.set(subjectOf(entry), place);
      places.set(nameOf(entry), place);
    }
    const isLater = (id: string): boolean => comparePlaces(places.get(id) ?? last, last) > 0;
    const kept = { ...views } as Record<string, unknown>;
    for (const name of Object.keys(this.#projections.record)) {
      const items = Object.entries((kept[name] ?? {}) as Record<string, { entry?: string }>);
      kept[name] = Object.fromEntries(items.filter(([key, item]) => !isLater(item.entry ?? key)));
    }
    return kept as Views;
  }

  #lastUpTo(at: TimeRef, believed: readonly Claim[]): number | string {
    if (at.kind === 'clock') {
      const target: MatchTime = { leg: this.#legOf(at), period: at.period, elapsed: at.to };
      return believed.findLastIndex(({ event }) => compareTime({ ...event.at }, target) <= 0) + 1;
    }
    const cursor = this.cursorAsOf(at);
    if (typeof cursor === 'string') return cursor;
    const id = this.entries[cursor - 1];
    return believed.findIndex((claim) => id !== undefined && claim.id === subjectOf(id)) + 1;
  }

  #legOf(time: { readonly leg?: number }): number {
    return time.leg ?? this.#fixture.legs.length;
  }

  #watchTime(cursor: number): MatchTime {
    const moment = this.momentAt(cursor);
    const offset = this.entries[cursor - 1]?.offset ?? 0;
    return {
      leg: moment.leg,
      period: moment.period,
      elapsed: moment.running ? Math.max(moment.elapsed, offset + moment.anchor) : intervalTime(moment, offset),
    };
  }

  /** The feed time at which the watch showed `time`, run on from the last entry that was known then. */
  #feedTimeOf(time: TimeRef, cursor: number): Millis {
    const offset = this.entries[cursor - 1]?.offset ?? 0;
    const moment = this.momentAt(cursor);
    const next = this.entries[cursor]?.offset ?? Number.MAX_SAFE_INTEGER;
    if (time.kind !== 'clock' || !moment.running || time.period !== moment.period) return offset;
    return Math.min(Math.max(offset, time.to - moment.anchor), next);
  }

  #startOfLeg(leg: number): number | string {
    const first = this.entries.findIndex((entry) => entry.kind === 'event' && entry.event.at.leg === leg);
    return first === -1 ? `there is no leg ${leg} in this recording; it has ${this.#fixture.legs.length}` : first + 1;
  }

  #whistle(time: Extract<TimeRef, { kind: 'name' }>): number | string {
    const leg = this.#legOf(time);
    const fits = ({ event }: Claim): boolean => {
      if (event.at.leg !== leg) return false;
      if (time.name === 'kick-off') return event.type === 'kick-off' && event.at.period === '1H';
      if (time.name === 'half-time')
        return event.at.period === '1H' && (event.type === 'half-time' || event.type === 'period-end');
      return event.at.period !== '1H' && (event.type === 'full-time' || event.type === 'period-end');
    };
    const found = time.name === 'kick-off' ? this.#believed.find(fits) : this.#believed.findLast(fits);
    return found?.seq ?? `there is no ${time.name} of leg ${leg} in this recording`;
  }

  #blank(): Fold {
    const match = initialState(this.#fixture);
    return { match, flags: ChangeLog.empty(), projected: initAll(this.#projections.match, this.#fixture) };
  }

  #foldAt(cursor: number): Fold {
    if (cursor < 0 || cursor > this.length) throw new RangeError(`cursor ${cursor} is outside 0 … ${this.length}`);
    if (cursor === this.length) return this.#tip;
    const mark = this.#marks[lastIndexUpTo(this.#marks, cursor)] as Mark;
    // Whoever plays on goes on from where he was, so that a view that didn't change keeps its reference.
    const near =
      this.#latest.cursor >= mark.since && this.#latest.cursor <= cursor && cursor - this.#latest.cursor <= STRIDE;
    const start = near ? this.#latest : mark;
    let { fold } = start;
    // Since the last correction every entry came in order, so folding them on is all there is to do.
    for (let seq = start.cursor + 1; seq <= cursor; seq += 1) {
      const claim = this.#arrivals[seq];
      if (claim !== undefined) fold = this.#pass(fold, claim);
    }
    this.#latest = { cursor, fold };
    return fold;
  }

  #place({ moves }: Change): { readonly moves: readonly RecordedMove[]; readonly inOrder: boolean } {
    if (moves.length === 0) return { moves: [], inOrder: true };
    const newest = this.#believed[this.#believed.length - 1];
    const only = moves[0] as Move;
    if (
      moves.length === 1 &&
      only.was === undefined &&
      only.now !== undefined &&
      (newest === undefined || comparePlaces(only.now, newest) > 0)
    ) {
      const before = this.#tip.match;
      this.#believed.push(only.now);
      this.#tip = this.#step(this.#tip, only.now);
      if (this.#believed.length % STRIDE === 0) this.#folds.push(this.#tip);
      return { moves: [{ id: only.id, now: only.now, before, after: this.#tip.match }], inOrder: true };
    }
    return { moves: this.#rearrange(moves), inOrder: false };
  }

  #rearrange(moves: readonly Move[]): RecordedMove[] {
    const old = new Map<EntryId, { before: MatchState; after: MatchState }>();
    for (const { id, was, now } of moves) if (was !== undefined && now === undefined) old.set(id, this.#around(was));
    let lowest = this.#believed.length;
    for (const { was } of moves) {
      if (was === undefined) continue;
      const place = placeOf(this.#believed, was);
      this.#believed.splice(place, 1);
      lowest = Math.min(lowest, place);
    }
    for (const { now } of moves) {
      if (now === undefined) continue;
      const place = placeOf(this.#believed, now);
      this.#believed.splice(place, 0, now);
      lowest = Math.min(lowest, place);
    }
    this.#refoldFrom(lowest);
    return moves.map((move) => ({
      ...move,
      ...(move.now === undefined ? (old.get(move.id) ?? this.#ends()) : this.#around(move.now)),
    }));
  }

  #ends() {
    return { before: this.#tip.match, after: this.#tip.match };
  }

  /** The match just before and just after a believed event. */
  #around(claim: Claim): { before: MatchState; after: MatchState } {
    const place = placeOf(this.#believed, claim);
    let fold = this.#folds[Math.floor(place / STRIDE)] as Fold;
    for (let index = Math.floor(place / STRIDE) * STRIDE; index < place; index += 1)
      fold = this.#pass(fold, this.#believed[index] as Claim);
    return { before: fold.match, after: this.#pass(fold, claim).match };
  }

  #refoldFrom(place: number): void {
    this.#folds.length = Math.floor(place / STRIDE) + 1;
    this.#tip = this.#folds[this.#folds.length - 1] as Fold;
    for (let index = (this.#folds.length - 1) * STRIDE; index < this.#believed.length; index += 1) {
      this.#tip = this.#step(this.#tip, this.#believed[index] as Claim);
      if ((index + 1) % STRIDE === 0) this.#folds.push(this.#tip);
    }
  }

  #step(fold: Fold, claim: Claim): Fold {
    return { ...this.#pass(fold, claim), flags: withFlag(fold.flags, fold.match, claim) };
  }

  /** A step on the way to what is sought. Flags are for the record, which was written when the entries came. */
  #pass(fold: Fold, claim: Claim): Fold {
    const before = fold.match;
    const match = evolve(before, claim);
    const believed: Believed = {
      id: claim.id,
      event: claim.event,
      before,
      after: match,
      ...(claim.reported === undefined ? {} : { reported: claim.reported }),
    };
    return {
      match,
      flags: fold.flags,
      projected: evolveAll(this.#projections.match, fold.projected, believed),
    };
  }

  #show(projected: Readonly<Record<string, unknown>>, recorded: Readonly<Record<string, unknown>>): Views {
    const views: Record<string, unknown> = {};
    for (const [name, projection] of Object.entries(this.#projections.match)) {
      const view = projection.view(projected[name]);
      if (view !== undefined) views[name] = view;
    }
    for (const [name, projection] of Object.entries(this.#projections.record)) {
      if (name in recorded) views[name] = projection.view(recorded[name]);
    }
    return views as Views;
  }

  #noteMoment(entry: Entry, inOrder: boolean): void {
    const { clock, leg } = this.#tip.match;
    const { period, running } = clock;
    const last = this.#phases[this.#phases.length - 1] as Phase;
    const same = last.period === period && last.leg === leg && last.running === running;
    this.#phases.push(same ? last : { leg, period, running, live: running || period === 'PEN' });
    this.#anchors.push(this.#anchorAfter(entry, inOrder, same));
    this.#elapsed.push(clock.watch.elapsed);
  }

  /**
   * The clock never slows for a late entry: it is feed time plus the greatest (elapsed − offset) among the believed
   * entries since the watch was last started or set.
   */
  #anchorAfter(entry: Entry, inOrder: boolean, same: boolean): Millis {
    const { clock } = this.#tip.match;
    const last = this.#anchors[this.#anchors.length - 1] ?? 0;
    if (!clock.running) return same ? last : -entry.offset;
    const newest = this.#believed[this.#believed.length - 1];
    if (!inOrder || !same) return this.#greatestLead(clock.period);
    if (newest?.seq !== entry.seq) return last;
    if (setsTheWatch(newest)) return this.#greatestLead(clock.period);
    return newest.event.at.period === clock.period ? Math.max(last, leadOf(newest)) : last;
  }

  #greatestLead(period: Period): Millis {
    let greatest = Number.NEGATIVE_INFINITY;
    for (let index = this.#believed.length - 1; index >= 0; index -= 1) {
      const claim = this.#believed[index] as Claim;
      if (claim.event.at.period !== period) break;
      greatest = Math.max(greatest, leadOf(claim));
      if (setsTheWatch(claim)) break;
    }
    return Number.isFinite(greatest) ? greatest : 0;
  }
}

/** Few ask when an entry was received, and dates are dear: so it's worked out when they do. */
class Reception implements Recorded {
  readonly entry: Entry;
  readonly effect: Effect;
  readonly late: boolean;
  readonly moves: readonly RecordedMove[];
  readonly before: MatchState;
  readonly after: MatchState;
  readonly flags: Recorded['flags'];
  readonly subject: Claim | undefined;
  readonly #startedAt: string;

  constructor(startedAt: string, told: Omit<Recorded, 'received'>) {
    this.#startedAt = startedAt;
    this.entry = told.entry;
    this.effect = told.effect;
    this.late = told.late;
    this.moves = told.moves;
    this.before = told.before;
    this.after = told.after;
    this.flags = told.flags;
    this.subject = told.subject;
  }

  get received(): string {
    return feedTime(this.#startedAt, this.entry.offset);
  }
}

/** A checkpoint of what is believed every so many events: a correction folds on from the one before it. */
const STRIDE = 64;

/** A mark every so many entries: seeking folds at most this many on. Beyond the length of any match memory counts more. */
const markStride = (length: number): number => (length <= MATCH_LENGTH_MAX ? 16 : STRIDE);

const MATCH_LENGTH_MAX = 8192;

interface Fold {
  readonly match: MatchState;
  readonly flags: Flags;
  readonly projected: Readonly<Record<string, unknown>>;
}

interface Mark {
  readonly cursor: number;
  readonly fold: Fold;
  /** The cursor of the last correction up to it: from there on everything came in order. */
  readonly since: number;
}

/** Worked out in the fold, so that a flag goes with its cause: a goal from the bench, once the change has come in. */
const withFlag = (flags: Flags, before: MatchState, { id, event }: Claim): Flags => {
  if (UNFLAGGED.has(event.type)) return flags;
  const [breach] = breachesOf(before, event);
  if (breach === undefined) return flags;
  const { code, law } = breach;
  return flags.set(id, law === 'record' ? { code } : { code, law });
};

/** The last place of what is labelled so: whatever else happened at that instant is before it. */
const endOf = (leg: number, { period, to }: Extract<TimeRef, { kind: 'clock' }>): Place => ({
  event: { type: 'note', text: '', at: { leg, period, elapsed: to, order: Number.MAX_SAFE_INTEGER } },
  seq: Number.MAX_SAFE_INTEGER,
});

/** They are most of a provider's entries, and no item of the timeline. */
const UNFLAGGED: ReadonlySet<EventType> = new Set<EventType>(['touch', 'throw-in', 'goal-kick', 'free-kick']);

const leadOf = ({ event, offset }: Claim): Millis => event.at.elapsed - offset;

/** The kick-off of a period, a resumption, a reopening and a correction start the watch or set it. */
const setsTheWatch = ({ event }: Claim): boolean =>
  event.type === 'resumed' ||
  event.type === 'clock-correction' ||
  event.type === 'period-reopened' ||
  (event.type === 'kick-off' && event.at.elapsed === 0);

const intervalTime = ({ period, anchor, elapsed }: Moment, offset: Millis): Millis =>
  isHalf(period) || period === 'PEN' ? elapsed : offset + anchor;

/** Match order; at the same instant the source's own sequence, else that of the original entries. */
export const comparePlaces = (a: Place, b: Place): number =>
  compareTime(a.event.at, b.event.at) || (a.event.at.order ?? a.seq) - (b.event.at.order ?? b.seq) || a.seq - b.seq;

export type Place = Pick<Claim, 'event' | 'seq'>;

/** Where an event stands, or would be put, in match order. */
const placeOf = (believed: readonly Claim[], claim: Claim): number => {
  let low = 0;
  let high = believed.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (comparePlaces(believed[middle] as Claim, claim) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
};

const lastIndexUpTo = (marks: readonly Mark[], cursor: number): number => {
  let low = 0;
  let high = marks.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((marks[middle] as Mark).cursor <= cursor) low = middle;
    else high = middle - 1;
  }
  return low;
};

// biome-ignore lint/suspicious/noExplicitAny: each projection has a state of its own, and only it looks inside
type AnyProjections<Input> = Readonly<Record<string, Projection<any, Input, unknown>>>;

const initAll = <Input>(projections: AnyProjections<Input>, fixture: Fixture): Record<string, unknown> =>
  Object.fromEntries(Object.entries(projections).map(([name, { init }]) => [name, init(fixture)]));

const evolveAll = <Input>(
  projections: AnyProjections<Input>,
  states: Readonly<Record<string, unknown>>,
  input: Input,
): Readonly<Record<string, unknown>> => {
  let next: Record<string, unknown> | undefined;
  for (const name in projections) {
    const state = states[name];
    const evolved = projections[name]?.evolve(state, input);
    if (evolved === state) continue;
    next ??= { ...states };
    next[name] = evolved;
  }
  return next ?? states;
};
