import type { FeedFile, FeedProblem } from '../importer.ts';
import { type Fields, fieldsOf, listOf, parseJson, textOf } from '../json.ts';

/** What StatsBomb tells of one match, from the files that belong together. */
export interface MatchFiles {
  /** The name of the file with the events. */
  readonly file: string;
  readonly id?: string | undefined;
  readonly events: readonly Fields[];
  readonly lineups: readonly Fields[];
  /** The match's own entry of `matches.json`. */
  readonly match?: Fields | undefined;
}

/** What a file of StatsBomb's open data holds, by the fields that only it has. */
export const kindOf = ({ text }: FeedFile): 'events' | 'lineups' | 'matches' | undefined => {
  const head = text.slice(0, HEAD_LENGTH);
  if (!/^\s*\[/.test(head)) return undefined;
  if (/"match_id"\s*:/.test(head) && /"home_team_id"\s*:/.test(head)) return 'matches';
  if (/"index"\s*:/.test(head) && /"type"\s*:\s*\{/.test(head)) return 'events';
  return /"lineup"\s*:/.test(head) && /"team_id"\s*:/.test(head) ? 'lineups' : undefined;
};

const HEAD_LENGTH = 6000;

/**
 * Puts together what belongs to one match. StatsBomb names the events and the line-ups of a match alike
 * (`events/3788741.json`, `lineups/3788741.json`); where there is one of each, the names don't matter.
 */
export function* matchFiles(files: readonly FeedFile[]): Generator<MatchFiles | FeedProblem> {
  const read: Record<'events' | 'lineups' | 'matches', Parsed[]> = { events: [], lineups: [], matches: [] };
  for (const file of files) {
    const kind = kindOf(file);
    const json = parseJson(file);
    if ('problem' in json) yield json.problem;
    else if (kind === undefined) yield { file: file.name, message: NOT_STATSBOMB };
    else read[kind].push({ file, rows: listOf(json.value).map(fieldsOf) });
  }
  const matches = read.matches.flatMap(({ rows }) => rows);
  for (const { file, rows } of read.events) {
    const lineups = read.lineups.length === 1 && read.events.length === 1 ? read.lineups[0] : named(read.lineups, file);
    const match = matchOf(matches, file, rows);
    const id = textOf(match?.match_id) ?? /(\d+)[^/\\\d]*$/.exec(file.name)?.[1];
    yield { file: file.name, id, events: rows, lineups: lineups?.rows ?? [], match };
  }
  if (read.events.length === 0)
    for (const { file } of [...read.lineups, ...read.matches])
      yield { file: file.name, message: 'no file of events comes with this one; a match takes events.json' };
}

interface Parsed {
  readonly file: FeedFile;
  readonly rows: readonly Fields[];
}

const NOT_STATSBOMB = "this isn't one of StatsBomb's files: events, lineups or matches";

const named = (lineups: readonly Parsed[], { name }: FeedFile): Parsed | undefined =>
  lineups.find(({ file }) => baseOf(file.name) === baseOf(name));

const baseOf = (name: string): string => name.replace(/^.*[/\\]/, '');

/** By the number in the file's name, else by the two clubs where they met once. */
const matchOf = (matches: readonly Fields[], { name }: FeedFile, events: readonly Fields[]): Fields | undefined => {
  const id = /^(\d+)/.exec(baseOf(name))?.[1];
  const byId = matches.find(({ match_id }) => textOf(match_id) === id && id !== undefined);
  if (byId !== undefined) return byId;
  const clubs = new Set(events.slice(0, 20).flatMap(({ team }) => textOf(fieldsOf(team).id) ?? []));
  const theirs = matches.filter(
    ({ home_team, away_team }) =>
      clubs.has(textOf(fieldsOf(home_team).home_team_id) ?? '') &&
      clubs.has(textOf(fieldsOf(away_team).away_team_id) ?? ''),
  );
  return theirs.length === 1 ? theirs[0] : undefined;
};
