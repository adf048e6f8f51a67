import type { MatchEvent } from './event.ts';
import type { ClubCode, PersonId, Side } from './fixture.ts';
import type { MatchState } from './state.ts';

/** The club that an event is about: as given, else the club of whoever acts or is concerned. */
export const clubOf = (state: Pick<MatchState, 'roster'>, event: MatchEvent): ClubCode | undefined => {
  if ('club' in event && event.club !== undefined) return event.club;
  const person = personOf(event);
  const club = person === undefined ? undefined : state.roster.get(person)?.club;
  if (club !== undefined || event.type !== 'substitution' || event.off === undefined) return club;
  return state.roster.get(event.off)?.club;
};

/** Whoever acts (`by`), is concerned (`person`) or comes on. */
export const personOf = (event: MatchEvent): PersonId | undefined => {
  if ('by' in event && event.type !== 'ruling' && event.by !== undefined) return event.by;
  if ('person' in event && event.person !== undefined) return event.person;
  return event.type === 'substitution' ? (event.on ?? event.off) : undefined;
};

export const opponentsOf = (state: Pick<MatchState, 'sides'>, club: ClubCode): ClubCode =>
  state.sides.home === club ? state.sides.away : state.sides.home;

/** Home or away in this leg; `undefined` for a club that isn't playing in it. */
export const sideOf = ({ sides }: Pick<MatchState, 'sides'>, club: ClubCode | undefined): Side | undefined =>
  club === sides.home ? 'home' : club === sides.away ? 'away' : undefined;
