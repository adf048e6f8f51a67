import { describe, expect, test } from 'vitest';
import { file, problems } from './given.ts';

const wrongWith = (regulations: string): string[] =>
  problems(file(['{ at: 1H 00:00, kick-off: home }'], `regulations: ${regulations}`));

describe('overrides that contradict one another are named where they stand', () => {
  test.each([
    [
      '{ base: domestic-league, ifLevel: draw, extraTime: golden }',
      '2:65 extraTime is golden, and nobody needs to win: ifLevel is draw',
    ],
    ['{ awayGoalsInET: true }', '2:31 awayGoalsInET is true, and away goals count for nothing: awayGoals is false'],
    [
      '{ base: domestic-league, shootOut: { order: ABBA } }',
      '2:58 shootOut says how kicks are taken, and there are none: ifLevel is draw',
    ],
    [
      '{ var: { enabled: false, categories: [goal] } }',
      '2:51 var.categories says what VAR may look at, and there is none: var.enabled is false',
    ],
    [
      '{ substitutions: { normal: 3, windows: 4 } }',
      '2:53 substitutions.windows is 4, and there are no more than 3 changes to make in them',
    ],
    ['{ minPlayers: 12 }', '2:28 minPlayers is 12; a side has from one to eleven on the pitch'],
    [
      '{ base: domestic-cup-replay, substitutions: { extraTime: 1 } }',
      '2:71 substitutions.extraTime is 1, and there is no extra time: extraTime is none',
    ],
  ])('%s', (regulations, complaint) => {
    expect(wrongWith(regulations)).toEqual([complaint]);
  });

  test('on lines of their own, each at its own', () => {
    const regulations = '\n  base: domestic-league\n  extraTime: full\n  shootOut:\n    kicks: 3';
    expect(wrongWith(regulations)).toEqual([
      '4:14 extraTime is full, and nobody needs to win: ifLevel is draw',
      '6:12 shootOut says how kicks are taken, and there are none: ifLevel is draw',
    ]);
  });

  test.each([
    '{ base: domestic-league, extraTime: full, ifLevel: shoot-out, shootOut: { order: ABBA } }',
    '{ var: { enabled: false } }',
    '{ substitutions: { normal: 2 } }',
    '{ awayGoals: true, awayGoalsInET: true }',
  ])('%s is none', (regulations) => {
    expect(wrongWith(regulations)).toEqual([]);
  });
});
