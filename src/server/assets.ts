import { readFile, realpath, stat } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';

/** A file as it is given out. */
export interface Asset {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly type: string;
  readonly etag: string;
}

/** The file at a path of a URL, percent-encoded as it came; `undefined` where there is none that may be given out. */
export type Assets = (path: string) => Promise<Asset | undefined>;

/**
 * Gives out the files of one folder, and nothing else: neither what lies outside of it, by whatever name or link, nor
 * what is hidden in it. Rejects where there is no such folder.
 */
export const openAssets = async (folder: string): Promise<Assets> => {
  const root = await realpath(folder);
  if (!(await stat(root)).isDirectory()) throw new Error(`${folder} is no folder`);
  return async (path) => {
    const names = namesIn(path);
    if (names === undefined) return undefined;
    try {
      // A link is followed before it is judged where it leads.
      const file = await realpath(join(root, ...names));
      if (!file.startsWith(root + sep)) return undefined;
      const { mtimeMs, size } = await stat(file);
      const etag = `W/"${size.toString(36)}-${Math.round(mtimeMs).toString(36)}"`;
      return {
        body: new Uint8Array(await readFile(file)),
        type: TYPES[extname(file)] ?? 'application/octet-stream',
        etag,
      };
    } catch {
      // Missing, a folder, or not ours to read: from outside these are the same.
      return undefined;
    }
  };
};

const namesIn = (path: string): readonly string[] | undefined => {
  let decoded: string;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    return undefined;
  }
  const names = decoded.split('/').filter((name) => name !== '');
  if (names.some((name) => name.startsWith('.') || /[\\\0:]/.test(name))) return undefined;
  return decoded.endsWith('/') ? [...names, 'index.html'] : names;
};

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
};
