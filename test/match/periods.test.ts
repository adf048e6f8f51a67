import { describe, expect, test } from 'vitest';
import {
  after,
  awarded,
  caution,
  change,
  check,
  firstHalf,
  fullTime,
  goal,
  halfTime,
  kick,
  kickOff,
  legOf,
  line,
  oneLeg,
  penalty,
  periodEnd,
  playing,
  red,
  reopened,
  review,
  ruling,
  twoLegs,
  verdict,
} from '../support/story.ts';

describe('whistles', () => {
  test('take a match from before kick-off to half-time and to the end', () => {
    expect(after().clock).toEqual({ leg: 1, period: 'pre', elapsed: 0, label: 'pre', running: false });
    expect(after(kickOff()).clock).toEqual({ leg: 1, period: '1H', elapsed: 0, label: "1'", running: true });
    expect(after(kickOff(), halfTime('1H 46:10')).clock).toEqual({
      leg: 1,
      period: 'HT',
      elapsed: 2_770_000,
      label: "45+2'",
      running: false,
    });
    const seen = after(...firstHalf(), goal('home-9', '2H 57:00'), fullTime('2H 93:20'));
    expect(seen.clock).toEqual({ leg: 1, period: 'FT', elapsed: 2_900_000, label: "90+4'", running: false });
  });

  test('the end of normal time isn’t the end of a knock-out match that is level', () => {
    const seen = after(...firstHalf(), fullTime());
    expect(seen.clock).toMatchObject({ period: 'ENT', running: false });
    expect(seen.result).toEqual({ status: 'none' });
  });

  test('it is in a league', () => {
    const seen = playing(oneLeg({ regulations: 'domestic-league' })).after(...firstHalf(), fullTime());
    expect(seen.clock.period).toBe('FT');
    expect(seen.result).toEqual({ status: 'provisional', level: true });
  });

  test('a first leg never goes to extra time', () => {
    const seen = playing(twoLegs()).after(...legOf(1, { HOM: 1, AWY: 1 }));
    expect(seen.clock).toMatchObject({ leg: 1, period: 'FT' });
    expect(seen.result).toEqual({ status: 'provisional', level: true });
    expect(seen.aggregate).toEqual({
      score: { HOM: 1, AWY: 1 },
      legs: { leg1: { home: 'AWY', away: 'HOM', score: { HOM: 1, AWY: 1 } } },
      level: true,
    });
  });

  test('extra time has two halves, and kicks follow it', () => {
    const normal = [...firstHalf(), fullTime()];
    const first = [...normal, kickOff('ET1 90:00'), periodEnd('ET1 105:20')];
    const extra = [...first, kickOff('ET2 105:00'), periodEnd('ET2 120:00')];
    expect(after(...normal, kickOff('ET1 90:00')).clock).toMatchObject({ period: 'ET1', label: "91'", running: true });
    expect(after(...first).clock).toMatchObject({ period: 'ETHT', label: "105+1'", running: false });
    expect(after(...extra).clock).toMatchObject({ period: 'EET', running: false });
    expect(after(...extra, kick(1, 'home-9')).clock).toEqual({
      leg: 1,
      period: 'PEN',
      elapsed: 1000,
      label: 'PEN 1',
      running: false,
    });
  });

  test('a goal in extra time decides the match at its end', () => {
    const seen = after(
      ...firstHalf(),
      fullTime(),
      kickOff('ET1 90:00'),
      goal('away-9', 'ET1 97:53'),
      periodEnd('ET1 105:00'),
      kickOff('ET2 105:00'),
      periodEnd('ET2 120:00'),
    );
    expect(seen.clock.period).toBe('FT');
    expect(seen.result).toEqual({ status: 'provisional', winner: 'AWY', by: 'extra-time' });
  });

  test('a period that a feed never opened or closed is inferred from what happens in a later one', () => {
    expect(after(goal('home-9', '1H 03:00')).clock).toMatchObject({ period: '1H', running: true, label: "4'" });
    expect(after(kickOff(), caution('away-4', '2H 46:00')).clock).toMatchObject({ period: '2H', running: true });
    const unwhistled = after(kickOff(), caution('away-4', '1H 46:10'), change('away-4', 'away-14', 'HT 05:00'));
    expect(unwhistled.clock).toMatchObject({ period: 'HT', label: "45+2'", running: false });
  });

  test('a whistle of a period that is over already changes nothing', () => {
    const seen = after(...firstHalf(), halfTime('1H 45:00'), caution('home-4', '2H 50:00'));
    expect(seen.clock).toMatchObject({ period: '2H', label: "51'" });
  });

  test('one after the kicks ends the match, whatever is missing', () => {
    const seen = after(...firstHalf(), fullTime(), kick(1, 'home-9'), periodEnd('PEN 1'));
    expect(seen.clock.period).toBe('FT');
    expect(seen.result).toEqual({ status: 'provisional', level: true });
  });

  test('a new leg starts from nothing', () => {
    const seen = playing(twoLegs()).after(
      ...legOf(1, { HOM: 0, AWY: 2 }),
      line('line-ups', 'L2 pre 00:00', { teams: {} }),
    );
    expect(seen.clock).toEqual({ leg: 2, period: 'pre', elapsed: 0, label: 'pre', running: false });
    expect(seen.scoreboard).toEqual({
      home: { club: 'HOM', name: 'Home', score: 0 },
      away: { club: 'AWY', name: 'Away', score: 0 },
    });
  });
});

