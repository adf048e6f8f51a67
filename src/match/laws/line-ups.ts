import type { ClubCode, Fixture, PersonId, Side, TeamSheet } from '../fixture.ts';
import type { Happening, MatchState } from '../state.ts';
import type { MatchTime } from '../time.ts';
import { clubOf } from '../who.ts';

/** Law 3: who is on, on the bench, off. */
export interface PersonState {
  readonly club: ClubCode;
  readonly status: 'on' | 'bench' | 'off' | 'left' | 'temporarily-off' | 'staff';
  /** When and for whom he came on; absent for a starter. */
  readonly on?: Change;
  /** When he went and for whom, unless he's back. */
  readonly off?: Change;
  /** Of a starter: where the team sheet names him, from 0. */
  readonly place?: number;
}

interface Change {
  readonly at: MatchTime;
  readonly for?: PersonId;
}

export interface TeamState {
  /** Whether a team sheet is known; without one, eleven are taken to have started. */
  readonly known: boolean;
  /** On the pitch. */
  readonly count: number;
  readonly formation?: string;
  readonly captain?: PersonId;
  readonly goalkeeper?: PersonId;
  /** Substitutions made, those for concussion apart. */
  readonly used: number;
  readonly windows: number;
  readonly concussion: number;
  /** The stoppage of the last change: more changes in it use no further window. */
  readonly lastChange?: { readonly plays: number; readonly at: MatchTime };
}

type People = Readonly<Record<PersonId, PersonState>>;
type Teams = Readonly<Record<ClubCode, TeamState>>;
type Sides = Readonly<Record<Side, ClubCode>>;
type Sheets = Readonly<Record<ClubCode, TeamSheet>>;

export const peopleOnTheSheet = (fixture: Fixture, sides: Sides, sheets: Sheets): People => {
  const people: Record<PersonId, PersonState> = {};
  for (const club of [sides.home, sides.away]) {
    for (const [id, person] of Object.entries(fixture.clubs[club]?.people ?? {})) {
      if (person.role === 'staff') people[id] = { club, status: 'staff' };
    }
    const sheet = sheets[club];
    for (const id of sheet?.bench ?? []) people[id] = { club, status: 'bench' };
    for (const [place, id] of sheet?.starting.entries() ?? []) people[id] = { club, status: 'on', place };
  }
  return people;
};

export const teamsOnTheSheet = (sides: Sides, sheets: Sheets): Teams =>
  Object.fromEntries([sides.home, sides.away].map((club) => [club, listed(sheets[club], NOBODY_CHANGED)]));

export const evolveLineups = (state: MatchState, { event }: Happening): MatchState => {
  switch (event.type) {
    case 'line-ups':
      return lineUp(state, event.teams);
    case 'temporarily-off':
      return move(state, event.person, { status: 'temporarily-off', off: { at: event.at } });
    case 'left':
      return move(state, event.person, { status: 'left', off: { at: event.at } });
    case 'back-on':
    case 'arrived':
      return move(state, event.person, { status: 'on' });
    case 'goalkeeper':
      return withTeam(state, clubOf(state, event), { goalkeeper: event.person });
    case 'captain':
      return withTeam(state, clubOf(state, event), { captain: event.person });
    case 'formation':
      return withTeam(state, event.club, { formation: event.formation });
    default:
      return state;
  }
};

export const withTeam = (state: MatchState, club: ClubCode | undefined, change: Partial<TeamState>): MatchState => {
  const team = club === undefined ? undefined : state.teams[club];
  if (club === undefined || team === undefined) return state;
  const changed = (Object.keys(change) as (keyof TeamState)[]).some((key) => change[key] !== team[key]);
  return changed ? { ...state, teams: { ...state.teams, [club]: { ...team, ...change } } } : state;
};

const NOBODY_CHANGED: Omit<TeamState, 'known'> = { count: 11, used: 0, windows: 0, concussion: 0 };

/** A sheet that comes late says who was listed; whoever has come or gone since stays where he is. */
const lineUp = (state: MatchState, sheets: Sheets): MatchState => {
  const people: Record<PersonId, PersonState> = { ...peopleOnTheSheet(state.fixture, state.sides, sheets) };
  for (const [id, person] of Object.entries(state.people)) {
    const { club, on, off } = person;
    const place = people[id]?.place;
    if (sheets[club] === undefined) people[id] = person;
    else if (on !== undefined || off !== undefined) people[id] = place === undefined ? person : { ...person, place };
  }
  const teams = Object.entries(state.teams).map(([club, team]) => [
    club,
    sheets[club] === undefined ? team : listed(sheets[club], team),
  ]);
  return { ...state, people, teams: Object.fromEntries(teams) };
};

const listed = (sheet: TeamSheet | undefined, team: Omit<TeamState, 'known'>): TeamState => ({
  known: false,
  ...team,
  ...(sheet === undefined ? {} : { known: true }),
  ...(sheet?.formation === undefined ? {} : { formation: sheet.formation }),
  ...(sheet?.captain === undefined ? {} : { captain: sheet.captain }),
  ...(sheet?.goalkeeper === undefined ? {} : { goalkeeper: sheet.goalkeeper }),
});

const move = (state: MatchState, id: PersonId, change: Pick<PersonState, 'status' | 'off'>): MatchState => {
  const club = state.people[id]?.club ?? state.roster.get(id)?.club;
  const known = state.people[id];
  if (club === undefined || (known?.status === change.status && known.off === change.off)) return state;
  const { off: _former, ...person } = known ?? { club };
  return { ...state, people: { ...state.people, [id]: { ...person, ...change } } };
};
