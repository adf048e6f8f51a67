import type { HttpError } from '../../wire/message.ts';
import { WrongUse } from '../complaint.ts';

/** Where a server is. */
export interface Place {
  /** Of its WebSocket. */
  readonly url: string;
  /** The same as it's told to people. */
  readonly shown: string;
}

/** `ws://…`, `wss://…`, `http://…`, `https://…`, `host:port`, or a port of this machine. Throws `WrongUse`. */
export const placeOf = (word: string): Place => {
  const text = /^\d+$/.test(word) ? `127.0.0.1:${word}` : word;
  const url = URL.parse(text.includes('://') ? text.replace(/^http/i, 'ws') : `ws://${text}`);
  if (url === null || !/^wss?:$/.test(url.protocol)) {
    throw new WrongUse(`"${word}" is no address of a server; one reads like ws://127.0.0.1:8484 or 127.0.0.1:8484`);
  }
  if (url.username !== '' || url.password !== '') {
    throw new WrongUse('a name and a password in the URL open nothing here; give the token with --token');
  }
  url.hash = '';
  return { url: url.href, shown: url.href };
};

/** Why a door stayed shut, and what to try, in a sentence: the server tells over HTTP what a WebSocket keeps to itself. */
export const whyShut = async ({ url, shown }: Place, token: string | undefined, reason: string): Promise<string> => {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const door = new URL('matches', url.replace(/^ws/, 'http'));
  let answer: Response;
  try {
    answer = await fetch(door, { headers, signal: AbortSignal.timeout(ANSWER_MS) });
  } catch (problem) {
    return `nobody answers at ${shown} (${whyUnreached(problem, reason)}); ${TRY[door.protocol] ?? ''}`;
  }
  const body = (await answer.json().catch(() => ({}))) as Partial<HttpError> & { readonly matches?: unknown };
  if (answer.status === 401 && body.error !== undefined) {
    return token === undefined
      ? `${shown} wants a token; give it with --token`
      : `${shown} doesn't know this token; the server's operator has the right one`;
  }
  if (body.error !== undefined) return `${shown} turned us away: ${body.error}`;
  if (!Array.isArray(body.matches)) return `${shown} answers, but not as a Touchline server; is it the right port?`;
  return `${shown} is there, but took no connection${reason === '' ? '' : ` (${reason})`}; it may be full, so try again later`;
};

const ANSWER_MS = 5000;

const TRY: Readonly<Record<string, string>> = {
  'http:': 'touchline serve puts a match on the air, and says where',
  'https:': 'is the server behind a proxy that speaks TLS? without one its address begins with ws://',
};

/** What the machine says is wrong; `fetch` keeps it in the cause. */
const whyUnreached = (problem: unknown, reason: string): string => {
  const { cause, name } = problem as { readonly cause?: { readonly code?: unknown }; readonly name?: string };
  const code = cause?.code;
  if (typeof code === 'string') return WORDS[code] ?? code;
  return name === 'TimeoutError' ? 'nothing came in time' : reason || 'no connection';
};

const WORDS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'the name of the host could not be looked up',
  ECONNRESET: 'the connection was broken off',
  EHOSTUNREACH: 'there is no way to that host',
  ENETUNREACH: 'there is no way to that network',
  ETIMEDOUT: 'nothing came in time',
};
