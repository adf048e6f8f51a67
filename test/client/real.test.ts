import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer, connect as dial, type Socket } from 'node:net';
import { join } from 'node:path';
import canonicalize from 'canonicalize';
import { afterEach, describe, expect, test, vi } from 'vitest';
import {
  type Client,
  type ConnectionState,
  type ConnectOptions,
  connect,
  type Seen,
  type Told,
} from '../../src/client/connect.ts';
import { history, remember } from '../../src/history.ts';
import { type ServeOptions, serve } from '../../src/server/server.ts';
import { type ShowingOptions, showingOf } from '../../src/server/showing.ts';
import type { Refused } from '../../src/wire/message.ts';
import { flagship } from './flagship.ts';

const match = 'atalanta-dortmund';
const recording = flagship();
const LAST = recording.entries.length;
const straight = history(recording);

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

const onAir = async (showing: ShowingOptions = {}, options: ServeOptions = {}) => {
  const server = await serve([showingOf(match, recording, { speed: 20_000, ...showing })], { rate: 200, ...options });
  ends.push(() => server.close());
  return server;
};

const come = (url: string, options: ConnectOptions = {}) => {
  const states: ConnectionState[] = [];
  const refusals: Refused[] = [];
  const client = connect(url, {
    backoff: { baseMs: 20, capMs: 100 },
    onState: (state) => states.push(state),
    onRefused: (refused) => refusals.push(refused),
    ...options,
  });
  ends.push(() => client.close());
  return { client, states, refusals };
};

/** Follows the views of the match, and its journal, as far as they come. */
const follow = (client: Client) => {
  const seen: Seen[] = [];
  const told: Told[] = [];
  const memory = remember();
  client.follow(match, {}, (each) => seen.push(each));
  client.journal(match, {}, (each) => {
    told.push(each);
    memory.hear(each);
  });
  const atEnd = () =>
    vi.waitFor(() => expect([seen.at(-1)?.head.cursor, memory.history?.length]).toEqual([LAST, LAST]), {
      timeout: 8000,
      interval: 5,
    });
  return { seen, told, memory, atEnd };
};

const numbersOf = (told: readonly Told[]): number[] =>
  told.flatMap((each) => (each.type === 'entries' ? each.entries.map(({ seq }) => seq) : []));
const oneTo = (last: number): number[] => Array.from({ length: last }, (_, index) => index + 1);
const expectFinal = (seen: readonly Seen[]): void => {
  expect(canonicalize(seen.at(-1)?.views)).toBe(canonicalize(straight.viewsAt(LAST)));
};

describe('with the WebSocket that the platform has', () => {
  test('a client follows the flagship to the end, and ends with a straight fold', async () => {
    const { url } = await onAir({ playing: false });
    const { client, states } = come(url);
    const { seen, told, memory, atEnd } = follow(client);
    await vi.waitFor(() => expect(seen).toHaveLength(1));
    client.control(match, { type: 'play' });
    await atEnd();

    expectFinal(seen);
    expect(seen.map(({ revision }) => revision)).toEqual(seen.map((_, index) => index));
    const first = seen[0]?.head.cursor ?? 0;
    expect(seen.flatMap(({ entries }) => entries)).toEqual(recording.entries.slice(first));
    expect(numbersOf(told)).toEqual(oneTo(LAST));
    for (const { head, views } of seen) {
      expect(canonicalize(views)).toBe(canonicalize(memory.history?.viewsAt(head.cursor)));
    }
    expect(states).toEqual([{ state: 'open' }]);
  });

  test('whoever joins late has the journal up to there, and goes on with it', async () => {
    const { url } = await onAir();
    const { client } = come(url);
    const early = follow(client);
    await vi.waitFor(() => expect(early.seen.at(-1)?.head.cursor).toBeGreaterThan(60), { interval: 1 });
    const late = follow(come(url).client);
    await Promise.all([early.atEnd(), late.atEnd()]);
    expectFinal(late.seen);
    expect(numbersOf(late.told)).toEqual(oneTo(LAST));
  });

  test('a seek back is told, and what comes again is told again', async () => {
    const { url } = await onAir({ playing: false });
    const { client } = come(url);
    const { seen, told, memory } = follow(client);
    await vi.waitFor(() => expect(seen).toHaveLength(1));
    for (const cursor of [LAST, 70, 90]) {
      client.control(match, { type: 'seek', to: { cursor } });
      await vi.waitFor(() => expect(memory.history?.length).toBe(cursor), { interval: 2 });
      await vi.waitFor(() => expect(seen.at(-1)?.head.cursor).toBe(cursor), { interval: 2 });
      expect(canonicalize(seen.at(-1)?.views)).toBe(canonicalize(memory.history?.viewsAt(cursor)));
    }
    expect(told.filter(({ type }) => type === 'rewound')).toMatchObject([{ seq: 70 }]);
  });

  test("a showing of one's own is steered by whoever asked for it, and nobody else sees it", async () => {
    const { url } = await onAir({ playing: false }, { token: 'operators-only' });
    const { client, refusals } = come(url);
    const { seen } = follow(client);
    const own: Seen<'scoreboard'>[] = [];
    client.follow(match, { views: ['scoreboard'], playback: { paused: true } }, (each) => own.push(each));
    await vi.waitFor(() => expect(own).toHaveLength(1));
    const { playback } = own[0] ?? {};
    expect(playback).toEqual(expect.any(String));
    expect(client.control(match, { type: 'seek', to: { time: 'full-time' } }, playback)).toBe(true);
    await vi.waitFor(() =>
      expect(own.at(-1)?.views.scoreboard).toMatchObject({ home: { score: 4 }, away: { score: 1 } }),
    );
    client.control(match, { type: 'play' });
    await vi.waitFor(() => expect(refusals).toMatchObject([{ code: 'not-operator', of: 'control' }]));
    expect(seen).toHaveLength(1);
  });

  test('a wrong token is refused for good, and the right one lets in', async () => {
    const { url } = await onAir({}, { token: 'operators-only' });
    const { client } = come(url, { token: 'guessed-it' });
    await vi.waitFor(() => expect(client.state).toMatchObject({ state: 'refused', status: 401, reason: /token/ }));
    const right = come(url, { token: 'operators-only' });
    await vi.waitFor(() => expect(right.client.welcome?.role).toBe('operator'));
  });

  test('a match that is not on is refused, and the connection stays', async () => {
    const { url } = await onAir();
    const { client, refusals, states } = come(url);
    client.follow('atalanta', {}, () => undefined);
    await vi.waitFor(() => expect(refusals).toMatchObject([{ code: 'unknown-match', match: 'atalanta' }]));
    await follow(client).atEnd();
    expect(states).toEqual([{ state: 'open' }]);
  });

  test('a showing that has ended is not come back for', async () => {
    const server = await onAir();
    const { client } = come(server.url);
    const { atEnd } = follow(client);
    await atEnd();
    await server.close('ended');
    await vi.waitFor(() =>
      expect(client.state).toEqual({ state: 'closed', code: 1000, reason: 'the showing has ended' }),
    );
  });
});

