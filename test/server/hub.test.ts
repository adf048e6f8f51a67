import { describe, expect, test } from 'vitest';
import type { Entry } from '../../src/journal/entry.ts';
import type { Cause } from '../../src/playback/frame.ts';
import type { Snapshot, Update } from '../../src/wire/message.ts';
import { fixture, goals, match, note, START, stage, VIEWS } from './stage.ts';

test('whoever connects is welcomed with what is on', () => {
  expect(stage().connect().of('welcome')).toEqual([
    {
      type: 'welcome',
      protocol: 'touchline.v1.json',
      role: 'operator',
      matches: [{ id: match, epoch: 'a1', title: 'Atalanta v Borussia Dortmund' }],
    },
  ]);
});

describe('joining', () => {
  test('gives the views as they stand, those asked for only', () => {
    const { connect } = stage();
    const viewer = connect();
    viewer.join(['scoreboard', 'shootout']);
    expect(viewer.of('snapshot')).toEqual([
      { type: 'snapshot', match, revision: 0, head: START, fixture, views: { scoreboard: VIEWS.scoreboard } },
    ]);
  });

  test('before the first frame waits for it', () => {
    const { connect, show, wait } = stage({}, false);
    const viewer = connect();
    viewer.join();
    wait(500);
    expect(viewer.of('snapshot')).toEqual([]);
    show({ cursor: 1 });
    wait(0);
    show({ cursor: 2 });
    wait(100);
    expect(viewer.of('snapshot')).toHaveLength(1);
    expect(viewer.mirror()).toMatchObject({ state: 'following', revision: 1, head: { cursor: 2 } });
  });

  test('again gives a fresh snapshot, and the updates of the new set alone', () => {
    const { connect, show, wait } = stage();
    const viewer = connect();
    viewer.join(['scoreboard']);
    viewer.join(['result']);
    show({ cursor: 1 }, { ...goals(1), result: { status: 'provisional' } });
    wait(40);
    expect(viewer.of('snapshot')).toHaveLength(2);
    expect(viewer.of('update').map(({ patch }) => patch)).toEqual([{ result: { status: 'provisional' } }]);
  });

  test('late, the clock has run on since the last frame', () => {
    const { connect, runOn } = stage();
    runOn({ position: 12_000, watch: 12_000, at: '2026-02-25T18:55:12+01:00' });
    const viewer = connect();
    viewer.join();
    expect(viewer.of('snapshot')[0]?.head).toEqual({
      ...START,
      position: 12_000,
      watch: 12_000,
      at: '2026-02-25T18:55:12+01:00',
    });
  });

  test('between a frame and its tick gives what everybody has been told, so that the next patch fits', () => {
    const { connect, show, wait } = stage();
    const early = connect();
    early.join();
    show({ cursor: 1 }, goals(1));
    wait(40);
    show({ cursor: 0 }, goals(0), 'seek');
    const late = connect();
    late.join();
    // Back where it was: from what was told to here, the score hasn't changed.
    show({ cursor: 2 }, goals(1), 'seek');
    wait(40);
    expect(late.of('snapshot')).toMatchObject([{ revision: 1, head: { cursor: 1 }, views: goals(1) }]);
    expect(late.mirror()).toEqual(early.mirror());
    expect(late.mirror()).toMatchObject({ state: 'following', head: { cursor: 2 }, views: goals(1) });
  });

  test('leaving ends the updates', () => {
    const { connect, show, wait } = stage();
    const viewer = connect();
    viewer.join();
    viewer.say({ type: 'leave', match });
    show({ cursor: 1 });
    wait(100);
    expect(viewer.of('update')).toEqual([]);
  });
});

