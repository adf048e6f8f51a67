/**
 * The command line was used in a way that can't be meant (exit code 2). The message is a sentence without a full stop;
 * where a word was wrong, `choice` holds it and the words that exist, so that the nearest one can be suggested.
 */
export class WrongUse extends Error {
  override readonly name = 'WrongUse';
  readonly choice: Choice | undefined;

  constructor(message: string, choice?: Choice) {
    super(message);
    this.choice = choice;
  }
}

export interface Choice {
  readonly word: string;
  readonly names: readonly string[];
  /** Said instead of a list where no name is near. */
  readonly otherwise?: string | (() => Promise<string>);
}

/** What was asked about doesn't hold (exit code 1): a file is malformed. Each line names its place: `file:line:column …` */
export class DoesNotHold extends Error {
  override readonly name = 'DoesNotHold';
  readonly lines: readonly string[];

  constructor(lines: readonly string[]) {
    super(lines.join('\n'));
    this.lines = lines;
  }
}

export interface Told {
  readonly exitCode: number;
  readonly text: string;
}

/** What to say on standard error about whatever ended a command, and with which code to exit. */
export const tell = async (problem: unknown, debug: boolean): Promise<Told> => {
  if (problem instanceof DoesNotHold) return { exitCode: 1, text: problem.lines.map((line) => `${line}\n`).join('') };
  if (problem instanceof WrongUse) return wrongUse(await sentenceOf(problem));
  if (problem instanceof Error && TOLD_BY_NAME.has(problem.name)) return wrongUse(problem.message);
  return { exitCode: 70, text: bugReport(problem, debug) };
};

/** The message, with the nearest name that exists where a word was wrong. */
export const sentenceOf = async ({ message, choice }: WrongUse): Promise<string> =>
  `${message}${await suggestion(choice)}`;

/** Errors of other rooms whose message is a sentence for the user. By name, so that nothing is loaded to know them. */
const TOLD_BY_NAME: ReadonlySet<string> = new Set(['NoSuchTime', 'CannotServe']);

const wrongUse = (sentence: string): Told => ({ exitCode: 2, text: `touchline: ${sentence}\n` });

const suggestion = async (choice: Choice | undefined): Promise<string> => {
  if (choice === undefined) return '';
  const { word, names, otherwise } = choice;
  const { instead, nearest, quote } = await import('../scenario/problem.ts');
  // Part of a name is no slip of the fingers, but as good a hint.
  const near = nearest(word, names) ?? names.find((name) => word.length >= 3 && name.includes(word.toLowerCase()));
  if (near !== undefined) return `; did you mean ${quote(near)}?`;
  if (otherwise === undefined) return instead(word, names);
  return `; ${typeof otherwise === 'string' ? otherwise : await otherwise()}`;
};

const bugReport = (problem: unknown, debug: boolean): string => {
  const what = problem instanceof Error ? `${problem.name}: ${problem.message}` : String(problem);
  const stack = problem instanceof Error && problem.stack !== undefined ? problem.stack : what;
  return [
    `touchline: this is a mistake of ours, not of yours (${what.split('\n')[0]})`,
    debug ? stack : 'Please report it, with what you typed; TOUCHLINE_DEBUG=1 shows where it happened.',
    '',
  ].join('\n');
};
