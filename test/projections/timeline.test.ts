import { describe, expect, test } from 'vitest';
import { isKey, isTold } from '../../src/projections/timeline.ts';
import {
  after,
  amend,
  caution,
  change,
  check,
  firstHalf,
  goal,
  kickOff,
  legOf,
  line,
  oneLeg,
  playing,
  red,
  retract,
  secondYellow,
  twoLegs,
  verdict,
} from '../support/story.ts';

describe('an item', () => {
  test('says when, what, who, and the score after a goal', () => {
    const seen = after(...firstHalf(), goal('home-9', '2H 97:53', { id: 'g5', assist: 'home-10', order: 3 }));
    expect(seen.timeline.g5).toEqual({
      order: 4,
      at: { leg: 1, period: '2H', elapsed: 3_173_000, order: 3 },
      label: "90+8'",
      kind: 'goal',
      club: 'HOM',
      person: 'home-9',
      other: 'home-10',
      score: { home: 1, away: 0 },
      key: true,
    });
  });

  test('of a change names both men', () => {
    expect(after(kickOff(), change('home-9', 'home-19', '1H 30:00', { id: 's1' })).timeline.s1).toMatchObject({
      kind: 'substitution',
      club: 'HOM',
      person: 'home-19',
      other: 'home-9',
    });
  });

  test('of the feed’s own words has the words', () => {
    const seen = after(kickOff(), line('note', '1H 05:00', { text: 'Rain.', id: 'n1' }));
    expect(seen.timeline.n1).toMatchObject({ kind: 'note', text: 'Rain.' });
  });

  test('isn’t made of what feeds the statistics alone', () => {
    const seen = after(
      kickOff(),
      line('touch', '1H 05:00', { by: 'home-4' }),
      line('throw-in', '1H 06:00', { club: 'HOM' }),
      line('statistics', '1H 07:00', { clubs: {} }),
    );
    expect(Object.keys(seen.timeline)).toEqual(['e1']);
    expect([isTold('goal'), isTold('touch')]).toEqual([true, false]);
  });

  test('holds both legs', () => {
    const seen = playing(twoLegs()).after(...legOf(1, { HOM: 1, AWY: 0 }), kickOff('L2 1H 00:00'));
    expect(Object.values(seen.timeline).map(({ at }) => at.leg)).toEqual([1, 1, 1, 1, 1, 2]);
  });
});

describe('key moments', () => {
  test('are goals, reds, penalties, reviews, whistles, and a caution only if it sends him off', () => {
    const seen = after(
      kickOff(),
      caution('home-4', '1H 10:00', { id: 'y1' }),
      caution('home-4', '1H 20:00', { id: 'y2' }),
      caution('away-4', '1H 21:00', { id: 'y3' }),
      secondYellow('away-4', '1H 40:00', { id: 'y4' }),
    );
    const key = Object.entries(seen.timeline).flatMap(([id, item]) => (item.key ? [id] : []));
    expect(key).toEqual(['e1', 'y2', 'y4']);
  });

  test('are the kick-offs of the halves, not those after goals', () => {
    const at = { leg: 1, period: '1H' } as const;
    expect(isKey({ type: 'kick-off', at: { ...at, elapsed: 0 } })).toBe(true);
    expect(isKey({ type: 'kick-off', at: { ...at, elapsed: 1000 } })).toBe(false);
  });

  test('are penalties that weren’t scored: of the others the goal is told', () => {
    const at = { leg: 1, period: '1H', elapsed: 0 } as const;
    expect(isKey({ type: 'penalty', at, outcome: 'saved' })).toBe(true);
    expect(isKey({ type: 'penalty', at, outcome: 'scored' })).toBe(false);
  });

  test('are decisions of the video assistant that mean something', () => {
    const at = { leg: 1, period: '1H', elapsed: 0 } as const;
    expect(isKey({ type: 'var-decision', at, of: 'r1', outcome: 'upheld' })).toBe(true);
    expect(isKey({ type: 'var-decision', at, of: 'r1', outcome: 'confirmed' })).toBe(false);
  });
});

