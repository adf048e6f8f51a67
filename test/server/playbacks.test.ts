import { describe, expect, test } from 'vitest';
import { goals, madeUp, match, notes, stage } from './stage.ts';

const BOUNDS = { playbacksMax: 3, playbacksPerClientMax: 2, playbackGraceMs: 5000 };

/** A hub, and somebody who has asked for a showing of his own, which has shown its first frame. */
const withOwn = (role: 'viewer' | 'operator' = 'viewer') => {
  const staged = stage(BOUNDS);
  const owner = staged.connect(role);
  owner.join(['scoreboard'], { playback: { speed: 10, from: 'L2', maxGap: 0, paused: true } });
  const own = staged.state.opened[0] ?? madeUp();
  own.show({});
  staged.wait(0);
  return { ...staged, owner, own };
};

describe("a showing of one's own", () => {
  test('runs as it was asked for, and its messages carry its id', () => {
    const { state, owner, own, wait } = withOwn();
    expect(state.wishes).toEqual([{ speed: 10, from: 'L2', maxGap: 0, paused: true }]);
    expect(owner.of('snapshot')).toMatchObject([{ match, playback: 'p1', revision: 0 }]);
    own.show({ cursor: 1 }, goals(1), 'play', notes(1, 1));
    wait(40);
    expect(owner.of('update')).toMatchObject([{ match, playback: 'p1', revision: 1 }]);
  });

  test('is isolated: what happens in it is seen by nobody else, and the other way round', () => {
    const { connect, owner, own, show, wait } = withOwn();
    const everybody = connect('viewer');
    everybody.join(['scoreboard']);
    own.show({ cursor: 9 }, goals(3));
    wait(40);
    expect(everybody.of('update')).toEqual([]);
    show({ cursor: 1 }, goals(1));
    wait(40);
    expect(owner.of('update')).toHaveLength(1);
    expect(everybody.of('update')).toMatchObject([{ patch: { scoreboard: { home: { score: 1 } } } }]);
  });

  test('can be joined by others who know its id, on both channels, and not under another match', () => {
    const { connect, own, wait } = withOwn();
    const friend = connect('viewer');
    friend.join(['scoreboard'], { playback: 'p1' });
    friend.read(undefined, { playback: 'p1' });
    own.show({ cursor: 2 }, goals(2), 'play', notes(1, 2));
    wait(40);
    expect(friend.of('update')).toMatchObject([{ playback: 'p1', patch: { scoreboard: { home: { score: 2 } } } }]);
    expect(friend.of('opened')).toMatchObject([{ playback: 'p1', epoch: 'own1' }]);
    expect(friend.of('entries')).toMatchObject([{ playback: 'p1', epoch: 'own1', seq: 2 }]);
    friend.join(undefined, { playback: 'p2' });
    expect(friend.of('refused')).toMatchObject([{ code: 'unknown-playback', match, playback: 'p2' }]);
  });

  test('is controlled by whoever asked for it and by operators, and by no other viewer', () => {
    const { connect, owner, own, controls } = withOwn();
    const [operator, friend] = [connect('operator'), connect('viewer')];
    for (const one of [owner, operator, friend]) {
      one.say({ type: 'control', match, playback: 'p1', control: { type: 'play' } });
    }
    expect(own.state.controls).toEqual([{ type: 'play' }, { type: 'play' }]);
    expect(friend.of('refused')).toMatchObject([{ code: 'not-operator', playback: 'p1', of: 'control' }]);
    owner.say({ type: 'control', match, control: { type: 'pause' } });
    expect(owner.of('refused')).toMatchObject([{ code: 'not-operator', of: 'control' }]);
    expect(controls).toEqual([]);
  });

  test('that cannot run as asked is refused in its words', () => {
    const { connect, refuseWith } = stage(BOUNDS);
    refuseWith({ code: 'no-such-time', message: 'there is no leg 3 in this recording; it has 2' });
    const viewer = connect('viewer');
    viewer.join(undefined, { playback: { from: 'L3' } });
    expect(viewer.of('refused')).toEqual([
      {
        type: 'refused',
        match,
        code: 'no-such-time',
        message: 'there is no leg 3 in this recording; it has 2',
        of: 'join',
      },
    ]);
  });
});

describe('the end of a showing of one’s own', () => {
  test('comes a while after the last one has left, and its timers with it', () => {
    const { hub, owner, own, wait } = withOwn();
    owner.say({ type: 'leave', match, playback: 'p1' });
    wait(4999);
    expect(hub.programme.playbacks).toHaveLength(1);
    wait(1);
    expect(hub.programme.playbacks).toHaveLength(0);
    expect(own.frames$.observed).toBe(false);
    owner.join(undefined, { playback: 'p1' });
    expect(owner.of('refused')).toMatchObject([{ code: 'unknown-playback' }]);
  });

  test('does not come while somebody follows it, nor for one who comes back in time', () => {
    const { hub, connect, owner, own, wait } = withOwn();
    const friend = connect('viewer');
    friend.join(undefined, { playback: 'p1' });
    owner.hangUp();
    wait(20_000);
    friend.hangUp();
    wait(4000);
    const again = connect('viewer');
    again.join(undefined, { playback: 'p1' });
    wait(20_000);
    expect(hub.programme.playbacks).toHaveLength(1);
    // A connection breaks, and another takes its place: whoever comes to it alone may control it again.
    again.say({ type: 'control', match, playback: 'p1', control: { type: 'pause' } });
    expect(own.state.controls).toEqual([{ type: 'pause' }]);
  });

  test('comes with the end of all', () => {
    const { hub, owner, own } = withOwn();
    hub.close('stopping');
    expect(own.frames$.observed).toBe(false);
    expect(owner.socket.closed).toBe(1001);
  });
});

