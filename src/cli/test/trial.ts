import { readFileSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { type Coverage, together } from '../../scenario/coverage.ts';
import { filtered, nothingLeft } from '../../scenario/filter.ts';
import { type Loaded, load } from '../../scenario/load.ts';
import { holds, type Outcome, outcomeOf } from '../../scenario/outcome.ts';
import { json } from '../../scenario/reporters/json.ts';
import { junit } from '../../scenario/reporters/junit.ts';
import { type Pens, pretty } from '../../scenario/reporters/pretty.ts';
import type { Reporter } from '../../scenario/reporters/reporter.ts';
import { tap } from '../../scenario/reporters/tap.ts';
import { WrongUse } from '../complaint.ts';
import { mannerOf, print, printText } from '../output.ts';
import type { TestOptions } from '../test.ts';
import { plain } from '../words/ink.ts';
import { isScenario, type Pack, packOf, type ScenarioFile } from './pack.ts';

/** Runs scenarios, and tells what came of them; 1 is the exit code where one doesn't hold. */
export const tryScenarios = async (paths: readonly string[], options: TestOptions): Promise<void> => {
  if (options.watch === true && options.reporter !== 'pretty') {
    throw new WrongUse(`--watch tells people what changed; --reporter ${options.reporter} is for one run`);
  }
  const pack = await packOf(paths);
  const trials = chosen(pack, options, paths);
  const session = new Session(options);
  await session.play(trials);
  process.exitCode = session.allHold ? 0 : 1;
  if (options.watch !== true) return;
  const { keepTrying } = await import('./watching.ts');
  await keepTrying(paths, session, pack.roots);
};

/** A scenario that has been read, and the texts that it shares with others. */
export interface Trial {
  readonly file: string;
  readonly text: string;
  readonly loaded: Loaded;
  readonly shared: ReadonlyMap<string, string | undefined>;
}

/** What has been played, and what came of it last. */
export class Session {
  readonly #options: TestOptions;
  readonly #done = new Map<string, { readonly trial: Trial; readonly outcome: Outcome }>();

  constructor(options: TestOptions) {
    this.#options = options;
  }

  get allHold(): boolean {
    return this.#outcomes.every(holds);
  }

  get trials(): readonly Trial[] {
    return [...this.#done.values()].map(({ trial }) => trial);
  }

  forget(file: string): void {
    this.#done.delete(file);
  }

  fitting(trials: readonly Trial[]): readonly Trial[] {
    return filtered(trials, this.#options.filter ?? []);
  }

  /** Plays scenarios one after the other and tells of each as it's done; at the end, of all that have been played. */
  async play(trials: readonly Trial[]): Promise<void> {
    const { reporter: name, bail, coverage } = this.#options;
    const reporter = reporterOf(this.#options);
    // XML and JSON have line ends of their own, and nothing in them that steers a terminal.
    const tell = name === 'pretty' || name === 'tap' ? (lines: readonly string[]) => printText(lines) : print;
    const started = performance.now();
    let played = 0;
    await tell(reporter.start(trials.length));
    for (const trial of trials) {
      const outcome = outcomeOf(trial.file, trial.loaded, () => performance.now());
      this.#done.set(trial.file, { trial, outcome });
      played += 1;
      await tell(reporter.outcome(outcome));
      if (bail === true && !holds(outcome)) break;
      // So that Ctrl-C is heard between two scenarios.
      await setImmediate();
    }
    const report = { outcomes: this.#outcomes, ms: performance.now() - started };
    const cutShort = played < trials.length;
    await tell(reporter.end(report, { cutShort, ...(coverage === true ? { coverage: this.#coverage } : {}) }));
  }

  get #outcomes(): readonly Outcome[] {
    return [...this.#done.values()].map(({ outcome }) => outcome);
  }

  get #coverage(): Coverage {
    return together(this.#outcomes.flatMap((outcome) => (outcome.kind === 'ran' ? [outcome.coverage] : [])));
  }
}

/** Reads what is meant, and keeps what the filters leave. Throws `WrongUse` where that is nothing. */
const chosen = ({ files }: Pack, { filter = [] }: TestOptions, paths: readonly string[]): readonly Trial[] => {
  if (files.length === 0) {
    const where = paths.length === 0 ? './scenarios' : paths.join(', ');
    throw new WrongUse(`there is no scenario in ${where}; touchline new "…" writes one to start from`);
  }
  const trials = files.map(readTrial);
  const left = filtered(trials, filter);
  if (left.length === 0) throw new WrongUse(nothingLeft(trials, filter));
  return left;
};

export const readTrial = ({ file, text }: ScenarioFile): Trial => {
  const shared = new Map<string, string | undefined>();
  const loaded = load(text, file, (path) => {
    const read = textOrNothing(path);
    shared.set(path, read);
    return read;
  });
  return { file, text, loaded, shared };
};

export const textOrNothing = (path: string): string | undefined => {
  // A fixture that scenarios share is YAML like them; no other file is anybody's to read.
  if (!isScenario(path)) return undefined;
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // The complaint of whoever names the file has its place.
    return undefined;
  }
};

const reporterOf = ({ reporter, color }: TestOptions): Reporter => {
  switch (reporter) {
    case 'pretty':
      return pretty(pensOf(color));
    case 'json':
      return json;
    case 'junit':
      return junit;
    case 'tap':
      return tap();
  }
};

const pensOf = (color: boolean): Pens => {
  const { ink } = mannerOf(color);
  if (ink === plain) return { ...plain, good: plain.bold, bad: plain.bold };
  return {
    ...ink,
    good: (text) => `\u001b[32m${text}\u001b[39m`,
    bad: (text) => `\u001b[31m${text}\u001b[39m`,
  };
};
