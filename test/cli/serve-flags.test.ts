import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { tell } from '../../src/cli/complaint.ts';
import { goOnAir } from '../../src/cli/serve/air.ts';
import { BOUND_FLAGS, boundsIn } from '../../src/cli/serve/bounds.ts';
import type { ServeOptions } from '../../src/cli/serve.ts';
import { BOUND_NAMES, BOUNDS } from '../../src/server/bounds.ts';
import { ended, folderWith, remove, start, TAKEN_BACK, touchline } from './command.ts';

let cwd: string;
beforeAll(() => {
  cwd = folderWith({ 'scenarios/taken-back.yaml': TAKEN_BACK });
});
afterAll(() => remove(cwd));

const come = async (url: string, ...protocols: string[]) => {
  const socket = new WebSocket(url, ['touchline.v1.json', ...protocols]);
  const heard: { readonly type: string; readonly [field: string]: unknown }[] = [];
  socket.on('message', (data) => heard.push(JSON.parse(data.toString())));
  const [status] = await Promise.race([
    once(socket, 'open').then(() => [101]),
    once(socket, 'unexpected-response').then(([, response]) => [response.statusCode]),
  ]);
  return { socket, heard, status };
};

test('beyond loopback the token is told once, each bound holds, and no token is written down', async () => {
  const words = ['serve', 'taken-back', '--host', '0.0.0.0', '--port', '0', '--speed', 'max', '--wait-for', '2'];
  const more = ['--viewer-token', 'watch-this', '--viewer-token', 'watch-that', '--max-clients', '2', '--log', 'debug'];
  const child = start([...words, ...more], { cwd });
  const end = ended(child);
  const [piece] = (await Promise.race([
    once(child.stdout ?? child, 'data'),
    end.then(({ err }) => Promise.reject(new Error(err))),
  ])) as [Buffer];
  const said = piece.toString();
  const url = /^On the air: (ws:\/\/127\.0\.0\.1:\d+\/)$/m.exec(said)?.[1] ?? '';
  const token = /and it isn't told again: (\S+)$/m.exec(said)?.[1] ?? '';
  expect(said.split(token)).toHaveLength(2);
  expect(said).toContain(`touchline watch ${url} --token <token>, or`);

  const operator = await come(url, `touchline.token.${token}`);
  await expect.poll(() => operator.heard[0]).toMatchObject({ type: 'welcome', role: 'operator' });
  const join = '{"type":"join","match":"taken-back","channel":"views"}';
  operator.socket.send(join);
  await expect
    .poll(() => operator.heard.at(-1))
    .toMatchObject({ type: 'snapshot', head: { cursor: 1, playing: false } });
  expect((await come(url)).status).toBe(401);
  const viewer = await come(url, 'touchline.token.watch-that');
  await expect.poll(() => viewer.heard[0]).toMatchObject({ type: 'welcome', role: 'viewer' });
  viewer.socket.send(join);
  await expect.poll(() => operator.heard.at(-1)?.head).toMatchObject({ cursor: 5 });
  expect((await come(url, 'touchline.token.watch-this')).status).toBe(503);

  child.kill('SIGTERM');
  const { code, err } = await end;
  expect(code).toBe(0);
  const log = err
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(log[0]).toMatchObject({ name: 'touchline', msg: 'on the air', host: '0.0.0.0', matches: ['taken-back'] });
  expect(log.filter(({ msg }) => msg === 'turned away').map(({ status }) => status)).toEqual([401, 503]);
  expect(log.at(-1)).toMatchObject({ msg: 'off the air' });
  for (const secret of [token, 'watch-this', 'watch-that']) expect(err).not.toContain(secret);
});

test('on loopback --token without a value makes one too', async () => {
  const child = start(['serve', 'taken-back', '--port', '0', '--token'], { cwd });
  const end = ended(child);
  const [said] = (await once(child.stdout ?? child, 'data')) as [Buffer];
  expect(said.toString()).toMatch(/^Whoever has this token may steer it, and it isn't told again: [\w-]{24}$/m);
  child.kill('SIGTERM');
  expect(await end).toMatchObject({ code: 0, err: '' });
});

describe('what cannot be served is told in a sentence', () => {
  const told = (asked: Partial<ServeOptions>) =>
    goOnAir(['atalanta-dortmund'], { port: 0, host: '127.0.0.1', speed: 1, rate: 30, bounds: {}, ...asked }).catch(
      (problem) => tell(problem, false),
    );

  test.each<[string, Partial<ServeOptions>, string]>([
    [
      '--token before the match',
      { token: 'atalanta-dortmund' },
      "--token took the match for a token; put the match first (serve atalanta-dortmund --token), or give a token that is none's name",
    ],
    [
      'a token that is too short',
      { token: 'short' },
      'a token has 8 to 256 letters, digits and signs such as - and _, without blanks, commas and slashes',
    ],
    [
      'a proxy that is none',
      { trustProxy: ['10.0.0.0/99'] },
      '"10.0.0.0/99" is no address of a proxy; one reads like 127.0.0.1, 10.0.0.0/8 or fd00::/8',
    ],
    [
      'an address of another machine',
      { host: '192.0.2.77', token: 'operators-only' },
      'this machine has no address 192.0.2.77; use 127.0.0.1',
    ],
  ])('%s', async (_, asked, sentence) => {
    expect(await told(asked)).toEqual({ exitCode: 2, text: `touchline: ${sentence}\n` });
  });

  test('a level of the log that there is not', async () => {
    expect(await touchline(['serve', '--log', 'wran'], { cwd })).toMatchObject({
      code: 2,
      out: '',
      err: 'touchline: --log knows no "wran"; did you mean "warn"?\n',
    });
  });
});

describe('the flags of the bounds', () => {
  test.each(BOUND_NAMES.filter((name) => name !== 'connectionsPerAddressMax' && name !== 'closeTimeoutMs'))(
    '%s is what --help says',
    (name) => {
      const { usual, parse } = BOUND_FLAGS[name];
      expect(parse(usual)).toBe(BOUNDS[name]);
    },
  );

  test('what was given becomes the bound, and nothing else does', () => {
    expect(boundsIn({ port: 1, maxConnectionsPerAddress: 3, showingGrace: 0, joinTimeout: undefined })).toEqual({
      connectionsPerAddressMax: 3,
      playbackGraceMs: 0,
    });
  });

  test('a bound that leaves no server is refused', () => {
    expect(() => BOUND_FLAGS.clientsMax.parse('0')).toThrow(
      "--max-clients 0 isn't a whole number from 1 to 2147483647",
    );
    expect(() => BOUND_FLAGS.heartbeatMs.parse('none')).toThrow(
      "--heartbeat none can't be kept; one reads like 500ms, 20s or 1m, 1ms at least",
    );
  });
});
