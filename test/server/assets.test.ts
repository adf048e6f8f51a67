import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Assets, openAssets } from '../../src/server/assets.ts';

let folder = '';
let assets: Assets;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'touchline-assets-'));
  const root = join(folder, 'page');
  await mkdir(join(root, 'assets'), { recursive: true });
  await mkdir(join(folder, 'page-secrets'));
  await writeFile(join(folder, 'secret.txt'), 'secret');
  await writeFile(join(folder, 'page-secrets', 'secret.txt'), 'secret');
  await writeFile(join(root, 'index.html'), '<!doctype html>');
  await writeFile(join(root, '.env'), 'secret');
  await writeFile(join(root, 'assets', 'app.js'), 'export {}');
  await writeFile(join(root, 'a b.svg'), '<svg/>');
  await symlink(join(folder, 'secret.txt'), join(root, 'out.txt'));
  await symlink(folder, join(root, 'up'));
  await symlink(join(root, 'index.html'), join(root, 'home.html'));
  assets = await openAssets(root);
});
afterAll(() => rm(folder, { recursive: true }));

const text = async (path: string) => {
  const asset = await assets(path);
  return asset && `${asset.type} ${new TextDecoder().decode(asset.body)}`;
};

test.each([
  ['/', 'text/html; charset=utf-8 <!doctype html>'],
  ['/index.html', 'text/html; charset=utf-8 <!doctype html>'],
  ['/assets/app.js', 'text/javascript; charset=utf-8 export {}'],
  ['//assets//app.js', 'text/javascript; charset=utf-8 export {}'],
  ['/a%20b.svg', 'image/svg+xml <svg/>'],
  ['/home.html', 'text/html; charset=utf-8 <!doctype html>'],
])('%s is given out', async (path, content) => {
  expect(await text(path)).toBe(content);
});

test.each([
  '/../secret.txt',
  '/assets/../../secret.txt',
  '/%2e%2e/secret.txt',
  '/%2e%2e%2fsecret.txt',
  '/..%5csecret.txt',
  '/..\\secret.txt',
  '/%252e%252e/secret.txt',
  '/.%2e/secret.txt',
  '/../page-secrets/secret.txt',
  '/up/secret.txt',
  '/up/page/index.html/../../secret.txt',
  '/out.txt',
  '/.env',
  '/assets/../.env',
  '/%00/index.html',
  '/index.html%00.txt',
  '/%',
  '/%ff',
  '/assets',
  '/assets/',
  '/index.html/',
  '/C:/secret.txt',
  '/etc/passwd',
  `/${'a'.repeat(5000)}`,
])('%s is not', async (path) => {
  expect(await text(path)).toBeUndefined();
});

test('a file has a tag that changes with it', async () => {
  const before = await assets('/assets/app.js');
  await writeFile(join(folder, 'page', 'assets', 'app.js'), 'export { changed }');
  expect((await assets('/assets/app.js'))?.etag).not.toBe(before?.etag);
  await writeFile(join(folder, 'page', 'assets', 'app.js'), 'export {}');
});

test('what is no folder cannot be opened', async () => {
  await expect(openAssets(join(folder, 'nothing'))).rejects.toThrow();
  await expect(openAssets(join(folder, 'secret.txt'))).rejects.toThrow('is no folder');
});
