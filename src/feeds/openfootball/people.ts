import type { ClubCode, PersonId, TeamSheet } from '../../match/fixture.ts';
import type { FeedProblem } from '../importer.ts';
import type { Squads } from '../squads.ts';
import type { Section } from './document.ts';
import { writtenOut } from './names.ts';
import { type Listed, readTeamLine, type TeamLine } from './team-line.ts';

/** A side of a match, with everybody that its line names. */
export interface Team {
  readonly club: ClubCode;
  readonly line: TeamLine;
  readonly sheet: TeamSheet;
  /** Whoever was listed, in the order of the file. */
  readonly listed: readonly { readonly id: PersonId; readonly listed: Listed }[];
  /** Who a name is; one that the line-up doesn't have is somebody that it leaves out. */
  readonly personOf: (name: string) => PersonId;
}

/** Reads a side's line-up, and gives everybody in it an id. */
export const teamOf = (section: Section, name: string, squads: Squads, problems: FeedProblem[]): Team => {
  const club = squads.club(name, { name });
  const part = section.parts.find((each) => folded(each.name) === folded(name));
  const line = readTeamLine(part?.text ?? '');
  for (const strange of line.strange)
    problems.push({
      file: section.file,
      at: String(part?.line ?? section.line),
      message: `"${strange}" is nobody's name`,
    });
  const listed: { id: PersonId; listed: Listed }[] = [];
  const starting: PersonId[] = [];
  const bench: PersonId[] = [];
  const enlist = (each: Listed, position?: string): PersonId => {
    const id = squads.person(club, refOf(name, each.name), { ...writtenOut(each.name), position });
    listed.push({ id, listed: each });
    if (each.replacedBy !== undefined) {
      const on = enlist(each.replacedBy.by);
      if (!starting.includes(on) && !bench.includes(on)) bench.push(on);
    }
    return id;
  };
  for (const [row, people] of line.lines.entries()) {
    for (const each of people) {
      const id = enlist(each, positionIn(row, line.lines.length));
      if (!starting.includes(id)) starting.push(id);
    }
  }
  for (const each of line.bench) {
    const id = enlist(each);
    if (!starting.includes(id) && !bench.includes(id)) bench.push(id);
  }
  const captain = listed.find(({ listed }) => listed.captain)?.id;
  if (line.coach !== undefined)
    squads.person(club, refOf(name, line.coach), { ...writtenOut(line.coach), role: 'staff', position: 'head-coach' });
  if (starting.length > 11)
    problems.push({
      file: section.file,
      at: String(part?.line ?? section.line),
      message: `${name} start with ${starting.length}; the first eleven are taken`,
    });
  return {
    club,
    line,
    listed,
    sheet: {
      starting: starting.slice(0, 11),
      bench: [...starting.slice(11), ...bench].filter((id, index, all) => all.indexOf(id) === index).slice(0, 30),
      // The file names those alone who came on.
      complete: false,
      ...(starting[0] === undefined || line.lines.length < 2 ? {} : { goalkeeper: starting[0] }),
      ...(captain === undefined ? {} : { captain }),
    },
    personOf: (called) => squads.person(club, refOf(name, called), writtenOut(called)),
  };
};

/** Within a club a name is one person. */
const refOf = (club: string, name: string): string => `${club}: ${name}`;

const folded = (text: string): string => text.trim().toLowerCase();

/** With four rows they are what people take them for; with others only the first is sure. */
const positionIn = (row: number, rows: number): string | undefined =>
  row === 0 && rows > 1 ? 'GK' : rows === 4 ? ['GK', 'DF', 'MF', 'FW'][row] : undefined;
