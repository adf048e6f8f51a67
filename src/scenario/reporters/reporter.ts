import type { Coverage } from '../coverage.ts';
import type { Outcome, Report } from '../outcome.ts';

/** Tells what came of files, in lines: before the first, as each is done, and at the end. */
export interface Reporter {
  readonly start: (files: number) => readonly string[];
  readonly outcome: (outcome: Outcome) => readonly string[];
  readonly end: (report: Report, ending: Ending) => readonly string[];
}

export interface Ending {
  /** Where it's asked for. */
  readonly coverage?: Coverage;
  /** The first failure ended it, and there are files that weren't played. */
  readonly cutShort: boolean;
}
