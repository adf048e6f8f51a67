import { describe, expect, test } from 'vitest';
import { runningScores } from '../../src/match/laws/goals.ts';
import {
  after,
  amend,
  awarded,
  firstHalf,
  fullTime,
  goal,
  halfTime,
  kickOff,
  legOf,
  line,
  oneLeg,
  ownGoal,
  penalty,
  periodEnd,
  playing,
  retract,
  ruling,
  twoLegs,
} from '../support/story.ts';

/** `1–0` */
const score = ({ scoreboard: { home, away } }: ReturnType<typeof after>): string => `${home.score}–${away.score}`;

describe('a goal', () => {
  test('counts for the club of its scorer', () => {
    expect(score(after(kickOff(), goal('home-9', '1H 10:00'), goal('away-9', '1H 20:00')))).toBe('1–1');
  });

  test('counts for the club that is given, whoever scored it', () => {
    expect(score(after(kickOff(), line('goal', '1H 10:00', { club: 'AWY' })))).toBe('0–1');
    expect(score(after(kickOff(), line('goal', '1H 10:00', { club: 'HOM', by: 'somebody' })))).toBe('1–0');
  });

  test('of nobody’s club can’t be counted', () => {
    expect(score(after(kickOff(), goal('somebody', '1H 10:00')))).toBe('0–0');
    expect(score(after(kickOff(), line('goal', '1H 10:00', { club: 'XYZ' })))).toBe('0–0');
  });

  test('in his own net counts for the opponents, once', () => {
    const seen = after(kickOff(), ownGoal('away-5', '1H 30:00', { id: 'g1' }));
    expect(score(seen)).toBe('1–0');
    expect(seen.timeline.g1).toMatchObject({ club: 'HOM', person: 'away-5', own: true });
    expect(seen.stats.AWY?.counted).toEqual({ ownGoals: 1 });
    expect(seen.stats.HOM?.counted).toEqual({});
    expect(score(after(kickOff(), ownGoal('away-5', '1H 30:00', { club: 'HOM' })))).toBe('1–0');
  });

  test('that is only reported as possible counts for nothing until it is confirmed', () => {
    const possible = [kickOff(), goal('home-9', '1H 10:00', { id: 'g1', tentative: true })];
    expect(score(after(...possible))).toBe('0–0');
    expect(after(...possible).timeline.g1).not.toHaveProperty('score');
    expect(score(after(...possible, amend('g1', goal('home-9', '1H 10:00'))))).toBe('1–0');
    expect(score(after(...possible, retract('g1')))).toBe('0–0');
  });

  test('of the first half stands in the half-time score', () => {
    const seen = after(
      kickOff(),
      goal('home-9', '1H 48:30'),
      halfTime('1H 48:40'),
      kickOff('2H 45:00'),
      goal('away-9', '2H 45:20'),
    );
    expect(seen.scoreboard.halfTime).toEqual({ home: 1, away: 0 });
    expect(Object.values(seen.timeline).flatMap(({ kind, label }) => (kind === 'goal' ? [label] : []))).toEqual([
      "45+4'",
      "46'",
    ]);
  });

  test('moved across half-time leaves the half-time score, and no other', () => {
    const told = [kickOff(), goal('home-9', '1H 45:20', { id: 'g1' }), halfTime('1H 46:00'), kickOff('2H 45:00')];
    const seen = after(...told, amend('g1', goal('home-9', '2H 45:20')));
    expect(seen.scoreboard).toMatchObject({ home: { score: 1 }, halfTime: { home: 0, away: 0 } });
  });

  test('in extra time is counted apart, and in the match', () => {
    const seen = after(
      ...firstHalf(),
      goal('home-9', '2H 50:00'),
      goal('away-9', '2H 60:00'),
      fullTime(),
      kickOff('ET1 90:00'),
      goal('away-9', 'ET1 97:53'),
      periodEnd('ET1 105:00'),
    );
    expect(seen.scoreboard).toMatchObject({
      home: { score: 1 },
      away: { score: 2 },
      normalTime: { home: 1, away: 1 },
      extraTime: { home: 0, away: 1 },
    });
  });
});