describe('the number of showings', () => {
  test('of one client is bounded, and leaving one makes room', () => {
    const { connect, wait } = stage(BOUNDS);
    const viewer = connect('viewer');
    for (let time = 0; time < 3; time += 1) viewer.join([], { playback: {} });
    expect(viewer.of('refused')).toMatchObject([{ code: 'too-many-playbacks', of: 'join' }]);
    viewer.say({ type: 'leave', match, playback: 'p1' });
    wait(5000);
    viewer.join([], { playback: {} });
    expect(viewer.of('refused')).toHaveLength(1);
  });

  test('of all together is bounded too', () => {
    const { connect } = stage(BOUNDS);
    const viewers = Array.from({ length: 4 }, () => connect('viewer'));
    for (const viewer of viewers) viewer.join([], { playback: {} });
    expect(viewers.map(({ of }) => of('refused').length)).toEqual([0, 0, 0, 1]);
    expect(viewers[3]?.of('refused')[0]?.message).toMatch(/^3 showings .* all that this server gives/);
  });

  test.each([{ playbacksMax: 0 }, { playbacksPerClientMax: 0 }])(
    'is none where none are given (%j), and nobody is told to try again',
    (bounds) => {
      const viewer = stage(bounds).connect('viewer');
      viewer.join([], { playback: {} });
      const message = `showings of one's own aren't given of "${match}"`;
      expect(viewer.of('refused')).toMatchObject([{ code: 'no-playbacks', message, of: 'join' }]);
    },
  );

  test('nobody follows ends by itself, as one asked for over HTTP may', () => {
    const { hub, wait } = stage(BOUNDS);
    const opened = hub.programme.open(match, {});
    expect(opened).toMatchObject({ key: '2' });
    wait(5000);
    expect(hub.programme.playbacks).toHaveLength(0);
  });
});

describe('a match that waits for its followers', () => {
  test('begins when so many have joined it, and only then', () => {
    const { connect, controls } = stage({ waitFor: 3 });
    const viewers = [connect(), connect(), connect(), connect()];
    viewers[0]?.join();
    viewers[0]?.read();
    viewers[0]?.join(['clock']);
    viewers[1]?.join();
    viewers[1]?.hangUp();
    viewers[2]?.read();
    expect(controls).toEqual([]);
    viewers[3]?.join();
    expect(controls).toEqual([{ type: 'play' }]);
    connect().join();
    expect(controls).toHaveLength(1);
  });
});

describe('a match that breaks', () => {
  test('tells those who follow it by a named code, and leaves the other matches alone', () => {
    const other = madeUp('lyon-apoel');
    const { hub, connect, frames$, wait } = stage({}, true, other.showing);
    other.show({});
    wait(40);
    const [here, both, there] = [connect(), connect(), connect()];
    for (const viewer of [here, both]) viewer.join();
    for (const viewer of [both, there]) viewer.join(undefined, { match: 'lyon-apoel' });
    frames$.error(new Error('the fold broke'));
    for (const viewer of [here, both]) {
      expect(viewer.of('refused')).toMatchObject([{ match, code: 'showing-failed' }]);
    }
    expect(here.of('bye')).toMatchObject([{ code: 4005 }]);
    expect([here, both, there].map(({ socket }) => socket.closed)).toEqual([4005, undefined, undefined]);
    other.show({ cursor: 1 });
    wait(40);
    for (const viewer of [both, there]) expect(viewer.of('update')).toMatchObject([{ match: 'lyon-apoel' }]);

    both.join();
    expect(both.of('refused').at(-1)).toMatchObject({ match, code: 'showing-failed', of: 'join' });
    expect(hub.programme.isReady).toBe(true);
  });

  test('in the middle of a tick or of a join is told the same way', () => {
    const { connect, show, state, wait } = stage();
    const viewer = connect();
    viewer.join();
    state.broken = new Error('no head');
    const late = connect();
    late.join();
    for (const one of [viewer, late]) expect(one.socket.closed).toBe(4005);
    show({ cursor: 1 });
    wait(40);
    expect(viewer.of('update')).toEqual([]);
  });

  test('where it is somebody’s own takes only that one with it', () => {
    const { hub, owner, own, connect, show, wait } = withOwn();
    const viewer = connect();
    viewer.join();
    own.frames$.error(new Error('the fold broke'));
    expect(owner.of('refused')).toMatchObject([{ match, playback: 'p1', code: 'showing-failed' }]);
    expect(hub.programme.playbacks).toHaveLength(0);
    show({ cursor: 1 });
    wait(40);
    expect(viewer.of('update')).toHaveLength(1);
  });
});
