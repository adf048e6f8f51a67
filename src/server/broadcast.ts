import type { Duplex } from 'node:stream';
import * as ws from 'ws';
import type { ServerMessage } from '../wire/message.ts';

/** One connection, as the hub and the broadcasts see it. */
export interface Socket {
  readonly isOpen: boolean;
  /** Bytes that wait in this process to be sent. */
  readonly backlogBytes: number;
  send(message: Encoded): void;
  /** Asks for an answer that gives the payload back (RFC 6455 §5.5.2); false where the other side can't give any. */
  ping(payload: string): boolean;
  /** Calls back once what waits has all been handed on. Absent where nothing waits. */
  whenDrained?(then: () => void): void;
  close(code: number, reason: string): void;
}

/** A message ready for any number of sockets: encoded once and, where it can be, framed once. */
export interface Encoded {
  readonly payload: Buffer;
  /** A whole unmasked and uncompressed WebSocket frame (RFC 6455 §5.2). */
  readonly frame?: Buffer;
  /** What an event stream calls it, for whoever comes back to say how far he got. */
  readonly id?: string;
}

/** Somebody to be told. */
export interface Listener {
  readonly socket: Socket;
  /** Gets nothing for now, and the present state once it has caught up. */
  readonly isBehind: boolean;
}

export const encode = (message: ServerMessage, id?: string): Encoded => encodeText(JSON.stringify(message), id);

/** For JSON that was put together by hand from parts encoded before. */
export const encodeText = (json: string, id?: string): Encoded => {
  const payload = Buffer.from(json);
  return { payload, ...(frameOf && { frame: frameOf(payload) }), ...(id !== undefined && { id }) };
};

/**
 * Writes a message to every open socket of those who aren't behind. One with more than `backlogBytesMax` waiting gets
 * nothing, and is named to `onBehind`. Gives the number of those who were told.
 */
export const broadcast = <Each extends Listener>(
  message: Encoded,
  listeners: Iterable<Each>,
  backlogBytesMax: number,
  onBehind: (listener: Each) => void,
): number => {
  let told = 0;
  for (const listener of listeners) {
    const { socket } = listener;
    if (listener.isBehind || !socket.isOpen) continue;
    if (socket.backlogBytes > backlogBytesMax) onBehind(listener);
    else {
      socket.send(message);
      told += 1;
    }
  }
  return told;
};

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

const frameOf = framing === undefined ? undefined : (payload: Buffer): Buffer => Buffer.concat(framing(payload, TEXT));
