import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { connect, positionAt, type Seen, type Told, watchAt } from '../../src/client/connect.ts';
import type { Refused } from '../../src/wire/message.ts';
import { entries, FakeSocket, fakeTimers, head, match, opened, snapshot, URL_OF_SERVER, update } from './stage.ts';

beforeEach(fakeTimers);
afterEach(() => {
  vi.useRealTimers();
});

const come = () => {
  const refusals: Refused[] = [];
  const client = connect(URL_OF_SERVER, {
    webSocket: FakeSocket,
    random: () => 0,
    fetch: () => Promise.reject(new TypeError('no HTTP here')),
    onRefused: (refused) => refusals.push(refused),
  });
  FakeSocket.latest.welcomes();
  const seen: Seen[] = [];
  return { client, seen, refusals, look: (each: Seen) => seen.push(each) };
};
/** The connection is cut, and another one opened at once. */
const cutAndCome = (): void => {
  FakeSocket.latest.ends();
  vi.advanceTimersByTime(0);
  FakeSocket.latest.welcomes();
};
const said = () => FakeSocket.latest.said;
const join = { type: 'join', match, channel: 'views' };

describe('the views of a match', () => {
  test('are told whole at first, then at each change, with what led there', () => {
    const { client, seen, look } = come();
    client.follow(match, {}, look);
    const { entries: passed } = entries(8, 8) as { entries: Seen['entries'] };
    FakeSocket.latest.says(
      snapshot(7),
      update(8, { entries: passed, patch: { var: { status: 'checking' } } }),
      update(9, { cause: 'seek', patch: { var: { status: 'idle' } } }),
    );
    expect(seen.map(({ revision, cause, entries }) => [revision, cause, entries.length])).toEqual([
      [7, 'snapshot', 0],
      [8, 'play', 1],
      [9, 'seek', 0],
    ]);
    expect(seen[1]).toMatchObject({
      match,
      head: head(8),
      views: { result: { status: 'none' }, var: { status: 'checking' } },
    });
    expect(seen[2]?.views.result).toBe(seen[0]?.views.result);
    expect(seen[2]?.fixture.legs[0]?.home).toBe('ATA');
  });

  test('a set of them is asked for by name', () => {
    const { client } = come();
    client.follow(match, { views: ['scoreboard', 'clock'] }, ({ views }) => {
      // The type knows what was asked for.
      views.scoreboard.home.score satisfies number;
      views.clock.label satisfies string;
    });
    expect(said()).toEqual([{ ...join, views: ['scoreboard', 'clock'] }]);
  });

  test('that miss an update are joined again, and nothing is told until the snapshot has come', () => {
    const { client, seen, look } = come();
    client.follow(match, {}, look);
    FakeSocket.latest.says(snapshot(7), update(9), update(10));
    expect(said()).toEqual([join, join]);
    expect(seen.map(({ revision }) => revision)).toEqual([7]);
    FakeSocket.latest.says(snapshot(11), update(12));
    expect(seen.map(({ revision, cause }) => [revision, cause])).toEqual([
      [7, 'snapshot'],
      [11, 'snapshot'],
      [12, 'play'],
    ]);
  });

  test('begin anew with each connection, even where a new server counts the same', () => {
    const { client, seen, look } = come();
    client.follow(match, {}, look);
    FakeSocket.latest.says(snapshot(7));
    cutAndCome();
    FakeSocket.latest.says(update(8), snapshot(7), update(8));
    expect(seen.map(({ revision, cause }) => [revision, cause])).toEqual([
      [7, 'snapshot'],
      [7, 'snapshot'],
      [8, 'play'],
    ]);
  });

  test('of two matches stay apart', () => {
    const { client, seen, look } = come();
    client.follow(match, {}, look);
    client.follow('lyon-apoel', {}, look);
    FakeSocket.latest.says(snapshot(7), snapshot(3, { match: 'lyon-apoel' }), update(4, { match: 'lyon-apoel' }));
    expect(seen.map((each) => [each.match, each.revision])).toEqual([
      [match, 7],
      ['lyon-apoel', 3],
      ['lyon-apoel', 4],
    ]);
  });

  test('can be followed once on a connection, and again once they were left', () => {
    const { client, look } = come();
    const leave = client.follow(match, {}, look);
    expect(() => client.follow(match, { views: ['clock'] }, look)).toThrow(
      `the views of "${match}" are followed already; leave that first, or share what it tells`,
    );
    leave();
    leave();
    client.follow(match, { views: ['result'] }, look);
    expect(said()).toEqual([join, { type: 'leave', match }, { ...join, views: ['result'] }]);
  });

  test('that were left before they came are not taken for those asked for next', () => {
    const { client, seen, look } = come();
    client.follow(match, { views: ['var'] }, look)();
    client.follow(match, { views: ['result'] }, look);
    FakeSocket.latest.says(snapshot(7, { views: { var: { status: 'idle', reviews: {} } } }), update(8));
    expect(seen).toEqual([]);
    FakeSocket.latest.says(snapshot(8, { views: { result: { status: 'none' } } }), update(9));
    expect(seen.map(({ views }) => Object.keys(views))).toEqual([['result'], ['result']]);
  });

  test('that were refused are told as refused, and the rest goes on', () => {
    const { client, seen, refusals, look } = come();
    client.follow('atalanta', {}, look);
    client.follow(match, {}, look);
    const no = {
      type: 'refused',
      match: 'atalanta',
      code: 'unknown-match',
      message: 'no such match',
      of: 'join',
    } as const;
    FakeSocket.latest.says(no, snapshot(7));
    expect(refusals).toEqual([no]);
    expect(seen).toHaveLength(1);
  });
});

