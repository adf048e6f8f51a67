import type { IncomingMessage, RequestListener } from 'node:http';
import { getRequestListener, type HttpBindings } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import type { Assets } from './assets.ts';
import type { Bounds } from './bounds.ts';
import type { Gate, TurnedAway } from './gate.ts';
import type { Hub } from './hub.ts';
import { indexOf } from './index-page.ts';
import type { Log } from './log.ts';
import { matchRoutes } from './match-routes.ts';
import type { Metrics } from './metrics.ts';
import { type Bindings, hasTag, json, notAllowed, problem } from './reply.ts';
import type { Turnstile } from './turnstile.ts';
import type { Admission } from './websocket.ts';

export interface HttpOptions {
  readonly hub: Hub;
  readonly gate: Gate;
  readonly turnstile: Turnstile;
  readonly bounds: Bounds;
  readonly metrics: Metrics;
  readonly log: Log;
  readonly assets: Assets | undefined;
  /** Takes in somebody who stays, as the WebSocket door does. */
  readonly admit: (request: IncomingMessage) => Admission | TurnedAway;
  readonly isStopping: () => boolean;
}

/** Answers everything that isn't a WebSocket. */
export const answerHttp = (options: HttpOptions): RequestListener => {
  const { gate, turnstile, metrics, log, assets } = options;
  const app = appOf(options);
  const turnAway = (away: TurnedAway): Response => {
    metrics.turnedAway(away.status);
    return problem(away);
  };
  const answer = async (request: Request, { incoming, outgoing }: HttpBindings): Promise<Response> => {
    for (const [name, value] of SECURITY_HEADERS) outgoing.setHeader(name, value);
    const { method } = request;
    const path = pathOf(incoming);
    const judged = gate(incoming);
    // A preflight carries no token (Fetch §3.2.2).
    const isForAll = method === 'OPTIONS' || tellsNothing(path, assets);
    const visitor = 'status' in judged && isForAll ? (judged.guest ?? judged) : judged;
    log.debug({ method, path, ...('status' in visitor && { status: visitor.status }) }, 'request');
    if ('status' in visitor) return turnAway(visitor);
    if (visitor.origin !== undefined) {
      outgoing.setHeader('access-control-allow-origin', visitor.origin);
      outgoing.setHeader('access-control-expose-headers', 'ETag, Retry-After, Location');
    }
    if (!turnstile.ask(visitor.address)) return turnAway(TOO_MANY);
    if (method === 'OPTIONS') return new Response(null, { status: 204, headers: PREFLIGHT });
    return app.fetch(request, { incoming, outgoing, visitor });
  };
  const broken = (error: unknown): Response => {
    // The adapter can't read the request: its Host or its path is no part of a URL.
    log.debug({ err: error }, 'unreadable request');
    return problem({ status: 400, code: 'malformed', error: 'this request has a path or a Host that is no URL' });
  };
  const listener = getRequestListener((request, bindings) => answer(request, bindings as HttpBindings), {
    overrideGlobalObjects: false,
    errorHandler: broken,
  });
  return (incoming, outgoing) => void listener(incoming, outgoing);
};

const appOf = ({ hub, bounds, metrics, log, assets, admit, isStopping }: HttpOptions): Hono<Bindings> => {
  const app = new Hono<Bindings>();
  app.get('/health', () => json({ status: 'ok' }));
  app.get('/ready', () => {
    if (isStopping()) return json({ status: 'stopping' }, { status: 503 });
    return hub.programme.isReady ? json({ status: 'ready' }) : json({ status: 'starting' }, { status: 503 });
  });
  app.get(
    '/metrics',
    async () => new Response(await metrics.text(), { headers: { 'content-type': metrics.contentType } }),
  );
  app.route('/matches', matchRoutes({ hub, bounds, admit }));
  if (assets === undefined) app.get('/', (c) => indexOf(hub.programme.announced, c.req.header('accept')));
  else app.get('/', (c) => file(c, assets));
  for (const path of ['/', '/health', '/ready', '/metrics']) app.all(path, (c) => notAllowed(c, ['GET']));
  app.notFound((c) => file(c, assets));
  app.onError((error) => {
    log.error({ err: error }, 'a request that broke its answer');
    return problem({ status: 500, code: 'fault', error: 'a mistake of the server' });
  });
  return app;
};

const file = async (c: Context<Bindings>, assets: Assets | undefined): Promise<Response> => {
  const path = pathOf(c.env.incoming);
  const asset = c.req.method === 'GET' || c.req.method === 'HEAD' ? await assets?.(path) : undefined;
  if (asset === undefined) {
    const error = `nothing is served at ${JSON.stringify(path.slice(0, 200))}; try /, /matches or /health`;
    return problem({ status: 404, code: 'not-found', error });
  }
  const headers = { 'content-type': asset.type, etag: asset.etag, 'cache-control': 'no-cache', ...PAGE_POLICY };
  return hasTag(c, asset.etag) ? new Response(null, { status: 304, headers }) : new Response(asset.body, { headers });
};

/** Before it's decoded or tidied up. */
const pathOf = ({ url = '/' }: IncomingMessage): string => url.split('?')[0] ?? '/';

/** Paths that tell nothing of a match need no token: a load balancer asks for them, and the page has to load before it can ask for one. */
const tellsNothing = (path: string, assets: Assets | undefined): boolean =>
  path === '/health' || path === '/ready' || (assets !== undefined && !/^\/(matches|metrics)(\/|$)/.test(path));

const TOO_MANY: TurnedAway = { status: 429, code: 'too-many-requests', error: 'too many requests; wait a second' };

const PREFLIGHT = {
  'access-control-allow-methods': 'GET, POST',
  'access-control-allow-headers': 'authorization, content-type, last-event-id, touchline-key',
  'access-control-max-age': '600',
};

const SECURITY_HEADERS: readonly (readonly [string, string])[] = [
  ['x-content-type-options', 'nosniff'],
  ['x-frame-options', 'DENY'],
  ['referrer-policy', 'no-referrer'],
  ['content-security-policy', "default-src 'none'; frame-ancestors 'none'"],
  ['cross-origin-opener-policy', 'same-origin'],
  ['cross-origin-resource-policy', 'same-origin'],
  ['vary', 'Origin'],
];

const PAGE_POLICY = {
  'content-security-policy': [
    "default-src 'self'",
    "connect-src 'self' ws: wss:",
    "img-src 'self' data:",
    "style-src 'self' 'unsafe-inline'",
    ...["object-src 'none'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'"],
  ].join('; '),
};
