import { createHash } from 'node:crypto';
import type { HttpBindings } from '@hono/node-server';
import type { Context, MiddlewareHandler } from 'hono';
import type { Refusal } from '../playback/replay.ts';
import type { TurnedAway, Visitor } from './gate.ts';

/** What each handler finds in `c.env`. */
export interface Bindings {
  readonly Bindings: HttpBindings & {
    readonly visitor: Visitor;
    /** Why the visitor may see only what tells nothing of a match. */
    readonly turnedAway: TurnedAway | undefined;
  };
}

/** Lets those through who may see a match. Where it stands, no path leads past it, however it is written. */
export const members: MiddlewareHandler<Bindings> = async (c, next) =>
  c.env.turnedAway === undefined ? next() : problem(c.env.turnedAway);

export const json = (body: object, init: ResponseInit = {}): Response => {
  const headers = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-cache', ...init.headers };
  return new Response(`${JSON.stringify(body)}\n`, { ...init, headers });
};

/** What couldn't be done: a code and a sentence. */
export const problem = ({ status, code, error }: { status: number; code: string; error: string }): Response => {
  const headers = {
    'cache-control': 'no-store',
    ...(status === 401 && { 'www-authenticate': 'Bearer' }),
    ...((status === 429 || status === 503) && { 'retry-after': '1' }),
  };
  return json({ code, error }, { status, headers });
};

export const refused = ({ code, message }: Refusal, status = STATUSES[code] ?? 422): Response =>
  problem({ status, code, error: message });

export const notAllowed = (c: Context<Bindings>, methods: readonly string[]): Response => {
  const answer = problem({
    status: 405,
    code: 'unknown-method',
    error: `${c.req.method} isn't answered here; ${methods.join(' and ')} ${methods.length > 1 ? 'are' : 'is'}`,
  });
  answer.headers.set('allow', methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])).join(', '));
  return answer;
};

/** JSON with an entity tag: the one given, or one of its content. Whoever has it already is told just that. */
export const tagged = (c: Context<Bindings>, body: () => object, tag?: string): Response => {
  if (tag !== undefined && hasTag(c, tag)) return unchanged(tag);
  const made = body();
  const etag = tag ?? `W/"${createHash('sha256').update(JSON.stringify(made)).digest('base64url').slice(0, 22)}"`;
  return hasTag(c, etag) ? unchanged(etag) : json(made, { headers: { etag } });
};

/** Compared weakly (RFC 9110 §13.1.2), since a proxy that compresses makes a strong tag weak. */
export const hasTag = (c: Context<Bindings>, tag: string): boolean =>
  (c.req.header('if-none-match') ?? '')
    .split(',')
    .map((each) => each.trim())
    .some((each) => each === '*' || opaque(each) === opaque(tag));

const opaque = (tag: string): string => tag.replace(/^W\//, '');

export const unchanged = (etag: string): Response =>
  new Response(null, { status: 304, headers: { etag, 'cache-control': 'no-cache' } });

const STATUSES: Readonly<Record<string, number>> = {
  'unknown-match': 404,
  'unknown-playback': 404,
  'no-journal': 404,
  'no-playbacks': 404,
  'not-shown-yet': 404,
  'no-such-time': 404,
  'invalid-time': 400,
  'invalid-message': 400,
  'unknown-view': 400,
  malformed: 400,
  'too-long': 413,
  'not-operator': 403,
  'too-many-playbacks': 429,
  'showing-failed': 503,
  starting: 503,
  stopping: 503,
};
