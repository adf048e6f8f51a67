import type { ClubCode, Leg, Officials, PersonId, TeamSheet } from '../../match/fixture.ts';
import { given } from '../given.ts';
import type { FeedFile, FeedProblem } from '../importer.ts';
import { countOf, dateTimeOf, type Fields, fieldsOf, listOf, textOf } from '../json.ts';
import { Squads } from '../squads.ts';
import { recordOfF7 } from './f7-record.ts';
import type { OptaFacts } from './facts.ts';
import { staffRef } from './fouls.ts';
import { officialsFrom } from './officials.ts';
import { officialIn, refOf } from './ref.ts';

/** A document of F7: who played, and what Opta's own summary of the match says. Ids lose the letters before them. */
export const factsOfF7 = (document: Fields, file: FeedFile['name']): OptaFacts | FeedProblem => {
  const data = fieldsOf(document.MatchData);
  const teams = listOf(data.TeamData).map(fieldsOf);
  const [ours, theirs] = ['Home', 'Away'].map((side) => teams.find(({ Side }) => textOf(Side) === side));
  const [home, away] = [refOf(ours?.TeamRef), refOf(theirs?.TeamRef)];
  if (ours === undefined || theirs === undefined || home === undefined || away === undefined)
    return { file, message: 'this F7 file names no home and away team' };
  const squads = squadsOf(listOf(document.Team).map(fieldsOf), [ours, theirs]);
  const codes = { home: squads.clubOf(home) as ClubCode, away: squads.clubOf(away) as ClubCode };
  return {
    id: refOf(document.uID),
    squads,
    ...codes,
    teams: [home, away],
    sheets: Object.fromEntries(
      [ours, theirs].flatMap((team) => {
        const club = squads.clubOf(refOf(team.TeamRef));
        const sheet = sheetOf(team, squads);
        return club === undefined || sheet === undefined ? [] : [[club, sheet]];
      }),
    ),
    leg: legOf(document, codes),
    about: aboutOf(fieldsOf(document.Competition)),
    record: recordOfF7(ours, theirs, squads),
    cardedStaff: cardedStaffIn([ours, theirs], squads),
    isOver: textOf(fieldsOf(data.MatchInfo).Period) === 'FullTime',
  };
};

/** Shirts, and the positions of substitutes, stand in the line-up alone; so may somebody whom the squad leaves out. */
const squadsOf = (teams: readonly Fields[], sides: readonly Fields[]): Squads => {
  const squads = new Squads();
  for (const side of sides) {
    const ref = refOf(side.TeamRef) as string;
    const team = teams.find(({ uID }) => refOf(uID) === ref) ?? {};
    const club = squads.club(ref, { name: textOf(team.Name) ?? `Team ${ref}`, code: textOf(team.SYMID) });
    const listed = new Map(listedIn(side).map((row) => [refOf(row.PlayerRef) ?? '', row]));
    for (const { uID, Position, PersonName } of listOf(team.Player).map(fieldsOf)) {
      const names = namesOf(fieldsOf(PersonName));
      if (names !== undefined)
        addPerson(squads, club, refOf(uID), { ...names, Position }, listed.get(refOf(uID) ?? ''));
    }
    for (const [person, row] of listed) addPerson(squads, club, person, { name: nameless(row, person) }, row);
    for (const { uID, Type, PersonName } of listOf(team.TeamOfficial).map(fieldsOf)) {
      const names = namesOf(fieldsOf(PersonName));
      const official = refOf(uID);
      const position = textOf(Type) === 'Manager' ? 'head-coach' : 'coach';
      if (official !== undefined && names !== undefined)
        squads.person(club, staffRef(official), { ...names, role: 'staff', position });
    }
  }
  return squads;
};

const addPerson = (
  squads: Squads,
  club: ClubCode,
  ref: string | undefined,
  { name, known, Position }: { readonly name: string; readonly known?: string; readonly Position?: unknown },
  row: Fields | undefined,
): void => {
  if (ref === undefined || ref === '') return;
  const positions = [row?.Position, row?.SubPosition, Position].map((each) => POSITIONS[textOf(each) ?? '']);
  squads.person(club, ref, {
    name,
    ...given('known', known),
    ...given('shirt', countOf(row?.ShirtNumber)),
    ...given(
      'position',
      positions.find((position) => position !== undefined),
    ),
  });
};

const nameless = (row: Fields, ref: string): string => `No. ${countOf(row.ShirtNumber) ?? ref}`;

