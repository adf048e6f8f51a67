import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { test } from 'vitest';
import type { Recording } from '../../../src/journal/recording.ts';
import { scenarioOf } from './scenario-of.ts';

/** Something that tells a match, whatever else it is: so that a failure can be kept as a scenario. */
export interface Told {
  readonly recording: Recording;
}

export interface Manner {
  /** How many are tried; `TOUCHLINE_RUNS` multiplies it. */
  readonly runs?: number;
}

/**
 * A test that holds a law against generated matches. Its name begins with the number of the invariant. Where it fails,
 * the message has the seed (`TOUCHLINE_SEED` tries it again) and the path of a scenario file that tells the smallest
 * match that was found.
 */
export const invariant = <T>(
  name: string,
  of: fc.Arbitrary<T>,
  holds: (one: T) => void,
  { runs = 22 }: Manner = {},
): void => {
  test(name, { timeout: 60_000 * times() }, () => {
    const failure = failureOf(name, of, holds, { runs: runs * times(), ...seeded() });
    if (failure !== undefined) throw failure;
  });
};

/** The error of the smallest counterexample; `undefined` where none was found. */
export const failureOf = <T>(
  name: string,
  of: fc.Arbitrary<T>,
  holds: (one: T) => void,
  { runs, seed }: { readonly runs: number; readonly seed?: number },
): Error | undefined => {
  const details = fc.check(
    fc.property(of, (one) => void holds(one)),
    {
      numRuns: runs,
      // A smaller match isn't worth waiting for longer than that.
      interruptAfterTimeLimit: 40_000 * times(),
      markInterruptAsFailure: false,
      ...(seed === undefined ? {} : { seed }),
    },
  );
  if (!details.failed) return undefined;
  const [smallest] = details.counterexample ?? [];
  const cause = details.errorInstance;
  const reason = cause instanceof Error ? cause.message : String(cause ?? 'too many were no case for it');
  const kept = smallest === undefined ? [] : keep(name, smallest, reason);
  const again = `seed ${details.seed}, after ${details.numRuns} tries and ${details.numShrinks} steps of shrinking`;
  return new Error([`${name} doesn't hold (${again})`, ...kept, reason].join('\n'), { cause });
};

/** Whether a law finds something out: each kind of them is tried on matches that break it. */
export const refuted = <T>(of: fc.Arbitrary<T>, holds: (one: T) => void, runs = 100): boolean =>
  fc.check(
    fc.property(of, (one) => void holds(one)),
    { numRuns: runs, seed: 1, endOnFailure: true },
  ).failed;

const times = (): number => Math.max(1, Number(process.env.TOUCHLINE_RUNS ?? 1) || 1);

const seeded = (): { readonly seed?: number } => {
  const seed = process.env.TOUCHLINE_SEED;
  return seed === undefined ? {} : { seed: Number(seed) };
};

/** Writes the scenario to a folder of its own; what tells no match is written out as it is. */
const keep = (name: string, smallest: unknown, reason: string): string[] => {
  if (!isTold(smallest)) return [JSON.stringify(smallest)];
  const why = `${name}: ${reason.split('\n')[0]?.slice(0, 400) ?? ''}`;
  const file = join(mkdtempSync(join(tmpdir(), 'touchline-')), `${name.slice(0, 3).toLowerCase()}.yaml`);
  writeFileSync(file, scenarioOf(smallest.recording, name, why));
  return [`the smallest match, as a scenario: ${file}`];
};

const isTold = (value: unknown): value is Told =>
  typeof value === 'object' && value !== null && 'recording' in value && typeof value.recording === 'object';
