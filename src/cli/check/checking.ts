import { stat } from 'node:fs/promises';
import { extname } from 'node:path';
import type { Lawfulness } from '../../journal/lawfulness.ts';
import { PROBLEMS_MAX } from '../../journal/recording.ts';
import { announcedIn } from '../../scenario/announced.ts';
import { copiedIdsIn } from '../../scenario/copied-ids.ts';
import type { Place } from '../../scenario/place.ts';
import { formatProblem, type Problem } from '../../scenario/problem.ts';
import { play } from '../../scenario/run.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { type Bar, openBar } from '../bar.ts';
import type { CheckOptions } from '../check.ts';
import { sentenceOf, WrongUse } from '../complaint.ts';
import { isMatchFile } from '../matches/catalogue.ts';
import { loadScenarioFile, noMatchFile, pathTo, readsIn } from '../matches/match.ts';
import { piecesOf, STANDARD_INPUT, standardInput } from '../matches/pieces.ts';
import { type Manner, mannerOf, print, printText } from '../output.ts';
import { filesMeant } from './files.ts';
import { type Verdict, verdictOn } from './lawfulness.ts';
import { complaintOf, lawfulnessLines } from './lawfulness-lines.ts';
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
  /** Probable slips, which don't change the exit code. */
  readonly warnings: readonly Warning[];
  readonly moreWarnings: number;
  /** Absent where it's malformed: half a match can't be judged. */
  readonly verdict?: Verdict;
}

export interface Warning {
  /** Of the entry. */
  readonly entry: number;
  /** In a scenario. */
  readonly place?: Place;
  readonly message: string;
}

