import { once } from 'node:events';
import { colours, type Ink, plain } from './words/ink.ts';

/** Writes lines to standard output, no faster than they are read. */
export const print = async (lines: Iterable<string>): Promise<void> => {
  for (const line of lines) {
    if (!process.stdout.write(`${line}\n`)) await once(process.stdout, 'drain');
  }
};

/** The same for text, which may hold words from a file of anybody's: they mustn't steer the terminal. */
export const printText = async (lines: readonly string[] | Generator<string>): Promise<void> => {
  await print(Iterator.from(lines).map(harmless));
};

/** Without control characters and marks that turn the direction of writing; colours may stay. */
export const harmless = (text: string): string => text.replace(STEERING, '');

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it looks for
const STEERING = /(?!\u001b\[[\d;]*m)[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** How wide text may be, and how it's set apart. */
export interface Manner {
  /** Absent where lines aren't broken: a pipe or a file. */
  readonly columns?: number;
  readonly ink: Ink;
}

/** What standard output bears: colour on a terminal unless it's unwanted (https://no-color.org), plain lines elsewhere. */
export const mannerOf = (color: boolean): Manner => {
  const { stdout, env } = process;
  if (!stdout.isTTY) return { ink: plain };
  const unwanted = !color || (env.NO_COLOR ?? '') !== '' || env.TERM === 'dumb';
  return { columns: stdout.columns || 80, ink: unwanted ? plain : colours(stdout.getColorDepth()) };
};
