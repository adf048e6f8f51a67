import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type ConnectionState, type ConnectOptions, connect } from '../../src/client/connect.ts';
import { CLOSES } from '../../src/wire/message.ts';
import { FakeSocket, fakeTimers, match, opened, snapshot, URL_OF_SERVER, update } from './stage.ts';

beforeEach(fakeTimers);
afterEach(() => {
  vi.useRealTimers();
});

/** A client whose waits are half of what they may be at most. */
const come = (options: ConnectOptions = {}) => {
  const states: ConnectionState[] = [];
  const client = connect(URL_OF_SERVER, {
    webSocket: FakeSocket,
    random: () => 0.5,
    fetch: () => Promise.reject(new TypeError('no HTTP here')),
    onState: (state) => states.push(state),
    ...options,
  });
  return { client, states, words: () => states.map(({ state }) => state) };
};
const join = { type: 'join', match, channel: 'views' };

describe('at the door', () => {
  test('it is connecting until the server has said welcome, then open', () => {
    const { client, words } = come();
    expect(client.state).toEqual({ state: 'connecting' });
    expect(FakeSocket.latest).toMatchObject({ url: URL_OF_SERVER, protocols: ['touchline.v1.json'] });
    FakeSocket.latest.welcomes();
    expect(client.state).toEqual({ state: 'open' });
    expect(client.welcome).toMatchObject({ role: 'operator', matches: [{ id: match }] });
    expect(words()).toEqual(['open']);
  });

  test('a token goes along as a second subprotocol, since browsers set no headers', () => {
    come({ token: 'lH0-x' });
    expect(FakeSocket.latest.protocols).toEqual(['touchline.v1.json', 'touchline.token.lH0-x']);
  });

  test('what was followed before the door opened is joined when it has', () => {
    const { client } = come();
    client.follow(match, {}, () => undefined);
    expect(FakeSocket.latest.said).toEqual([]);
    FakeSocket.latest.welcomes();
    expect(FakeSocket.latest.said).toEqual([join]);
  });

  test('a door that nobody answers is tried again', () => {
    const { client } = come({ answerMs: 10_000 });
    vi.advanceTimersByTime(10_000);
    expect(client.state).toEqual({
      state: 'reconnecting',
      inMs: 250,
      code: 1006,
      reason: 'nobody answered within 10000 ms',
    });
    expect(FakeSocket.latest.isClosed).toBe(true);
    vi.advanceTimersByTime(250);
    expect(FakeSocket.all).toHaveLength(2);
  });

  test.each([401, 403])('a door that says %i over HTTP has refused, and is not tried again', async (status) => {
    const fetch = vi.fn(async () => Response.json({ code: 'no', error: 'a token is needed' }, { status }));
    const { client } = come({ token: 'wrong', fetch });
    FakeSocket.latest.ends();
    await vi.advanceTimersByTimeAsync(0);
    expect(client.state).toEqual({ state: 'refused', status, reason: 'a token is needed' });
    expect(fetch.mock.calls).toEqual([
      [new URL('http://127.0.0.1:8484/matches'), { headers: { authorization: 'Bearer wrong' } }],
    ]);
    await vi.advanceTimersByTimeAsync(120_000);
    expect(FakeSocket.all).toHaveLength(1);
    client.follow(match, {}, () => undefined);
    expect(FakeSocket.all).toHaveLength(2);
  });

  test.each([
    ['is full', async () => Response.json({ code: 'full', error: 'come later' }, { status: 503 })],
    ['answers, so that the WebSocket alone has failed', async () => Response.json({ matches: [] })],
    ['says no JSON', async () => new Response('Forbidden', { status: 403 })],
    ['is not there', () => Promise.reject(new TypeError('fetch failed'))],
  ])('a server that %s is tried again', async (_, fetch) => {
    const { client } = come({ fetch });
    FakeSocket.latest.ends();
    await vi.advanceTimersByTimeAsync(0);
    expect(client.state).toEqual({ state: 'reconnecting', inMs: 250, code: 1006, reason: '' });
    await vi.advanceTimersByTimeAsync(250);
    FakeSocket.latest.welcomes();
    expect(client.state).toEqual({ state: 'open' });
  });

  test('an answer that comes when the next attempt is under way is too late', async () => {
    let answer = (_: Response): void => undefined;
    const { client } = come({ fetch: () => new Promise((resolve) => (answer = resolve)) });
    FakeSocket.latest.ends();
    vi.advanceTimersByTime(250);
    answer(Response.json({ code: 'no', error: 'a token is needed' }, { status: 401 }));
    FakeSocket.latest.welcomes();
    await vi.advanceTimersByTimeAsync(0);
    expect(client.state).toEqual({ state: 'open' });
  });

  test('an address that no WebSocket takes is told at once', () => {
    expect(() => connect('ws://127.0.0.1:port/')).toThrow(expect.objectContaining({ name: 'SyntaxError' }));
  });
});

