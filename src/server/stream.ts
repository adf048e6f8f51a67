import type { ServerResponse } from 'node:http';
import type { Millis } from '../match/time.ts';
import type { Join } from '../wire/message.ts';
import type { Encoded, Socket } from './broadcast.ts';
import type { Caller } from './connection.ts';
import type { Hub } from './hub.ts';
import type { OnAir } from './on-air.ts';
import type { Follow } from './session.ts';

/**
 * Sends a showing as server-sent events (HTML Living Standard §9.2): the messages of the wire, each the data of one
 * event, for `onmessage`. To the hub it's a connection like any other, that never says anything.
 */
export const openStream = (
  hub: Hub,
  caller: Caller,
  onAir: OnAir,
  follow: Follow,
  response: ServerResponse,
  closeTimeoutMs: Millis,
): void => {
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    // nginx would otherwise gather events until it has a page of them.
    'x-accel-buffering': 'no',
  });
  response.write(`retry: ${RETRY_MS}\n\n`);
  response.on('error', () => response.destroy());
  const line = hub.listen(eventSocket(response, closeTimeoutMs), caller, onAir, follow);
  response.once('close', () => line.hangUp());
};

/** `Last-Event-ID` as the journal channel gives it: `epoch:seq`. Any other tells nothing. */
export const sinceOf = (id: string | undefined): Join['since'] => {
  const [, epoch, seq] = /^([\w-]{1,80}):(\d{1,15})$/.exec(id ?? '') ?? [];
  return epoch === undefined ? undefined : { epoch, seq: Number(seq) };
};

/** How long a client waits before it comes back. */
const RETRY_MS = 2000;

const eventSocket = (response: ServerResponse, closeTimeoutMs: Millis): Socket => ({
  get isOpen() {
    return response.writable;
  },
  get backlogBytes() {
    return response.writableLength;
  },
  send(message) {
    if (response.writable) response.write(eventOf(message));
  },
  ping() {
    // A comment, which keeps proxies from closing a quiet stream; nobody answers it.
    if (response.writable) response.write(':\n\n');
    return false;
  },
  whenDrained(then) {
    response.once('drain', then);
  },
  close() {
    response.end();
    const cut = setTimeout(() => response.destroy(), closeTimeoutMs);
    response.once('close', () => clearTimeout(cut));
  },
});

/** Made once for all who listen. */
const eventOf = (message: Encoded): Buffer => {
  const made = EVENTS.get(message) ?? Buffer.from(`${idOf(message)}data: ${message.payload}\n\n`);
  EVENTS.set(message, made);
  return made;
};

const EVENTS = new WeakMap<Encoded, Buffer>();

const idOf = ({ id }: Encoded): string => (id === undefined ? '' : `id: ${id}\n`);
