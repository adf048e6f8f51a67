import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import type { Server } from '../../src/server/server.ts';
import { ends } from './follower.ts';

/** A TCP connection to a server, which swallows errors and remembers what came. */
export const tcp = async ({ address }: Pick<Server, 'address'>) => {
  const socket = connect(address.port, '127.0.0.1');
  ends.push(() => socket.destroy());
  let heard = Buffer.alloc(0);
  socket.on('error', () => undefined);
  socket.on('data', (chunk) => {
    heard = Buffer.concat([heard, chunk]);
  });
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  await once(socket, 'connect');
  return { socket, closed, heard: () => heard };
};

export const UPGRADE = [
  'GET / HTTP/1.1',
  'Host: localhost',
  'Connection: Upgrade',
  'Upgrade: websocket',
  'Sec-WebSocket-Version: 13',
  'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
].join('\r\n');

/** A WebSocket connection by hand, for what no library would send. */
export const rawWebSocket = async (server: Pick<Server, 'address'>) => {
  const line = await tcp(server);
  line.socket.write(`${UPGRADE}\r\n\r\n`);
  while (!line.heard().includes('\r\n\r\n')) await once(line.socket, 'data');
  return {
    ...line,
    frame: (opcode: number, payload: Buffer | string = '', fin = true) =>
      line.socket.write(frameOf(opcode, Buffer.from(payload), fin)),
    /** The code in the close frame, once the connection has gone. */
    closeCode: async () => {
      await line.closed;
      return closeCodeIn(line.heard());
    },
  };
};

/** As a client frames it, under a mask of zeros (RFC 6455 §5.2). */
export const frameOf = (opcode: number, payload: Buffer, fin = true): Buffer => {
  const { length } = payload;
  const size = length < 126 ? Buffer.from([0x80 | length]) : Buffer.alloc(length < 65_536 ? 3 : 9);
  if (length >= 126) size[0] = 0x80 | (length < 65_536 ? 126 : 127);
  if (length >= 65_536) size.writeBigUInt64BE(BigInt(length), 1);
  else if (length >= 126) size.writeUInt16BE(length, 1);
  return Buffer.concat([Buffer.from([(fin ? 0x80 : 0) | opcode]), size, Buffer.alloc(4), payload]);
};

const closeCodeIn = (heard: Buffer): number | undefined => {
  let at = heard.indexOf('\r\n\r\n') + 4;
  while (at + 2 <= heard.length) {
    const opcode = (heard[at] ?? 0) & 0x0f;
    let length = (heard[at + 1] ?? 0) & 0x7f;
    let start = at + 2;
    if (length === 126) [length, start] = [heard.readUInt16BE(start), start + 2];
    else if (length === 127) [length, start] = [Number(heard.readBigUInt64BE(start)), start + 8];
    if (opcode === 0x8) return length >= 2 ? heard.readUInt16BE(start) : undefined;
    at = start + length;
  }
  return undefined;
};

export type { Socket };
