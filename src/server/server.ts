import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CloseName } from '../wire/message.ts';
import { authorityOf } from './address.ts';
import { type Assets, openAssets } from './assets.ts';
import { openEntrance } from './entrance.ts';
import { openGate } from './gate.ts';
import { answerHttp } from './http.ts';
import { Hub } from './hub.ts';
import { SILENT } from './log.ts';
import { openMetrics } from './metrics.ts';
import type { Showing } from './on-air.ts';
import { CannotServe, listenProblem, reachable, type ServeOptions, settle } from './options.ts';
import { STEADY } from './steady.ts';
import { isToWebSocket, openWebSocketDoor } from './websocket.ts';

export { CannotServe, type ServeOptions } from './options.ts';

export interface Server {
  readonly address: { readonly host: string; readonly port: number };
  /** Where clients connect: `ws://127.0.0.1:8080/`. */
  readonly url: string;
  /** The operator's token, where one was needed and none was given: to be told once, and to nobody else. */
  readonly newToken: string | undefined;
  /** Says `bye`, closes every connection with its code and stops the showings. Calling it again waits for the same end. */
  close(why?: CloseName): Promise<void>;
}

/**
 * Serves showings over WebSocket and HTTP on one port.
 * Rejects with `CannotServe` where the options or the machine don't allow it.
 */
export const serve = async (showings: readonly Showing[], options: ServeOptions = {}): Promise<Server> => {
  const settled = settle(showings, options);
  const { host, token, isTokenNew, isTrusted, bounds } = settled;
  const { log = SILENT, scheduler = STEADY } = options;
  const assets = await assetsIn(options.assets);

  const http = createServer({
    headersTimeout: bounds.handshakeTimeoutMs,
    requestTimeout: 2 * bounds.handshakeTimeoutMs,
    connectionsCheckingInterval: Math.min(1000, bounds.handshakeTimeoutMs),
    shouldUpgradeCallback: isToWebSocket,
  });
  // Whoever asks and never reads the answer is behind too; event streams are kept up by their heartbeats.
  http.setTimeout(bounds.behindMaxMs + 2 * bounds.heartbeatMs);
  http.maxConnections = 2 * bounds.clientsMax;
  const port = await listen(http, settled.port, host);
  const hub = new Hub(showings, options);
  const metrics = openMetrics(hub);
  const gate = openGate({ ...settled, port });
  const entrance = openEntrance(http, {
    ...{ hub, gate, isTrusted, bounds, metrics, log },
    now: () => scheduler.now(),
  });
  // A connection that can't be taken, for want of descriptors, is that one's loss alone.
  http.on('error', (error) => log.error({ err: error }, 'a connection that could not be taken'));

  let isStopping = false;
  const door = openWebSocketDoor(http, hub, { bounds, entrance });
  const answers = inFlight(http);
  http.on('request', answerHttp({ hub, entrance, bounds, metrics, log, assets, isStopping: () => isStopping }));
  log.info({ host, port, matches: hub.programme.announced.map(({ id }) => id) }, 'on the air');

  let closed: Promise<void> | undefined;
  const close = async (why: CloseName): Promise<void> => {
    isStopping = true;
    const stopped = new Promise<void>((resolve) => http.close(() => resolve()));
    await Promise.all([door.close(why, bounds.closeTimeoutMs), answers.done(bounds.closeTimeoutMs)]);
    http.closeAllConnections();
    await stopped;
    metrics.stop();
    log.info({ why }, 'off the air');
  };
  return {
    address: { host, port },
    url: `ws://${authorityOf(reachable(host, http.address() as AddressInfo), port)}/`,
    newToken: isTokenNew ? token : undefined,
    close: (why = 'stopping') => {
      closed ??= close(why);
      return closed;
    },
  };
};

const assetsIn = async (folder: string | undefined): Promise<Assets | undefined> => {
  if (folder === undefined) return undefined;
  try {
    return await openAssets(folder);
  } catch {
    throw new CannotServe(`there is no folder ${JSON.stringify(folder)} to give files out of`);
  }
};

const listen = (http: HttpServer, port: number, host: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException): void => reject(listenProblem(error, port, host));
    http.once('error', fail);
    http.listen(port, host, () => {
      http.off('error', fail);
      resolve((http.address() as AddressInfo).port);
    });
  });

/** The answers that are being given, and when the last of them has been. */
const inFlight = (http: HttpServer): { readonly done: (withinMs: number) => Promise<void> } => {
  let count = 0;
  let onDone = (): void => undefined;
  http.on('request', (_, response) => {
    count += 1;
    response.once('close', () => {
      count -= 1;
      if (count === 0) onDone();
    });
  });
  return {
    done: (withinMs) =>
      new Promise((resolve) => {
        if (count === 0) return resolve();
        const bound = setTimeout(resolve, withinMs);
        onDone = () => {
          clearTimeout(bound);
          resolve();
        };
      }),
  };
};
