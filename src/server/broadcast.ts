import type { ServerMessage } from '../wire/message.ts';
import { frameOf } from './framed-socket.ts';

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
