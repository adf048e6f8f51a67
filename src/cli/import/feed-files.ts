import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { FeedFile } from '../../feeds/importer.ts';
import { WrongUse } from '../complaint.ts';
import { piecesOf } from '../matches/pieces.ts';

/** Each file is a version, and so is each folder with its files; without snapshots all of them are one. */
export const versionsOf = async (paths: readonly string[], snapshots: boolean): Promise<string[][]> => {
  const versions: string[][] = [];
  for (const path of paths) {
    const isFolder = existsSync(path) && statSync(path).isDirectory();
    const itsFiles = isFolder ? filesIn(path) : [path];
    for (const file of itsFiles) await checkReadable(file);
    versions.push(itsFiles);
  }
  return snapshots ? versions : [versions.flat()];
};

/** Those that lie in the folder itself and aren't hidden. */
const filesIn = (folder: string): string[] => {
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((each) => !each.isDirectory() && !each.name.startsWith('.'))
    .map(({ name }) => name);
  if (names.length === 0) throw new WrongUse(`${folder} is a folder without a file; name one that has the provider's`);
  return names.toSorted().map((name) => join(folder, name));
};

/** Complains before anything is written. */
const checkReadable = async (path: string): Promise<void> => {
  for await (const _piece of piecesOf(path)) return;
};

/** The file last read is kept, since importers ask for the text again; a season of them wouldn't fit. */
let latest: { readonly path: string; readonly text: string } | undefined;

export const feedFile = (path: string, read: (path: string) => void): FeedFile => ({
  name: path,
  get text() {
    if (latest?.path !== path) {
      read(path);
      latest = { path, text: textOf(path) };
    }
    return latest.text;
  },
});

const textOf = (path: string): string => {
  const bytes = readFileSync(path);
  if (!path.endsWith('.gz')) return bytes.toString('utf8');
  try {
    return gunzipSync(bytes).toString('utf8');
  } catch {
    throw new WrongUse(`${path} can't be unpacked: it's no gzip file, or was cut off`);
  }
};
