import type { EventType } from '../event.ts';
import type { ClubCode, PersonId } from '../fixture.ts';
import type { EventId, MatchState } from '../state.ts';
import type { Period } from '../time.ts';

/** People, clubs and things as a sentence names them. */
export const nameOfPerson = ({ roster }: Pick<MatchState, 'roster'>, id: PersonId | undefined): string =>
  id === undefined ? 'somebody' : (roster.get(id)?.person.name ?? `"${id}"`);

export const nameOfClub = ({ fixture }: Pick<MatchState, 'fixture'>, club: ClubCode | undefined): string => {
  const known = club === undefined ? undefined : fixture.clubs[club];
  return known?.short ?? known?.name ?? club ?? 'nobody';
};

export const nameOfPeriod = (period: Period): string => PERIOD_NAMES[period];

/** `the goal "g1"`. */
export const nameOfEntry = (state: Pick<MatchState, 'decisions'>, id: EventId): string => {
  const type = state.decisions.get(id)?.type;
  return type === undefined ? `"${id}"` : `the ${wordOf(type)} "${id}"`;
};

export const wordOf = (type: EventType): string =>
  type === 'penalty-awarded' ? 'penalty award' : type.replaceAll('-', ' ');

const PERIOD_NAMES: Readonly<Record<Period, string>> = {
  pre: 'the time before kick-off',
  '1H': 'the first half',
  HT: 'half-time',
  '2H': 'the second half',
  ENT: 'the end of normal time',
  ET1: 'the first half of extra time',
  ETHT: 'half-time of extra time',
  ET2: 'the second half of extra time',
  EET: 'the end of extra time',
  PEN: 'the shoot-out',
  FT: 'full time',
};
