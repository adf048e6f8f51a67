import { mkdir, writeFile } from 'node:fs/promises';
import { WrongUse } from './complaint.ts';

/** Writes a file; over one that is there only with `force`. Throws `WrongUse`, which says why it can't be. */
export const writeNew = async (path: string, text: string, force: boolean): Promise<void> => {
  await writeFile(path, text, { flag: force ? 'w' : 'wx' }).catch((problem: NodeJS.ErrnoException) => {
    throw problem.code === 'EEXIST'
      ? alreadyThere(path)
      : new WrongUse(`${path} can't be written: ${whyUnwritten(problem)}`);
  });
};

/** Makes a folder, with those on the way to it, unless it's there. Throws `WrongUse`, which says why it can't be. */
export const makeFolder = async (path: string): Promise<void> => {
  await mkdir(path, { recursive: true }).catch((problem: NodeJS.ErrnoException) => {
    const isFile = problem.code === 'EEXIST' || problem.code === 'ENOTDIR';
    throw new WrongUse(`${path} can't be made a folder: ${isFile ? "it's a file" : whyUnwritten(problem)}`);
  });
};

export const alreadyThere = (path: string): WrongUse =>
  new WrongUse(`${path} is there already; --force writes over it`);

const whyUnwritten = ({ code, message }: NodeJS.ErrnoException): string => REASONS[code ?? ''] ?? message;

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such folder',
  ENOTDIR: 'a file is where a folder should be',
  EISDIR: "it's a folder",
  EACCES: "you aren't allowed to",
  EPERM: "you aren't allowed to",
  EROFS: "you aren't allowed to",
  ENOSPC: 'the disk is full',
};
