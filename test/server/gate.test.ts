import { describe, expect, test } from 'vitest';
import { addressOf, countedAs, trustIn } from '../../src/server/address.ts';
import { type GateOptions, openGate } from '../../src/server/gate.ts';
import { CannotServe, type ServeOptions, settle } from '../../src/server/options.ts';
import { isSameSecret, isToken, newToken, tokenOf } from '../../src/server/token.ts';

const TOKEN = 'the-operators-own';
const VIEWER = 'a-viewers-token';

type Headers = Record<string, string>;

const gate = (options: Partial<GateOptions> = {}, trusted: string[] = []) => {
  const isTrusted = trustIn(trusted);
  if (typeof isTrusted === 'string') throw new Error(isTrusted);
  const open = openGate({
    ...{ host: '127.0.0.1', port: 8484, token: undefined, viewerTokens: [], allowOrigin: [], isTrusted },
    ...options,
  });
  return (headers: Headers = {}, peer = '127.0.0.1') => open({ headers, socket: { remoteAddress: peer } } as never);
};
const roleOf = (answer: ReturnType<ReturnType<typeof gate>>) => ('status' in answer ? answer.status : answer.role);

describe('on loopback, without a token', () => {
  const ask = gate({ allowOrigin: ['https://app.example'] });

  test('a program, an own page and an allowed one are operators', () => {
    for (const headers of [
      {},
      { host: 'localhost:8484' },
      { host: '127.0.0.1:8484', origin: 'http://127.0.0.1:8484' },
      { host: '[::1]:8484', origin: 'http://[::1]:8484' },
      { origin: 'HTTP://LOCALHOST:8484' },
      { origin: 'https://app.example' },
    ] as Headers[]) {
      expect(roleOf(ask(headers)), JSON.stringify(headers)).toBe('operator');
    }
  });

  test('a page from elsewhere stays out, with a sentence about what would let it in', () => {
    for (const origin of ['https://elsewhere.example', 'http://localhost:1', 'null', 'https://app.example.evil']) {
      expect(ask({ origin })).toMatchObject({
        status: 403,
        code: 'unknown-origin',
        error: expect.stringMatching(/--allow-origin/),
      });
    }
  });

  test('a page that got our address under a name of its own stays out, also without saying where it is from', () => {
    expect(ask({ host: 'rebound.example:8484' })).toMatchObject({
      status: 403,
      code: 'unknown-host',
      error: expect.stringMatching(/--token/),
    });
    expect(roleOf(ask({ host: 'rebound.example:8484', origin: 'http://rebound.example:8484' }))).toBe(403);
  });

  test('somebody who comes through a proxy is a viewer, wherever the proxy is', () => {
    for (const name of ['x-forwarded-for', 'forwarded', 'x-real-ip', 'x-forwarded-host']) {
      expect(roleOf(ask({ host: 'localhost:8484', [name]: '203.0.113.9' }))).toBe('viewer');
    }
  });
});

