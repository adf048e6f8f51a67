import type { Refused } from '../wire/message.ts';
import { BACKOFF, type Backoff } from './backoff.ts';
import { Client } from './client.ts';
import type { ConnectionState, SocketClass } from './connection.ts';
import { type Millis, SYSTEM_TIME, type Time } from './time.ts';

export type { Views } from '../projections/views.ts';
export type { Control, Refused, Welcome, Wish } from '../wire/message.ts';
export type { Backoff } from './backoff.ts';
export type { Client, FollowOptions, JournalOptions, Leave } from './client.ts';
export type { ConnectionState, Socket, SocketClass } from './connection.ts';
export type { Since, Told } from './journal-channel.ts';
export { type Heard, positionAt, type Time, watchAt } from './time.ts';
export type { Seen } from './views-channel.ts';

export interface ConnectOptions {
  /** Where the server wants one. */
  readonly token?: string;
  /** The platform's own `WebSocket` unless told otherwise. */
  readonly webSocket?: SocketClass;
  /** Waits between attempts: at most 0.5 s at first, doubling up to 30 s, from the start again after 10 s of success. */
  readonly backoff?: Partial<Backoff>;
  /** After so long without a word the server is asked for a sign of life; 30 s unless told otherwise. */
  readonly quietMs?: Millis;
  /** How long it may take to answer that, or to open the door, before it's tried anew; 10 s unless told otherwise. */
  readonly answerMs?: Millis;
  /** At each change. */
  readonly onState?: (state: ConnectionState) => void;
  /** The server won't do what was asked for (`of` says what); the client goes on. */
  readonly onRefused?: (refused: Refused) => void;
  readonly random?: () => number;
  readonly time?: Time;
  /** Asks a door that didn't open for its reason, since a WebSocket doesn't tell. */
  readonly fetch?: typeof fetch;
}

/**
 * Connects to a Touchline server (`ws://127.0.0.1:8484/`), and stays connected: after a break it comes back by itself
 * and goes on where it was. Runs in browsers and in Node from 22 on. Throws a SyntaxError for what is no URL of a
 * WebSocket.
 */
export const connect = (url: string, options: ConnectOptions = {}): Client => {
  const { token, webSocket = WebSocket, backoff, quietMs = 30_000, answerMs = 10_000, onState, onRefused } = options;
  const { random = Math.random, time = SYSTEM_TIME, fetch = globalThis.fetch } = options;
  return new Client(
    { url, token, webSocket, backoff: { ...BACKOFF, ...backoff }, quietMs, answerMs, random, time, fetch },
    { onState, onRefused },
  );
};
