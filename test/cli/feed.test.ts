import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { lastValueFrom, toArray } from 'rxjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { DoesNotHold } from '../../src/cli/complaint.ts';
import { openFeed } from '../../src/cli/matches/feed.ts';
import { loadScenario, writeRecording } from '../../src/index.ts';
import { LINE_LENGTH_MAX } from '../../src/journal/recording.ts';
import { ended, folderWith, remove, start, TAKEN_BACK } from './command.ts';

let cwd: string;
let lines: string[];
beforeAll(async () => {
  cwd = folderWith({ 'scenarios/taken-back.yaml': TAKEN_BACK });
  lines = writeRecording(await loadScenario(`${cwd}/scenarios/taken-back.yaml`)).split(/(?<=\n)/);
});
afterAll(() => remove(cwd));

async function* pieces(texts: readonly string[]): AsyncGenerator<string> {
  yield* texts;
}

/** The entries of a feed by their ids, and what was complained about. */
const read = async (texts: readonly string[], from?: string) => {
  const said: string[] = [];
  const setting = {
    file: 'feed',
    complain: (line: string) => said.push(line),
    ...(from === undefined ? {} : { from }),
  };
  const match = await openFeed(pieces(texts), setting);
  const entries =
    'entries$' in match ? (await lastValueFrom(match.entries$.pipe(toArray()))).flat() : [...match.entries];
  return { live: 'entries$' in match, entries, said };
};

const [HEADER, KICK_OFF, GOAL, CHECK, DECISION, CAUTION] = [0, 1, 2, 3, 4, 5];
const line = (at: number | undefined): string => lines[at ?? 0] ?? '';

describe('what is printed into a pipe', () => {
  test('is a feed once its first entry is there, and the rest follows', async () => {
    expect(await read(lines)).toMatchObject({ live: true, said: [], entries: { length: 5 } });
  });

  test('may be cut anywhere', async () => {
    const { entries } = await read([...lines.join('')]);
    expect(entries.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5]);
  });

  test('a line that is wrong is told with its place and left out, and what follows closes the gap', async () => {
    const misspelt = line(CHECK).replace('"var-check"', '"var-chek"');
    const { entries, said } = await read(
      [HEADER, KICK_OFF, GOAL].map(line).concat('hello\n', misspelt, line(CAUTION).replace('"seq":5', '"seq":4')),
    );
    expect(said).toEqual([
      expect.stringMatching(/^feed:4:\d+ this line is no JSON/),
      expect.stringMatching(/^feed:5:\d+ no such event "var-chek"; did you mean "var-check"\? \(left out\)$/),
    ]);
    expect(entries.map(({ seq }) => seq)).toEqual([1, 2, 3]);
    expect(entries.at(-1)).toMatchObject({ event: { type: 'caution' } });
  });

  test('an entry that nobody sent is missed, and those after it are shown all the same', async () => {
    const { entries, said } = await read([HEADER, KICK_OFF, GOAL, DECISION, CAUTION].map(line));
    expect(said).toEqual(['feed:4:1 seq is 4; entries count 1, 2, 3 … and the next is 3 (kept, as entry 3)']);
    expect(entries.map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
  });

  test('an entry that comes twice is left out', async () => {
    const { entries, said } = await read([HEADER, KICK_OFF, GOAL, GOAL, CHECK].map(line));
    expect(said).toHaveLength(1);
    expect(entries.map(({ seq }) => seq)).toEqual([1, 2, 3]);
  });

  test('a last line that is cut off is told', async () => {
    const { entries, said } = await read([...lines.slice(0, 3), line(CHECK).slice(0, 30)]);
    expect(said).toEqual([expect.stringMatching(/^feed:4:31 the recording is cut off in the middle of line 4/)]);
    expect(entries).toHaveLength(2);
  });

  test('a showing from a later moment waits until that has come', async () => {
    expect(await read(lines.slice(0, 4), 'half-time')).toMatchObject({ live: false, entries: { length: 3 } });
    expect(await read(lines, "3'")).toMatchObject({ live: true, entries: { length: 5 } });
  });
});

test.each([
  ['something else', 'connecting…\n'],
  ['nothing', ''],
  ['a line without an end', 'x'.repeat(LINE_LENGTH_MAX + 1)],
])('where %s comes instead of the header, it is refused at once', async (_what, text) => {
  async function* forEver(): AsyncGenerator<string> {
    yield text;
    if (text !== '') await new Promise(() => undefined);
  }
  const opened = openFeed(forEver(), { file: 'feed', complain: () => undefined });
  await expect(opened).rejects.toThrow(DoesNotHold);
  await expect(opened).rejects.toThrow(/^feed:1:1 /);
});

test('play - tells an entry when it comes, and the end when the feed ends', async () => {
  const child = start(['play', '-', '--speed', 'max'], { cwd });
  const end = ended(child);
  child.stdin?.write(lines.slice(0, 3).join(''));
  let told = '';
  child.stdout?.on('data', (data) => {
    told += data;
  });
  await expect.poll(() => told, { timeout: 5000 }).toContain('HOM 0–1 AWY');
  expect(told).not.toContain('As it stands');
  child.stdin?.end(lines.slice(3).join(''));
  expect(await end).toMatchObject({ code: 0, err: '' });
  expect(told).toMatch(/\nAs it stands at 4': Home 0–0 Away\n\n$/);
});

test('serve - puts a feed on the air while it is still being told, and can be stopped before it ends', async () => {
  const child = start(['serve', '-', '--port', '0', '--speed', 'max'], { cwd });
  const end = ended(child);
  child.stdin?.write(lines.slice(0, 3).join(''));
  const [said] = (await once(child.stdout ?? child, 'data')) as [Buffer];
  const socket = new WebSocket(/ws:\S+/.exec(said.toString())?.[0] ?? '', 'touchline.v1.json');
  const heads: { cursor: number }[] = [];
  socket.on('message', (data) => {
    const { head } = JSON.parse(data.toString());
    if (head !== undefined) heads.push(head);
  });
  await once(socket, 'open');
  socket.send(JSON.stringify({ type: 'join', match: 'taken-back', channel: 'views' }));
  await expect.poll(() => heads.at(-1)?.cursor).toBe(2);
  child.stdin?.write(line(CHECK));
  await expect.poll(() => heads.at(-1)?.cursor).toBe(3);
  child.kill('SIGTERM');
  expect(await end).toMatchObject({ code: 0, signal: null, err: '' });
});

test('the feed that docs/feeding.md shows is one', async () => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/feeding.md'), 'utf8');
  const program = /```js\n([\s\S]*?)```/.exec(page)?.[1] ?? '';
  const { stdout } = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: 'pipe' });
  const { said, entries } = await read([await text(stdout)]);
  expect(said).toEqual([]);
  expect(entries.map(({ kind }) => kind)).toEqual(['event', 'event', 'retraction']);
});
