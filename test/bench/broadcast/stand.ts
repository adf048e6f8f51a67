// One server of the bench, in a process of its own: `broadcast/stand.ts <touchline|socket.io|ws|tcp>`. It does as its parent says.
import { createServer as createHttpServer } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Socket } from 'node:net';
import { Subject } from 'rxjs';
import { Server as SocketIo } from 'socket.io';
import { WebSocketServer } from 'ws';
import type { Entry } from '../../../src/journal/entry.ts';
import type { Head, Shown } from '../../../src/playback/frame.ts';
import type { Views } from '../../../src/projections/views.ts';
import { encodeText } from '../../../src/server/broadcast.ts';
import type { Showing } from '../../../src/server/on-air.ts';
import { serve } from '../../../src/server/server.ts';

export const KINDS = ['touchline', 'socket.io', 'ws', 'tcp'] as const;
export type Kind = (typeof KINDS)[number];

/** What the parent asks for, and what comes back. */
export type Order =
  | { readonly do: 'cpu' }
  | { readonly do: 'rss' }
  /** `each` entries a tick; `bulk` bytes more in a view that only some follow. */
  | {
      readonly do: 'tick';
      readonly ticks: number;
      readonly everyMs: number;
      readonly each: number;
      readonly bulk: number;
    };

interface Stand {
  readonly port: number;
  /** Tells everybody of so many entries: in one message, where that is what the server does. */
  readonly tell: (entries: number, bulk: number) => void;
}

const entryAt = (seq: number): Entry => ({
  kind: 'event',
  seq,
  offset: seq * 1000,
  id: `e${seq}`,
  event: { type: 'note', at: { leg: 1, period: '1H', elapsed: seq * 1000 }, text: 'rain' },
});

const headAt = (cursor: number): Head => ({
  cursor,
  entries: 1_000_000,
  position: cursor,
  duration: 5_400_000,
  at: '2026-02-25T21:00:00+01:00',
  // When it was said, so that the crowd can tell how long it took.
  watch: Number(process.hrtime.bigint() / 1000n),
  playing: true,
  speed: 60,
});

/** The whole server: what a real showing would make of the match is not the matter here, what becomes of it is. */
const touchline = async (): Promise<Stand> => {
  const frames$ = new Subject<Shown>();
  let cursor = 0;
  let views = { clock: { leg: 1, period: '1H', elapsed: 0, label: "1'", running: true } } as unknown as Views;
  const showing: Showing = {
    id: 'bench',
    epoch: 'a1',
    title: 'Bench',
    fixture: { clubs: {}, legs: [{ home: 'HOM', away: 'AWY' }] },
    frames$,
    now: () => headAt(cursor),
    control: () => undefined,
  };
  const bounds = { messagesPerSecondMax: 1000, joinTimeoutMs: 600_000, behindMaxMs: 600_000, heartbeatMs: 30_000 };
  const server = await serve([showing], { rate: 1000, ...bounds, unansweredMaxMs: 600_000 });
  const tell = (entries: number, bulk: number): void => {
    const passed: Entry[] = [];
    for (let count = 0; count < entries; count += 1) {
      cursor += 1;
      passed.push(entryAt(cursor));
    }
    const clock = { ...views.clock, elapsed: cursor * 1000 };
    const commentary = bulk === 0 ? {} : { commentary: { c1: { order: cursor, text: 'x'.repeat(bulk) } } };
    views = { ...views, clock, ...commentary } as unknown as Views;
    frames$.next({ frame: { head: headAt(cursor), views }, cause: 'play', entries: passed });
  };
  tell(1, 0);
  return { port: server.address.port, tell };
};

/** What the others are given to send: the same as ours sends for one entry. */
const messageAt = (cursor: number) => ({
  type: 'update',
  match: 'bench',
  revision: cursor,
  cause: 'play',
  head: headAt(cursor),
  entries: [entryAt(cursor)],
  patch: { clock: { elapsed: cursor * 1000 } },
});

const socketIo = async (): Promise<Stand> => {
  const http = createHttpServer();
  const io = new SocketIo(http, { transports: ['websocket'], serveClient: false, perMessageDeflate: false });
  const port = await listening(http);
  let cursor = 0;
  const tell = (entries: number): void => {
    for (let count = 0; count < entries; count += 1) {
      cursor += 1;
      io.emit('update', messageAt(cursor));
    }
  };
  return { port, tell };
};

const plainWs = async (): Promise<Stand> => {
  const http = createHttpServer();
  const sockets = new WebSocketServer({ server: http, perMessageDeflate: false });
  const port = await listening(http);
  let cursor = 0;
  const tell = (entries: number): void => {
    for (let count = 0; count < entries; count += 1) {
      cursor += 1;
      const text = JSON.stringify(messageAt(cursor));
      for (const socket of sockets.clients) if (socket.readyState === 1) socket.send(text);
    }
  };
  return { port, tell };
};

const bareTcp = async (): Promise<Stand> => {
  const sockets = new Set<Socket>();
  const server = createTcpServer({ noDelay: true }, (socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    socket.on('data', () => undefined);
  });
  const port = await listening(server);
  let cursor = 0;
  const tell = (entries: number): void => {
    for (let count = 0; count < entries; count += 1) {
      cursor += 1;
      const { frame } = encodeText(JSON.stringify(messageAt(cursor)));
      for (const socket of sockets) if (frame !== undefined) socket.write(frame);
    }
  };
  return { port, tell };
};

const listening = (server: { listen(port: number, host: string, then: () => void): void; address(): unknown }) =>
  new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });

const STANDS: Readonly<Record<Kind, () => Promise<Stand>>> = {
  touchline,
  'socket.io': socketIo,
  ws: plainWs,
  tcp: bareTcp,
};

const obey = ({ tell }: Stand): void => {
  process.on('message', async (order: Order) => {
    switch (order.do) {
      case 'cpu':
        process.send?.(process.cpuUsage());
        break;
      case 'rss':
        for (let time = 0; time < 4; time += 1) {
          globalThis.gc?.({ type: 'major', execution: 'sync', flavor: 'last-resort' });
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
        process.send?.(process.memoryUsage.rss());
        break;
      case 'tick':
        for (let tick = 0; tick < order.ticks; tick += 1) {
          tell(order.each, order.bulk);
          await new Promise((resolve) => setTimeout(resolve, order.everyMs));
        }
        process.send?.(order.ticks);
        break;
    }
  });
  process.on('disconnect', () => process.exit());
};

if (process.send !== undefined) {
  const stand = await STANDS[process.argv[2] as Kind]();
  obey(stand);
  process.send({ port: stand.port });
}
