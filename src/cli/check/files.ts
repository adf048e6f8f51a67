import { readdir, stat } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { packOf } from '../test/pack.ts';

/**
 * The files that words on the command line mean: a folder is all matches in it and below, a pattern (`scenarios/**`)
 * the scenarios that fit, anything else itself. What a shell made of a pattern may hold a page that explains the others.
 */
export const filesMeant = async (words: readonly string[]): Promise<readonly string[]> => {
  const files: string[] = [];
  for (const word of words) {
    if (words.length > 1 && extname(word) === '.md') continue;
    const kind = word === '-' ? undefined : await stat(word).catch(() => undefined);
    if (kind?.isDirectory()) files.push(...(await matchesIn(word)));
    else if (kind === undefined && /[*?{]/.test(word)) files.push(...(await scenariosIn(word)));
    else files.push(word);
  }
  return [...new Set(files)];
};

const matchesIn = async (folder: string): Promise<readonly string[]> => [
  ...(await scenariosIn(folder)),
  ...(await readdir(folder, { recursive: true }))
    .filter((path) => extname(path) === '.jsonl' && !path.split(sep).some((step) => step === 'node_modules'))
    .map((path) => join(folder, path))
    .sort(),
];

/** Fixtures that scenarios share are none. */
const scenariosIn = async (path: string): Promise<readonly string[]> =>
  (await packOf([path])).files.map(({ file }) => file);
