import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import type { ServeOptions } from '../../src/server/server.ts';
import { asker, ends, follower, match, on } from './follower.ts';
import { frameOf, rawWebSocket, tcp, UPGRADE } from './raw.ts';

const TEXT = 0x1;
const CONTINUED = 0x0;
const PING = 0x9;
const PONG = 0xa;

/** More than the machine's own buffers hold. */
const FILM_BYTES = 20_000_000;

/** A server, and somebody well behaved who follows it; whatever else happens, he must notice nothing. */
const watched = async (options: ServeOptions = {}) => {
  const set = await on(options);
  const headers = options.token === undefined ? {} : { authorization: `Bearer ${options.token}` };
  const viewer = follower(set.server.url, undefined, headers as Record<string, string>);
  await viewer.hears({ type: 'welcome' });
  viewer.say(set.join);
  await viewer.hears({ type: 'snapshot' });
  let cursor = 0;
  const unharmed = async () => {
    cursor += 1;
    set.next();
    await viewer.hears({ type: 'update', head: { cursor } });
    expect(viewer.revisions).toEqual(viewer.revisions.map((_, index) => index));
    expect((await asker(set.server)('/health')).status).toBe(200);
  };
  return { ...set, viewer, unharmed };
};

/** The same each time (mulberry32). */
const bytes = (seed: number, length: number): Buffer => {
  let state = seed;
  return Buffer.from(
    Array.from({ length }, () => {
      state = (state + 0x6d2b79f5) | 0;
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
      return ((mixed ^ (mixed >>> 14)) >>> 0) & 0xff;
    }),
  );
};

describe('bytes that mean nothing', () => {
  test('instead of a request', async () => {
    const { server, unharmed } = await watched();
    for (let seed = 1; seed <= 20; seed += 1) {
      const line = await tcp(server);
      line.socket.end(bytes(seed, 2000));
      await line.closed;
    }
    await unharmed();
  });

  test('instead of frames', async () => {
    const { server, unharmed } = await watched();
    for (let seed = 1; seed <= 20; seed += 1) {
      const line = await rawWebSocket(server);
      line.socket.end(bytes(seed, 2000));
      await line.closed;
    }
    await unharmed();
  });

  test('as the text of messages', async () => {
    const { server, unharmed } = await watched();
    const line = await rawWebSocket(server);
    for (let seed = 1; seed <= 50; seed += 1) line.frame(TEXT, bytes(seed, 200).toString('latin1'));
    line.frame(TEXT, JSON.stringify({ type: 'join', match, channel: 'views' }));
    await vi.waitFor(() => expect(line.heard().includes('"snapshot"')).toBe(true));
    await unharmed();
  });
});

describe('a breach of RFC 6455 closes with its code', () => {
  test.each<[name: string, code: number, frames: Buffer]>([
    ['text that is no UTF-8', 1007, frameOf(TEXT, Buffer.from([0xc3, 0x28, 0xff]))],
    ['a frame that claims to be longer than can be', 1009, Buffer.from([0x81, 0xff, 0x3f, ...Array(11).fill(0xff)])],
    ['a frame just over the bound', 1009, frameOf(TEXT, Buffer.alloc(65_537, 0x20))],
    [
      'fragments that are too long together',
      1009,
      Buffer.concat([
        frameOf(TEXT, Buffer.alloc(40_000, 0x20), false),
        frameOf(CONTINUED, Buffer.alloc(40_000, 0x20), false),
      ]),
    ],
    [
      'a flood of fragments',
      1008,
      Buffer.concat([
        frameOf(TEXT, Buffer.from('{'), false),
        ...Array(100).fill(frameOf(CONTINUED, Buffer.from(' '), false)),
      ]),
    ],
    [
      'a flood of empty fragments',
      1008,
      Buffer.concat([
        frameOf(TEXT, Buffer.alloc(0), false),
        ...Array(100).fill(frameOf(CONTINUED, Buffer.alloc(0), false)),
      ]),
    ],
    ['a frame without a mask', 1002, Buffer.from([0x81, 0x02, 0x7b, 0x7d])],
    ['a compressed frame that was never agreed', 1002, Buffer.from([0xc1, 0x80, 0, 0, 0, 0])],
    ['a ping that is too long', 1002, frameOf(PING, Buffer.alloc(126))],
    ['an opcode that there is not', 1002, frameOf(0x3, Buffer.alloc(0))],
  ])('%s: %i', async (_, code, frames) => {
    const { server, unharmed } = await watched();
    const line = await rawWebSocket(server);
    line.socket.write(frames);
    expect(await line.closeCode()).toBe(code);
    await unharmed();
  });
});

