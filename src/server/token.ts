import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** How a browser gives a token, since it can't set headers: as a subprotocol beside our own. */
export const TOKEN_PROTOCOL = 'touchline.token.';

/** 144 bits, of letters, digits, - and _. */
export const newToken = (): string => randomBytes(18).toString('base64url');

/** A token must fit into a list of subprotocols (RFC 9110 §5.6.2), and be too long to be tried out. */
export const isToken = (text: string): boolean => /^[\w!#$%&'*+.^`|~-]{8,256}$/.test(text);

/** Whether both are the same, in a time that tells nothing about either. */
export const isSameSecret = (given: string, secret: string): boolean => timingSafeEqual(digest(given), digest(secret));

/** The token of a request: `Authorization: Bearer`, else the subprotocol. */
export const tokenOf = (headers: {
  readonly authorization?: string | undefined;
  readonly 'sec-websocket-protocol'?: string | undefined;
}): string | undefined => {
  const bearer = /^Bearer +(\S+) *$/i.exec(headers.authorization ?? '')?.[1];
  // Another scheme, or one without a token, is a wrong token rather than none.
  if (headers.authorization !== undefined) return bearer ?? '';
  const protocols = headers['sec-websocket-protocol']?.split(',').map((name) => name.trim()) ?? [];
  return protocols.find((name) => name.startsWith(TOKEN_PROTOCOL))?.slice(TOKEN_PROTOCOL.length);
};

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
