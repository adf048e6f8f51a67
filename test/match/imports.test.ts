import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';

const ROOM = join(import.meta.dirname, '..', '..', 'src', 'match');

/** What a file imports at run time, within the room. */
const importsOf = (path: string): string[] =>
  [...readFileSync(path, 'utf8').matchAll(/^(?:import|export)\s+(?!type\s)[^'"]*?from\s+'(\.[^']+)'/gm)].map(
    ([, target]) => join(dirname(path), target ?? ''),
  );

test('no two files of the match need each other to load', () => {
  const files = readdirSync(ROOM, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name));
  const loaded = new Set<string>();
  const circles: string[] = [];
  const load = (path: string, above: readonly string[]): void => {
    if (above.includes(path)) circles.push([...above.slice(above.indexOf(path)), path].map(named).join(' → '));
    if (above.includes(path) || loaded.has(path)) return;
    for (const target of importsOf(path)) load(target, [...above, path]);
    loaded.add(path);
  };
  for (const file of files) load(file, []);
  expect(circles).toEqual([]);
  expect(importsOf(join(ROOM, 'state.ts')).length).toBeGreaterThan(10);
});

const named = (path: string): string => relative(ROOM, path);