describe('JSON that is meant to hurt', () => {
  const deep = (length: number) => `${'['.repeat(length)}${']'.repeat(length)}`;
  const objects = (length: number) => `${'{"a":'.repeat(length)}1${'}'.repeat(length)}`;
  test.each<[name: string, text: string, code: string]>([
    ['nested lists', deep(32_000), 'malformed'],
    ['nested lists for a type', `{"type":${deep(32_000)}}`, 'unknown-type'],
    ['nested objects for a match', `{"type":"join","channel":"views","match":${objects(10_000)}}`, 'invalid-message'],
    [
      'nested objects for a playback',
      `{"type":"join","match":"${match}","channel":"views","playback":${objects(10_000)}}`,
      'invalid-message',
    ],
    [
      'nested objects for a seek',
      `{"type":"control","match":"${match}","control":{"type":"seek","to":${objects(10_000)}}}`,
      'invalid-message',
    ],
    [
      'ten thousand views',
      `{"type":"join","match":"${match}","channel":"views","views":[${'1,'.repeat(9_999)}1]}`,
      'invalid-message',
    ],
    [
      'ten thousand fields',
      `{"type":"leave","match":"${match}",${Array.from({ length: 5_000 }, (_, i) => `"f${i}":1`)}}`,
      'invalid-message',
    ],
    [
      'a number beyond numbers',
      `{"type":"control","match":"${match}","control":{"type":"speed","speed":1e999}}`,
      'invalid-message',
    ],
    [
      'a prototype',
      `{"type":"join","match":"${match}","channel":"views","__proto__":{"polluted":true}}`,
      'invalid-message',
    ],
    [
      'a prototype within',
      `{"type":"join","match":"${match}","channel":"views","playback":{"__proto__":{"polluted":true}}}`,
      'invalid-message',
    ],
    [
      'a constructor',
      `{"type":"join","match":"${match}","channel":"views","constructor":{"prototype":{"polluted":true}}}`,
      'invalid-message',
    ],
    ['a match called __proto__', '{"type":"join","match":"__proto__","channel":"views"}', 'unknown-match'],
    [
      'a showing called __proto__',
      `{"type":"join","match":"${match}","channel":"views","playback":"__proto__"}`,
      'unknown-playback',
    ],
  ])('%s is refused, and the client stays', async (_, text, code) => {
    const { server, join, unharmed } = await watched();
    const client = follower(server.url);
    await client.hears({ type: 'welcome' });
    client.say(text);
    const refused = await client.hears({ type: 'refused' });
    expect(refused).toMatchObject({ code });
    expect(refused.message.length).toBeLessThan(700);
    client.say(join);
    await client.hears({ type: 'snapshot' });
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    await unharmed();
  });
});

