import type { ComponentType } from 'react';
import type { Leave, Seen, Welcome } from '../client/connect.ts';
import type { Entry } from '../journal/entry.ts';
import type { RecordingHeader } from '../journal/recording.ts';
import type { Fixture } from '../match/fixture.ts';
import type { Millis } from '../match/time.ts';
import type { Head } from '../playback/frame.ts';
import type { MatchHistory } from '../playback/views.ts';
import type { ViewName, Views } from '../projections/views.ts';

/**
 * What every panel is given: one match as it is shown here, live or at the moment that somebody went back to. Views that
 * an update left alone are the same objects as before, so a memo on a view is a memo on what changed.
 */
export interface PanelProps {
  readonly match: string;
  readonly fixture: Fixture;
  readonly views: Views;
  /** Of the moment that is shown: `head.cursor` entries of the journal had come. */
  readonly head: Head;
  /** When that was heard, on the clock of `performance.now()`, for `watchAt`. */
  readonly heardAt: Millis;
  /** Absent until it has come; only for a panel that says it reads the journal. */
  readonly journal?: JournalSoFar;
  /** The entry that somebody asked for, for the journal's panel. */
  readonly asked?: { readonly seq: number };
  /** Shows another moment: an operator's seek moves the showing, a viewer goes back on his own. */
  readonly goTo: (moment: Moment) => void;
  readonly role: Welcome['role'];
  /** The moment shown is an earlier one than the showing's own. */
  readonly isBack: boolean;
}

/** A number of entries, a time as people write it (`2H 97:53`), or a place in the showing. */
export type Moment = { readonly cursor: number } | { readonly time: string } | { readonly position: Millis };

/**
 * The journal as far as the showing has told it: beyond `head.cursor` where somebody has gone back. A new object each
 * time that more has come; `entries` is the same array, grown, unless the showing itself went back.
 */
export interface JournalSoFar {
  readonly epoch: string;
  readonly header: RecordingHeader;
  readonly entries: readonly Entry[];
  /** Folded, and shared by everybody who looks back. */
  readonly history: MatchHistory;
}

/** A panel as the page knows it; its component is the default export of `panels/<name>/<name>.tsx`. */
export interface Panel {
  readonly name: string;
  /** The views that it draws: it is rendered anew when one of them changed, and for nothing else. */
  readonly reads: readonly ViewName[];
  readonly readsHead?: true;
  readonly readsJournal?: true;
  readonly load: () => Promise<{ readonly default: ComponentType<PanelProps> }>;
}

/** The wall follows every match on the one connection that the page has, and leaves them when it's taken down. */
export interface WallProps {
  readonly glance: <Name extends ViewName>(
    match: string,
    views: readonly Name[],
    listener: (seen: Seen<Name>) => void,
  ) => Leave;
  readonly matches: Welcome['matches'];
  /** Opens one of them. */
  readonly open: (match: string) => void;
}
