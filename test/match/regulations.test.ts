import { describe, expect, test } from 'vitest';
import { DEFAULT_REGULATIONS, REGULATIONS, regulationsOf } from '../../src/match/regulations/regulations.ts';

describe('regulations', () => {
  test('are those of the Champions League of 2025/26 unless somebody says otherwise', () => {
    const rules = regulationsOf(undefined);
    expect(rules).toBe(REGULATIONS[DEFAULT_REGULATIONS]);
    expect(rules).toMatchObject({
      extraTime: 'full',
      ifLevel: 'shoot-out',
      awayGoals: false,
      substitutions: { normal: 5, windows: 3, extraTime: 1, extraTimeWindows: 1 },
      bench: 12,
      minPlayers: 7,
      forfeit: 3,
    });
    expect(rules.var.categories).toEqual(['goal', 'penalty', 'direct-red', 'mistaken-identity']);
  });

  test('of the last season with away goals have them', () => {
    expect(regulationsOf('uefa-champions-league-2020-21').awayGoals).toBe(true);
  });

  test('let second yellows be reviewed from 2026/27 on', () => {
    expect(regulationsOf('uefa-champions-league-2026-27').var.categories).toContain('second-yellow');
  });

  test('of one’s own start from a set and change a field, within a group too', () => {
    const rules = regulationsOf({ base: 'domestic-league', substitutions: { normal: 3 } });
    expect(rules).toMatchObject({ name: 'Domestic league', ifLevel: 'draw', substitutions: { normal: 3, windows: 3 } });
    expect(REGULATIONS['domestic-league']?.substitutions.normal).toBe(5);
  });

  test('start from the default without a base', () => {
    expect(regulationsOf({ extraTime: 'none' })).toMatchObject({ extraTime: 'none', ifLevel: 'shoot-out' });
  });

  test('that nobody knows are the default, since a fold never throws', () => {
    expect(regulationsOf('sunday-league')).toBe(REGULATIONS[DEFAULT_REGULATIONS]);
  });
});
