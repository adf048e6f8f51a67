import type { MatchEvent } from '../match/event.ts';
import type { Entry, EntryId, Reported } from './entry.ts';
import { contentKey } from './likeness.ts';
import { referencesOf } from './references.ts';
import { isSame } from './same.ts';

/** What the journal holds of one event: its latest content. An entry that was told once is its own claim. */
export interface Claim {
  readonly id: EntryId;
  /** Of the original entry: an amendment keeps its place. */
  readonly seq: number;
  readonly offset: number;
  readonly event: MatchEvent;
  readonly reported?: Reported;
}

/** What an entry did. Whatever it did, it's kept. */
export type Effect =
  | 'applied'
  /** The same again. */
  | 'duplicate'
  /** The same fact with another id: believed only once somebody says that it's another one. */
  | 'suspected-duplicate'
  /** A known id with other content: not applied. */
  | 'conflict'
  /** It names an entry that isn't believed (yet). */
  | 'parked'
  /** It corrects an id that nobody has sent (yet). */
  | 'unknown-subject';

/** An event that came to be believed, ceased to be, or changed. */
export interface Move {
  readonly id: EntryId;
  readonly was?: Claim;
  readonly now?: Claim;
  /** It ceased to be believed because it tells what another does, who is believed again. */
  readonly suspected?: true;
}

export interface Change {
  readonly effect: Effect;
  readonly moves: readonly Move[];
  /** Nobody has said anything of this id before. Absent where it would take looking up. */
  readonly isNew?: true;
}

/**
 * The append-only list of entries, and what it makes one believe. Corrections stop here: whoever folds what is
 * believed never sees one. An entry whose references aren't believed is parked, and looked at again when they change.
 */
export class Journal {
  readonly #entries: Entry[] = [];
  /** What is only told, and believed, stands for itself: most of a long feed. */
  readonly #files = new Map<EntryId, File | Told>();
  /** Who names an id: to be looked at again when its belief changes. */
  readonly #naming = new Map<EntryId, Set<EntryId>>();
  readonly #contents = new Map<string, Set<EntryId>>();

  get entries(): readonly Entry[] {
    return this.#entries;
  }

  get length(): number {
    return this.#entries.length;
  }

  /** Takes the next entry; its `seq` must be one more than the last one's (throws: that is our mistake, not a feed's). */
  append(entry: Entry): Change {
    if (entry.seq !== this.#entries.length + 1) {
      throw new Error(`entry ${entry.seq} can't follow entry ${this.#entries.length}`);
    }
    this.#entries.push(entry);
    switch (entry.kind) {
      case 'event':
        return this.#receive(entry);
      case 'amendment':
        return this.#amend(entry);
      case 'retraction':
        return this.#retract(entry);
    }
  }

  /** The event of that id as it is believed now. */
  believed(id: EntryId): Claim | undefined {
    const held = this.#files.get(id);
    if (isTold(held)) return held;
    return held?.believed === true ? held.claim : undefined;
  }

  /** The event of that id as last told, believed or not. */
  claimed(id: EntryId): Claim | undefined {
    const held = this.#files.get(id);
    return isTold(held) ? held : held?.claim;
  }

  isRetracted(id: EntryId): boolean {
    const held = this.#files.get(id);
    return !isTold(held) && held?.retracted === true;
  }

