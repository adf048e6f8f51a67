import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Something to be timed beside others. */
export interface Contender<Name extends string = string> {
  readonly name: Name;
  /** What one run does: entries, cursors … The time is told for one of them. */
  readonly units: number;
  readonly run: () => unknown;
}

/**
 * Runs all contenders once a round, in an order that rotates, and gives each one's milliseconds for one unit, round by
 * round: of the thread's processor time, so that being made to wait by other programs doesn't count. What slows the
 * machine down for a while slows them all. The first round, in which code is compiled, is left out.
 */
export const interleave = <Name extends string>(
  rounds: number,
  contenders: readonly Contender<Name>[],
): Readonly<Record<Name, readonly number[]>> => {
  const times = Object.fromEntries(contenders.map(({ name }) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let round = 0; round <= rounds; round += 1) {
    for (let turn = 0; turn < contenders.length; turn += 1) {
      const { name, units, run } = contenders[(turn + round) % contenders.length] as Contender<Name>;
      collectGarbage();
      const before = process.threadCpuUsage();
      run();
      const { user, system } = process.threadCpuUsage(before);
      if (round > 0) times[name].push((user + system) / 1000 / units);
    }
  }
  return times;
};

/** What it gives, and how long that takes by the clock on the wall. */
export const timed = <Result>(run: () => Result): { readonly ms: number; readonly result: Result } => {
  const start = performance.now();
  const result = run();
  return { ms: performance.now() - start, result };
};

/** Nobody pays for what the one before left lying about. */
export const collectGarbage = (): void => {
  gc ??= exposed();
  gc();
};

let gc: (() => void) | undefined;

const exposed = (): (() => void) => {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
};

/** The value that so many of them, from 0 to 1, don't exceed (nearest rank). */
export const quantile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
};

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return low === undefined || high === undefined ? Number.NaN : (low + high) / 2;
};

/** Round by round, so that a disturbance that both shared cancels out. */
export const ratios = (values: readonly number[], to: readonly number[]): number[] =>
  values.map((value, round) => value / (to[round] ?? Number.NaN));

/** The same numbers from 0 to 1 for the same seed (mulberry32). */
export const randomFrom = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

/** `SEED=7 node test/bench/fold.ts` for another match; each bench prints its own. */
export const SEED = Number(process.env.SEED ?? 20260225);