describe('a period that is opened again', () => {
  test('gives Mainz their penalty from the dressing room', () => {
    const halfTimeGone = [kickOff(), line('handball', '1H 45:40', { by: 'away-4', id: 'h1' }), halfTime('1H 46:00')];
    const reviewed = [
      ...halfTimeGone,
      check('h1', '1H 46:10', { id: 'r1', category: 'penalty' }),
      verdict('r1', 'overturned', '1H 50:00', { to: 'penalty' }),
      reopened('1H 50:10', { review: 'r1' }),
      awarded('HOM', '1H 50:10', { id: 'a1', review: 'r1', offence: 'h1' }),
    ];
    expect(after(...reviewed).clock).toMatchObject({
      period: '1H',
      running: true,
      restart: { kind: 'penalty', club: 'HOM' },
    });
    expect(after(...reviewed).scoreboard).not.toHaveProperty('halfTime');
    const seen = after(
      ...reviewed,
      penalty('home-9', 'scored', '1H 51:20', { id: 'p1', award: 'a1' }),
      goal('home-9', '1H 51:20', { id: 'g1', penalty: 'p1' }),
      halfTime('1H 51:30'),
    );
    expect(seen.clock).toMatchObject({ period: 'HT', label: "45+7'" });
    expect(seen.scoreboard.halfTime).toEqual({ home: 1, away: 0 });
    expect(seen.timeline.g1?.label).toBe("45+7'");
    expect(seen.var.reviews.r1).toMatchObject({ outcome: 'overturned', to: 'penalty', replacedBy: 'a1' });
  });

  test('owes the penalty that was given after the whistle', () => {
    const given = [
      kickOff(),
      line('handball', '1H 45:50', { by: 'away-4', id: 'h1' }),
      halfTime('1H 46:00'),
      check('h1', '1H 46:10', { id: 'r1', category: 'penalty' }),
      verdict('r1', 'overturned', '1H 49:00', { to: 'penalty' }),
      awarded('HOM', '1H 49:10', { id: 'a1', review: 'r1', offence: 'h1' }),
    ];
    expect(after(...given).clock).not.toHaveProperty('restart');
    const opened = after(...given, reopened('1H 49:20', { review: 'r1' }));
    expect(opened.clock).toMatchObject({ period: '1H', running: true, restart: { kind: 'penalty', club: 'HOM' } });
    expect(after(...given, kickOff('2H 45:00'), reopened('1H 49:20')).clock).not.toHaveProperty('restart');
  });

  test('owes what the whistle left, and no more once a review has taken it', () => {
    const scored = [kickOff(), goal('home-9', '1H 45:40', { id: 'g1' }), halfTime('1H 46:00')];
    const opened = [...scored, reopened('1H 46:20'), check('g1', '1H 46:30', { id: 'r1' })];
    expect(after(...opened).clock.restart).toEqual({ kind: 'kick-off', club: 'AWY' });
    expect(after(...opened, verdict('r1', 'upheld', '1H 47:00')).clock.restart?.kind).toBe('kick-off');
    expect(after(...opened, verdict('r1', 'overturned', '1H 47:00')).clock).not.toHaveProperty('restart');
    const earlier = [...scored, check('g1', '1H 46:10', { id: 'r1' }), verdict('r1', 'overturned', '1H 47:00')];
    expect(after(...earlier, reopened('1H 47:10')).clock).not.toHaveProperty('restart');
  });

  test('sets the provisional result aside until the match ends anew', () => {
    const league = playing(oneLeg({ regulations: 'domestic-league' }));
    const ended = [...firstHalf(), fullTime('2H 98:00')];
    expect(league.after(...ended).result).toEqual({ status: 'provisional', level: true });
    const playedOn = [...ended, reopened('2H 99:00', { why: 'handball before the whistle' })];
    expect(league.after(...playedOn)).toMatchObject({
      clock: { period: '2H', running: true },
      result: { status: 'none' },
    });
    const seen = league.after(...playedOn, goal('away-9', '2H 99:45'), fullTime('2H 100:00'));
    expect(seen).toMatchObject({
      clock: { period: 'FT' },
      result: { status: 'provisional', winner: 'AWY', by: 'normal-time' },
    });
  });

  test('may end early twice, as Tunisia against Mali did', () => {
    const seen = after(
      ...firstHalf(),
      goal('away-9', '2H 48:00'),
      fullTime('2H 85:00'),
      reopened('2H 85:10'),
      fullTime('2H 89:47'),
    );
    expect(seen.clock).toMatchObject({ period: 'FT', label: "90'" });
    expect(seen.result.winner).toBe('AWY');
  });

  test('what belongs to the interval leaves the half closed', () => {
    const seen = after(kickOff(), halfTime('1H 46:00'), red('home-14', 'HT 01:00'));
    expect(seen.clock).toMatchObject({ period: 'HT', label: "45+2'" });
    expect(seen.cards.people['home-14']?.sentOff?.label).toBe('HT');
  });
});

