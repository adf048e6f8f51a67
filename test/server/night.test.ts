import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { afterEach, expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import type { Entry } from '../../src/journal/entry.ts';
import { history } from '../../src/playback/views.ts';
import { VIEW_NAMES, type ViewName } from '../../src/projections/views.ts';
import { serve } from '../../src/server/server.ts';
import { showingOf } from '../../src/server/showing.ts';
import { ends, mergePatch } from './follower.ts';
import { night } from './night.ts';

// Hundreds of connections on a machine that has other work to do.
vi.setConfig({ testTimeout: 60_000 });

const recording = night();
const { entries } = recording;
const folded = history(recording).viewsAt(entries.length);
const finalViews = (names: readonly ViewName[]) =>
  JSON.parse(JSON.stringify(Object.fromEntries(names.map((name) => [name, folded[name]]))));

/** A client that holds on to what it is told, and finds a fault where it doesn't fit. */
const client = (url: () => string) => {
  const state = {
    views: undefined as unknown,
    cursor: 0,
    revision: -1,
    names: VIEW_NAMES as readonly ViewName[],
    epoch: '',
    journal: [] as Entry[],
    faults: [] as string[],
    byes: [] as number[],
  };
  let socket: WebSocket | undefined;
  // biome-ignore lint/suspicious/noExplicitAny: a foreign client knows JSON, not our types
  const hear = (message: any): void => {
    const { type, revision } = message;
    if (type === 'snapshot') state.views = message.views;
    if (type === 'update') {
      if (revision !== state.revision + 1) state.faults.push(`revision ${revision} after ${state.revision}`);
      state.views = mergePatch(state.views, message.patch);
    }
    if (type === 'snapshot' || type === 'update') [state.revision, state.cursor] = [revision, message.head.cursor];
    if (type === 'opened' && message.epoch !== state.epoch) [state.epoch, state.journal] = [message.epoch, []];
    if (type === 'opened' || type === 'rewound') state.journal = state.journal.filter(({ seq }) => seq <= message.seq);
    if (type === 'entries') {
      const after = state.journal.at(-1)?.seq ?? 0;
      if (message.entries[0].seq !== after + 1) state.faults.push(`entry ${message.entries[0].seq} after ${after}`);
      state.journal.push(...message.entries);
    }
    if (type === 'bye') state.byes.push(message.code);
  };
  const say = (message: object): void => {
    if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify({ match: 'night', ...message }));
  };
  const joinViews = (names: readonly ViewName[] = state.names): void => {
    state.names = names;
    say({ type: 'join', channel: 'views', views: names });
  };
  const joinJournal = (): void => {
    const seq = state.journal.at(-1)?.seq ?? 0;
    say({ type: 'join', channel: 'journal', ...(state.epoch === '' ? {} : { since: { epoch: state.epoch, seq } }) });
  };
  const connect = (then: () => void, onGone = (): void => undefined): void => {
    const made = new WebSocket(url(), ['touchline.v1.json']);
    socket = made;
    made.on('message', (data) => socket === made && hear(JSON.parse(data.toString())));
    made.on('open', then);
    made.on('error', () => undefined);
    made.on('close', onGone);
  };
  ends.push(() => socket?.terminate());
  return {
    ...{ state, say, joinViews, joinJournal, connect },
    isOut: () => socket === undefined || socket.readyState >= WebSocket.CLOSING,
    hangUp: () => socket?.terminate(),
  };
};

const random = (() => {
  let state = 20_260_225;
  return (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
})();

test('a whole match at high speed, with five hundred clients coming and going, ends with everybody seeing the same', async () => {
  const showing = showingOf('night', recording, { speed: 1500, maxGap: 0 });
  const server = await serve([showing], { messagesPerSecondMax: 10_000 });
  ends.push(() => server.close());
  const clients = Array.from({ length: 500 }, () => client(() => server.url));
  const start = (one: (typeof clients)[number], index: number): void =>
    one.connect(() => (index % 3 === 0 ? one.joinJournal() : one.joinViews()));
  for (const [index, one] of clients.entries()) if (index % 2 === 0) start(one, index);

  const isOver = (): boolean => !showing.now().playing;
  while (!isOver()) {
    for (let time = 0; time < 4; time += 1) {
      const index = random(clients.length);
      const one = clients[index] as (typeof clients)[number];
      const sets: (readonly ViewName[])[] = [VIEW_NAMES, ['scoreboard', 'clock'], ['timeline'], ['cards', 'stats'], []];
      if (one.isOut()) start(one, index);
      else if (random(3) === 0) one.hangUp();
      else if (index % 3 === 0) one.joinJournal();
      else if (random(2) === 0) one.say({ type: 'leave' });
      else one.joinViews(sets[random(sets.length)]);
    }
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
  // Whoever is out or has left comes back for the end.
  for (const [index, one] of clients.entries()) {
    if (one.isOut()) start(one, index);
    else if (index % 3 === 0) one.joinJournal();
    else one.joinViews();
  }
  const isThere = ({ state }: (typeof clients)[number], index: number): boolean =>
    (index % 3 === 0 ? state.journal.length : state.cursor) === entries.length;
  await expect.poll(() => clients.every(isThere), { timeout: 30_000, interval: 20 }).toBe(true);
  for (const [index, { state }] of clients.entries()) {
    expect(state.faults).toEqual([]);
    const isSame =
      index % 3 === 0
        ? isDeepStrictEqual(state.journal, entries)
        : isDeepStrictEqual(state.views, finalViews(state.names));
    expect(isSame, `client ${index}, who follows ${state.names}`).toBe(true);
  }
});

const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

const launch = async (port: number, run: string, speed: number) => {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'serving.ts'), String(port), run, String(speed)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  const [line] = await once(child.stdout, 'data');
  return { child, port: Number(String(line).trim()) };
};

test('a server is killed and started again, then stopped and started again: nothing is missed, and nothing shown twice', async () => {
  const first = await launch(0, 'a', 1200);
  const clients = Array.from({ length: 10 }, () => client(() => `ws://127.0.0.1:${first.port}/`));
  let isOver = false;
  ends.push(() => {
    isOver = true;
  });
  for (const one of clients) {
    const follow = (): void => {
      const again = (): void => void (isOver || setTimeout(follow, 50));
      one.connect(() => {
        one.joinJournal();
        one.joinViews();
      }, again);
    };
    follow();
  }
  const reached = (count: number, epoch: string) =>
    vi.waitFor(
      () => {
        for (const { state } of clients) {
          expect(state.epoch).toBe(epoch);
          expect(state.journal.length).toBeGreaterThanOrEqual(count);
        }
      },
      { timeout: 15_000, interval: 10 },
    );
  await reached(50, 'a-1');
  first.child.kill('SIGKILL');
  await once(first.child, 'exit');

  // The same run under the same name: what they have is theirs, and beyond the showing it is taken back.
  const second = await launch(first.port, 'a', 1200);
  await reached(80, 'a-1');
  const stopped = once(second.child, 'exit');
  second.child.kill('SIGTERM');
  expect(await stopped).toEqual([0, null]);
  for (const { state } of clients) expect(state.byes).toEqual([1001]);

  await launch(first.port, 'b', 6000);
  await reached(entries.length, 'b-1');
  const atEnd = (): boolean => clients.every(({ state }) => state.cursor === entries.length);
  await expect.poll(atEnd, { timeout: 15_000, interval: 10 }).toBe(true);
  for (const { state } of clients) {
    expect(state.faults).toEqual([]);
    expect(state.journal).toEqual(entries);
    expect(state.views).toEqual(finalViews(VIEW_NAMES));
  }
});
