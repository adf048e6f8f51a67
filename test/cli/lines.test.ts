import { describe, expect, test } from 'vitest';
import { duration, speed } from '../../src/cli/options.ts';
import { harmless } from '../../src/cli/output.ts';
import { colours } from '../../src/cli/words/ink.ts';
import { table, widthOf, wrap } from '../../src/cli/words/lines.ts';
import { lasting } from '../../src/cli/words/wording.ts';
import { dayOf } from '../../src/english/words.ts';

describe('options', () => {
  test.each([
    ['60', 60],
    ['0.5', 0.5],
    ['60x', 60],
    ['max', 'max'],
  ])('a speed of %s is %s', (text, expected) => expect(speed(text)).toBe(expected));

  test.each(['0', '-1', 'fast', '1e3', '100001', ''])('%o is no speed', (text) => {
    expect(() => speed(text)).toThrow('a speed is a number above 0');
  });

  test.each([
    ['20s', 20_000],
    ['1m', 60_000],
    ['500ms', 500],
    ['1.5h', 5_400_000],
    ['0', 0],
    ['none', Number.POSITIVE_INFINITY],
  ])('a gap of %s is %d ms', (text, expected) => expect(duration('max-gap')(text)).toBe(expected));

  test.each(['20', '-5s', '1 m', 's'])('%o is no duration', (text) => {
    expect(() => duration('max-gap')(text)).toThrow('is no duration');
  });
});

describe('lines', () => {
  test('text is broken at blanks, and a word that is too long stands alone', () => {
    expect(wrap('Goal for Wolverhampton Wanderers', 10)).toEqual(['Goal for', 'Wolverhampton', 'Wanderers']);
    expect(wrap('Goal for Wolverhampton Wanderers', undefined)).toEqual(['Goal for Wolverhampton Wanderers']);
  });

  test('accents take no column of their own, however they were written', () => {
    expect(widthOf('Pašalić'.normalize('NFD'))).toBe(7);
  });

  test('columns begin under one another, and the last one is broken', () => {
    expect(
      table([
        ["5'", 'goal', 'Scamacca'],
        ["45+4'", 'half-time', ''],
      ]),
    ).toEqual(["5'     goal       Scamacca", "45+4'  half-time"]);
    expect(table([['1', 'one two three four five six']], 19)).toEqual(['1  one two three', '   four five six']);
  });

  test('a name from a file moves no cursor and turns no direction of writing', () => {
    expect(harmless('Sca\u001b[2Jmacca\u202e\r\u009b5A')).toBe('Sca[2Jmacca5A');
    expect(harmless(colours(4).bold('Goal'))).toBe('\u001b[1mGoal\u001b[22m');
  });
});

test('a key moment has its club’s colour where the terminal has colours enough', () => {
  expect(colours(24).mark('#1e71b8')).toContain('38;2;30;113;184m');
  expect(colours(8).mark('#fde100')).toContain('38;5;220m');
  expect(colours(4).mark('#fde100')).toBe(colours(24).mark('no colour'));
});

test('a day is that of the place where it was written down', () => {
  expect(dayOf('2026-02-25T00:30:00+01:00')).toBe('25 February 2026');
});

test.each([
  [102_167, '1 min 42 s'],
  [40_000, '40 s'],
  [10, '1 s'],
  [5_400_000, '1 h 30 min'],
])('%d ms last %s', (span, expected) => expect(lasting(span)).toBe(expected));
