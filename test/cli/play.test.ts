import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { apply } from '../../src/wire/patch.ts';
import { ended, folderWith, type Run, remove, start, TAKEN_BACK, touchline } from './command.ts';

let cwd: string;
beforeAll(() => {
  cwd = folderWith({ 'scenarios/var/taken-back.yaml': TAKEN_BACK });
});
afterAll(() => remove(cwd));

describe('in text', () => {
  let told: Run;
  beforeAll(async () => {
    told = await touchline(['play', 'taken-back', '--speed', 'max'], { cwd });
  });

  test('a goal is set apart, and the score told after it and after it has been taken back', () => {
    const lines = told.out.split('\n');
    const goal = lines.findIndex((line) => line.startsWith("    3' * "));
    expect(lines[goal + 1]).toBe('         HOM 0–1 AWY');
    expect(lines.slice(goal + 2)).toContain('         HOM 0–0 AWY');
    expect(told).toMatchObject({ code: 0, err: '' });
  });

  test('who plays stands above it, and how it stands below', () => {
    expect(told.out).toMatch(/^\nHome v Away\n/);
    expect(told.out).toMatch(/\nAs it stands at 4': Home 0–0 Away\n\n$/);
  });

  test('nothing steers a terminal where there is none', () => {
    expect(told.out).not.toContain('\u001b');
  });
});

describe('in JSON', () => {
  const play = (speed: string) => touchline(['play', 'taken-back', '--format', 'json', '--speed', speed], { cwd });

  test('the bytes are the same at any speed', async () => {
    const [fast, faster] = await Promise.all([play('1000'), play('max')]);
    expect(fast.out).toBe(faster.out);
    expect(fast).toMatchObject({ code: 0, err: '' });
  });

  test('first what stands at the start, then each entry with the patch that leads to what was shown after it', async () => {
    const [played, inspected] = await Promise.all([
      play('max'),
      touchline(['inspect', 'taken-back', '--format', 'json'], { cwd }),
    ]);
    const [first, ...entries] = jsonLines(played.out);
    expect(Object.keys(first ?? {})).toEqual(['head', 'views']);
    expect(entries.map(({ seq }) => seq)).toEqual([2, 3, 4, 5]);
    expect(entries[0]).toMatchObject({ head: { cursor: 2, position: 130_000 }, entry: { id: 'g1' } });
    expect(entries[0]?.patch).toMatchObject({ scoreboard: { away: { score: 1 } } });
    for (const { head } of [first, ...entries] as Line[]) expect(Object.keys(head)).not.toContain('speed');
    const shown = entries.reduce((views, { patch }) => apply(views, patch as never), first?.views);
    expect(shown).toEqual(JSON.parse(inspected.out).views);
  });

  test('--from and --until choose what is shown', async () => {
    const { out } = await touchline(
      ['play', 'taken-back', '--format', 'json', '--speed', 'max', '--from', "3'", '--until', '1H 03:30'],
      { cwd },
    );
    const [first, ...entries] = jsonLines(out);
    expect(first?.head).toMatchObject({ cursor: 3 });
    expect(entries.map(({ seq }) => seq)).toEqual([4]);
  });
});

test('a reader who has seen enough ends it, and nobody complains', async () => {
  const child = start(['play', 'taken-back', '--speed', '200'], { cwd });
  child.stdout?.once('data', () => child.stdout?.destroy());
  expect(await exitOf(child)).toEqual({ code: 0, err: '' });
});

test('Ctrl-C ends it at once', async () => {
  const child = start(['play', 'taken-back', '--speed', '1'], { cwd });
  child.stdout?.once('data', () => child.kill('SIGINT'));
  expect(await ended(child)).toMatchObject({ code: 130, signal: null, err: '' });
});

test('lines come when they are due', async () => {
  const child = start(['play', 'taken-back', '--speed', '500'], { cwd });
  const arrivals: number[] = [];
  child.stdout?.on('data', () => arrivals.push(performance.now()));
  expect(await ended(child)).toMatchObject({ code: 0 });
  // 220 s of play at 500 times the pace are 440 ms; a busy machine may hear the first line late, and a showing without a pace has none.
  expect((arrivals.at(-1) ?? 0) - (arrivals[0] ?? 0)).toBeGreaterThan(200);
});

test('--serve puts the showing on the air, and ends with it where there is no terminal', async () => {
  const child = start(['play', '--serve=0', 'taken-back', '--speed', '100'], { cwd });
  const [said] = (await once(child.stderr ?? child, 'data')) as [Buffer];
  const end = ended(child);
  const socket = new WebSocket(/^On the air: (ws:\S+)/.exec(said.toString())?.[1] ?? '', 'touchline.v1.json');
  const heard: { type: string; head?: { cursor: number } }[] = [];
  socket.on('message', (data) => heard.push(JSON.parse(data.toString())));
  socket.on('open', () => socket.send('{"type":"join","match":"taken-back","channel":"views"}'));
  expect(await end).toMatchObject({ code: 0, out: expect.stringContaining('HOM 0–1 AWY') });
  expect(heard.findLast(({ head }) => head !== undefined)?.head?.cursor).toBe(5);
  expect(heard.at(-1)).toEqual({ type: 'bye', code: 1000, reason: 'the showing has ended' });
});

const exitOf = async (child: ReturnType<typeof start>) => {
  let err = '';
  child.stderr?.on('data', (chunk) => {
    err += chunk;
  });
  const [code] = await once(child, 'close');
  return { code, err };
};

interface Line {
  readonly seq?: number;
  readonly head: object;
  readonly entry?: object;
  readonly patch?: object;
  readonly views?: object;
}

const jsonLines = (out: string): Line[] =>
  out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line);
