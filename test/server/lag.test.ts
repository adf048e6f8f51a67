import { describe, expect, test } from 'vitest';
import { goals, match, notes, stage } from './stage.ts';

describe('a client behind', () => {
  test('gets no patches while too much waits, and the snapshot of the moment once it has drained', () => {
    const { hub, connect, show, wait } = stage({ backlogBytesMax: 1000 });
    const [slow, quick] = [connect(), connect()];
    for (const viewer of [slow, quick]) viewer.join(['scoreboard']);
    slow.socket.backlogBytes = 1001;
    for (const cursor of [1, 2, 3]) {
      show({ cursor }, goals(cursor));
      wait(40);
    }
    expect(slow.types()).toEqual(['welcome', 'snapshot']);
    expect(quick.of('update')).toHaveLength(3);

    slow.drain();
    expect(slow.of('snapshot').at(-1)).toMatchObject({ revision: 3, head: { cursor: 3 }, views: goals(3) });
    show({ cursor: 4 }, goals(4));
    wait(40);
    expect(slow.of('update')).toMatchObject([{ revision: 4 }]);
    expect(slow.mirror()).toEqual(quick.mirror());
    expect(hub.tally.conflations).toBe(1);
  });

  test('gets the entries that it missed, each once and in order', () => {
    const { connect, show, wait } = stage({ backlogBytesMax: 1000 });
    const reader = connect();
    reader.read();
    show({ cursor: 2 }, {}, 'play', notes(1, 2));
    wait(40);
    reader.socket.backlogBytes = 1001;
    for (const cursor of [5, 3, 8]) {
      show({ cursor }, {}, 'seek');
      wait(40);
    }
    reader.drain();
    expect(reader.of('entries').flatMap(({ entries }) => entries)).toEqual(notes(1, 8));
    expect(reader.of('rewound')).toEqual([]);
  });

  test('is told of a loop that it slept through', () => {
    const { connect, show, wait, state } = stage({ backlogBytesMax: 1000 });
    const reader = connect();
    reader.read();
    reader.socket.backlogBytes = 1001;
    state.epoch = 'a2';
    show({ cursor: 2 }, {}, 'seek');
    wait(40);
    reader.drain();
    expect(reader.of('opened').map(({ epoch }) => epoch)).toEqual(['a1', 'a2']);
    expect(reader.of('entries')).toMatchObject([{ epoch: 'a2', seq: 2 }]);
  });

  test('may join, leave and join again: it gets one snapshot, when it can', () => {
    const { connect, show, wait } = stage({ backlogBytesMax: 1000, messagesPerSecondMax: 20_000 });
    const viewer = connect();
    viewer.socket.backlogBytes = 1001;
    for (let time = 0; time < 10_000; time += 1) viewer.join(['scoreboard']);
    show({ cursor: 1 }, goals(1));
    wait(40);
    expect(viewer.types()).toEqual(['welcome']);
    viewer.drain();
    expect(viewer.types()).toEqual(['welcome', 'snapshot']);
  });

  test('in the middle of a long journal goes on from where it was', () => {
    const { connect, show, wait, state } = stage({ backlogBytesMax: 1000 });
    state.entries.push(...notes(122, 600));
    show({ cursor: 600 });
    wait(40);
    const reader = connect();
    const { send } = reader.socket;
    reader.socket.send = (message) => {
      send(message);
      if (message.payload.length > 1000) reader.socket.backlogBytes = 1001;
    };
    reader.read();
    expect(reader.of('entries').map(({ seq }) => seq)).toEqual([256]);
    for (let time = 0; time < 3; time += 1) {
      reader.drain();
    }
    expect(reader.of('entries').flatMap(({ entries }) => entries)).toEqual(notes(1, 600));
  });

  test('for too long is told so and closed, and one that recovers is not', () => {
    const { hub, connect, show, wait } = stage({ backlogBytesMax: 1000, behindMaxMs: 5000 });
    const [stuck, recovering] = [connect(), connect()];
    for (const viewer of [stuck, recovering]) {
      viewer.join();
      viewer.socket.backlogBytes = 1001;
    }
    show({ cursor: 1 });
    wait(4000);
    recovering.drain();
    wait(2000);
    expect(stuck.socket.closed).toBe(4002);
    expect(recovering.socket.closed).toBeUndefined();
    expect(hub.tally.closes.get('tooSlow')).toBe(1);
    expect(hub.connections.size).toBe(1);
  });
});

