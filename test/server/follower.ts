import { Subject } from 'rxjs';
import { afterEach, expect, vi } from 'vitest';
import { WebSocket } from 'ws';
import type { Entry } from '../../src/journal/entry.ts';
import { feedTime, type RecordingHeader } from '../../src/journal/recording.ts';
import type { Fixture } from '../../src/match/fixture.ts';
import type { Head, Shown } from '../../src/playback/frame.ts';
import type { Views } from '../../src/projections/views.ts';
import type { Showing } from '../../src/server/on-air.ts';
import { type ServeOptions, type Server, serve } from '../../src/server/server.ts';

export const match = 'atalanta-dortmund';
export const LAST = 40;

export const fixture: Fixture = {
  clubs: { ATA: { name: 'Atalanta', people: {} }, BVB: { name: 'Borussia Dortmund', people: {} } },
  legs: [{ home: 'ATA', away: 'BVB' }],
};

export const header: RecordingHeader = {
  format: 'touchline',
  version: 1,
  startedAt: '2026-02-25T21:00:00+01:00',
  fixture,
};

/** A made-up match of forty entries, every tenth of them a goal; what is seen is a fold of the cursor. */
export const frameAt = (cursor: number, playing: boolean): Shown['frame'] => {
  const score = Math.floor(cursor / 10);
  const head: Head = {
    cursor,
    entries: LAST,
    position: cursor * 1000,
    duration: LAST * 1000,
    at: feedTime(header.startedAt, cursor * 1000),
    watch: cursor * 1000,
    playing,
    speed: 60,
  };
  const seen = Array.from({ length: cursor }, (_, index) => index + 1);
  const views: Views = {
    clock: { leg: 1, period: '1H', elapsed: cursor * 1000, label: "1'", running: playing },
    scoreboard: { home: { club: 'ATA', name: 'Atalanta', score }, away: { club: 'BVB', name: 'Dortmund', score: 0 } },
    cards: { people: {}, totals: {} },
    var: { status: cursor % 7 === 3 ? 'checking' : 'idle', reviews: {} },
    lineups: {},
    stats: {},
    timeline: Object.fromEntries(
      seen.map((seq) => [`e${seq}`, { order: seq, at: entryAt(seq).event.at, label: "1'", kind: 'note' }]),
    ),
    commentary: {},
    result: { status: cursor === LAST ? 'provisional' : 'none' },
    ...(cursor >= 20 && cursor < 30 ? { shootout: { first: 'ATA', score: {}, kicks: {} } } : {}),
  };
  return { head, views };
};
export const entryAt = (seq: number): Entry & { kind: 'event' } => ({
  kind: 'event',
  seq,
  offset: seq * 1000,
  id: `e${seq}`,
  event: { type: 'note', at: { leg: 1, period: '1H', elapsed: seq * 1000 }, text: 'rain' },
});

/** A showing that obeys play, pause and seek by cursor, and is otherwise moved on by the test. */
export const madeUp = (id = match) => {
  const frames$ = new Subject<Shown>();
  let [cursor, playing] = [0, false];
  const show = (cause: Shown['cause'], entries: Entry[] = []): void =>
    frames$.next({ frame: frameAt(cursor, playing), cause, entries });
  const showing: Showing = {
    id,
    epoch: 'a1',
    title: 'Atalanta v Borussia Dortmund',
    fixture,
    frames$,
    now: () => frameAt(cursor, playing).head,
    record: {
      header,
      entries: Array.from({ length: LAST }, (_, index) => entryAt(index + 1)),
      answer: ({ asOf }) => frameAt(typeof asOf === 'number' ? asOf : LAST, false),
      momentAsOf: () => ({ cursor: LAST, offset: LAST * 1000 }),
    },
    open: () => {
      const own = madeUp(id);
      queueMicrotask(own.start);
      return own.showing;
    },
    control: (control) => {
      if (control.type === 'play' || control.type === 'pause') {
        playing = control.type === 'play';
        show('control');
      } else if (control.type === 'seek' && 'cursor' in control.to) {
        if (control.to.cursor > LAST) return { code: 'no-such-entry', message: `the last entry is ${LAST}` };
        cursor = control.to.cursor;
        show('seek');
      }
      return undefined;
    },
  };
  return {
    showing,
    start: () => show('play'),
    next: () => {
      cursor += 1;
      show('play', [entryAt(cursor)]);
    },
  };
};

