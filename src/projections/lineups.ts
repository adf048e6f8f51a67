import { partsOfMatch } from '../journal/projection.ts';
import type { ClubCode, PersonId } from '../match/fixture.ts';
import { isDismissedFromPitch } from '../match/laws/dismissals.ts';
import type { PersonState } from '../match/laws/line-ups.ts';
import { changesLeft, hasExtraTimeChanges } from '../match/laws/substitutions.ts';
import { initialState, type MatchState } from '../match/state.ts';
import { labelOf } from '../match/time.ts';
import type { LineupsView, PersonView, TeamView } from './views.ts';

/** Who is on the pitch, on the bench, off, and in the technical area. */
export const lineups = partsOfMatch<LineupsView>(
  initialState,
  (before, after) =>
    before.teams !== after.teams ||
    before.people !== after.people ||
    before.cards !== after.cards ||
    before.leg !== after.leg ||
    hasExtraTimeChanges(before) !== hasExtraTimeChanges(after),
  (match) => ({
    [match.sides.home]: teamView(match, match.sides.home),
    [match.sides.away]: teamView(match, match.sides.away),
  }),
);

type Place = 'onPitch' | 'bench' | 'off' | 'staff';

const teamView = (match: MatchState, club: ClubCode): TeamView => {
  const team = match.teams[club];
  const places: Record<Place, Record<PersonId, PersonView>> = { onPitch: {}, bench: {}, off: {}, staff: {} };
  for (const [id, person] of Object.entries(match.people)) {
    if (person.club !== club) continue;
    const place = placeOf(match, id, person);
    places[place][id] = personView(match, id, person, place);
  }
  const captain = unlessGone(match, team?.captain);
  const goalkeeper = unlessGone(match, team?.goalkeeper);
  return {
    count: team?.count ?? 0,
    ...(team?.formation === undefined ? {} : { formation: team.formation }),
    ...(captain === undefined ? {} : { captain }),
    ...(goalkeeper === undefined ? {} : { goalkeeper }),
    substitutions: { used: team?.used ?? 0, ...changesLeft(match, club) },
    ...places,
  };
};

/** Law 3.10: the armband stays on the pitch, as the gloves do; until somebody says who has them now, nobody is named. */
const unlessGone = ({ people, cards }: MatchState, id: PersonId | undefined): PersonId | undefined => {
  if (id === undefined || isDismissedFromPitch(cards[id])) return undefined;
  const status = people[id]?.status;
  return status === 'off' || status === 'left' ? undefined : id;
};

const placeOf = (match: MatchState, id: PersonId, { status }: PersonState): Place => {
  const gone = match.cards[id]?.sentOff !== undefined;
  switch (status) {
    case 'on':
      return isDismissedFromPitch(match.cards[id]) ? 'off' : 'onPitch';
    case 'bench':
      return gone ? 'off' : 'bench';
    case 'staff':
      return 'staff';
    case 'off':
    case 'left':
    case 'temporarily-off':
      return 'off';
  }
};

const personView = (match: MatchState, id: PersonId, { on, off, status }: PersonState, place: Place): PersonView => {
  const person = match.roster.get(id)?.person;
  const sentOff = match.cards[id]?.sentOff;
  const order = placeOnTheSheet(match, id);
  // Whoever had been replaced or had left before he was sent off went for that.
  const dismissed = sentOff !== undefined && place !== 'onPitch' && status !== 'off' && status !== 'left';
  return {
    name: person?.name ?? id,
    ...(person?.shirt === undefined ? {} : { shirt: person.shirt }),
    ...(person?.position === undefined ? {} : { position: person.position }),
    ...(on === undefined ? {} : { on: labelOf(on.at), ...(on.for === undefined ? {} : { replaced: on.for }) }),
    ...(dismissed ? { offAt: labelOf(sentOff.at), offFor: 'red' as const } : {}),
    ...(dismissed || off === undefined ? {} : { offAt: labelOf(off.at), ...whyOff(status, off) }),
    ...(order === undefined ? {} : { order }),
  };
};

/** A substitute stands where he stood whom he replaced; whoever waits on the bench has no place. */
const placeOnTheSheet = ({ people }: MatchState, id: PersonId): number | undefined => {
  // A feed may have two replace one another.
  const seen = new Set<PersonId>();
  let stood: PersonId | undefined = people[id]?.on?.for ?? id;
  while (stood !== undefined && people[stood]?.place === undefined && !seen.has(stood)) {
    seen.add(stood);
    stood = people[stood]?.on?.for;
  }
  return stood === undefined ? undefined : people[stood]?.place;
};

const whyOff = (
  status: PersonState['status'],
  off: NonNullable<PersonState['off']>,
): Pick<PersonView, 'offFor' | 'replacedBy'> => {
  if (status === 'temporarily-off') return { offFor: 'temporarily' };
  if (status === 'left') return { offFor: 'left' };
  return { offFor: 'substitution', ...(off.for === undefined ? {} : { replacedBy: off.for }) };
};
