import { randomInt } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Recording, writeRecording } from '../../journal/recording.ts';
import { CannotSimulate } from '../../simulator/cannot-simulate.ts';
import { SEED_MAX } from '../../simulator/random.ts';
import { type SimulateOptions, simulate } from '../../simulator/simulate.ts';
import { openBar } from '../bar.ts';
import { WrongUse } from '../complaint.ts';
import { print, printText } from '../output.ts';
import type { SimulateFlags } from '../simulate.ts';
import { makeFolder, writeNew } from '../writing.ts';

/** Simulates one match to standard output or a file, or many into a folder. Never writes over a file unasked. */
export const writeSimulated = async (flags: SimulateFlags): Promise<void> => {
  const { output, count, force = false } = flags;
  const seed = flags.seed ?? randomInt(DRAWN_MAX);
  const asked = optionsOf(flags);
  if (count !== undefined) {
    await writeMany(asked, { seed, count, folder: output, force });
    if (flags.seed === undefined) tellSeed(seed, count);
    return;
  }
  const recording = simulated({ ...asked, seed });
  if (output === undefined || output === '-') await print([writeRecording(recording).trimEnd()]);
  else {
    const path = (await isFolder(output)) ? join(output, nameOf(seed)) : output;
    await writeNew(path, writeRecording(recording), force);
    await printText([`${path}: ${recording.header.title}`]);
  }
  if (flags.seed === undefined) tellSeed(seed, 1);
};

/** Whoever names no seed is told which one was drawn, so that the match can be had again. */
const tellSeed = (seed: number, count: number): void => {
  const what = count === 1 ? 'this match' : 'these matches';
  process.stderr.write(`touchline: --seed ${seed} gives ${what} again\n`);
};

/** Short enough to be typed. */
const DRAWN_MAX = 1_000_000;

const optionsOf = ({
  regulations,
  legs,
  score,
  until,
  with: wishes,
}: SimulateFlags): Omit<SimulateOptions, 'seed'> => ({
  ...(regulations === undefined ? {} : { regulations }),
  ...(legs === undefined ? {} : { legs: legs === '2' ? 2 : 1 }),
  ...(score === undefined ? {} : { score }),
  ...(until === undefined ? {} : { until }),
  ...(wishes === undefined ? {} : { with: wishes }),
});

interface Many {
  readonly seed: number;
  readonly count: number;
  readonly folder: string | undefined;
  readonly force: boolean;
}

const writeMany = async (asked: Omit<SimulateOptions, 'seed'>, { seed, count, folder, force }: Many): Promise<void> => {
  if (folder === undefined || folder === '-') throw new WrongUse('--count needs a folder: add -o and its name');
  if (seed + count - 1 > SEED_MAX) throw new WrongUse(`--seed ${seed} leaves no ${count} seeds up to ${SEED_MAX}`);
  await makeFolder(folder);
  const progress = await openBar(count, '{bar} {value} of {total} matches, {eta_formatted} left', count > 1);
  try {
    for (let number = 0; number < count; number += 1) {
      const recording = simulated({ ...asked, seed: seed + number });
      await writeNew(join(folder, nameOf(seed + number)), writeRecording(recording), force);
      progress.advance();
    }
  } finally {
    progress.end();
  }
  await printText([`${count} ${count === 1 ? 'match' : 'matches'} in ${folder}`]);
};

const simulated = (options: SimulateOptions): Recording => {
  try {
    return simulate(options);
  } catch (problem) {
    throw problem instanceof CannotSimulate ? new WrongUse(problem.message, problem.choice) : problem;
  }
};

const nameOf = (seed: number): string => `simulated-${seed}.jsonl`;

const isFolder = async (path: string): Promise<boolean> => {
  if (!/[/\\]$/.test(path)) return (await stat(path).catch(() => undefined))?.isDirectory() === true;
  await makeFolder(path);
  return true;
};
