import { expect, test } from 'vitest';
import { differencesBetween, sentenceOn } from '../../src/cli/inspect/difference.ts';
import { history } from '../../src/playback/views.ts';
import { load } from '../../src/scenario/load.ts';

const LOG = `title: A goal, a wrong man and a card that was none
log:
  - { at: "1H 00:00", kick-off: home }
  - { at: "1H 02:10", goal: { by: away 9, assist: away 10 }, id: g1 }
  - { at: "1H 05:10", caution: { person: home 4, reason: foul }, id: c1 }
  - { amend: { of: g1, goal: { by: away 11 } }, received: +10m }
  - { retract: { of: c1, why: wrong man }, received: +11m }
  - { at: "1H 20:00", red: { person: home 5, reason: violent-conduct } }
`;

const told = (from: number, to: number): string[] => {
  const loaded = load(LOG, 'wrong-man.yaml');
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  const match = history(loaded.scenario.recording);
  return differencesBetween(match.viewsAt(from), match.viewsAt(to), match.fixture).map(
    (each) => `${each.view} ${each.change} ${sentenceOn(each)}`,
  );
};

test('what is the same is not told', () => {
  expect(told(3, 3)).toEqual([]);
});

test('a goal comes with the score that it makes', () => {
  const lines = told(1, 2);
  expect(lines).toContain('scoreboard changed Score: HOM 0–0 AWY → HOM 0–1 AWY');
  expect(lines).toContain('timeline came goal, Away 9 (AWY): 0–1, from Away 10');
});

test('another scorer is told as what was and what is, and the correction itself no second time', () => {
  expect(told(3, 4).filter((line) => line.startsWith('timeline'))).toEqual([
    'timeline changed goal: Away 9 (AWY), 0–1, from Away 10 → Away 11 (AWY), 0–1',
  ]);
});

test('a caution that was taken back is gone from the cards, and told as taken back in the timeline', () => {
  const lines = told(4, 5);
  expect(lines).toContain("cards gone Home 4 (HOM): no longer yellow 6'");
  expect(lines).toContain('timeline taken-back caution, Home 4 (HOM): taken back');
});

test('whoever is sent off is told of by his card and by his place', () => {
  const lines = told(5, 6);
  expect(lines).toContain("cards came Home 5 (HOM): sent off 21'");
  expect(lines).toContain("lineups changed Home 5 (HOM): on the pitch → sent off 21'");
});
