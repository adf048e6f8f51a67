import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Asset } from './assets.ts';

/** A body as it goes over the line, and the encoding that it goes in (RFC 9110 §8.4). */
export interface Compressed {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly encoding?: 'br' | 'gzip';
}

/**
 * Compresses what a client takes compressed (`accept` is its `Accept-Encoding`), each file once. What is small, or
 * compressed already, goes as it is.
 */
export const compressor = (): ((asset: Asset, accept: string | undefined) => Promise<Compressed>) => {
  const kept = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();
  return async (asset, accept = '') => {
    const { body, type, etag } = asset;
    const encoding = ENCODINGS.find((each) => takes(accept, each));
    if (encoding === undefined || body.byteLength < BYTES_MIN || !TEXT.test(type)) return { body };
    const key = `${encoding} ${type} ${etag}`;
    const known = kept.get(key) ?? compress[encoding](body);
    // A folder that is built anew and anew leaves its old files behind.
    if (kept.size >= KEPT_MAX) kept.clear();
    kept.set(key, known);
    return { body: await known, encoding };
  };
};

const ENCODINGS = ['br', 'gzip'] as const;
const TEXT = /^(text\/|application\/(json|manifest\+json)|image\/svg)/;
const BYTES_MIN = 1024;
const KEPT_MAX = 200;

const takes = (accept: string, encoding: string): boolean =>
  accept.split(',').some((each) => {
    const [name = '', ...parameters] = each.split(';').map((part) => part.trim().toLowerCase());
    return name === encoding && !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter));
  });

const compress = {
  // The highest levels take seconds for a percent or two.
  br: async (body: Uint8Array) =>
    new Uint8Array(await promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } })),
  gzip: async (body: Uint8Array) => new Uint8Array(await promisify(gzip)(body)),
};
