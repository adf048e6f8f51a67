import { describe, expect, test } from 'vitest';
import {
  after,
  amend,
  firstHalf,
  fullTime,
  goal,
  kick,
  kickOff,
  type Line,
  legOf,
  line,
  oneLeg,
  periodEnd,
  playing,
  retract,
  ruling,
  twoLegs,
} from '../support/story.ts';

const tie = playing(twoLegs());
const awayGoals = playing(twoLegs({ regulations: 'uefa-champions-league-2020-21' }));

/** A second leg up to the ninetieth minute: goals by number 9 from 50:00 on. */
const secondLeg = (score: { HOM: number; AWY: number }): Line[] => legOf(2, score).slice(0, -1);

describe('a tie of two legs', () => {
  test('stands as the goals so far have it, and needs what comes next while it’s level', () => {
    const first = legOf(1, { HOM: 0, AWY: 2 });
    expect(tie.after(...first, ...secondLeg({ HOM: 1, AWY: 0 })).aggregate).toMatchObject({
      score: { HOM: 1, AWY: 2 },
      level: false,
      leader: 'AWY',
    });
    const level = tie.after(...first, ...secondLeg({ HOM: 3, AWY: 1 }));
    expect(level.aggregate).toMatchObject({ score: { HOM: 3, AWY: 3 }, level: true, needs: 'extra-time' });
    expect(level.aggregate).not.toHaveProperty('leader');
  });

  test('is decided at the whistle of the second leg', () => {
    const played = [...legOf(1, { HOM: 0, AWY: 2 }), ...secondLeg({ HOM: 4, AWY: 1 })];
    expect(tie.after(...played).aggregate).not.toHaveProperty('advancing');
    const seen = tie.after(...played, fullTime('L2 2H 98:10'));
    expect(seen.aggregate).toMatchObject({ advancing: 'HOM', by: 'normal-time', leader: 'HOM' });
    expect(seen.result).toEqual({ status: 'provisional', winner: 'HOM', by: 'normal-time' });
  });

  test('that is level goes to extra time, though the second leg was won', () => {
    const seen = tie.after(...legOf(1, { HOM: 0, AWY: 2 }), ...legOf(2, { HOM: 3, AWY: 1 }));
    expect(seen.clock.period).toBe('ENT');
    expect(seen.result).toEqual({ status: 'none' });
    expect(seen.aggregate).toMatchObject({ needs: 'extra-time' });
  });

  test('may be decided by a second leg that was drawn', () => {
    const seen = tie.after(...legOf(1, { HOM: 1, AWY: 0 }), ...legOf(2, { HOM: 2, AWY: 2 }));
    expect(seen.clock.period).toBe('FT');
    expect(seen.result).toEqual({ status: 'provisional', level: true });
    expect(seen.aggregate).toMatchObject({ advancing: 'HOM' });
  });

  test('decided in extra time or by kicks says so', () => {
    const level = [...legOf(1, { HOM: 0, AWY: 2 }), ...legOf(2, { HOM: 3, AWY: 1 })];
    const extra = [...level, kickOff('ET1 90:00'), kickOff('ET2 105:00')];
    const telles = tie.after(...extra, goal('home-13', 'ET2 116:20'), periodEnd('ET2 121:00'));
    expect(telles.aggregate).toMatchObject({ advancing: 'HOM', by: 'extra-time', score: { HOM: 4, AWY: 3 } });
    expect(telles.result).toEqual({ status: 'provisional', winner: 'HOM', by: 'extra-time' });

    const kicks = Array.from({ length: 6 }, (_, index) =>
      kick(index + 1, index % 2 === 0 ? 'home-9' : 'away-9', index % 2 === 0 ? 'saved' : 'scored'),
    );
    const shot = tie.after(...extra, periodEnd('ET2 121:00'), ...kicks);
    expect(shot.aggregate).toMatchObject({ advancing: 'AWY', by: 'shoot-out', level: true, score: { HOM: 3, AWY: 3 } });
    expect(shot.result).toEqual({ status: 'provisional', winner: 'HOM', by: 'normal-time' });
  });

  test('goes on away goals in the last second, and would need extra time today', () => {
    const ajaxTottenham = [...legOf(1, { HOM: 1, AWY: 0 }), ...secondLeg({ HOM: 2, AWY: 3 }), fullTime('L2 2H 96:00')];
    expect(awayGoals.after(...ajaxTottenham).aggregate).toMatchObject({ advancing: 'AWY', by: 'away-goals' });
    expect(tie.after(...ajaxTottenham).aggregate).toMatchObject({ needs: 'extra-time' });
  });

  test('follows the first leg when that is corrected', () => {
    const seen = tie.after(
      ...legOf(1, { HOM: 0, AWY: 2 }),
      ...legOf(2, { HOM: 3, AWY: 1 }),
      // The second of Away's goals in the first leg.
      retract('e5'),
    );
    expect(seen.aggregate).toMatchObject({ score: { HOM: 3, AWY: 2 }, advancing: 'HOM', by: 'normal-time' });
    expect(seen.scoreboard).toMatchObject({ home: { score: 3 }, away: { score: 1 } });
  });
});