const listedIn = ({ PlayerLineUp }: Fields): Fields[] => listOf(fieldsOf(PlayerLineUp).MatchPlayer).map(fieldsOf);

/** As F7 and MA1 name them. */
export const POSITIONS: Readonly<Record<string, string>> = {
  Goalkeeper: 'GK',
  Defender: 'DF',
  'Wing Back': 'WB',
  Midfielder: 'MF',
  'Defensive Midfielder': 'MF',
  'Attacking Midfielder': 'AM',
  Forward: 'FW',
  Attacker: 'FW',
  Striker: 'FW',
};

const namesOf = ({ First, Last, Known }: Fields): { name: string; known?: string } | undefined => {
  const [first, last, known] = [textOf(First), textOf(Last), textOf(Known)];
  const name = [first, last].filter((part) => part !== undefined).join(' ') || known;
  return name === undefined
    ? undefined
    : { name, ...given('known', known ?? (first === undefined ? undefined : last)) };
};

/** Who started, and who sat on the bench. */
export const sheetOf = (team: Fields, squads: Squads): TeamSheet | undefined => {
  const listed = listedIn(team);
  if (listed.length === 0) return undefined;
  const ids = (rows: readonly Fields[]): PersonId[] => [
    ...new Set(rows.flatMap(({ PlayerRef }) => squads.personOf(refOf(PlayerRef)) ?? [])),
  ];
  const starting = ids(listed.filter(({ Status }) => textOf(Status) === 'Start')).slice(0, 11);
  const captain = ids(listed.filter(({ Captain }) => textOf(Captain) === '1'))[0];
  const goalkeeper = ids(listed.filter(({ Position }) => textOf(Position) === 'Goalkeeper'))[0];
  const digits = textOf(team.Formation) ?? '';
  return {
    starting,
    bench: ids(listed)
      .filter((id) => !starting.includes(id))
      .slice(0, 30),
    ...given('formation', /^\d{2,6}$/.test(digits) ? [...digits].join('-') : undefined),
    ...given('goalkeeper', goalkeeper),
    ...given('captain', captain),
  };
};

const cardedStaffIn = (teams: readonly Fields[], squads: Squads): ReadonlyMap<string, PersonId> =>
  new Map(
    teams
      .flatMap(({ Booking }) => listOf(Booking).map(fieldsOf))
      .flatMap((booking) => {
        const [row, official] = [textOf(booking.EventID), officialIn(booking)];
        const person = squads.personOf(official && staffRef(official));
        return row === undefined || person === undefined ? [] : [[row, person] as const];
      }),
  );

const legOf = (document: Fields, clubs: Pick<Leg, 'home' | 'away'>): Leg => {
  const data = fieldsOf(document.MatchData);
  const info = fieldsOf(data.MatchInfo);
  const [, date, time, zone] = /^(\d{8})T(\d{6})([+-]\d{4}|Z)?$/.exec(textOf(info.Date) ?? '') ?? [];
  const written = date?.replace(/(....)(..)(..)/, '$1-$2-$3');
  const kickOff = dateTimeOf(`${written}T${time?.replace(/(..)(..)(..)/, '$1:$2:$3')}${zone ?? ''}`);
  const attendance = countOf(info.Attendance);
  return {
    ...clubs,
    ...given('kickOff', kickOff),
    ...given('venue', textOf(fieldsOf(document.Venue).Name)),
    ...given('attendance', attendance),
    ...given('officials', officialsOf(data)),
  };
};

const officialsOf = (data: Fields): Officials | undefined => {
  const main = fieldsOf(fieldsOf(listOf(data.MatchOfficial)[0]).OfficialName);
  const referee = namesOf(main)?.name;
  const others = listOf(fieldsOf(data.AssistantOfficials).AssistantOfficial)
    .map(fieldsOf)
    .flatMap(({ FirstName, LastName, Type }) => {
      const name = namesOf({ First: FirstName, Last: LastName })?.name;
      return name === undefined ? [] : [{ name, post: textOf(Type) ?? '' }];
    });
  return officialsFrom([...(referee === undefined ? [] : [{ name: referee, post: 'Main' }]), ...others]);
};

const aboutOf = (competition: Fields): OptaFacts['about'] => {
  const season = listOf(competition.Stat)
    .map(fieldsOf)
    .find(({ Type }) => textOf(Type) === 'season_name');
  return {
    ...given('competition', textOf(competition.Name)),
    ...given('round', textOf(fieldsOf(competition.Round).Name)),
    ...given('season', textOf(season?.['#text'])?.replace(/^Season /, '')),
  };
};