describe('a goal that is corrected', () => {
  const told = [kickOff(), goal('away-9', '1H 30:00', { id: 'g1' })];

  test('changes sides in one step', () => {
    const { seenAt } = playing(oneLeg()).tell(...told, amend('g1', goal('home-9', '1H 30:00')));
    expect([2, 3].map((cursor) => score(seenAt(cursor)))).toEqual(['0–1', '1–0']);
  });

  test('leaves the score when it is taken back, and later ones count from there', () => {
    const seen = after(...told, goal('away-10', '1H 40:00', { id: 'g2' }), retract('g1'));
    expect(score(seen)).toBe('0–1');
    expect(seen.timeline.g2?.score).toEqual({ home: 0, away: 1 });
  });

  test('and sent again is as if nothing had happened', () => {
    const again = after(...told, retract('g1'), goal('away-9', '1H 30:00', { id: 'g1' }));
    expect(again.scoreboard).toEqual(after(...told).scoreboard);
    expect(again.stats).toEqual(after(...told).stats);
  });
});

describe('a goal that is given to another scorer by a ruling', () => {
  const { seenAt, state } = playing(oneLeg()).tell(
    ...firstHalf(),
    goal('away-30', '2H 64:10', { id: 'g1', club: 'AWY', assist: 'away-8' }),
    amend('g1', ownGoal('home-3', '2H 64:10', { club: 'AWY' })),
    fullTime(),
    ruling('goal-reattributed', { of: 'g1', person: 'away-5', id: 'ruling' }),
  );

  test('goes on counting for the same club', () => {
    expect([4, 5, 6, 7].map((cursor) => score(seenAt(cursor)))).toEqual(['0–1', '0–1', '0–1', '0–1']);
  });

  test('names the latest, and says who was named before', () => {
    expect(seenAt(6).timeline.g1).toMatchObject({ person: 'home-3', own: true });
    expect(seenAt(7).timeline.g1).toMatchObject({
      person: 'away-5',
      corrected: { by: 'ruling', was: { person: 'home-3', label: "65'" } },
    });
    expect(seenAt(7).timeline.g1).not.toHaveProperty('own');
    expect([...state.goals][0]).toMatchObject({ by: 'away-5', own: false, club: 'AWY' });
  });
});

describe('a source that tells the score without the goals', () => {
  const outage = [kickOff(), goal('home-9', '1H 10:00', { id: 'g1' }), halfTime(), kickOff('2H 45:00')];
  const snapshot = line('snapshot', '2H 75:00', { score: { home: 2, away: 1 } });

  test('is believed at once', () => {
    const seen = after(...outage, snapshot);
    expect(score(seen)).toBe('2–1');
    expect(seen.scoreboard.halfTime).toEqual({ home: 1, away: 0 });
  });

  test('isn’t added to the goals that arrive late', () => {
    const seen = after(...outage, snapshot, goal('home-10', '2H 60:00'), goal('away-9', '2H 70:00', { id: 'g3' }));
    expect(score(seen)).toBe('2–1');
    expect(seen.timeline.g3?.score).toEqual({ home: 2, away: 1 });
  });

  test('is made whole by a goal that says which one it is, even if it is timed later', () => {
    const seen = after(...outage, snapshot, goal('home-10', '2H 76:00', { running: { home: 2, away: 1 } }));
    expect(score(seen)).toBe('2–1');
    expect(score(after(...outage, snapshot, goal('home-10', '2H 76:00')))).toBe('3–1');
  });

  test('after the last whistle tells of goals in normal time', () => {
    const seen = after(...outage, fullTime(), line('snapshot', 'FT 01:00', { score: { home: 2, away: 0 } }));
    expect(seen.result).toEqual({ status: 'provisional', winner: 'HOM', by: 'normal-time' });
    expect(seen.scoreboard).not.toHaveProperty('extraTime');
  });

  test('may have taken a goal back before the review did', () => {
    const seen = after(
      ...outage,
      goal('away-9', '2H 50:00', { id: 'g2' }),
      line('snapshot', '2H 51:00', { score: { home: 1, away: 0 } }),
      line('goal-disallowed', '2H 52:00', { of: 'g2', for: 'offside' }),
    );
    expect(score(seen)).toBe('1–0');
    expect(score(after(...outage, line('snapshot', '2H 51:00', { score: { home: 0, away: 0 } })))).toBe('0–0');
  });

  test('leaves the running scores of the goals right', () => {
    const { state } = playing(oneLeg()).tell(...outage, snapshot, goal('away-9', '2H 80:00', { id: 'g4' }));
    expect(runningScores(state).get('g4')).toEqual({ home: 2, away: 2 });
  });
});