describe('with a token', () => {
  const bearer = (token: string): Headers => ({ authorization: `Bearer ${token}` });
  const protocol = (token: string): Headers => ({
    'sec-websocket-protocol': `touchline.v1.json, touchline.token.${token}`,
  });

  test('whoever gives it is an operator, whoever gives none a viewer, whoever gives another one out', () => {
    const ask = gate({ token: TOKEN });
    expect(
      [{}, bearer(TOKEN), protocol(TOKEN), bearer('guess'), protocol('guess')].map((one) => roleOf(ask(one))),
    ).toEqual([...['viewer', 'operator', 'operator', 401, 401]]);
  });

  test('where viewers have theirs, nobody comes in without one', () => {
    const ask = gate({ token: TOKEN, viewerTokens: ['another-viewers', VIEWER] });
    expect(
      [{}, bearer(VIEWER), protocol(VIEWER), bearer(TOKEN), bearer('guess')].map((one) => roleOf(ask(one))),
    ).toEqual([...[401, 'viewer', 'viewer', 'operator', 401]]);
  });

  test.each(['', 'Bearer', 'Bearer ', 'Basic b3BlcmF0b3I6', `Basic ${TOKEN}`, `Bearer ${TOKEN} x`])(
    'an Authorization of "%s" is a wrong one',
    (authorization) => {
      expect(roleOf(gate({ token: TOKEN })({ authorization }))).toBe(401);
    },
  );

  test('who gives a wrong token is told that it is wrong, and who gives none that one is needed', () => {
    const ask = gate({ token: TOKEN, viewerTokens: [VIEWER] });
    expect(ask(bearer('my-other-password'))).toMatchObject({ error: expect.stringMatching(/^the token given isn't/) });
    expect(ask({})).toMatchObject({ error: expect.stringMatching(/^a token is needed here/) });
  });

  test('what is wrong is never said back', () => {
    const answer = gate({ token: TOKEN, viewerTokens: [VIEWER] })(bearer('my-other-password'));
    expect(JSON.stringify(answer)).not.toMatch(/my-other-password|the-operators-own|a-viewers-token/);
  });

  test('the origin still matters', () => {
    expect(roleOf(gate({ token: TOKEN })({ ...bearer(TOKEN), origin: 'https://elsewhere.example' }))).toBe(403);
  });

  test('where other machines reach it, a page of the name that it was reached under is its own', () => {
    const ask = gate({ host: '0.0.0.0', token: TOKEN });
    expect(roleOf(ask({ host: '192.0.2.7:8484', origin: 'http://192.0.2.7:8484' }))).toBe('viewer');
    expect(roleOf(ask({ host: '192.0.2.7:8484', origin: 'http://192.0.2.8:8484' }))).toBe(403);
    expect(
      roleOf(ask({ host: '192.0.2.7:8484', 'x-forwarded-host': 'live.example', origin: 'https://live.example' })),
    ).toBe(403);
    const behind = gate({ host: '0.0.0.0', token: TOKEN }, ['192.0.2.1']);
    const headers = { host: '192.0.2.7:8484', 'x-forwarded-host': 'live.example', origin: 'https://live.example' };
    expect(roleOf(behind(headers, '192.0.2.1'))).toBe('viewer');
    expect(roleOf(behind(headers, '192.0.2.2'))).toBe(403);
  });
});

describe('the address that asks', () => {
  const trusted = trustIn(['10.0.0.0/8', '127.0.0.1', 'fd00::/8']);
  if (typeof trusted === 'string') throw new Error(trusted);
  test.each<[peer: string, forwardedFor: string | undefined, address: string]>([
    ['203.0.113.9', undefined, '203.0.113.9'],
    ['::ffff:203.0.113.9', undefined, '203.0.113.9'],
    // Somebody who isn't a proxy may write what he likes.
    ['203.0.113.9', '198.51.100.1', '203.0.113.9'],
    ['10.1.2.3', '198.51.100.1', '198.51.100.1'],
    ['::ffff:10.1.2.3', '198.51.100.1', '198.51.100.1'],
    ['10.1.2.3', '192.0.2.66, 198.51.100.1, 10.9.9.9', '198.51.100.1'],
    ['127.0.0.1', '2001:db8::7', '2001:db8::7'],
    ['10.1.2.3', '10.4.4.4', '10.4.4.4'],
    ['10.1.2.3', 'unknown', '10.1.2.3'],
    ['10.1.2.3', '', '10.1.2.3'],
  ])('of %s, forwarded for %s, is %s', (peer, forwardedFor, address) => {
    expect(addressOf({ peer, forwardedFor }, trusted)).toBe(address);
  });

  test.each([
    ['203.0.113.9', '203.0.113.9'],
    ['2001:db8:0:7:a:b:c:d', '2001:db8:0:7::/64'],
    ['2001:0DB8::7:a:b:c:d', '2001:db8:0:7::/64'],
    ['2001:db8::', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['64:ff9b::203.0.113.9', '64:ff9b:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
  ])('%s is counted as %s', (address, counted) => expect(countedAs(address)).toBe(counted));

  test.each(['proxy.example', '10.0.0.0/33', '10.0.0.0/x', 'fd00::/129', '', '/8'])(
    'of a proxy is not "%s"',
    (text) => {
      expect(trustIn([text])).toBe(text);
    },
  );
});

describe('a token', () => {
  test('is long enough, new each time, and fits into a list of subprotocols', () => {
    expect(newToken()).toMatch(/^[\w-]{24}$/);
    expect(newToken()).not.toBe(newToken());
    expect(isToken(newToken())).toBe(true);
    for (const bad of [
      'short',
      'with a blank',
      'with,comma',
      'with/slash',
      'with"quote',
      'x'.repeat(257),
      'žluťoučký',
    ]) {
      expect(isToken(bad)).toBe(false);
    }
  });

  test('is compared whole', () => {
    expect(isSameSecret('sesame-open', 'sesame-open')).toBe(true);
    for (const given of ['', 'sesame-ope', 'sesame-open ', 'Sesame-open', 'x'.repeat(100_000)]) {
      expect(isSameSecret(given, 'sesame-open')).toBe(false);
    }
  });

  test('is read from Authorization first', () => {
    expect(tokenOf({ authorization: 'bearer abc', 'sec-websocket-protocol': 'touchline.token.def' })).toBe('abc');
    expect(tokenOf({ 'sec-websocket-protocol': 'chat ,touchline.token.def' })).toBe('def');
    expect(tokenOf({ 'sec-websocket-protocol': 'chat' })).toBeUndefined();
  });
});

describe('what is served, once all is settled', () => {
  test('on loopback needs no token, unless viewers have theirs', () => {
    expect(settle([], {})).toMatchObject({ token: undefined, isTokenNew: false });
    expect(settle([], { token: TOKEN })).toMatchObject({ token: TOKEN, isTokenNew: false });
    expect(settle([], { viewerTokens: [VIEWER] })).toMatchObject({ token: expect.any(String), isTokenNew: true });
  });

  test.each(['0.0.0.0', '::', '192.0.2.7', 'match.example', '127.evil.example'])(
    'on %s needs one, which is made',
    (host) => {
      const { token, isTokenNew } = settle([], { host });
      expect(isToken(token ?? '')).toBe(true);
      expect(isTokenNew).toBe(true);
      expect(settle([], { host, token: TOKEN })).toMatchObject({ token: TOKEN, isTokenNew: false });
    },
  );

  test('bounds the connections of one address where addresses tell people apart', () => {
    expect(settle([], {}).bounds).toMatchObject({ clientsMax: 10_000, connectionsPerAddressMax: 20_000 });
    expect(settle([], { host: '0.0.0.0' }).bounds.connectionsPerAddressMax).toBe(256);
    expect(settle([], { connectionsPerAddressMax: 3 }).bounds.connectionsPerAddressMax).toBe(3);
  });

  test.each<[ServeOptions, RegExp]>([
    [{ token: 'abc' }, /^a token has 8 to 256 letters/],
    [{ viewerTokens: ['with a blank'] }, /^a token has 8 to 256 letters/],
    [{ token: TOKEN, viewerTokens: [TOKEN] }, /^a viewer's token can't be the operator's as well$/],
    [{ trustProxy: ['proxy.example'] }, /^"proxy\.example" is no address of a proxy; one reads like/],
    [{ clientsMax: 0 }, /^clientsMax 0 isn't a whole number from 1 to 2147483647$/],
    [{ heartbeatMs: 1.5 }, /^heartbeatMs 1\.5 isn't/],
    [{ behindMaxMs: Number.POSITIVE_INFINITY }, /^behindMaxMs Infinity isn't/],
    [{ waitFor: -1 }, /^wait-for -1 isn't/],
  ])('refuses %j', (options, sentence) => {
    expect(() => settle([], options)).toThrow(CannotServe);
    expect(() => settle([], options)).toThrow(sentence);
  });

  test('never says a token back', () => {
    expect(() => settle([], { token: 'my secret' })).not.toThrow(/secret/);
  });
});