test('what was left is not asked for when it gets quiet', () => {
  const { client, look } = come();
  client.follow('lyon-apoel', {}, look)();
  client.follow(match, {}, look);
  FakeSocket.latest.says(snapshot(7));
  vi.advanceTimersByTime(30_000);
  expect(client.state).toEqual({ state: 'quiet' });
  expect(said().at(-1)).toEqual(join);
});

describe("a showing of one's own", () => {
  const wish = { speed: 600, paused: true };
  const asked = { ...join, playback: wish };

  test('is asked for as it is to run, and is known by its id from then on', () => {
    const { client, seen, look } = come();
    client.follow(match, {}, look);
    const leave = client.follow(match, { playback: wish }, look);
    expect(said()).toEqual([join, asked]);
    FakeSocket.latest.says(
      snapshot(7),
      snapshot(0, { playback: 'p1' }),
      update(8),
      update(1, { playback: 'p1' }),
      update(5, { playback: 'p2' }),
    );
    expect(seen.map(({ playback, revision }) => [playback, revision])).toEqual([
      [undefined, 7],
      ['p1', 0],
      [undefined, 8],
      ['p1', 1],
    ]);
    leave();
    expect(said().at(-1)).toEqual({ type: 'leave', match, playback: 'p1' });
  });

  test('is joined by its id after a break, and asked for anew where it is gone', () => {
    const { client, seen, refusals, look } = come();
    client.follow(match, { playback: wish }, look);
    FakeSocket.latest.says(snapshot(0, { playback: 'p1' }));
    cutAndCome();
    expect(said()).toEqual([{ ...join, playback: 'p1' }]);
    FakeSocket.latest.says({
      type: 'refused',
      match,
      playback: 'p1',
      code: 'unknown-playback',
      message: 'no such showing',
      of: 'join',
    });
    expect(said()).toEqual([{ ...join, playback: 'p1' }, asked]);
    FakeSocket.latest.says(snapshot(0, { playback: 'p7' }));
    expect(seen.map(({ playback }) => playback)).toEqual(['p1', 'p7']);
    expect(refusals).toEqual([]);
  });

  test('that has ended in the meantime is asked for anew, and told whole', () => {
    const { client, seen, look } = come();
    client.follow(match, { playback: wish }, look);
    FakeSocket.latest.says(snapshot(0, { playback: 'p1' }));
    vi.advanceTimersByTime(30_000);
    FakeSocket.latest.says({ type: 'refused', match, playback: 'p1', code: 'gone', message: 'gone', of: 'join' });
    FakeSocket.latest.says(snapshot(0, { playback: 'p2' }));
    expect(seen.map(({ playback }) => playback)).toEqual(['p1', 'p2']);
  });

  test("of somebody else's that is gone, the client is told", () => {
    const { client, refusals, look } = come();
    client.follow(match, { playback: 'p1' }, look);
    const no = {
      type: 'refused',
      match,
      playback: 'p1',
      code: 'unknown-playback',
      message: 'gone',
      of: 'join',
    } as const;
    FakeSocket.latest.says(no);
    expect(refusals).toEqual([no]);
    expect(said()).toEqual([{ ...join, playback: 'p1' }]);
  });

  test('that was left before it had an id is left once it has one', () => {
    const { client, seen, look } = come();
    client.follow(match, { playback: wish }, look)();
    expect(said()).toEqual([asked]);
    FakeSocket.latest.says(snapshot(0, { playback: 'p1' }), update(1, { playback: 'p1' }));
    expect(said()).toEqual([asked, { type: 'leave', match, playback: 'p1' }]);
    expect(seen).toEqual([]);
  });

  test('that nobody gives is no sign of a dead line, and is not asked for again and again', () => {
    const { client, refusals, look } = come();
    client.follow(match, { playback: wish }, look);
    FakeSocket.latest.says({ type: 'refused', match, code: 'too-many-playbacks', message: 'no more', of: 'join' });
    vi.advanceTimersByTime(300_000);
    expect(said()).toEqual([asked]);
    expect(refusals).toHaveLength(1);
    expect(client.state).toEqual({ state: 'open' });
  });

  test('two of them get an id each, in the order asked', () => {
    const { client, seen } = come();
    client.follow(match, { playback: { speed: 1 } }, (each) => seen.push({ ...each, match: 'slow' }));
    client.follow(match, { playback: { speed: 8 } }, (each) => seen.push({ ...each, match: 'fast' }));
    FakeSocket.latest.says(
      snapshot(0, { playback: 'p1' }),
      snapshot(0, { playback: 'p2' }),
      update(1, { playback: 'p1' }),
      update(1, { playback: 'p2' }),
    );
    expect(seen.map((each) => [each.match, each.playback])).toEqual([
      ['slow', 'p1'],
      ['fast', 'p2'],
      ['slow', 'p1'],
      ['fast', 'p2'],
    ]);
  });
});

