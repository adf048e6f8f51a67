import { formatEntries } from '../entry-line.ts';
import { expectedIn, foundIn, hintIn, type Mismatch, pathOf } from '../matching.ts';
import type { Outcome } from '../outcome.ts';
import { formatProblem } from '../problem.ts';
import type { Failure } from '../run.ts';

/** `3 entries`, `1 entry`. */
export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

/** The folder that a file is listed under. */
export const folderOf = (file: string): string => /^(.*)[\\/][^\\/]*$/.exec(file)?.[1] ?? '.';

/** What went wrong with a file, for people. */
export const complaintLines = (outcome: Outcome): string[] =>
  outcome.kind === 'invalid'
    ? outcome.problems.map(formatProblem)
    : failuresIn(outcome.file, outcome.failures, outcome.scenario.recording.entries.length);

/** What is probably a slip in a file, for people. */
export const warningLines = (outcome: Outcome): string[] =>
  outcome.kind === 'invalid'
    ? []
    : outcome.warnings.map(({ place, message }) => `${outcome.file}:${place.line}:${place.column} warning: ${message}`);

/**
 * Each failure with its place, then what was expected and found; once for all that stand at the same entry, that entry
 * and the five before it.
 */
export const failuresIn = (file: string, failures: readonly Failure[], entries: number): string[] =>
  failures.flatMap((failure, index) => {
    const last = failures[index + 1]?.cursor !== failure.cursor;
    return [...failureLines(failure, file), ...(last ? entryLines(failure, entries) : [])];
  });

const failureLines = ({ place, message, mismatch }: Failure, file: string): string[] => {
  const at = `${file}:${place.line}:${place.column}`;
  if (mismatch === undefined) return [`${at} ${message}`];
  const [path, ...parted] = mismatchLines(mismatch);
  return [`${at} ${path}`, ...parted];
};

export const mismatchLines = (mismatch: Mismatch): string[] => [
  pathOf(mismatch),
  `    expected ${expectedIn(mismatch)}`,
  `    found    ${foundIn(mismatch)}${hintIn(mismatch)}`,
];

const entryLines = ({ cursor, entries }: Failure, all: number): string[] => {
  if (entries.length === 0) return [`  before the first of ${counted(all, 'entry', 'entries')}`];
  const rows = formatEntries(entries);
  return [
    `  after entry ${cursor} of ${all}:`,
    ...rows.map((row, at) => `  ${at === rows.length - 1 ? '›' : ' '} ${row}`),
  ];
};