describe('coming back', () => {
  test('each wait in a row is drawn from twice the range, up to the cap', () => {
    const { states } = come();
    for (let attempt = 0; attempt < 9; attempt += 1) {
      FakeSocket.latest.ends();
      vi.advanceTimersToNextTimer();
    }
    const waits = states.flatMap((state) => (state.state === 'reconnecting' ? [state.inMs] : []));
    expect(waits).toEqual([250, 500, 1000, 2000, 4000, 8000, 15_000, 15_000, 15_000]);
  });

  test('a connection that breaks soon is no success, and one that held is', () => {
    const { client } = come({ backoff: { stableMs: 10_000 } });
    for (const inMs of [250, 500, 1000]) {
      FakeSocket.latest.welcomes();
      vi.advanceTimersByTime(9999);
      FakeSocket.latest.ends();
      expect(client.state).toMatchObject({ state: 'reconnecting', inMs });
      vi.advanceTimersByTime(inMs);
    }
    FakeSocket.latest.welcomes();
    vi.advanceTimersByTime(10_000);
    FakeSocket.latest.ends();
    expect(client.state).toMatchObject({ state: 'reconnecting', inMs: 250 });
  });

  test('what is followed is joined again, and what was left is not', () => {
    const { client } = come();
    client.follow(match, {}, () => undefined);
    const leave = client.follow('lyon-apoel', {}, () => undefined);
    FakeSocket.latest.welcomes();
    FakeSocket.latest.ends(1001, 'the server is stopping');
    leave();
    vi.advanceTimersByTime(250);
    FakeSocket.latest.welcomes();
    expect(FakeSocket.latest.said).toEqual([join]);
  });

  const { ended, joinTimeout, ...others } = CLOSES;

  test.each(Object.values(others))('after $code ($reason) it comes back', ({ code, reason }) => {
    const { client } = come();
    FakeSocket.latest.welcomes();
    FakeSocket.latest.ends(code, reason);
    expect(client.state).toEqual({ state: 'reconnecting', inMs: 250, code, reason });
  });

  test.each([
    ended,
    { code: 1002, reason: 'protocol error' },
    { code: 1003, reason: 'unsupported data' },
    { code: 1007, reason: 'invalid payload' },
    { code: 1008, reason: 'policy violation' },
    { code: 1009, reason: 'message too big' },
    { code: 1010, reason: 'extension expected' },
  ])('after $code ($reason) it stays away', ({ code, reason }) => {
    const { client } = come();
    client.follow(match, {}, () => undefined);
    FakeSocket.latest.welcomes();
    FakeSocket.latest.ends(code, reason);
    expect(client.state).toEqual({ state: 'closed', code, reason });
    vi.advanceTimersByTime(120_000);
    expect(FakeSocket.all).toHaveLength(1);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('whoever was sent away because nothing was joined comes back for something to join', () => {
    const { client } = come();
    FakeSocket.latest.welcomes();
    FakeSocket.latest.ends(joinTimeout.code, joinTimeout.reason);
    expect(client.state).toEqual({ state: 'closed', ...joinTimeout });
    client.follow(match, {}, () => undefined);
    FakeSocket.latest.welcomes();
    expect(FakeSocket.all).toHaveLength(2);
    expect(FakeSocket.latest.said).toEqual([join]);
    // Joined too late to be heard: there is something to come back for.
    FakeSocket.latest.ends(joinTimeout.code, joinTimeout.reason);
    expect(client.state).toMatchObject({ state: 'reconnecting', ...joinTimeout });
  });

  test('a bye counts where the close frame was lost', () => {
    const { client } = come();
    FakeSocket.latest.welcomes();
    FakeSocket.latest.says({ type: 'bye', ...ended });
    FakeSocket.latest.ends();
    expect(client.state).toEqual({ state: 'closed', ...ended });
  });

  test('an old connection that still talks is not listened to', () => {
    const { client } = come();
    client.follow(match, {}, () => {
      throw new Error('told twice');
    });
    const [old] = FakeSocket.all;
    old?.welcomes();
    old?.ends();
    vi.advanceTimersByTime(250);
    FakeSocket.latest.welcomes();
    old?.says(snapshot(7));
    old?.ends(1000, 'late');
    expect(client.state).toEqual({ state: 'open' });
  });

  test.each(['GOAL!', '17', 'null', '{}', '[{"type":"bye"}]'])(
    'a server that says %s is none of ours for now',
    (text) => {
      const { client } = come();
      FakeSocket.latest.welcomes();
      FakeSocket.latest.says(text);
      expect(client.state).toMatchObject({
        state: 'reconnecting',
        reason: 'the server said something that is no message',
      });
      expect(FakeSocket.latest.isClosed).toBe(true);
    },
  );

  test.each<[without: string, said: object]>([
    ['matches', { type: 'welcome' }],
    ['views', { ...snapshot(1), views: undefined }],
    ['a head', { ...snapshot(1), head: null }],
    ['a patch', { ...update(1), patch: undefined }],
    ['a header', { type: 'opened', match, epoch: 'a1' }],
    ['entries', { type: 'entries', match, epoch: 'a1', seq: 1 }],
    ['a list of entries', { type: 'entries', match, epoch: 'a1', seq: 1, entries: {} }],
    ['an entry in its list', { type: 'entries', match, epoch: 'a1', seq: 1, entries: [null] }],
  ])('a message without %s is none, and no listener hears of it', (_, said) => {
    const { client } = come();
    const listener = vi.fn();
    client.follow(match, {}, listener);
    client.journal(match, {}, listener);
    FakeSocket.latest.welcomes();
    FakeSocket.latest.says(snapshot(0), opened());
    listener.mockClear();
    FakeSocket.latest.says(JSON.stringify(said));
    expect(listener).not.toHaveBeenCalled();
    expect(client.state).toMatchObject({
      state: 'reconnecting',
      reason: 'the server said something that is no message',
    });
  });

  test('what the server has learnt to say since is passed over', () => {
    const { client } = come();
    FakeSocket.latest.welcomes();
    FakeSocket.latest.says('{"type":"weather","match":"atalanta-dortmund"}', update(3), snapshot(3));
    expect(client.state).toEqual({ state: 'open' });
  });
});

describe('when nothing is heard', () => {
  const follow = () => {
    const all = come({ quietMs: 30_000, answerMs: 10_000 });
    const look = vi.fn();
    all.client.follow(match, {}, look);
    FakeSocket.latest.welcomes();
    FakeSocket.latest.says(snapshot(7));
    return { ...all, look };
  };

  test('the client asks for a sign of life, and is content with any', () => {
    const { client, words, look } = follow();
    vi.advanceTimersByTime(29_999);
    expect(client.silenceMs).toBe(29_999);
    expect(FakeSocket.latest.said).toEqual([join]);
    vi.advanceTimersByTime(1);
    expect(client.state).toEqual({ state: 'quiet' });
    expect(FakeSocket.latest.said).toEqual([join, join]);
    FakeSocket.latest.says(snapshot(7));
    expect(client.silenceMs).toBe(0);
    expect(words()).toEqual(['open', 'quiet', 'open']);
    // It was no news.
    expect(look).toHaveBeenCalledTimes(1);
  });

  test('a server that gives none is given up, though its socket never says that it has gone', () => {
    const { client } = follow();
    vi.advanceTimersByTime(40_000);
    expect(client.state).toEqual({
      state: 'reconnecting',
      inMs: 250,
      code: 1006,
      reason: 'nothing was heard for 40000 ms',
    });
    vi.advanceTimersByTime(250);
    FakeSocket.latest.welcomes();
    expect(FakeSocket.all).toHaveLength(2);
    expect(FakeSocket.latest.said).toEqual([join]);
  });

  test('a server that talks now and then is not asked', () => {
    const { words } = follow();
    for (let revision = 8; revision < 20; revision += 1) {
      vi.advanceTimersByTime(29_000);
      FakeSocket.latest.says(update(revision));
    }
    expect(FakeSocket.latest.said).toEqual([join]);
    expect(words()).toEqual(['open']);
  });

  test('whoever follows nothing expects nothing', () => {
    const { client } = come({ quietMs: 30_000 });
    FakeSocket.latest.welcomes();
    vi.advanceTimersByTime(300_000);
    expect(client.state).toEqual({ state: 'open' });
    expect(FakeSocket.latest.said).toEqual([]);
  });
});

describe('closing', () => {
  test.each([
    ['at the door', () => undefined],
    ['when open', () => FakeSocket.latest.welcomes()],
    ['between two attempts', () => FakeSocket.latest.ends()],
  ])('%s ends all, and leaves no timer behind', (_, before) => {
    const { client } = come();
    before();
    client.close();
    expect(client.state).toEqual({ state: 'closed', code: 1000, reason: 'closed by this client' });
    expect(vi.getTimerCount()).toBe(0);
    expect(() => client.follow(match, {}, () => undefined)).toThrow('this client was closed; connect again');
    FakeSocket.latest.welcomes();
    expect(client.state.state).toBe('closed');
  });

  test('a listener may close the client that it listens to', () => {
    const { client, states } = come({
      onState: (state) => {
        if (state.state === 'open') client.close();
      },
    });
    client.follow(match, {}, () => undefined);
    FakeSocket.latest.welcomes();
    expect(states).toEqual([]);
    expect(client.state.state).toBe('closed');
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('steering', () => {
  const pause = { type: 'pause' } as const;

  test('a control is sent when there is a connection, and waits for a door that is being opened', () => {
    const { client } = come();
    expect(client.control(match, pause)).toBe(true);
    expect(FakeSocket.latest.said).toEqual([]);
    FakeSocket.latest.welcomes();
    expect(client.control(match, { type: 'speed', speed: 8 }, 'p1')).toBe(true);
    expect(FakeSocket.latest.said).toEqual([
      { type: 'control', match, control: pause },
      { type: 'control', match, playback: 'p1', control: { type: 'speed', speed: 8 } },
    ]);
  });

  test('without a connection it is dropped, and the caller is told', () => {
    const { client } = come();
    client.control(match, { type: 'play' });
    FakeSocket.latest.ends();
    expect(client.control(match, pause)).toBe(false);
    vi.advanceTimersByTime(250);
    FakeSocket.latest.welcomes();
    expect(FakeSocket.latest.said).toEqual([]);
  });

  test('what the server says against it is passed on', () => {
    const onRefused = vi.fn();
    const { client } = come({ onRefused });
    FakeSocket.latest.welcomes();
    client.control(match, pause);
    const refused = { type: 'refused', match, code: 'not-operator', message: 'no', of: 'control' } as const;
    FakeSocket.latest.says(refused);
    expect(onRefused.mock.calls).toEqual([[refused]]);
    expect(client.state).toEqual({ state: 'open' });
  });
});