describe('a client that asks too much', () => {
  test('joins ten thousand times, and is closed', async () => {
    const { server, join, unharmed } = await watched();
    const client = follower(server.url);
    await client.hears({ type: 'welcome' });
    for (let time = 0; time < 10_000; time += 1) client.say(join);
    expect(await client.closed).toEqual({ code: 4004, reason: 'too many messages' });
    expect(client.messages.filter(({ type }) => type === 'snapshot').length).toBeLessThanOrEqual(300);
    await unharmed();
  });

  test('joins and never reads: what waits for it stays within the bound, and in the end it is closed', async () => {
    const { server, join, unharmed } = await watched({
      messagesPerSecondMax: 100_000,
      behindMaxMs: 300,
      backlogBytesMax: 65_536,
    });
    const line = await rawWebSocket(server);
    line.socket.pause();
    const say = frameOf(TEXT, Buffer.from(JSON.stringify(join)));
    for (let time = 0; time < 10_000; time += 1) line.socket.write(say);
    const metric = async (name: string) => {
      const { text } = await asker(server)('/metrics');
      return Number(new RegExp(`^${name}(?:\\{.*\\})? (\\S+)$`, 'm').exec(text)?.[1] ?? 0);
    };
    await expect.poll(() => metric('touchline_conflations_total'), { timeout: 3000 }).toBeGreaterThan(0);
    await expect.poll(() => metric('touchline_closes_total'), { timeout: 3000 }).toBe(1);
    // Ten thousand snapshots of 5 kB would be 50 MB; the kernel takes a few, and we keep none.
    expect(await metric('touchline_bytes_sent_total')).toBeLessThan(20_000_000);
    expect((await asker(server)('/metrics')).text).toContain(
      'touchline_closes_total{code="4002",reason="too far behind"} 1',
    );
    line.socket.destroy();
    await vi.waitFor(async () => expect(await metric('touchline_clients')).toBe(1));
    await unharmed();
  });

  test.each([
    ['pings', PING],
    ['answers what nobody asked', PONG],
  ])('%s without end, and is closed', async (_, opcode) => {
    const { server, unharmed } = await watched({ messagesPerSecondMax: 20, closeTimeoutMs: 100 });
    const line = await rawWebSocket(server);
    for (let time = 0; time < 50; time += 1) line.frame(opcode, 'again');
    expect(await line.closeCode()).toBe(4004);
    await unharmed();
  });

  test('connects more often than one address may', async () => {
    const { server, viewer } = await watched({ connectionsPerAddressMax: 3 });
    const [second, third] = [await tcp(server), await tcp(server)];
    const fourth = await tcp(server);
    await fourth.closed;
    expect(String(fourth.heard())).toMatch(/^HTTP\/1\.1 429 Too Many Requests\r\n/);
    second.socket.destroy();
    await second.closed;
    await vi.waitFor(async () => {
      const again = await rawWebSocket(server);
      again.socket.destroy();
    });
    third.socket.destroy();
    expect(viewer.socket.readyState).toBe(1);
  });

  test('comes when there are as many as there may be', async () => {
    const { server, unharmed } = await watched({ clientsMax: 2 });
    const second = follower(server.url);
    await second.hears({ type: 'welcome' });
    const { status, body } = await follower(server.url).refused;
    expect([status, JSON.parse(body).code]).toEqual([503, 'full']);
    second.socket.terminate();
    await unharmed();
  });
});

