import type { Duplex } from 'node:stream';
import * as ws from 'ws';
import type { Encoded, Socket } from './broadcast.ts';

/**
 * A `ws` socket of the server's side, and the stream under it. `ws` frames a message anew for each `send`; writing the
 * frame that was built once is what makes a broadcast cheap.
 *
 * This stands beside the documented surface of `ws`, so its version is pinned. It is right as long as `ws` itself writes
 * each frame whole and at once, which it does without compression, fragments and Blobs: then its pings, pongs, closes
 * and sends fall between our frames. Without a frame, `ws` sends the payload.
 */
export const socketOver = (socket: ws.WebSocket, stream: Duplex): Socket => new FramedSocket(socket, stream);

// A class, since thousands of them stand about: as an object of closures each would take a kilobyte more.
class FramedSocket implements Socket {
  readonly #socket: ws.WebSocket;
  readonly #stream: Duplex;

  constructor(socket: ws.WebSocket, stream: Duplex) {
    this.#socket = socket;
    this.#stream = stream;
  }

  get isOpen(): boolean {
    return this.#socket.readyState === ws.WebSocket.OPEN;
  }

  get backlogBytes(): number {
    return this.#stream.writableLength;
  }

  send({ payload, frame }: Encoded): void {
    // After a close frame nothing more may be said (RFC 6455 §5.5.1), and `ws` doesn't see what goes past it.
    if (this.#socket.readyState !== ws.WebSocket.OPEN) return;
    if (frame === undefined) this.#socket.send(payload, { binary: false });
    else if (this.#stream.writable) this.#stream.write(frame);
  }

  ping(payload: string): boolean {
    if (this.#socket.readyState === ws.WebSocket.OPEN) this.#socket.ping(payload);
    return true;
  }

  whenDrained(then: () => void): void {
    this.#stream.once('drain', then);
  }

  close(code: number, reason: string): void {
    this.#socket.close(code, reason);
  }
}

type Framing = (payload: Buffer, options: object) => readonly Buffer[];

// Missing from the published types, and from a `ws` that has moved it: then every message goes the long way.
const framing = (ws as unknown as { Sender?: { frame?: Framing } }).Sender?.frame;

const TEXT = { fin: true, opcode: 0x01, mask: false, readOnly: true, rsv1: false };

/** A payload in a whole text frame; `undefined` where `ws` can't be had to frame it. */
export const frameOf =
  framing === undefined ? undefined : (payload: Buffer): Buffer => Buffer.concat(framing(payload, TEXT));
