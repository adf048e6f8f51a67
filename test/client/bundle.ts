import { join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { rolldown } from 'rolldown';

const ROOT = join(import.meta.dirname, '../..');

export interface Bundle {
  /** Files that are in it, from the root of the repository. */
  readonly files: readonly string[];
  /** What it would still have to load. */
  readonly imports: readonly string[];
  readonly code: string;
  readonly gzipBytes: number;
}

/** What a page would load of an entry point: bundled for browsers, minified, compressed. */
export const bundle = async (entry: string): Promise<Bundle> => {
  const built = await rolldown({ input: join(ROOT, entry), platform: 'browser', logLevel: 'silent' });
  const { output } = await built.generate({ format: 'esm', minify: true });
  await built.close();
  const [{ code, modules, imports, dynamicImports }] = output;
  return {
    files: Object.keys(modules).map((path) => relative(ROOT, path)),
    imports: [...imports, ...dynamicImports],
    code,
    gzipBytes: gzipSync(code, { level: 9 }).byteLength,
  };
};
