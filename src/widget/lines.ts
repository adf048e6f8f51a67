import { type Client, type ConnectionState, connect, type Leave } from '../client/connect.ts';
import { SYSTEM_TIME } from '../client/time.ts';
import { type SeenScore, SHOWN } from './board.ts';

export interface Viewer {
  readonly seen: (seen: SeenScore) => void;
  readonly state: (state: ConnectionState) => void;
  /** The server won't show it; the message says why. */
  readonly refused: (message: string) => void;
}

export interface Place {
  readonly src: string;
  readonly token: string | undefined;
  readonly match: string;
}

/**
 * Shows a viewer one match of one server, until he leaves. All widgets of a page that look at the same server share a
 * connection, and those that look at the same match what it tells. Throws a SyntaxError for what is no URL of a
 * WebSocket.
 */
export const look = ({ src, token, match }: Place, viewer: Viewer): Leave => {
  const line = lineTo(src, token);
  const seat = seatOf(line, match);
  seat.viewers.add(viewer);
  viewer.state(line.client.state);
  if (seat.latest !== undefined) viewer.seen(seat.latest);
  return () => {
    seat.viewers.delete(viewer);
    // An element that is moved within its page leaves and comes back at once.
    SYSTEM_TIME.after(0, () => hangUp(line));
  };
};

/** A connection, and the matches that are looked at over it. */
interface Line {
  readonly key: string;
  readonly client: Client;
  readonly seats: Map<string, Seat>;
}

interface Seat {
  readonly viewers: Set<Viewer>;
  latest: SeenScore | undefined;
  leave: Leave;
}

const LINES = new Map<string, Line>();

const lineTo = (src: string, token: string | undefined): Line => {
  const key = JSON.stringify([src, token]);
  const known = LINES.get(key);
  if (known !== undefined) return known;
  const seats = new Map<string, Seat>();
  const client = connect(src, {
    ...(token === undefined ? {} : { token }),
    onState: (state) => {
      for (const { viewers } of seats.values()) for (const viewer of viewers) viewer.state(state);
    },
    onRefused: ({ match, message }) => {
      for (const viewer of seats.get(match ?? '')?.viewers ?? []) viewer.refused(message);
    },
  });
  const line = { key, client, seats };
  LINES.set(key, line);
  return line;
};

const seatOf = ({ client, seats }: Line, match: string): Seat => {
  const known = seats.get(match);
  if (known !== undefined) return known;
  const seat: Seat = { viewers: new Set(), latest: undefined, leave: () => undefined };
  seats.set(match, seat);
  seat.leave = client.follow(match, { views: SHOWN }, (seen) => {
    seat.latest = seen;
    for (const viewer of seat.viewers) viewer.seen(seen);
  });
  return seat;
};

const hangUp = ({ key, client, seats }: Line): void => {
  for (const [match, { viewers, leave }] of seats) {
    if (viewers.size > 0) continue;
    seats.delete(match);
    leave();
  }
  if (seats.size > 0 || LINES.get(key)?.client !== client) return;
  LINES.delete(key);
  client.close();
};
