import type { Mode } from '../command.ts';
import type { EventOf } from '../event.ts';
import type { ClubCode, PersonId, TeamSheet } from '../fixture.ts';
import { evolve, type MatchState } from '../state.ts';
import { clubOf, sideOf } from '../who.ts';
import { type Breach, breach, when } from './breach.ts';
import { nameOfClub, nameOfPerson } from './names.ts';
import { judgePresence, judgeSentOff, mostOnPitch } from './presence.ts';

/** Laws 3.1 to 3.3: seven to eleven, a bench as long as the competition allows, each of them once. */
export const judgeLineUps = (state: MatchState, { teams }: EventOf<'line-ups'>, mode: Mode): Breach[] => [
  ...when(
    mode === 'simulate' && state.clock.base !== 'pre',
    'already-under-way',
    () => 'the match has begun, and the team sheets are closed',
  ),
  ...Object.entries(teams).flatMap(([club, sheet]) =>
    sideOf(state, club) === undefined ? [] : judgeSheet(state, club, sheet, mode),
  ),
];

const judgeSheet = (state: MatchState, club: ClubCode, sheet: TeamSheet, mode: Mode): Breach[] => {
  const { starting, bench = [], goalkeeper, captain } = sheet;
  const listed = [...starting, ...bench];
  const twice = listed.filter((id, index) => listed.indexOf(id) !== index);
  const name = nameOfClub(state, club);
  return [
    ...when(
      starting.length < state.rules.minPlayers,
      'too-few-on-the-pitch',
      () => `${name} name ${starting.length} to start`,
    ),
    ...when(
      bench.length > state.rules.bench,
      'too-many-substitutes-named',
      () => `${name} name ${bench.length} substitutes, of ${state.rules.bench} that they may`,
    ),
    ...[...new Set(twice)].map((id) => breach('listed-twice', `${nameOfPerson(state, id)} is named twice`)),
    ...listed.flatMap((id) => judgeListed(state, club, id, mode)),
    ...when(
      goalkeeper !== undefined && !starting.includes(goalkeeper),
      'no-goalkeeper',
      () => `${nameOfPerson(state, goalkeeper)} is to keep goal for ${name}, and doesn't start`,
    ),
    ...when(
      captain !== undefined && !starting.includes(captain),
      'not-on-the-pitch',
      () => `${nameOfPerson(state, captain)} is to captain ${name}, and doesn't start`,
    ),
  ];
};

const judgeListed = (state: MatchState, club: ClubCode, id: PersonId, mode: Mode): Breach[] => {
  const entry = state.roster.get(id);
  if (entry === undefined) return [];
  const name = nameOfPerson(state, id);
  return [
    ...when(entry.club !== club, 'wrong-club', () => `${name} belongs to ${nameOfClub(state, entry.club)}`),
    ...when(entry.person.role === 'staff', 'not-a-footballer', () => `${name} belongs to the staff`),
    ...when(
      mode === 'simulate' && state.cards[id]?.sentOff !== undefined,
      'already-dismissed',
      () => `${name} has been sent off and can't be named any more`,
    ),
  ];
};

type Move = EventOf<'temporarily-off' | 'back-on' | 'left' | 'arrived' | 'goalkeeper' | 'captain'>;

/** Who leaves the pitch, comes back to it, and what he is on it. */
export const judgeMove = (state: MatchState, event: Move, mode: Mode): Breach[] => {
  const { person } = event;
  switch (event.type) {
    case 'goalkeeper':
    case 'captain':
    case 'temporarily-off':
      return judgePresence(state, event, [person]);
    case 'left':
      return state.people[person]?.status === 'temporarily-off'
        ? judgeSentOff(state, event, person)
        : judgePresence(state, event, [person]);
    case 'back-on':
    case 'arrived':
      return judgeReturn(state, event, mode);
  }
};

/** From treatment, or late to the match: whoever is on the bench comes for somebody (Laws 3.3 and 3.5). */
const judgeReturn = (state: MatchState, event: EventOf<'back-on' | 'arrived'>, mode: Mode): Breach[] => {
  const { person } = event;
  const name = nameOfPerson(state, person);
  const entry = state.roster.get(person);
  const sentOff = judgeSentOff(state, event, person);
  if (sentOff.length > 0 || entry === undefined) return sentOff;
  switch (state.people[person]?.status) {
    case 'on':
      return when(mode === 'simulate', 'already-on-the-pitch', () => `${name} is on the pitch`);
    case 'temporarily-off':
    case 'left':
      return judgeCount(state, event);
    case 'off':
      return [breach('already-substituted', `${name} has been replaced and takes no further part`)];
    case 'bench':
      return [breach('entered-without-a-substitution', `${name} is a substitute, and nobody goes off for him`)];
    case 'staff':
      return [breach('not-a-footballer', `${name} belongs to the staff`)];
    case undefined:
      if (entry.person.role === 'staff') return [breach('not-a-footballer', `${name} belongs to the staff`)];
      return when(
        mode === 'simulate' && state.teams[entry.club]?.known === true,
        'entered-without-a-substitution',
        () => `${name} isn't on the team sheet`,
      );
  }
};

const judgeCount = (state: MatchState, event: EventOf<'back-on' | 'arrived'>): Breach[] => {
  const club = state.people[event.person]?.club ?? clubOf(state, event);
  if (club === undefined || state.teams[club]?.known !== true) return [];
  const count = evolve(state, { id: '', event }).teams[club]?.count ?? 0;
  return when(
    count > mostOnPitch(state, club),
    'too-many-on-the-pitch',
    () => `${nameOfClub(state, club)} then have ${count} on the pitch`,
  );
};
