import type { FeedFile, FeedProblem } from '../importer.ts';
import { type Fields, fieldsOf, listOf, parseJson, textOf } from '../json.ts';

/** The rows of one match, with what other files say of it. */
export interface Bundle {
  readonly file: string;
  readonly matchId: string;
  readonly rows: readonly Fields[];
  /** Of the match file, where it was given. */
  readonly match?: Fields;
  readonly names: Names;
}

/** Clubs and people by their Wyscout ids. */
export interface Names {
  readonly clubs: ReadonlyMap<string, Fields>;
  readonly people: ReadonlyMap<string, Fields>;
}

export type Kind = 'events' | 'matches' | 'others';

/** By words that stand in each row, since files of a season take long to parse. */
export const kindOf = (file: FeedFile): Kind | undefined => {
  // A file may be read anew each time that its text is asked for.
  if (!kinds.has(file)) kinds.set(file, kindIn(file));
  return kinds.get(file);
};

const kinds = new WeakMap<FeedFile, Kind | undefined>();

const kindIn = ({ text }: FeedFile): Kind | undefined => {
  if (!/^\s*[[{]/.test(text.slice(0, 200))) return undefined;
  if (text.includes('"eventSec"')) return 'events';
  if (text.includes('"teamsData"')) return 'matches';
  return text.includes('"wyId"') ? 'others' : undefined;
};

/**
 * Puts files together match by match: matches, clubs and people are read first, since they are small; then each file of
 * events in turn, so that no more than one is held. A file may hold one match or all of a season.
 */
export function* bundlesOf(files: readonly FeedFile[]): Generator<Bundle | FeedProblem> {
  const matches = new Map<string, Listed>();
  const names = { clubs: new Map<string, Fields>(), people: new Map<string, Fields>() };
  const used = new Set<string>();
  for (const file of files) {
    if (kindOf(file) === 'events') continue;
    const json = parseJson(file);
    if ('problem' in json) yield json.problem;
    else if (!takeNote(json.value, file.name, matches, names))
      yield { file: file.name, message: 'this is neither a match, nor clubs or people of Wyscout' };
  }
  for (const file of files) {
    if (kindOf(file) !== 'events') continue;
    const json = parseJson(file);
    if ('problem' in json) {
      yield json.problem;
      continue;
    }
    const { events, teams, players } = fieldsOf(json.value);
    noteNames(
      Object.values(fieldsOf(teams)).map((each) => fieldsOf(each).team),
      names.clubs,
    );
    for (const squad of Object.values(fieldsOf(players)))
      noteNames(
        listOf(squad).map((each) => fieldsOf(each).player),
        names.people,
      );
    const rows = (Array.isArray(json.value) ? json.value : listOf(events)).map(fieldsOf);
    const byMatch = grouped(rows);
    if (byMatch.size === 0) yield { file: file.name, message: 'there are no events in this file' };
    for (const [matchId, itsRows] of byMatch) {
      const match = matches.get(matchId)?.match;
      used.add(matchId);
      yield { file: file.name, matchId, rows: itsRows, names, ...(match === undefined ? {} : { match }) };
    }
  }
  for (const [id, { file }] of matches)
    if (!used.has(id)) yield { file, message: `no file of events comes with match ${id}; a match takes both` };
}

/** What a match file says of a match, and which file that is. */
interface Listed {
  readonly file: string;
  readonly match: Fields;
}

/** A match file, a list of them, or lists of clubs and people. */
const takeNote = (
  value: unknown,
  file: string,
  matches: Map<string, Listed>,
  names: { readonly clubs: Map<string, Fields>; readonly people: Map<string, Fields> },
): boolean => {
  let found = false;
  for (const each of Array.isArray(value) ? value : [value]) {
    const fields = fieldsOf(each);
    const id = textOf(fields.wyId);
    if (id === undefined) continue;
    found = true;
    if ('teamsData' in fields) matches.set(id, { file, match: fields });
    else if ('shortName' in fields) names.people.set(id, fields);
    else names.clubs.set(id, fields);
  }
  return found;
};

const noteNames = (values: readonly unknown[], into: Map<string, Fields>): void => {
  for (const value of values) {
    const fields = fieldsOf(value);
    const id = textOf(fields.wyId);
    if (id !== undefined) into.set(id, fields);
  }
};

const grouped = (rows: readonly Fields[]): Map<string, Fields[]> => {
  const groups = new Map<string, Fields[]>();
  for (const row of rows) {
    const id = textOf(row.matchId);
    if (id === undefined) continue;
    const group = groups.get(id);
    if (group === undefined) groups.set(id, [row]);
    else group.push(row);
  }
  return groups;
};
