import { type Command, Option } from 'commander';
import type { Bounds } from '../../server/bounds.ts';
import { WrongUse } from '../complaint.ts';
import { duration, wholeNumber } from '../options.ts';

/** Adds a flag for each of the server's bounds. */
export const withBounds = (command: Command): Command => {
  command.optionsGroup('Bounds:');
  for (const { flag, value, what, usual, parse } of Object.values(BOUND_FLAGS)) {
    command.addOption(new Option(`--${flag} <${value}>`, `${what} (default: ${usual})`).argParser(parse));
  }
  return command.optionsGroup('Options:');
};

/** The bounds among what the parser read. */
export const boundsIn = (options: object): Partial<Bounds> => {
  const given = new Map<string, unknown>(Object.entries(options));
  const flags = Object.entries(BOUND_FLAGS).map(([name, { flag }]) => [name, given.get(attributeOf(flag))] as const);
  return Object.fromEntries(flags.filter(([, value]) => value !== undefined));
};

/** `--max-clients` is kept as `maxClients`. */
const attributeOf = (flag: string): string => flag.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

interface BoundFlag {
  readonly flag: string;
  readonly value: 'n' | 'duration';
  readonly what: string;
  /** As in `BOUNDS`, which `--help` mustn't load. */
  readonly usual: string;
  readonly parse: (text: string) => number;
}

/** The longest that a timer can wait, and the most that a bound can be. */
const MOST = 2 ** 31 - 1;

const count = (flag: string, what: string, usual: string, least = 1): BoundFlag => ({
  ...{ flag, value: 'n', what, usual },
  parse: wholeNumber(flag, least, MOST),
});

const span = (flag: string, what: string, usual: string, least = 1): BoundFlag => ({
  ...{ flag, value: 'duration', what, usual },
  parse: (text) => {
    const ms = duration(flag)(text);
    if (ms >= least && ms <= MOST) return ms;
    throw new WrongUse(`--${flag} ${text} can't be kept; one reads like 500ms, 20s or 1m, ${least}ms at least`);
  },
});

export const BOUND_FLAGS: Readonly<Record<keyof Bounds, BoundFlag>> = {
  clientsMax: count('max-clients', 'WebSockets and event streams together', '10000'),
  connectionsPerAddressMax: count(
    'max-connections-per-address',
    'TCP connections from one address',
    '256; on loopback twice as many as clients',
  ),
  requestsPerSecondMax: count('max-requests-per-second', 'HTTP requests from one address', '200'),
  messageBytesMax: count('max-message-bytes', 'a message, or the body of a request', '65536'),
  messagesPerSecondMax: count('max-messages-per-second', 'messages from one connection', '100'),
  backlogBytesMax: count('max-backlog-bytes', 'what may wait for a client before it counts as behind', '1048576'),
  behindMaxMs: span('max-behind', 'how long a client may be behind', '30s'),
  joinTimeoutMs: span('join-timeout', 'how long a connection may join nothing', '30s'),
  handshakeTimeoutMs: span('handshake-timeout', 'how long the head of a request may take', '10s'),
  heartbeatMs: span('heartbeat', 'how often a client is asked whether it is there', '10s'),
  unansweredMaxMs: span('max-unanswered', 'how long it may owe the answer', '30s'),
  playbacksMax: count('max-showings', "showings of somebody's own, all together", '32', 0),
  playbacksPerClientMax: count('max-showings-per-client', 'those of one connection', '4', 0),
  playbackGraceMs: span('showing-grace', 'how long one is kept that nobody follows', '30s', 0),
  closeTimeoutMs: span('close-timeout', 'how long good-byes may take', '1500ms', 0),
};
