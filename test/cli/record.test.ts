import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { matterOf } from '../../src/cli/export/matter.ts';
import { type Match, openMatch } from '../../src/cli/matches/match.ts';
import { exported } from '../../src/exports/export.ts';
import { type ServeOptions, serve } from '../../src/server/server.ts';
import { type ShowingOptions, showingOf } from '../../src/server/showing.ts';
import { ended, folderWith, remove, start, TAKEN_BACK, touchline } from './command.ts';

let cwd: string;
let match: Match;
let whole: string;
const ends: (() => unknown)[] = [];
beforeEach(async () => {
  cwd = folderWith({ 'scenarios/taken-back.yaml': TAKEN_BACK });
  match = await openMatch('taken-back', cwd);
  whole = exported([matterOf(match)], 'recording');
});
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
  remove(cwd);
});

const file = (name = 'match.jsonl'): string => join(cwd, name);
const kept = (name?: string): string => (existsSync(file(name)) ? readFileSync(file(name), 'utf8') : '');
const lines = (count: number): string =>
  `${whole
    .split('\n')
    .slice(0, count + 1)
    .join('\n')}\n`;
const soon = { timeout: 8000, interval: 5 };

const onAir = async (showing: ShowingOptions = {}, options: ServeOptions = {}, shown: Match = match) => {
  const on = showingOf('taken-back', shown, { playing: false, ...showing });
  const server = await serve([on], { waitFor: 0, ...options });
  ends.push(() => server.close());
  return { server, control: on.control, port: server.address.port };
};

const recorder = (port: number, ...words: string[]) => {
  const child = start(['record', String(port), '-o', 'match.jsonl', ...words], { cwd });
  ends.push(() => child.kill('SIGKILL'));
  let err = '';
  child.stderr?.on('data', (piece) => {
    err += piece;
  });
  const has = (text: string, name?: string) => vi.waitFor(() => expect(kept(name)).toBe(text), soon);
  const saysAside = (text: string) => vi.waitFor(() => expect(err).toContain(text), soon);
  return { child, end: ended(child), has, saysAside };
};

test('the recording of a served match is that of its export, and ends with the showing', async () => {
  const { port } = await onAir({ speed: 'max', playing: true });
  const { code, out, err } = await recorder(port).end;
  expect({ code, out, err }).toEqual({ code: 0, out: 'match.jsonl: 5 entries\n', err: '' });
  expect(kept()).toBe(whole);
  expect(existsSync(file('match.jsonl.epoch'))).toBe(false);
});

test('entries are written as they come', async () => {
  const { port, control } = await onAir();
  const { has } = recorder(port);
  await has(lines(1));
  control({ type: 'step', by: 1 });
  await has(lines(2));
});

describe('when the server goes away', () => {
  test('and comes back as the same run, what follows is added', async () => {
    const first = await onAir({ run: 'a' });
    const { end, has, saysAside } = recorder(first.port);
    await has(lines(1));
    first.control({ type: 'step', by: 1 });
    await has(lines(2));
    await first.server.close();
    await saysAside('is gone');
    await onAir({ run: 'a', speed: 'max', playing: true }, { port: first.port });
    expect((await end).code).toBe(0);
    expect(kept()).toBe(whole);
  });

  test('and was started again, telling the same from the beginning, nothing is written twice', async () => {
    const first = await onAir({ run: 'a' });
    const { end, has, saysAside } = recorder(first.port);
    first.control({ type: 'step', by: 1 });
    first.control({ type: 'step', by: 1 });
    await has(lines(3));
    await first.server.close();
    await saysAside('is gone');
    await onAir({ run: 'b', speed: 'max', playing: true }, { port: first.port });
    expect((await end).code).toBe(0);
    expect(kept()).toBe(whole);
    expect(existsSync(file('match-2.jsonl'))).toBe(false);
  });

  test('and tells something else from some entry on, that run has a file of its own', async () => {
    const first = await onAir({ run: 'a' });
    const { end, has, saysAside } = recorder(first.port);
    for (let step = 0; step < 3; step += 1) first.control({ type: 'step', by: 1 });
    await has(lines(4));
    await first.server.close();
    await saysAside('is gone');
    const entries = match.entries.map((entry) =>
      entry.seq === 3 ? { ...entry, reported: { by: 'somebody else' } } : entry,
    );
    const other = { ...match, entries };
    await onAir({ run: 'b', speed: 'max', playing: true }, { port: first.port }, other);
    expect((await end).code).toBe(0);
    expect(kept()).toBe(lines(4));
    expect(kept('match-2.jsonl')).toBe(exported([matterOf(other)], 'recording'));
  });
});

