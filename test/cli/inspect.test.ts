import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadScenario, writeRecording } from '../../src/index.ts';
import { folderWith, remove, TAKEN_BACK, touchline } from './command.ts';

let cwd: string;
beforeAll(() => {
  cwd = folderWith({ 'scenarios/taken-back.yaml': TAKEN_BACK });
});
afterAll(() => remove(cwd));

describe('in JSON', () => {
  const inspect = async (...words: string[]) => {
    const { code, out, err } = await touchline(['inspect', 'taken-back', '--format', 'json', ...words], { cwd });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    return JSON.parse(out);
  };

  test('as of the third minute the goal stands, and the watch has run on to the end of it', async () => {
    const { match, head, views } = await inspect('--as-of', "3'");
    expect(match).toBe('taken-back');
    expect(views).toMatchObject({ scoreboard: { away: { score: 1 } }, var: { status: 'checking' } });
    expect(head).toMatchObject({ cursor: 3, entries: 5, duration: 220_000, watch: 179_999, playing: false, speed: 60 });
    expect(head.position).toBe(179_999);
  });

  test('the third minute as known at the end still has the goal, since the review came after it', async () => {
    const { head, views } = await inspect('--at', '3');
    expect(views.scoreboard.away.score).toBe(1);
    expect(head).toMatchObject({ cursor: 5, watch: 179_999 });
  });

  test('a bare number is the seq of an entry, and one view can be asked for alone', async () => {
    const { head, views } = await inspect('--as-of', '4', '--view', 'scoreboard');
    expect(head.cursor).toBe(4);
    expect(Object.keys(views)).toEqual(['scoreboard']);
    expect(views.scoreboard.away.score).toBe(0);
  });
});

test('on a sheet the score stands at the top, then cards, reviews and what mattered', async () => {
  const { code, out } = await touchline(['inspect', 'taken-back'], { cwd });
  expect(code).toBe(0);
  expect(out).toMatch(/^\nHome v Away\nAs known at the end, /);
  expect(out).toContain("\nHOM 0–0 AWY   03:40 (4')\n");
  expect(out).toMatch(/\nVideo reviews\n {2}3' to 4' {2}goal \(offside\) {2}check {2}overturned: goal → no-goal\n/);
  expect(out).toMatch(/\nCards\n {2}HOM .* yellow 4'\n/);
});

describe('a recording', () => {
  let jsonl: string;
  beforeAll(async () => {
    jsonl = writeRecording(await loadScenario(`${cwd}/scenarios/taken-back.yaml`));
  });

  test('comes through standard input too, and a view that shows nothing says so', async () => {
    const { code, out } = await touchline(['inspect', '-', '--view', 'shootout'], { cwd, input: jsonl });
    expect(code).toBe(0);
    expect(out).toMatch(/^\nHome v Away\n(.*\n)+Shoot-out: none at this moment\.\n\n$/);
  });

  test('that is cut off in the middle of a line plays up to there, and says so', async () => {
    const half = jsonl.slice(0, -40);
    const { code, out, err } = await touchline(['inspect', '-', '--view', 'clock'], { cwd, input: half });
    expect(code).toBe(0);
    expect(out).toContain("3:30, 4'");
    expect(err).toMatch(/^<stdin>:6:\d+ the recording is cut off in the middle of line 6; it plays up to entry 4\n$/);
  });
});
