import type { Server as HttpServer, IncomingMessage } from 'node:http';
import type { Socket as TcpSocket } from 'node:net';
import type { Millis } from '../match/time.ts';
import { plain, type Trust } from './address.ts';
import type { Bounds } from './bounds.ts';
import { askerOf, type Gate, type TurnedAway, type Visitor } from './gate.ts';
import type { Hub } from './hub.ts';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';
import { Turnstile } from './turnstile.ts';

export interface EntranceOptions {
  readonly hub: Pick<Hub, 'isFull'>;
  readonly gate: Gate;
  readonly isTrusted: Trust;
  readonly bounds: Bounds;
  readonly metrics: Pick<Metrics, 'turnedAway'>;
  readonly log: Log;
  readonly now: () => Millis;
}

/** Where everybody comes in, and is counted. */
export interface Entrance {
  /** Who asks, or why he may not. */
  judge(request: IncomingMessage): Visitor | TurnedAway;
  /** Lets somebody in who wants to stay, where there is room. */
  admit(request: IncomingMessage): Admission | TurnedAway;
  /** Whether somebody may ask once more. What costs more than a request is counted for viewers alone. */
  mayAsk(visitor: Visitor, cost?: number): boolean;
}

/** Somebody who has come to stay. */
export interface Admission {
  readonly visitor: Visitor;
  /** To be called when it has gone. */
  readonly leave: (() => void) | undefined;
}

export const TOO_MANY: TurnedAway = {
  status: 429,
  code: 'too-many-requests',
  error: 'too many requests; wait a second',
};

export const openEntrance = (http: HttpServer, options: EntranceOptions): Entrance => {
  const { hub, gate, isTrusted, bounds, metrics, log, now } = options;
  const { connectionsPerAddressMax: connectionsMax, requestsPerSecondMax } = bounds;
  const turnstile = new Turnstile({ connectionsMax, requestsPerSecondMax, now });
  countConnections(http, { turnstile, connectionsMax, isTrusted }, () => metrics.turnedAway(CROWD.status));

  const noted = <Judged extends object>(judged: Judged | TurnedAway, address: string): Judged | TurnedAway => {
    if (!('status' in judged)) return judged;
    metrics.turnedAway(judged.status);
    log.warn({ status: judged.status, code: judged.code, address }, 'turned away');
    return judged;
  };
  const judge = (request: IncomingMessage): Visitor | TurnedAway => noted(gate(request), askerOf(request, isTrusted));
  const seat = (visitor: Visitor, peer: string): Admission | TurnedAway => {
    const { address } = visitor;
    if (hub.isFull) return FULL;
    // Those who come by themselves were counted when they connected.
    if (address === peer) return { visitor, leave: undefined };
    return turnstile.enter(address) ? { visitor, leave: () => turnstile.leave(address) } : CROWD;
  };
  return {
    judge,
    admit: (request) => {
      const judged = judge(request);
      if ('status' in judged) return judged;
      return noted(seat(judged, plain(request.socket.remoteAddress ?? '')), judged.address);
    },
    mayAsk: ({ address, role }, cost) => {
      if (cost !== undefined && role === 'operator') return true;
      if (turnstile.ask(address, cost)) return true;
      metrics.turnedAway(TOO_MANY.status);
      return false;
    },
  };
};

/** Counts TCP connections by address, those of trusted proxies apart, and ends those that are too many. */
const countConnections = (
  http: HttpServer,
  { turnstile, connectionsMax, isTrusted }: { turnstile: Turnstile; connectionsMax: number; isTrusted: Trust },
  onCrowd: () => void,
): void => {
  const counted = Symbol('address');
  type Counted = TcpSocket & { [counted]?: string };
  // One for all, since a closure for each would be kept as long as its connection.
  function leave(this: Counted): void {
    turnstile.leave(this[counted] ?? '');
  }
  http.on('connection', (socket: Counted) => {
    const address = plain(socket.remoteAddress ?? '');
    // Where one address may have all the connections that there may be, there is nothing to count.
    if (connectionsMax >= http.maxConnections || isTrusted(address)) return;
    if (turnstile.enter(address)) {
      socket[counted] = address;
      socket.on('close', leave);
      return;
    }
    onCrowd();
    // Nobody waits until the other side has closed too.
    socket.once('finish', () => socket.destroy());
    socket.end('HTTP/1.1 429 Too Many Requests\r\nConnection: close\r\nRetry-After: 1\r\nContent-Length: 0\r\n\r\n');
  });
};

const FULL: TurnedAway = {
  status: 503,
  code: 'full',
  error: 'there are as many clients as this server takes; try later',
};
const CROWD: TurnedAway = { status: 429, code: 'crowd', error: 'there are too many connections from this address' };
