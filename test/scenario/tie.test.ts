import { expect, test } from 'vitest';
import { resolveTie, type TieQuestion } from '../../src/index.ts';

const legs = [
  { home: 'BVB', away: 'ATA', score: { home: 2, away: 0 } },
  { home: 'ATA', away: 'BVB', score: { home: 4, away: 1 } },
] as const satisfies TieQuestion['legs'];

test('Atalanta go through with 4–3', () => {
  expect(resolveTie({ legs })).toEqual({ aggregate: { BVB: 3, ATA: 4 }, advancing: 'ATA', by: 'normal-time' });
});

test.each([
  ['nothing', {}, /^resolveTie: legs: a tie needs "legs"/],
  [
    'goals by club instead of by side',
    { legs: [{ home: 'BVB', away: 'ATA', score: { BVB: 2, ATA: 0 } }] },
    /^resolveTie: legs\.0\.score.*home/,
  ],
  [
    'a competition that there is not',
    { legs, regulations: 'uefa-champions-league-2025-62' },
    /no such regulations "uefa-champions-league-2025-62"; did you mean "uefa-champions-league-2025-26"\?/,
  ],
  ['a base that there is not', { legs, regulations: { base: 'nosuch' } }, /no such regulations "nosuch"/],
  ['a misspelt rule', { legs, regulations: { awaygoals: true } }, /awayGoals/],
])('%s is refused in a sentence', (_what, question, sentence) => {
  expect(() => resolveTie(question as unknown as TieQuestion)).toThrow(sentence);
});