describe('the restart that is owed', () => {
  test('after a goal is a kick-off by those who conceded it', () => {
    const seen = after(kickOff(), goal('home-9', '1H 10:00'));
    expect(seen.clock.restart).toEqual({ kind: 'kick-off', club: 'AWY' });
    expect(after(kickOff(), line('goal', '1H 10:00', { by: 'home-4', own: true })).clock.restart?.club).toBe('HOM');
    expect(after(kickOff(), goal('home-9', '1H 10:00'), kickOff('1H 11:00')).clock).not.toHaveProperty('restart');
  });

  test('is dropped by a whistle: full time needs no kick-off', () => {
    const seen = after(...firstHalf(), goal('home-9', '2H 97:53'), fullTime('2H 98:10'));
    expect(seen.clock).toEqual({ leg: 1, period: 'FT', elapsed: 3_190_000, label: "90+9'", running: false });
  });

  test('goes with a goal that is disallowed', () => {
    const scored = [kickOff(), goal('home-9', '1H 10:00', { id: 'g1' }), check('g1', '1H 10:20', { id: 'r1' })];
    expect(after(...scored).clock.restart?.kind).toBe('kick-off');
    expect(after(...scored, verdict('r1', 'confirmed', '1H 10:40')).clock.restart?.kind).toBe('kick-off');
    expect(after(...scored, verdict('r1', 'overturned', '1H 10:40')).clock).not.toHaveProperty('restart');
  });

  test('stays when only a card is changed', () => {
    const seen = after(
      kickOff(),
      awarded('HOM', '1H 30:00', { id: 'a1' }),
      caution('away-4', '1H 30:20', { id: 'y1' }),
      check('y1', '1H 30:40', { id: 'r1', category: 'direct-red' }),
      verdict('r1', 'overturned', '1H 32:00'),
      red('away-4', '1H 32:10', { review: 'r1' }),
    );
    expect(seen.clock.restart).toEqual({ kind: 'penalty', club: 'HOM' });
  });

  test('is a penalty again when the kick is to be taken again', () => {
    const seen = after(
      kickOff(),
      awarded('HOM', '1H 30:00', { id: 'a1' }),
      penalty('home-9', 'saved', '1H 31:00', { id: 'p1', award: 'a1' }),
      line('retake', '1H 31:20', { of: 'p1' }),
    );
    expect(seen.clock.restart).toEqual({ kind: 'penalty', club: 'HOM' });
  });

  test('is over once the ball is in play', () => {
    const seen = after(kickOff(), line('corner', '1H 12:00', { club: 'HOM' }));
    expect(seen.clock.restart).toEqual({ kind: 'corner', club: 'HOM' });
    const taken = after(
      kickOff(),
      line('corner', '1H 12:00', { club: 'HOM' }),
      line('shot', '1H 12:20', { by: 'home-4', outcome: 'saved' }),
    );
    expect(taken.clock).not.toHaveProperty('restart');
  });
});

