import { describe, expect, test } from 'vitest';
import { contradictionsIn } from '../../src/match/regulations/contradictions.ts';
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

  const named = (name: string) => {
    const rules = REGULATIONS[name];
    if (rules === undefined) throw new Error(`no ${name}`);
    return rules;
  };

  test('give UEFA three changes until 2019/20, a fourth in extra time from 2018/19, and five since 2020/21', () => {
    const changes = ['2015-16', '2018-19', '2019-20', '2020-21', '2025-26'].map((season) => {
      const { normal, extraTime } = named(`uefa-champions-league-${season}`).substitutions;
      return [season, normal, extraTime];
    });
    expect(changes).toEqual([
      ['2015-16', 3, 0],
      ['2018-19', 3, 1],
      ['2019-20', 3, 1],
      ['2020-21', 5, 1],
      ['2025-26', 5, 1],
    ]);
  });

  test('count away goals in UEFA’s ties until 2020/21, and not since', () => {
    const seasons = Object.entries(REGULATIONS).filter(([name]) => name.startsWith('uefa-champions-league'));
    const counting = seasons.flatMap(([name, { awayGoals }]) => (awayGoals ? [name.slice(-7)] : []));
    expect(counting.sort()).toEqual(['2015-16', '2018-19', '2019-20', '2020-21']);
  });

  test('change with the Laws: cards for staff, cautions in the kicks, goalkeepers, encroachment, second touches', () => {
    const inForce = (season: string) => {
      const { staffCards, shootOut, penalties } = named(`uefa-champions-league-${season}`);
      return [staffCards, shootOut.carryCautions, shootOut.equateDuring, ...Object.values(penalties)];
    };
    expect(inForce('2015-16')).toEqual([false, true, false, 'any', '2016', 'offence']);
    expect(inForce('2018-19')).toEqual([false, true, true, 'any', '2016', 'offence']);
    expect(inForce('2019-20')).toEqual([true, true, true, 'any', '2016', 'offence']);
    expect(inForce('2020-21')).toEqual([true, false, true, 'any', '2020', 'offence']);
    expect(inForce('2024-25')).toEqual([true, false, true, 'impact', '2020', 'offence']);
    expect(inForce('2025-26')).toEqual([true, false, true, 'impact', '2020', 'retake-if-scored']);
  });

  test.each([
    ['uefa-euro-1996', 'golden', 'shoot-out'],
    ['fifa-world-cup-1998', 'golden', 'shoot-out'],
    ['uefa-euro-2004', 'silver', 'shoot-out'],
    ['uefa-euro-1968', 'full', 'lots'],
    ['uefa-euro-1968-final', 'full', 'replay'],
    ['domestic-cup', 'full', 'shoot-out'],
    ['domestic-cup-replay', 'none', 'replay'],
    ['domestic-league', 'none', 'draw'],
    ['fifa-world-cup-group', 'none', 'draw'],
    ['uefa-euro-group', 'none', 'draw'],
    ['uefa-champions-league-2026-27-league-phase', 'none', 'draw'],
  ])('of %s have extra time: %s, and then: %s', (name, extraTime, ifLevel) => {
    expect(named(name)).toMatchObject({ extraTime, ifLevel });
  });

  test('have names of their own, and nothing in them contradicts itself', () => {
    const sets = Object.values(REGULATIONS);
    expect(new Set(sets.map(({ name }) => name)).size).toBe(sets.length);
    // What a set doesn't play may still be described: only who writes it down is told.
    expect(
      sets.flatMap((rules) => contradictionsIn(rules).filter(({ fields }) => fields[0]?.[0] === 'extraTime')),
    ).toEqual([]);
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
