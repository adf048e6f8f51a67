// Many clients of one server, in a process of their own: `broadcast/crowd.ts <kind> <port>`. They read frames, and little else.
import { connect, type Socket } from 'node:net';
import type { Kind } from './stand.ts';

export type CrowdOrder =
  /** Connects so many within so long, each to follow these views; `deaf` ones never read. */
  | {
      readonly do: 'join';
      readonly count: number;
      readonly withinMs: number;
      readonly views: readonly string[];
      readonly deaf: boolean;
    }
  /** Messages since the last time of asking, and how long they took. */
  | { readonly do: 'count' };

export interface Joined {
  /** From the first byte that was sent to the snapshot, for each that has one. */
  readonly tookMs: readonly number[];
}

export interface Counted {
  readonly messages: number;
  readonly medianMs: number | undefined;
}

const [kind = 'touchline', port = '0'] = process.argv.slice(2) as [Kind, string];

let messages = 0;
let delays: number[] = [];
let clients = 0;

const UPGRADE = (path: string): string =>
  [
    `GET ${path} HTTP/1.1`,
    'Host: localhost',
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    '',
    '',
  ].join('\r\n');

/** A client's frame, under a mask of zeros. */
const frame = (opcode: number, payload: Buffer): Buffer => {
  const size = payload.length < 126 ? [0x80 | payload.length] : [0xfe, payload.length >> 8, payload.length & 0xff];
  return Buffer.concat([Buffer.from([0x80 | opcode, ...size, 0, 0, 0, 0]), payload]);
};

const client = (views: readonly string[], deaf: boolean, onReady: () => void): void => {
  const number = clients;
  clients += 1;
  const socket = connect({ port: Number(port), host: '127.0.0.1', noDelay: true });
  let rest: Buffer = Buffer.alloc(0);
  let isOpen = kind === 'tcp';
  let isReady = false;
  const ready = (): void => {
    if (!isReady) onReady();
    isReady = true;
    if (deaf) socket.pause();
  };
  socket.on('error', () => undefined);
  socket.on('connect', () => {
    if (kind === 'tcp') ready();
    else socket.write(UPGRADE(kind === 'socket.io' ? '/socket.io/?EIO=4&transport=websocket' : '/'));
  });
  const opened = (): void => {
    isOpen = true;
    const join = { type: 'join', match: 'bench', channel: 'views', views };
    if (kind === 'touchline') socket.write(frame(1, Buffer.from(JSON.stringify(join))));
    else if (kind === 'socket.io') socket.write(frame(1, Buffer.from('40')));
    else ready();
  };
  socket.on('data', (chunk) => {
    let data = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    if (!isOpen) {
      const end = data.indexOf('\r\n\r\n');
      if (end === -1) {
        rest = data;
        return;
      }
      data = data.subarray(end + 4);
      opened();
    }
    rest = readFrames(data, socket, number, ready);
  });
};

const readFrames = (data: Buffer, socket: Socket, number: number, ready: () => void): Buffer => {
  let at = 0;
  while (data.length - at >= 2) {
    const short = (data[at + 1] as number) & 0x7f;
    const header = short === 127 ? 10 : short === 126 ? 4 : 2;
    if (data.length - at < header) break;
    const length = short === 127 ? data.readUInt32BE(at + 6) : short === 126 ? data.readUInt16BE(at + 2) : short;
    if (data.length - at < header + length) break;
    hear((data[at] as number) & 0x0f, data.subarray(at + header, at + header + length), socket, number, ready);
    at += header + length;
  }
  return at === data.length ? EMPTY : Buffer.from(data.subarray(at));
};

const EMPTY = Buffer.alloc(0);

const hear = (opcode: number, payload: Buffer, socket: Socket, number: number, ready: () => void): void => {
  if (opcode === 9) {
    socket.write(frame(10, payload));
    return;
  }
  // Engine.IO asks with a 2 whether one is there, and wants a 3; `40` is the namespace that was joined.
  if (payload.length === 1) socket.write(frame(1, Buffer.from('3')));
  else if (payload[0] === 0x34 && payload[1] === 0x30) ready();
  else if (kind === 'touchline' && payload.subarray(0, 18).toString('latin1') === '{"type":"snapshot"') ready();
  else if (payload.length > 200 && payload.subarray(0, 30).includes('update')) {
    messages += 1;
    // Each tenth tells how long it was on its way; looking at all of them would be what takes long.
    if (number % 10 === 0) {
      const place = payload.indexOf('"watch":') + 8;
      const said = Number.parseInt(payload.subarray(place, place + 20).toString('latin1'), 10);
      delays.push(Number(process.hrtime.bigint() / 1000n) - said);
    }
  }
};

const join = async ({ count, withinMs, views, deaf }: CrowdOrder & { do: 'join' }): Promise<Joined> => {
  const tookMs: number[] = [];
  const start = performance.now();
  for (let made = 0; made < count; ) {
    const due =
      withinMs === 0 ? Math.min(count, made + 50) : Math.ceil((count * (performance.now() - start)) / withinMs);
    for (; made < Math.min(due, count); made += 1) {
      const from = performance.now();
      client(views, deaf, () => tookMs.push(performance.now() - from));
    }
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  const limit = performance.now() + 20_000;
  while (tookMs.length < count && performance.now() < limit) await new Promise((resolve) => setTimeout(resolve, 5));
  return { tookMs };
};

const count = (): Counted => {
  const sorted = delays.sort((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)];
  const counted = { messages, medianMs: median === undefined ? undefined : median / 1000 };
  [messages, delays] = [0, []];
  return counted;
};

process.on('message', async (order: CrowdOrder) => {
  process.send?.(order.do === 'join' ? await join(order) : count());
});
process.on('disconnect', () => process.exit());
process.send?.('here');
