import type { Place } from './place.ts';

export { instead, nearest, quote } from '../journal/complaint.ts';

/** Something wrong in a file, for the one who wrote it: what was expected, and the nearest name that exists. */
export interface Problem extends Place {
  readonly file: string;
  readonly message: string;
}

/** `scenarios/var/offside.yaml:7:12 no such event "gaol"; did you mean "goal"?` */
export const formatProblem = ({ file, line, column, message }: Problem): string =>
  `${file}:${line}:${column} ${message}`;

/** Enough to mend a file by; a hostile one could have one on every line. */
const PROBLEMS_MAX = 100;

/** Collects what is wrong in one file, so that everything is told at once. */
export class Complaints {
  readonly file: string;
  readonly #problems: Problem[] = [];
  #unheard = 0;

  constructor(file: string) {
    this.file = file;
  }

  /** The message is made only if it's heard, since looking for the nearest name takes time. */
  add(place: Place, message: string | (() => string)): void {
    if (this.#problems.length >= PROBLEMS_MAX) {
      this.#unheard += 1;
      return;
    }
    const { line, column } = place;
    const said = typeof message === 'string' ? message : message();
    this.#problems.push({ file: this.file, line, column, message: said });
  }

  get none(): boolean {
    return this.#problems.length === 0;
  }

  /** In the order of the file. */
  get problems(): readonly Problem[] {
    const sorted = this.#problems.toSorted((a, b) => a.line - b.line || a.column - b.column);
    const last = sorted.at(-1);
    return this.#unheard === 0 || last === undefined
      ? sorted
      : [...sorted, { ...last, message: `and ${this.#unheard} more problems that aren't listed` }];
  }
}
