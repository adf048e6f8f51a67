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
 * (`events/3788741.json`, `lineups/3788741.json`); where there is one of each, the names don't matter. Line-ups and matches are read
 * first, since they are small; then each file of events in turn, so that no more than one is held.
 */
export function* matchFiles(files: readonly FeedFile[]): Generator<MatchFiles | FeedProblem> {
  const events: FeedFile[] = [];
  const others: Record<'lineups' | 'matches', Parsed[]> = { lineups: [], matches: [] };
  for (const file of files) {
    const kind = kindOf(file);
    if (kind === 'events') {
      events.push(file);
      continue;
    }
    const json = parseJson(file);
    if ('problem' in json) yield json.problem;
    else if (kind === undefined) yield { file: file.name, message: NOT_STATSBOMB };
    else others[kind].push({ file, rows: listOf(json.value).map(fieldsOf) });
  }
  const matches = lastOfEach(others.matches.flatMap(({ rows }) => rows));
  const lineupsByName = new Map(others.lineups.map(({ file, rows }) => [baseOf(file.name), rows]));
  const [onlyLineups] = others.lineups.length === 1 && events.length === 1 ? others.lineups : [];
  for (const file of events) {
    const json = parseJson(file);
    if ('problem' in json) {
      yield json.problem;
      continue;
    }
    const rows = listOf(json.value).map(fieldsOf);
    const lineups = onlyLineups?.rows ?? lineupsByName.get(baseOf(file.name)) ?? [];
    const match = matchOf(matches, file, rows);
    const id = textOf(match?.match_id) ?? /(\d+)[^/\\\d]*$/.exec(file.name)?.[1];
    yield { file: file.name, id, events: rows, lineups, match };
  }
  if (events.length === 0)
    for (const { file } of [...others.lineups, ...others.matches])
      yield { file: file.name, message: 'no file of events comes with this one; a match takes events.json' };
}

interface Parsed {
  readonly file: FeedFile;
  readonly rows: readonly Fields[];
}

const NOT_STATSBOMB = "this isn't one of StatsBomb's files: events, lineups or matches";

/** A match that is listed in two files is one; the later of them holds. */
const lastOfEach = (matches: readonly Fields[]): Fields[] => [
  ...new Map(matches.map((match, index) => [textOf(match.match_id) ?? index, match])).values(),
];

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
