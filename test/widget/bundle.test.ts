import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bundle } from '../client/bundle.ts';

test('a page that shows the widget loads less than 15 kB for it, its client included, and no library', async () => {
  const { files, imports, gzipBytes } = await bundle('src/widget/touchline-score.ts');
  expect(files.filter((file) => !file.startsWith('src/'))).toEqual([]);
  expect(files).not.toContain('src/wire/message.ts');
  expect(imports).toEqual([]);
  expect(gzipBytes).toBeLessThan(15_000);
});

test('where pages are made on a server, and there are no elements, loading it does nothing', async () => {
  const { code } = await bundle('src/widget/touchline-score.ts');
  const loaded = await import(`data:text/javascript,${encodeURIComponent(code)}`);
  expect(Object.keys(loaded)).toEqual(['TouchlineScore']);
  expect(globalThis).not.toHaveProperty('customElements');
});

test('TypeScript is told of all that the module hands out, and of the element by its name', async () => {
  const ROOT = join(import.meta.dirname, '..', '..');
  const types = readFileSync(join(ROOT, 'src/widget/touchline-score.d.ts'), 'utf8');
  const { code } = await bundle('src/widget/touchline-score.ts');
  const handedOut = Object.keys(await import(`data:text/javascript,${encodeURIComponent(code)}`));
  expect([...types.matchAll(/export declare \w+ (\w+)/g)].map(([, name]) => name)).toEqual(handedOut);
  expect(types).toContain("'touchline-score': TouchlineScore");
  const { exports } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  expect(exports['./widget'].types).toBe('./dist/widget/touchline-score.d.ts');
});
