import { expect, test } from 'vitest';
import { bundle } from './bundle.ts';

test('a page that follows a match loads less than 4 kB, and nothing but the client and the patch', async () => {
  const { files, imports, gzipBytes } = await bundle('src/client/connect.ts');
  const rooms = new Set(files.map((file) => file.split('/').slice(0, 2).join('/')));
  expect([...rooms].sort()).toEqual(['src/client', 'src/wire']);
  expect(files).not.toContain('src/wire/message.ts');
  expect(imports).toEqual([]);
  expect(gzipBytes).toBeLessThan(4000);
});
