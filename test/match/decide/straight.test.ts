import { describe, expect, test } from 'vitest';
import { goal, kickOff, line, ownGoal } from '../../support/story.ts';
import { breaches, refusal } from './judged.ts';

const thrown = [kickOff(), line('throw-in', '1H 10:00', { by: 'home-2' })];
const STRAIGHT = ['goal-straight-from-the-restart'];

describe('Law 15: nobody scores with a throw-in', () => {
  test('neither against the others nor against himself', () => {
    expect(breaches(...thrown, goal('home-2', '1H 10:01'))).toEqual(STRAIGHT);
    expect(breaches(...thrown, ownGoal('home-2', '1H 10:01'))).toEqual(STRAIGHT);
    expect(refusal(...thrown, goal('home-2', '1H 10:01'))).toBe(STRAIGHT[0]);
  });

  test('whoever else has touched the ball has, and a log may leave that out', () => {
    expect(breaches(...thrown, goal('home-9', '1H 10:01'))).toEqual([]);
    expect(breaches(...thrown, ownGoal('away-1', '1H 10:01'))).toEqual([]);
    expect(breaches(...thrown, goal('home-2', '1H 10:01', { assist: 'home-9' }))).toEqual([]);
    expect(breaches(...thrown, line('touch', '1H 10:01', { by: 'home-9' }), goal('home-2', '1H 10:01'))).toEqual([]);
    expect(breaches(...thrown, goal('home-2', '1H 10:04'))).toEqual([]);
  });
});

test('Law 13: a free kick or a goal kick may go into the goal of the others, not into one’s own', () => {
  for (const type of ['free-kick', 'goal-kick'] as const) {
    const taken = [kickOff(), line(type, '1H 10:00', { by: 'home-1' })];
    expect(breaches(...taken, goal('home-1', '1H 10:01'))).toEqual([]);
    expect(breaches(...taken, ownGoal('home-1', '1H 10:01'))).toEqual(STRAIGHT);
  }
});

test('what has been told of since ends it, a whistle and the other half too', () => {
  expect(breaches(...thrown, line('shot', '1H 10:01', { by: 'home-9' }), goal('home-2', '1H 10:01'))).toEqual([]);
  const late = [kickOff(), line('throw-in', '1H 45:00', { by: 'home-2' }), line('half-time', '1H 45:00')];
  expect(breaches(...late, goal('home-2', '2H 45:00'))).toEqual([]);
});
