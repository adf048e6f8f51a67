import { once } from 'node:events';
import { connect as connectTcp } from 'node:net';
import { describe, expect, test } from 'vitest';
import { CannotServe, type ServeOptions, serve } from '../../src/server/server.ts';
import { serverMessage } from '../../src/wire/message.ts';
import { ends, entryAt, fixture, follower, frameAt, LAST, madeUp, match, on } from './follower.ts';
import { tcp } from './raw.ts';

describe('a client written from the contract alone', () => {
  test('follows a match from the first frame to the last, without a gap', async () => {
    const { server, next, join } = await on();
    const client = follower(server.url);
    expect(await client.hears({ type: 'welcome' })).toEqual({
      type: 'welcome',
      protocol: 'touchline.v1.json',
      role: 'operator',
      matches: [{ id: match, epoch: 'a1', title: 'Atalanta v Borussia Dortmund' }],
    });
    expect(client.socket.protocol).toBe('touchline.v1.json');
    client.say(join);
    await client.hears({ type: 'snapshot', fixture });
    for (let i = 0; i < LAST; i += 1) {
      next();
      if (i % 3 === 0) await new Promise((resolve) => setTimeout(resolve, 3));
    }
    await client.hears({ type: 'update', head: { cursor: LAST } });

    expect(client.views()).toEqual(frameAt(LAST, false).views);
    expect(client.revisions).toEqual(client.revisions.map((_, index) => index));
    expect(client.revisions.length).toBeGreaterThan(5);
    const passed = client.messages.flatMap(({ entries = [] }) => entries);
    expect(passed).toEqual(Array.from({ length: LAST }, (_, index) => entryAt(index + 1)));
    for (const message of client.messages) expect(serverMessage.parse(message)).toEqual(message);
  });

  test('joins late, and goes on from its snapshot in step with the others', async () => {
    const { server, next, join } = await on();
    const early = follower(server.url);
    await early.hears({ type: 'welcome' });
    early.say(join);
    await early.hears({ type: 'snapshot' });
    for (let cursor = 1; cursor <= 25; cursor += 1) {
      next();
      await early.hears({ type: 'update', head: { cursor } });
    }
    const late = follower(server.url);
    await late.hears({ type: 'welcome' });
    late.say(join);
    expect((await late.hears({ type: 'snapshot' })).revision).toBe(25);
    next();
    await Promise.all([early, late].map((one) => one.hears({ type: 'update', head: { cursor: 26 } })));
    expect(late.revisions).toEqual([25, 26]);
    expect(early.revisions.at(-1)).toBe(26);
    expect(late.views()).toEqual(early.views());
  });

  test('steers: the showing goes back, its revision goes on, and everybody sees it', async () => {
    const { server, next, join } = await on();
    const [operator, other] = [follower(server.url), follower(server.url)];
    for (const client of [operator, other]) {
      await client.hears({ type: 'welcome' });
      client.say({ ...join, views: ['scoreboard', 'shootout'] });
      await client.hears({ type: 'snapshot' });
    }
    for (let cursor = 1; cursor <= 20; cursor += 1) next();
    await other.hears({ type: 'update', head: { cursor: 20 } });
    expect(other.views()).toMatchObject({ scoreboard: { home: { score: 2 } }, shootout: { first: 'ATA' } });

    operator.say({ type: 'control', match, control: { type: 'seek', to: { cursor: 10 } } });
    const update = await other.hears({ type: 'update', cause: 'seek' });
    expect(update).not.toHaveProperty('entries');
    expect(update.patch).toEqual({ scoreboard: { home: { score: 1 } }, shootout: null });
    expect(update.revision).toBe((other.revisions.at(-2) as number) + 1);
    const { scoreboard } = frameAt(10, false).views;
    expect(other.views()).toEqual({ scoreboard });

    operator.say({ type: 'control', match, control: { type: 'play' } });
    expect(await other.hears({ type: 'update', cause: 'control' })).toMatchObject({
      patch: {},
      head: { playing: true },
    });
  });
});

