import { expect, test } from 'vitest';
import {
  after,
  firstHalf,
  fullTime,
  goal,
  kickOff,
  legOf,
  oneLeg,
  playing,
  ruling,
  twoLegs,
} from '../support/story.ts';

test('there is none before the last whistle', () => {
  expect(after().result).toEqual({ status: 'none' });
  expect(after(kickOff(), goal('home-9', '1H 10:00')).result).toEqual({ status: 'none' });
});

test('the whistle makes it provisional, a body official', () => {
  const played = [...firstHalf(), goal('home-9', '2H 60:00'), fullTime()];
  expect(after(...played).result).toEqual({ status: 'provisional', winner: 'HOM', by: 'normal-time' });
  expect(after(...played, ruling('confirmed')).result.status).toBe('official');
});

test('a level match has no winner', () => {
  const league = playing(oneLeg({ regulations: 'domestic-league' }));
  expect(league.after(...firstHalf(), fullTime()).result).toEqual({ status: 'provisional', level: true });
});

test('it is of the leg: who goes through is told by the aggregate', () => {
  const seen = playing(twoLegs()).after(...legOf(1, { HOM: 3, AWY: 0 }), ...legOf(2, { HOM: 0, AWY: 1 }));
  expect(seen.result).toEqual({ status: 'provisional', winner: 'AWY', by: 'normal-time' });
  expect(seen.aggregate?.advancing).toBe('HOM');
});

test('a new leg has none yet', () => {
  const seen = playing(twoLegs()).after(...legOf(1, { HOM: 3, AWY: 0 }), kickOff('L2 1H 00:00'));
  expect(seen.result).toEqual({ status: 'none' });
});
