import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Scenario } from '../scenario/scenario.ts';

/** Of a scenario, what it takes to show it. */
export type Compiled = Pick<Scenario, 'title' | 'recording' | 'claims'>;

/**
 * A scenario that was read when the package was built, so that the first line of the flagship needn't wait for a YAML
 * parser and the schemas. It is found by its own text: whoever changes the file gets what the file says. `undefined`
 * where there is none, as in a checkout that wasn't built.
 */
export const compiledOf = async (text: string): Promise<Compiled | undefined> => {
  try {
    return JSON.parse(await readFile(new URL(`./${compiledName(text)}`, import.meta.url), 'utf8')) as Compiled;
  } catch {
    return undefined;
  }
};

/** Where it lies, beside the bundle of the command line. */
export const compiledName = (text: string): string =>
  `compiled-${createHash('sha256').update(text).digest('hex').slice(0, 16)}.json`;
