import { existsSync, readFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { extname, resolve, sep } from 'node:path';
import type { Entry } from '../../journal/entry.ts';
import type { Read, Recording, RecordingHeader, RecordingProblem } from '../../journal/recording.ts';
import { YAML_LIMITS } from '../../scenario/limits.ts';
import type { Loaded } from '../../scenario/load.ts';
import { formatProblem, type Problem } from '../../scenario/problem.ts';
import type { Claim } from '../../scenario/scenario.ts';
import { type Compiled, compiledOf } from '../compiled.ts';
import { DoesNotHold, WrongUse } from '../complaint.ts';
import { harmless } from '../output.ts';
import { catalogue, isMatchFile, nameOfFile } from './catalogue.ts';
import type { LiveMatch } from './feed.ts';
import { isWholeInput, piecesOf, STANDARD_INPUT, standardInput } from './pieces.ts';

/** A recording that has been found and read. */
export interface Match extends Recording {
  /** What it's called on the command line and on the wire. */
  readonly name: string;
  readonly title: string;
  /** What its reader ought to know, though it can be played. */
  readonly warnings: readonly string[];
  /** What accounts say of it; a scenario may hold such claims, a recording has none. */
  readonly claims?: readonly Claim[];
}

/** The match that is played where none is named. */
export const FLAGSHIP = 'atalanta-dortmund';

/**
 * Finds and reads a `<match>`: a name (the working folder's `scenarios/` first, then the package's), a path to a
 * `.yaml`, `.yml` or `.jsonl` file, or `-` for JSON Lines on standard input.
 * Throws `WrongUse` where there is no such match, `DoesNotHold` where its file is malformed.
 */
export const openMatch = async (word: string, folder: string = process.cwd()): Promise<Match> => {
  if (word === '-') return gather(standardInput(), STANDARD_INPUT);
  const path = await pathTo(word, folder);
  if (!isMatchFile(path)) throw await noMatchFile(path, folder);
  if (extname(path) === '.jsonl') return gather(piecesOf(path, folder), path);
  const { title, recording, claims } = await scenarioAt(path, folder);
  return { ...recording, name: nameOfFile(path), title, warnings: [], claims };
};

/**
 * As `openMatch`; what there is to know beside is said on standard error. Throws `DoesNotHold` where the log is empty:
 * such a match has no moment that could be shown.
 */
export const openMatchAloud = async (word: string): Promise<Match> => {
  const match = await openMatch(word);
  if (match.entries.length === 0) throw new DoesNotHold([`${word} has no entries yet; there is nothing to play`]);
  for (const warning of match.warnings) process.stderr.write(`${harmless(warning)}\n`);
  return match;
};

/**
 * As `openMatchAloud`, for a showing: what somebody prints into a pipe (`-`) is shown as it comes. With `until` it's
 * read to its end first, since only then it's known whether that moment comes at all.
 */
export const openShow = async (
  word: string,
  { from, until }: { readonly from?: string; readonly until?: string } = {},
): Promise<Match | LiveMatch> => {
  if (word !== '-' || until !== undefined || isWholeInput()) return openMatchAloud(word);
  // Loaded only by those who need it.
  const { openFeed } = await import('./feed.ts');
  return openFeed(standardInput(), {
    file: STANDARD_INPUT,
    ...(from === undefined ? {} : { from }),
    complain: (line) => process.stderr.write(`${harmless(line)}\n`),
  });
};

export const isLive = (match: Match | LiveMatch): match is LiveMatch => 'entries$' in match;

/** What to say of a path that doesn't end as a match does. */
export const noMatchFile = async (path: string, folder: string = process.cwd()): Promise<WrongUse> =>
  new WrongUse(
    (await stat(resolve(folder, path)).catch(() => undefined))?.isDirectory() === true
      ? `${path} is a folder; name the files in it, or run touchline test ${path}`
      : `${path} isn't a match; a scenario ends in .yaml or .yml, a recording in .jsonl`,
  );

/** Where a match lies: its path as given, or that of the file that its name stands for. */
export const pathTo = async (word: string, folder: string = process.cwd()): Promise<string> =>
  isPath(word) ? word : await named(word, folder);

const isPath = (word: string): boolean => word.includes('/') || word.includes(sep) || isMatchFile(word);

const named = async (name: string, folder: string): Promise<string> => {
  const listed = await catalogue(folder);
  const [found, another] = listed.filter((each) => each.name === name);
  if (found === undefined) {
    if (existsSync(resolve(folder, name))) throw await noMatchFile(name, folder);
    throw new WrongUse(`there is no match called "${name}"`, {
      word: name,
      names: listed.map((each) => each.name),
      otherwise: 'touchline list shows what there is to play, and a path to a file will do too',
    });
  }
  if (another !== undefined) {
    throw new WrongUse(`two matches are called "${name}", so give the path of one: ${found.path} or ${another.path}`);
  }
  return found.path;
};

const scenarioAt = async (path: string, folder: string): Promise<Compiled> => {
  const text = await scenarioText(path, folder);
  const compiled = typeof text === 'string' ? await compiledOf(text) : undefined;
  if (compiled !== undefined) return compiled;
  const loaded = await loadScenarioText(text, path);
  if (!loaded.ok) throw new DoesNotHold(loaded.problems.map(formatProblem));
  return loaded.scenario;
};

/** Reads a scenario. */
export const loadScenarioFile = async (path: string, folder?: string): Promise<Loaded> =>
  loadScenarioText(await scenarioText(path, folder), path);

/** Parser and schemas are loaded only by those who need them. */
const loadScenarioText = async (text: string | Problem, path: string): Promise<Loaded> => {
  if (typeof text !== 'string') return { ok: false, problems: [text] };
  const { load } = await import('../../scenario/load.ts');
  return load(text, path, readShared);
};

/** A file that is far too long is refused before it's held. */
const scenarioText = async (path: string, folder?: string): Promise<string | Problem> => {
  const pieces: string[] = [];
  let length = 0;
  for await (const piece of piecesOf(path, folder)) {
    pieces.push(piece);
    length += piece.length;
    if (length > YAML_LIMITS.bytes) {
      const message = `the file is too long: a scenario has at most ${YAML_LIMITS.bytes} characters`;
      return { file: path, line: 1, column: 1, message };
    }
  }
  return pieces.join('');
};

/** A fixture that scenarios share lies in a file of its own. */
const readShared = (path: string): string | undefined => {
  if (!isMatchFile(path)) return undefined;
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // The scenario's own complaint names the place where the path stands.
    return undefined;
  }
};

