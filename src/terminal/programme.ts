import type { Entry } from '../journal/entry.ts';
import type { Fixture } from '../match/fixture.ts';
import type { Millis } from '../match/time.ts';
import type { Head } from '../playback/frame.ts';
import type { Control } from '../playback/playhead.ts';
import type { Views } from '../projections/views.ts';
import type { Steering } from './picture.ts';

/** What the screen needs of a showing, be it played here or followed on a server. */
export interface Programme {
  /** How it stands now; `undefined` until anything is known. Asked often, so it costs nothing. */
  readonly latest: () => Sight | undefined;
  /** Steers it; says in a sentence why it can't. */
  readonly control: (control: Control) => string | undefined;
  readonly steering: () => Steering;
  /** What is wrong with the line to it; `undefined` while nothing is. */
  readonly trouble: () => string | undefined;
  /** Where a browser finds the same showing, while it's on the air. */
  readonly address?: string;
  /** The terminal is taken away for a while; what comes back is done when it's there again. */
  readonly rest: () => () => void;
  /** Something is to be said to the viewer, such as what a server refuses. */
  readonly onSaid: (hear: (text: string) => void) => void;
}

export interface Sight {
  readonly fixture: Fixture;
  readonly head: Head;
  readonly views: Views;
  /** On the clock of `performance.now()`. */
  readonly heardAt: Millis;
  /** How often the playhead has been moved so far, rather than passing what came: what is new then isn't news. */
  readonly jumps: number;
  /** The last entry that was shown. */
  readonly entry?: Entry;
  /** The entry of that id, as far as it has been shown. */
  readonly entryOf: (id: string) => Entry | undefined;
}
