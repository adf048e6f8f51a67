import { once } from 'node:events';
import { type AddressInfo, createServer, connect as dial, type Socket } from 'node:net';
import canonicalize from 'canonicalize';
import { describe, expect, test, vi } from 'vitest';
import type { Seen } from '../../src/client/connect.ts';
import { afterwards, come, expectFinal, follow, LAST, match, numbersOf, onAir, oneTo, recording } from './evening.ts';

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
    await vi.waitFor(() =>
      expect(client.state).toMatchObject({ state: 'refused', status: 401, reason: expect.stringMatching(/token/) }),
    );
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
    afterwards(() => {
      cut();
      net.close();
    });
    return { url: `ws://127.0.0.1:${(net.address() as AddressInfo).port}/`, cut };
  };

  test('nothing is missed and nothing told twice', async () => {
    const server = await onAir({ playing: false });
    const { url, cut } = await cable(server.url);
    const operator = come(server.url).client;
    const clients = Array.from({ length: 5 }, () => come(url));
    const followed = clients.map(({ client }) => follow(client));
    const allAre = (state: string) =>
      vi.waitFor(() => expect(clients.map(({ client }) => client.state.state)).toEqual(Array(5).fill(state)), {
        timeout: 5000,
        interval: 2,
      });
    await vi.waitFor(() => expect(operator.state.state).toBe('open'));
    await allAre('open');
    await vi.waitFor(() => expect(followed[0]?.seen).toHaveLength(1));
    const first = followed[0]?.seen[0]?.head.cursor ?? 0;
    for (let cursor = first; cursor < LAST; cursor += 1) {
      // The match goes on while they are away.
      if ((cursor - first) % 12 === 6) cut();
      if ((cursor - first) % 12 === 0) await allAre('open');
      operator.control(match, { type: 'step', by: 1 });
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    await Promise.all(followed.map(({ atEnd }) => atEnd()));
    for (const [index, { seen, told }] of followed.entries()) {
      expect(numbersOf(told)).toEqual(oneTo(LAST));
      expect(told.filter(({ type }) => type === 'opened')).toHaveLength(1);
      expectFinal(seen);
      expect(clients[index]?.states.filter(({ state }) => state === 'open').length).toBeGreaterThanOrEqual(6);
    }
  });
});
