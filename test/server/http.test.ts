import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readRecording } from '../../src/journal/recording.ts';
import { serve } from '../../src/server/server.ts';
import { httpError, matchList, matchState, playbackOpened } from '../../src/wire/message.ts';
import { asker, ends, entryAt, eventSource, follower, frameAt, header, madeUp, match, on, posted } from './follower.ts';

const TOKEN = 'the-operators-own';
const bearer = { authorization: `Bearer ${TOKEN}` };
const state = `/matches/${match}`;

/** A server whose showing stands at entry `cursor`. */
const at = async (cursor: number, options: Parameters<typeof on>[0] = {}) => {
  const set = await on(options);
  const { token } = options;
  const watcher = follower(set.server.url, undefined, token === undefined ? {} : { authorization: `Bearer ${token}` });
  await watcher.hears({ type: 'welcome' });
  watcher.say(set.join);
  await watcher.hears({ type: 'snapshot' });
  for (let entry = 1; entry <= cursor; entry += 1) {
    set.next();
    await watcher.hears({ type: 'update', head: { cursor: entry } });
  }
  return { ...set, ask: asker(set.server) };
};

describe('what is on', () => {
  test('is listed, with a tag that holds until it changes', async () => {
    const { ask } = await at(0);
    const { status, json, headers } = await ask('/matches');
    expect(status).toBe(200);
    expect(matchList.parse(json)).toEqual({
      matches: [{ id: match, epoch: 'a1', title: 'Atalanta v Borussia Dortmund' }],
    });
    const again = await ask('/matches', { headers: { 'if-none-match': headers.get('etag') ?? '' } });
    expect([again.status, again.text]).toEqual([304, '']);
  });

  test('is a page for people, in which no title is markup', async () => {
    const { ask } = await at(0);
    const { headers, text } = await ask('/', { headers: { accept: 'text/html' } });
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(text).toContain('Atalanta v Borussia Dortmund');
    expect(text).toContain('There is no dashboard here');
  });

  test('says whether it is up, whether it has something to show, and how it does', async () => {
    const { ask, server } = await at(2);
    expect((await ask('/health')).json).toEqual({ status: 'ok' });
    expect((await ask('/ready')).json).toEqual({ status: 'ready' });
    const follow = follower(server.url);
    await follow.hears({ type: 'welcome' });
    follow.say({ type: 'jion' });
    await follow.hears({ type: 'refused' });
    const { text, headers } = await ask('/metrics');
    expect(headers.get('content-type')).toMatch(/^text\/plain; version=/);
    for (const line of [
      'touchline_clients{role="operator"} 2',
      `touchline_followers{match="${match}"} 1`,
      `touchline_cursor{match="${match}"} 2`,
      `touchline_revisions_total{match="${match}"} 2`,
      'touchline_conflations_total 0',
      'touchline_refusals_total{code="unknown-type"} 1',
      'touchline_messages_received_total 2',
    ]) {
      expect(text).toContain(`${line}\n`);
    }
    expect(text).toMatch(/^touchline_event_loop_delay_seconds\{quantile="0.99"\} [\d.e-]+$/m);
    expect(text).toMatch(/^process_resident_memory_bytes \d+$/m);
  });

  test('is not ready before its first frame', async () => {
    const server = await serve([madeUp().showing]);
    ends.push(() => server.close());
    const ask = asker(server);
    expect(await ask('/ready')).toMatchObject({ status: 503, json: { status: 'starting' } });
    expect(await ask(state)).toMatchObject({ status: 503, json: { code: 'starting' } });
  });
});