describe('a message that makes no sense is refused, and the client stays', () => {
  test.each<[name: string, said: unknown, refused: object]>([
    ['no JSON', 'GOAL!', { code: 'malformed' }],
    [
      'another type',
      { type: 'jion' },
      { code: 'unknown-type', of: 'jion', message: expect.stringContaining('"join"') },
    ],
    [
      'another match',
      { type: 'join', match: 'atalanta', channel: 'views' },
      { code: 'unknown-match', of: 'join', match: 'atalanta', message: expect.stringContaining(match) },
    ],
    [
      'another view',
      { type: 'join', match, channel: 'views', views: ['clok'] },
      { code: 'unknown-view', of: 'join', match, message: expect.stringContaining('"clock"') },
    ],
    [
      'a seek past the end',
      { type: 'control', match, control: { type: 'seek', to: { cursor: 99 } } },
      { code: 'no-such-entry', of: 'control', match, message: 'the last entry is 40' },
    ],
  ])('%s', async (_, said, refused) => {
    const { server, join } = await on();
    const client = follower(server.url);
    await client.hears({ type: 'welcome' });
    client.say(said);
    expect(await client.hears({ type: 'refused' })).toEqual({
      type: 'refused',
      message: expect.any(String),
      ...refused,
    });
    client.say(join);
    await client.hears({ type: 'snapshot' });
  });

  test('a binary frame', async () => {
    const { server } = await on();
    const client = follower(server.url);
    await client.hears({ type: 'welcome' });
    client.socket.send(Buffer.from('{"type":"leave"}'));
    await client.hears({ type: 'refused', code: 'malformed' });
  });

  test('but one of more than 64 KiB ends the connection, with the code of RFC 6455', async () => {
    const { server } = await on();
    const client = follower(server.url);
    await client.hears({ type: 'welcome' });
    client.say(' '.repeat(65_536));
    await client.hears({ type: 'refused', code: 'malformed' });
    client.say(' '.repeat(65_537));
    expect((await client.closed).code).toBe(1009);
  });
});

describe('at the door', () => {
  test.each([
    ['a page from elsewhere', 'https://elsewhere.example'],
    ['a page of another port', 'http://localhost:1'],
    ['a page without an origin of its own', 'null'],
  ])('%s is turned away with 403', async (_, origin) => {
    const { server } = await on();
    const { status, body } = await follower(server.url, undefined, { origin }).refused;
    expect(status).toBe(403);
    expect(JSON.parse(body).error).toContain('--allow-origin');
  });

  test("a program, a page of the server's own and a page that was allowed come in", async () => {
    const { server } = await on({ allowOrigin: ['https://app.example'] });
    const { port } = server.address;
    for (const origin of [
      undefined,
      `http://127.0.0.1:${port}`,
      `http://localhost:${port}`,
      `http://[::1]:${port}`,
      'https://app.example',
    ]) {
      await follower(server.url, undefined, origin === undefined ? {} : { origin }).hears({
        type: 'welcome',
        role: 'operator',
      });
    }
  });

  test("a page that got the server's address under its own name stays out", async () => {
    const { server } = await on();
    const host = `rebound.example:${server.address.port}`;
    expect((await follower(server.url, undefined, { host, origin: `http://${host}` }).refused).status).toBe(403);
  });

  test('our subprotocol among others, or none at all, will do; others alone will not', async () => {
    const { server } = await on();
    const among = follower(server.url, ['chat', 'touchline.v1.json']);
    await among.hears({ type: 'welcome' });
    expect(among.socket.protocol).toBe('touchline.v1.json');
    const none = follower(server.url, []);
    await none.hears({ type: 'welcome' });
    expect(none.socket.protocol).toBe('');
    const { status, body } = await follower(server.url, ['touchline.v2.json', 'chat']).refused;
    expect(status).toBe(400);
    expect(JSON.parse(body).error).toContain('touchline.v1.json');
  });

  test('only path / has the WebSocket', async () => {
    const { server } = await on();
    expect((await follower(`${server.url}live`).refused).status).toBe(404);
    await follower(`${server.url}?from=here`).hears({ type: 'welcome' });
  });

  test('whoever joins nothing in time is told so and closed', async () => {
    const { server } = await on({ joinTimeoutMs: 20 });
    const client = follower(server.url);
    expect(await client.closed).toEqual({ code: 4001, reason: 'nothing was joined in time' });
    expect(client.messages.at(-1)).toEqual({ type: 'bye', code: 4001, reason: 'nothing was joined in time' });
  });
});

