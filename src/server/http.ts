import type { IncomingMessage, RequestListener } from 'node:http';
import { getRequestListener, type HttpBindings } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import type { Assets } from './assets.ts';
import type { Bounds } from './bounds.ts';
import { compressor } from './compressed.ts';
import { type Entrance, TOO_MANY } from './entrance.ts';
import type { Hub } from './hub.ts';
import { indexOf } from './index-page.ts';
import type { Log } from './log.ts';
import { matchRoutes } from './match-routes.ts';
import type { Metrics } from './metrics.ts';
import { type Bindings, hasTag, json, members, notAllowed, problem } from './reply.ts';

export interface HttpOptions {
  readonly hub: Hub;
  readonly entrance: Entrance;
  readonly bounds: Bounds;
  readonly metrics: Metrics;
  readonly log: Log;
  readonly assets: Assets | undefined;
  readonly isStopping: () => boolean;
}

/** Answers everything that isn't a WebSocket. */
export const answerHttp = (options: HttpOptions): RequestListener => {
  const { entrance, log } = options;
  const app = appOf(options);
  const answer = async (request: Request, { incoming, outgoing }: HttpBindings): Promise<Response> => {
    for (const [name, value] of SECURITY_HEADERS) outgoing.setHeader(name, value);
    const { method } = request;
    const path = pathOf(incoming);
    const judged = entrance.judge(incoming);
    const turnedAway = 'status' in judged ? judged : undefined;
    // A guest may have what tells nothing of a match: a load balancer asks whether one is there, a page has to load
    // before it can ask for a token, and a preflight carries none (Fetch §3.2.2).
    const visitor = 'status' in judged ? judged.guest : judged;
    log.debug({ method, path, ...(turnedAway && { code: turnedAway.code }) }, 'request');
    if (visitor === undefined) return problem(turnedAway ?? TOO_MANY);
    if (visitor.origin !== undefined) {
      outgoing.setHeader('access-control-allow-origin', visitor.origin);
      outgoing.setHeader('access-control-expose-headers', 'ETag, Retry-After, Location');
    }
    if (!entrance.mayAsk(visitor)) return problem(TOO_MANY);
    if (method === 'OPTIONS') return new Response(null, { status: 204, headers: PREFLIGHT });
    return app.fetch(request, { incoming, outgoing, visitor, turnedAway });
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

const appOf = ({ hub, bounds, metrics, log, assets, entrance, isStopping }: HttpOptions): Hono<Bindings> => {
  const app = new Hono<Bindings>();
  const compressed = compressor();
  app.get('/health', () => json({ status: 'ok' }));
  app.get('/ready', () => {
    if (isStopping()) return json({ status: 'stopping' }, { status: 503 });
    return hub.programme.isReady ? json({ status: 'ready' }) : json({ status: 'starting' }, { status: 503 });
  });
  app.get(
    '/metrics',
    members,
    async () => new Response(await metrics.text(), { headers: { 'content-type': metrics.contentType } }),
  );
  app.route('/matches', matchRoutes({ hub, bounds, entrance }));
  if (assets === undefined) app.get('/', members, (c) => indexOf(hub.programme.announced, c.req.header('accept')));
  else app.get('/', (c) => file(c, assets, compressed));
  for (const path of ['/', '/health', '/ready', '/metrics']) app.all(path, (c) => notAllowed(c, ['GET']));
  app.notFound((c) => file(c, assets, compressed));
  app.onError((error) => {
    log.error({ err: error }, 'a request that broke its answer');
    return problem({ status: 500, code: 'fault', error: 'a mistake of the server' });
  });
  return app;
};

const file = async (
  c: Context<Bindings>,
  assets: Assets | undefined,
  compressed: ReturnType<typeof compressor>,
): Promise<Response> => {
  const path = pathOf(c.env.incoming);
  const asset = c.req.method === 'GET' || c.req.method === 'HEAD' ? await assets?.(path) : undefined;
  if (asset === undefined) {
    const error = `nothing is served at ${JSON.stringify(path.slice(0, 200))}; try /, /matches or /health`;
    return problem({ status: 404, code: 'not-found', error });
  }
  const vary = 'Origin, Accept-Encoding';
  const headers = { 'content-type': asset.type, etag: asset.etag, 'cache-control': 'no-cache', vary, ...PAGE_POLICY };
  if (hasTag(c, asset.etag)) return new Response(null, { status: 304, headers });
  const { body, encoding } = await compressed(asset, c.req.header('accept-encoding'));
  return new Response(body, { headers: { ...headers, ...(encoding && { 'content-encoding': encoding }) } });
};

/** Before it's decoded or tidied up. */
const pathOf = ({ url = '/' }: IncomingMessage): string => url.split('?')[0] ?? '/';

const PREFLIGHT = {
  'access-control-allow-methods': 'GET, POST',
  'access-control-allow-headers': 'authorization, content-type, if-none-match, last-event-id, touchline-key',
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
