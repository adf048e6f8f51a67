import { describe, expect, test } from 'vitest';
import {
  awarded,
  change,
  check,
  fullTime,
  goal,
  halfTime,
  kick,
  kickOff,
  legOf,
  line,
  oneLeg,
  periodEnd,
  red,
  reopened,
  review,
  twoLegs,
} from '../../support/story.ts';
import { breaches, breachesIn, refusal } from './judged.ts';

const toSecondHalf = [kickOff(), halfTime(), kickOff('2H 45:00')];
const toFullTime = [...toSecondHalf, fullTime()];

describe('Law 7: periods and whistles', () => {
  test('a match is kicked off, halved and ended', () => {
    expect(refusal(kickOff())).toBeUndefined();
    expect(refusal(kickOff(), halfTime())).toBeUndefined();
    expect(refusal(kickOff(), halfTime(), kickOff('2H 45:00'))).toBeUndefined();
    expect(refusal(...toFullTime)).toBeUndefined();
  });

  test('a half that ends before its time has an early whistle', () => {
    expect(breaches(...toSecondHalf, fullTime('2H 85:00'))).toEqual(['early-whistle']);
    expect(refusal(...toSecondHalf, fullTime('2H 89:47'))).toBe('early-whistle');
  });

  test('a referee who ended it early may play on, and end it early again', () => {
    const early = [...toSecondHalf, fullTime('2H 85:00')];
    expect(breaches(...early, reopened('2H 85:00'))).toEqual([]);
    expect(breaches(...early, reopened('2H 85:00'), fullTime('2H 89:47'))).toEqual(['early-whistle']);
  });

  test('less time than announced is too little, more is not too much', () => {
    const announced = [...toSecondHalf, line('added-time', '2H 90:00', { minutes: 3 })];
    expect(breaches(...announced, fullTime('2H 92:30'))).toEqual(['stoppage-shorter-than-announced']);
    expect(breaches(...announced, fullTime('2H 93:00'))).toEqual([]);
    expect(breaches(...announced, fullTime('2H 98:10'))).toEqual([]);
  });

  test('added time may grow, never shrink', () => {
    const announced = [...toSecondHalf, line('added-time', '2H 90:00', { minutes: 3 })];
    expect(breaches(...announced, line('added-time', '2H 92:00', { minutes: 5 }))).toEqual([]);
    expect(breaches(...announced, line('added-time', '2H 91:00', { minutes: 2 }))).toEqual(['added-time-reduced']);
  });

  test('no period ends with a review open, though a check may have ended in silence', () => {
    const checked = [...toSecondHalf, goal('home-9', '2H 89:00', { id: 'g1' }), check('g1', '2H 89:20', { id: 'r1' })];
    expect(breaches(...checked, fullTime('2H 92:00'))).toEqual([]);
    expect(refusal(...checked, fullTime('2H 92:00'))).toBe('review-open');
    expect(breaches(...checked, review('r1', '2H 90:00'), fullTime('2H 92:00'))).toEqual(['review-open']);
  });

  test('a half is extended for a penalty that was awarded', () => {
    expect(breaches(kickOff(), awarded('HOM', '1H 45:10'), halfTime('1H 46:00'))).toEqual(['penalty-not-taken']);
  });

  test('a period may end with a kick-off owed', () => {
    expect(refusal(...toSecondHalf, goal('home-9', '2H 90:00'), fullTime('2H 90:10'))).toBeUndefined();
  });

  test('a half is reopened until the next begins', () => {
    expect(refusal(kickOff(), halfTime(), reopened('1H 46:00'))).toBeUndefined();
    expect(breaches(...toSecondHalf, reopened('1H 46:00'))).toEqual(['period-out-of-order']);
    expect(breaches(kickOff(), reopened('1H 10:00'))).toEqual(['period-out-of-order']);
    expect(refusal(...toFullTime, line('note', 'FT 00:30', { text: 'over' }), reopened('2H 91:00'))).toBeUndefined();
  });

  test('halves follow one another; a record may leave a whistle out', () => {
    expect(refusal(kickOff(), kickOff('2H 45:00'))).toBe('period-out-of-order');
    expect(breaches(kickOff(), kickOff('2H 45:00'))).toEqual([]);
    expect(breaches(...toFullTime, kickOff('2H 91:00'))).toEqual(['period-out-of-order']);
    expect(breaches(kickOff(), halfTime('1H 46:00'), periodEnd('1H 46:00'))).toEqual([]);
    expect(refusal(kickOff(), halfTime('1H 46:00'), periodEnd('1H 46:00'))).toBe('period-out-of-order');
  });

  test('extra time belongs to a tie that needs it', () => {
    expect(refusal(...toFullTime, kickOff('ET1 90:00'))).toBeUndefined();
    expect(breaches(...toSecondHalf, goal('home-9', '2H 60:00'), fullTime(), kickOff('ET1 90:00'))).toEqual([
      'extra-time-not-required',
    ]);
    expect(breachesIn(oneLeg({ regulations: 'domestic-league' }), ...toFullTime, kickOff('ET1 90:00'))).toEqual([
      'extra-time-not-required',
    ]);
    expect(breachesIn(twoLegs(), ...legOf(1, { HOM: 0, AWY: 0 }), kickOff('L1 ET1 90:00'))).toEqual([
      'extra-time-not-required',
    ]);
    const level = [...legOf(1, { HOM: 0, AWY: 2 }), ...legOf(2, { HOM: 2, AWY: 0 })];
    expect(breachesIn(twoLegs(), ...level, kickOff('L2 ET1 90:00'))).toEqual([]);
  });

  test('a golden goal leaves nothing to be played', () => {
    const golden = oneLeg({ regulations: { extraTime: 'golden' } });
    const won = [...toFullTime, kickOff('ET1 90:00'), goal('home-9', 'ET1 94:00')];
    expect(breachesIn(golden, ...won, periodEnd('ET1 94:05'))).toEqual([]);
    expect(breachesIn(golden, ...won, line('corner', 'ET1 95:00', { club: 'AWY' }))).toEqual(['ball-not-in-play']);
  });

  test('what is played in an extra time that nobody needs is flagged, one by one', () => {
    const needless = [...toSecondHalf, goal('home-9', '2H 60:00'), fullTime(), kickOff('ET1 90:00')];
    expect(breaches(...needless, line('corner', 'ET1 95:00', { club: 'AWY' }))).toEqual(['no-longer-required']);
  });
});

