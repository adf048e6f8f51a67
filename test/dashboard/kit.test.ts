import { expect, test } from 'vitest';
import { kitsOf } from '../../src/dashboard/kit.ts';

test('both clubs play in their own colours where these can be told apart', () => {
  const kits = kitsOf({ main: '#1e71b8', text: '#ffffff' }, { main: '#fde100', text: '#000000' });
  expect(kits).toEqual({
    home: { main: '#1e71b8', text: '#ffffff' },
    away: { main: '#fde100', text: '#000000' },
  });
});

test('the away side changes where both would wear the same', () => {
  const { home, away } = kitsOf({ main: '#c8102e' }, { main: '#d50032' });
  expect(home.main).toBe('#c8102e');
  expect(away.main).toBe('#d9dde3');
});

test('the away side changes into the dark where the home side is in white', () => {
  expect(kitsOf({ main: '#e0e4ea' }, { main: '#ffffff' }).away.main).toBe('#3b424d');
});

test.each([
  ['#fde100', '#ffffff', '#14161a'],
  ['#101010', '#202020', '#ffffff'],
])('a number on %s that nobody could read in %s is written in %s', (main, text, legible) => {
  expect(kitsOf({ main, text }, undefined).home.text).toBe(legible);
});

test('a fixture without colours has some all the same', () => {
  const { home, away } = kitsOf(undefined, undefined);
  expect(home.main).not.toBe(away.main);
});
