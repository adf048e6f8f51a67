import type { ClubCode, Leg, Officials, PersonId, TeamSheet } from '../../match/fixture.ts';
import { given } from '../given.ts';
import type { FeedProblem } from '../importer.ts';
import { countOf, dateTimeOf, type Fields, fieldsOf, listOf, textOf } from '../json.ts';
import { POSITIONS } from '../opta/f7.ts';
import type { OptaFacts } from '../opta/facts.ts';
import { staffRef } from '../opta/fouls.ts';
import { officialsFrom } from '../opta/officials.ts';
import { Squads } from '../squads.ts';
import { recordOfMa1 } from './ma1-record.ts';

/** Who plays, and what the summary says. MA3 has the same `matchInfo` and the score, MA1 the people and the rest. */
export const factsOfMa1 = (document: Fields, file: string): OptaFacts | FeedProblem => {
  const info = fieldsOf(document.matchInfo);
  const live = fieldsOf(document.liveData);
  const contestants = listOf(info.contestant).map(fieldsOf);
  const [ours, theirs] = ['home', 'away'].map((side) => contestants.find(({ position }) => textOf(position) === side));
  const [home, away] = [textOf(ours?.id), textOf(theirs?.id)];
  if (ours === undefined || theirs === undefined || home === undefined || away === undefined || home === away)
    return { file, at: 'matchInfo.contestant', message: 'no home and away contestant are named' };
  const squads = new Squads();
  const codes = { home: addClub(squads, home, ours), away: addClub(squads, away, theirs) };
  const lineUps = listOf(live.lineUp).map(fieldsOf);
  for (const lineUp of lineUps) addPeople(squads, lineUp);
  for (const card of listOf(live.card).map(fieldsOf)) addCardedOfficial(squads, card);
  return {
    id: textOf(info.id),
    squads,
    ...codes,
    teams: [home, away],
    sheets: sheetsOf(lineUps, squads),
    leg: legOf(info, live, codes),
    about: aboutOf(info),
    record: recordOfMa1(live, squads, codes),
    cardedStaff: cardedStaffIn(live, squads),
    isOver: /^(played|awarded)$/i.test(textOf(fieldsOf(live.matchDetails).matchStatus) ?? ''),
  };
};

const addClub = (squads: Squads, ref: string, { name, shortName, code }: Fields): ClubCode =>
  squads.club(ref, {
    name: textOf(name) ?? textOf(shortName) ?? `Team ${ref}`,
    ...given('short', textOf(shortName)),
    code: textOf(code),
  });

const addPeople = (squads: Squads, lineUp: Fields): void => {
  const club = squads.clubOf(textOf(lineUp.contestantId));
  if (club === undefined) return;
  for (const row of listOf(lineUp.player).map(fieldsOf)) {
    const ref = textOf(row.playerId);
    const names = namesOf(row);
    const position = POSITIONS[textOf(row.position) ?? ''] ?? POSITIONS[textOf(row.subPosition) ?? ''];
    if (ref !== undefined)
      squads.person(club, ref, { ...(names ?? { name: `No. ${ref}` }), shirt: countOf(row.shirtNumber), position });
  }
  for (const row of officialsIn(lineUp)) {
    const [ref, names] = [textOf(row.id), namesOf(row)];
    const position = /^manager$/i.test(textOf(row.type) ?? '') ? 'head-coach' : 'coach';
    if (ref !== undefined && names !== undefined)
      squads.person(club, staffRef(ref), { ...names, role: 'staff', position });
  }
};

/** Of the staff the line-up names the head coach alone; whoever else is carded is named with his card. */
const addCardedOfficial = (squads: Squads, { contestantId, teamOfficialId, officialName }: Fields): void => {
  const club = squads.clubOf(textOf(contestantId));
  const [ref, name] = [textOf(teamOfficialId), textOf(officialName)];
  if (club !== undefined && ref !== undefined && name !== undefined)
    squads.person(club, staffRef(ref), { name, role: 'staff', position: 'coach' });
};

