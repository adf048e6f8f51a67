import type { PersonId, TeamSheet } from '../../match/fixture.ts';
import type { Half, MatchTime } from '../../match/time.ts';
import { importedFrom } from '../imported.ts';
import type { FeedFile, FeedProblem, Imported, Importer } from '../importer.ts';
import { dateTimeOf, type Fields, fieldsOf, listOf, textOf } from '../json.ts';
import { Squads } from '../squads.ts';
import type { Told } from '../telling.ts';
import { regulationsFor, titleOf } from './competitions.ts';
import { type Bundle, bundlesOf, kindOf, type Names } from './files.ts';
import { nameOfClub, personFrom } from './names.ts';
import { recordOf, type SideOnRecord, type Sightings, toldOfRecord } from './record.ts';
import { toldOfRows } from './rows.ts';

/**
 * Wyscout's open data (version 2): each touch as a row, and a match file with line-ups, changes and the result. Period
 * starts and whistles aren't told, and are derived.
 */
export const wyscout: Importer = {
  provider: 'wyscout',
  recognises: (file) => kindOf(file) !== undefined,
  read: function* (files: readonly FeedFile[]): Generator<Imported | FeedProblem> {
    for (const bundle of bundlesOf(files)) yield 'rows' in bundle ? matchOf(bundle) : bundle;
  },
};

const matchOf = ({ file, matchId, rows, match, names }: Bundle): Imported | FeedProblem => {
  const problems: FeedProblem[] = [];
  const unknown = new Map<string, number>();
  const squads = new Squads();
  const [home, away] = sideIdsOf(match, rows);
  if (home === undefined || away === undefined)
    return { file, message: `match ${matchId} has no two clubs: neither its match file nor its rows name them` };
  for (const id of [home, away]) squads.club(id, { name: nameOfClub(id, names) });
  const cast = castOf(squads, names, home, away);
  const sides = [home, away].map((id) => sideOf(id, match, cast.personOf, squads));
  const [homeSide, awaySide] = sides as [SideOnRecord, SideOnRecord];
  const wrong = (row: number, message: string): unknown => problems.push({ file, at: `events[${row}]`, message });
  const told = toldOfRows(rows, cast, unknown, wrong);
  if (match === undefined)
    problems.push({
      file,
      message: `match ${matchId} came without its match file: no line-ups, changes or result, and nobody says who was at home`,
    });
  const extraTime =
    textOf(match?.duration) === 'Penalties' || textOf(match?.duration) === 'ExtraTime' || hasExtraTime(told);
  const recorded =
    match === undefined
      ? []
      : toldOfRecord(sides, cardsShown(told), extraTime, sightingsIn(told), (message) =>
          problems.push({ file, message }),
        );
  const kickOff = dateTimeOf(match?.dateutc);
  const venue = textOf(match?.venue);
  return importedFrom({
    provider: 'wyscout',
    file,
    id: matchId,
    fixture: {
      title: titleOf(nameOfClub(home, names), nameOfClub(away, names), match, kickOff),
      ...regulationsFor(match),
      clubs: squads.clubs,
      legs: [
        {
          home: homeSide.club,
          away: awaySide.club,
          ...(kickOff === undefined ? {} : { kickOff }),
          ...(venue === undefined ? {} : { venue }),
        },
      ],
    },
    told: [...recorded, ...kickOffs(told), ...told],
    playedTo: lastHalf(match, told, extraTime),
    record: match === undefined ? {} : recordOf(match, homeSide, awaySide),
    unknown,
    problems,
  });
};

const castOf = (squads: Squads, names: Names, home: string, away: string) => ({
  clubOf: (id: unknown) => squads.clubOf(textOf(id)),
  personOf: (id: unknown, club: unknown): PersonId | undefined => {
    const ref = textOf(id);
    const code = squads.clubOf(textOf(club));
    // Rows that concern nobody name footballer 0.
    if (ref === undefined || ref === '0' || code === undefined) return squads.personOf(ref);
    return squads.personOf(ref) ?? squads.person(code, ref, personFrom(names.people.get(ref), ref));
  },
  opponentsOf: (club: string) => squads.clubOf(club === squads.clubOf(home) ? away : home),
});