/** A client as somebody writes it who has read the contract and RFC 7396, and nothing of ours. */
export const follower = (
  url: string,
  protocols: string[] = ['touchline.v1.json'],
  headers: Record<string, string> = {},
) => {
  const socket = new WebSocket(url, protocols, { headers });
  // biome-ignore lint/suspicious/noExplicitAny: a foreign client knows JSON, not our types
  const messages: any[] = [];
  // biome-ignore lint/suspicious/noExplicitAny: likewise
  let views: any;
  const revisions: number[] = [];
  const closed = new Promise<{ code: number; reason: string }>((resolve) => {
    socket.on('close', (code, reason) => resolve({ code, reason: String(reason) }));
  });
  const refused = new Promise<{ status: number | undefined; body: string }>((resolve) => {
    socket.on('unexpected-response', async (_, response) => {
      let body = '';
      for await (const chunk of response) body += chunk;
      resolve({ status: response.statusCode, body });
    });
  });
  socket.on('error', () => undefined);
  socket.on('message', (data, isBinary) => {
    expect(isBinary).toBe(false);
    const message = JSON.parse(data.toString());
    messages.push(message);
    if (message.type === 'snapshot') {
      views = message.views;
      revisions.push(message.revision);
    } else if (message.type === 'update') {
      views = mergePatch(views, message.patch);
      revisions.push(message.revision);
    }
  });
  ends.push(() => socket.terminate());
  return {
    socket,
    messages,
    revisions,
    closed,
    refused,
    views: () => views,
    say: (message: unknown) => socket.send(typeof message === 'string' ? message : JSON.stringify(message)),
    // biome-ignore lint/suspicious/noExplicitAny: likewise
    hears: (what: object): Promise<any> =>
      vi.waitFor(
        () => {
          const found = messages.findLast((message) => {
            try {
              expect(message).toMatchObject(what);
              return true;
            } catch {
              return false;
            }
          });
          expect(found, `no ${JSON.stringify(what)} among ${messages.map(({ type }) => type)}`).toBeDefined();
          return found;
        },
        { timeout: 3000, interval: 2 },
      ),
  };
};

// biome-ignore lint/suspicious/noExplicitAny: the pseudocode of RFC 7396, word for word
export const mergePatch = (target: any, patch: any): any => {
  if (typeof patch !== 'object' || patch === null || Array.isArray(patch)) return patch;
  const result = typeof target === 'object' && target !== null && !Array.isArray(target) ? { ...target } : {};
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) delete result[name];
    else result[name] = mergePatch(result[name], value);
  }
  return result;
};

export const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

export const on = async (options: ServeOptions = {}, ...ids: string[]) => {
  const { showing, start, next } = madeUp(ids[0]);
  const server: Server = await serve([showing, ...ids.slice(1).map((id) => madeUp(id).showing)], {
    rate: 500,
    ...options,
  });
  ends.push(() => server.close());
  start();
  return { server, next, join: { type: 'join', match, channel: 'views' } };
};

/** Asks over plain HTTP, and reads the answer as JSON where it is JSON. */
export const asker =
  ({ url }: Pick<Server, 'url'>) =>
  async (path: string, init: RequestInit = {}) => {
    const response = await fetch(new URL(path, url.replace('ws:', 'http:')), init);
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.startsWith('application/json') ?? false;
    // biome-ignore lint/suspicious/noExplicitAny: a foreign client knows JSON, not our types
    const json: any = isJson ? JSON.parse(text) : undefined;
    return { status: response.status, headers: response.headers, text, json };
  };

export const posted = (body: unknown, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  body: typeof body === 'string' ? body : JSON.stringify(body),
  headers: { 'content-type': 'application/json', ...headers },
});

/** Follows an event stream, as `EventSource` does. */
export const eventSource = (server: Pick<Server, 'url'>, path: string, headers: Record<string, string> = {}) => {
  const abort = new AbortController();
  ends.push(() => abort.abort());
  // biome-ignore lint/suspicious/noExplicitAny: a foreign client knows JSON, not our types
  const events: { id: string | undefined; data: any }[] = [];
  const ended = (async () => {
    const response = await fetch(new URL(path, server.url.replace('ws:', 'http:')), { signal: abort.signal, headers });
    let rest = '';
    for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      const blocks = (rest + chunk).split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) {
        const field = (name: string) =>
          block
            .split('\n')
            .find((line) => line.startsWith(`${name}: `))
            ?.slice(name.length + 2);
        const data = field('data');
        if (data !== undefined) events.push({ id: field('id'), data: JSON.parse(data) });
      }
    }
  })().catch(() => undefined);
  const hears = (count: number) =>
    vi.waitFor(() => expect(events.length).toBeGreaterThanOrEqual(count), { timeout: 3000, interval: 2 });
  return { events, ended, hears, leave: () => abort.abort() };
};