describe('a client that is not there', () => {
  test('half-open, answers no heartbeat and is closed; one that answers stays', async () => {
    const { server, viewer, unharmed } = await watched({ heartbeatMs: 40, unansweredMaxMs: 120, closeTimeoutMs: 100 });
    const line = await rawWebSocket(server);
    line.frame(TEXT, JSON.stringify({ type: 'join', match, channel: 'views' }));
    expect(await line.closeCode()).toBe(4003);
    expect(viewer.socket.readyState).toBe(1);
    await unharmed();
  });

  test('drips the head of its request, or says nothing at all, and is cut off', async () => {
    const { server, unharmed } = await watched({ handshakeTimeoutMs: 150 });
    const [mute, slow] = [await tcp(server), await tcp(server)];
    const drip = setInterval(() => slow.socket.write('X'), 20);
    ends.push(() => clearInterval(drip));
    slow.socket.write(UPGRADE.slice(0, 60));
    await Promise.all([mute.closed, slow.closed]);
    expect(String(slow.heard())).toMatch(/^HTTP\/1\.1 408 /);
    await unharmed();
  });

  test('asks for a file and never reads it: it is cut off, and one that reads slowly has it whole', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'touchline-page-'));
    ends.push(() => rm(folder, { recursive: true }));
    await writeFile(join(folder, 'film.bin'), Buffer.alloc(FILM_BYTES));
    const { server, unharmed } = await watched({ assets: folder, behindMaxMs: 500, heartbeatMs: 100 });
    const ask = 'GET /film.bin HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n';
    const [deaf, slow] = [connect(server.address.port, '127.0.0.1'), connect(server.address.port, '127.0.0.1')];
    const closed = [once(deaf, 'close'), once(slow, 'close')];
    for (const socket of [deaf, slow]) {
      ends.push(() => socket.destroy());
      socket.on('error', () => undefined);
      socket.write(ask);
    }
    // Each read makes room for a little more in the machine's own buffers.
    const sip = setInterval(() => slow.read(), 5);
    ends.push(() => clearInterval(sip));
    await new Promise((resolve) => setTimeout(resolve, 2000));
    clearInterval(sip);
    for (const socket of [deaf, slow]) socket.resume();
    await Promise.all(closed);
    expect(slow.bytesRead).toBeGreaterThan(FILM_BYTES);
    expect(deaf.bytesRead).toBeLessThan(FILM_BYTES);
    await unharmed();
  });

  test('hangs up in the middle of a body, which is no mistake of ours', async () => {
    const lines: string[] = [];
    const nothing = () => undefined;
    const error = (fields: object, message: string) => void lines.push(JSON.stringify({ ...fields, message }));
    const { server, unharmed } = await watched({ log: { debug: nothing, info: nothing, warn: nothing, error } });
    for (const body of ['{"type":', 'no chunk']) {
      const length = body.startsWith('{') ? 'Content-Length: 100' : 'Transfer-Encoding: chunked';
      const line = await tcp(server);
      line.socket.end(`POST /matches/${match}/control HTTP/1.1\r\nHost: localhost\r\n${length}\r\n\r\n${body}`);
      await line.closed;
    }
    await unharmed();
    expect(lines).toEqual([]);
  });

  test('is killed in the middle of a frame, or of its request', async () => {
    const { server, unharmed } = await watched();
    const half = frameOf(TEXT, Buffer.from(JSON.stringify({ type: 'leave', match }))).subarray(0, 20);
    for (let time = 0; time < 10; time += 1) {
      const line = await rawWebSocket(server);
      line.socket.write(half);
      await new Promise((resolve) => setTimeout(resolve, 1));
      line.socket.resetAndDestroy();
      const early = await tcp(server);
      early.socket.write(UPGRADE);
      early.socket.resetAndDestroy();
    }
    await expect
      .poll(async () => (await asker(server)('/metrics')).text)
      .toContain('touchline_clients{role="operator"} 1\n');
    await unharmed();
  });
});

