import { readdir, readFile, stat } from 'node:fs/promises';
import { extname, isAbsolute, join, normalize, relative, sep } from 'node:path';
import { isSharedFixture } from '../../scenario/shared.ts';
import { WrongUse } from '../complaint.ts';
import { catalogue } from '../matches/catalogue.ts';
import { inPackage } from '../package.ts';

/** Which scenarios are meant, and where to look for more of them. */
export interface Pack {
  /** By folder and name, with `/`, each once; fixtures that scenarios share are left out. */
  readonly files: readonly ScenarioFile[];
  /** Folders, and files that were named themselves. */
  readonly roots: readonly string[];
}

export interface ScenarioFile {
  readonly file: string;
  readonly text: string;
}

/**
 * The scenarios under paths: a file, a folder and all below it, a pattern (`scenarios/v*`, with `**` for any folders),
 * or the name of one; without any path those in `./scenarios`, else those that come with Touchline.
 * Throws `WrongUse` where there is no such thing.
 */
export const packOf = async (paths: readonly string[]): Promise<Pack> => {
  const meant = paths.length === 0 ? [await usual()] : await Promise.all(paths.map(meantBy));
  const names = [...new Set(meant.flatMap(({ files }) => files))].sort(byFolder);
  const files: ScenarioFile[] = [];
  for (const file of names) {
    const text = await readFile(file, 'utf8').catch(() => undefined);
    const named = meant.some(({ root }) => root === file);
    // It may be gone since it was listed.
    if (text !== undefined && (named || !isSharedFixture(text))) files.push({ file, text });
  }
  return { files, roots: meant.map(({ root }) => root) };
};

interface Meant {
  readonly root: string;
  readonly files: readonly string[];
}

const usual = async (): Promise<Meant> => {
  const own = await scenariosIn('scenarios');
  return own === undefined
    ? { root: shown(PACKAGED), files: (await scenariosIn(PACKAGED)) ?? [] }
    : { root: 'scenarios', files: own };
};

const PACKAGED = inPackage('scenarios');

const meantBy = async (path: string): Promise<Meant> => {
  const kind = await stat(path).catch(() => undefined);
  if (kind?.isDirectory()) return { root: shown(path), files: (await scenariosIn(path)) ?? [] };
  if (kind !== undefined) {
    if (isScenario(path)) return { root: shown(path), files: [shown(path)] };
    throw new WrongUse(
      extname(path) === '.jsonl'
        ? `${path} is a recording, which expects nothing; touchline check looks at it`
        : `${path} isn't a scenario; one ends in .yaml or .yml`,
    );
  }
  if (/[*?{]/.test(path)) return meantByPattern(path);
  return meantByName(path);
};

const meantByPattern = async (pattern: string): Promise<Meant> => {
  const steps = shown(pattern).split('/');
  const plain = steps.slice(
    0,
    steps.findIndex((step) => /[*?{]/.test(step)),
  );
  const root = plain.length === 0 ? '.' : plain.join('/') || '/';
  const fits = patternOf(shown(pattern));
  const files = ((await scenariosIn(root)) ?? []).filter((file) => fits.test(file));
  if (files.length === 0) throw new WrongUse(`no scenario fits ${pattern}`);
  return { root, files };
};

const meantByName = async (name: string): Promise<Meant> => {
  const listed = (await catalogue()).filter(({ path }) => isScenario(path));
  const files = listed.filter((each) => each.name === name).map(({ path }) => shown(path));
  if (files[0] !== undefined) return { root: files[0], files };
  throw new WrongUse(`there is no file, folder or scenario called "${name}"`, {
    word: name,
    names: [...(await foldersAndScenarios()), ...listed.map((each) => each.name)],
    otherwise: 'touchline list shows the names that there are',
  });
};

/** What of the working folder could have been meant. */
const foldersAndScenarios = async (): Promise<string[]> => {
  const inside = await readdir('.', { withFileTypes: true }).catch(() => []);
  return inside.filter((each) => each.isDirectory() || isScenario(each.name)).map(({ name }) => name);
};

/** Not a recording: that expects nothing. */
export const isScenario = (path: string): boolean => ['.yaml', '.yml'].includes(extname(path));

/** `undefined` where there is no such folder. What isn't meant for people to find is passed over. */
const scenariosIn = async (folder: string): Promise<string[] | undefined> => {
  const inside = await readdir(folder, { recursive: true }).catch(() => undefined);
  return inside
    ?.filter(
      (path) => isScenario(path) && !path.split(sep).some((step) => step.startsWith('.') || step === 'node_modules'),
    )
    .map((path) => shown(join(folder, path)));
};

/** With `/`, and from the working folder where it lies in it. */
const shown = (path: string): string => {
  const near = isAbsolute(path) ? relative('', path) : normalize(path);
  const kept = near.startsWith('..') && isAbsolute(path) ? path : near;
  return (kept === '' ? '.' : kept)
    .split(sep)
    .join('/')
    .replace(/(?<=.)\/$/, '');
};

/** A pattern's meaning for a file: it fits as a whole, or a folder that the file lies in does. */
const patternOf = (pattern: string): RegExp => {
  const source = pattern.replace(/\*\*\/|\*\*|\*|\?|\{[^{}]*\}|[.+^$()|[\]\\}]/g, (token) => {
    if (token === '**/') return '(?:[^/]+/)*';
    if (token === '**') return '.*';
    if (token === '*') return '[^/]*';
    if (token === '?') return '[^/]';
    if (token.startsWith('{')) return `(?:${token.slice(1, -1).split(',').map(literal).join('|')})`;
    return `\\${token}`;
  });
  return new RegExp(`^${source.replace('{', '\\{')}(?:/.*)?$`, 'u');
};

const literal = (text: string): string => text.replace(/[.+^$()|[\]\\*?]/g, '\\$&');

/** Those of a folder together, before those of the folders in it; by code unit, so that it's the same everywhere. */
const byFolder = (a: string, b: string): number => compare(folderOf(a), folderOf(b)) || compare(a, b);

const folderOf = (file: string): string => file.slice(0, Math.max(0, file.lastIndexOf('/')));

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
