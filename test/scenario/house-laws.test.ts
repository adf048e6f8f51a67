import { expect, test } from 'vitest';
import type { Recording } from '../../src/journal/recording.ts';
import { history } from '../../src/playback/views.ts';
import { brokenLaws } from '../../src/scenario/house-laws.ts';
import { isSame, sameByStep } from '../../src/scenario/same.ts';
import { matchOf } from '../bench/recordings.ts';
import { file, scenario } from './given.ts';

const LINES = [
  '{ at: 1H 00:00, kick-off: home }',
  '{ at: 1H 20:00, goal: home 9, id: g1 }',
  '{ at: 1H 22:00, goal: away 9, id: g2 }',
  '{ retract: { of: g1 }, received: 1H 23:00 }',
  '{ at: 1H 10:00, caution: home 4, received: 1H 24:00 }',
];
const recording = (lines = LINES): Recording => scenario(file(lines)).recording;

const broken = (told: Recording, folded = history(told)): string[] =>
  brokenLaws(told, folded).map(({ message, cursor }) => `${cursor} ${message}`);

test('a match with a goal that is taken back and a card that comes late breaks no law of the house', () => {
  expect(broken(recording())).toEqual([]);
});

test('a match without entries breaks none either', () => {
  expect(broken(recording([]))).toEqual([]);
});

test('a history that seeks to another match’s views is found out', () => {
  const other = history(recording(LINES.with(1, '{ at: 1H 20:00, goal: home 10, id: g1 }')));
  expect(broken(recording(), other)).toEqual(['5 a seek to entry 5 gives other views than folding up to it']);
});

test('a recording that can’t be read back is found out', () => {
  const told = recording();
  const torn = { ...told, header: { ...told.header, title: '' } };
  expect(broken(torn)).toEqual([
    '5 written and read back, it is refused: title: expected text that isn\'t empty, found ""',
  ]);
});

test('a provider’s match of thousands of entries is looked at in a second or two', () => {
  const told = matchOf(3500);
  const started = performance.now();
  expect(broken(told)).toEqual([]);
  expect(performance.now() - started).toBeLessThan(10_000);
});

test('values are the same as their JSON is: without order of keys, and without members that are undefined', () => {
  expect(isSame({ a: 1, b: [{ c: 'x' }], d: undefined }, { b: [{ c: 'x' }], a: 1 })).toBe(true);
  for (const [a, b] of [
    [{ a: 1 }, { a: 2 }],
    [{ a: 1 }, { b: 1 }],
    [{ a: 1 }, {}],
    [{}, { a: 1 }],
    [[1, 2], [1]],
    [[], {}],
    [{ toString: 1 }, {}],
    ['1', 1],
  ]) {
    expect(isSame(a, b)).toBe(false);
    expect(isSame(b, a)).toBe(false);
  }
});

test('step by step, a branch that was equal and then changed is looked at again', () => {
  const same = sameByStep();
  const kept = { x: 1 };
  const copy = { x: 1 };
  expect(same({ kept }, { kept: copy })).toBe(true);
  expect(same({ kept, more: 1 }, { kept: copy, more: 1 })).toBe(true);
  expect(same({ kept }, { kept: { x: 2 } })).toBe(false);
  expect(same({ kept: { x: 2 } }, { kept: copy })).toBe(false);
});
