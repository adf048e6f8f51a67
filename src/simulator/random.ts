import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** The chances of a simulation: a sequence of numbers that a seed alone decides. */
export interface Random {
  /** From 0 up to 1, without it. */
  readonly float: () => number;
  /** A whole number; both ends belong to it. */
  readonly int: (least: number, most: number) => number;
  readonly chance: (probability: number) => boolean;
  readonly pick: <T>(items: readonly T[]) => T;
  /** One of them, each as often as its weight says. */
  readonly weighted: <T>(items: readonly (readonly [item: T, weight: number])[]) => T;
  /** How often something happens that happens `mean` times on average, each time for itself. */
  readonly poisson: (mean: number) => number;
  readonly shuffle: <T>(items: readonly T[]) => T[];
}

export const SEED_MAX = 2 ** 32 - 1;

/** Streams of one seed have nothing to do with one another: what one draws doesn't move the others. */
export const randomFrom = (seed: number, stream = 0): Random => {
  const generator = xoroshiro128plus(mixed(seed ^ Math.imul(stream + 1, 0x9e3779b9)));
  const float = () => uniformFloat64(generator);
  const int = (least: number, most: number) => uniformInt(generator, least, Math.max(least, most));
  return {
    float,
    int,
    chance: (probability) => float() < probability,
    pick: (items) => items[int(0, items.length - 1)] as (typeof items)[number],
    weighted: (items) => weighted(items, float()),
    poisson: (mean) => poisson(mean, float),
    shuffle: (items) => shuffle(items, int),
  };
};

const weighted = <T>(items: readonly (readonly [T, number])[], float: number): T => {
  let left = float * items.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [item, weight] of items) {
    left -= weight;
    if (left < 0) return item;
  }
  return items.findLast(([, weight]) => weight > 0)?.[0] as T;
};

/** Knuth's: multiplies chances until they are too small. */
const poisson = (mean: number, float: () => number): number => {
  const least = Math.exp(-mean);
  let times = 0;
  for (let product = float(); product > least; product *= float()) times += 1;
  return times;
};

/** Fisher and Yates. */
const shuffle = <T>(items: readonly T[], int: Random['int']): T[] => {
  const shuffled = [...items];
  for (let last = shuffled.length - 1; last > 0; last -= 1) {
    const other = int(0, last);
    [shuffled[last], shuffled[other]] = [shuffled[other] as T, shuffled[last] as T];
  }
  return shuffled;
};

/** Seeds that lie side by side begin far apart (the finaliser of MurmurHash3). */
const mixed = (seed: number): number => {
  let hash = seed | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) | 0;
};
