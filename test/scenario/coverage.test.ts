import { describe, expect, test } from 'vitest';
import { COVERABLE, COVERAGE_GROUPS, coverageOf, together } from '../../src/scenario/coverage.ts';
import { play } from '../../src/scenario/run.ts';
import { file, scenario } from './given.ts';

const covered = (lines: readonly string[], before = '') => coverageOf(play(scenario(file(lines, before)).recording));

describe('what a match exercises', () => {
  test('is told by its events, amended ones included, and the periods that it went through', () => {
    const seen = covered([
      '{ at: 1H 00:00, kick-off: home }',
      '{ at: 1H 20:00, goal: home 9, id: g1 }',
      '{ amend: { of: g1, goal: home 10 } }',
      '{ at: 1H 47:00, half-time: }',
      '{ at: 2H 45:00, kick-off: away }',
      '{ at: 2H 60:00, suspended: floodlights }',
      '{ at: 2H 60:00, resumed: }',
      '{ at: 2H 94:00, full-time: }',
    ]);
    expect(seen.events).toEqual({ 'kick-off': 2, goal: 2, 'half-time': 1, suspended: 1, resumed: 1, 'full-time': 1 });
    expect(seen.phases).toEqual({ '1H': 1, HT: 1, '2H': 2, suspended: 1, FT: 1 });
    expect(seen.transitions).toEqual({
      'pre → 1H': 1,
      '1H → HT': 1,
      'HT → 2H': 1,
      'play → suspended': 1,
      'suspended → play': 1,
      '2H → FT': 1,
    });
  });

  test('is told by its reviews, how each was made and how it ended', () => {
    const seen = covered([
      '{ at: 1H 20:00, goal: home 9, id: g1 }',
      '{ at: 1H 20:30, var-check: { of: g1, category: goal }, id: r1 }',
      '{ at: 1H 21:00, var-decision: { of: r1, outcome: confirmed } }',
      '{ at: 1H 30:00, red: home 4, id: c1 }',
      '{ at: 1H 30:10, var-check: { of: c1, category: direct-red }, id: r2 }',
      '{ at: 1H 31:00, var-review: { of: r2, kind: on-field } }',
    ]);
    expect([seen['VAR reviews'], seen['VAR categories'], seen['VAR outcomes']]).toEqual([
      { check: 1, 'on-field': 1 },
      { goal: 1, 'direct-red': 1 },
      { confirmed: 1 },
    ]);
  });

  test('is told by its corrections, and by what each of them changed', () => {
    const seen = covered([
      '{ at: 1H 20:00, goal: home 9, id: g1 }',
      '{ amend: { of: g1, at: 1H 19:00, goal: home 10 } }',
      '{ amend: { of: g1, goal: away 10 } }',
      '{ amend: { of: g1, goal: { by: away 10, bodyPart: head } } }',
      '{ retract: { of: g1 } }',
      '{ amend: { of: g1, goal: away 9 } }',
      '{ at: 1H 18:00, corner: home, received: 1H 25:00 }',
      '{ at: 1H 18:00, corner: home, id: e7 }',
      '{ retract: { of: nothing }, irregular: unknown-entry }',
    ]);
    expect(seen.corrections).toEqual({
      'amended time': 1,
      'amended person': 2,
      'amended club': 1,
      'amended otherwise': 1,
      retracted: 1,
      'believed again': 1,
      late: 1,
      duplicate: 1,
      'unknown-subject': 1,
    });
  });
});

test('a scenario exercises the breaches in its log, those that a correction brings about, and what it attempts in vain', () => {
  const { recording, checks } = scenario(
    file([
      '{ at: 1H 00:00, kick-off: home }',
      '{ at: 1H 44:00, half-time: , irregular: early-whistle }',
      '{ at: 2H 60:00, caution: home 4 }',
      '{ at: 2H 70:00, substitution: { off: home 4, on: home 15 } }',
      '{ at: 2H 55:00, caution: home 4, received: 2H 80:00 }',
      '{ at: 2H 81:00, attempt: { goal: home 4 }, refused: already-substituted }',
    ]),
  );
  const seen = coverageOf(play(recording), checks);
  expect(seen.breaches).toEqual({ 'early-whistle': 1, 'dismissal-not-applied': 1 });
  expect(seen.refusals).toEqual({ 'already-substituted': 1 });
});

test('matches together exercise what each of them does', () => {
  const goal = covered(['{ at: 1H 20:00, goal: home 9 }']);
  const corner = covered(['{ at: 1H 20:00, corner: home }', '{ at: 1H 21:00, goal: home 9 }']);
  expect(together([goal, corner]).events).toEqual({ goal: 2, corner: 1 });
  expect(together([]).events).toEqual({});
});

test('each event, period and kind of review can be exercised', () => {
  expect(COVERAGE_GROUPS.map((group) => COVERABLE[group].length)).toEqual([61, 16, 20, 5, 3, 7, 13, 75, 85]);
});