  #receive(entry: Told): Change {
    const { id, event } = entry;
    if (this.#standsForItself(entry)) {
      this.#files.set(id, entry);
      return { effect: 'applied', moves: [{ id, now: entry }], isNew: true };
    }
    const file = this.#fileOf(id) ?? this.#open(id);
    if (file.claim !== undefined && !file.retracted) {
      return { effect: hasTold(file, event) ? 'duplicate' : 'conflict', moves: [] };
    }
    const former = file.claim;
    const again = former !== undefined;
    // An entry is its own claim. Told again after it was taken back, it has its old place.
    const claim: Claim = again ? { ...entry, seq: former.seq, offset: former.offset } : entry;
    this.#note(file, claim);
    file.retracted = false;
    file.suspected = (!again || file.suspected) && this.#resembles(file);
    file.released = !file.suspected && (file.released || (!again && this.#resembles(file, { takenAgain: true })));
    const { waiting } = file;
    file.waiting = NONE;
    for (const correction of waiting) {
      if (correction.kind === 'retraction') file.retracted = true;
      else {
        file.retracted = false;
        file.suspected = false;
        file.released = false;
        this.#note(file, { ...claim, event: correction.event, ...sourceOf(correction) });
      }
    }
    const moves = this.#reconsider(file);
    return { effect: this.#effectOn(file), moves };
  }

  #amend(entry: Extract<Entry, { kind: 'amendment' }>): Change {
    const file = this.#fileOf(entry.of) ?? this.#open(entry.of);
    if (file.claim === undefined) {
      file.waiting = [...file.waiting, entry];
      return { effect: 'unknown-subject', moves: [] };
    }
    if (!file.retracted && !file.suspected && isSame(file.claim.event, entry.event))
      return { effect: 'duplicate', moves: [] };
    this.#note(file, { ...file.claim, event: entry.event, ...sourceOf(entry) });
    file.retracted = false;
    file.suspected = false;
    file.released = false;
    const moves = this.#reconsider(file);
    return { effect: this.#effectOn(file), moves };
  }

  #retract(entry: Extract<Entry, { kind: 'retraction' }>): Change {
    const file = this.#fileOf(entry.of) ?? this.#open(entry.of);
    if (file.claim === undefined) {
      file.waiting = [...file.waiting, entry];
      return { effect: 'unknown-subject', moves: [] };
    }
    if (file.retracted) return { effect: 'duplicate', moves: [] };
    file.retracted = true;
    return { effect: 'applied', moves: this.#reconsider(file) };
  }

  /** It is new, it leans on nothing, nothing leans on it, and nothing else can tell the same. */
  #standsForItself(entry: Told): boolean {
    return (
      !this.#files.has(entry.id) &&
      !this.#naming.has(entry.id) &&
      contentKey(entry) === undefined &&
      referencesOf(entry.event).length === 0
    );
  }

  /** Of what has stood for itself until now a file is opened. */
  #fileOf(id: EntryId): File | undefined {
    const held = this.#files.get(id);
    return isTold(held) ? this.#open(id, held) : held;
  }

  #open(id: EntryId, claim?: Told): File {
    const file: File = {
      claim,
      earlier: NONE,
      waiting: NONE,
      retracted: false,
      suspected: false,
      released: false,
      believed: claim !== undefined,
      was: undefined,
      key: undefined,
      formerKey: undefined,
    };
    this.#files.set(id, file);
    return file;
  }

  #note(file: File, claim: Claim): void {
    if (file.claim !== undefined) {
      for (const named of referencesOf(file.claim.event)) this.#naming.get(named)?.delete(claim.id);
      file.earlier = [...file.earlier, file.claim.event];
      file.formerKey = file.key;
      this.#contents.get(file.key ?? '')?.delete(claim.id);
    }
    file.was = file.believed ? file.claim : undefined;
    file.claim = claim;
    for (const named of referencesOf(claim.event)) setOf(this.#naming, named).add(claim.id);
    file.key = contentKey(claim);
    if (file.key !== undefined) setOf(this.#contents, file.key).add(claim.id);
  }

  /** Whether another believed event tells the same; kicks that were taken again don't, unless they are asked for. */
  #resembles({ key, claim }: File, { takenAgain = false } = {}): boolean {
    if (key === undefined || claim === undefined || (!takenAgain && this.#isTakenAgain(claim.id))) return false;
    // Whoever was believed first stands first, so this is quick however many tell the same.
    for (const id of this.#contents.get(key) ?? []) {
      if (id === claim.id || this.#fileOf(id)?.believed !== true) continue;
      if (takenAgain || !this.#isTakenAgain(id)) return true;
    }
    return false;
  }

  /** A kick that is taken again may well end as it did before: then it's no second report of the first. */
  #isTakenAgain(id: EntryId): boolean {
    return [...(this.#naming.get(id) ?? [])].some((naming) => {
      const file = this.#fileOf(naming);
      return file?.claim?.event.type === 'retake' && !file.retracted;
    });
  }

  /**
   * Works out anew what is believed, from one event outwards: first everything that leans on it falls, then everything
   * that can stands up again. So the outcome depends on what was said, not on the order in which it came.
   */
  #reconsider(start: File): Move[] {
    const was = start.was ?? (start.believed ? start.claim : undefined);
    const before: Before = new Map([[start, was]]);
    start.was = undefined;
    this.#rise(this.#fall(start, before), before);
    if (start.believed !== (was !== undefined) || start.formerKey !== undefined) {
      for (const other of this.#lookalikes(start)) {
        if (start.believed) this.#doubt(other, before);
        this.#release(other, before);
      }
    }
    start.formerKey = undefined;
    this.#takeAgain(start, before);
    return moves(before);
  }

  /** Whether a kick was taken again decides whether others like it are doubted: the one that is named, or was before. */
  #takeAgain(file: File, before: Before): void {
    const named = new Set(versionsOf(file).flatMap((event) => (event.type === 'retake' ? [event.of] : [])));
    for (const id of named) {
      const taken = this.#fileOf(id);
      for (const other of taken === undefined ? [] : this.#lookalikes(taken)) {
        this.#doubt(other, before);
        this.#release(other, before);
      }
    }
  }

  /** It isn't believed any more, and whatever leans on it isn't either. */
  #fall(start: File, before: Before): File[] {
    const fallen = [start];
    for (const file of fallen) {
      if (!before.has(file)) before.set(file, file.believed ? file.claim : undefined);
      file.believed = false;
      fallen.push(...this.#leaningOn(file).filter(({ believed }) => believed));
    }
    return fallen;
  }

  #rise(hopeful: File[], before: Before): void {
    for (const file of hopeful) {
      if (file.believed || !this.#stands(file)) continue;
      if (!before.has(file)) before.set(file, undefined);
      file.believed = true;
      hopeful.push(...this.#leaningOn(file));
    }
  }

  /** A suspected duplicate stands up when the event that it resembled is gone, or is told otherwise. */
  #release(file: File, before: Before): void {
    if (!file.suspected || this.#resembles(file)) return;
    file.suspected = false;
    file.released = true;
    this.#rise([file], before);
  }

  /** … and is suspected again when that event is back. */
  #doubt(file: File, before: Before): void {
    if (!file.released || !this.#resembles(file)) return;
    file.suspected = true;
    file.released = false;
    this.#fall(file, before);
  }

  #stands(file: File): boolean {
    return (
      file.claim !== undefined &&
      !file.retracted &&
      !file.suspected &&
      referencesOf(file.claim.event).every((named) => this.#fileOf(named)?.believed === true)
    );
  }

  #leaningOn({ claim }: File): File[] {
    const naming = claim === undefined ? undefined : this.#naming.get(claim.id);
    return naming === undefined ? [] : [...naming].flatMap((id) => this.#fileOf(id) ?? []);
  }

  /** Those that tell what this one tells, or told before. */
  #lookalikes({ key, formerKey }: File): File[] {
    return [...this.#alike(key), ...(formerKey === key ? [] : this.#alike(formerKey))];
  }

  #alike(key: string | undefined): File[] {
    const ids = key === undefined ? undefined : this.#contents.get(key);
    return ids === undefined ? [] : [...ids].flatMap((id) => this.#fileOf(id) ?? []);
  }

  #effectOn(file: File): Effect {
    if (file.believed || file.retracted) return 'applied';
    return file.suspected ? 'suspected-duplicate' : 'parked';
  }
}