describe('over plain HTTP', () => {
  test.each([
    [
      'GET',
      '/',
      200,
      {
        name: 'touchline',
        protocol: 'touchline.v1.json',
        matches: [{ id: match, epoch: 'a1', title: 'Atalanta v Borussia Dortmund' }],
      },
    ],
    ['GET', '/health?deep', 200, { status: 'ok' }],
    [
      'GET',
      '/nowhere',
      404,
      { code: 'not-found', error: 'nothing is served at "/nowhere"; try /, /matches or /health' },
    ],
    ['DELETE', '/', 405, { code: 'unknown-method', error: "DELETE isn't answered here; GET is" }],
  ])('%s %s is answered with %i', async (method, path, status, body) => {
    const { server } = await on();
    const response = await fetch(new URL(path, server.url.replace('ws:', 'http:')), { method });
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toMatch(/^application\/json/);
    expect(await response.json()).toEqual(body);
  });
});

describe('closing', () => {
  test('says bye to everybody and closes with the code', async () => {
    const { server, join } = await on();
    const clients = [follower(server.url), follower(server.url)];
    for (const client of clients) await client.hears({ type: 'welcome' });
    clients[0]?.say(join);
    await clients[0]?.hears({ type: 'snapshot' });
    await Promise.all([server.close('ended'), server.close()]);
    for (const client of clients) {
      expect(await client.closed).toEqual({ code: 1000, reason: 'the showing has ended' });
      expect(client.messages.at(-1)).toEqual({ type: 'bye', code: 1000, reason: 'the showing has ended' });
    }
    await expect(fetch(server.url.replace('ws:', 'http:'))).rejects.toThrow();
  });

  test('cuts off whoever does not answer, within the bound', async () => {
    const { server } = await on({ closeTimeoutMs: 50 });
    const deaf = connectTcp(server.address.port, '127.0.0.1');
    ends.push(() => deaf.destroy());
    deaf.write(
      'GET / HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
    );
    const mute = connectTcp(server.address.port, '127.0.0.1');
    ends.push(() => mute.destroy());
    const gone = [once(deaf, 'close'), once(mute, 'close')];
    await once(deaf, 'data');
    deaf.resume();
    mute.resume();
    await server.close();
    await Promise.all(gone);
  });

  test('opens no showing for a wish that was finished too late, so that nothing keeps the process up', async () => {
    let opened = 0;
    const { showing, start } = madeUp();
    const open = () => {
      opened += 1;
      return madeUp().showing;
    };
    const server = await serve([{ ...showing, open }], { closeTimeoutMs: 2000 });
    ends.push(() => server.close());
    start();
    const line = await tcp(server);
    line.socket.write(
      `POST /matches/${match}/playbacks HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{`,
    );
    await expect
      .poll(async () => (await fetch(new URL('/ready', server.url.replace('ws:', 'http:')))).status)
      .toBe(200);
    const stopped = server.close();
    line.socket.write('}');
    await Promise.all([stopped, line.closed]);
    expect(String(line.heard())).toMatch(/^HTTP\/1\.1 503 [\s\S]*"code":"stopping"/);
    expect(opened).toBe(0);
  });
});

describe('a program that offers HTTP/2 besides', () => {
  test('is answered all the same, over HTTP/1.1', async () => {
    const { server } = await on();
    const line = await tcp(server);
    line.socket.write(
      'GET /matches HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade, HTTP2-Settings, close\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQCAAAAAAIAAAAA\r\n\r\n',
    );
    await line.closed;
    expect(String(line.heard())).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
  });
});

describe('what cannot be served is said in a sentence', () => {
  const { showing } = madeUp();

  test('a port that is taken is named, with what to do', async () => {
    const { server } = await on();
    const { port } = server.address;
    const trying = serve([showing], { port });
    await expect(trying).rejects.toThrow(CannotServe);
    await expect(trying).rejects.toThrow(
      `port ${port} on 127.0.0.1 is taken; stop what listens there, or choose another with --port`,
    );
  });

  test.each<[ServeOptions, RegExp]>([
    [{ port: 70_000 }, /^port 70000 isn't a whole number from 0 to 65535$/],
    [{ host: 'a host' }, /^host "a host" is neither an address nor a name; use 127\.0\.0\.1$/],
    [{ rate: 0 }, /^rate 0 isn't a number above 0/],
    [{ allowOrigin: ['app.example'] }, /^"app\.example" isn't a web origin; one reads like https:\/\/app\.example/],
    [{ allowOrigin: ['https://app.example/live'] }, /isn't a web origin/],
  ])('%j', async (options, sentence) => {
    const trying = serve([showing], options);
    await expect(trying).rejects.toThrow(CannotServe);
    await expect(trying).rejects.toThrow(sentence);
  });

  test('two matches of one name', async () => {
    await expect(serve([showing, showing])).rejects.toThrow('two matches are called "atalanta-dortmund"');
  });
});
