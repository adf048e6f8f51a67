import { copiedIdsIn, type Doubt } from './copied-ids.ts';
import { type Coverage, coverageOf } from './coverage.ts';
import type { Loaded } from './load.ts';
import type { Problem } from './problem.ts';
import { type Failure, run } from './run.ts';
import type { Scenario } from './scenario.ts';
import type { Judged } from './verdict.ts';

/** What came of a file. */
export type Outcome = Ran | Invalid;

/** It was played. The history is let go, so that a report of many files stays small. */
export interface Ran {
  readonly kind: 'ran';
  readonly file: string;
  /** Milliseconds that playing and judging it took. */
  readonly ms: number;
  readonly scenario: Scenario;
  readonly passed: boolean;
  readonly failures: readonly Failure[];
  readonly claims: readonly Judged[];
  readonly coverage: Coverage;
  /** Probable slips; it passes nevertheless. */
  readonly warnings: readonly Doubt[];
}

/** It couldn't be read as a scenario. */
export interface Invalid {
  readonly kind: 'invalid';
  readonly file: string;
  readonly ms: number;
  readonly problems: readonly Problem[];
}

/** What came of all files, in their order. */
export interface Report {
  readonly outcomes: readonly Outcome[];
  readonly ms: number;
}

/** Plays a file that has been read. `now` is a clock in milliseconds, of which only differences count. */
export const outcomeOf = (file: string, loaded: Loaded, now: () => number): Outcome => {
  const started = now();
  if (!loaded.ok) return { kind: 'invalid', file, ms: 0, problems: loaded.problems };
  const { scenario } = loaded;
  const { passed, failures, claims, played } = run(scenario);
  const coverage = coverageOf(played, passed ? scenario.checks : []);
  const warnings = copiedIdsIn(scenario, played);
  return { kind: 'ran', file, ms: now() - started, scenario, passed, failures, claims, coverage, warnings };
};

export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly invalid: number;
}

export const countsOf = ({ outcomes }: Report): Counts => {
  const ran = outcomes.filter((outcome) => outcome.kind === 'ran');
  const passed = ran.filter((outcome) => outcome.passed).length;
  return { passed, failed: ran.length - passed, invalid: outcomes.length - ran.length };
};

export const holds = (outcome: Outcome): boolean => outcome.kind === 'ran' && outcome.passed;

/** What a file is called in a report: its title, else its path. */
export const titleOf = (outcome: Outcome): string => (outcome.kind === 'ran' ? outcome.scenario.title : outcome.file);