describe('a tick', () => {
  test('makes one message of everything that was shown since the last', () => {
    const { connect, show, wait } = stage();
    const viewer = connect();
    viewer.join(['scoreboard']);
    wait(100);
    for (const seq of [1, 2, 3]) show({ cursor: seq }, goals(seq), 'play', [note(seq)]);
    wait(100);
    expect(viewer.of('update')).toEqual([
      {
        type: 'update',
        match,
        revision: 1,
        cause: 'play',
        head: { ...START, cursor: 3 },
        entries: [note(1), note(2), note(3)],
        patch: { scoreboard: { home: { score: 3 } } },
      },
    ]);
  });

  test('comes at once after a quiet time, and then no more often than the rate allows', () => {
    const { connect, show, wait } = stage({ rate: 10 });
    const viewer = connect();
    viewer.join();
    wait(1000);
    for (let cursor = 1; cursor <= 30; cursor += 1) {
      show({ cursor });
      wait(10);
    }
    wait(1000);
    expect(viewer.heard.filter(({ message }) => message.type === 'update').map(({ at }) => at)).toEqual([
      1000, 1100, 1200, 1300,
    ]);
    expect(viewer.mirror()).toMatchObject({ state: 'following', head: { cursor: 30 } });
  });

  test('tells nothing and counts nothing where only time has passed', () => {
    const { connect, show, wait } = stage();
    const viewer = connect();
    viewer.join();
    show({ position: 60_000, watch: 60_000, at: '2026-02-25T18:56:00+01:00' });
    wait(100);
    expect(viewer.of('update')).toEqual([]);
    show({ cursor: 1 });
    wait(100);
    expect(viewer.of('update').map(({ revision }) => revision)).toEqual([1]);
  });

  test('tells of a seek even where nothing but the time has changed, or clocks at the other end would go wrong', () => {
    const { connect, show, wait } = stage();
    const viewer = connect();
    viewer.join();
    show({ position: 90_000, watch: 90_000, at: '2026-02-25T18:56:30+01:00' }, {}, 'seek');
    wait(100);
    expect(viewer.of('update')).toMatchObject([{ revision: 1, cause: 'seek', head: { position: 90_000 }, patch: {} }]);
  });

  test('tells every set of a change in the head, with an empty patch where its views stayed', () => {
    const { connect, show, wait } = stage();
    const viewer = connect();
    viewer.join(['result']);
    show({ cursor: 1 }, goals(1), 'play', [note(1)]);
    wait(40);
    expect(viewer.of('update')).toMatchObject([{ revision: 1, patch: {}, head: { cursor: 1 }, entries: [note(1)] }]);
  });

  test('tells a set only of its own views', () => {
    const { connect, show, wait } = stage();
    const [board, results] = [connect(), connect()];
    board.join(['scoreboard']);
    results.join(['result']);
    show({}, goals(1), 'correction');
    wait(40);
    expect(board.of('update').map(({ patch }) => patch)).toEqual([{ scoreboard: { home: { score: 1 } } }]);
    expect(results.of('update')).toEqual([]);
  });

  test('tells that a view has come, and that it has gone', () => {
    const { connect, show, wait } = stage();
    const viewer = connect();
    viewer.join(['shootout']);
    const shootout = { first: 'ATA', score: { ATA: 0, BVB: 0 }, kicks: {} };
    show({ cursor: 1 }, { shootout });
    wait(40);
    expect(viewer.mirror()).toMatchObject({ views: { shootout } });
    show({ cursor: 0 }, { shootout: undefined } as object, 'seek');
    wait(40);
    expect(viewer.of('update').map(({ patch }) => patch)).toEqual([{ shootout }, { shootout: null }]);
  });
});

describe('the cause of a tick', () => {
  const [none, one, two] = [[], [note(1)], [note(2)]];
  test.each<[Cause, Entry[], Cause, Entry[], Cause, Entry[] | undefined]>([
    ['play', one, 'play', two, 'play', [note(1), note(2)]],
    ['play', one, 'correction', two, 'correction', [note(1), note(2)]],
    ['play', one, 'control', none, 'play', one],
    ['control', none, 'play', two, 'play', two],
    ['play', none, 'control', none, 'control', undefined],
    ['play', one, 'seek', none, 'seek', undefined],
    ['seek', none, 'play', two, 'seek', undefined],
    ['control', none, 'seek', none, 'seek', undefined],
  ])('of %s and then %s, the %#th case', (first, passed, second, then, cause, entries) => {
    const { connect, show, wait } = stage();
    const viewer = connect();
    viewer.join();
    show({ cursor: 1 }, {}, first, passed);
    show({ cursor: 2 }, {}, second, then);
    wait(40);
    const [update] = viewer.of('update');
    expect(update?.cause).toBe(cause);
    expect(update?.entries).toEqual(entries);
  });
});

