import { expect, test } from 'vitest';
import { openLog } from '../../src/server/log.ts';
import { follower, on } from './follower.ts';

const lines = () => {
  const written: string[] = [];
  return { written, write: (line: string) => void written.push(line) };
};

test('what happens is written down as JSON, one object a line', async () => {
  const to = lines();
  const { server } = await on({ log: await openLog('info', to) });
  const client = follower(server.url);
  await client.hears({ type: 'welcome' });
  client.say({ type: 'join', match: 'atalanta-dortmund', channel: 'views', playback: { speed: 2 } });
  await client.hears({ type: 'snapshot' });
  await server.close();
  const read = to.written.map((line) => JSON.parse(line));
  expect(read.map(({ msg }) => msg)).toEqual(['on the air', 'playback opened', 'playback ended', 'off the air']);
  expect(read[0]).toMatchObject({
    name: 'touchline',
    level: 30,
    port: server.address.port,
    matches: ['atalanta-dortmund'],
  });
});

test('a level leaves out what is below it, and silent leaves out all', async () => {
  for (const [level, count] of [
    ['error', 1],
    ['warn', 2],
    ['silent', 0],
  ] as const) {
    const to = lines();
    const log = await openLog(level, to);
    for (const write of ['debug', 'info', 'warn', 'error'] as const) log[write]({}, write);
    expect(to.written).toHaveLength(count);
  }
});

test('a secret that finds its way there is left out', async () => {
  const to = lines();
  const log = await openLog('info', to);
  const headers = {
    authorization: 'Bearer sesame',
    'sec-websocket-protocol': 'touchline.token.sesame',
    host: 'localhost',
  };
  log.info({ token: 'sesame', headers, request: { headers } }, 'all of it');
  expect(to.written.join()).toContain('localhost');
  expect(to.written.join()).not.toContain('sesame');
});
