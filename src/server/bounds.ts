import type { Millis } from '../match/time.ts';
import { MESSAGE_BYTES_MAX } from '../wire/message.ts';

/** What one server takes on. Each is an option; there is no way to take on everything. */
export interface Bounds {
  /** WebSockets and event streams together; one more is answered with 503. */
  readonly clientsMax: number;
  /** TCP connections from one address; one more is answered with 429. On loopback as many as `clientsMax`. */
  readonly connectionsPerAddressMax: number;
  /** HTTP requests from one address, twice as many at once; one more is answered with 429. */
  readonly requestsPerSecondMax: number;
  /** Of a WebSocket message, and of the body of an HTTP request. */
  readonly messageBytesMax: number;
  /** From one connection, pings and unasked pongs included, twice as many at once; one more closes it. */
  readonly messagesPerSecondMax: number;
  /** Where more than this waits to be sent, a client gets nothing until it has drained, and then a snapshot. */
  readonly backlogBytesMax: number;
  /** How long a client may stay that far behind; whoever doesn't read an answer over HTTP has two heartbeats more. */
  readonly behindMaxMs: Millis;
  /** How long a connection may go without joining anything. */
  readonly joinTimeoutMs: Millis;
  /** How long the head of a request may take, that of a WebSocket included. */
  readonly handshakeTimeoutMs: Millis;
  readonly heartbeatMs: Millis;
  /** How long a heartbeat may go unanswered. After one `heartbeatMs` a client counts as behind. */
  readonly unansweredMaxMs: Millis;
  /** Showings of one's own, all together and by one connection. */
  readonly playbacksMax: number;
  readonly playbacksPerClientMax: number;
  /** How long a showing of one's own is kept while nobody follows it. */
  readonly playbackGraceMs: Millis;
  /** How long good-byes may take. */
  readonly closeTimeoutMs: Millis;
}

export const BOUNDS: Bounds = {
  clientsMax: 10_000,
  connectionsPerAddressMax: 256,
  requestsPerSecondMax: 200,
  messageBytesMax: MESSAGE_BYTES_MAX,
  messagesPerSecondMax: 100,
  backlogBytesMax: 1_048_576,
  behindMaxMs: 30_000,
  joinTimeoutMs: 30_000,
  handshakeTimeoutMs: 10_000,
  heartbeatMs: 10_000,
  unansweredMaxMs: 30_000,
  playbacksMax: 32,
  playbacksPerClientMax: 4,
  playbackGraceMs: 30_000,
  closeTimeoutMs: 2000,
};

export const BOUND_NAMES = Object.keys(BOUNDS) as (keyof Bounds)[];

/** Those that were given, the others as they are unless told otherwise. */
export const boundsOf = (given: Partial<Bounds>): Bounds => ({
  ...BOUNDS,
  ...Object.fromEntries(BOUND_NAMES.flatMap((name) => (given[name] === undefined ? [] : [[name, given[name]]]))),
});

/** What is wrong with the bounds that were given, in a sentence. */
export const wrongBound = (given: Partial<Bounds>): string | undefined => {
  const name = BOUND_NAMES.find((each) => given[each] !== undefined && !isBound(given[each], each));
  return name && `${name} ${given[name]} isn't a whole number from ${leastOf(name)} to ${MOST}`;
};

const isBound = (value: number, name: keyof Bounds): boolean =>
  Number.isInteger(value) && value >= leastOf(name) && value <= MOST;

/** Without showings of one's own a server is whole; without any of the others it's none. */
const leastOf = (name: keyof Bounds): number =>
  name === 'playbacksMax' || name === 'playbacksPerClientMax' || name === 'playbackGraceMs' || name === 'closeTimeoutMs'
    ? 0
    : 1;

/** The longest that a timer can wait. */
const MOST = 2 ** 31 - 1;