describe('the revision', () => {
  test('rises by one an update, also when the showing goes back', () => {
    const { connect, show, wait } = stage();
    const viewer = connect();
    viewer.join();
    for (const cursor of [5, 9, 2, 0, 7]) {
      show({ cursor }, goals(cursor), 'seek');
      wait(40);
    }
    expect(viewer.of('update').map(({ revision }) => revision)).toEqual([1, 2, 3, 4, 5]);
    expect(viewer.mirror()).toMatchObject({ state: 'following', revision: 5, views: goals(7) });
  });

  test('of a late joiner goes on from the snapshot, in step with those who were there', () => {
    const { connect, show, wait } = stage();
    const early = connect();
    early.join();
    for (const cursor of [1, 2, 3]) {
      show({ cursor }, goals(cursor));
      wait(40);
    }
    const late = connect();
    late.join();
    show({ cursor: 4 }, goals(4));
    wait(40);
    expect(late.of('snapshot').map(({ revision }) => revision)).toEqual([3]);
    expect(late.of('update').map(({ revision }) => revision)).toEqual([4]);
    expect(late.mirror()).toEqual(early.mirror());
  });

  test('counts for each set of views by itself', () => {
    const { connect, show, wait } = stage();
    const [board, results] = [connect(), connect()];
    board.join(['scoreboard']);
    results.join(['result']);
    show({}, goals(1), 'correction');
    wait(40);
    show({}, { result: { status: 'provisional' } }, 'correction');
    wait(40);
    show({}, { result: { status: 'official' } }, 'correction');
    wait(40);
    expect(board.of('update').map(({ revision }) => revision)).toEqual([1]);
    expect(results.of('update').map(({ revision }) => revision)).toEqual([1, 2]);
  });

  test('never names two contents, even when nobody watched the change between them', () => {
    const { connect, show, wait } = stage();
    const first = connect();
    first.join(['scoreboard']);
    show({ cursor: 1 }, goals(1));
    wait(40);
    first.hangUp();
    show({ cursor: 2 }, goals(2));
    wait(40);
    const second = connect();
    second.join(['scoreboard']);
    expect(second.of('snapshot')).toMatchObject([{ revision: 2, views: goals(2) }]);
  });
});

describe('one encoding', () => {
  test('serves everybody who asked for the same set, in whatever order', () => {
    const { connect, show, wait } = stage();
    const [one, two, other] = [connect(), connect(), connect()];
    one.join(['clock', 'scoreboard']);
    two.join(['scoreboard', 'clock', 'clock']);
    other.join(['scoreboard']);
    show({ cursor: 1 }, goals(1));
    wait(40);
    expect(two.heard.at(-1)?.message.type).toBe('update');
    expect(two.heard.at(-1)?.encoded).toBe(one.heard.at(-1)?.encoded);
    expect(other.heard.at(-1)?.encoded).not.toBe(one.heard.at(-1)?.encoded);
  });

  test('all the views by name are the same set as all the views', () => {
    const { connect, show, wait } = stage();
    const [all, named] = [connect(), connect()];
    all.join();
    named.join([
      'result',
      'commentary',
      'timeline',
      'stats',
      'shootout',
      'lineups',
      'var',
      'cards',
      'aggregate',
      'scoreboard',
      'clock',
    ]);
    show({ cursor: 1 });
    wait(40);
    expect(named.heard.at(-1)?.encoded).toBe(all.heard.at(-1)?.encoded);
  });
});