describe('a match', () => {
  test('is given as it stands, all of it or the views that are asked for', async () => {
    const { ask } = await at(12);
    const { json } = await ask(state);
    const { head, views } = frameAt(12, false);
    expect(json).toEqual({ match, epoch: 'a1', revision: 12, head, fixture: header.fixture, views });
    expect(matchState.parse(json)).toEqual(json);
    expect((await ask(`${state}?views=result,clock`)).json.views).toEqual({ clock: views.clock, result: views.result });
    expect((await ask(`${state}?views=`)).json.views).toEqual({});
  });

  test('has a tag by which one polls it', async () => {
    const { ask, next } = await at(3);
    const etag = (await ask(state)).headers.get('etag') ?? '';
    const poll = () => ask(state, { headers: { 'if-none-match': `"other", ${etag}` } });
    expect(await poll()).toMatchObject({ status: 304, text: '' });
    expect((await ask(`${state}?views=clock`, { headers: { 'if-none-match': etag } })).status).toBe(200);
    next();
    await expect.poll(async () => (await poll()).status).toBe(200);
  });

  test('has a journal whose tag still holds where a proxy has compressed it', async () => {
    const { ask } = await at(3);
    const etag = (await ask(`${state}/journal`)).headers.get('etag') ?? '';
    expect(etag).toMatch(/^"/);
    expect(await ask(`${state}/journal`, { headers: { 'if-none-match': `W/${etag}` } })).toMatchObject({ status: 304 });
  });

  test('is given at another moment, with a blank for a plus', async () => {
    const { ask } = await at(12);
    expect((await ask(`${state}?asOf=3`)).json).toMatchObject({ match, epoch: 'a1', head: { cursor: 3 } });
    expect((await ask(`${state}?at=45+2'&views=clock`)).json).not.toHaveProperty('revision');
    const { headers } = await ask(`${state}?asOf=3`);
    const again = await ask(`${state}?asOf=3`, { headers: { 'if-none-match': headers.get('etag') ?? '' } });
    expect(again.status).toBe(304);
  });

  test('is told to no viewer beyond what has been shown', async () => {
    const { ask } = await at(12, { token: TOKEN });
    expect(await ask(`${state}?asOf=13`)).toMatchObject({ status: 404, json: { code: 'not-shown-yet' } });
    expect((await ask(`${state}?asOf=end`, { headers: bearer })).json).toMatchObject({ head: { cursor: 40 } });
    expect(await ask(`${state}?asOf=end`)).toMatchObject({ status: 404, json: { code: 'not-shown-yet' } });
    expect((await ask(`${state}?_=cache`)).status).toBe(200);
    expect(await ask(`${state}?asOf=13`, { headers: bearer })).toMatchObject({
      status: 200,
      json: { head: { cursor: 13 } },
    });
  });

  test('has a journal, which is a recording of what has been shown', async () => {
    const { ask, next } = await at(12);
    const { headers, text } = await ask(`${state}/journal`);
    expect(headers.get('content-type')).toBe('application/x-ndjson; charset=utf-8');
    const read = readRecording(text);
    expect(read).toMatchObject({ ok: true, recording: { header } });
    expect(read.ok && read.recording.entries).toEqual(Array.from({ length: 12 }, (_, index) => entryAt(index + 1)));
    const etag = headers.get('etag') ?? '';
    const poll = async () => (await ask(`${state}/journal`, { headers: { 'if-none-match': etag } })).status;
    expect(await poll()).toBe(304);
    next();
    await expect.poll(poll).toBe(200);
  });
});

test('a viewer’s journal tells how it ends, by title and why, only once the showing has ended', async () => {
  const { showing, start, next } = madeUp();
  const ending = { title: 'Atalanta 4–0 Borussia Dortmund', why: 'A rout.' };
  const record = showing.record && { ...showing.record, header: { ...header, ...ending } };
  const server = await serve([{ ...showing, ...(record && { record }) }], { rate: 500, token: TOKEN });
  ends.push(() => server.close());
  start();
  const ask = asker(server);
  const journal = async (headers: Record<string, string> = {}) => {
    const { text, headers: answered } = await ask(`${state}/journal`, { headers });
    return { header: JSON.parse(text.split('\n')[0] ?? ''), etag: answered.get('etag') };
  };
  await expect.poll(async () => (await ask(`${state}/journal`)).status).toBe(200);
  const [viewers, operators] = [await journal(), await journal(bearer)];
  expect(viewers.header).toEqual(header);
  expect(operators.header).toEqual({ ...header, ...ending });
  expect(viewers.etag).not.toBe(operators.etag);
  for (let entry = 1; entry <= 40; entry += 1) next();
  await expect.poll(() => journal()).toMatchObject({ header: ending });
});

describe('what cannot be answered is said in a sentence', () => {
  test.each<[path: string, init: RequestInit, status: number, code: string, sentence: RegExp]>([
    ['/matches/atalanta', {}, 404, 'unknown-match', /did you mean "atalanta-dortmund"\?/],
    [`${state}?playback=p9`, {}, 404, 'unknown-playback', /there is no showing "p9"/],
    [`${state}?views=clok`, {}, 400, 'unknown-view', /did you mean "clock"\?/],
    [`${state}?at=soon`, {}, 400, 'invalid-time', /"soon" is no time; times look like/],
    [`${state}?as-of=half-time`, {}, 400, 'malformed', /there is no parameter "as-of"; did you mean "asOf"\?/],
    [`${state}/stream?channel=vews`, {}, 400, 'invalid-message', /did you mean "views"\?/],
    [`${state}/nothing`, {}, 404, 'not-found', /nothing is served at/],
    [state, { method: 'PUT' }, 405, 'unknown-method', /GET is/],
    [`${state}/control`, {}, 405, 'unknown-method', /POST is/],
    [`${state}/control`, posted('{'), 400, 'malformed', /the body is no JSON/],
    [`${state}/control`, posted({ type: 'pasue' }), 400, 'invalid-message', /did you mean "pause"\?/],
    [
      `${state}/control`,
      posted('{"type":"pause"}', { 'content-type': 'text/plain' }),
      400,
      'malformed',
      /Content-Type/,
    ],
    [`${state}/control`, posted({ type: 'seek', to: { cursor: 99 } }), 422, 'no-such-entry', /the last entry is 40/],
    [`${state}/control`, posted(' '.repeat(65_537)), 413, 'too-long', /at most 65536 bytes/],
    [`${state}/playbacks`, posted({ sped: 3 }), 400, 'invalid-message', /no such field "sped"/],
    ['/matches/nothing/playbacks', posted({}), 404, 'unknown-match', /no such match "nothing"/],
  ])('%s %j: %i', async (path, init, status, code, sentence) => {
    const { ask } = await at(0);
    const answer = await ask(path, init);
    expect(answer).toMatchObject({ status, json: { code, error: expect.stringMatching(sentence) } });
    expect(httpError.parse(answer.json)).toEqual(answer.json);
  });
});

describe('controls over HTTP', () => {
  test('steer the showing, and say where it stands', async () => {
    const { ask } = await at(5);
    const { json } = await ask(`${state}/control`, posted({ type: 'seek', to: { cursor: 2 } }));
    expect(json).toMatchObject({ match, head: { cursor: 2 } });
    await expect.poll(async () => (await ask(state)).json.head.cursor).toBe(2);
  });

  test('are for operators, where there is a token', async () => {
    const { ask } = await at(0, { token: TOKEN });
    const pause = { type: 'pause' };
    expect(await ask(`${state}/control`, posted(pause))).toMatchObject({ status: 403, json: { code: 'not-operator' } });
    expect((await ask(`${state}/control`, posted(pause, { authorization: 'Bearer a-good-guess' }))).status).toBe(401);
    expect((await ask(`${state}/control`, posted(pause, bearer))).status).toBe(200);
  });
});

describe("a showing of one's own, over HTTP", () => {
  test('is opened, watched, and steered with its key', async () => {
    const { ask, server } = await at(5, { token: TOKEN });
    const { status, headers, json } = await ask(`${state}/playbacks`, posted({ speed: 10, paused: true }));
    expect(status).toBe(201);
    const { playback, key } = playbackOpened.parse(json);
    expect(headers.get('location')).toBe(`${state}?playback=${playback}`);
    await expect.poll(async () => (await ask(`${state}?playback=${playback}`)).status).toBe(200);

    const watcher = follower(server.url);
    await watcher.hears({ type: 'welcome', role: 'viewer' });
    watcher.say({ type: 'join', match, channel: 'views', playback });
    await watcher.hears({ type: 'snapshot', playback, head: { cursor: 0 } });

    const seek = { type: 'seek', to: { cursor: 7 } };
    const control = `${state}/control?playback=${playback}`;
    expect((await ask(control, posted(seek))).status).toBe(403);
    expect((await ask(control, posted(seek, { 'touchline-key': 'not-the-key' }))).status).toBe(403);
    expect((await ask(`${state}/control`, posted(seek, { 'touchline-key': key }))).status).toBe(403);
    expect((await ask(control, posted(seek, { 'touchline-key': key }))).json).toMatchObject({
      playback,
      head: { cursor: 7 },
    });
    await watcher.hears({ type: 'update', playback, head: { cursor: 7 } });
    expect((await ask(state)).json.head.cursor).toBe(5);
  });

  test('needs no body', async () => {
    const { ask } = await at(0);
    expect((await ask(`${state}/playbacks`, { method: 'POST' })).status).toBe(201);
  });
});

describe('an event stream', () => {
  test('begins with a snapshot and goes on with updates, whose ids are their revisions', async () => {
    const { server, next } = await at(3);
    const stream = eventSource(server, `${state}/stream?views=scoreboard`);
    await stream.hears(1);
    next();
    await stream.hears(2);
    expect(stream.events).toMatchObject([
      { id: '3', data: { type: 'snapshot', revision: 3, views: { scoreboard: {} } } },
      { id: '4', data: { type: 'update', revision: 4, head: { cursor: 4 } } },
    ]);
  });

  test('of the journal goes on after the last event that was read', async () => {
    const { server, next } = await at(3);
    const path = `${state}/stream?channel=journal`;
    const first = eventSource(server, path);
    await first.hears(2);
    expect(first.events.map(({ id, data }) => [id, data.type])).toEqual([
      ['a1:0', 'opened'],
      ['a1:3', 'entries'],
    ]);
    first.leave();
    next();
    const second = eventSource(server, path, { 'last-event-id': 'a1:3' });
    await second.hears(2);
    expect(second.events).toMatchObject([
      { id: 'a1:3', data: { type: 'opened' } },
      { id: 'a1:4', data: { type: 'entries', seq: 4, entries: [entryAt(4)] } },
    ]);
    const lost = eventSource(server, path, { 'last-event-id': 'nonsense' });
    await lost.hears(2);
    expect(lost.events[1]?.data.entries).toHaveLength(4);
  });

  test('ends with a good-bye', async () => {
    const { server } = await at(1);
    const stream = eventSource(server, `${state}/stream`);
    await stream.hears(1);
    await server.close();
    await stream.ended;
    expect(stream.events.at(-1)?.data).toEqual({ type: 'bye', code: 1001, reason: 'the server is stopping' });
  });

  test('of a quiet match is kept up by its heartbeats, however short the patience with those who read nothing', async () => {
    const { server, next } = await at(1, { behindMaxMs: 1, heartbeatMs: 100 });
    const stream = eventSource(server, `${state}/stream`);
    await stream.hears(1);
    await new Promise((resolve) => setTimeout(resolve, 500));
    next();
    await stream.hears(2);
    expect(stream.events.at(-1)?.data).toMatchObject({ type: 'update', revision: 2 });
  });

  test('counts as a client, and a head alone opens none', async () => {
    const { server, ask } = await at(0, { clientsMax: 2 });
    const head = await ask(`${state}/stream`, { method: 'HEAD' });
    expect(head.headers.get('content-type')).toMatch(/^text\/event-stream/);
    const stream = eventSource(server, `${state}/stream`);
    await stream.hears(1);
    expect(await ask(`${state}/stream`)).toMatchObject({ status: 503, json: { code: 'full' } });
    expect((await ask(`${state}/stream`)).headers.get('retry-after')).toBe('1');
    stream.leave();
    await expect.poll(async () => (await ask('/metrics')).text).toContain('touchline_clients{role="operator"} 1\n');
  });
});

describe('a page', () => {
  const origin = 'https://app.example';

  test('of an allowed origin may read what it asks for, and asks first', async () => {
    const { ask } = await at(0, { allowOrigin: [origin], viewerTokens: ['a-viewers-token'], token: TOKEN });
    const preflight = await ask(`${state}/control`, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST' },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-origin')).toBe(origin);
    const allowed = preflight.headers.get('access-control-allow-headers')?.split(', ');
    expect(allowed).toEqual(expect.arrayContaining(['authorization', 'if-none-match']));
    const { headers, status } = await ask(state, { headers: { origin, ...bearer } });
    expect([status, headers.get('access-control-allow-origin'), headers.get('vary')]).toEqual([200, origin, 'Origin']);
  });

  test('of another origin may not, and a program is told of no origin', async () => {
    const { ask } = await at(0);
    const refused = await ask(`${state}/control`, posted({ type: 'pause' }, { origin: 'https://elsewhere.example' }));
    expect(refused).toMatchObject({ status: 403, json: { code: 'unknown-origin' } });
    expect(refused.headers.get('access-control-allow-origin')).toBeNull();
    expect((await ask(state)).headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('each answer', () => {
  test.each(['/', '/matches', `${state}/journal`, '/nowhere', '/metrics'])(
    'of %s keeps browsers from doing what they should not',
    async (path) => {
      const { ask } = await at(0);
      const { headers } = await ask(path);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    },
  );

  test('comes only so often to one address', async () => {
    const { ask } = await at(0, { requestsPerSecondMax: 5 });
    const answers = await Promise.all(Array.from({ length: 15 }, () => ask('/health')));
    const statuses = answers.map(({ status }) => status);
    expect(statuses).toContain(200);
    expect(statuses).toContain(429);
    expect(answers.find(({ status }) => status === 429)?.json.code).toBe('too-many-requests');
  });
});

describe('what costs much', () => {
  test('is given to viewers less often, and to operators as often as they ask', async () => {
    const { ask } = await at(12, { token: TOKEN, requestsPerSecondMax: 20 });
    const statuses = async (headers: Record<string, string>) => {
      const answers = await Promise.all(Array.from({ length: 8 }, () => ask(`${state}?asOf=3`, { headers })));
      return new Set(answers.map(({ status }) => status));
    };
    expect(await statuses(bearer)).toEqual(new Set([200]));
    expect(await statuses({})).toEqual(new Set([200, 429]));
  });
});

describe('a folder of files', () => {
  test('is given out at /, without a token, and the match only with one', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'touchline-page-'));
    ends.push(() => rm(folder, { recursive: true }));
    await writeFile(join(folder, 'index.html'), '<!doctype html><title>Live</title>');
    const { ask, server } = await at(0, { assets: folder, token: TOKEN, viewerTokens: ['a-viewers-token'] });
    const { text, headers } = await ask('/');
    expect(text).toContain('<title>Live</title>');
    expect(headers.get('content-security-policy')).toContain("default-src 'self'");
    const etag = headers.get('etag') ?? '';
    expect((await ask('/', { headers: { 'if-none-match': etag } })).status).toBe(304);
    expect(await ask('/nothing.js')).toMatchObject({ status: 404, json: { code: 'not-found' } });
    for (const path of [
      state,
      '/matches',
      '/%6Datches',
      `/%6Datches/${match}`,
      `/./matches/${match}`,
      '//matches',
      '/metrics',
    ]) {
      const { status, text } = await ask(path.startsWith('//') ? `http://${new URL(server.url).host}${path}` : path);
      expect([401, 404], path).toContain(status);
      expect(text).not.toContain('Atalanta');
    }
    expect((await ask(state, { headers: bearer })).status).toBe(200);
    expect((await ask('/health')).status).toBe(200);
  });

  test('that is not there cannot be served', async () => {
    await expect(on({ assets: '/nowhere/at/all' })).rejects.toThrow(
      'there is no folder "/nowhere/at/all" to give files out of',
    );
  });
});
