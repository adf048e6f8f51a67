import type { EntryId } from '../journal/entry.ts';
import type { Recording } from '../journal/recording.ts';
import type { MatchEvent } from '../match/event.ts';
import type { TimeRef } from '../match/time.ts';
import type { ViewName } from '../projections/views.ts';
import type { MODES, VERDICTS } from './format.ts';
import type { Place, Written } from './place.ts';

export type Mode = (typeof MODES)[number];
export type ClaimVerdict = (typeof VERDICTS)[number];

/** A scenario file, read: the match that it tells as a recording, and what must hold of it. */
export interface Scenario {
  /** The file's name without folder and ending; also the recording's id. */
  readonly name: string;
  readonly file: string;
  readonly title: string;
  readonly why?: string;
  readonly law: readonly string[];
  readonly tags: readonly string[];
  readonly mode: Mode;
  readonly recording: Recording;
  /** Where each entry stands in the file; that of entry 1 first. */
  readonly lines: readonly Place[];
  /** The entries, by seq, whose lines say when they came in. */
  readonly received: ReadonlySet<number>;
  /** In the order of the file. */
  readonly checks: readonly Check[];
  readonly claims: readonly Claim[];
}

/** What must hold once `cursor` entries have been shown. */
export type Check =
  | { readonly kind: 'expect'; readonly place: Place; readonly cursor: number; readonly expected: ExpectedViews }
  /** The event, asked for as a command, is refused with that code, and leaves nothing in the journal. */
  | {
      readonly kind: 'attempt';
      readonly place: Place;
      readonly cursor: number;
      readonly event: MatchEvent;
      readonly refused: string;
    }
  /** The entry that the cursor has just passed is a breach of the Laws, with each of these codes. */
  | {
      readonly kind: 'irregular';
      readonly place: Place;
      readonly cursor: number;
      readonly entry: EntryId;
      readonly codes: readonly string[];
    };

/** What an account says of the match. */
export interface Claim {
  readonly place: Place;
  readonly by: string;
  readonly says: ExpectedViews;
  /** The match up to this time; the end of the recording where absent. */
  readonly at?: TimeRef;
  /** As then known: a time, or the seq of an entry. */
  readonly asOf?: TimeRef | number;
  readonly verdict: ClaimVerdict;
}

/** A partial match of the views (`null`: absent), with the places of its parts for whoever says where it fails. */
export interface ExpectedViews {
  readonly views: Readonly<Partial<Record<ViewName, unknown>>>;
  readonly written: Written;
}
