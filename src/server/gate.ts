import type { IncomingMessage } from 'node:http';
import type { Role } from '../wire/message.ts';
import { addressOf, authorityOf, isLoopback, plain, type Trust } from './address.ts';
import type { Caller } from './connection.ts';
import { isSameSecret, tokenOf } from './token.ts';

/** Who may come in. */
export interface GateOptions {
  readonly host: string;
  readonly port: number;
  /** Whoever gives it is an operator. Without one, on loopback, everybody is. */
  readonly token: string | undefined;
  /** Whoever gives one of these is a viewer. Without any, everybody is. */
  readonly viewerTokens: readonly string[];
  /** Web origins besides the server's own whose pages may ask. */
  readonly allowOrigin: readonly string[];
  readonly isTrusted: Trust;
}

/** Somebody who may come in. */
export interface Visitor extends Caller {
  readonly address: string;
  /** Of the page that asks, if it's one. */
  readonly origin: string | undefined;
}

export interface TurnedAway {
  readonly status: 400 | 401 | 403 | 404 | 426 | 429 | 503;
  readonly code: string;
  readonly error: string;
  /** As whom it may come in where no token is asked for. */
  readonly guest?: Visitor;
}

type Request = Pick<IncomingMessage, 'headers' | 'socket'>;

export type Gate = (request: Request) => Visitor | TurnedAway;

/**
 * Lets a request in, with its role, or says why not. A page must be of the server's own origin or of one that was
 * allowed; a program, which sends no `Origin`, needs no leave. A wrong token is never taken for none.
 */
export const openGate = (options: GateOptions): Gate => {
  const { host, port, token, isTrusted } = options;
  const names = [...new Set([host, 'localhost', '127.0.0.1', '::1'])];
  const own = names.map((name) => `http://${authorityOf(name, port)}`);
  const origins = new Set([...own, ...options.allowOrigin].map(originOf));
  // Without a token the machine's own users are operators: then nobody may come in under another name or through a proxy.
  const isOpen = token === undefined;
  const mayBeCalled = (authority: string): boolean => !isOpen || names.includes(hostOf(authority));
  const isOwnPage = (origin: string, authority: string | undefined): boolean =>
    !isLoopback(host) &&
    authority !== undefined &&
    /^https?:\/\//.test(origin) &&
    origin.replace(/^https?:\/\//, '') === authority;

  return ({ headers, socket }) => {
    const viaTrusted = isTrusted(plain(socket.remoteAddress ?? ''));
    const address = askerOf({ headers, socket }, isTrusted);
    const authority = (viaTrusted ? one(headers['x-forwarded-host']) : undefined) ?? headers.host;
    const { origin } = headers;
    if (authority !== undefined && !mayBeCalled(authority)) return strangeHost(authority);
    if (
      origin !== undefined &&
      !origins.has(originOf(origin)) &&
      !isOwnPage(originOf(origin), authority?.toLowerCase())
    ) {
      return strangeOrigin(origin);
    }
    const isForwarded = FORWARDED.some((name) => headers[name] !== undefined);
    const given = tokenOf(headers);
    const role = roleOf(given, options, isForwarded);
    if (role === undefined)
      return { ...(given === undefined ? NO_TOKEN : WRONG_TOKEN), guest: { role: 'viewer', address, origin } };
    return { role, address, origin };
  };
};

/** The address that a request comes from, as far as the proxies on its way are believed. */
export const askerOf = ({ headers, socket }: Request, isTrusted: Trust): string =>
  addressOf({ peer: socket.remoteAddress ?? '', forwardedFor: one(headers['x-forwarded-for']) }, isTrusted);

/** A web origin as browsers write it (RFC 6454), so that case and default ports don't matter; else as it was given. */
export const originOf = (text: string): string => {
  const { origin } = URL.parse(text) ?? { origin: 'null' };
  return origin === 'null' ? text : origin;
};

/** `[::1]:8484` is on `::1`. */
const hostOf = (authority: string): string =>
  authority
    .replace(/:\d*$/, '')
    .replace(/^\[(.*)\]$/, '$1')
    .toLowerCase();

/** What proxies add. */
const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip'];

const roleOf = (
  given: string | undefined,
  { token, viewerTokens }: GateOptions,
  isForwarded: boolean,
): Role | undefined => {
  if (token === undefined) return isForwarded ? 'viewer' : 'operator';
  if (given === undefined) return viewerTokens.length === 0 ? 'viewer' : undefined;
  if (isSameSecret(given, token)) return 'operator';
  // Each is compared, so that the time tells nothing of which it was.
  return viewerTokens.filter((each) => isSameSecret(given, each)).length > 0 ? 'viewer' : undefined;
};

const strangeHost = (authority: string): TurnedAway => ({
  status: 403,
  code: 'unknown-host',
  error: `this server isn't called ${shown(authority)}; give it a --token to let it be reached under another name`,
});

const strangeOrigin = (origin: string): TurnedAway => ({
  status: 403,
  code: 'unknown-origin',
  error: `pages of ${shown(origin)} may not connect; start the server with --allow-origin to let them`,
});

const NO_TOKEN = {
  status: 401,
  code: 'unknown-token',
  error:
    'a token is needed here: as "Authorization: Bearer <token>", or as a second subprotocol "touchline.token.<token>"',
} as const;

const WRONG_TOKEN = {
  status: 401,
  code: 'unknown-token',
  error: "the token given isn't one that this server knows; look whether all of it is there",
} as const;

const shown = (text: string): string => JSON.stringify(text.slice(0, 200));

/** A header that may come more than once, as one. */
const one = (value: string | readonly string[] | undefined): string | undefined =>
  typeof value === 'object' ? value.join(',') : value;
