import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Means, resolveTie } from '../../src/match/laws/tie.ts';

/** A tie that was really played; leg 2 from its host's side. */
interface PlayedTie {
  readonly id: string;
  readonly team1: string;
  readonly team2: string;
  readonly leg1: readonly [number, number];
  readonly leg2: readonly [number, number];
  /** After 120 minutes. */
  readonly aet?: readonly [number, number];
  readonly pens?: readonly [number, number];
  readonly awayGoalsRule: boolean;
  readonly winner: string;
  readonly decidedBy: keyof typeof MEANS;
  /** The source may have left out that extra time was played. */
  readonly caveat?: string;
}

const MEANS = {
  aggregate: 'normal-time',
  'away-goals': 'away-goals',
  'away-goals-extra-time': 'away-goals',
  'extra-time': 'extra-time',
  penalties: 'shoot-out',
} as const satisfies Record<string, Means>;

const TIES: readonly PlayedTie[] = JSON.parse(
  readFileSync(join(import.meta.dirname, '..', 'data', 'two-legged-ties.json'), 'utf8'),
);

const resolved = ({ team1, team2, leg1, leg2, aet, pens, awayGoalsRule }: PlayedTie) => {
  const inExtraTime = aet && { home: aet[0] - leg2[0], away: aet[1] - leg2[1] };
  return resolveTie({
    regulations: awayGoalsRule ? 'uefa-champions-league-2020-21' : 'uefa-champions-league-2025-26',
    legs: [
      { home: team1, away: team2, score: { home: leg1[0], away: leg1[1] } },
      {
        home: team2,
        away: team1,
        score: { home: leg2[0], away: leg2[1] },
        ...(inExtraTime && { extraTime: inExtraTime }),
      },
    ],
    ...(pens && { shootout: { home: pens[0], away: pens[1] } }),
  });
};

test('409 real ties end as they did: the same club goes through', () => {
  const wrong = TIES.filter((tie) => resolved(tie).advancing !== tie.winner);
  expect(wrong.map(({ id }) => id)).toEqual([]);
  expect(TIES).toHaveLength(409);
});

test('and by the same means, where the source tells of extra time at all', () => {
  const sure = TIES.filter(({ caveat }) => caveat === undefined);
  const wrong = sure.filter((tie) => resolved(tie).by !== MEANS[tie.decidedBy]);
  expect(wrong.map(({ id, decidedBy }) => `${id}: ${decidedBy}`)).toEqual([]);
  expect(sure).toHaveLength(395);
});

test('the fourteen ties whose source is unsure of extra time are won by the right club in normal time', () => {
  const unsure = TIES.filter(({ caveat }) => caveat !== undefined);
  expect(unsure.map((tie) => resolved(tie).by)).toEqual(Array.from({ length: 14 }, () => 'normal-time'));
});

test('without the rule on away goals, each tie that they decided needs extra time or kicks', () => {
  for (const tie of TIES.filter(({ decidedBy }) => decidedBy.startsWith('away-goals'))) {
    const answer = resolved({ ...tie, awayGoalsRule: false });
    expect(answer.advancing).toBeUndefined();
    expect(answer.needs).toBe(tie.aet === undefined ? 'extra-time' : 'shoot-out');
  }
});
