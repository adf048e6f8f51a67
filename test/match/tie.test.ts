import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type LegScore, resolveTie, type Score } from '../../src/match/laws/tie.ts';

const AWAY_GOALS = 'uefa-champions-league-2020-21';

/** Ajax and Tottenham: the first leg in London, the second in Amsterdam. */
const legs = (first: Score, second: Score, extraTime?: Score): [LegScore, LegScore] => [
  { home: 'TOT', away: 'AJA', score: first },
  { home: 'AJA', away: 'TOT', score: second, ...(extraTime === undefined ? {} : { extraTime }) },
];
const to = (home: number, away: number): Score => ({ home, away });

describe('who goes through', () => {
  test('whoever has more goals over both legs, by club and not by column', () => {
    expect(resolveTie({ legs: legs(to(2, 0), to(4, 1)) })).toEqual({
      aggregate: { TOT: 3, AJA: 4 },
      advancing: 'AJA',
      by: 'normal-time',
    });
  });

  test('a tie that is level needs extra time, though the second leg was won', () => {
    expect(resolveTie({ legs: legs(to(2, 0), to(3, 1)) })).toEqual({
      aggregate: { TOT: 3, AJA: 3 },
      needs: 'extra-time',
    });
  });

  test('a goal in extra time counts in the aggregate', () => {
    expect(resolveTie({ legs: legs(to(2, 0), to(3, 1), to(1, 0)) })).toEqual({
      aggregate: { TOT: 3, AJA: 4 },
      advancing: 'AJA',
      by: 'extra-time',
    });
  });

  test('level after extra time, it takes kicks', () => {
    expect(resolveTie({ legs: legs(to(2, 0), to(3, 1), to(1, 1)) })).toMatchObject({ needs: 'shoot-out' });
  });

  test('kicks decide and are no goals', () => {
    expect(
      resolveTie({
        regulations: 'uefa-champions-league-2025-26',
        legs: [
          { home: 'LYO', away: 'APO', score: to(1, 0) },
          { home: 'APO', away: 'LYO', score: to(1, 0), extraTime: to(0, 0) },
        ],
        shootout: to(4, 3),
      }),
    ).toEqual({ aggregate: { LYO: 1, APO: 1 }, advancing: 'APO', by: 'shoot-out' });
  });

  test('a shoot-out that is level decides nothing yet', () => {
    expect(resolveTie({ legs: legs(to(1, 0), to(1, 0), to(0, 0)), shootout: to(4, 4) })).toMatchObject({
      needs: 'shoot-out',
    });
  });

  test('where a competition has no extra time, kicks follow at once', () => {
    const regulations = { base: 'uefa-champions-league-2025-26', extraTime: 'none' };
    const superCup = { home: 'MCI', away: 'SEV', score: to(1, 1) };
    expect(resolveTie({ regulations, legs: [superCup] })).toEqual({
      aggregate: { MCI: 1, SEV: 1 },
      needs: 'shoot-out',
    });
    expect(resolveTie({ regulations, legs: [superCup], shootout: to(5, 4) })).toMatchObject({
      advancing: 'MCI',
      by: 'shoot-out',
    });
  });

  test('in a league a level score stands', () => {
    const league = [{ home: 'ATA', away: 'BVB', score: to(1, 1) }] as const;
    expect(resolveTie({ regulations: 'domestic-league', legs: [...league] })).toEqual({
      aggregate: { ATA: 1, BVB: 1 },
    });
  });

  test('a drawn cup tie may be replayed', () => {
    const regulations = { base: 'domestic-league', ifLevel: 'replay' };
    expect(resolveTie({ regulations, legs: [{ home: 'ATA', away: 'BVB', score: to(2, 2) }] })).toMatchObject({
      needs: 'replay',
    });
  });

  test('Italy went through to the final of 1968 by lot', () => {
    const regulations = { ifLevel: 'lots' };
    const semifinal = [{ home: 'ITA', away: 'URS', score: to(0, 0), extraTime: to(0, 0) }] as const;
    expect(resolveTie({ regulations, legs: [...semifinal] })).toEqual({
      aggregate: { ITA: 0, URS: 0 },
      needs: 'lots',
    });
    expect(resolveTie({ regulations, legs: [...semifinal], lots: 'ITA' })).toMatchObject({
      advancing: 'ITA',
      by: 'lots',
    });
  });

  test('a golden goal and a silver goal are told apart from other goals in extra time', () => {
    const final = [{ home: 'GER', away: 'CZE', score: to(1, 1), extraTime: to(1, 0) }] as const;
    expect(resolveTie({ regulations: { extraTime: 'golden' }, legs: [...final] }).by).toBe('golden-goal');
    expect(resolveTie({ regulations: { extraTime: 'silver' }, legs: [...final] }).by).toBe('silver-goal');
    expect(resolveTie({ legs: [...final] }).by).toBe('extra-time');
  });

  test('what normal time has settled stays settled, whatever is played after it', () => {
    expect(resolveTie({ legs: legs(to(1, 0), to(3, 1), to(0, 3)) })).toEqual({
      aggregate: { TOT: 2, AJA: 3 },
      advancing: 'AJA',
      by: 'normal-time',
    });
  });
});

