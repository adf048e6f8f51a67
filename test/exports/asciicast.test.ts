import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import { exported } from '../../src/exports/export.ts';
import { matterNamed } from './matters.ts';

const flagship = await matterNamed('atalanta-dortmund');
const cast = (speed?: number) =>
  exported([flagship], 'asciicast', speed === undefined ? {} : { speed })
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

test('a cast has a header of version 2, then what is written and when, time never going back', () => {
  const [header, ...events] = cast();
  expect(header).toMatchObject({ version: 2, width: 100, height: 30, title: flagship.title });
  const times = events.map(([time]) => time as number);
  expect(times).toEqual(times.toSorted((a, b) => a - b));
  expect(events.every(([, kind]) => kind === 'o')).toBe(true);
});

test('what it shows is what play prints, and no line is wider than its screen', () => {
  const shown = stripVTControlCharacters(
    cast()
      .slice(1)
      .map(([, , text]) => text)
      .join(''),
  );
  expect(shown).toContain('Full time: Atalanta 4–1 Dortmund. Atalanta go through.');
  for (const line of shown.split('\r\n')) expect([...line].length).toBeLessThanOrEqual(100);
});

test('at double speed it takes half as long', () => {
  const last = (speed: number): number => cast(speed).at(-1)[0];
  expect(last(120)).toBeCloseTo(last(60) / 2, 3);
});
