import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Recording } from '../../src/journal/recording.ts';
import { load } from '../../src/scenario/load.ts';

const FILE = join(import.meta.dirname, '../../scenarios/atalanta-dortmund.yaml');

/** The match that everybody plays first, as a recording. */
export const flagship = (): Recording => {
  const loaded = load(readFileSync(FILE, 'utf8'), FILE);
  if (!loaded.ok) throw new Error(loaded.problems.map(({ message }) => message).join('\n'));
  return loaded.scenario.recording;
};
