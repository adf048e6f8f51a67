import type { ClubCode, PersonId } from '../fixture.ts';
import type { MatchState } from '../state.ts';
import { isDismissedFromPitch } from './dismissals.ts';
import { withTeam } from './line-ups.ts';

/** Law 3.1: how many each side has on the pitch, as far as the team sheet, changes and cards tell. */
export const countPitch = (state: MatchState): MatchState => {
  let next = state;
  for (const club of [state.sides.home, state.sides.away]) {
    const team = state.teams[club];
    const count = team?.known ? onPitch(state, club) : 11 - missing(state, club);
    if (team !== undefined && count !== team.count) next = withTeam(next, club, { count });
  }
  return next;
};

export const isOnPitch = ({ people, cards }: Pick<MatchState, 'people' | 'cards'>, id: PersonId): boolean =>
  people[id]?.status === 'on' && !isDismissedFromPitch(cards[id]);

/** Whoever was sent off the pitch without being on the sheet was there all the same. */
const onPitch = (state: MatchState, club: ClubCode): number => {
  let count = 0;
  for (const [id, person] of Object.entries(state.people)) if (person.club === club && isOnPitch(state, id)) count += 1;
  for (const [id, held] of Object.entries(state.cards)) {
    if (held.club === club && isDismissedFromPitch(held) && state.people[id] === undefined) count -= 1;
  }
  return Math.max(0, count);
};

/** Of the eleven that nobody listed: sent off and not replaced (as before kick-off), or gone. */
const missing = ({ people, cards }: MatchState, club: ClubCode): number => {
  const gone = new Set<PersonId>();
  for (const [id, person] of Object.entries(people)) {
    if (person.club === club && (person.status === 'left' || person.status === 'temporarily-off')) gone.add(id);
  }
  for (const [id, held] of Object.entries(cards)) {
    if (held.club === club && isDismissedFromPitch(held) && people[id]?.status !== 'off') gone.add(id);
  }
  return Math.min(11, gone.size);
};
