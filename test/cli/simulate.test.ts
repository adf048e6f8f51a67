import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readRecording } from '../../src/journal/recording.ts';
import { met } from '../../src/simulator/met.ts';
import { parseWish } from '../../src/simulator/wish.ts';
import { WISHED_EVENTS } from '../../src/simulator/wished-events.ts';
import { folderWith, remove, touchline } from './command.ts';

let cwd: string;
beforeAll(() => {
  cwd = folderWith({ 'taken.jsonl': 'something of value\n' });
});
afterAll(() => remove(cwd));

const simulate = (...words: readonly string[]) => touchline(['simulate', ...words], { cwd });

const recordingIn = (text: string) => {
  const read = readRecording(text);
  if (!read.ok) throw new Error(read.problems[0]?.message);
  return read.recording;
};

describe('touchline simulate', () => {
  test('prints a recording, and the same one again for the same seed', async () => {
    const [once, again] = [await simulate('--seed', '7'), await simulate('--seed', '7', '-o', '-')];
    expect(once).toMatchObject({ code: 0, err: '' });
    expect(again.out).toBe(once.out);
    expect(recordingIn(once.out).header.id).toBe('simulated-7');
  });

  test('draws a seed where none is given, and says how to have the match again', async () => {
    const drawn = await simulate();
    const seed = /^touchline: --seed (\d+) gives this match again\n$/.exec(drawn.err)?.[1];
    expect((await simulate('--seed', seed ?? '')).out).toBe(drawn.out);
  });

  test('writes a file, which plays to the score that was asked for', async () => {
    const written = await simulate('--seed', '3', '--score', '2-2', '--until', 'shoot-out', '-o', 'wild.jsonl');
    expect(written).toMatchObject({ code: 0, out: expect.stringMatching(/^wild\.jsonl: .+ v .+ \(seed 3\)\n$/) });
    const { out } = await touchline(['play', 'wild.jsonl', '--speed', 'max'], { cwd });
    expect(out).toMatch(/Full time: .+ 2–2 .+\. .+ win on penalties\./);
  });

  test('never writes over a file unless it is told to', async () => {
    const kept = await simulate('--seed', '3', '-o', 'taken.jsonl');
    expect(kept).toMatchObject({ code: 2, err: 'touchline: taken.jsonl is there already; --force writes over it\n' });
    expect(readFileSync(join(cwd, 'taken.jsonl'), 'utf8')).toBe('something of value\n');
    // Nothing was written that a drawn seed could give again.
    expect((await simulate('-o', 'taken.jsonl')).err).toBe(kept.err);
    writeFileSync(join(cwd, 'old.jsonl'), 'old\n');
    expect(await simulate('--seed', '3', '-o', 'old.jsonl', '--force')).toMatchObject({ code: 0 });
    expect(recordingIn(readFileSync(join(cwd, 'old.jsonl'), 'utf8')).entries.length).toBeGreaterThan(100);
  });

  test('writes many into a folder, each named by its seed', async () => {
    const { code, out, err } = await simulate('--seed', '41', '--count', '3', '--legs', '2', '-o', 'season/');
    expect({ code, out, err }).toEqual({ code: 0, out: '3 matches in season/\n', err: '' });
    expect(readdirSync(join(cwd, 'season')).sort()).toEqual([41, 42, 43].map((seed) => `simulated-${seed}.jsonl`));
    const alone = await simulate('--seed', '42', '--legs', '2');
    expect(readFileSync(join(cwd, 'season', 'simulated-42.jsonl'), 'utf8')).toBe(alone.out);
  });

  test('puts in what was wished for, each wish', async () => {
    const wishes = ["red before 30'", 'own-goal by away'];
    const { out } = await simulate('--seed', '5', ...wishes.flatMap((wish) => ['--with', wish]));
    expect(met(recordingIn(out), wishes.map(parseWish))).toBe(true);
  });

  test('tells of each event that can be wished for, and a shell completes it as one word', async () => {
    const [{ out: help }, { out: offered }] = [
      await simulate('--help'),
      await touchline(['complete', '--', 'simulate', '--with', ''], { cwd }),
    ];
    const told = help.slice(help.indexOf('A wish is')).replaceAll('\n', ' ');
    for (const event of WISHED_EVENTS) expect(told).toContain(` ${event}`);
    const words = offered.split('\n').map((line) => line.split('\t')[0] ?? '');
    expect(words.slice(0, WISHED_EVENTS.length).map((word) => parseWish(word).event)).toEqual([...WISHED_EVENTS]);
  });

  test('is lawful by touchline check', async () => {
    const { out } = await simulate('--seed', '12', '--legs', '2');
    expect(await touchline(['check', '-'], { cwd, input: out })).toMatchObject({ code: 0 });
  });
});

describe('touchline simulate says in a sentence what it can not do', () => {
  test.each([
    [
      ['--score', '2-1', '--until', 'shoot-out'],
      "score 2-1, until shoot-out can't be had in one match: no score leads there",
    ],
    [['--with', 'rad'], '"rad" can\'t be wished for: no event is called "rad"; did you mean "red"?'],
    [
      ['--regulations', 'domestic-leage'],
      'no regulations are called "domestic-leage"; did you mean "domestic-league"?',
    ],
    [
      ['--with', 'concussion-substitution'],
      '"concussion-substitution": UEFA Champions League 2025/26 has no additional substitution for concussion',
    ],
    [['--score', '2'], '--score 2 is no score; one reads like 2-2, the home side of the last leg first'],
    [['--until', 'shootout'], '--until knows no "shootout"; did you mean "shoot-out"?'],
    [['--count', '2'], '--count needs a folder: add -o and its name'],
    [['-o', 'nowhere/match.jsonl'], "nowhere/match.jsonl can't be written: there is no such folder"],
    [['--count', '2', '-o', 'taken.jsonl'], "taken.jsonl can't be made a folder: it's a file"],
    [['-o', 'taken.jsonl/'], "taken.jsonl/ can't be made a folder: it's a file"],
  ])('%j', async (words, sentence) => {
    const { code, out, err } = await simulate('--seed', '1', ...words);
    expect({ code, out, err }).toEqual({ code: 2, out: '', err: `touchline: ${sentence}\n` });
    expect(existsSync(join(cwd, 'nowhere'))).toBe(false);
  });
});