describe('a penalty', () => {
  const given = [kickOff(), awarded('HOM', '1H 30:00', { id: 'a1' })];

  test('doesn’t count; the goal that names it does', () => {
    const kicked = [...given, penalty('home-9', 'scored', '1H 31:00', { id: 'p1', award: 'a1' })];
    expect(score(after(...kicked))).toBe('0–0');
    const seen = after(...kicked, goal('home-9', '1H 31:00', { penalty: 'p1' }));
    expect(score(seen)).toBe('1–0');
    expect(seen.stats.HOM?.counted).toEqual({ shots: 1, shotsOnTarget: 1, penalties: 1 });
  });

  test('that is saved may be followed by a goal from the rebound', () => {
    const seen = after(
      ...given,
      penalty('home-9', 'saved', '1H 31:10', { id: 'p1', award: 'a1' }),
      goal('home-9', '1H 31:12', { id: 'g1', from: 'rebound' }),
    );
    expect(score(seen)).toBe('1–0');
    expect(seen.timeline.g1?.label).toBe("32'");
    expect(seen.stats.HOM?.counted).toEqual({ shots: 2, shotsOnTarget: 2, penalties: 1 });
  });

  test('that is taken again takes its goal with it', () => {
    const retaken = [
      ...given,
      penalty('home-9', 'scored', '1H 31:00', { id: 'p1', award: 'a1' }),
      goal('home-9', '1H 31:00', { id: 'g1', penalty: 'p1' }),
      line('retake', '1H 31:20', { of: 'p1', why: 'touched twice' }),
    ];
    expect(score(after(...retaken))).toBe('0–0');
    const seen = after(...retaken, penalty('home-9', 'saved', '1H 33:00', { id: 'p2', award: 'a1' }));
    expect(score(seen)).toBe('0–0');
    expect(seen.stats.HOM?.counted).toEqual({ shots: 1, shotsOnTarget: 1, penalties: 1 });
    expect(seen.timeline.g1?.supersededBy).toBe('e5');
  });

  test('may be taken again by another man, and only his kick is in the record', () => {
    const seen = after(
      ...given,
      penalty('home-9', 'saved', '1H 31:00', { id: 'p1', award: 'a1' }),
      line('retake', '1H 31:20', { of: 'p1', why: 'goalkeeper off his line' }),
      penalty('home-10', 'scored', '1H 32:30', { id: 'p2', award: 'a1' }),
      goal('home-10', '1H 32:30', { penalty: 'p2' }),
    );
    expect(score(seen)).toBe('1–0');
    expect(seen.stats.HOM?.counted).toEqual({ shots: 1, shotsOnTarget: 1, penalties: 1 });
  });

  test('a retake that names the goal is of its kick', () => {
    const seen = after(
      ...given,
      penalty('home-9', 'scored', '1H 31:00', { id: 'p1', award: 'a1' }),
      goal('home-9', '1H 31:00', { id: 'g1', penalty: 'p1' }),
      line('retake', '1H 31:20', { of: 'g1' }),
    );
    expect(score(seen)).toBe('0–0');
    expect(seen.stats.HOM?.counted).toEqual({});
  });
});

describe('a goal that is disallowed by the referee', () => {
  test('leaves the score, and stays to be seen', () => {
    const seen = after(
      kickOff(),
      goal('home-9', '1H 10:00', { id: 'g1' }),
      line('goal-disallowed', '1H 10:10', { of: 'g1', for: 'offside', id: 'd1' }),
    );
    expect(score(seen)).toBe('0–0');
    expect(seen.timeline.g1).toMatchObject({ kind: 'goal', supersededBy: 'd1' });
    expect(seen.stats.HOM?.counted).toEqual({});
  });

  test('was never in it if nobody had given it', () => {
    expect(score(after(kickOff(), line('goal-disallowed', '1H 10:10', { by: 'home-9', for: 'offside' })))).toBe('0–0');
  });
});

test('the goals of the first leg stay there', () => {
  const seen = playing(twoLegs()).after(
    ...legOf(1, { HOM: 0, AWY: 2 }),
    kickOff('L2 1H 00:00'),
    goal('home-9', '1H 05:00'),
  );
  expect(score(seen)).toBe('1–0');
  expect(seen.aggregate).toEqual({
    score: { HOM: 1, AWY: 2 },
    legs: {
      leg1: { home: 'AWY', away: 'HOM', score: { AWY: 2, HOM: 0 } },
      leg2: { home: 'HOM', away: 'AWY', score: { HOM: 1, AWY: 0 } },
    },
    level: false,
    leader: 'AWY',
    asItStands: { advancing: 'AWY', by: 'normal-time' },
  });
});
