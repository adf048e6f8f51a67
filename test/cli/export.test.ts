import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exportMatch, loadScenario } from '../../src/index.ts';
import { folderWith, remove, TAKEN_BACK, touchline } from './command.ts';

let cwd: string;
beforeAll(() => {
  cwd = folderWith({ 'scenarios/taken-back.yaml': TAKEN_BACK, 'taken.csv': 'something of value\n' });
});
afterAll(() => remove(cwd));

const run = (...words: readonly string[]) => touchline(words, { cwd });

test.each(['taken-back', 'atalanta-dortmund'])(
  '%s plays from its recording as it does from the scenario',
  async (name) => {
    const written = await run('export', name, '-o', `${name}.jsonl`);
    expect(written).toMatchObject({ code: 0, out: expect.stringContaining(`${name}.jsonl: `), err: '' });
    const played = async (word: string) => (await run('play', word, '--speed', 'max', '--format', 'json')).out;
    const [scenario, recording] = [await played(name), await played(`${name}.jsonl`)];
    expect(scenario.split('\n').length).toBeGreaterThan(4);
    expect(recording).toEqual(scenario);
  },
  20_000,
);

test("the format is guessed from the file's ending, and - is standard output", async () => {
  await run('export', 'taken-back', '-o', 'match.vtt', '--kick-off', '3:12');
  expect(readFileSync(join(cwd, 'match.vtt'), 'utf8')).toMatch(/^WEBVTT - .+\n\n1\n00:03:12\.000 --> /);
  const { code, out } = await run('export', 'taken-back', '--to', 'csv', '-o', '-');
  expect(code).toBe(0);
  expect(out.split('\r\n')[0]).toMatch(/^match,seq,offset,feed_time,/);
});

test('several matches go into one calendar or table, and into one report they do not', async () => {
  const { out } = await run('export', 'taken-back', 'atalanta-dortmund', '--to', 'ical', '-o', '-');
  expect(out.match(/BEGIN:VEVENT/g)).toHaveLength(3);
  expect(await run('export', 'taken-back', 'atalanta-dortmund', '-o', 'both.html')).toMatchObject({
    code: 2,
    err: 'touchline: html takes one match, and got 2; several are for cloudevents, csv, ical\n',
  });
  expect(existsSync(join(cwd, 'both.html'))).toBe(false);
});

test('a fixture of which nothing has been told is a calendar entry all the same, and files of one name are two', async () => {
  const { header } = await loadScenario('atalanta-dortmund');
  mkdirSync(join(cwd, 'a'));
  mkdirSync(join(cwd, 'b'));
  for (const folder of ['a', 'b']) writeFileSync(join(cwd, folder, 'm.jsonl'), `${JSON.stringify(header)}\n`);
  const { code, out } = await run('export', 'a/m.jsonl', 'b/m.jsonl', '--to', 'ical', '-o', '-');
  expect(code).toBe(0);
  expect(out.match(/^UID:.*$/gm)?.map((line) => line.trim())).toEqual([
    'UID:m-leg1@touchline',
    'UID:m-leg2@touchline',
    'UID:m-2-leg1@touchline',
    'UID:m-2-leg2@touchline',
  ]);
});

test('never writes over a file unless it is told to', async () => {
  expect(await run('export', 'taken-back', '-o', 'taken.csv')).toMatchObject({
    code: 2,
    err: 'touchline: taken.csv is there already; --force writes over it\n',
  });
  expect(readFileSync(join(cwd, 'taken.csv'), 'utf8')).toBe('something of value\n');
  expect(await run('export', 'taken-back', '-o', 'taken.csv', '--force')).toMatchObject({ code: 0 });
});

describe('wrong use is told in a sentence', () => {
  test.each([
    [['taken-back', '-o', 'x.vt'], 'x.vt doesn\'t say which format by its ending; did you mean "vtt"?'],
    [['taken-back', '-o', '-'], "-o - doesn't say which format; add --to: "],
    [['taken-back', '--to', 'webvt', '-o', '-'], '--to knows no "webvt"; did you mean "webvtt"?'],
    [['taken-back'], 'export needs -o: a file (-o report.html), or - for standard output'],
    [
      ['taken-back', '-o', 'x.vtt', '--kick-off', 'soon'],
      '--kick-off soon is no place in a video; one reads like 00:03:12, 3:12 or 3:12.5',
    ],
    [['taken-back', '-o', 'x.html', '--leg', '2'], '--leg 2: there is no leg 2 in this match; it has 1'],
    [['taken-back', '-o', 'nowhere/x.html'], "nowhere/x.html can't be written: there is no such folder"],
    [['taken-bakc', '-o', 'x.html'], 'there is no match called "taken-bakc"; did you mean "taken-back"?'],
  ])('export %j', async (words, sentence) => {
    const { code, out, err } = await run('export', ...words);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err.startsWith(`touchline: ${sentence}`)).toBe(true);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
  });
});

test('programs have the same: exportMatch gives what the command writes', async () => {
  const match = await loadScenario('atalanta-dortmund');
  const { out } = await run('export', 'atalanta-dortmund', '--to', 'srt', '-o', '-', '--key');
  expect(await exportMatch(match, { to: 'srt', key: true })).toBe(out);
  await expect(exportMatch(match, { to: 'html', leg: 3 })).rejects.toThrow('there is no leg 3 in this match; it has 2');
});
