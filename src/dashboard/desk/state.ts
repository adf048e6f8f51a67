import type { ConnectionState, Seen, Welcome } from '../../client/connect.ts';
import type { Fixture } from '../../match/fixture.ts';
import type { Millis } from '../../match/time.ts';
import type { Head } from '../../playback/frame.ts';
import type { TimelineView, Views } from '../../projections/views.ts';
import type { JournalSoFar } from '../panel.ts';
import type { Back } from './back.ts';
import type { Note, Pace } from './notes.ts';
import type { Route } from './route.ts';

/** Everything the page knows. What a change leaves alone keeps its reference. */
export interface DeskState {
  readonly route: Route;
  readonly connection: ConnectionState;
  readonly welcome?: Welcome;
  /** The showing as the server last told it. */
  readonly live?: Seen;
  /** The journal, from when somebody first asked for it. */
  readonly journal?: JournalSoFar;
  /** Whether somebody asked. */
  readonly wantsJournal: boolean;
  /** The earlier moment that is looked at here alone. */
  readonly back?: Back;
  /** What is drawn: the showing, or the earlier moment. */
  readonly shown?: Shown;
  /** The most of the match that was seen here, so that going back doesn't empty the bar. */
  readonly furthest?: Furthest;
  /** The entry that somebody wants explained; a new object each time. */
  readonly asked?: { readonly seq: number };
  /** What the server, or the page itself, wouldn't do. */
  readonly refusal?: { readonly text: string; readonly at: Millis };
  /** An operator who looks back on his own leaves the showing alone. */
  readonly alone: boolean;
  readonly notes: readonly Note[];
  readonly pace?: Pace;
}

export interface Shown {
  readonly match: string;
  readonly fixture: Fixture;
  readonly views: Views;
  readonly head: Head;
  readonly heardAt: Millis;
  /** Why it changed: the showing's cause, or `back` for a moment that is looked at here. */
  readonly cause: Seen['cause'] | 'back';
}

export interface Furthest {
  readonly cursor: number;
  readonly timeline: TimelineView;
  readonly clock: Views['clock'];
}

/** Whether what one does here moves the showing for everybody. */
export const steers = ({ welcome, alone, back }: DeskState): boolean =>
  welcome?.role === 'operator' && !alone && back === undefined;
