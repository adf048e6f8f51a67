import type { ClubCode, Leg, PersonId, TeamSheet } from '../../match/fixture.ts';
import { given } from '../given.ts';
import type { ChangeOnRecord, MatchRecord, Tally } from '../importer.ts';
import { countOf, dateTimeOf, type Fields, fieldsOf, listOf, textOf } from '../json.ts';
import { Squads } from '../squads.ts';
import { cardsOnRecord } from './cards.ts';
import type { MatchFiles } from './files.ts';

/** Who plays, and what StatsBomb's own match record and line-ups say of the match. */
export interface Sheets {
  readonly squads: Squads;
  readonly home: ClubCode;
  readonly away: ClubCode;
  /** Whether the match record says who was at home. */
  readonly isHomeSure: boolean;
}

/** Everybody who is named on a team sheet; who is named in an event alone comes later. */
export const sheetsOf = ({ events, lineups, match }: MatchFiles): Sheets | undefined => {
  const squads = new Squads();
  const [home, away] = sidesOf(events, lineups, match);
  if (home === undefined || away === undefined) return undefined;
  const codes = [home, away].map(({ ref, name }) => squads.club(ref, { name }));
  for (const { team_id, lineup } of lineups) {
    const club = squads.clubOf(textOf(team_id));
    if (club !== undefined) for (const person of listOf(lineup)) addPerson(squads, club, fieldsOf(person));
  }
  for (const start of startsOf(events)) {
    const club = squads.clubOf(textOf(fieldsOf(start.team).id));
    if (club !== undefined) for (const person of startersOf(start)) addStarter(squads, club, person);
  }
  for (const [index, team] of [match?.home_team, match?.away_team].entries())
    for (const coach of listOf(fieldsOf(team).managers)) addCoach(squads, codes[index], fieldsOf(coach));
  return { squads, home: codes[0] as ClubCode, away: codes[1] as ClubCode, isHomeSure: match !== undefined };
};

interface Team {
  readonly ref: string;
  readonly name: string;
}

/** Home first: as the match record says, else in the order of the first team sheets. */
const sidesOf = (events: readonly Fields[], lineups: readonly Fields[], match: Fields | undefined) => {
  const on = [
    ...(match === undefined ? [] : [teamOf(match.home_team, 'home_team'), teamOf(match.away_team, 'away_team')]),
    ...startsOf(events).map(({ team }) => teamOf(team)),
    ...lineups.map((lineup) => teamOf(lineup, 'team')),
  ].filter((team) => team !== undefined);
  return on.filter((team, index) => on.findIndex(({ ref }) => ref === team.ref) === index);
};

const teamOf = (value: unknown, prefix?: string): Team | undefined => {
  const team = fieldsOf(value);
  const ref = textOf(prefix === undefined ? team.id : team[`${prefix}_id`]);
  const name = textOf(prefix === undefined ? team.name : team[`${prefix}_name`]);
  return ref === undefined ? undefined : { ref, name: name ?? `Team ${ref}` };
};

const startsOf = (events: readonly Fields[]): Fields[] =>
  events.filter(({ type }) => textOf(fieldsOf(type).name) === 'Starting XI');

const startersOf = ({ tactics }: Fields): Fields[] => listOf(fieldsOf(tactics).lineup).map(fieldsOf);

const addPerson = (squads: Squads, club: ClubCode, row: Fields): void => {
  const ref = textOf(row.player_id);
  // The nickname is what people call him in full: Kylian Mbappé, not Kylian Mbappé Lottin.
  const name = textOf(row.player_nickname) ?? textOf(row.player_name);
  if (ref === undefined || name === undefined) return;
  const position = positionOf(textOf(fieldsOf(listOf(row.positions)[0]).position));
  squads.person(club, ref, {
    name,
    shirt: countOf(row.jersey_number),
    ...given('position', position),
  });
};

const addStarter = (squads: Squads, club: ClubCode, row: Fields): void =>
  addPerson(squads, club, {
    player_id: fieldsOf(row.player).id,
    player_name: fieldsOf(row.player).name,
    jersey_number: row.jersey_number,
    positions: [{ position: fieldsOf(row.position).name }],
  });

const addCoach = (squads: Squads, club: ClubCode | undefined, { id, name }: Fields): void => {
  const called = textOf(name);
  if (club !== undefined && called !== undefined)
    squads.person(club, `manager-${textOf(id) ?? called}`, { name: called, role: 'staff', position: 'head-coach' });
};

