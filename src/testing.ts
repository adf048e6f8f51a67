import { readFileSync } from 'node:fs';
import { packOf } from './cli/test/pack.ts';
import type { Recording } from './journal/recording.ts';
import type { MatchHistory } from './playback/views.ts';
import type { Views } from './projections/views.ts';
import { formatEntries, lastEntries } from './scenario/entry-line.ts';
import { checkPartialViews, type Line, type PartialViews, type Setting, scenarioInCode } from './scenario/in-code.ts';
import { load } from './scenario/load.ts';
import { mismatches } from './scenario/matching.ts';
import { formatProblem } from './scenario/problem.ts';
import { failuresIn, mismatchLines } from './scenario/reporters/wording.ts';
import { play, type Run, run } from './scenario/run.ts';

/**
 * `touchline/testing`: scenarios in code, for Vitest and whatever else fails on an exception. Matches are written line
 * by line in the words of a scenario file, and nothing here waits for a clock.
 */
export type { Line, PartialViews, Setting } from './scenario/in-code.ts';
export type { Failure, Run } from './scenario/run.ts';
export type { Scenario } from './scenario/scenario.ts';

/** A match as far as it has been told. Each step gives a new one, so that a beginning can be shared by tests. */
export interface Given {
  /** Goes on with more lines. */
  readonly when: (...lines: readonly Line[]) => Given;
  /** Throws unless the views now are as expected: what isn't named isn't compared, `null` means absent. */
  // Not `then`: whoever awaited it would wait for ever.
  readonly expect: (views: PartialViews) => Given;
  /** What can be seen now. */
  readonly views: Views;
  /** For `replay`, `serve` and `writeRecording`. */
  readonly recording: Recording;
  /** What could be seen at any cursor. */
  readonly history: MatchHistory;
}

/**
 * A match with these lines, between two clubs that nobody supports.
 * Throws where a line is wrong, with its number and what it should be.
 */
export const given = (...lines: readonly Line[]): Given => told({}, lines);

/** The same by other rules or with other clubs: `under({ regulations: 'world-cup-2022' }).given(…)`. */
export const under = (setting: Setting): { readonly given: typeof given } => ({
  given: (...lines) => told(setting, lines),
});

/** A scenario file that has been run. */
export interface Tried {
  readonly title: string;
  /** All that came of it. */
  readonly run: Run;
  /** What can be seen at its end. */
  readonly views: Views;
  readonly recording: Recording;
  readonly history: MatchHistory;
  /** Throws unless all that it expects holds; the message is what `touchline test` prints. */
  readonly passes: () => void;
}

/**
 * Runs a scenario: the path of a file, or its text (of more than one line).
 * Throws where it is malformed, with the place of each problem.
 */
export const scenario = (textOrPath: string): Tried => {
  const isText = textOrPath.includes('\n');
  const file = isText ? 'scenario.yaml' : textOrPath;
  const loaded = load(isText ? textOrPath : readFileSync(file, 'utf8'), file, textOrNothing);
  if (!loaded.ok) throw new Error(loaded.problems.map(formatProblem).join('\n'));
  const tried = run(loaded.scenario);
  const { history } = tried.played;
  const passes = (): void => {
    if (tried.passed) return;
    fail(failuresIn(file, tried.failures, history.length).join('\n'), passes);
  };
  return {
    title: loaded.scenario.title,
    run: tried,
    views: history.viewsAt(history.length),
    recording: loaded.scenario.recording,
    history,
    passes,
  };
};

/**
 * The scenario files under folders, patterns or names, for `test.each`; those in `./scenarios` where none is given.
 * Rejects where there are none.
 */
export const scenarios = async (...paths: readonly string[]): Promise<readonly string[]> =>
  (await packOf(paths)).files.map(({ file }) => file);

/** What a matcher answers, for `expect.extend`. */
export interface MatcherAnswer {
  readonly pass: boolean;
  readonly message: () => string;
}

/**
 * `expect(views).toMatchViews({ scoreboard: { home: { score: 1 } } })`, once `expect.extend({ toMatchViews })` was
 * called. Takes the views, or whatever has them as `views`: a frame, a snapshot, a match from `given` or `scenario`.
 * Throws where a view or key is named that there isn't.
 */
export const toMatchViews = (received: unknown, expected: PartialViews): MatcherAnswer => {
  checkPartialViews(expected);
  const views = viewsOf(received);
  if (views === undefined)
    return { pass: false, message: () => `expected views, or something that has them; found ${String(received)}` };
  const parted = mismatches(expected, views);
  return {
    pass: parted.length === 0,
    message: () => (parted.length === 0 ? 'expected other views than these' : parted.flatMap(mismatchLines).join('\n')),
  };
};

/** Tells TypeScript of the matcher: `declare module 'vitest' { interface Matchers<R, T> extends TouchlineMatchers<R> {} }`. */
export interface TouchlineMatchers<Result = unknown> {
  toMatchViews: (expected: PartialViews) => Result;
}

const told = (setting: Setting, lines: readonly Line[]): Given => {
  const { recording } = scenarioInCode(setting, lines);
  const { history } = play(recording);
  const views = history.viewsAt(history.length);
  const match: Given = {
    when: (...more) => told(setting, [...lines, ...more]),
    expect: (expected) => {
      checkPartialViews(expected);
      const parted = mismatches(expected, views);
      if (parted.length > 0) fail([...parted.flatMap(mismatchLines), ...entryLines(history)].join('\n'), match.expect);
      return match;
    },
    views,
    recording,
    history,
  };
  return match;
};

const ENTRIES_SHOWN = 6;

const entryLines = (history: MatchHistory): string[] =>
  formatEntries(lastEntries(history, history.length, ENTRIES_SHOWN)).map((row) => `  ${row}`);

/** Fails at the line that called `from`, rather than in here. */
const fail = (message: string, from: (...words: never[]) => unknown): never => {
  const error = new Error(message);
  Error.captureStackTrace(error, from);
  throw error;
};

const viewsOf = (received: unknown): unknown => {
  if (typeof received !== 'object' || received === null) return undefined;
  return 'views' in received ? received.views : received;
};

const textOrNothing = (path: string): string | undefined => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // The complaint has the place where the path stands.
    return undefined;
  }
};