describe('what was shown never vanishes', () => {
  test('a retracted goal stays, marked, with the retraction beside it', () => {
    const seen = after(kickOff(), goal('home-9', '1H 10:00', { id: 'g1' }), retract('g1', 'offside all along'));
    expect(seen.timeline.g1).toMatchObject({ kind: 'goal', retractedBy: 'e3' });
    expect(seen.timeline.e3).toEqual({
      order: 3,
      at: { leg: 1, period: '1H', elapsed: 600_000 },
      label: "11'",
      kind: 'retraction',
      of: 'g1',
      text: 'offside all along',
      club: 'HOM',
      person: 'home-9',
      received: expect.stringMatching(/^2026-02-25T/),
      key: true,
    });
  });

  test('an amended card says what it was, and by which entry it changed', () => {
    const seen = after(
      kickOff(),
      line('red', '1H 20:00', { person: 'home-coach', id: 'red3' }),
      amend('red3', red('away-14', '1H 20:00')),
    );
    expect(seen.timeline.red3).toMatchObject({
      club: 'AWY',
      person: 'away-14',
      corrected: { by: 'e3', was: { label: "21'", kind: 'red', club: 'HOM', person: 'home-coach' } },
    });
    expect(seen.timeline.e3).toMatchObject({ kind: 'amendment', of: 'red3' });
  });

  test('an overturned goal names the decision that took its place, until that is taken back', () => {
    const overturned = [
      kickOff(),
      goal('home-9', '1H 10:00', { id: 'g1' }),
      check('g1', '1H 10:20', { id: 'r1' }),
      verdict('r1', 'overturned', '1H 11:00', { id: 'v1' }),
    ];
    expect(after(...overturned).timeline.g1?.supersededBy).toBe('v1');
    expect(after(...overturned, retract('v1')).timeline.g1).not.toHaveProperty('supersededBy');
  });

  test('a goal that comes late puts the scores of those after it right', () => {
    const seen = after(kickOff(), goal('home-9', '1H 30:00', { id: 'g2' }), goal('away-9', '1H 10:00', { id: 'g1' }));
    expect(seen.timeline.g1).toMatchObject({ score: { home: 0, away: 1 }, received: expect.any(String) });
    expect(seen.timeline.g2?.score).toEqual({ home: 1, away: 1 });
    expect(seen.timeline.g2).not.toHaveProperty('received');
  });
});

describe('what isn’t believed', () => {
  test('a second row of the same is shown as what it most likely is, without a score', () => {
    const seen = after(kickOff(), goal('home-9', '1H 30:00', { id: 'g1' }), goal('home-9', '1H 30:00', { id: 'g2' }));
    expect(seen.timeline.g2).toMatchObject({ kind: 'goal', status: 'suspected-duplicate' });
    expect(seen.timeline.g2).not.toHaveProperty('score');
    expect(seen.scoreboard.home.score).toBe(1);
  });

  test('a known id with another content is a conflict, under a name of its own', () => {
    const seen = after(kickOff(), goal('home-9', '1H 30:00', { id: 'g1' }), goal('away-9', '1H 31:00', { id: 'g1' }));
    expect(seen.timeline.e3).toMatchObject({ kind: 'goal', status: 'conflict', of: 'g1', club: 'AWY' });
    expect(seen.timeline.g1).toMatchObject({ club: 'HOM' });
  });

  test('what names an entry that isn’t there waits for it', () => {
    const waiting = [kickOff(), check('g1', '1H 30:20', { id: 'r1' })];
    expect(after(...waiting).timeline.r1?.status).toBe('parked');
    expect(after(...waiting).var.status).toBe('idle');
    const seen = after(...waiting, goal('home-9', '1H 30:00', { id: 'g1' }));
    expect(seen.timeline.r1).not.toHaveProperty('status');
    expect(seen.var.status).toBe('checking');
  });

  test('a correction of what nobody sent waits too', () => {
    const seen = after(kickOff(), retract('g1'));
    expect(seen.timeline.e2).toMatchObject({ kind: 'retraction', of: 'g1', status: 'unknown-subject' });
  });
});

test('an entry that tells nothing new leaves the view as it was', () => {
  const { shown } = playing(oneLeg()).tell(kickOff(), line('throw-in', '1H 06:00', { club: 'HOM' }));
  expect(shown[2]?.timeline).toBe(shown[1]?.timeline);
});