test('whoever leaves the views of a showing keeps its journal, which is joined again since one leaves as a whole', () => {
  const { client, look } = come();
  const told: Told[] = [];
  const leave = client.follow(match, {}, look);
  client.journal(match, {}, (each) => told.push(each));
  FakeSocket.latest.says(snapshot(2), opened(), entries(1, 2));
  leave();
  expect(said().slice(2)).toEqual([
    { type: 'leave', match },
    { type: 'join', match, channel: 'journal', since: { epoch: 'a1', seq: 2 } },
  ]);
  FakeSocket.latest.says(opened(), entries(3, 4));
  expect(told.map(({ type }) => type)).toEqual(['opened', 'entries', 'entries']);
});

describe('the clock between two messages', () => {
  const clock = (running: boolean) => ({ leg: 2, period: '2H', elapsed: 100_000, label: "47'", running }) as const;

  test('runs on from what was heard at the speed of the showing', () => {
    const { client, seen, look } = come();
    client.follow(match, {}, look);
    FakeSocket.latest.says(snapshot(10, { views: { clock: clock(true) } }));
    const [now] = seen;
    if (now === undefined) throw new Error('a snapshot was given');
    expect(watchAt(now)).toBe(100_000);
    vi.advanceTimersByTime(250);
    expect(watchAt(now)).toBe(115_000);
    expect(positionAt(now)).toBe(515_000);
    // The time of day may jump; the watch doesn't.
    vi.setSystemTime(0);
    expect(watchAt(now)).toBe(115_000);
  });

  test.each([
    ['in an interval', { head: head(10), views: { clock: clock(false) } }],
    ['while the showing is paused', { head: { ...head(10), playing: false }, views: { clock: clock(true) } }],
    ['where nobody asked for the clock', { head: head(10), views: {} }],
  ])('stands %s', (_, seen) => {
    expect(watchAt({ ...seen, heardAt: 0 }, 60_000)).toBe(100_000);
  });

  test('stands where the page asks for a moment before the message, as its animation frames may', () => {
    const seen = { head: head(10), views: { clock: clock(true) }, heardAt: 1000 };
    expect(watchAt(seen, 990)).toBe(100_000);
  });

  test('a position ends with the showing', () => {
    expect(positionAt({ head: head(122), heardAt: 0 }, 60_000)).toBe(6_130_000);
  });
});