test('a server process that is killed in the middle and started again loses nothing', async () => {
  const serving = (port: string, ...words: string[]) => {
    const child = start(['serve', 'taken-back', '--port', port, '--wait-for', '1', ...words], { cwd });
    ends.push(() => child.kill('SIGKILL'));
    return child;
  };
  const first = serving('0', '--speed', '40');
  const port = await new Promise<number>((resolve) => {
    first.stdout?.on('data', (piece) => found(String(piece), resolve));
    first.stderr?.on('data', (piece) => found(String(piece), resolve));
  });
  const { end, saysAside } = recorder(port);
  await vi.waitFor(() => expect(kept().split('\n').length).toBeGreaterThan(3), soon);
  first.kill('SIGKILL');
  await saysAside('is gone');
  expect(kept()).not.toBe(whole);
  serving(String(port), '--speed', 'max');
  expect((await end).code).toBe(0);
  expect(kept()).toBe(whole);
}, 30_000);

const found = (text: string, resolve: (port: number) => void): void => {
  const port = /127\.0\.0\.1:(\d+)/.exec(text)?.[1];
  if (port !== undefined) resolve(Number(port));
};

test('what is rewound is cut off, and comes again', async () => {
  const { port, control } = await onAir();
  const { end, has } = recorder(port);
  for (let step = 0; step < 3; step += 1) control({ type: 'step', by: 1 });
  await has(lines(4));
  control({ type: 'seek', to: { cursor: 2 } });
  await has(lines(2));
  control({ type: 'speed', speed: 'max' });
  control({ type: 'play' });
  expect((await end).code).toBe(0);
  expect(kept()).toBe(whole);
});

describe('started again on the same file', () => {
  const half = async (port: number, count: number): Promise<void> => {
    const { child, end, has } = recorder(port);
    await has(lines(count));
    child.kill('SIGINT');
    expect(await end).toMatchObject({
      code: 130,
      out: '',
      err: expect.stringContaining(`match.jsonl has ${count} entries; the same command goes on from there`),
    });
  };

  test('it goes on where Ctrl-C left it', async () => {
    const { port, control } = await onAir({ run: 'a' });
    control({ type: 'step', by: 1 });
    await half(port, 2);
    control({ type: 'speed', speed: 'max' });
    control({ type: 'play' });
    expect(await recorder(port).end).toMatchObject({ code: 0, err: '' });
    expect(kept()).toBe(whole);
  });

  test('a last line that was cut off in the middle is told, and comes again', async () => {
    const { port, control } = await onAir({ run: 'a' });
    control({ type: 'step', by: 1 });
    await half(port, 2);
    appendFileSync(file(), '{"kind":"event","seq":3,"off');
    control({ type: 'speed', speed: 'max' });
    control({ type: 'play' });
    expect(await recorder(port).end).toMatchObject({
      code: 0,
      err: 'The last line of match.jsonl was cut off in the middle; it comes again\n',
    });
    expect(kept()).toBe(whole);
  });

  test('a recording that is finished is not touched', async () => {
    writeFileSync(file(), whole);
    const { port } = await onAir();
    expect(await recorder(port).end).toMatchObject({
      code: 2,
      err: 'touchline: match.jsonl is there already; --force writes over it\n',
    });
    const { child, has } = recorder(port, '--force');
    await has(lines(1));
    child.kill('SIGINT');
  });
});

describe('wrong use is told in a sentence', () => {
  test.each([
    [['127.0.0.1:9'], 2, 'record needs -o: the file to write, like -o match.jsonl'],
    [['nowhere at all', '-o', 'm.jsonl'], 2, '"nowhere at all" is no address of a server'],
    [['127.0.0.1:9', '-o', '-'], 2, 'record needs a file, since what is rewound is cut off it again'],
    [['127.0.0.1:9', '-o', 'm.jsonl'], 1, 'nobody answers at ws://127.0.0.1:9/ '],
  ])('record %j', async (words, exitCode, sentence) => {
    const { code, err } = await touchline(['record', ...words], { cwd });
    expect({ code, told: err.startsWith(`touchline: ${sentence}`) }).toEqual({ code: exitCode, told: true });
    expect(existsSync(file('m.jsonl'))).toBe(false);
  });
});
