import { expect, test } from 'vitest';
import { headlineOf } from '../../src/faces/headline.ts';
import { FLAGSHIP, knownMatch } from './match.ts';

const { asOf, fixture } = knownMatch(FLAGSHIP);
const at = (time?: string) => headlineOf(asOf(time), fixture);

test('both clubs stand there with their names, colours and scores', () => {
  expect(at("57'")).toMatchObject({
    home: { club: 'ATA', name: 'Atalanta', score: 3, colours: { main: '#1e71b8', text: '#ffffff' } },
    away: { club: 'BVB', name: 'Borussia Dortmund', short: 'Dortmund', score: 0 },
    halfTime: { home: 2, away: 0 },
  });
});

test('the aggregate is told from the home side of the leg being played, with the first leg beside it', () => {
  expect(at("30'").tie).toMatchObject({
    score: { home: 1, away: 2 },
    level: false,
    leader: 'BVB',
    firstLeg: 'First leg: Dortmund 2–0 Atalanta',
  });
});

test('who goes through is said as it stands until it is settled', () => {
  expect(at("30'")).toMatchObject({ verdict: 'as it stands Dortmund go through', settled: false });
  expect(at("80'")).toMatchObject({ verdict: 'as it stands extra time', settled: false, tie: { level: true } });
  expect(at("90+8'")).toMatchObject({ verdict: 'as it stands Atalanta go through', settled: false });
  expect(at('full-time')).toMatchObject({ verdict: 'Atalanta go through', settled: true });
});

test('level, with away goals that count, somebody goes through as it stands', () => {
  const { asOf, fixture } = knownMatch('goals/celebrated-and-cancelled');
  expect(headlineOf(asOf("90+4'"), fixture)).toMatchObject({
    tie: { level: true },
    verdict: expect.stringMatching(/^as it stands .+ go through on away goals$/),
    settled: false,
  });
});

test('in a first leg a club leads the tie; nobody goes through by it', () => {
  expect(at('L1 1H 44:00').verdict).toBe('Dortmund lead the tie');
});

test('a side that has had a man sent off is ten, and one sent off on the bench leaves eleven', () => {
  const { home, away } = at('full-time');
  expect(home).toMatchObject({ onPitch: 11, yellow: 1 });
  expect(away).toMatchObject({ onPitch: 10, yellow: 3, dismissed: 3 });
});

test('scorers are named in match order, a penalty as one', () => {
  expect(at('full-time').home.scorers.map(({ name, label, penalty }) => [name, label, penalty])).toEqual([
    ['Scamacca', "5'", false],
    ['Zappacosta', "45'", false],
    ['Pašalić', "57'", false],
    ['Samardžić', "90+8'", true],
  ]);
});

test('a goal that was taken back has no scorer', () => {
  const { asOf, fixture } = knownMatch('feed/goal-retracted');
  const seen = headlineOf(asOf(), fixture);
  const goals = seen.home.score + seen.away.score;
  expect([...seen.home.scorers, ...seen.away.scorers]).toHaveLength(goals);
});

test('a shoot-out is told apart from the score, kick by kick', () => {
  const { asOf, fixture } = knownMatch('shoot-out/abba');
  const { shootout, home, away } = headlineOf(asOf(), fixture);
  const scored = (kicks: readonly { readonly scored: boolean }[] = []) => kicks.filter((kick) => kick.scored).length;
  expect(shootout?.score).toEqual({ home: scored(shootout?.home), away: scored(shootout?.away) });
  expect(shootout?.text).toMatch(/^\d–\d on penalties$/);
  expect(home.score).toBe(away.score);
});
