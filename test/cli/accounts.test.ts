import { expect, test } from 'vitest';
import { accountsOf } from '../../src/cli/inspect/accounts.ts';
import { claimLines } from '../../src/cli/inspect/claims.ts';
import { plain } from '../../src/cli/words/ink.ts';
import { widthOf } from '../../src/cli/words/lines.ts';
import { history } from '../../src/playback/views.ts';
import { load } from '../../src/scenario/load.ts';

const TWO_PAPERS = `title: Two papers and a goal
log:
  - { at: "1H 00:00", kick-off: home }
  - { at: "1H 02:10", goal: { by: away 9 }, id: g1 }
claims:
  - { by: Post, says: { scoreboard: { home: { score: 0 }, away: { score: 1 } } }, verdict: upheld }
  - { by: Star, says: { scoreboard: { away: { score: 2 } }, timeline: { g1: { person: away-11 } } }, verdict: contradicted }
  - { by: Star, says: { stats: { AWY: { reported: { xg: 1.3 } } } }, verdict: undecided }
  - { by: Star, at: "2'", says: { scoreboard: { away: { score: 1 } } }, verdict: contradicted }
`;

const laidOut = () => {
  const loaded = load(TWO_PAPERS, 'papers.yaml');
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  const match = history(loaded.scenario.recording);
  const accounts = accountsOf(match, loaded.scenario.claims);
  if (typeof accounts === 'string') throw new Error(accounts);
  return { accounts, fixture: match.fixture };
};

test('each thing that is claimed is one question, with what the log says and what it makes of each account', () => {
  const { accounts } = laidOut();
  expect(accounts.accounts).toEqual(['Post', 'Star']);
  expect(accounts.questions.find(({ about }) => about === 'Scoreboard, away, score')).toMatchObject({
    log: 1,
    parts: true,
    answers: [
      { by: 'Post', says: 1, verdict: 'upheld' },
      { by: 'Star', says: 2, verdict: 'contradicted' },
    ],
  });
});

test('what the log needn’t tell is undecided, and another moment is another question', () => {
  const { questions } = laidOut().accounts;
  expect(questions.find(({ path }) => path.includes('xg'))?.answers).toMatchObject([{ verdict: 'undecided' }]);
  expect(questions.find(({ moment }) => moment === "at 2'")).toMatchObject({ log: 0, answers: [{ by: 'Star' }] });
});

test('the table shows where accounts part, and counts the rest', () => {
  const { accounts, fixture } = laidOut();
  const lines = claimLines(accounts, fixture, { ink: plain });
  expect(lines).toContainEqual(expect.stringMatching(/^Scoreboard, away, score +1 +=\s1 +≠ 2$/));
  expect(lines.join('\n')).not.toContain('home, score');
  expect(lines).toContain('Star: 3 contradicted, 1 undecided');
  expect(lines.join('\n')).toContain('On one more thing, whoever speaks of it says what the log says');
});

test.each([100, 80, 40])('it fits into %i columns', (columns) => {
  const { accounts, fixture } = laidOut();
  for (const line of claimLines(accounts, fixture, { ink: plain, columns })) {
    expect(widthOf(line)).toBeLessThanOrEqual(columns);
  }
});

test.each([100, 65])(
  'a name is never broken in a table of %i columns, and the accounts are named below it',
  (columns) => {
    const { fixture } = laidOut();
    const answers = [
      { by: 'Post', says: 'Schlotterbeck', verdict: 'contradicted' },
      { by: 'Star', says: 'Bensebaini', verdict: 'upheld' },
    ] as const;
    const questions = [{ about: 'Foul, person', path: [], log: 'Bensebaini', answers, parts: true }];
    const told = claimLines({ accounts: ['Post', 'Star'], questions }, fixture, { ink: plain, columns }).join('\n');
    expect(told).toContain('───  ──');
    expect(told).toContain('Schlotterbeck');
    expect(told.replaceAll('\n', ' ')).toContain('under by: Post, Star');
  },
);

test('where a table would be too narrow, there is a list', () => {
  const { accounts, fixture } = laidOut();
  expect(claimLines(accounts, fixture, { ink: plain, columns: 40 })).toEqual(
    expect.arrayContaining(['Scoreboard, away, score', '  the log: 1', '  Post: = 1', '  Star: ≠ 2']),
  );
});