const cardedStaffIn = (live: Fields, squads: Squads): ReadonlyMap<string, PersonId> =>
  new Map(
    listOf(live.card)
      .map(fieldsOf)
      .flatMap(({ optaEventId, teamOfficialId }) => {
        const [row, official] = [textOf(optaEventId), textOf(teamOfficialId)];
        const person = squads.personOf(official && staffRef(official));
        return row === undefined || person === undefined ? [] : [[row, person] as const];
      }),
  );

/** One of them, or a list. */
const officialsIn = ({ teamOfficial }: Fields): Fields[] =>
  Array.isArray(teamOfficial) ? listOf(teamOfficial).map(fieldsOf) : [fieldsOf(teamOfficial)];

/** The name by which somebody goes, where there is one, else his first and last names. */
const namesOf = (row: Fields): { readonly name: string; readonly known?: string | undefined } | undefined => {
  const first = textOf(row.shortFirstName) ?? textOf(row.firstName);
  const last = textOf(row.shortLastName) ?? textOf(row.lastName);
  const called = textOf(row.knownName);
  const name = [first, last].filter((part) => part !== undefined).join(' ') || called || textOf(row.matchName);
  return name === undefined ? undefined : { name, known: called ?? (first === undefined ? undefined : last) };
};

/** Who has a place in the formation starts; where nobody has one, who isn't a substitute. */
const sheetsOf = (lineUps: readonly Fields[], squads: Squads): Record<ClubCode, TeamSheet> => {
  const sheets: Record<ClubCode, TeamSheet> = {};
  for (const lineUp of lineUps) {
    const club = squads.clubOf(textOf(lineUp.contestantId));
    const rows = listOf(lineUp.player).map(fieldsOf);
    if (club === undefined || rows.length === 0) continue;
    const starting = idsOf(rows.filter(isStarter), squads).slice(0, 11);
    const digits = textOf(lineUp.formationUsed) ?? '';
    sheets[club] = {
      starting,
      bench: idsOf(rows, squads)
        .filter((id) => !starting.includes(id))
        .slice(0, 30),
      ...given('formation', /^\d{2,6}$/.test(digits) ? [...digits].join('-') : undefined),
      ...given(
        'goalkeeper',
        idsOf(
          rows.filter(({ position }) => textOf(position) === 'Goalkeeper'),
          squads,
        )[0],
      ),
      ...given(
        'captain',
        idsOf(
          rows.filter(({ captain }) => textOf(captain) === 'yes'),
          squads,
        )[0],
      ),
    };
  }
  return sheets;
};

/** Substitutes have no place in the formation. */
export const isStarter = ({ position }: Fields): boolean =>
  textOf(position) !== undefined && textOf(position) !== 'Substitute';

export const idsOf = (rows: readonly Fields[], squads: Squads): PersonId[] => [
  ...new Set(rows.flatMap(({ playerId }) => squads.personOf(textOf(playerId)) ?? [])),
];

const legOf = (info: Fields, live: Fields, clubs: Pick<Leg, 'home' | 'away'>): Leg => {
  const extra = fieldsOf(live.matchDetailsExtra);
  const venue = fieldsOf(info.venue);
  const kickOff = dateTimeOf(`${textOf(info.date)?.replace(/Z$/, '')}T${textOf(info.time) ?? '12:00:00Z'}`);
  return {
    ...clubs,
    ...given('kickOff', kickOff),
    ...given('venue', textOf(venue.longName) ?? textOf(venue.shortName)),
    ...(textOf(venue.neutral) === 'yes' ? { neutral: true } : {}),
    ...given('attendance', countOf(Number(textOf(extra.attendance) ?? Number.NaN))),
    ...given('officials', officialsOf(extra)),
  };
};

const officialsOf = (extra: Fields): Officials | undefined =>
  officialsFrom(
    listOf(extra.matchOfficial)
      .map(fieldsOf)
      .flatMap((row) => {
        const names = namesOf(row);
        return names === undefined ? [] : [{ name: names.name, post: textOf(row.type) ?? '' }];
      }),
  );

const aboutOf = (info: Fields): OptaFacts['about'] => ({
  ...given('competition', textOf(fieldsOf(info.competition).name)),
  ...given('round', textOf(fieldsOf(info.stage).name)),
  ...given('season', textOf(fieldsOf(info.tournamentCalendar).name)),
});
