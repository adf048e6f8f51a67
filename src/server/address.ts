import { BlockList, isIP, isIPv4, isIPv6 } from 'node:net';

/** Which proxies are believed, when they say on whose behalf they ask. */
export type Trust = (address: string) => boolean;

/** From addresses and CIDR blocks (`127.0.0.1`, `10.0.0.0/8`, `fd00::/8`); the first that is neither comes back as text. */
export const trustIn = (proxies: readonly string[]): Trust | string => {
  const trusted = new BlockList();
  for (const text of proxies) {
    const [address = '', bits] = text.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    const most = family === 'ipv6' ? 128 : 32;
    const prefix = bits === undefined ? most : /^\d{1,3}$/.test(bits) ? Number(bits) : -1;
    if (isIP(address) === 0 || prefix < 0 || prefix > most) return text;
    trusted.addSubnet(address, prefix, family);
  }
  return (address) => isIP(address) !== 0 && trusted.check(address, isIPv4(address) ? 'ipv4' : 'ipv6');
};

/** What a request says about where it comes from. */
export interface Origins {
  /** Of the other end of the connection. */
  readonly peer: string;
  /** `X-Forwarded-For`, as it came. */
  readonly forwardedFor: string | undefined;
}

/**
 * The address that asks: the other end of the connection, or, where that is a trusted proxy, the last one in its
 * `X-Forwarded-For` that isn't a trusted proxy itself. What stands before that one anybody may have written.
 */
export const addressOf = ({ peer, forwardedFor }: Origins, isTrusted: Trust): string => {
  const hops = [...(forwardedFor?.split(',').map((hop) => plain(hop.trim())) ?? []), plain(peer)];
  let hop = hops.pop() ?? '';
  while (isTrusted(hop) && hops.length > 0) hop = hops.pop() ?? '';
  return isIP(hop) === 0 ? plain(peer) : hop;
};

/** An IPv4 address as such, also where it came over IPv6 (RFC 4291 §2.5.5.2). */
export const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '');

/** As whom an address is counted: of IPv6 its network of 64 bits, since one machine has all of that (RFC 4291 §2.5.4). */
export const countedAs = (address: string): string => {
  if (!isIPv6(address)) return address;
  const [front = [], back = []] = address.split('::').map((part) => part.split(':').filter((group) => group !== ''));
  const zeros = Array.from({ length: Math.max(0, 8 - front.length - back.length) }, () => '0');
  const network = [...front, ...zeros, ...back].slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16));
  return `${network.join(':')}::/64`;
};

export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || (isIPv4(host) && host.startsWith('127.'));

/** How a host and a port are written in a URL. */
export const authorityOf = (host: string, port: number): string => `${host.includes(':') ? `[${host}]` : host}:${port}`;
