import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { compiledName, compiledOf } from '../../src/cli/compiled.ts';
import { load } from '../../src/scenario/load.ts';

const FLAGSHIP = fileURLToPath(new URL('../../scenarios/atalanta-dortmund.yaml', import.meta.url));
const text = readFileSync(FLAGSHIP, 'utf8');
const built = new URL(`../../dist/bin/${compiledName(text)}`, import.meta.url);

test('the flagship that was compiled with the package is the one that its file tells', () => {
  const loaded = load(text, FLAGSHIP);
  const { title, recording, claims } = loaded.ok ? loaded.scenario : expect.fail('the flagship is malformed');
  expect(JSON.parse(readFileSync(built, 'utf8'))).toEqual(JSON.parse(JSON.stringify({ title, recording, claims })));
});

test('a scenario that was changed by a letter has no compiled form', async () => {
  expect(compiledName(`${text} `)).not.toBe(compiledName(text));
  expect(await compiledOf(`${text} `)).toBeUndefined();
});