type Told = Extract<Entry, { kind: 'event' }>;

type Correction = Extract<Entry, { kind: 'amendment' | 'retraction' }>;

const isTold = (held: File | Told | undefined): held is Told => held !== undefined && 'kind' in held;

/** All there is to say of an id. */
interface File {
  claim: Claim | undefined;
  /** What it told before: a re-send of any of that is nothing new. */
  earlier: readonly MatchEvent[];
  /** Corrections that came before what they correct. */
  waiting: readonly Correction[];
  retracted: boolean;
  suspected: boolean;
  /** Believed only because what it resembles is gone, or was taken again. */
  released: boolean;
  believed: boolean;
  /** What it was believed to be before it was told otherwise. */
  was: Claim | undefined;
  /** What it resembles others by; absent where nothing else can tell the same. */
  key: string | undefined;
  /** … and did until it was told otherwise. */
  formerKey: string | undefined;
}

const NONE: readonly never[] = [];

const versionsOf = ({ earlier, claim }: File): readonly MatchEvent[] =>
  claim === undefined ? earlier : [...earlier, claim.event];

const hasTold = (file: File, event: MatchEvent): boolean => versionsOf(file).some((version) => isSame(version, event));

/** What each of the events that are looked at anew was believed to be. */
type Before = Map<File, Claim | undefined>;

const moves = (before: Before): Move[] => {
  const all: Move[] = [];
  for (const [file, was] of before) {
    const now = file.believed ? file.claim : undefined;
    if (file.claim === undefined || was === now) continue;
    all.push({
      id: file.claim.id,
      ...(was === undefined ? {} : { was }),
      ...(now === undefined ? {} : { now }),
      ...(file.suspected ? { suspected: true } : {}),
    });
  }
  return all;
};

const sourceOf = (entry: Entry): Pick<Claim, 'reported'> =>
  entry.reported === undefined ? {} : { reported: entry.reported };

const setOf = <K, V>(map: Map<K, Set<V>>, key: K): Set<V> => {
  const known = map.get(key);
  if (known !== undefined) return known;
  const fresh = new Set<V>();
  map.set(key, fresh);
  return fresh;
};
