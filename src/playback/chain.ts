import { type Entry, type EntryId, nameOf, subjectOf } from '../journal/entry.ts';
import type { Claim, Effect } from '../journal/journal.ts';
import type { Flags, Recorded } from '../journal/projection.ts';
import { referencesOf } from '../journal/references.ts';
import type { EventType } from '../match/event.ts';
import { ChangeLog } from '../match/ledger.ts';
import { itemOf } from '../projections/timeline-item.ts';
import { isSettledByWhistle, LINKS } from './concern.ts';
import type { Change, Fate, Named, Step, Why, Without } from './explanation.ts';
import type { MatchHistory } from './views.ts';

/** Picks the entries that have a part in it, and says which. */
export const stepsOf = (replay: Replay, asked: Pick<Why, 'view' | 'path'>): Step[] => new Chain(replay, asked).steps;

/** An entry, and what it did to the part that is asked about. */
export interface Passed {
  /** As recorded. */
  readonly entry: Entry;
  readonly recorded: Recorded;
  readonly changes: readonly Change[];
  readonly isConcerned: boolean;
}

export interface Replay {
  readonly passed: readonly Passed[];
  readonly history: MatchHistory;
}

class Chain {
  readonly #passed: readonly Passed[];
  /** Whether the part is made at a whistle, of what was scored before. */
  readonly #isSettled: boolean;
  readonly #history: MatchHistory;
  /** The first entry of each event. */
  readonly #first = new Map<EntryId, Entry>();
  /** The last correction of each event that was applied. */
  readonly #corrected = new Map<EntryId, Entry>();
  /** What made an event believed that wasn't when it came. */
  readonly #risen = new Map<EntryId, Entry>();
  /** Checks, reviews, rulings … by what they are about. */
  readonly #links = new Map<EntryId, readonly EntryId[]>();
  /** By the id that a verdict names: whether it changed a decision. */
  readonly #verdicts = new Map<EntryId, boolean>();
  readonly #believed: ReadonlySet<EntryId>;
  /** What the Laws have against them at the end. */
  readonly #flags: Flags;
  readonly #part: ReadonlySet<EntryId>;
  readonly #way: ReadonlySet<EntryId>;

  constructor({ passed, history }: Replay, { view, path = [] }: Pick<Why, 'view' | 'path'>) {
    this.#isSettled = isSettledByWhistle(view, path);
    this.#passed = passed;
    this.#history = history;
    for (const each of passed) {
      const { entry, recorded } = each;
      const id = subjectOf(entry);
      if (!this.#first.has(id)) this.#first.set(id, entry);
      if (entry.kind !== 'event' && recorded.effect === 'applied') this.#corrected.set(id, entry);
      if (entry.kind !== 'retraction' && LINKS.has(entry.event.type) && 'of' in entry.event)
        this.#links.set(entry.event.of ?? '', [...(this.#links.get(entry.event.of ?? '') ?? []), id]);
      if (entry.kind !== 'retraction' && entry.event.type === 'var-decision')
        this.#verdicts.set(entry.event.of, CHANGING.has(entry.event.outcome));
      for (const move of recorded.moves) {
        const isOther = entry.kind !== 'event' || move.id !== id;
        if (isOther && move.was === undefined && move.now !== undefined) this.#risen.set(move.id, entry);
      }
    }
    this.#believed = new Set(history.believedAt(history.length).map(({ id }) => id));
    this.#flags = passed.at(-1)?.recorded.flags.after ?? ChangeLog.empty();
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
    const flag = (this.#corrected.get(id) ?? this.#first.get(id)) === entry ? this.#flags.get(id) : undefined;
    const fate = entry.kind === 'event' ? this.#fate(entry, recorded.effect) : undefined;
    return {
      seq: entry.seq,
      id,
      kind: entry.kind,
      ...(claim === undefined
        ? {}
        : { item: { ...itemOf(claim, recorded.after), ...(flag === undefined ? {} : { irregular: flag }) } }),
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
    if (this.#isSettled && this.#superseding(id) !== undefined) return 'superseded';
    return entry.kind !== 'retraction' && LOOKS.has(entry.event.type) ? this.#looked(entry, id) : 'nothing-new';
  }

  /** What a look came to: the verdict names the check, or whatever began the review. */
  #looked({ event }: Exclude<Entry, { kind: 'retraction' }>, id: EntryId): Without {
    const [named = id] = referencesOf(event);
    const changed = this.#verdicts.get(id) ?? this.#verdicts.get(named);
    if (changed === undefined) return 'open';
    return changed ? 'led-there' : 'looked-at';
  }

  #superseding(id: EntryId): EntryId | undefined {
    return this.#history.stateAt(this.#history.length).superseded[id];
  }

  /** The events that moved something, and all that they lean on. */
  #leadingThere(): ReadonlySet<EntryId> {
    const moved = this.#passed.filter(({ changes }) => changes.length > 0);
    const scored = moved.length > 0 && this.#isSettled ? this.#passed.filter((each) => this.#counted(each)) : [];
    const way = new Set([...moved, ...scored].map(({ entry }) => subjectOf(entry)));
    for (const id of way) {
      const event = this.#history.claimed(id)?.event;
      for (const named of event === undefined ? [] : referencesOf(event)) way.add(named);
    }
    return way;
  }

  /** Whether it concerns the part and stands at the end; a penalty that wasn't scored makes no score. */
  #counted({ entry, isConcerned }: Passed): boolean {
    const id = subjectOf(entry);
    const isMissed = entry.kind !== 'retraction' && entry.event.type === 'penalty';
    return isConcerned && !isMissed && this.#believed.has(id) && this.#superseding(id) === undefined;
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
    const superseding = this.#superseding(id);
    if (superseding !== undefined) return { kind: 'superseded', by: this.#named(superseding) };
    return last?.kind === 'amendment' ? { kind: 'amended', ...by } : undefined;
  }

  #named(id: EntryId): Named {
    const seq = this.#first.get(id)?.seq;
    return seq === undefined ? { id } : { id, seq };
  }
}

const LOOKS: ReadonlySet<EventType> = new Set<EventType>(['var-check', 'var-review', 'var-decision']);

/** The outcomes of a review after which another decision stands. */
const CHANGING: ReadonlySet<string> = new Set(['overturned', 'amended']);
