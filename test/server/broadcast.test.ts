import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { afterEach, expect, test, vi } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { broadcast, encode, encodeText, type Socket } from '../../src/server/broadcast.ts';
import { socketOver } from '../../src/server/framed-socket.ts';

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0).reverse()) end();
});

/** A real `ws` connection over loopback: the server's socket with the stream under it, and what the client hears. */
const connection = async () => {
  const http = createServer().listen(0, '127.0.0.1');
  await once(http, 'listening');
  const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false });
  const served = new Promise<{ server: WebSocket; stream: Duplex }>((resolve) => {
    http.on('upgrade', (request, stream, head) => {
      sockets.handleUpgrade(request, stream, head, (server) => resolve({ server, stream }));
    });
  });
  const client = new WebSocket(`ws://127.0.0.1:${(http.address() as AddressInfo).port}/`);
  const heard: string[] = [];
  const failed = vi.fn();
  client.on('message', (data, isBinary) => heard.push(isBinary ? 'binary' : data.toString()));
  client.on('ping', (data) => heard.push(`ping ${data}`));
  client.on('error', failed);
  ends.push(
    () => http.close(),
    () => http.closeAllConnections(),
    () => client.terminate(),
  );
  const [{ server, stream }] = await Promise.all([served, once(client, 'open')]);
  ends.push(() => server.terminate());
  return { server, stream, client, heard, failed };
};

const heardAll = (heard: readonly string[], count: number) =>
  vi.waitFor(() => expect(heard.length).toBe(count), { timeout: 5000, interval: 5 });

// Each side of every length at which a frame's header grows (RFC 6455 §5.2), letters of more than a byte, and a long one.
const TEXTS = [
  ...[1, 125, 126, 65_535, 65_536, 300_000].map((length) => JSON.stringify('x'.repeat(Math.max(0, length - 2)))),
  JSON.stringify({ name: 'Lazar Samardžić', icon: '⚽' }),
];

test('whole frames fall in order between what ws itself sends and pings, also when the stream is full', async () => {
  const { server, stream, client, heard, failed } = await connection();
  const sends = vi.spyOn(server, 'send');
  const socket = socketOver(server, stream);
  const expected: string[] = [];
  let fullest = 0;
  client.pause();
  for (let round = 0; round < 40; round += 1) {
    for (const text of TEXTS) {
      socket.send(encodeText(text));
      server.ping(`${round}`);
      server.send(`ws's own, ${round}`);
      socket.send(encodeText(text));
      expected.push(text, `ping ${round}`, `ws's own, ${round}`, text);
      fullest = Math.max(fullest, socket.backlogBytes);
    }
  }
  client.resume();
  await heardAll(heard, expected.length);
  expect(heard).toEqual(expected);
  expect(failed).not.toHaveBeenCalled();
  // The test means nothing unless the quick way was taken, and more was written than the kernel would hold.
  expect(sends).toHaveBeenCalledTimes(40 * TEXTS.length);
  expect(fullest).toBeGreaterThan(1_000_000);
});

test('a frame is to the byte what ws would have written', async () => {
  const { server, stream } = await connection();
  const written: Buffer[] = [];
  vi.spyOn(stream, 'write').mockImplementation((chunk: Buffer) => {
    written.push(Buffer.from(chunk));
    return true;
  });
  for (const text of TEXTS) {
    written.length = 0;
    server.send(text);
    expect(Buffer.compare(Buffer.concat(written), encodeText(text).frame ?? Buffer.alloc(0))).toBe(0);
  }
});

test('without a frame ws sends the payload, as text', async () => {
  const { server, stream, heard } = await connection();
  const { payload } = encodeText('{"type":"bye"}');
  socketOver(server, stream).send({ payload });
  await heardAll(heard, 1);
  expect(heard).toEqual(['{"type":"bye"}']);
});

test('after the close frame nothing more is said', async () => {
  const { server, stream, client, heard, failed } = await connection();
  const socket = socketOver(server, stream);
  socket.send(encode({ type: 'bye', code: 1001, reason: 'the server is stopping' }));
  socket.close(1001, 'the server is stopping');
  const writes = vi.spyOn(stream, 'write');
  socket.send(encodeText('"too late"'));
  expect(writes).not.toHaveBeenCalled();
  expect(socket.isOpen).toBe(false);
  const [code, reason] = await once(client, 'close');
  expect([code, String(reason)]).toEqual([1001, 'the server is stopping']);
  expect(heard).toEqual(['{"type":"bye","code":1001,"reason":"the server is stopping"}']);
  expect(failed).not.toHaveBeenCalled();
});

test('a broadcast passes over the closed and those who are behind, and names those who fall behind', () => {
  const listener = (isOpen: boolean, backlogBytes: number, isBehind = false) => {
    const socket: Socket = {
      isOpen,
      backlogBytes,
      send: vi.fn(),
      ping: () => true,
      whenDrained: vi.fn(),
      close: vi.fn(),
    };
    return { socket, isBehind };
  };
  const [open, closed, falling, barely, behind] = [
    listener(true, 0),
    listener(false, 0),
    listener(true, 101),
    listener(true, 100),
    listener(true, 0, true),
  ] as const;
  const message = encodeText('{}');
  const onBehind = vi.fn();
  expect(broadcast(message, [open, closed, falling, barely, behind], 100, onBehind)).toBe(2);
  expect(onBehind.mock.calls).toEqual([[falling]]);
  expect(open.socket.send).toHaveBeenCalledExactlyOnceWith(message);
  expect(barely.socket.send).toHaveBeenCalledExactlyOnceWith(message);
  for (const { socket } of [closed, falling, behind]) expect(socket.send).not.toHaveBeenCalled();
});
