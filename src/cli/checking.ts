import { extname } from 'node:path';
import { PROBLEMS_MAX } from '../journal/recording.ts';
import { formatProblem, type Problem } from '../scenario/problem.ts';
import { isMatchFile } from './catalogue.ts';
import type { CheckOptions } from './check.ts';
import { sentenceOf, WrongUse } from './complaint.ts';
import { loadScenarioFile, noMatchFile, pathTo, readsIn } from './match.ts';
import { type Manner, mannerOf, print, printText } from './output.ts';
import { piecesOf, STANDARD_INPUT, standardInput } from './pieces.ts';
import { type Contents, Tally } from './tally.ts';
import { tallyLines } from './tally-lines.ts';

/** What there is to say about a file. */
export interface Checked {
  readonly file: string;
  readonly wellFormed: boolean;
  readonly problems: readonly Problem[];
  /** Problems that aren't listed. */
  readonly more: number;
  readonly contents: Contents;
}

/** Checks files one after the other; a file that can't be read doesn't keep it from the others. */
export const checkAll = async (words: readonly string[], { format, color }: CheckOptions): Promise<void> => {
  const all: Checked[] = [];
  for (const word of words) {
    const checked = await checkedOrTold(word);
    if (checked === undefined) process.exitCode = 2;
    else if (!checked.wellFormed) process.exitCode ??= 1;
    if (checked !== undefined && format === 'text') await printText(asText(checked, mannerOf(color)));
    if (checked !== undefined && format === 'json') all.push(checked);
  }
  if (format === 'json') await print([JSON.stringify(all, null, 2)]);
};

const checkedOrTold = async (word: string): Promise<Checked | undefined> => {
  try {
    return await checkOne(word);
  } catch (problem) {
    if (!(problem instanceof WrongUse)) throw problem;
    process.stderr.write(`touchline: ${await sentenceOf(problem)}\n`);
    return undefined;
  }
};

const checkOne = async (word: string): Promise<Checked> => {
  if (word === '-') return checkRecording(standardInput(), STANDARD_INPUT);
  const path = await pathTo(word);
  if (!isMatchFile(path)) throw await noMatchFile(path);
  return extname(path) === '.jsonl' ? checkRecording(piecesOf(path), path) : checkScenario(path);
};

/** Line by line, so that no more of the file is held than the line that it's in. */
const checkRecording = async (pieces: AsyncIterable<string>, file: string): Promise<Checked> => {
  const problems: Problem[] = [];
  const tally = new Tally();
  let found = 0;
  for await (const read of readsIn(pieces)) {
    if (read.kind === 'header') tally.begin(read.header);
    else if (read.kind === 'entry') tally.add(read.entry);
    else {
      found += 1;
      if (problems.length < PROBLEMS_MAX) problems.push({ file, ...read.problem });
    }
  }
  const more = found - problems.length;
  return { file, wellFormed: found === 0, problems, more, contents: tally.contents() };
};

const checkScenario = async (file: string): Promise<Checked> => {
  const loaded = await loadScenarioFile(file);
  const tally = new Tally();
  if (!loaded.ok) return { file, wellFormed: false, problems: loaded.problems, more: 0, contents: tally.contents() };
  const { recording, checks, claims } = loaded.scenario;
  tally.begin(recording.header);
  for (const entry of recording.entries) tally.add(entry);
  const contents = { ...tally.contents(), expectations: checks.length, claims: claims.length };
  return { file, wellFormed: true, problems: [], more: 0, contents };
};

const asText = ({ file, wellFormed, problems, more, contents }: Checked, manner: Manner): string[] => [
  ...problems.map(formatProblem),
  ...(more === 0 ? [] : [`${file}: and ${more} more ${more === 1 ? 'problem' : 'problems'}`]),
  manner.ink.bold(`${file} is ${wellFormed ? 'well formed' : 'malformed'}`),
  ...tallyLines(contents, manner).map((line) => `  ${line}`),
];
