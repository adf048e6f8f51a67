import { describe, expect, test } from 'vitest';
import {
  CLOSES,
  clientMessage,
  controlled,
  httpError,
  matchList,
  matchState,
  PROTOCOL,
  playbackOpened,
  serverMessage,
} from '../../src/wire/message.ts';

const match = 'atalanta-dortmund';
const head = {
  cursor: 120,
  entries: 121,
  position: 6_110_000,
  duration: 6_130_000,
  at: '2026-02-25T20:41:10+01:00',
  watch: 3_190_000,
  playing: false,
  speed: 60,
};
const fixture = {
  clubs: { ATA: { name: 'Atalanta', people: {} }, BVB: { name: 'Borussia Dortmund', people: {} } },
  legs: [{ home: 'ATA', away: 'BVB' }],
};
const entry = {
  kind: 'event',
  seq: 115,
  offset: 6_100_000,
  id: 'g5',
  event: { type: 'goal', at: { leg: 2, period: '2H', elapsed: 3_173_000 }, by: 'samardzic' },
};

describe('what a client may say', () => {
  test.each([
    { type: 'join', match, channel: 'views' },
    { type: 'join', match, channel: 'views', views: ['clock', 'scoreboard'] },
    { type: 'join', match, channel: 'journal', since: { epoch: 'a1', seq: 40 } },
    { type: 'join', match, channel: 'views', playback: 'p1' },
    { type: 'join', match, channel: 'views', playback: { speed: 60, from: 'L2', maxGap: 20_000, paused: true } },
    { type: 'leave', match },
    { type: 'control', match, control: { type: 'play' } },
    { type: 'control', match, control: { type: 'pause' } },
    { type: 'control', match, control: { type: 'speed', speed: 0.5 } },
    { type: 'control', match, control: { type: 'speed', speed: 'max' } },
    { type: 'control', match, control: { type: 'seek', to: { position: 60_000 } } },
    { type: 'control', match, control: { type: 'seek', to: { time: "90+5'" } } },
    { type: 'control', match, control: { type: 'seek', to: { cursor: 0 } } },
    { type: 'control', match, control: { type: 'seek', to: { next: 'goal' } } },
    { type: 'control', match, control: { type: 'seek', to: { previous: 'key-moment' } } },
    { type: 'control', match, playback: 'p1', control: { type: 'step', by: -1 } },
  ])('%j', (message) => {
    expect(clientMessage.parse(message)).toEqual(message);
  });
});

describe('what a client may not say', () => {
  test.each([
    ['a join without a channel', { type: 'join', match }],
    ['a misspelt field', { type: 'join', match, channel: 'views', view: ['clock'] }],
    ['a view that there is not', { type: 'join', match, channel: 'views', views: ['table'] }],
    ['a speed of nothing', { type: 'control', match, control: { type: 'speed', speed: 0 } }],
    ['a speed beyond the greatest', { type: 'control', match, control: { type: 'speed', speed: 100_001 } }],
    ['a seek to two places', { type: 'control', match, control: { type: 'seek', to: { cursor: 1, next: 'goal' } } }],
    ['a step of two', { type: 'control', match, control: { type: 'step', by: 2 } }],
    ['an epoch with a colon', { type: 'join', match, channel: 'journal', since: { epoch: 'a:1', seq: 1 } }],
  ])('%s', (_, message) => {
    expect(clientMessage.safeParse(message).success).toBe(false);
  });
});

describe('what the server says', () => {
  test.each([
    {
      type: 'welcome',
      protocol: PROTOCOL,
      role: 'operator',
      matches: [{ id: match, epoch: 'a1', title: 'Atalanta v Dortmund' }],
    },
    { type: 'snapshot', match, revision: 0, head, fixture, views: { result: { status: 'none' } } },
    {
      type: 'update',
      match,
      revision: 1,
      cause: 'play',
      head,
      entries: [entry],
      patch: { scoreboard: { home: { score: 4 } } },
    },
    { type: 'update', match, revision: 2, cause: 'control', head, patch: {} },
    { type: 'update', match, revision: 3, cause: 'seek', head, patch: { shootout: null } },
    {
      type: 'opened',
      match,
      playback: 'p1',
      epoch: 'a1',
      header: { format: 'touchline', version: 1, startedAt: '2026-02-25T18:00:00+01:00', fixture },
    },
    { type: 'entries', match, epoch: 'a1', seq: 115, entries: [entry] },
    { type: 'rewound', match, epoch: 'a1', seq: 40 },
    { type: 'refused', code: 'malformed', message: 'a message is one JSON object' },
    { type: 'refused', match, code: 'unknown-view', message: 'no such view "clok"', of: 'join' },
    { type: 'bye', ...CLOSES.stopping },
  ])('$type', (message) => {
    expect(serverMessage.parse(message)).toEqual(message);
  });

  test('may gain a field, which a client passes over', () => {
    expect(serverMessage.parse({ type: 'rewound', match, epoch: 'a1', seq: 40, mood: 'glum' })).not.toHaveProperty(
      'mood',
    );
  });

  test('a snapshot holds no view of another name, and an update patches none', () => {
    expect(
      serverMessage.safeParse({ type: 'snapshot', match, revision: 0, head, fixture, views: { table: {} } }).success,
    ).toBe(false);
    expect(
      serverMessage.safeParse({ type: 'update', match, revision: 1, cause: 'seek', head, patch: { table: null } })
        .success,
    ).toBe(false);
  });
});

describe('what HTTP answers', () => {
  test('is a state of the match, of now with its revision, or of another moment', () => {
    const state = { match, epoch: 'a1', revision: 7, head, fixture, views: { result: { status: 'none' } } };
    expect(matchState.parse(state)).toEqual(state);
    const { revision, ...past } = state;
    expect(matchState.parse(past)).toEqual(past);
  });

  test("is a showing of one's own with its key, where it stands after a control, or a sentence", () => {
    const opened = { match, playback: 'p1', epoch: 'a1', key: 'sesame' };
    expect(playbackOpened.parse(opened)).toEqual(opened);
    expect(controlled.parse({ match, playback: 'p1', head })).toEqual({ match, playback: 'p1', head });
    const error = { code: 'unknown-match', error: 'no such match "atalanta"' };
    expect(httpError.parse(error)).toEqual(error);
    const list = { matches: [{ id: match, epoch: 'a1', title: 'Atalanta v Dortmund' }] };
    expect(matchList.parse(list)).toEqual(list);
  });
});

test('every close has a code that a server may send, of its own, and a reason that fits a close frame', () => {
  const closes = Object.values(CLOSES);
  expect(new Set(closes.map(({ code }) => code)).size).toBe(closes.length);
  for (const { code, reason } of closes) {
    expect([1000, 1001, 1011].includes(code) || (code >= 4000 && code <= 4999)).toBe(true);
    expect(Buffer.byteLength(reason)).toBeLessThanOrEqual(123);
  }
});
