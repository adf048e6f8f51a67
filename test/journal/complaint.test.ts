import { expect, test } from 'vitest';
import { found, instead, nearest } from '../../src/journal/complaint.ts';

test('the nearest name is a slip or two away, fewer in a short word; two letters swapped are one slip', () => {
  const events = ['goal', 'foul', 'corner', 'substitution', 'half-time'];
  expect(nearest('gaol', events)).toBe('goal');
  expect(nearest('coner', events)).toBe('corner');
  expect(nearest('Half-Time', events)).toBe('half-time');
  expect(nearest('subsitutoin', events)).toBe('substitution');
  expect(nearest('ball', events)).toBeUndefined();
  expect(nearest('x'.repeat(1_000_000), events)).toBeUndefined();
});

test('where no name is near, there is a choice of a few', () => {
  expect(instead('gaol', ['goal'])).toBe('; did you mean "goal"?');
  expect(instead('tackle', ['goal', 'foul'])).toBe('; one of: goal, foul');
  expect(instead('tackle', [])).toBe('');
  expect(
    instead(
      'tackle',
      Array.from({ length: 20 }, (_, index) => `event-${index}`),
    ),
  ).toMatch(/, event-15 and 4 more$/);
});

test('what was found is told as short as an error line wants it', () => {
  expect(['home 9', 45, true, null, undefined, [1], { by: 'home 9' }].map(found)).toEqual([
    '"home 9"',
    '45',
    'true',
    'nothing',
    'nothing',
    'a list',
    'a mapping of keys to values',
  ]);
});