/** Checks files one after the other; a file that can't be read doesn't keep it from the others. */
export const checkAll = async (words: readonly string[], { format, color }: CheckOptions): Promise<void> => {
  const all: Checked[] = [];
  const files = await filesMeant(words);
  // A folder without a match must not look like one whose matches are all in order.
  if (files.length === 0) throw new WrongUse(`there is no scenario and no recording in ${words.join(', ')}`);
  for (const word of files) {
    const checked = await checkedOrTold(word);
    if (checked === undefined) process.exitCode = 2;
    else if (!holds(checked)) process.exitCode ??= 1;
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
  if (extname(path) !== '.jsonl') return checkScenario(path);
  const { size } = await stat(path).catch(() => ({ size: 0 }));
  const bar = await openBar(size, `{bar} {percentage}% of ${path}, {eta_formatted} left`, size >= WORTH_A_BAR_BYTES);
  try {
    return await checkRecording(counted(piecesOf(path), bar), path);
  } finally {
    bar.end();
  }
};

const WORTH_A_BAR_BYTES = 20_000_000;

async function* counted(pieces: AsyncIterable<string>, bar: Bar): AsyncGenerator<string> {
  for await (const piece of pieces) {
    bar.advance(Buffer.byteLength(piece));
    yield piece;
  }
}

/** Line by line, so that no more of the file is held than the tally holds. */
const checkRecording = async (pieces: AsyncIterable<string>, file: string): Promise<Checked> => {
  const problems: Problem[] = [];
  const warnings = new Warnings();
  const tally = new Tally();
  let found = 0;
  for await (const read of readsIn(pieces)) {
    if (read.kind === 'header') tally.begin(read.header);
    else if (read.kind === 'entry') {
      tally.add(read.entry);
      for (const message of tally.doubtsAbout(read.entry)) warnings.add({ entry: read.entry.seq, message });
    } else {
      found += 1;
      if (problems.length < PROBLEMS_MAX) problems.push({ file, ...read.problem });
    }
  }
  const more = found - problems.length;
  const contents = tally.contents();
  const common = { file, problems, more, contents, ...warnings.all };
  const judged = found === 0 ? tally.lawfulness() : undefined;
  if (judged === undefined) return { ...common, wellFormed: found === 0 };
  const { fixture, lawfulness, upTo } = judged;
  const verdict = verdictOn(fixture, lawfulness, upTo === undefined ? {} : { judgedUpTo: upTo });
  return { ...common, wellFormed: true, verdict };
};

const checkScenario = async (file: string): Promise<Checked> => {
  const loaded = await loadScenarioFile(file);
  const tally = new Tally();
  const warnings = new Warnings();
  if (!loaded.ok) {
    const contents = tally.contents();
    return { file, wellFormed: false, problems: loaded.problems, more: 0, contents, ...warnings.all };
  }
  const { scenario } = loaded;
  const { recording, checks, claims, lines } = scenario;
  const { fixture } = recording.header;
  const welcome = strangersAnnounced(scenario);
  tally.begin(recording.header);
  for (const entry of recording.entries) {
    tally.add(entry);
    const place = lines[entry.seq - 1];
    for (const message of welcome.has(entry.seq) ? [] : tally.doubtsAbout(entry)) {
      warnings.add({ entry: entry.seq, ...(place === undefined ? {} : { place }), message });
    }
  }
  const played = play(recording);
  for (const doubt of copiedIdsIn(scenario, played)) warnings.add(doubt);
  const contents = { ...tally.contents(), expectations: checks.length, claims: claims.length };
  const { lawfulness = NOTHING, upTo } = tally.lawfulness() ?? {};
  const verdict = verdictOn(fixture, lawfulness, {
    written: { announcements: announcedIn(scenario, played), lines },
    ...(upTo === undefined ? {} : { judgedUpTo: upTo }),
  });
  return { file, wellFormed: true, problems: [], more: 0, contents, ...warnings.all, verdict };
};

const NOTHING: Lawfulness = { irregular: [], remarks: [], takenBack: [] };

/** The entries whose lines say that somebody is named there whom nobody knows. */
const strangersAnnounced = ({ checks }: Scenario): ReadonlySet<number> =>
  new Set(
    checks.flatMap((check) =>
      check.kind === 'irregular' && check.codes.includes('unknown-person') ? [check.cursor] : [],
    ),
  );

class Warnings {
  readonly #kept: Warning[] = [];
  #count = 0;

  add(warning: Warning): void {
    this.#count += 1;
    if (this.#kept.length < PROBLEMS_MAX) this.#kept.push(warning);
  }

  get all(): Pick<Checked, 'warnings' | 'moreWarnings'> {
    return { warnings: this.#kept, moreWarnings: this.#count - this.#kept.length };
  }
}

/** Well formed, and lawful but for what is announced. */
const holds = ({ wellFormed, verdict }: Checked): boolean => wellFormed && verdict?.lawful !== false;

const asText = (checked: Checked, manner: Manner): string[] => {
  const { file, problems, more, contents, warnings, moreWarnings, verdict } = checked;
  const unannounced = verdict?.breaches.filter(({ announced }) => !announced) ?? [];
  const beyond = unannounced.length - PROBLEMS_MAX;
  return [
    ...problems.map(formatProblem),
    ...(more === 0 ? [] : [`${file}: and ${more} more ${more === 1 ? 'problem' : 'problems'}`]),
    ...unannounced.slice(0, PROBLEMS_MAX).map((breach) => complaintOf(file, breach)),
    ...(beyond <= 0 ? [] : [`${file}: and ${beyond} more ${beyond === 1 ? 'breach' : 'breaches'}`]),
    ...warnings.map((warning) => manner.ink.dim(sayWarning(file, warning))),
    ...(moreWarnings === 0 ? [] : [`${file}: and ${moreWarnings} more ${moreWarnings === 1 ? 'warning' : 'warnings'}`]),
    manner.ink.bold(`${file} is ${summary(checked)}`),
    ...tallyLines(contents, manner).map((line) => `  ${line}`),
    ...(verdict === undefined ? [] : lawfulnessLines(verdict, manner).map((line) => `  ${line}`)),
  ];
};

const sayWarning = (file: string, { entry, place, message }: Warning): string =>
  `${file}${place === undefined ? `: entry ${entry}` : `:${place.line}:${place.column}`} warning: ${message}`;

const summary = ({ wellFormed, verdict }: Checked): string => {
  if (!wellFormed || verdict === undefined) return wellFormed ? 'well formed' : 'malformed';
  const { breaches, lawful } = verdict;
  if (!lawful) return 'well formed and not lawful';
  return breaches.length === 0 ? 'well formed and lawful' : 'well formed, and irregular as announced';
};
