import { expect, test } from 'vitest';
import { filtered, nothingLeft } from '../../src/scenario/filter.ts';
import { load } from '../../src/scenario/load.ts';
import { formatProblem, type Problem } from '../../src/scenario/problem.ts';
import { run } from '../../src/scenario/run.ts';
import { isSharedFixture } from '../../src/scenario/shared.ts';
import { starter } from '../../src/scenario/starter.ts';

const candidate = (file: string, head: string) => ({ file, loaded: load(`${head}\nlog: []\n`, file) });

const CANDIDATES = [
  candidate('scenarios/var/offside.yaml', 'title: Late Drama in Malmö\ntags: [var, goals]'),
  candidate('scenarios/cards/late-red.yaml', 'title: A red card on the bench\ntags: cards'),
  candidate('scenarios/var/broken.yaml', 'titel: A slip'),
];

const left = (...filters: string[]): string[] => filtered(CANDIDATES, filters).map(({ file }) => file);

test('scenarios are filtered by tag, and by words in their title or name', () => {
  expect(left()).toHaveLength(3);
  expect(left('tag:var')).toEqual(['scenarios/var/offside.yaml']);
  expect(left('cards')).toEqual(['scenarios/cards/late-red.yaml']);
  expect(left('late')).toEqual(['scenarios/var/offside.yaml', 'scenarios/cards/late-red.yaml']);
  expect(left('MALMÖ')).toEqual(['scenarios/var/offside.yaml']);
});

test('several filters narrow it down', () => {
  expect(left('late', 'tag:cards')).toEqual(['scenarios/cards/late-red.yaml']);
});

test('a file that can’t be read is found by its name alone', () => {
  expect(left('broken')).toEqual(['scenarios/var/broken.yaml']);
  expect(left('tag:cards', 'broken')).toEqual([]);
});

test('where nothing is left, the nearest tag is named', () => {
  expect(nothingLeft(CANDIDATES, ['late', 'tag:vra'])).toBe('no scenario has the tag "vra"; did you mean "var"?');
  expect(nothingLeft(CANDIDATES, ['tag:feed'])).toBe('no scenario has the tag "feed"; tags: var, goals, cards');
  expect(nothingLeft(CANDIDATES, ['early'])).toBe(
    'no scenario has "early" in its title or name, and none is so tagged',
  );
  expect(nothingLeft(CANDIDATES, ['broken', 'tag:cards'])).toBe('no scenario fits all of: broken, tag:cards');
});

test('a fixture that scenarios share is no scenario', () => {
  expect(isSharedFixture('# the tie\nclubs:\n  ATA: {}\nlegs: 2\n')).toBe(true);
  expect(isSharedFixture('title: A slip\nlog: []\nclubs: {}\n')).toBe(false);
  expect(isSharedFixture('titel: A slip\nwhy: …\n')).toBe(false);
});

test('a scenario to start from is called after its title', () => {
  const named = (title: string) => starter(title)?.name;
  expect(named('A winner in the 8th added minute')).toBe('a-winner-in-the-8th-added-minute');
  expect(named("  Pašalić's  header / Malmö ")).toBe('pasalics-header-malmo');
  expect(named('延長戦のゴール')).toBe('延長戦のゴール');
  expect(named('../../etc/passwd')).toBe('etc-passwd');
  expect(named('A goal in the last minute is taken back because of a foul in the build-up')).toBe(
    'a-goal-in-the-last-minute-is-taken-back-because-of-a-foul-in',
  );
  expect(named('x'.repeat(80))).toBe('x'.repeat(60));
  expect(named('!?')).toBeUndefined();
  expect(named('x'.repeat(401))).toBeUndefined();
});

test('a scenario to start from passes, whatever is in its title', () => {
  for (const title of ['A winner', 'yes', '1: "2" #3', '- x', '{ x', "l'été: &a *b"]) {
    const { text, name } = starter(title) ?? { text: '', name: '' };
    const loaded = load(text, `scenarios/${name}.yaml`);
    if (!loaded.ok) throw new Error(formatProblem(loaded.problems[0] as Problem));
    expect(loaded.scenario.title).toBe(title);
    expect(run(loaded.scenario).failures).toEqual([]);
  }
});
