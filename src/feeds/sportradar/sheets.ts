import type { ClubCode, Leg, Officials, PersonId, TeamSheet } from '../../match/fixture.ts';
import { given } from '../given.ts';
import { countOf, dateTimeOf, type Fields, fieldsOf, listOf, textOf } from '../json.ts';
import { Squads } from '../squads.ts';
import type { MatchFiles } from './files.ts';

/** Who plays, home and away. */
export interface Sheets {
  readonly squads: Squads;
  readonly home: ClubCode;
  readonly away: ClubCode;
  readonly teams: Readonly<Record<ClubCode, TeamSheet>>;
}

/** Names from the line-ups, else from the statistics, which say who started as well. */
export const sheetsOf = ({ document, lineups }: MatchFiles): Sheets | undefined => {
  const competitors = listOf(fieldsOf(document.sport_event).competitors).map(fieldsOf);
  const [ours, theirs] = ['home', 'away'].map((side) =>
    competitors.find(({ qualifier }) => textOf(qualifier) === side),
  );
  const [home, away] = [textOf(ours?.id), textOf(theirs?.id)];
  if (ours === undefined || theirs === undefined || home === undefined || away === undefined || home === away)
    return undefined;
  const squads = new Squads();
  const codes = { home: addClub(squads, home, ours), away: addClub(squads, away, theirs) };
  const listed = listOf(lineups.competitors).map(fieldsOf);
  const counted = statisticsOf(document);
  const teams: Record<ClubCode, TeamSheet> = {};
  for (const team of [...listed, ...counted]) {
    const club = squads.clubOf(textOf(team.id));
    if (club === undefined) continue;
    for (const person of playersIn(team)) addPerson(squads, club, person);
    addManager(squads, club, fieldsOf(team.manager));
    teams[club] ??= sheetOf(team, squads);
  }
  return { squads, ...codes, teams };
};

const addClub = (squads: Squads, ref: string, { name, abbreviation }: Fields): ClubCode =>
  squads.club(ref, { name: textOf(name) ?? `Team ${ref}`, code: textOf(abbreviation) });

/** What the match's statistics say of each competitor. */
export const statisticsOf = ({ statistics }: Fields): Fields[] =>
  listOf(fieldsOf(fieldsOf(statistics).totals).competitors).map(fieldsOf);

export const playersIn = ({ players }: Fields): Fields[] => listOf(players).map(fieldsOf);

/** Somebody as Sportradar names him; nothing where there is no id. */
export const addPerson = (squads: Squads, club: ClubCode, row: Fields): PersonId | undefined => {
  const ref = textOf(row.id);
  if (ref === undefined) return undefined;
  const position = POSITIONS[textOf(row.type) ?? ''];
  return squads.person(club, ref, {
    ...namesOf(textOf(row.name) ?? `No. ${ref}`),
    shirt: countOf(row.jersey_number),
    position,
  });
};

const POSITIONS: Readonly<Record<string, string>> = {
  goalkeeper: 'GK',
  defender: 'DF',
  midfielder: 'MF',
  forward: 'FW',
};

/** `Sorrel, Adam` is Adam Sorrel, called Sorrel. */
const namesOf = (written: string): { readonly name: string; readonly known?: string } => {
  const [last = written, first] = written.split(/,\s*/, 2);
  return first === undefined || first === '' ? { name: written } : { name: `${first} ${last}`, known: last };
};

const addManager = (squads: Squads, club: ClubCode, { id, name }: Fields): void => {
  const [ref, written] = [textOf(id), textOf(name)];
  if (ref !== undefined && written !== undefined)
    squads.person(club, ref, { ...namesOf(written), role: 'staff', position: 'head-coach' });
};

/** A member of the staff who is named with a card. */
export const addStaff = (squads: Squads, club: ClubCode, { id, name }: Fields): PersonId | undefined => {
  const [ref, written] = [textOf(id), textOf(name)];
  return ref === undefined || written === undefined
    ? undefined
    : squads.person(club, ref, { ...namesOf(written), role: 'staff', position: 'coach' });
};

const sheetOf = (team: Fields, squads: Squads): TeamSheet => {
  const players = playersIn(team);
  const starting = idsOf(
    players.filter(({ starter }) => starter === true),
    squads,
  ).slice(0, 11);
  const keeper = players.find(({ starter, type }) => starter === true && textOf(type) === 'goalkeeper');
  const formation = textOf(fieldsOf(team.formation).type);
  return {
    starting,
    bench: idsOf(players, squads)
      .filter((id) => !starting.includes(id))
      .slice(0, 30),
    ...given('formation', formation !== undefined && /^\d(-\d){1,5}$/.test(formation) ? formation : undefined),
    ...given('goalkeeper', squads.personOf(textOf(keeper?.id))),
  };
};

export const idsOf = (rows: readonly Fields[], squads: Squads): PersonId[] => [
  ...new Set(rows.flatMap(({ id }) => squads.personOf(textOf(id)) ?? [])),
];

export const legOf = (document: Fields, { home, away }: Sheets): Leg => {
  const event = fieldsOf(document.sport_event);
  const conditions = fieldsOf(event.sport_event_conditions);
  return {
    home,
    away,
    ...given('kickOff', dateTimeOf(event.start_time)),
    ...given('venue', textOf(fieldsOf(event.venue).name)),
    ...(fieldsOf(conditions.ground).neutral === true ? { neutral: true } : {}),
    ...given('attendance', countOf(fieldsOf(conditions.attendance).count)),
    ...given('officials', officialsOf(conditions)),
  };
};

const officialsOf = ({ referees }: Fields): Officials | undefined => {
  const people = listOf(referees).map(fieldsOf);
  const called = (types: readonly string[]): string[] =>
    people.flatMap(({ type, name }) => {
      const written = textOf(name);
      return written !== undefined && types.includes(textOf(type) ?? '') ? [namesOf(written).name] : [];
    });
  const assistants = called(['first_assistant_referee', 'second_assistant_referee']);
  const officials: Officials = {
    ...given('referee', called(['main_referee'])[0]),
    ...given('assistants', assistants.length === 0 ? undefined : assistants),
    ...given('fourth', called(['fourth_official'])[0]),
    ...given('var', called(['video_assistant_referee'])[0]),
  };
  return Object.keys(officials).length === 0 ? undefined : officials;
};