describe('an extra time that wasn’t needed after all', () => {
  const played = [
    ...legOf(1, { HOM: 1, AWY: 0 }),
    ...secondLeg({ HOM: 2, AWY: 2 }),
    goal('away-7', 'L2 2H 94:20', { id: 'g1' }),
    fullTime('L2 2H 96:00'),
    kickOff('L2 ET1 90:00'),
    goal('away-9', 'L2 ET1 95:00', { id: 'g2' }),
  ];

  test('was needed as long as the goal stood', () => {
    expect(tie.after(...played).aggregate).toMatchObject({ leader: 'AWY', score: { HOM: 3, AWY: 4 } });
  });

  test('leaves the outcome of normal time, and keeps what was played', () => {
    const seen = tie.after(...played, retract('g1'));
    expect(seen.aggregate).toMatchObject({ score: { HOM: 3, AWY: 2 }, advancing: 'HOM', by: 'normal-time' });
    expect(seen.scoreboard).toMatchObject({ away: { score: 3 }, extraTime: { home: 0, away: 1 } });
    expect(seen.aggregate?.legs.leg2).toEqual({
      home: 'HOM',
      away: 'AWY',
      score: { HOM: 2, AWY: 2 },
      played: { HOM: 2, AWY: 3 },
    });
    expect(tie.after(...played).aggregate?.legs.leg2).toEqual({
      home: 'HOM',
      away: 'AWY',
      score: { HOM: 2, AWY: 4 },
    });
    expect(seen.timeline).toHaveProperty('g2');
    // The feed goes on with it, so the clock does too.
    expect(seen.clock).toMatchObject({ period: 'ET1', running: true });
    expect(
      tie.after(
        ...played,
        retract('g1'),
        periodEnd('L2 ET1 105:00'),
        kickOff('L2 ET2 105:00'),
        periodEnd('L2 ET2 120:00'),
      ).clock.period,
    ).toBe('FT');
  });
});

describe('a drawn match', () => {
  test('is over where it’s to be replayed', () => {
    const cup = playing(oneLeg({ regulations: { extraTime: 'none', ifLevel: 'replay' } }));
    const seen = cup.after(...firstHalf(), fullTime());
    expect(seen.clock.period).toBe('FT');
    expect(seen.result).toEqual({ status: 'provisional', level: true });
    expect(cup.after(...firstHalf(), fullTime(), ruling('replay-ordered')).result).toEqual({
      status: 'replay-ordered',
    });
  });

  test('is over where lots are drawn, and somebody goes through', () => {
    const naples = playing(oneLeg({ regulations: { ifLevel: 'lots' } }));
    const played = [...firstHalf(), fullTime(), kickOff('ET1 90:00'), kickOff('ET2 105:00'), periodEnd('ET2 120:00')];
    expect(naples.after(...played)).toMatchObject({ clock: { period: 'FT' }, result: { level: true } });
    expect(naples.after(...played, ruling('advances', { club: 'HOM' })).result).toEqual({
      status: 'provisional',
      winner: 'HOM',
      by: 'lots',
    });
  });

  test('in a tie may be settled by lot too', () => {
    const lots = playing(twoLegs({ regulations: { extraTime: 'none', ifLevel: 'lots' } }));
    const level = [...legOf(1, { HOM: 1, AWY: 0 }), ...legOf(2, { HOM: 0, AWY: 1 })];
    expect(lots.after(...level).aggregate).toMatchObject({ needs: 'lots' });
    const drawn = lots.after(...level, ruling('advances', { club: 'AWY' }));
    expect(drawn.aggregate).toMatchObject({ advancing: 'AWY', by: 'lots' });
    expect(drawn.aggregate).not.toHaveProperty('needs');
  });
});

