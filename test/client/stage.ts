import { vi } from 'vitest';
import type { Socket } from '../../src/client/connect.ts';
import type { Entry } from '../../src/journal/entry.ts';
import type { Fixture } from '../../src/match/fixture.ts';
import type { ClientMessage, ServerMessage, Snapshot, Update } from '../../src/wire/message.ts';

// What the server's side of a client's test is made of.

export const match = 'atalanta-dortmund';
export const URL_OF_SERVER = 'ws://127.0.0.1:8484/';

export const fixture: Fixture = {
  clubs: { ATA: { name: 'Atalanta', people: {} }, BVB: { name: 'Borussia Dortmund', people: {} } },
  legs: [{ home: 'ATA', away: 'BVB' }],
};

export const head = (cursor: number): Snapshot['head'] => ({
  cursor,
  entries: 121,
  position: cursor * 50_000,
  duration: 6_130_000,
  at: '2026-02-25T19:45:00+01:00',
  watch: cursor * 10_000,
  playing: true,
  speed: 60,
});

export const snapshot = (revision: number, more: Partial<Snapshot> = {}): Snapshot => ({
  type: 'snapshot',
  match,
  revision,
  head: head(revision),
  fixture,
  views: { result: { status: 'none' }, var: { status: 'idle', reviews: {} } },
  ...more,
});

export const update = (revision: number, more: Partial<Update> = {}): Update => ({
  type: 'update',
  match,
  revision,
  cause: 'play',
  head: head(revision),
  entries: [],
  patch: {},
  ...more,
});

export const note = (seq: number): Entry => ({
  kind: 'event',
  seq,
  offset: seq * 1000,
  id: `e${seq}`,
  event: { type: 'note', at: { leg: 1, period: '1H', elapsed: seq * 1000 }, text: 'rain' },
});

export const notes = (from: number, to: number): Entry[] =>
  Array.from({ length: to - from + 1 }, (_, index) => note(from + index));

export const opened = (epoch = 'a1', more: object = {}): ServerMessage => ({
  type: 'opened',
  match,
  epoch,
  header: { format: 'touchline', version: 1, startedAt: '2026-02-25T18:00:00+01:00', fixture },
  ...more,
});

export const entries = (from: number, to: number, epoch = 'a1'): ServerMessage => ({
  type: 'entries',
  match,
  epoch,
  seq: to,
  entries: notes(from, to),
});

/** A WebSocket without a net: the test is the server. */
export class FakeSocket implements Socket {
  static all: FakeSocket[] = [];
  onmessage: ((event: never) => void) | null = null;
  onclose: ((event: never) => void) | null = null;
  onerror: ((event: never) => void) | null = null;
  readonly url: string;
  readonly protocols: readonly string[];
  readonly said: ClientMessage[] = [];
  isClosed = false;

  constructor(url: string, protocols: string[]) {
    this.url = url;
    this.protocols = protocols;
    FakeSocket.all.push(this);
  }

  static get latest(): FakeSocket {
    const socket = FakeSocket.all.at(-1);
    if (socket === undefined) throw new Error('nobody has connected');
    return socket;
  }

  send(text: string): void {
    this.said.push(JSON.parse(text));
  }

  close(): void {
    this.isClosed = true;
  }

  /** The server says something. */
  says(...messages: (ServerMessage | string)[]): void {
    for (const message of messages) {
      const data = typeof message === 'string' ? message : JSON.stringify(message);
      this.onmessage?.({ data } as never);
    }
  }

  /** The door opens. */
  welcomes(): void {
    this.says({
      type: 'welcome',
      protocol: 'touchline.v1.json',
      role: 'operator',
      matches: [{ id: match, epoch: 'a1', title: 'Atalanta v Borussia Dortmund' }],
    });
  }

  /** The connection ends; 1006 is what a browser says when it was cut. */
  ends(code = 1006, reason = ''): void {
    this.onerror?.({} as never);
    this.onclose?.({ code, reason } as never);
  }
}

export const fakeTimers = (): void => {
  FakeSocket.all = [];
  vi.useFakeTimers();
};
