import type { MatchEvent } from '../../match/event.ts';
import type { ClubCode } from '../../match/fixture.ts';
import type { EventId, MatchState } from '../../match/state.ts';
import type { MatchTime } from '../../match/time.ts';
import { opponentsOf } from '../../match/who.ts';
import type { Kicks, Numbers } from '../fact.ts';

/** An event with the match around it. */
export interface Scene {
  readonly id: EventId;
  readonly event: MatchEvent;
  /** At its own place. */
  readonly before: MatchState;
  readonly after: MatchState;
  /** The leg as known, which is the same unless the event came late. */
  readonly whole: { readonly before: MatchState; readonly after: MatchState };
  /** The match as it is known now, in whichever leg. */
  readonly current: MatchState;
  readonly late: boolean;
  readonly sources?: readonly string[];
  readonly lastChange?: { readonly club: ClubCode; readonly at: MatchTime };
}

/** The numbers of a club on the pitch, where they have changed. */
export const numbersOf = ({ whole }: Pick<Scene, 'whole'>, club: ClubCode): Numbers | undefined => {
  const before = whole.before.leg === whole.after.leg ? whole.before.teams[club]?.count : undefined;
  const count = whole.after.teams[club]?.count;
  return count === undefined || before === undefined || count === before ? undefined : { club, count, before };
};

export const bothNumbers = (scene: Pick<Scene, 'whole'>): readonly Numbers[] | undefined => {
  const { home, away } = scene.whole.after.sides;
  const changed = [home, away].flatMap((club) => numbersOf(scene, club) ?? []);
  return changed.length === 0 ? undefined : changed;
};

export const kicksOf = (match: MatchState, club: ClubCode): Kicks => ({
  club,
  own: match.shootout?.score[club] ?? 0,
  other: match.shootout?.score[opponentsOf(match, club)] ?? 0,
  ...given({ winner: match.shootout?.winner }),
});

/** The fields that are there: absent is how we write "none", and `undefined` isn't absent. */
export const given = <T extends object>(fields: T): { readonly [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
