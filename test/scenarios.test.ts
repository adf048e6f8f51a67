import { describe, expect, test } from 'vitest';
import { mismatches } from '../src/scenario/matching.ts';
import { scenario, scenarios, type Tried } from '../src/testing.ts';

const files = await scenarios('scenarios');
const done = new Map<string, Tried>();

/** Each file is run once, whoever asks. */
const tried = (file: string): Tried => {
  const run = done.get(file) ?? scenario(file);
  done.set(file, run);
  return run;
};

describe('a scenario that comes with Touchline holds', () => {
  test.each(files)('%s', (file) => tried(file).passes());
});

test('each expectation of theirs would fail, were any one part of it another', () => {
  const unheeded: string[] = [];
  let parts = 0;
  for (const file of files) {
    const { run, history } = tried(file);
    for (const check of run.scenario.checks) {
      if (check.kind !== 'expect') continue;
      for (const { path, altered } of alterations(check.expected.views)) {
        parts += 1;
        if (mismatches(altered, history.viewsAt(check.cursor)).length > 0) continue;
        unheeded.push(`${file}:${check.place.line} ${path.join('.')}`);
      }
    }
  }
  expect(unheeded).toEqual([]);
  expect(parts).toBeGreaterThan(files.length);
});

/** What is expected, with one part of it altered, for each of its parts. */
function* alterations(
  value: unknown,
  path: readonly string[] = [],
): Generator<{ path: readonly string[]; altered: unknown }> {
  if (typeof value === 'object' && value !== null && Object.keys(value).length > 0) {
    for (const [key, part] of Object.entries(value)) {
      for (const inner of alterations(part, [...path, key])) {
        const copy: Record<string, unknown> | unknown[] = Array.isArray(value) ? [...value] : { ...value };
        (copy as Record<string, unknown>)[key] = inner.altered;
        yield { path: inner.path, altered: copy };
      }
    }
  } else yield { path, altered: other(value) };
}

const other = (value: unknown): unknown => {
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'string') return `${value}!`;
  if (typeof value === 'boolean') return !value;
  return value === null ? {} : null;
};
