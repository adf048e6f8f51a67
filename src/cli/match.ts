import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, resolve, sep } from 'node:path';
import { text as textOf } from 'node:stream/consumers';
import { type Recording, readRecording } from '../journal/recording.ts';
import { load } from '../scenario/load.ts';
import { formatProblem } from '../scenario/problem.ts';
import { catalogue, isMatchFile, nameOfFile } from './catalogue.ts';
import { DoesNotHold, WrongUse } from './complaint.ts';
import { harmless } from './output.ts';

/** A recording that has been found and read. */
export interface Match extends Recording {
  /** What it's called on the command line and on the wire. */
  readonly name: string;
  readonly title: string;
  /** What its reader ought to know, though it can be played. */
  readonly warnings: readonly string[];
}

/** The match that is played where none is named. */
export const FLAGSHIP = 'atalanta-dortmund';

/**
 * Finds and reads a `<match>`: a name (the working folder's `scenarios/` first, then the package's), a path to a
 * `.yaml`, `.yml` or `.jsonl` file, or `-` for JSON Lines on standard input.
 * Throws `WrongUse` where there is no such match, `DoesNotHold` where its file is malformed.
 */
export const openMatch = async (word: string, folder: string = process.cwd()): Promise<Match> => {
  if (word === '-') return fromRecording(await textOf(process.stdin), '<stdin>');
  const path = isPath(word) ? word : await pathOf(word, folder);
  const text = await read(path, folder);
  return extname(path) === '.jsonl' ? fromRecording(text, path) : fromScenario(text, path);
};

/** As `openMatch`; what there is to know beside is said on standard error. */
export const openMatchAloud = async (word: string): Promise<Match> => {
  const match = await openMatch(word);
  for (const warning of match.warnings) process.stderr.write(`${harmless(warning)}\n`);
  return match;
};

const isPath = (word: string): boolean => word.includes('/') || word.includes(sep) || isMatchFile(word);

const pathOf = async (name: string, folder: string): Promise<string> => {
  const listed = await catalogue(folder);
  const [found, another] = listed.filter((each) => each.name === name);
  if (found === undefined) {
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

const read = async (path: string, folder: string): Promise<string> => {
  if (!isMatchFile(path)) {
    throw new WrongUse(`${path} isn't a match; a scenario ends in .yaml or .yml, a recording in .jsonl`);
  }
  try {
    return await readFile(resolve(folder, path), 'utf8');
  } catch (problem) {
    throw new WrongUse(`${path} can't be read: ${whyUnread(problem as NodeJS.ErrnoException)}`);
  }
};

const whyUnread = ({ code, message }: NodeJS.ErrnoException): string => {
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'there is no such file';
    case 'EACCES':
    case 'EPERM':
      return "you aren't allowed to";
    case 'EISDIR':
      return "it's a folder";
    default:
      return message;
  }
};

const fromScenario = (text: string, file: string): Match => {
  const loaded = load(text, file, readShared);
  if (!loaded.ok) throw new DoesNotHold(loaded.problems.map(formatProblem));
  const { name, title, recording } = loaded.scenario;
  return { ...recording, name, title, warnings: [] };
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

const fromRecording = (text: string, file: string): Match => {
  const read = readRecording(text);
  if (!read.ok) throw new DoesNotHold(read.problems.map((problem) => formatProblem({ file, ...problem })));
  const { header, entries } = read.recording;
  const title =
    header.title ?? header.fixture.title ?? header.fixture.legs.map(({ home, away }) => `${home} v ${away}`)[0];
  return {
    header,
    entries,
    name: file === '<stdin>' ? (header.id ?? 'standard-input') : nameOfFile(file),
    title: title ?? 'A match',
    warnings: read.warnings.map((warning) => formatProblem({ file, ...warning })),
  };
};
