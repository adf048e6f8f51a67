import type { EntryId, Reported } from '../journal/entry.ts';
import type { Effect } from '../journal/journal.ts';
import type { TimeRef } from '../match/time.ts';
import type { TimelineItem, ViewName } from '../projections/views.ts';

/** What is asked: why is this part of a view what it is, the match up to `at`, as known at `asOf`? */
export interface Why {
  readonly view: ViewName;
  /** Into the view: `['people', 'bensebaini']`; the whole view where absent. */
  readonly path?: readonly string[];
  /** The end where absent. */
  readonly at?: TimeRef;
  /** A time, or the seq of an entry; everything that is known where absent. */
  readonly asOf?: TimeRef | number;
}

export type Explained =
  | { readonly ok: true; readonly explanation: Explanation }
  /** The recording has no such moment; a sentence without a full stop. */
  | { readonly ok: false; readonly message: string };

export interface Explanation {
  readonly view: ViewName;
  readonly path: readonly string[];
  /** What stands there at that moment; absent where there is nothing. */
  readonly value?: unknown;
  /** How many entries were then known. */
  readonly cursor: number;
  /** In the order received: what moved the value, what led there, and what concerns it and changed nothing. */
  readonly steps: readonly Step[];
}

/** An entry's part in it. */
export interface Step {
  readonly seq: number;
  /** Of the event that it brings, amends or takes back. */
  readonly id: EntryId;
  readonly kind: 'event' | 'amendment' | 'retraction';
  /** What it tells, in its last content; `kind` is the event's type. Absent of a correction of what nobody sent. */
  readonly item?: TimelineItem;
  /** Why it was amended or taken back, in the feed's words. */
  readonly why?: string;
  /** Feed time, ISO 8601. */
  readonly received: string;
  readonly reported?: Reported;
  /** What became of the entry when it came. */
  readonly effect: Effect;
  /** What it did to the value; empty where nothing. */
  readonly changes: readonly Change[];
  /** Why it changed nothing. */
  readonly without?: Without;
  /** The events that it names: the review that led to it, the penalty that it scores. */
  readonly names: readonly Named[];
  /** What became of its event later on; absent where it stands as it was told. */
  readonly fate?: Fate;
}

export interface Change {
  /** From where one asked: `['home', 'score']`. */
  readonly path: readonly string[];
  /** Absent where there was nothing. */
  readonly from?: unknown;
  /** Absent where there is nothing any more. */
  readonly to?: unknown;
}

export interface Named {
  readonly id: EntryId;
  /** Of its first entry; absent where nobody sent it. */
  readonly seq?: number;
}

/** Why an entry changed nothing. */
export type Without =
  /** What did names it, or something in between. */
  | 'led-there'
  /** A check or a review of it, after which it stands. */
  | 'looked-at'
  /** A check or a review of which no verdict is known. */
  | 'open'
  | Exclude<Effect, 'applied'>
  /** Reported as possible. */
  | 'tentative'
  /** Another decision had taken its place already. */
  | 'superseded'
  /** It says what was known, or nothing that counts here. */
  | 'nothing-new';

/** What became of an event. */
export interface Fate {
  readonly kind:
    | 'superseded'
    | 'retracted'
    | 'amended'
    | 'parked'
    | 'suspected-duplicate'
    /** It wasn't when it came, and is since. */
    | 'believed';
  /** The entry whose doing it is. */
  readonly by?: Named;
}
