import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { Asset } from '../../src/server/assets.ts';
import { compressor } from '../../src/server/compressed.ts';

const SCRIPT = 'const touchline = "the ball is in play while no part of it is over the line";\n'.repeat(40);
const asset = (more: Partial<Asset> = {}): Asset => ({
  body: new Uint8Array(Buffer.from(SCRIPT)),
  type: 'text/javascript; charset=utf-8',
  etag: 'W/"1"',
  ...more,
});

test.each([
  ['gzip, deflate, br', 'br', brotliDecompressSync],
  ['gzip', 'gzip', gunzipSync],
  ['br;q=0, gzip;q=0.5', 'gzip', gunzipSync],
] as const)('whoever takes %s is given %s, and it unpacks to the same', async (accept, encoding, unpack) => {
  const compressed = await compressor()(asset(), accept);
  expect(compressed.encoding).toBe(encoding);
  expect(compressed.body.byteLength).toBeLessThan(SCRIPT.length / 4);
  expect(unpack(compressed.body).toString()).toBe(SCRIPT);
});

test.each([
  ['whoever takes nothing compressed', asset(), 'identity'],
  ['whoever says nothing', asset(), undefined],
  ['a font', asset({ type: 'font/woff2' }), 'br'],
  ['a file of a line', asset({ body: new Uint8Array(Buffer.from('export {}')) }), 'br'],
])('%s is given it as it is', async (_, file, accept) => {
  expect(await compressor()(file, accept)).toEqual({ body: file.body });
});

test('a file is compressed once, and anew when it has changed', async () => {
  const compress = compressor();
  const first = await compress(asset(), 'br');
  expect((await compress(asset(), 'br')).body).toBe(first.body);
  expect((await compress(asset({ etag: 'W/"2"' }), 'br')).body).not.toBe(first.body);
});
