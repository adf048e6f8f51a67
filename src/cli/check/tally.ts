import { Doubts } from '../../journal/doubts.ts';
import type { Entry } from '../../journal/entry.ts';
import { type Effect, Journal } from '../../journal/journal.ts';
import { judgeJournal, type Lawfulness } from '../../journal/lawfulness.ts';
import type { RecordingHeader } from '../../journal/recording.ts';
import type { Fixture } from '../../match/fixture.ts';
import type { Millis } from '../../match/time.ts';

/** What a file holds. */
export interface Contents {
  readonly title?: string;
  readonly entries: number;
  /** Feed time from the first entry to the last. */
  readonly lasts: Millis;
  /** By type, the most frequent first. */
  readonly events: Readonly<Record<string, number>>;
  readonly amendments: number;
  readonly retractions: number;
  /** What became of the entries that weren't simply applied. */
  readonly effects: Readonly<Partial<Record<Hindered, Hindrance>>>;
  /** How many entries were looked at for that; absent where it's all of them. */
  readonly effectsUpTo?: number;
  /** Of a scenario. */
  readonly expectations?: number;
  readonly claims?: number;
}

export type Hindered = Exclude<Effect, 'applied'>;

export interface Hindrance {
  readonly count: number;
  /** The seq of the first few of them. */
  readonly first: readonly number[];
}

/** Beyond this an id that comes again can't be known without holding more than a bounded memory. */
const EFFECTS_ENTRIES_MAX = 200_000;

/** Each is held against all that it resembles: a file of nothing else would take for ever. */
const SUSPECTED_MAX = 500;

const FIRST_MAX = 5;

/**
 * Counts entries as they come, in bounded memory: it holds the first 200,000, to see what they do to one another and
 * whether they are lawful, and of those after them no more than the counts.
 */
export class Tally {
  readonly #events = new Map<string, number>();
  readonly #effects = new Map<Hindered, { count: number; first: number[] }>();
  readonly #journal = new Journal();
  /** False once there was too much to look at. */
  #whole = true;
  #fixture: Fixture | undefined;
  #doubts: Doubts | undefined;
  #title: string | undefined;
  readonly #effectsMax: number;
  #entries = 0;
  #lookedAt = 0;
  #amendments = 0;
  #retractions = 0;
  #from: Millis | undefined;
  #to: Millis = 0;

  /** `effectsMax`: of so many entries it's looked at what they do to one another. */
  constructor(effectsMax: number = EFFECTS_ENTRIES_MAX) {
    this.#effectsMax = effectsMax;
  }

  begin({ title, fixture }: RecordingHeader): void {
    this.#title = title ?? fixture.title;
    this.#fixture = fixture;
    this.#doubts = new Doubts(fixture);
  }

  add(entry: Entry): void {
    this.#entries += 1;
    this.#from ??= entry.offset;
    this.#to = entry.offset;
    if (entry.kind === 'event') this.#events.set(entry.event.type, (this.#events.get(entry.event.type) ?? 0) + 1);
    else if (entry.kind === 'amendment') this.#amendments += 1;
    else this.#retractions += 1;
    this.#whole = this.#whole && this.#judge(entry);
  }

  /** What is probably a slip in the entry that was added last. */
  doubtsAbout(entry: Entry): readonly string[] {
    return this.#doubts?.about(entry) ?? [];
  }

  /** Whether what was added is lawful, once all is; as far as the entries were held against one another. */
  lawfulness(): { readonly lawfulness: Lawfulness; readonly fixture: Fixture; readonly upTo?: number } | undefined {
    const fixture = this.#fixture;
    if (fixture === undefined) return undefined;
    return {
      lawfulness: judgeJournal(fixture, this.#journal),
      fixture,
      ...(this.#whole ? {} : { upTo: this.#lookedAt }),
    };
  }

  /** Whether it's looked at what the entry does to the others, and what they do to it. */
  #judge(entry: Entry): boolean {
    if (this.#entries > this.#effectsMax) return false;
    this.#lookedAt = this.#entries;
    // Lines that are wrong are left out, and a journal counts without a gap.
    const { effect } = this.#journal.append({ ...entry, seq: this.#entries });
    if (effect === 'applied') return true;
    const { count, first } = this.#effects.get(effect) ?? { count: 0, first: [] };
    this.#effects.set(effect, { count: count + 1, first: count < FIRST_MAX ? [...first, entry.seq] : first });
    return effect !== 'suspected-duplicate' || count < SUSPECTED_MAX;
  }

  contents(): Contents {
    return {
      ...(this.#title === undefined ? {} : { title: this.#title }),
      entries: this.#entries,
      lasts: this.#to - (this.#from ?? 0),
      events: Object.fromEntries([...this.#events].sort(([a, many], [b, few]) => few - many || (a < b ? -1 : 1))),
      amendments: this.#amendments,
      retractions: this.#retractions,
      effects: Object.fromEntries(this.#effects),
      ...(this.#whole ? {} : { effectsUpTo: this.#lookedAt }),
    };
  }
}
