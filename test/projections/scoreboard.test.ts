import { expect, test } from 'vitest';
import {
  after,
  firstHalf,
  fullTime,
  goal,
  halfTime,
  kick,
  kickOff,
  line,
  oneLeg,
  periodEnd,
  playing,
} from '../support/story.ts';

const home = { club: 'HOM', name: 'Home' };
const away = { club: 'AWY', name: 'Away' };

test('the scoreboard shows both sides by name, and no part of the match before it’s over', () => {
  expect(after(kickOff(), goal('home-9', '1H 10:00')).scoreboard).toEqual({
    home: { ...home, score: 1 },
    away: { ...away, score: 0 },
  });
});

test('the half-time score is there from half-time on', () => {
  const scored = [kickOff(), goal('home-9', '1H 10:00'), halfTime()];
  expect(after(...scored).scoreboard.halfTime).toEqual({ home: 1, away: 0 });
  expect(after(...scored, kickOff('2H 45:00'), goal('away-9', '2H 50:00'), fullTime()).scoreboard).toEqual({
    home: { ...home, score: 1 },
    away: { ...away, score: 1 },
    halfTime: { home: 1, away: 0 },
    normalTime: { home: 1, away: 1 },
  });
});

test('a match that ends in normal time shows no other part', () => {
  const seen = after(...firstHalf(), goal('home-9', '2H 50:00'), fullTime());
  expect(Object.keys(seen.scoreboard)).toEqual(['home', 'away', 'halfTime']);
});

test('extra time is shown apart, and so are the kicks', () => {
  const extra = [...firstHalf(), fullTime(), kickOff('ET1 90:00'), goal('home-9', 'ET1 95:00')];
  expect(after(...extra).scoreboard).toEqual({
    home: { ...home, score: 1 },
    away: { ...away, score: 0 },
    halfTime: { home: 0, away: 0 },
    normalTime: { home: 0, away: 0 },
    extraTime: { home: 1, away: 0 },
  });
  const level = [...extra, goal('away-9', 'ET2 110:00'), periodEnd('ET2 120:00')];
  expect(after(...level, kick(1, 'home-9'), kick(2, 'away-9', 'saved')).scoreboard).toEqual({
    home: { ...home, score: 1 },
    away: { ...away, score: 1 },
    halfTime: { home: 0, away: 0 },
    normalTime: { home: 0, away: 0 },
    extraTime: { home: 1, away: 1 },
    shootout: { home: 1, away: 0 },
  });
});

test('kicks that follow normal time at once leave out extra time', () => {
  const superCup = playing(oneLeg({ regulations: { extraTime: 'none' } }));
  const seen = superCup.after(...firstHalf(), fullTime(), kick(1, 'home-9'));
  expect(seen.scoreboard).toMatchObject({ normalTime: { home: 0, away: 0 }, shootout: { home: 1, away: 0 } });
  expect(seen.scoreboard).not.toHaveProperty('extraTime');
});

test('a club that the fixture doesn’t know is called by its code', () => {
  const fixture = { clubs: {}, legs: [{ home: 'ATA', away: 'BVB' }] };
  expect(playing(fixture).after(line('goal', '1H 10:00', { club: 'BVB' })).scoreboard).toEqual({
    home: { club: 'ATA', name: 'ATA', score: 0 },
    away: { club: 'BVB', name: 'BVB', score: 1 },
  });
});

test('an entry that doesn’t touch it leaves the view as it was', () => {
  const { shown } = playing(oneLeg()).tell(kickOff(), goal('home-9', '1H 10:00'), kickOff('1H 11:00'));
  expect(shown[3]?.scoreboard).toBe(shown[2]?.scoreboard);
});
