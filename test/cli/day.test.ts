import { afterAll, beforeAll, expect, test } from 'vitest';
import { folderWith, remove, TAKEN_BACK, touchline } from './command.ts';

let cwd: string;
beforeAll(() => {
  // The second one kicks off a minute after the first.
  const later = TAKEN_BACK.replace('log:', 'startedAt: "2026-01-01T12:01:00Z"\nlog:');
  cwd = folderWith({
    'one.yaml': TAKEN_BACK.replace('log:', 'startedAt: "2026-01-01T12:00:00Z"\nlog:'),
    'two.yaml': later,
  });
});
afterAll(() => remove(cwd));

const play = (...words: string[]) => touchline(['play', 'one.yaml', 'two.yaml', ...words], { cwd });

test('the matches of a day are told by the hour, each line with its match', async () => {
  const { out, code, err } = await play('--speed', 'max');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  const told = out.split('\n').filter((line) => line.startsWith('HOM–AWY'));
  expect(told.filter((line) => line.includes('kicks off'))).toHaveLength(2);
  // Both goals come before the first review ends.
  const goals = told.flatMap((line, place) => (/HOM 0–1 AWY/.test(line) ? place : []));
  const over = told.findIndex((line) => /HOM 0–0 AWY/.test(line));
  expect(goals).toHaveLength(2);
  expect(Math.max(...goals)).toBeLessThan(over);
  expect(out.match(/^As it stands at/gm)).toHaveLength(2);
});

test('as JSON each line names its match, and feed time never goes back', async () => {
  const { out } = await play('--speed', 'max', '--format', 'json');
  const lines = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { match: string; seq?: number; head: { at: string; position: number } });
  expect(lines.slice(0, 2).map(({ match, seq }) => [match, seq])).toEqual([
    ['one', undefined],
    ['two', undefined],
  ]);
  const passed = lines.slice(2);
  expect(new Set(passed.map(({ match }) => match))).toEqual(new Set(['one', 'two']));
  const hours = passed.map(({ head }) => Date.parse(head.at));
  expect(hours).toEqual(hours.toSorted((a, b) => a - b));
  const positions = passed.map(({ head }) => head.position);
  expect(positions).toEqual(positions.toSorted((a, b) => a - b));
  expect((await play('--speed', '3000', '--format', 'json')).out).toBe(out);
});

test('what is for one match is refused for several, with what to do instead', async () => {
  expect(await play('--from', 'half-time')).toMatchObject({
    code: 2,
    err: 'touchline: --from and --until are for one match; a matchday begins and ends with its matches\n',
  });
  expect(await play('-')).toMatchObject({ code: 2 });
  expect(await play('--format', 'tui')).toMatchObject({ code: 2 });
});
