import { listed, nearest, quote } from '../journal/complaint.ts';

/** A part of the views that isn't as expected. */
export interface Mismatch {
  /** Keys from the view's name down. */
  readonly path: readonly string[];
  readonly expected: unknown;
  /** What was there; `undefined` where there was nothing. */
  readonly seen: unknown;
  /** Where there was nothing: the keys that are there instead. */
  readonly others?: readonly string[];
}

/**
 * Where what is seen differs from what is expected of it. Only what is named is compared; `null` means absent; lists are
 * as long as they are expected to be.
 */
export const mismatches = (expected: unknown, seen: unknown, path: readonly string[] = []): Mismatch[] => {
  if (expected === null) return seen === undefined ? [] : [{ path, expected, seen }];
  if (Array.isArray(expected)) {
    if (!Array.isArray(seen) || seen.length !== expected.length) return [{ path, expected, seen }];
    return expected.flatMap((item, index) => mismatches(item, seen[index], [...path, String(index)]));
  }
  if (typeof expected === 'object') {
    if (!isObject(seen)) return [{ path, expected, seen }];
    return Object.entries(expected as object).flatMap(([key, part]) => inside(seen, key, part, path));
  }
  return Object.is(expected, seen) ? [] : [{ path, expected, seen }];
};

const inside = (seen: Record<string, unknown>, key: string, part: unknown, path: readonly string[]): Mismatch[] => {
  const there = Object.hasOwn(seen, key) ? seen[key] : undefined;
  const parted = mismatches(part, there, [...path, key]);
  if (there !== undefined) return parted;
  const others = Object.keys(seen).filter((name) => seen[name] !== undefined);
  return parted.map((mismatch) => ({ ...mismatch, others }));
};

/** `scoreboard.home.score: expected 1, found 0` */
export const formatMismatch = (mismatch: Mismatch): string =>
  `${pathOf(mismatch)}: expected ${expectedIn(mismatch)}, found ${foundIn(mismatch)}${hintIn(mismatch)}`;

export const pathOf = ({ path }: Mismatch): string => path.join('.');
export const expectedIn = ({ expected }: Mismatch): string => (expected === null ? 'nothing' : brief(expected));
export const foundIn = ({ seen }: Mismatch): string => (seen === undefined ? 'nothing' : brief(seen));

/** `; did you mean "home"?`, or what there is instead where that isn't much. */
export const hintIn = ({ path, others = [] }: Mismatch): string => {
  const near = nearest(path.at(-1) ?? '', others);
  if (near !== undefined) return `; did you mean ${quote(near)}?`;
  return others.length === 0 || others.length > OTHERS_MAX ? '' : `; there is: ${listed(others)}`;
};

const OTHERS_MAX = 8;
const BRIEF_LENGTH_MAX = 160;

const brief = (value: unknown): string => {
  const text = JSON.stringify(value);
  return text.length <= BRIEF_LENGTH_MAX ? text : `${text.slice(0, BRIEF_LENGTH_MAX)}…`;
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