describe('at the door', () => {
  test('a wrong token is turned away, and never said back nor written down', async () => {
    const lines: string[] = [];
    const write = (fields: object, message: string) => void lines.push(JSON.stringify({ ...fields, message }));
    const log = { debug: write, info: write, warn: write, error: write };
    const { server, unharmed } = await watched({ token: 'the-operators-own', log });
    const wrong = follower(server.url, ['touchline.v1.json', 'touchline.token.a-good-guess']);
    const { status, body } = await wrong.refused;
    expect([status, JSON.parse(body).code]).toEqual([401, 'unknown-token']);
    const right = follower(server.url, ['touchline.v1.json', 'touchline.token.the-operators-own']);
    await right.hears({ type: 'welcome', role: 'operator' });
    expect(right.socket.protocol).toBe('touchline.v1.json');
    await follower(server.url).hears({ type: 'welcome', role: 'viewer' });
    await unharmed();
    expect(lines.some((line) => line.includes('unknown-token'))).toBe(true);
    expect(`${lines}${body}`).not.toMatch(/a-good-guess|the-operators-own/);
  });

  test('who is turned away is written down by his own address, not by that of our proxy', async () => {
    const warned: object[] = [];
    const nothing = () => undefined;
    const log = { debug: nothing, info: nothing, warn: (fields: object) => void warned.push(fields), error: nothing };
    const { server } = await watched({ token: 'the-operators-own', trustProxy: ['127.0.0.1'], log });
    const headers = { authorization: 'Bearer a-good-guess', 'x-forwarded-for': '198.51.100.7, 203.0.113.9' };
    expect((await asker(server)('/matches', { headers })).status).toBe(401);
    expect(warned).toEqual([{ status: 401, code: 'unknown-token', address: '203.0.113.9' }]);
  });

  test.each<[name: string, headers: string, status: number]>([
    [
      'an old version, whose Origin is elsewhere',
      `${UPGRADE.replace('Version: 13', 'Version: 8')}\r\nSec-WebSocket-Origin: https://elsewhere.example`,
      426,
    ],
    ['a key that is none', UPGRADE.replace('dGhlIHNhbXBsZSBub25jZQ==', 'sesame'), 400],
    ['a method that is none', UPGRADE.replace('GET', 'POST'), 405],
    ['a list of subprotocols that is none', `${UPGRADE}\r\nSec-WebSocket-Protocol: touchline.v1.json,,`, 400],
    ['a head that is too long', `${UPGRADE}\r\nX-Long: ${'x'.repeat(20_000)}`, 431],
  ])('%s is turned away', async (_, headers, status) => {
    const { server, unharmed } = await watched();
    const line = await tcp(server);
    line.socket.write(`${headers}\r\n\r\n`);
    await line.closed;
    expect(String(line.heard())).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    await unharmed();
  });

  test('a path out of the folder leads nowhere', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'touchline-page-'));
    ends.push(() => rm(folder, { recursive: true }));
    await writeFile(join(folder, 'index.html'), '<!doctype html>');
    const { server, unharmed } = await watched({ assets: folder });
    for (const path of [
      '/../../etc/passwd',
      '/%2e%2e/%2e%2e/etc/passwd',
      '/..%2f..%2fetc/passwd',
      '//etc/passwd',
      '/\\..\\..\\etc\\passwd',
      'http://elsewhere.example/etc/passwd',
    ]) {
      const line = await tcp(server);
      line.socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
      await line.closed;
      expect(String(line.heard()), path).toMatch(/^HTTP\/1\.1 40[034] /);
      expect(String(line.heard())).not.toContain('root:');
    }
    await unharmed();
  });
});

test('a clock that is set back or forward while clients follow changes nothing', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  ends.push(() => vi.useRealTimers());
  const { server, unharmed, join } = await watched({ joinTimeoutMs: 60_000, heartbeatMs: 40 });
  for (const hours of [-5, 48, -1000]) {
    vi.setSystemTime(Date.now() + hours * 3_600_000);
    await unharmed();
    const late = follower(server.url);
    await late.hears({ type: 'welcome' });
    late.say(join);
    await late.hears({ type: 'snapshot' });
  }
});

test('somebody who hangs up while being welcomed is forgotten', async () => {
  const { server, unharmed } = await watched();
  const clients = Array.from({ length: 50 }, () => follower(server.url));
  await Promise.all(clients.map(({ socket }) => once(socket, 'open')));
  for (const { socket } of clients) socket.terminate();
  await expect
    .poll(async () => (await asker(server)('/metrics')).text)
    .toContain('touchline_clients{role="operator"} 1\n');
  await unharmed();
});
