import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatFeedProblem, importMatches } from '../../src/feeds/import.ts';
import type { FeedFile } from '../../src/feeds/importer.ts';
import { readRecording, writeRecording } from '../../src/journal/recording.ts';
import { damage, damaged } from './damage.ts';
import { ashfordWestbrook, excerpt, worldCup, wyscoutExcerpt } from './samples.ts';

/** Each provider's files, small and whole. A provider joins by a line. */
const SAMPLES: Readonly<Record<string, readonly (() => readonly FeedFile[])[]>> = {
  openfootball: [
    () => [excerpt(worldCup(1998), '  Argentina v England')],
    () => [excerpt(worldCup(2018), '  France v Croatia')],
  ],
  wyscout: [() => wyscoutExcerpt('fra-cro-2018-final'), () => wyscoutExcerpt('cro-den-2018-r16')],
  statsbomb: [() => ashfordWestbrook('statsbomb')],
  opta: [() => ashfordWestbrook('opta')],
  statsperform: [() => ashfordWestbrook('statsperform')],
  sportradar: [() => ashfordWestbrook('sportradar')],
};

const RUNS = 2000;
const SAMPLES_COUNT = Object.values(SAMPLES).flat().length;
/** Of processor time: far longer than any takes. What hangs never ends at all. */
const LONGEST_MS = 2000;

describe.each(Object.entries(SAMPLES))('a damaged file of %s', (provider, samples) => {
  test('gives a sentence, or a match with a list of what was wrong, and never a crash', () => {
    for (const sample of samples) {
      const files = sample();
      fc.assert(
        fc.property(damage, (strokes) => {
          const began = process.threadCpuUsage();
          for (const read of importMatches(damaged(files, strokes), { provider })) {
            if (!('audit' in read)) expect(formatFeedProblem(read)).toMatch(/^\S.* .+/);
            else expect(readRecording(writeRecording(read.recording))).toMatchObject({ ok: true });
          }
          const { user, system } = process.threadCpuUsage(began);
          expect((user + system) / 1000).toBeLessThan(LONGEST_MS);
        }),
        { numRuns: Math.ceil(RUNS / SAMPLES_COUNT), seed: 20180715 },
      );
    }
  }, 60_000);
});

test('damage is done, and whole files are read without a complaint', () => {
  const problems = Object.entries(SAMPLES).flatMap(([provider, samples]) =>
    samples.flatMap((sample) =>
      [...importMatches(sample(), { provider })].flatMap((read) =>
        'audit' in read ? read.problems.map(formatFeedProblem) : [formatFeedProblem(read)],
      ),
    ),
  );
  // The excerpts of touches leave out what nobody counts.
  expect(problems).toEqual([]);
  const [strokes = []] = fc.sample(damage, { numRuns: 1, seed: 4 });
  const files = [excerpt(worldCup(2018), '  France v Croatia')];
  expect(damaged(files, strokes)).not.toEqual(files);
});
