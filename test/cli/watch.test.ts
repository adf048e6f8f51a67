import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { tell } from '../../src/cli/complaint.ts';
import { type Match, openMatch } from '../../src/cli/matches/match.ts';
import { Reception, type Sight } from '../../src/cli/watch/reception.ts';
import { tuneIn } from '../../src/cli/watch/tuning.ts';
import { placeOf } from '../../src/cli/watch/way.ts';
import { type ServeOptions, serve } from '../../src/server/server.ts';
import { type ShowingOptions, showingOf } from '../../src/server/showing.ts';
import { apply } from '../../src/wire/patch.ts';
import { ended, folderWith, remove, start, TAKEN_BACK, touchline } from './command.ts';

let cwd: string;
let match: Match;
let played: string;
beforeAll(async () => {
  cwd = folderWith({ 'scenarios/taken-back.yaml': TAKEN_BACK });
  match = await openMatch('taken-back', cwd);
  played = (await touchline(['play', 'taken-back', '--speed', 'max'], { cwd })).out;
});
afterAll(() => remove(cwd));

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

const onAir = async (showing: ShowingOptions = {}, options: ServeOptions = {}, names = ['taken-back']) => {
  const showings = names.map((name) => showingOf(name, match, { playing: false, ...showing }));
  const server = await serve(showings, options);
  ends.push(() => server.close());
  return { server, control: (showings[0] as (typeof showings)[number]).control };
};

/** Somebody who watches, in a process of his own. */
const watcher = (url: string, ...words: string[]) => {
  const child = start(['watch', url, ...words], { cwd });
  ends.push(() => child.kill('SIGKILL'));
  const said = { out: '', err: '' };
  child.stdout?.on('data', (piece) => {
    said.out += piece;
  });
  child.stderr?.on('data', (piece) => {
    said.err += piece;
  });
  const hears = (text: string) => vi.waitFor(() => expect(said.out).toContain(text), { timeout: 8000, interval: 5 });
  const saysAside = (text: string) =>
    vi.waitFor(() => expect(said.err).toContain(text), { timeout: 8000, interval: 5 });
  return { child, end: ended(child), hears, saysAside };
};

describe('in text', () => {
  test('the lines are those of play, and it ends with the showing', async () => {
    const { server } = await onAir({ speed: 1000 }, { waitFor: 1 });
    const { end, hears } = watcher(server.url.replace('ws:', 'http:'));
    await hears('As it stands');
    await server.close('ended');
    expect(await end).toEqual({ code: 0, signal: null, out: played, err: '' });
  });

  test('what was missed while the server was away is told once, and in a pipe it ends with the showing', async () => {
    const first = await onAir({ run: 'a' }, { waitFor: 0 });
    const { end, hears, saysAside } = watcher(`127.0.0.1:${first.server.address.port}`);
    await hears('kicks off');
    first.control({ type: 'step', by: 1 });
    await hears('HOM 0–1 AWY');
    await first.server.close();
    await saysAside('is gone');
    await onAir({ run: 'a', speed: 'max', playing: true }, { port: first.server.address.port });
    const { url } = first.server;
    expect(await end).toEqual({
      code: 0,
      signal: null,
      out: played,
      err: `The connection to ${url} is gone (the server is stopping); trying again until Ctrl-C.\nConnected again.\n`,
    });
  });
});

test('whoever has had enough in the middle is told no result', async () => {
  const { server } = await onAir();
  const { child, end, hears } = watcher(server.url);
  await hears('HOM 0–0 AWY');
  child.kill('SIGINT');
  const { code, out, err } = await end;
  expect({ code, err }).toEqual({ code: 130, err: '' });
  expect(out).not.toContain('As it stands');
});

test('in JSON each entry has its own patch, though one update brought them all', async () => {
  const { server } = await onAir(
    { speed: 'max' },
    { waitFor: 1, token: 'operators-only', viewerTokens: ['watch-this'] },
  );
  const { end, hears } = watcher(server.url, '--format', 'json', '--token', 'watch-this');
  await hears('"seq":5');
  await server.close('ended');
  const { out, ...rest } = await end;
  expect(rest).toEqual({ code: 0, signal: null, err: '' });
  const [first, ...entries] = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  const shown = await touchline(['play', 'taken-back', '--speed', 'max', '--format', 'json'], { cwd });
  const [opening, ...lines] = shown.out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(first).toEqual(opening);
  for (const [index, line] of lines.entries()) {
    const { position, ...own } = line.head;
    expect(entries[index]).toEqual({ ...line, head: { ...own, position: 220_000 } });
    expect(position).toBeLessThanOrEqual(220_000);
  }
  const views = entries.reduce((before, { patch }) => apply(before, patch), first.views);
  expect(views.scoreboard.away.score).toBe(0);
});