describe('Law 7.5: broken off', () => {
  const suspended = [kickOff(), line('suspended', '1H 42:10')];

  test('play is suspended, and goes on', () => {
    expect(refusal(...suspended)).toBeUndefined();
    expect(refusal(...suspended, line('resumed', '1H 42:10'))).toBeUndefined();
    expect(refusal(...suspended, goal('home-9', '1H 43:00'))).toBe('ball-not-in-play');
    // A record that never says so has seen it go on.
    expect(breaches(...suspended, goal('home-9', '1H 43:00'))).toEqual([]);
  });

  test('only what goes on is suspended, once, and only what is suspended resumed', () => {
    expect(refusal(line('suspended', 'pre 10:00'))).toBe('not-under-way');
    expect(refusal(...suspended, line('suspended', '1H 42:20'))).toBe('play-suspended');
    expect(refusal(kickOff(), line('resumed', '1H 10:00'))).toBe('not-suspended');
    expect(breaches(kickOff(), line('resumed', '1H 10:00'))).toEqual([]);
  });

  test('an abandoned match is not played on', () => {
    const abandoned = [kickOff(), line('abandoned', '1H 20:00')];
    expect(breaches(...abandoned, goal('home-9', '1H 21:00'))).toEqual(['ball-not-in-play']);
    expect(breaches(...abandoned, kickOff('2H 45:00'))).toEqual(['match-abandoned']);
    expect(breaches(...toFullTime, line('abandoned', 'FT 01:00'))).toEqual([]);
    expect(
      breachesIn(oneLeg({ regulations: 'domestic-league' }), ...toFullTime, line('abandoned', 'FT 01:00')),
    ).toEqual(['match-over']);
  });

  test("what has begun can't be postponed", () => {
    expect(breaches(line('postponed', 'pre 10:00'))).toEqual([]);
    expect(breaches(kickOff(), line('postponed', '1H 10:00'))).toEqual(['already-under-way']);
  });

  test('with six left on one side there is no further restart', () => {
    const sixLeft = [kickOff(), ...[2, 3, 4, 5, 6].map((n) => red(`home-${n}`, `1H 1${n}:00`))];
    expect(breaches(...sixLeft, line('throw-in', '1H 20:00', { club: 'AWY' }))).toEqual(['too-few-on-the-pitch']);
    expect(breaches(...sixLeft.slice(0, -1), line('throw-in', '1H 20:00', { club: 'AWY' }))).toEqual([]);
    expect(breaches(...sixLeft, line('abandoned', '1H 20:00'))).toEqual([]);
  });
});

describe('Law 8: kick-offs', () => {
  test('whoever concedes kicks off', () => {
    const scored = [kickOff(), goal('home-9', '1H 10:00')];
    expect(breaches(...scored, kickOff('1H 11:00', { club: 'AWY' }))).toEqual([]);
    expect(breaches(...scored, kickOff('1H 11:00', { club: 'HOM' }))).toEqual(['wrong-side-restarts']);
  });

  test('a kick-off in the middle of a half follows a goal', () => {
    expect(breaches(kickOff(), kickOff('1H 11:00'))).toEqual(['restart-not-owed']);
  });

  test("two goals without a kick-off between can't be simulated; a record may have left it out", () => {
    const scored = [kickOff(), goal('home-9', '1H 10:00')];
    expect(refusal(...scored, goal('away-9', '1H 12:00'))).toBe('goal-without-kick-off');
    expect(breaches(...scored, goal('away-9', '1H 12:00'))).toEqual([]);
    expect(refusal(...scored, kickOff('1H 11:00'), goal('away-9', '1H 12:00'))).toBeUndefined();
  });

  test("time doesn't go back", () => {
    const corner = (at: string) => line('corner', at, { club: 'HOM' });
    expect(refusal(kickOff(), corner('1H 20:00'), corner('1H 19:00'))).toBe('clock-goes-back');
    expect(refusal(kickOff(), corner('1H 20:00'), corner('1H 20:00'))).toBeUndefined();
    expect(refusal(...toSecondHalf, change('home-9', 'home-15', 'HT 05:00'))).toBe('clock-goes-back');
  });

  test('kicks from the mark wait for extra time', () => {
    expect(refusal(...toFullTime, kick(1, 'home-9'))).toBe('period-out-of-order');
    expect(breaches(...toFullTime, kick(1, 'home-9'))).toEqual([]);
  });
});
