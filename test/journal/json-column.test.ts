import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnAt } from '../../src/journal/json-column.ts';

const LINE = '{"seq":7,"note":"a \\"seq\\": [1, {","event":{"type":"goal","at":{"leg":2},"who":["home-9","away-4"]}}';

const from = (path: readonly (string | number)[], key?: string): string => LINE.slice(columnAt(LINE, path, key) - 1);

test('a path leads to the column of what stands there, whatever stands in texts before it', () => {
  expect(from([])).toBe(LINE);
  expect(from(['seq'])).toMatch(/^7,/);
  expect(from(['event', 'type'])).toMatch(/^"goal"/);
  expect(from(['event', 'at', 'leg'])).toMatch(/^2}/);
  expect(from(['event', 'who', 1])).toMatch(/^"away-4"/);
});

test('what isn’t there is looked for where it ought to be', () => {
  expect(from(['event', 'at', 'period'])).toMatch(/^{"leg":2}/);
  expect(from(['offset'])).toBe(LINE);
});

test('a key has a column of its own', () => {
  expect(from(['event'], 'who')).toMatch(/^"who":/);
  expect(from([], 'seq')).toMatch(/^"seq":7/);
});

test('any part of any line of JSON is found', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.nat(20), (value, turn) => {
      const line = JSON.stringify(value);
      const path: string[] = [];
      let part: unknown = value;
      while (typeof part === 'object' && part !== null && Object.keys(part).length > 0) {
        const keys = Object.keys(part);
        const key = keys[turn % keys.length] as string;
        path.push(key);
        part = (part as Record<string, unknown>)[key];
      }
      expect(line.slice(columnAt(line, path) - 1).startsWith(JSON.stringify(part))).toBe(true);
    }),
  );
});