/** Reads a recording to its end. */
const gather = async (pieces: AsyncIterable<string>, file: string): Promise<Match> => {
  const { PROBLEMS_MAX } = await import('../../journal/recording.ts');
  const problems: RecordingProblem[] = [];
  const warnings: RecordingProblem[] = [];
  const entries: Entry[] = [];
  let header: RecordingHeader | undefined;
  for await (const read of readsIn(pieces)) {
    if (read.kind === 'header') header = read.header;
    else if (read.kind === 'entry') entries.push(read.entry);
    else (read.kind === 'problem' ? problems : warnings).push(read.problem);
    if (problems.length >= PROBLEMS_MAX) break;
  }
  if (problems.length > 0 || header === undefined) {
    throw new DoesNotHold(problems.map((problem) => formatProblem({ file, ...problem })));
  }
  return matchOf({ header, entries }, file, warnings);
};

/** What the lines of a recording hold, one after the other. */
export async function* readsIn(pieces: AsyncIterable<string>): AsyncGenerator<Read> {
  const { RecordingReader } = await import('../../journal/recording.ts');
  const reader = new RecordingReader();
  for await (const piece of pieces) yield* reader.read(piece);
  yield* reader.end();
}

/** A recording with what it's called. */
export const matchOf = ({ header, entries }: Recording, file: string, warnings: readonly RecordingProblem[]): Match => {
  const { id, title, fixture } = header;
  const [pairing = 'A match'] = fixture.legs.map(({ home, away }) => `${home} v ${away}`);
  return {
    header,
    entries,
    name: file === STANDARD_INPUT ? (id ?? 'standard-input') : nameOfFile(file),
    title: title ?? fixture.title ?? pairing,
    warnings: warnings.map((warning) => formatProblem({ file, ...warning })),
  };
};
