import { existsSync } from 'node:fs';
import { readdir, realpath } from 'node:fs/promises';
import { basename, extname, join, relative } from 'node:path';
import { inPackage } from '../package.ts';

/** A file that can be played. */
export interface Listed {
  /** Its name without folder and ending. */
  readonly name: string;
  /** From the working folder where it lies in it, else in full. */
  readonly path: string;
  readonly shelf: Shelf;
}

/** Where a match is from: the working folder's `scenarios/`, or the ones that come with Touchline. */
export type Shelf = 'working-folder' | 'package';

export const ENDINGS = ['.yaml', '.yml', '.jsonl'] as const;

export const isMatchFile = (path: string): boolean => (ENDINGS as readonly string[]).includes(extname(path));

export const nameOfFile = (path: string): string => basename(path, extname(path));

/**
 * What there is to play, by name. The working folder comes first: a match of the package whose name it has too is left
 * out. Two files of one name on the same shelf are both listed.
 */
export const catalogue = async (folder: string = process.cwd()): Promise<readonly Listed[]> => {
  const own = join(folder, 'scenarios');
  const here = await shelve(own, 'working-folder', folder);
  if ((await realFolder(own)) === (await realFolder(PACKAGED))) return here;
  const taken = new Set(here.map(({ name }) => name));
  return [...here, ...(await shelve(PACKAGED, 'package', folder)).filter(({ name }) => !taken.has(name))];
};

/** Whether there is such a match, by name or as a file. */
export const isMatch = async (word: string): Promise<boolean> =>
  isMatchFile(word) ? existsSync(word) : (await catalogue()).some(({ name }) => name === word);

const PACKAGED = inPackage('scenarios');

const shelve = async (root: string, shelf: Shelf, folder: string): Promise<Listed[]> => {
  const paths = (await filesIn(root)).filter(isMatchFile).map((file) => join(root, file));
  return paths
    .map((path) => ({ name: nameOfFile(path), path: shown(path, folder), shelf }))
    .sort((a, b) => compare(a.name, b.name) || compare(a.path, b.path));
};

const filesIn = async (folder: string): Promise<string[]> => {
  try {
    return await readdir(folder, { recursive: true });
  } catch {
    // No such folder, or none that may be read: nothing to list.
    return [];
  }
};

const realFolder = async (folder: string): Promise<string> => realpath(folder).catch(() => folder);

const shown = (path: string, folder: string): string => {
  const near = relative(folder, path);
  return near.startsWith('..') ? path : near;
};

// By code unit, so that the order is the same everywhere.
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
