import type { Change } from '../faces/changes.ts';
import type { Entry } from '../journal/entry.ts';
import type { Fixture } from '../match/fixture.ts';
import type { Millis } from '../match/time.ts';
import type { Head } from '../playback/frame.ts';
import type { Views } from '../projections/views.ts';
import type { Day } from './day.ts';
import type { Ui } from './ui.ts';

/** All that a screen is made of. */
export interface Picture {
  readonly fixture: Fixture;
  readonly head: Head;
  readonly views: Views;
  /** When the head was heard, on the clock that `now` is on. */
  readonly heardAt: Millis;
  readonly now: Millis;
  /** The last entry that was shown; absent where the journal isn't at hand. */
  readonly entry?: Entry;
  /** The entry of that id, as far as it has been shown. */
  readonly entryOf: (id: string) => Entry | undefined;
  /** Something that has just happened and is to be seen from afar. */
  readonly flash?: Change;
  /** The matches that are on together; absent where it's one alone. */
  readonly day?: Day;
  readonly ui: Ui;
  readonly steering: Steering;
  /** What is wrong with the line to the server; absent while nothing is. */
  readonly trouble?: string;
  /** Where a browser finds the same showing; absent where it isn't on the air. */
  readonly address?: string;
  readonly size: Size;
}

/** Whether one may steer the showing, and if not what to say about it. */
export type Steering = { readonly may: true } | { readonly may: false; readonly why: string };

export interface Size {
  readonly columns: number;
  readonly rows: number;
}