describe('a ruling', () => {
  const won = [...firstHalf(), goal('home-9', '2H 60:00'), fullTime()];

  test('makes the result official', () => {
    expect(after(...won).result.status).toBe('provisional');
    expect(after(...won, ruling('confirmed')).result).toEqual({ status: 'official', winner: 'HOM', by: 'normal-time' });
  });

  test('may award a match, and what was played stays to be seen', () => {
    const seen = after(...won, ruling('awarded', { club: 'AWY' }));
    expect(seen.result).toEqual({ status: 'awarded', winner: 'AWY', by: 'ruling', score: { home: 0, away: 3 } });
    expect(seen.scoreboard).toMatchObject({ home: { score: 1 }, away: { score: 0 } });
    expect(seen.stats.HOM?.counted).toEqual({ shots: 1, shotsOnTarget: 1 });
  });

  test('doesn’t better a worse defeat', () => {
    const thrashed = [...firstHalf(), ...[50, 55, 60, 65, 70].map((minute) => goal('away-9', `2H ${minute}:00`))];
    expect(after(...thrashed, fullTime(), ruling('awarded', { club: 'AWY' })).result.score).toEqual({
      home: 0,
      away: 5,
    });
  });

  test('may award with a score of its own, or another competition’s forfeit', () => {
    const twoNil = ruling('awarded', { club: 'AWY', score: { home: 0, away: 2 } });
    expect(after(...won, twoNil).result).toMatchObject({ winner: 'AWY', score: { home: 0, away: 2 } });
    const cup = playing(oneLeg({ regulations: { forfeit: 2 } }));
    expect(cup.after(...won, ruling('awarded', { club: 'AWY' })).result.score).toEqual({ home: 0, away: 2 });
    expect(after(...won, ruling('awarded', { score: { home: 0, away: 3 } })).result.winner).toBe('AWY');
  });

  test('gives way to a later one, as of Serbia and Albania', () => {
    const seen = after(
      kickOff(),
      line('abandoned', '1H 42:00'),
      ruling('awarded', { club: 'HOM' }, 'FT 01:00'),
      ruling('awarded', { club: 'AWY' }, 'FT 02:00'),
    );
    expect(seen.result).toEqual({ status: 'awarded', winner: 'AWY', by: 'ruling', score: { home: 0, away: 3 } });
  });

  test('that confirms an award leaves it one', () => {
    const seen = after(...won, ruling('awarded', { club: 'AWY' }), ruling('confirmed', {}, 'FT 61:00'));
    expect(seen.result.status).toBe('awarded');
  });

  test('may set an award aside by confirming what was played', () => {
    const seen = after(
      ...won,
      ruling('awarded', { club: 'AWY' }),
      ruling('confirmed', { score: { home: 1, away: 0 } }, 'FT 61:00'),
    );
    expect(seen.result).toEqual({ status: 'official', winner: 'HOM', by: 'normal-time' });
  });

  test('lets the score at an abandonment stand', () => {
    const seen = after(
      ...firstHalf(),
      goal('away-9', '2H 60:00'),
      line('abandoned', '2H 82:00', { why: 'six men left' }),
      ruling('confirmed'),
    );
    expect(seen.result).toEqual({ status: 'official', winner: 'AWY', by: 'normal-time' });
  });

  test.each(['annulled', 'void', 'replay-ordered'] as const)('may say that a match counts no more: %s', (kind) => {
    const seen = after(kickOff(), line('abandoned', '1H 05:00'), ruling(kind));
    expect(seen.result).toEqual({ status: kind });
  });

  test('awards a match that was never played', () => {
    const seen = after(line('cancelled', 'pre 00:00'), ruling('awarded', { club: 'AWY' }));
    expect(seen.result).toMatchObject({ status: 'awarded', winner: 'AWY', score: { home: 0, away: 3 } });
    expect(seen.clock).toMatchObject({ period: 'pre', status: 'cancelled' });
  });

  test('can’t be undone by what a feed says later', () => {
    const seen = after(
      ...won,
      ruling('awarded', { club: 'AWY' }),
      line('snapshot', 'FT 70:00', { score: { home: 4, away: 0 } }),
    );
    expect(seen.result).toMatchObject({ status: 'awarded', winner: 'AWY' });
  });

  test('is taken back like any entry', () => {
    const seen = after(...won, ruling('awarded', { club: 'AWY', id: 'award' }), retract('award'));
    expect(seen.result).toEqual({ status: 'provisional', winner: 'HOM', by: 'normal-time' });
  });
});

