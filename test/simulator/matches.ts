import type { Recording } from '../../src/journal/recording.ts';
import type { EventOf, EventType } from '../../src/match/event.ts';
import type { ClubCode } from '../../src/match/fixture.ts';
import { evolve, initialState, type MatchState } from '../../src/match/state.ts';
import { type SimulateOptions, simulate } from '../../src/simulator/simulate.ts';

/** An event, and the match just before and just after it. */
export interface Moment<T extends EventType = EventType> {
  readonly seed: number;
  readonly id: string;
  readonly event: EventOf<T>;
  readonly before: MatchState;
  readonly after: MatchState;
}

export interface Played {
  readonly seed: number;
  readonly recording: Recording;
  readonly moments: readonly Moment[];
  readonly last: MatchState;
}

/** The matches of so many seeds, from 0 on, each told from its first event to its last. */
export const played = (count: number, options: Omit<SimulateOptions, 'seed'> = {}): readonly Played[] =>
  Array.from({ length: count }, (_, seed) => told(seed, simulate({ seed, ...options })));

export const told = (seed: number, recording: Recording): Played => {
  let before = initialState(recording.header.fixture);
  const moments = recording.entries.flatMap((entry): Moment[] => {
    if (entry.kind !== 'event') return [];
    const after = evolve(before, entry);
    const moment = { seed, id: entry.id, event: entry.event, before, after };
    before = after;
    return [moment];
  });
  return { seed, recording, moments, last: before };
};

/** Those of one type, of all the matches. */
export const every = <T extends EventType>(
  matches: readonly Pick<Played, 'moments'>[],
  type: T,
): readonly Moment<T>[] =>
  matches.flatMap(({ moments }) => moments.filter(({ event }) => event.type === type) as unknown as Moment<T>[]);

export const clubOf = ({ roster }: MatchState, person: string | undefined): ClubCode => {
  const club = roster.get(person ?? '')?.club;
  if (club === undefined) throw new Error(`nobody is called ${person}`);
  return club;
};
