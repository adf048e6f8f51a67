import { breachesOf } from '../match/decide.ts';
import type { EventType } from '../match/event.ts';
import type { Fixture } from '../match/fixture.ts';
import { ChangeLog } from '../match/ledger.ts';
import { evolve, initialState, type MatchState } from '../match/state.ts';
import type { Millis, TimeRef } from '../match/time.ts';
import { type Answer, answerOf, type Question } from './answer.ts';
import { cursorAsOf, feedTimeAsOf } from './as-of.ts';
import type { Entry, EntryId } from './entry.ts';
import { feedTime } from './feed-time.ts';
import { type Change, type Claim, type Effect, Journal, type Move } from './journal.ts';
import { type Moment, Moments } from './moments.ts';
import { comparePlaces, placeAmong } from './place.ts';
import type { Believed, Flags, Recorded, RecordedMove } from './projection.ts';
import { evolveAll, initAll, type Projections } from './projections.ts';
import { Reception } from './reception.ts';
import type { Recording } from './recording.ts';
import { lastUpTo, Spans } from './spans.ts';

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
  readonly #records: Spans<Readonly<Record<string, unknown>>>;
  readonly #moments = new Moments();
  /** By seq: of the few entries that weren't simply applied. */
  readonly #effects = new Map<number, Effect>();
  /** By seq: what came to be believed in its order with an entry, where that isn't the entry itself. */
  readonly #strays = new Map<number, Claim | undefined>();

  constructor(header: { readonly fixture: Fixture; readonly startedAt: string }, projections: Projections) {
    this.#fixture = header.fixture;
    this.#startedAt = header.startedAt;
    this.#projections = projections;
    this.#tip = this.#blank();
    this.#folds = [this.#tip];
    this.#marks = [{ cursor: 0, fold: this.#tip, since: 0 }];
    this.#latest = { cursor: 0, fold: this.#tip };
    this.#records = new Spans(initAll(projections.record, header.fixture));
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
    const arrived = inOrder ? moves[0]?.now : undefined;
    if (arrived !== entry) this.#strays.set(entry.seq, arrived);
    const recorded = new Reception(this.#startedAt, {
      entry,
      effect: change.effect,
      late: !inOrder,
      isNew: change.isNew === true,
      moves,
      before: before.match,
      after: this.#tip.match,
      flags: { before: before.flags, after: this.#tip.flags },
      subject,
    });
    this.#records.push(evolveAll(this.#projections.record, this.#records.last, recorded));
    this.#moments.note({ entry, inOrder, match: this.#tip.match, believed: this.#believed });
    if (change.effect !== 'applied') this.#effects.set(entry.seq, change.effect);
    if (!inOrder || this.length % markStride(this.length) === 0) {
      const since = inOrder ? (this.#marks.at(-1)?.since ?? 0) : this.length;
      this.#marks.push({ cursor: this.length, fold: this.#tip, since });
    }
    return recorded;
  }

  /** The views after `cursor` entries, as then known. Throws a RangeError outside 0 … length. */
  viewsAt(cursor: number): Views {
    return this.#show(this.#foldAt(cursor).projected, this.#records.at(cursor) ?? {});
  }

  stateAt(cursor: number): MatchState {
    return this.#foldAt(cursor).match;
  }

  momentAt(cursor: number): Moment {
    return this.#moments.at(cursor);
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
    return this.#effects.get(seq) ?? (seq >= 1 && seq <= this.length ? 'applied' : undefined);
  }

  /** The cursor and the feed time at which the watch showed that time; a sentence where the recording has no such time. */
  momentAsOf(time: TimeRef): { readonly cursor: number; readonly offset: Millis } | string {
    const cursor = this.cursorAsOf(time);
    return typeof cursor === 'string' ? cursor : { cursor, offset: feedTimeAsOf(this, time, cursor) };
  }

  /** The number of entries that were known at that time; a sentence where the recording has no such time. */
  cursorAsOf(time: TimeRef): number | string {
    return cursorAsOf(this, time);
  }

  /** The match up to one time, as known at another. */
  answer(question: Question): Answer<Views> {
    return answerOf(this, question);
  }

  /** The believed events as known at a cursor, in match order. */
  believedAt(cursor: number): readonly Claim[] {
    if (cursor === this.length) return this.#believed;
    const journal = new Journal();
    const believed: Claim[] = [];
    for (const entry of this.entries.slice(0, cursor)) {
      for (const { was, now } of journal.append(entry).moves) {
        if (was !== undefined) believed.splice(placeAmong(believed, was), 1);
        if (now !== undefined) believed.splice(placeAmong(believed, now), 0, now);
      }
    }
    return believed;
  }

  claimed(id: EntryId): Claim | undefined {
    return this.#journal.claimed(id);
  }

  /** The names of the views that fold the record. */
  get recordNames(): readonly string[] {
    return Object.keys(this.#projections.record);
  }

  /** These events alone, folded; with the record as at that cursor. */
  folded(believed: readonly Claim[], cursor: number): { readonly views: Views; readonly state: MatchState } {
    let fold = this.#blank();
    for (const claim of believed) fold = this.#pass(fold, claim);
    return { views: this.#show(fold.projected, this.#records.at(cursor) ?? {}), state: fold.match };
  }

  #blank(): Fold {
    const match = initialState(this.#fixture);
    return { match, flags: ChangeLog.empty(), projected: initAll(this.#projections.match, this.#fixture) };
  }

  #foldAt(cursor: number): Fold {
    if (cursor < 0 || cursor > this.length) throw new RangeError(`cursor ${cursor} is outside 0 … ${this.length}`);
    if (cursor === this.length) return this.#tip;
    const mark = lastUpTo(this.#marks, cursor) as Mark;
    // Whoever plays on goes on from where he was, so that a view that didn't change keeps its reference.
    const near =
      this.#latest.cursor >= mark.since && this.#latest.cursor <= cursor && cursor - this.#latest.cursor <= STRIDE;
    const start = near ? this.#latest : mark;
    let { fold } = start;
    // Since the last correction every entry came in order, so folding them on is all there is to do.
    for (let seq = start.cursor + 1; seq <= cursor; seq += 1) {
      const entry = this.entries[seq - 1];
      const claim = entry?.kind === 'event' && !this.#strays.has(seq) ? entry : this.#strays.get(seq);
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
      const place = placeAmong(this.#believed, was);
      this.#believed.splice(place, 1);
      lowest = Math.min(lowest, place);
    }
    for (const { now } of moves) {
      if (now === undefined) continue;
      const place = placeAmong(this.#believed, now);
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
    const place = placeAmong(this.#believed, claim);
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

/** They are most of a provider's entries, and no item of the timeline. */
const UNFLAGGED: ReadonlySet<EventType> = new Set<EventType>(['touch', 'throw-in', 'goal-kick', 'free-kick']);
