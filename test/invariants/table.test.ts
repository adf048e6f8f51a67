import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');

interface Row {
  readonly number: string;
  readonly heldBy: string;
}

/** `| I18 | The score … | `score.test.ts` |` */
const rows = (): Row[] =>
  [...readFileSync(join(ROOT, 'docs/invariants.md'), 'utf8').matchAll(/^\| (I\d\d) \| .+? \| (.+) \|$/gm)].map(
    ([, number = '', heldBy = '']) => ({ number, heldBy }),
  );

/** Which invariants the names of a file's tests begin with. */
const numbersIn = (file: string): Set<string> =>
  new Set(
    [...readFileSync(file, 'utf8').matchAll(/(?:test|invariant)\(\s*'(I\d\d): /g)].map(([, number = '']) => number),
  );

const here = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.test.ts') && file !== 'table.test.ts');

test('the table has each of the 83 invariants once, in their order', () => {
  const all = Array.from({ length: 83 }, (_, index) => `I${String(index + 1).padStart(2, '0')}`);
  expect(rows().map(({ number }) => number)).toEqual(all);
});

test('what the table says is held by a file here is what the names of its tests say', () => {
  const told = rows().flatMap(({ number, heldBy }) =>
    here.filter((file) => heldBy.includes(`\`${file}\``)).map((file) => `${number} ${file}`),
  );
  const held = here.flatMap((file) =>
    [...numbersIn(join(import.meta.dirname, file))].map((number) => `${number} ${file}`),
  );
  expect(told.sort()).toEqual(held.sort());
});

test('a test elsewhere that the table names is there', () => {
  for (const { number, heldBy } of rows()) {
    for (const [, file = '', name = ''] of heldBy.matchAll(/`(test\/[^`]+)` "([^"]+)"/g)) {
      expect([number, existsSync(join(ROOT, file))]).toEqual([number, true]);
      expect([number, readFileSync(join(ROOT, file), 'utf8').includes(name)]).toEqual([number, true]);
    }
  }
});

test('what is left out has its reason, and it is little', () => {
  const left = rows().filter(({ heldBy }) => !heldBy.includes('.test.ts`'));
  for (const { number, heldBy } of left)
    expect([number, heldBy]).toEqual([number, expect.stringMatching(/^left out: .{20,}/)]);
  expect(rows().length - left.length).toBeGreaterThanOrEqual(60);
});
