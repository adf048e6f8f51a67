import { type AddressInfo, isIP } from 'node:net';
import { isLoopback, type Trust, trustIn } from './address.ts';
import { BOUNDS, type Bounds, boundsOf, wrongBound } from './bounds.ts';
import type { HubOptions } from './hub.ts';
import type { Showing } from './on-air.ts';
import { isToken, newToken } from './token.ts';

export interface ServeOptions extends HubOptions {
  /** 0, unless told otherwise: any that is free. */
  readonly port?: number;
  /** `127.0.0.1` unless told otherwise. Where other machines can reach it, an operator needs a token. */
  readonly host?: string;
  /** Web origins besides the server's own whose pages may connect: `https://app.example`. */
  readonly allowOrigin?: readonly string[];
  /** Makes whoever gives it an operator, and everybody else a viewer. Made up where it's needed and not given. */
  readonly token?: string;
  /** Where there are any, a viewer needs one of them. */
  readonly viewerTokens?: readonly string[];
  /** Addresses and CIDR blocks of proxies whose `X-Forwarded-*` is believed. */
  readonly trustProxy?: readonly string[];
  /** A folder of files to give out, such as the dashboard's. */
  readonly assets?: string;
}

/** Serving as asked isn't possible; the message says in a sentence why, and what to do. */
export class CannotServe extends Error {
  override readonly name = 'CannotServe';
}

/** The options with all that wasn't said filled in. */
export interface Settled {
  readonly port: number;
  readonly host: string;
  readonly allowOrigin: readonly string[];
  readonly token: string | undefined;
  /** The token was made here, so that somebody has to be told. */
  readonly isTokenNew: boolean;
  readonly viewerTokens: readonly string[];
  readonly isTrusted: Trust;
  readonly bounds: Bounds;
}

/** Throws `CannotServe` for options that can't be meant. */
export const settle = (showings: readonly Showing[], options: ServeOptions): Settled => {
  const { port = 0, host = '127.0.0.1', allowOrigin = [], viewerTokens = [], trustProxy = [] } = options;
  const isTrusted = trustIn(trustProxy);
  const wrong = wrongIn(showings, { ...options, port, host, allowOrigin, viewerTokens }) ?? wrongProxy(isTrusted);
  if (wrong !== undefined) throw new CannotServe(wrong);
  const needsToken = !isLoopback(host) || viewerTokens.length > 0;
  const bounds = boundsOf(options);
  // On one machine, one address is everybody.
  const perAddress = isLoopback(host) ? 2 * bounds.clientsMax : BOUNDS.connectionsPerAddressMax;
  return {
    ...{ port, host, allowOrigin, viewerTokens },
    token: options.token ?? (needsToken ? newToken() : undefined),
    isTokenNew: needsToken && options.token === undefined,
    isTrusted: isTrusted as Trust,
    bounds: { ...bounds, connectionsPerAddressMax: options.connectionsPerAddressMax ?? perAddress },
  };
};

/** What went wrong with listening, in a sentence where it's one of the usual things. */
export const listenProblem = (error: NodeJS.ErrnoException, port: number, host: string): Error => {
  switch (error.code) {
    case 'EADDRINUSE':
      return new CannotServe(
        `port ${port} on ${host} is taken; stop what listens there, or choose another with --port (0 takes any that is free)`,
      );
    case 'EACCES':
      return new CannotServe(`port ${port} needs rights that this process lacks; choose one from 1024 up with --port`);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new CannotServe(`this machine has no address ${host}; use 127.0.0.1`);
    default:
      return error;
  }
};

/** Where somebody on this machine finds it: whoever listens everywhere listens here too. */
export const reachable = (host: string, { family }: AddressInfo): string => {
  if (host === '0.0.0.0') return '127.0.0.1';
  return host === '::' || host === '' ? (family === 'IPv6' ? '::1' : '127.0.0.1') : host;
};

type Asked = ServeOptions & Required<Pick<ServeOptions, 'port' | 'host' | 'allowOrigin' | 'viewerTokens'>>;

const wrongIn = (showings: readonly Showing[], asked: Asked): string | undefined => {
  const { port, host, rate, waitFor, allowOrigin, token, viewerTokens } = asked;
  const ids = showings.map(({ id }) => id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) return `two matches are called "${twice}"; serve one of them, or rename its file`;
  if (!isHost(host)) return `host ${JSON.stringify(host)} is neither an address nor a name; use 127.0.0.1`;
  if (!Number.isInteger(port) || port < 0 || port > 65_535) return `port ${port} isn't a whole number from 0 to 65535`;
  if (rate !== undefined && !(rate > 0 && rate <= 1000))
    return `rate ${rate} isn't a number above 0 and up to 1000 a second`;
  if (waitFor !== undefined && !(Number.isInteger(waitFor) && waitFor >= 0))
    return `wait-for ${waitFor} isn't a whole number from 0 up`;
  const bad = allowOrigin.find((origin) => !isOrigin(origin));
  if (bad !== undefined)
    return `"${bad}" isn't a web origin; one reads like https://app.example or http://localhost:5173`;
  // A token is never said back, not even a wrong one.
  if ([token, ...viewerTokens].some((each) => each !== undefined && !isToken(each)))
    return 'a token has 8 to 256 letters, digits and signs such as - and _, without blanks, commas and slashes';
  if (token !== undefined && viewerTokens.includes(token)) return "a viewer's token can't be the operator's as well";
  return wrongBound(asked);
};

const wrongProxy = (trusted: Trust | string): string | undefined =>
  typeof trusted === 'string'
    ? `"${trusted}" is no address of a proxy; one reads like 127.0.0.1, 10.0.0.0/8 or fd00::/8`
    : undefined;

const isHost = (host: string): boolean => isIP(host) !== 0 || /^[a-z\d]([a-z\d.-]{0,251}[a-z\d])?$/i.test(host);

const isOrigin = (text: string): boolean => {
  const url = URL.parse(text);
  return url !== null && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`;
};