const sideOf = (
  id: string,
  match: Fields | undefined,
  personOf: (id: unknown, club: unknown) => PersonId | undefined,
  squads: Squads,
): SideOnRecord => {
  const data = dataOf(match, id);
  const { lineup, bench } = fieldsOf(data.formation);
  const peopleIn = (list: unknown): PersonId[] => {
    const people = listOf(list).map((each) => personOf(fieldsOf(each).playerId, id));
    return [...new Set(people.filter((person) => person !== undefined))];
  };
  const starting = peopleIn(lineup).slice(0, 11);
  const waiting = peopleIn(bench).filter((person) => !starting.includes(person));
  const sheet: TeamSheet = { starting, ...(waiting.length === 0 ? {} : { bench: waiting.slice(0, 30) }) };
  return { club: squads.clubOf(id) ?? '', data, sheet, personOf: (person) => personOf(person, id) };
};

const dataOf = (match: Fields | undefined, id: string): Fields => {
  const teams = fieldsOf(match?.teamsData);
  return Object.hasOwn(teams, id) ? fieldsOf(teams[id]) : {};
};

/** Home and away as the match file says; else in the order in which the rows name them. */
const sideIdsOf = (match: Fields | undefined, rows: readonly Fields[]): (string | undefined)[] => {
  const teams = fieldsOf(match?.teamsData);
  const sides = ['home', 'away'].map((side) => Object.keys(teams).find((id) => fieldsOf(teams[id]).side === side));
  if (sides.every((id) => id !== undefined)) return sides;
  const named = new Set([...Object.keys(teams), ...rows.flatMap(({ teamId }) => textOf(teamId) ?? [])]);
  return [...named].slice(0, 2);
};

/** Whoever has the first touch of a half kicked off. */
const kickOffs = (told: readonly Told[]): Told[] => {
  const first = new Map<string, Told>();
  for (const each of told) {
    const known = first.get(each.event.at.period);
    if (each.event.type === 'touch' && (known === undefined || each.event.at.elapsed < known.event.at.elapsed))
      first.set(each.event.at.period, each);
  }
  return [...first].flatMap(([period, { event }]) =>
    'club' in event && event.club !== undefined && period !== 'PEN' && event.at.elapsed < KICK_OFF_MAX_MS
      ? [{ id: `kick-off-${period}`, event: { type: 'kick-off', at: { ...event.at, elapsed: 0 }, club: event.club } }]
      : [],
  );
};

const KICK_OFF_MAX_MS = 5000;

const hasExtraTime = (told: readonly Told[]): boolean => told.some(({ event }) => event.at.period.startsWith('ET'));

const lastHalf = (match: Fields | undefined, told: readonly Told[], extraTime: boolean): Half | undefined => {
  if (match === undefined || textOf(match.status) !== 'Played') return undefined;
  return extraTime && hasExtraTime(told) ? 'ET2' : '2H';
};

const cardsShown = (told: readonly Told[]): Set<string> =>
  new Set(
    told.flatMap(({ event }) => {
      if (event.type === 'caution') return [`${event.person} yellow`];
      return event.type === 'red' || event.type === 'second-yellow' ? [`${event.person} red`] : [];
    }),
  );

const sightingsIn = (told: readonly Told[]): Sightings => {
  const first = new Map<PersonId, MatchTime>();
  const last = new Map<PersonId, MatchTime>();
  for (const { event } of told) {
    if (!('by' in event) || event.by === undefined || event.type === 'ruling') continue;
    if (!first.has(event.by)) first.set(event.by, event.at);
    last.set(event.by, event.at);
  }
  return { first: (person) => first.get(person), last: (person) => last.get(person) };
};