describe('away goals', () => {
  test('sent Tottenham through in Amsterdam, 0–1 and 3–2', () => {
    expect(resolveTie({ regulations: AWAY_GOALS, legs: legs(to(0, 1), to(2, 3)) })).toEqual({
      aggregate: { TOT: 3, AJA: 3 },
      advancing: 'TOT',
      by: 'away-goals',
    });
  });

  test('the same scores need extra time since 2021', () => {
    expect(resolveTie({ legs: legs(to(0, 1), to(2, 3)) })).toEqual({
      aggregate: { TOT: 3, AJA: 3 },
      needs: 'extra-time',
    });
  });

  test('count in extra time too, as for Porto in Turin', () => {
    const tie = { legs: legs(to(2, 1), to(2, 1), to(1, 1)) };
    expect(resolveTie({ regulations: AWAY_GOALS, ...tie })).toMatchObject({ advancing: 'TOT', by: 'away-goals' });
    expect(resolveTie({ regulations: { base: AWAY_GOALS, awayGoalsInET: false }, ...tie })).toMatchObject({
      needs: 'shoot-out',
    });
  });

  test('go by who is named as away, even on shared or neutral ground', () => {
    const derby: [LegScore, LegScore] = [
      { home: 'MIL', away: 'INT', score: to(0, 0) },
      { home: 'INT', away: 'MIL', score: to(1, 1) },
    ];
    expect(resolveTie({ regulations: AWAY_GOALS, legs: derby })).toMatchObject({ advancing: 'MIL', by: 'away-goals' });
  });

  test('mean nothing in a single match', () => {
    expect(
      resolveTie({ regulations: AWAY_GOALS, legs: [{ home: 'ATA', away: 'BVB', score: to(1, 1) }] }),
    ).toMatchObject({ needs: 'extra-time' });
  });
});

describe('any tie', () => {
  const goals = fc.integer({ min: 0, max: 4 });
  const score = fc.record({ home: goals, away: goals });

  /** Written from the competition's article alone, and slowly. */
  const oracle = (first: Score, second: Score, extra: Score | undefined, kicks: Score | undefined, away: boolean) => {
    const tot = first.home + second.away;
    const aja = first.away + second.home;
    if (tot !== aja) return tot > aja ? 'TOT' : 'AJA';
    if (away && second.away !== first.away) return second.away > first.away ? 'TOT' : 'AJA';
    if (extra === undefined) return 'extra-time';
    if (extra.home !== extra.away) return extra.away > extra.home ? 'TOT' : 'AJA';
    if (away && extra.away > 0) return 'TOT';
    if (kicks === undefined || kicks.home === kicks.away) return 'shoot-out';
    return kicks.home > kicks.away ? 'AJA' : 'TOT';
  };

  test('is decided as the article says', () => {
    fc.assert(
      fc.property(
        score,
        score,
        fc.option(score, { nil: undefined }),
        fc.option(score, { nil: undefined }),
        fc.boolean(),
        (first, second, extra, kicks, away) => {
          const answer = resolveTie({
            regulations: away ? AWAY_GOALS : 'uefa-champions-league-2025-26',
            legs: legs(first, second, extra),
            ...(extra === undefined || kicks === undefined ? {} : { shootout: kicks }),
          });
          expect(answer.advancing ?? answer.needs).toBe(oracle(first, second, extra, kicks, away));
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('is not changed by moving goals from one leg to the other, where away goals don’t count', () => {
    fc.assert(
      fc.property(score, score, goals, (first, second, moved) => {
        const before = resolveTie({ legs: legs(first, second) });
        const after = resolveTie({
          legs: legs({ ...first, home: first.home + moved }, { ...second, home: second.home + moved }),
        });
        expect(after.advancing).toBe(before.advancing);
        expect(after.needs).toBe(before.needs);
      }),
    );
  });
});