describe('a ruling on a leg', () => {
  test('puts the awarded score into the aggregate, beside what was played', () => {
    const seen = tie.after(
      ...legOf(1, { HOM: 1, AWY: 0 }),
      kickOff('L2 1H 00:00'),
      line('abandoned', 'L2 2H 75:00'),
      ruling('awarded', { club: 'HOM' }),
    );
    expect(seen.aggregate).toEqual({
      score: { HOM: 4, AWY: 0 },
      legs: {
        leg1: { home: 'AWY', away: 'HOM', score: { AWY: 0, HOM: 1 } },
        leg2: { home: 'HOM', away: 'AWY', score: { HOM: 3, AWY: 0 }, played: { HOM: 0, AWY: 0 } },
      },
      level: false,
      leader: 'HOM',
      advancing: 'HOM',
      by: 'ruling',
    });
  });

  test('turned Legia’s 6–1 into Celtic’s away goals', () => {
    const legia = [...legOf(1, { HOM: 1, AWY: 4 }), ...legOf(2, { HOM: 0, AWY: 2 })];
    expect(awayGoals.after(...legia).aggregate).toMatchObject({ advancing: 'AWY', by: 'normal-time' });
    const seen = awayGoals.after(...legia, ruling('awarded', { club: 'HOM' }));
    expect(seen.aggregate).toMatchObject({ score: { HOM: 4, AWY: 4 }, advancing: 'HOM', by: 'away-goals' });
  });

  test('counts as a ruling where it turns the tie from the first leg', () => {
    const legs = [...legOf(1, { HOM: 2, AWY: 0 }), ...legOf(2, { HOM: 0, AWY: 1 })];
    expect(tie.after(...legs).aggregate).toMatchObject({ advancing: 'HOM', by: 'normal-time' });
    const seen = tie.after(...legs, ruling('awarded', { club: 'AWY' }, 'L1 FT 60:00'));
    expect(seen.aggregate).toMatchObject({ score: { HOM: 0, AWY: 4 }, advancing: 'AWY', by: 'ruling' });
  });

  test('that annuls it leaves nobody through, until a body names one', () => {
    const legs = [...legOf(1, { HOM: 2, AWY: 0 }), ...legOf(2, { HOM: 0, AWY: 1 }), ruling('void')];
    expect(tie.after(...legs).aggregate).not.toHaveProperty('advancing');
    const seen = tie.after(...legs, ruling('advances', { club: 'AWY' }, 'FT 61:00'));
    expect(seen.aggregate).toMatchObject({ advancing: 'AWY', by: 'ruling' });
  });

  test('that disqualifies a club sends the others through', () => {
    const legs = [...legOf(1, { HOM: 2, AWY: 0 }), ...legOf(2, { HOM: 0, AWY: 1 })];
    const seen = tie.after(...legs, ruling('disqualified', { club: 'HOM' }));
    expect(seen.aggregate).toMatchObject({ advancing: 'AWY', by: 'ruling' });
    expect(tie.after(...legs, ruling('disqualified', { club: 'XYZ' })).aggregate).toMatchObject({ by: 'normal-time' });
  });

  test('on a ban leaves the result alone', () => {
    const legs = [...legOf(1, { HOM: 2, AWY: 0 }), ...legOf(2, { HOM: 0, AWY: 1 })];
    const seen = tie.after(...legs, ruling('suspension', { person: 'home-4', matches: 1, id: 'ban' }));
    expect(seen.aggregate).toEqual(tie.after(...legs).aggregate);
    expect(seen.result).toEqual(tie.after(...legs).result);
  });
});

test('a provisional result is set aside by a correction of the score', () => {
  const played = [...firstHalf(), goal('home-9', '2H 60:00', { id: 'g1' }), fullTime()];
  expect(after(...played).result.winner).toBe('HOM');
  expect(after(...played, amend('g1', goal('away-9', '2H 60:00'))).result.winner).toBe('AWY');
  const level = after(...played, retract('g1'));
  expect(level).toMatchObject({ result: { status: 'none' }, clock: { period: 'ENT' } });
});
