import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadScenario } from '../../src/index.ts';
import { excerpt, worldCup, wyscoutExcerpt } from '../feeds/samples.ts';
import { folderWith, remove, touchline } from './command.ts';

let cwd: string;
beforeAll(() => {
  const [events, match] = wyscoutExcerpt('fra-cro-2018-final');
  const twice = `${excerpt(worldCup(2018), '  Belgium v England').text}\n\n${excerpt(worldCup(2018), '  France v Croatia').text}`;
  cwd = folderWith({
    'two.txt': twice,
    'final.txt': excerpt(worldCup(2018), '  France v Croatia').text,
    'events.json': events.text,
    'match.json': match.text,
    'other-match.json': match.text.replace('"score":4', '"score":5'),
    'notes.json': '{ "a": 1 }',
    'v1/events.json': events.text,
    'v1/match.json': match.text.replace('"Played"', '"Playing"'),
    'v2/events.json': events.text.replaceAll('353833', '3682'),
    'v2/match.json': match.text,
    'season/final.txt': excerpt(worldCup(2018), '  France v Croatia').text,
    'season/.hidden': 'nothing of theirs',
    'nothing/.hidden': '',
    'empty.json': '',
    'people.json': '[{ "wyId": 1, "shortName": "A. Somebody" }]',
  });
});
afterAll(() => remove(cwd));

describe('touchline import', () => {
  test('makes a recording of each match, named by its day and clubs, and each plays', async () => {
    const run = await touchline(['import', 'openfootball', 'two.txt', '-o', 'cup/'], { cwd });
    expect(run).toMatchObject({ code: 0, err: '' });
    expect(readdirSync(join(cwd, 'cup')).toSorted()).toHaveLength(2);
    expect(run.out).toContain(
      'cup/2018-07-15-fra-cro.jsonl  France 4–2 Croatia, 19 entries, agrees with its record (score)\n',
    );
    expect(run.out).toMatch(/2 matches imported to cup\/; all agree with their records; 0 irregular entries\n$/);
    const { out } = await touchline(['play', 'cup/2018-07-15-fra-cro.jsonl', '--speed', 'max'], { cwd });
    expect(out).toMatch(/own goal.*\n.*FRA 1–0 CRO/);
    expect(out).toContain('Full time: France 4–2 Croatia. France win.');
  });

  test('guesses the provider, and puts files of one match together', async () => {
    const run = await touchline(['import', 'match.json', 'events.json', '-o', 'final.jsonl'], { cwd });
    expect(run).toMatchObject({ code: 0, err: '' });
    expect(run.out).toMatch(
      /^final\.jsonl {2}France 4–2 Croatia, \d+ entries, agrees with its record \(score, half-time/,
    );
    expect((await loadScenario(join(cwd, 'final.jsonl'))).title).toBe('France v Croatia, World Cup 2018');
  });

  test('prints what differs with both sides, and fails for it when it is to be strict', async () => {
    const words = ['import', 'events.json', 'other-match.json', '-o', 'differing.jsonl'];
    const run = await touchline(words, { cwd });
    expect(run.code).toBe(0);
    expect(run.out).toContain('\n  score: the record says 5–2, the views show 4–2\n');
    expect(await touchline([...words, '--strict', '--force'], { cwd })).toMatchObject({ code: 1, out: run.out });
  });

  test('gives the audit as JSON', async () => {
    const { out } = await touchline(
      ['import', 'events.json', 'other-match.json', '-o', 'as-json.jsonl', '--format', 'json'],
      { cwd },
    );
    expect(JSON.parse(out)).toMatchObject([
      {
        file: 'as-json.jsonl',
        provider: 'wyscout',
        score: { home: 4, away: 2 },
        differences: [{ part: 'score', record: '5–2', views: '4–2' }],
      },
    ]);
  });

  test('makes a journal of successive versions', async () => {
    const run = await touchline(['import', '--snapshots', 'v1', 'v2', '-o', 'live.jsonl'], { cwd });
    expect(run).toMatchObject({ code: 0, err: '' });
    const kinds = readFileSync(join(cwd, 'live.jsonl'), 'utf8').match(/"kind":"(amendment|retraction)"/g);
    expect(kinds).toContain('"kind":"amendment"');
  });

  test.each([
    [['import', 'final.txt'], 'import needs -o: a file for one match (-o match.jsonl), or a folder for several'],
    [
      ['import', 'openfotball', 'final.txt', '-o', 'x/'],
      'there is no provider "openfotball"; did you mean "openfootball"?',
    ],
    [['import', 'gone.txt', '-o', 'x/'], "gone.txt can't be read: there is no such file"],
    [['import', 'opta', '-o', 'x/'], 'import needs files after opta; import --help shows how'],
    [['import', 'final.txt', '-o', 'x/', '--every', '5s'], '--every needs --snapshots'],
    [['import', 'final.txt', '-o', 'notes.json'], 'notes.json is there already; --force writes over it'],
    [['import', 'two.txt', '-o', 'deep/one.jsonl'], 'and deep/one.jsonl takes one; -o deep/one/ makes a folder of it'],
    [['import', 'nothing', '-o', 'x/'], 'nothing is a folder without a file'],
  ])('%j is wrong use, and told in a sentence', async (words, sentence) => {
    const { code, err, out } = await touchline(words, { cwd });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(sentence);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
    expect(existsSync(join(cwd, 'one.jsonl'))).toBe(false);
  });

  test('a folder is the files that lie in it', async () => {
    const run = await touchline(['import', 'season', '-o', 'from-folder.jsonl'], { cwd });
    expect(run).toMatchObject({ code: 0, err: '' });
    expect(run.out).toContain('France 4–2 Croatia');
  });

  test.each([
    ['an empty file', ['import', 'empty.json', '-o', 'x/'], 'empty.json: this file is empty\n'],
    ['an empty file of a provider', ['import', 'opta', 'empty.json', '-o', 'x/'], 'empty.json: this file is empty\n'],
    [
      'people without a match',
      ['import', 'wyscout', 'people.json', '-o', 'x/'],
      'touchline: there is no match in these files\n',
    ],
    [
      'a match without its events',
      ['import', 'match.json', '-o', 'x/'],
      'match.json: no file of events comes with match 2058017; a match takes both\n',
    ],
  ])('%s is told, and fails', async (_what, words, err) => {
    expect(await touchline(words, { cwd })).toMatchObject({ code: 1, out: '', err });
  });

  test('a file that holds no match is told, and the others are imported', async () => {
    const run = await touchline(['import', 'notes.json', 'final.txt', '-o', 'some/'], { cwd });
    expect(run.code).toBe(1);
    expect(run.err).toMatch(/^notes\.json: no provider is known to write files like this one; .*wyscout, /);
    expect(run.out).toContain('2018-07-15-fra-cro.jsonl');
  });
});
