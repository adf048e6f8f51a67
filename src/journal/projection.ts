import type { MatchEvent } from '../match/event.ts';
import type { Fixture } from '../match/fixture.ts';
import type { ChangeLog } from '../match/ledger.ts';
import type { MatchState } from '../match/state.ts';
import type { Entry, EntryId, Reported } from './entry.ts';
import type { Claim, Effect } from './journal.ts';

/** A fold with a face. `view` returns the same reference for the same state, so that an untouched branch costs a diff nothing. */
export interface Projection<State, Input, View> {
  readonly init: (fixture: Fixture) => State;
  readonly evolve: (state: State, input: Input) => State;
  readonly view: (state: State) => View;
}

/** Input of the projections of the match: believed events in match order. They never see a correction. */
export interface Believed {
  readonly id: EntryId;
  readonly event: MatchEvent;
  readonly before: MatchState;
  readonly after: MatchState;
  readonly reported?: Reported;
}

/** Input of the projections of the record: every entry in the order received, whatever became of it. */
export interface Recorded {
  readonly entry: Entry;
  readonly effect: Effect;
  /** Feed time, ISO 8601. */
  readonly received: string;
  /** Whether it came out of order, so that what it tells of isn't the newest thing. */
  readonly late: boolean;
  /** Nothing can have been shown of its id before. */
  readonly isNew: boolean;
  /** What came to be believed, ceased to be or changed, each with the match before and after it at its own place. */
  readonly moves: readonly RecordedMove[];
  /** The whole match as known before and after this entry. */
  readonly before: MatchState;
  readonly after: MatchState;
  /** What the Laws have against believed events, before and after this entry. */
  readonly flags: { readonly before: Flags; readonly after: Flags };
  /** The event that the entry is about, as last told before it; of a correction. */
  readonly subject: Claim | undefined;
}

/** By the id of a believed event: the first breach of the Laws that it is at its place in the match. */
export type Flags = ChangeLog<Flag>;

export interface Flag {
  readonly code: string;
  /** Absent where it's the record that doesn't add up. */
  readonly law?: string;
}

export interface RecordedMove {
  readonly id: EntryId;
  readonly was?: Claim;
  readonly now?: Claim;
  readonly suspected?: true;
  readonly before: MatchState;
  readonly after: MatchState;
}

/**
 * A projection that shows some parts of the match: worked out anew only when one of them has changed, and only when
 * somebody looks.
 */
export const partsOfMatch = <View>(
  init: (fixture: Fixture) => MatchState,
  changed: (before: MatchState, after: MatchState) => boolean,
  show: (match: MatchState) => View,
): Projection<MatchState, Believed, View> => ({
  init,
  evolve: (state, { before, after }) => (changed(before, after) ? after : state),
  view: lookedAt(show),
});

/** Works out what a state shows when somebody looks, and then once: the same state shows the same reference. */
export const lookedAt = <State extends object, View>(show: (state: State) => View): ((state: State) => View) => {
  const shown = new WeakMap<State, View>();
  return (state) => {
    if (!shown.has(state)) shown.set(state, show(state));
    return shown.get(state) as View;
  };
};