describe('whoever finds nobody is told so in a sentence', () => {
  const told = (word: string, options: { readonly match?: string; readonly token?: string } = {}) =>
    tuneIn(word, { format: 'text', color: false, ...options }).catch((problem) => tell(problem, false));
  const wrong = (exitCode: number, sentence: string) => ({ exitCode, text: `touchline: ${sentence}\n` });

  test('where several matches are on, one has to be chosen', async () => {
    const { server } = await onAir({}, {}, ['taken-back', 'late-winner']);
    const { url } = server;
    expect(await told(url)).toEqual(
      wrong(2, `2 matches are on at ${url}; choose one with --match: taken-back, late-winner`),
    );
    expect(await told(url, { match: 'late-winer' })).toEqual(
      wrong(2, `no match "late-winer" is on at ${url}; did you mean "late-winner"?`),
    );
  });

  test('where a token is wanted', async () => {
    const { server } = await onAir({}, { token: 'operators-only', viewerTokens: ['watch-this'] });
    const { url } = server;
    expect(await told(url)).toEqual(wrong(1, `${url} wants a token; give it with --token`));
    expect(await told(url, { token: 'guessed-it' })).toEqual(
      wrong(1, `${url} doesn't know this token; the server's operator has the right one`),
    );
    expect(await told(url, { token: 'no' })).toEqual(
      wrong(2, '--token is none that a server could have given out: those have 8 to 256 characters, no blanks'),
    );
  });

  test('where nothing listens, something else does, or the server is full', async () => {
    const { server } = await onAir();
    await server.close();
    expect(await told(server.url)).toEqual(
      wrong(
        1,
        `nobody answers at ${server.url} (nothing listens there); touchline serve puts a match on the air, and says where`,
      ),
    );
    const other = createServer((_, response) => response.writeHead(404).end('a shop')).listen(0, '127.0.0.1');
    ends.push(() => other.close());
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    expect(await told(`127.0.0.1:${port}`)).toEqual(
      wrong(1, `ws://127.0.0.1:${port}/ answers, but not as a Touchline server; is it the right port?`),
    );
    const full = await onAir({}, { clientsMax: 1 });
    const first = new WebSocket(full.server.url, 'touchline.v1.json');
    await once(first, 'open');
    expect(await told(full.server.url)).toMatchObject({
      exitCode: 1,
      text: expect.stringMatching(/is there, but took no connection.*; it may be full, so try again later\n$/),
    });
    first.close();
  });

  test.each(['ftp://live.example', 'ws://', 'live example', 'mailto:x'])(
    '%s is no address of a server',
    async (word) => {
      expect(await told(word)).toEqual(
        wrong(2, `"${word}" is no address of a server; one reads like ws://127.0.0.1:8484 or 127.0.0.1:8484`),
      );
    },
  );
});

test.each([
  ['ws://127.0.0.1:8484', 'ws://127.0.0.1:8484/'],
  ['https://live.example/cup/', 'wss://live.example/cup/'],
  ['localhost:8484', 'ws://localhost:8484/'],
  ['[::1]:8484', 'ws://[::1]:8484/'],
  ['8484', 'ws://127.0.0.1:8484/'],
])('%s is the server at %s', (word, url) => {
  expect(placeOf(word).url).toBe(url);
});

describe('the steps of what is received', () => {
  const receive = () => {
    const sights: Sight[] = [];
    const reception = new Reception((sight) => sights.push(sight));
    const { header, entries } = match;
    const to = (cursor: number) => entries.slice(0, cursor);
    const head = (cursor: number) => ({ cursor, entries: 5 }) as Sight['head'];
    return {
      see: (cursor: number, cause: 'snapshot' | 'play' | 'seek' | 'control') =>
        reception.see({ head: head(cursor), cause }),
      opened: (epoch: string) => reception.hear({ type: 'opened', match: 'm', epoch, header }),
      passed: (epoch: string, from: number, until: number) =>
        reception.hear({ type: 'entries', match: 'm', epoch, seq: until, entries: to(until).slice(from) }),
      rewound: (epoch: string, seq: number) => reception.hear({ type: 'rewound', match: 'm', epoch, seq }),
      steps: () =>
        sights.map(({ step: { opens, moved, from, to } }) => [opens ? 'opens' : moved ? 'moved' : 'passed', from, to]),
    };
  };

  test('a head waits for its entries, and a goal that came while the journal was opened is passed', () => {
    const { see, opened, passed, steps } = receive();
    see(1, 'snapshot');
    see(3, 'play');
    opened('a-1');
    expect(steps()).toEqual([]);
    passed('a-1', 0, 3);
    expect(steps()).toEqual([
      ['opens', 1, 1],
      ['passed', 1, 3],
    ]);
  });

  test('a seek moves it, back and on', () => {
    const { see, opened, passed, rewound, steps } = receive();
    see(4, 'snapshot');
    opened('a-1');
    passed('a-1', 0, 4);
    see(2, 'seek');
    rewound('a-1', 2);
    see(5, 'seek');
    passed('a-1', 2, 5);
    expect(steps()).toEqual([
      ['opens', 4, 4],
      ['moved', 4, 2],
      ['moved', 2, 5],
    ]);
  });

  test('each pass of a loop opens anew', () => {
    const { see, opened, passed, steps } = receive();
    see(5, 'snapshot');
    opened('a-1');
    passed('a-1', 0, 5);
    see(1, 'seek');
    opened('a-2');
    see(2, 'play');
    passed('a-2', 0, 1);
    passed('a-2', 1, 2);
    expect(steps()).toEqual([
      ['opens', 5, 5],
      ['opens', 1, 1],
      ['passed', 1, 2],
    ]);
  });

  test('another run that stands where the last one stood is opened as well', () => {
    const { see, opened, passed, steps } = receive();
    see(3, 'snapshot');
    opened('a-1');
    passed('a-1', 0, 3);
    see(3, 'snapshot');
    opened('b-1');
    passed('b-1', 0, 3);
    expect(steps().filter(([kind]) => kind === 'opens')).toEqual([
      ['opens', 3, 3],
      ['opens', 3, 3],
    ]);
  });
});