/** `Left Center Back` is a `DF`. */
export const positionOf = (name: string | undefined): string | undefined => {
  if (name === undefined) return undefined;
  if (name === 'Goalkeeper') return 'GK';
  if (/wing back/i.test(name)) return 'WB';
  if (/back/i.test(name)) return 'DF';
  if (/attacking midfield/i.test(name)) return 'AM';
  if (/midfield/i.test(name)) return 'MF';
  return /wing|forward|striker/i.test(name) ? 'FW' : undefined;
};

/** Who started, and who else was listed. Without a file of line-ups nobody says who sat on the bench. */
export const teamSheets = ({ events, lineups }: MatchFiles, { squads }: Sheets): Record<ClubCode, TeamSheet> => {
  const sheets: Record<ClubCode, TeamSheet> = {};
  for (const start of startsOf(events)) {
    const ref = textOf(fieldsOf(start.team).id);
    const club = squads.clubOf(ref);
    if (club === undefined) continue;
    const starting = unique(
      startersOf(start).flatMap(({ player }) => squads.personOf(textOf(fieldsOf(player).id)) ?? []),
    );
    const listed = listOf(lineups.find(({ team_id }) => textOf(team_id) === ref)?.lineup);
    const bench = unique(listed.flatMap((row) => squads.personOf(textOf(fieldsOf(row).player_id)) ?? []));
    const keeper = startersOf(start).find(({ position }) => textOf(fieldsOf(position).name) === 'Goalkeeper');
    const goalkeeper = squads.personOf(textOf(fieldsOf(keeper?.player).id));
    const formation = formationOf(fieldsOf(start.tactics).formation);
    sheets[club] = {
      starting: starting.slice(0, 11),
      bench: bench.filter((id) => !starting.includes(id)).slice(0, 30),
      ...given('formation', formation),
      ...given('goalkeeper', goalkeeper),
      ...(listed.length === 0 ? { complete: false } : {}),
    };
  }
  return sheets;
};

const unique = (ids: readonly PersonId[]): PersonId[] => [...new Set(ids)];

/** 4231 is `4-2-3-1`. */
export const formationOf = (value: unknown): string | undefined => {
  const digits = textOf(value)?.replace(/0+$/, '') ?? '';
  return /^\d{2,6}$/.test(digits) ? [...digits].join('-') : undefined;
};

/** StatsBomb tells the kick-off in the time of the place, without a zone. */
export const legOf = (match: Fields | undefined, { home, away }: Sheets): Leg => {
  const kickOff = dateTimeOf(`${textOf(match?.match_date)} ${textOf(match?.kick_off) ?? '12:00'}`)?.replace(/Z$/, '');
  const venue = textOf(fieldsOf(match?.stadium).name);
  const referee = textOf(fieldsOf(match?.referee).name);
  return {
    home,
    away,
    ...given('kickOff', kickOff),
    ...given('venue', venue),
    ...(referee === undefined ? {} : { officials: { referee } }),
  };
};

/**
 * The score of the match record leaves the shoot-out out. Line-ups say who started, came on and was carded; older ones
 * give names alone.
 */
export const recordOf = ({ lineups, match }: MatchFiles, { squads }: Sheets): MatchRecord => {
  const score = tallyOf(match?.home_score, match?.away_score);
  const rows = lineups.flatMap(({ lineup }) => listOf(lineup).map(fieldsOf));
  return {
    ...given('score', score),
    ...(rows.some(({ positions }) => listOf(positions).length > 0) ? playedOnRecord(lineups, squads) : {}),
    ...(rows.some(({ cards }) => Array.isArray(cards)) ? { cards: cardsOnRecord(lineups, squads) } : {}),
  };
};

const playedOnRecord = (lineups: readonly Fields[], squads: Squads): MatchRecord => {
  const starting: Record<ClubCode, PersonId[]> = {};
  const substitutions: ChangeOnRecord[] = [];
  for (const { team_id, lineup } of lineups) {
    const club = squads.clubOf(textOf(team_id));
    if (club === undefined) continue;
    for (const row of listOf(lineup).map(fieldsOf)) {
      const on = squads.personOf(textOf(row.player_id));
      const reasons = listOf(row.positions).map((position) => textOf(fieldsOf(position).start_reason) ?? '');
      if (on === undefined) continue;
      if (reasons.includes('Starting XI')) starting[club] = [...(starting[club] ?? []), on];
      if (reasons.some((reason) => reason.startsWith('Substitution - On'))) substitutions.push({ club, on });
    }
  }
  return { lineups: starting, substitutions };
};

const tallyOf = (home: unknown, away: unknown): Tally | undefined => {
  const [ours, theirs] = [countOf(home), countOf(away)];
  return ours === undefined || theirs === undefined ? undefined : { home: ours, away: theirs };
};
