import { isSame } from '../journal/same.ts';
import { ChangeLog } from '../match/ledger.ts';
import type { Change } from './explanation.ts';

/** What stands in a view, or in the log that it's made from, where the keys lead; `undefined` where nothing does. */
export const partOf = (whole: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((part, step) => {
    if (part instanceof ChangeLog) return part.get(step);
    return isMapping(part) && Object.hasOwn(part, step) ? part[step] : elementOf(part, step);
  }, whole);

const elementOf = (part: unknown, step: string): unknown =>
  Array.isArray(part) && Object.hasOwn(part, step) ? part[Number(step)] : undefined;

/** What differs, each thing where it differs: whatever came or went does so as a whole. */
export const changesBetween = (from: unknown, to: unknown, path: readonly string[] = []): Change[] => {
  if (from === to) return [];
  if (from instanceof ChangeLog && to instanceof ChangeLog) {
    const touched = to.touchedSince(from);
    return [...touched].flatMap((key) => changesBetween(from.get(key), to.get(key), [...path, key]));
  }
  if (isSame(from, to)) return [];
  if (!isMapping(from) || !isMapping(to))
    return [{ path, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }];
  return [...new Set([...Object.keys(from), ...Object.keys(to)])].flatMap((key) =>
    changesBetween(from[key], to[key], [...path, key]),
  );
};

const isMapping = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