describe('a heartbeat', () => {
  const BEATS = { heartbeatMs: 10_000, unansweredMaxMs: 30_000 };

  test('comes once in a while, and carries the revision that has been told', () => {
    const { connect, show, wait } = stage(BEATS);
    const viewer = connect();
    viewer.join(['scoreboard']);
    for (const cursor of [1, 2, 3]) {
      show({ cursor }, goals(cursor));
      wait(40);
    }
    wait(10_000);
    expect(viewer.pings.map(({ payload }) => payload)).toEqual(['3']);
    viewer.line.answer('3');
    wait(10_000);
    expect(viewer.pings).toHaveLength(2);
  });

  test('that is answered says how long the way is, and how stale the client', () => {
    const { hub, connect, show, wait } = stage(BEATS);
    const heard: [number, number][] = [];
    hub.tally.onHeard = (lagMs, revisions) => heard.push([lagMs, revisions]);
    const viewer = connect();
    viewer.join(['scoreboard']);
    wait(10_000);
    const [ping] = viewer.pings;
    for (const cursor of [1, 2]) {
      show({ cursor }, goals(cursor));
      wait(400);
    }
    viewer.line.answer(ping?.payload ?? '');
    expect(heard).toEqual([[10_800 - (ping?.at ?? 0), 2]]);
  });

  test('that goes unanswered puts the client behind, and its answer brings the snapshot of the moment', () => {
    const { connect, show, wait } = stage(BEATS);
    const [stale, quick] = [connect(), connect()];
    for (const viewer of [stale, quick]) viewer.join(['scoreboard']);
    wait(10_000);
    quick.line.answer('0');
    wait(10_000);
    quick.line.answer('0');
    show({ cursor: 1 }, goals(1));
    wait(40);
    expect(stale.of('update')).toEqual([]);
    expect(quick.of('update')).toHaveLength(1);
    // To have drained is no sign that anything arrived.
    stale.drain();
    expect(stale.of('snapshot')).toHaveLength(1);
    stale.line.answer('7');
    expect(stale.of('snapshot')).toHaveLength(1);
    stale.line.answer('0');
    expect(stale.of('snapshot').at(-1)).toMatchObject({ revision: 1, views: goals(1) });
    expect(stale.mirror()).toEqual(quick.mirror());
  });

  test('that is never answered ends the connection', () => {
    const { connect, wait } = stage(BEATS);
    const [dead, alive] = [connect(), connect()];
    for (const viewer of [dead, alive]) viewer.join();
    for (let second = 0; second < 60; second += 1) {
      wait(1000);
      alive.line.answer('0');
    }
    expect(dead.of('bye')).toEqual([{ type: 'bye', code: 4003, reason: 'heartbeats went unanswered' }]);
    expect(dead.socket.closed).toBe(4003);
    expect(alive.socket.closed).toBeUndefined();
  });

  test('to thousands is spread over its time', () => {
    const { connect, wait } = stage(BEATS);
    const viewers = Array.from({ length: 1600 }, () => connect());
    for (const viewer of viewers) viewer.join(['result']);
    wait(10_000);
    const times = new Map<number, number>();
    for (const { pings } of viewers) for (const { at } of pings) times.set(at, (times.get(at) ?? 0) + 1);
    expect([...times.values()]).toEqual(Array(16).fill(100));
  });
});

describe('a client that says too much', () => {
  test('may say twice as much at once as it may in a second, and is closed after that', () => {
    const { connect, wait } = stage({ messagesPerSecondMax: 10 });
    const viewer = connect();
    for (let time = 0; time < 20; time += 1) viewer.join(['result']);
    expect(viewer.of('snapshot')).toHaveLength(20);
    wait(500);
    for (let time = 0; time < 5; time += 1) viewer.join(['result']);
    expect(viewer.socket.closed).toBeUndefined();
    viewer.say({ type: 'leave', match });
    expect(viewer.of('bye')).toEqual([{ type: 'bye', code: 4004, reason: 'too many messages' }]);
    expect(viewer.socket.closed).toBe(4004);
  });

  test('is counted by its pings too', () => {
    const { connect } = stage({ messagesPerSecondMax: 10 });
    const viewer = connect();
    for (let time = 0; time < 21; time += 1) viewer.line.count();
    expect(viewer.socket.closed).toBe(4004);
  });

  test('is counted by answers that nobody asked for, and by none that was asked for', () => {
    const { connect, wait } = stage({ messagesPerSecondMax: 10, heartbeatMs: 10 });
    const viewer = connect();
    viewer.join(['result']);
    for (let time = 0; time < 50; time += 1) {
      wait(10);
      viewer.line.answer(viewer.pings.at(-1)?.payload ?? '');
    }
    expect(viewer.pings.length).toBeGreaterThan(40);
    expect(viewer.socket.closed).toBeUndefined();
    for (let time = 0; time < 21; time += 1) viewer.line.answer('99');
    expect(viewer.socket.closed).toBe(4004);
  });

  test('and doesn’t read what it is told, is told no more than fits', () => {
    const { connect } = stage({ backlogBytesMax: 1000 });
    const viewer = connect();
    viewer.socket.backlogBytes = 1001;
    for (let time = 0; time < 50; time += 1) viewer.say({ type: 'jion' });
    expect(viewer.of('refused')).toEqual([]);
  });
});
