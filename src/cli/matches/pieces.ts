import { createReadStream, fstatSync } from 'node:fs';
import { resolve } from 'node:path';
import { WrongUse } from '../complaint.ts';

/** What standard input is called where a complaint names a file. */
export const STANDARD_INPUT = '<stdin>';

/**
 * The text of a file piece by piece, so that no more of it is held than is looked at. Throws `WrongUse` where it can't
 * be read.
 */
export async function* piecesOf(path: string, folder: string = process.cwd()): AsyncGenerator<string> {
  try {
    yield* createReadStream(resolve(folder, path), 'utf8');
  } catch (problem) {
    throw new WrongUse(`${path} can't be read: ${whyUnread(problem as NodeJS.ErrnoException)}`);
  }
}

let isTaken = false;

/** Standard input piece by piece, as it comes. Throws `WrongUse` when it's asked for again: it comes but once. */
export const standardInput = (): AsyncIterable<string> => {
  if (isTaken) throw new WrongUse('standard input (-) can be named only once');
  isTaken = true;
  if (process.stdin.isTTY) process.stderr.write('Reading JSON Lines from the keyboard; Ctrl-D ends them.\n');
  return process.stdin.setEncoding('utf8');
};

/** Whether standard input is a file, whose end is there already; a pipe is told as it comes. */
export const isWholeInput = (): boolean => {
  try {
    return fstatSync(0).isFile();
  } catch {
    // Closed: there is nothing to wait for.
    return true;
  }
};

const whyUnread = ({ code, message }: NodeJS.ErrnoException): string => {
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'there is no such file';
    case 'EACCES':
    case 'EPERM':
      return "you aren't allowed to";
    case 'EISDIR':
      return "it's a folder";
    default:
      return message;
  }
};