describe('added time', () => {
  test('stays announced until the next half', () => {
    const announced = [kickOff(), line('added-time', '1H 44:50', { minutes: 3 })];
    expect(after(...announced).clock.addedTime).toBe(3);
    expect(after(...announced, halfTime('1H 48:10')).clock.addedTime).toBe(3);
    expect(after(...announced, halfTime('1H 48:10'), kickOff('2H 45:00')).clock).not.toHaveProperty('addedTime');
  });

  test('is none of the kicks', () => {
    const seen = after(
      ...firstHalf(),
      fullTime(),
      kickOff('ET2 105:00'),
      line('added-time', 'ET2 119:50', { minutes: 2 }),
      periodEnd('ET2 122:00'),
      kick(1, 'home-9'),
    );
    expect(seen.clock).not.toHaveProperty('addedTime');
  });
});

describe('a match that is broken off', () => {
  const eriksen = [kickOff(), goal('home-9', '1H 20:00'), line('suspended', '1H 42:10')];

  test('stands still and keeps everything while it is suspended', () => {
    const seen = after(...eriksen);
    expect(seen.clock).toMatchObject({ period: '1H', status: 'suspended', running: false, elapsed: 2_530_000 });
    const resumed = after(...eriksen, line('resumed', '1H 42:10'));
    expect(resumed.clock).toMatchObject({ period: '1H', running: true, elapsed: 2_530_000 });
    expect(resumed.clock).not.toHaveProperty('status');
    expect(resumed.scoreboard.home.score).toBe(1);
  });

  test('has resumed when play is seen again, even if nobody said so', () => {
    expect(after(...eriksen, line('shot', '1H 43:00', { by: 'away-9' })).clock.running).toBe(true);
    expect(after(...eriksen, line('note', '1H 43:00', { text: 'The stands are empty.' })).clock.running).toBe(false);
  });

  test('may be suspended at half-time and go on with the second half', () => {
    const interval = [kickOff(), halfTime(), line('suspended', 'HT 10:00')];
    expect(after(...interval).clock).toMatchObject({ period: 'HT', status: 'suspended' });
    const played = after(...interval, kickOff('2H 45:00'));
    expect(played.clock).toMatchObject({ period: '2H', running: true });
    expect(played.clock).not.toHaveProperty('status');
  });

  test('waits for a ruling when it is abandoned, and keeps the period in which it was', () => {
    const abandoned = [...firstHalf(), goal('away-9', '2H 60:00'), line('abandoned', '2H 75:00')];
    const seen = after(...abandoned);
    expect(seen.clock).toMatchObject({ period: '2H', status: 'abandoned', running: false, label: "76'" });
    expect(seen.clock).not.toHaveProperty('restart');
    expect(seen.result).toEqual({ status: 'pending-ruling' });
    const ruled = after(...abandoned, fullTime('2H 75:00'), ruling('awarded', { club: 'AWY' }));
    expect(ruled.clock).toMatchObject({ period: '2H', status: 'abandoned' });
    expect(ruled.result).toEqual({ status: 'awarded', winner: 'AWY', by: 'ruling', score: { home: 0, away: 3 } });
    expect(ruled.scoreboard).toMatchObject({ home: { score: 0 }, away: { score: 1 } });
  });

  test('never begins when it is postponed or called off', () => {
    expect(after(line('postponed', 'pre 00:00')).clock).toMatchObject({ period: 'pre', status: 'postponed' });
    expect(after(line('cancelled', 'pre 00:00')).clock).toMatchObject({ period: 'pre', status: 'cancelled' });
    expect(after(line('postponed', 'pre 00:00'), kickOff()).clock).not.toHaveProperty('status');
  });

  test('is only delayed before kick-off: a delay in play is added time', () => {
    expect(after(line('delay', 'pre 10:00')).clock.status).toBe('delayed');
    expect(after(line('delay', 'pre 10:00'), line('delay', 'pre 20:00', { ended: true })).clock).not.toHaveProperty(
      'status',
    );
    expect(after(line('delay', 'pre 10:00'), kickOff()).clock).toMatchObject({ running: true });
    expect(after(kickOff(), line('delay', '1H 12:00', { why: 'injury' })).clock).toMatchObject({ running: true });
  });
});