describe('a control', () => {
  test('by an operator reaches the showing, joined or not', () => {
    const { connect, controls } = stage();
    connect().say({ type: 'control', match, control: { type: 'seek', to: { time: "57'" } } });
    expect(controls).toEqual([{ type: 'seek', to: { time: "57'" } }]);
  });

  test('by a viewer is refused and never reaches it', () => {
    const { connect, controls } = stage();
    const viewer = connect('viewer');
    viewer.say({ type: 'control', match, control: { type: 'pause' } });
    expect(viewer.of('refused')).toMatchObject([{ code: 'not-operator', match, of: 'control' }]);
    expect(controls).toEqual([]);
  });

  test("that the showing can't do is refused in its words, to the one who asked", () => {
    const { connect, refuseWith } = stage();
    const [operator, other] = [connect(), connect()];
    refuseWith({ code: 'no-such-time', message: "the match ends at 90+9', so 120' never comes" });
    operator.say({ type: 'control', match, control: { type: 'seek', to: { time: "120'" } } });
    expect(operator.of('refused')).toEqual([
      {
        type: 'refused',
        match,
        code: 'no-such-time',
        message: "the match ends at 90+9', so 120' never comes",
        of: 'control',
      },
    ]);
    expect(other.of('refused')).toEqual([]);
  });
});

describe('the end of a connection', () => {
  test('comes with a good-bye when nothing is joined in time', () => {
    const { connect, wait } = stage({ joinTimeoutMs: 5000 });
    const idle = connect();
    wait(4999);
    expect(idle.socket.closed).toBeUndefined();
    wait(1);
    expect(idle.of('bye')).toEqual([{ type: 'bye', code: 4001, reason: 'nothing was joined in time' }]);
    expect(idle.socket.closed).toBe(4001);
  });

  test('is no matter of time for those who follow, nor for a remote control in use', () => {
    const { connect, wait } = stage({ joinTimeoutMs: 5000 });
    const [viewer, remote, mute] = [connect(), connect(), connect()];
    viewer.join();
    for (let i = 0; i < 5; i += 1) {
      remote.say({ type: 'control', match, control: { type: 'play' } });
      mute.say({ type: 'hello' });
      wait(4000);
    }
    expect([viewer, remote, mute].map(({ socket }) => socket.closed)).toEqual([undefined, undefined, 4001]);
  });

  test('leaves nothing behind: what is said or shown after it goes nowhere', () => {
    const { connect, show, wait } = stage();
    const viewer = connect();
    viewer.join();
    viewer.hangUp();
    viewer.join();
    const soFar = viewer.heard.length;
    show({ cursor: 1 });
    wait(100);
    expect(viewer.heard).toHaveLength(soFar);
  });

  test('comes to all when the hub closes, which lets go of the showing', () => {
    const { connect, hub, frames$, show, wait } = stage();
    const [viewer, idle] = [connect(), connect()];
    viewer.join();
    show({ cursor: 1 });
    hub.close('ended');
    expect(frames$.observed).toBe(false);
    for (const { of, socket } of [viewer, idle]) {
      expect(of('bye')).toEqual([{ type: 'bye', code: 1000, reason: 'the showing has ended' }]);
      expect(socket.closed).toBe(1000);
    }
    wait(60_000);
    expect(viewer.of('update')).toEqual([]);
  });
});

test('snapshots and updates as sent are what the protocol says', () => {
  const { connect, show, wait } = stage();
  const viewer = connect();
  viewer.join();
  show({ cursor: 1 }, goals(1), 'play', [note(1)]);
  wait(40);
  const keys = (message: Snapshot | Update | undefined) => Object.keys(message ?? {});
  expect(keys(viewer.of('snapshot')[0])).toEqual(['type', 'match', 'revision', 'head', 'fixture', 'views']);
  expect(keys(viewer.of('update')[0])).toEqual(['type', 'match', 'revision', 'cause', 'head', 'entries', 'patch']);
});
