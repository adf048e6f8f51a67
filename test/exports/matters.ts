import { matterOf } from '../../src/cli/export/matter.ts';
import { openMatch } from '../../src/cli/matches/match.ts';
import type { Matter } from '../../src/exports/matter.ts';
import { writeRecording } from '../../src/journal/recording.ts';
import { simulate } from '../../src/simulator/simulate.ts';

/** A match by name, as the command line hands it to exporters. */
export const matterNamed = async (name: string): Promise<Matter> => matterOf(await openMatch(name));

export const simulated = (seed: number, options: Omit<Parameters<typeof simulate>[0], 'seed'> = {}): Matter => {
  const recording = simulate({ seed, ...options });
  return matterOf({ ...recording, name: `simulated-${seed}`, title: `Match ${seed}`, warnings: [] });
};

/** What `writeRecording` gives for it, to compare with. */
export const recordingText = ({ recording }: Matter): string => writeRecording(recording);