describe('golden and silver goals', () => {
  const golden = playing(oneLeg({ regulations: { extraTime: 'golden' } }));
  const silver = playing(oneLeg({ regulations: { extraTime: 'silver' } }));
  const extraTime = [...firstHalf(), fullTime(), kickOff('ET1 90:00')];

  test('a golden goal ends the match at once, as Bierhoff’s did', () => {
    const seen = golden.after(...extraTime, goal('away-20', 'ET1 94:30', { id: 'g1' }));
    expect(seen.clock).toMatchObject({ period: 'FT', running: false, label: "95'" });
    expect(seen.result).toEqual({ status: 'provisional', winner: 'AWY', by: 'golden-goal' });
  });

  test('an own goal is as golden, as Alavés found out', () => {
    const seen = golden.after(...extraTime, line('goal', 'ET1 96:00', { by: 'away-5', own: true }));
    expect(seen.result).toEqual({ status: 'provisional', winner: 'HOM', by: 'golden-goal' });
  });

  test('a golden goal that is disallowed lets the match go on', () => {
    const seen = golden.after(
      ...extraTime,
      goal('away-20', 'ET1 94:30', { id: 'g1' }),
      check('g1', 'ET1 94:50', { id: 'r1' }),
      review('r1', 'ET1 95:10'),
      verdict('r1', 'overturned', 'ET1 96:00'),
    );
    expect(seen.clock).toMatchObject({ period: 'ET1', running: true });
    expect(seen.result).toEqual({ status: 'none' });
  });

  test('a silver goal ends it at half-time of extra time, as Dellas’s did', () => {
    const scored = [...extraTime, goal('home-5', 'ET1 105:30')];
    expect(silver.after(...scored).clock).toMatchObject({ period: 'ET1', running: true });
    const seen = silver.after(...scored, periodEnd('ET1 105:40'));
    expect(seen.clock.period).toBe('FT');
    expect(seen.result).toEqual({ status: 'provisional', winner: 'HOM', by: 'silver-goal' });
  });

  test('after that a goal is one of extra time like another', () => {
    const seen = silver.after(
      ...extraTime,
      periodEnd('ET1 105:00'),
      kickOff('ET2 105:00'),
      goal('home-5', 'ET2 118:00'),
      periodEnd('ET2 120:00'),
    );
    expect(seen.result).toEqual({ status: 'provisional', winner: 'HOM', by: 'extra-time' });
  });
});
