import type { Context } from 'hono';
import { nearest } from '../journal/complaint.ts';
import type { Refusal } from '../playback/replay.ts';
import { VIEW_NAMES, type ViewName } from '../projections/views.ts';
import { complain, quote, unknown } from './complaint.ts';
import type { Bindings } from './reply.ts';
import { setOf } from './session.ts';
import { isSameSecret } from './token.ts';

/** A request as its handler sees it. */
export type Asking = Context<Bindings>;

/** `?views=clock,scoreboard`; all where nothing is said. */
export const viewsIn = (c: Asking): readonly ViewName[] | Refusal => {
  const asked = c.req.query('views')?.split(',');
  const strange = asked?.find((name) => name !== '' && !(VIEW_NAMES as readonly string[]).includes(name));
  if (strange !== undefined) return { code: 'unknown-view', message: unknown('view', strange, VIEW_NAMES, 'views') };
  return setOf(asked as ViewName[] | undefined);
};

/** A parameter that is nearly one of those that there are is misspelt; others are none of our business. */
export const misspeltIn = (c: Asking, names: readonly string[]): Refusal | undefined => {
  for (const given of Object.keys(c.req.query())) {
    const near = names.includes(given) ? undefined : nearest(given, names);
    if (near !== undefined)
      return { code: 'malformed', message: `there is no parameter ${quote(given)}; did you mean ${quote(near)}?` };
  }
  return undefined;
};

/** Operators, and whoever has the key that came with a showing of one's own. */
export const mayControl = (c: Asking, key: string | undefined): boolean => {
  if (c.env.visitor.role === 'operator') return true;
  const given = c.req.header('touchline-key');
  return key !== undefined && given !== undefined && isSameSecret(given, key);
};

/** The body of a request, checked; where there is none, as if it were `{}`. */
export const bodyOf = async <Value>(
  c: Asking,
  { name, schema, bytesMax }: { readonly name: string; readonly schema: Schema<Value>; readonly bytesMax: number },
): Promise<{ readonly value: Value } | Refusal> => {
  const text = await textOf(c, bytesMax);
  if (typeof text === 'object') return text;
  // Any other type a page may send to any server without asking first (Fetch §2.2.2).
  if (text !== '' && !/^application\/json\s*(;|$)/i.test(c.req.header('content-type') ?? '')) {
    return { code: 'malformed', message: 'the body is JSON; send it with "Content-Type: application/json"' };
  }
  const said = parse(text);
  if (said === undefined) return { code: 'malformed', message: 'the body is no JSON' };
  const checked = schema.safeParse(said);
  return checked.success ? { value: checked.data } : complain(name, checked.error.issues, said);
};

const textOf = async ({ env: { incoming } }: Asking, bytesMax: number): Promise<string | Refusal> => {
  const tooLong = { code: 'too-long', message: `a body is at most ${bytesMax} bytes long` };
  const chunks: Buffer[] = [];
  if (Number(incoming.headers['content-length'] ?? 0) > bytesMax) return tooLong;
  let bytes = 0;
  try {
    // The stream outlives this loop, since the answer goes over the same connection.
    for await (const chunk of incoming.iterator({ destroyOnReturn: false })) {
      bytes += chunk.length;
      if (bytes > bytesMax) return tooLong;
      chunks.push(chunk);
    }
  } catch {
    // Whoever asked has hung up: no mistake of ours, and nobody reads the answer.
    return { code: 'malformed', message: 'the body broke off' };
  }
  return Buffer.concat(chunks).toString();
};

interface Schema<Value> {
  safeParse(
    value: unknown,
  ): { readonly success: true; readonly data: Value } | { readonly success: false; readonly error: Issues };
}

interface Issues {
  readonly issues: Parameters<typeof complain>[1];
}

const parse = (text: string): unknown => {
  if (text === '') return {};
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
