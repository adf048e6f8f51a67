import { type Server as HttpServer, type IncomingMessage, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import type { Millis } from '../match/time.ts';
import { CLOSES, type CloseName, PROTOCOL } from '../wire/message.ts';
import type { Bounds } from './bounds.ts';
import type { Line } from './connection.ts';
import type { Entrance } from './entrance.ts';
import { socketOver } from './framed-socket.ts';
import type { TurnedAway, Visitor } from './gate.ts';
import type { Hub } from './hub.ts';

export interface WebSocketDoorOptions {
  readonly bounds: Bounds;
  readonly entrance: Pick<Entrance, 'admit'>;
}

export interface WebSocketDoor {
  /** Says `bye` to everybody and takes nobody new; whoever hasn't gone after `withinMs` is cut off. */
  close(why: CloseName, withinMs: Millis): Promise<void>;
}

/** Takes WebSocket connections on path `/` of an HTTP server and puts them through to the hub. */
export const openWebSocketDoor = (http: HttpServer, hub: Hub, options: WebSocketDoorOptions): WebSocketDoor => {
  const { bounds, entrance } = options;
  const sockets = new WebSocketServer({
    noServer: true,
    // Broadcasts write whole frames past `ws`; a compressed message of its own could come between them.
    perMessageDeflate: false,
    // It would keep a closure for each.
    clientTracking: false,
    maxPayload: bounds.messageBytesMax,
    maxFragments: FRAGMENTS_MAX,
    maxBufferedChunks: CHUNKS_MAX,
    // Who doesn't answer a close frame is cut off after a while; missing from the published types.
    ...({ closeTimeout: bounds.closeTimeoutMs } as object),
    // A token among the subprotocols is never said back.
    handleProtocols: (offered) => offered.has(PROTOCOL) && PROTOCOL,
  });
  const clients = new Set<WebSocket>();
  let isClosing = false;

  http.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    const wrong = isClosing ? STOPPING : wrongWith(request);
    if (wrong !== undefined) return turnAway(stream, wrong);
    const admission = entrance.admit(request);
    if ('status' in admission) return turnAway(stream, admission);
    if (admission.leave !== undefined) stream.once('close', admission.leave);
    sockets.handleUpgrade(request, stream, head, (socket) => {
      putThrough(hub, clients, socket as Wired, stream, admission.visitor);
    });
  });

  return {
    close: async (why, withinMs) => {
      isClosing = true;
      hub.close(why);
      const gone = [...clients].map((socket) => new Promise((resolve) => socket.once('close', resolve)));
      const bound = setTimeout(() => {
        for (const socket of clients) socket.terminate();
      }, withinMs);
      await Promise.all(gone);
      clearTimeout(bound);
      sockets.close();
    },
  };
};

const putThrough = (hub: Hub, clients: Set<WebSocket>, socket: Wired, stream: Duplex, visitor: Visitor): void => {
  const { role, address } = visitor;
  clients.add(socket);
  socket[CLIENTS] = clients;
  socket[LINE] = hub.connect(socketOver(socket, stream), { role, address });
  socket.on('message', onMessage);
  socket.on('ping', onPing);
  socket.on('pong', onPong);
  // After a breach of the protocol `ws` closes with the code that RFC 6455 gives it (1009 for a message too long).
  socket.on('error', onError);
  socket.on('close', onClose);
};

// Shared by all connections, which find their line on themselves: closures for each would double what one takes.
const LINE = Symbol('line');
const CLIENTS = Symbol('clients');

interface Wired extends WebSocket {
  [LINE]?: Line;
  [CLIENTS]?: Set<WebSocket>;
}

function onMessage(this: Wired, data: RawData, isBinary: boolean): void {
  // A binary frame is no message: what comes of it as text is refused as malformed.
  this[LINE]?.hear(isBinary ? '' : data.toString());
}
function onPing(this: Wired): void {
  this[LINE]?.count();
}
function onPong(this: Wired, data: Buffer): void {
  this[LINE]?.answer(data.toString());
}
function onError(this: Wired): void {
  this[LINE]?.hangUp();
}
function onClose(this: Wired): void {
  this[LINE]?.hangUp();
  this[CLIENTS]?.delete(this);
}

/** A message of ours fits into one frame; more than a few come from somebody who has other plans. */
const FRAGMENTS_MAX = 64;
const CHUNKS_MAX = 1024;

const STOPPING: TurnedAway = { status: 503, code: 'stopping', error: CLOSES.stopping.reason };

/** Programs that offer HTTP/2 besides (`Upgrade: h2c`) do without it where nobody takes the offer (RFC 9110 §7.8). */
export const isToWebSocket = ({ headers }: Pick<IncomingMessage, 'headers'>): boolean =>
  headers.upgrade?.toLowerCase() === 'websocket';

const wrongWith = (request: IncomingMessage): TurnedAway | undefined => {
  const { url, headers } = request;
  // A Node that doesn't ask us which upgrades to take hands over all of them.
  if (!isToWebSocket(request)) {
    return { status: 426, code: 'no-websocket', error: 'the only upgrade here is to a WebSocket' };
  }
  if (url?.split('?')[0] !== '/') {
    return { status: 404, code: 'not-found', error: 'the WebSocket is on path /' };
  }
  // An older version hides its Origin in another header.
  if (headers['sec-websocket-version'] !== '13') {
    return { status: 426, code: 'no-websocket', error: 'the WebSocket here is version 13 (RFC 6455)' };
  }
  const offered = headers['sec-websocket-protocol']?.split(',').map((name) => name.trim());
  if (offered !== undefined && !offered.includes(PROTOCOL)) {
    return {
      status: 400,
      code: 'unknown-protocol',
      error: `the subprotocol here is ${PROTOCOL}; offer that one, or none`,
    };
  }
  return undefined;
};

const turnAway = (stream: Duplex, { status, code, error }: TurnedAway): void => {
  const body = `${JSON.stringify({ code, error })}\n`;
  // Nobody reads on, and a reset by the other side is its own affair.
  stream.on('error', () => stream.destroy());
  stream.once('finish', () => stream.destroy());
  stream.end(
    [
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
      'Connection: close',
      ...(status === 401 ? ['WWW-Authenticate: Bearer'] : []),
      ...(status === 426 ? ['Upgrade: websocket', 'Sec-WebSocket-Version: 13'] : []),
      'Content-Type: application/json',
      `Content-Length: ${Buffer.byteLength(body)}`,
      '',
      body,
    ].join('\r\n'),
  );
};
