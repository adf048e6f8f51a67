import canonicalize from 'canonicalize';
import { afterEach, expect, vi } from 'vitest';
import {
  type Client,
  type ConnectionState,
  type ConnectOptions,
  connect,
  type Refused,
  type Seen,
  type Told,
} from '../../src/client/connect.ts';
import { history, remember } from '../../src/history.ts';
import { type ServeOptions, serve } from '../../src/server/server.ts';
import { type ShowingOptions, showingOf } from '../../src/server/showing.ts';
import { flagship } from './flagship.ts';

// The flagship on a real server, and real clients that follow it. All of them go home after each test.

export const match = 'atalanta-dortmund';
export const recording = flagship();
export const LAST = recording.entries.length;
export const straight = history(recording);

const ends: (() => unknown)[] = [];
export const afterwards = (end: () => unknown): void => {
  ends.push(end);
};
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

/** At this speed the match is over in a third of a second. */
export const FAST = 20_000;

export const onAir = async (showing: ShowingOptions = {}, options: ServeOptions = {}) => {
  const server = await serve([showingOf(match, recording, { speed: FAST, ...showing })], { rate: 200, ...options });
  afterwards(() => server.close());
  return server;
};

export const come = (url: string, options: ConnectOptions = {}) => {
  const states: ConnectionState[] = [];
  const refusals: Refused[] = [];
  const client = connect(url, {
    backoff: { baseMs: 20, capMs: 100 },
    onState: (state) => states.push(state),
    onRefused: (refused) => refusals.push(refused),
    ...options,
  });
  afterwards(() => client.close());
  return { client, states, refusals };
};

/** Follows the views of the match, and its journal, as far as they come. */
export const follow = (client: Client) => {
  const seen: Seen[] = [];
  const told: Told[] = [];
  const memory = remember();
  client.follow(match, {}, (each) => seen.push(each));
  client.journal(match, {}, (each) => {
    told.push(each);
    memory.hear(each);
  });
  const atEnd = () =>
    vi.waitFor(() => expect([seen.at(-1)?.head.cursor, memory.history?.length]).toEqual([LAST, LAST]), {
      timeout: 8000,
      interval: 5,
    });
  return { seen, told, memory, atEnd };
};

export const numbersOf = (told: readonly Told[]): number[] =>
  told.flatMap((each) => (each.type === 'entries' ? each.entries.map(({ seq }) => seq) : []));

export const oneTo = (last: number): number[] => Array.from({ length: last }, (_, index) => index + 1);

export const expectFinal = (seen: readonly Seen[]): void => {
  expect(canonicalize(seen.at(-1)?.views)).toBe(canonicalize(straight.viewsAt(LAST)));
};
