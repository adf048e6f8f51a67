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