describe('when the line is cut again and again', () => {
  /** A stretch of cable between clients and a server. */
  const cable = async (to: string) => {
    const lines = new Set<Socket>();
    const { hostname, port } = new URL(to);
    const net = createServer((near) => {
      const far = dial(Number(port), hostname);
      for (const [line, other] of [
        [near, far],
        [far, near],
      ] as const) {
        lines.add(line);
        line.on('error', () => undefined);
        line.on('close', () => {
          lines.delete(line);
          other.destroy();
        });
      }
      near.pipe(far).pipe(near);
    });
    net.listen(0, '127.0.0.1');
    await once(net, 'listening');
    const cut = (): void => {
      for (const line of lines) line.destroy();
    };
    ends.push(() => {
      cut();
      net.close();
    });
    return { url: `ws://127.0.0.1:${(net.address() as AddressInfo).port}/`, cut };
  };

  test('nothing is missed and nothing told twice', async () => {
    const server = await onAir({ speed: 6000 });
    const { url, cut } = await cable(server.url);
    const clients = Array.from({ length: 5 }, () => come(url));
    const followed = clients.map(({ client }) => follow(client));
    const cutting = setInterval(cut, 80);
    ends.push(() => clearInterval(cutting));
    await Promise.all(followed.map(({ atEnd }) => atEnd()));
    for (const [index, { seen, told }] of followed.entries()) {
      expect(numbersOf(told)).toEqual(oneTo(LAST));
      expect(told.filter(({ type }) => type === 'opened')).toHaveLength(1);
      expectFinal(seen);
      const breaks = clients[index]?.states.filter(({ state }) => state === 'reconnecting') ?? [];
      expect(breaks.length).toBeGreaterThan(3);
      expect(seen.filter(({ cause }) => cause === 'snapshot').length).toBeGreaterThan(3);
    }
  });
});

describe('a server that is killed while clients follow, and started again', () => {
  const start = async (port: number, speed: number, run: string): Promise<{ server: ChildProcess; url: string }> => {
    const file = join(import.meta.dirname, 'served.ts');
    const server = spawn(process.execPath, [file, String(port), String(speed), run], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    ends.push(() => server.kill('SIGKILL'));
    const [said] = await once(server.stdout, 'data');
    return { server, url: String(said).trim() };
  };

  test.each([
    ['as another run, is followed from its start', 'b2', ['a1-1', 'b2-1']],
    ['as the same run, goes on where each one was', 'a1', ['a1-1']],
  ])('%s', async (_, run, epochs) => {
    const { server, url } = await start(0, 4000, 'a1');
    const clients = Array.from({ length: 5 }, () => come(url));
    const followed = clients.map(({ client }) => follow(client));
    await vi.waitFor(
      () => expect(followed.map(({ memory }) => (memory.history?.length ?? 0) > 60)).not.toContain(false),
      { timeout: 5000, interval: 5 },
    );
    server.kill('SIGKILL');
    await once(server, 'exit');
    await vi.waitFor(() => expect(clients.map(({ client }) => client.state.state)).not.toContain('open'));
    await start(Number(new URL(url).port), 20_000, run);
    await Promise.all(followed.map(({ atEnd }) => atEnd()));
    for (const { seen, told } of followed) {
      expectFinal(seen);
      expect(told.flatMap((each) => (each.type === 'opened' ? [each.epoch] : []))).toEqual(epochs);
      const held: number[] = [];
      for (const each of told) {
        if (each.type === 'entries') held.push(...each.entries.map(({ seq }) => seq));
        else held.length = each.type === 'rewound' ? each.seq : 0;
        expect(held).toEqual(oneTo(held.length));
      }
      expect(held).toHaveLength(LAST);
    }
  });
});
