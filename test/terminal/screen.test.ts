import { describe, expect, test } from 'vitest';
import { helpPagesOn, screenOf } from '../../src/terminal/screen.ts';
import { textOf, widthOf, widthOfLine } from '../../src/terminal/span.ts';
import { says } from '../../src/terminal/words.ts';
import { pictureAt, SIZES, screenText } from './pictures.ts';

const MOMENTS = ['kick-off', "57'", "75'", "90+6'", "90+7'", 'full-time'];

describe.each(Object.entries(SIZES))('at %s', (name, size) => {
  test('each row fills the screen exactly, at every moment and in every panel', () => {
    for (const moment of MOMENTS) {
      for (const panel of ['teams', 'statistics', 'moments', 'reviews'] as const) {
        for (const more of [{}, { panelInFront: true }, { over: 'help' }, { over: 'explanation' }] as const) {
          const lines = screenOf(pictureAt(moment, size, { panel, ...more }));
          expect(lines).toHaveLength(size.rows);
          expect(new Set(lines.map(widthOfLine))).toEqual(new Set([size.columns]));
        }
      }
    }
  });

  test('the referee is at the monitor, and one cannot miss it', async () => {
    const text = screenText(pictureAt("90+6'", size));
    expect(text).toContain('VAR REVIEW   Possible penalty: high boot');
    expect(text).toContain('Referee at the monitor   on the field: corner');
    expect(text).toContain('3–3 on aggregate  ·  as it stands extra time');
    expect(text).toMatch(/90\+\d:\d\d {2}Second half {2}\+3/);
    await expect(`${text}\n`).toMatchFileSnapshot(`frames/review-${name.replace('×', 'x')}.txt`);
  });

  test('the help has every key and every mark, on as many pages as it takes', () => {
    const pages = helpPagesOn(pictureAt("57'", size));
    const text = Array.from({ length: pages }, (_, page) =>
      screenText(pictureAt("57'", size, { over: 'help', page })),
    ).join('\n');
    for (const row of [...says.keys, ...says.signs]) for (const part of row) expect(text).toContain(part);
    for (const what of ['own goal', 'second yellow card', 'goal disallowed']) expect(text).toContain(what);
  });

  test('the verdict says from what to what', () => {
    expect(screenText(pictureAt('2H 96:20', size))).toContain('≠ OVERTURNED   corner → penalty');
  });

  test('the last penalty has just gone in', () => {
    const text = screenText(pictureAt("90+8'", size));
    expect(text).toContain('4–3 on aggregate  ·  as it stands Atalanta go through');
    expect(text).toContain('GOAL  4–1');
    expect(text.replaceAll(/\s+/g, ' ')).toContain('Samardžić scores the penalty for Atalanta');
  });

  test('both clubs are named, and who is short of men is said', () => {
    const text = screenText(pictureAt('full-time', size));
    expect(text).toMatch(/Atalanta/i);
    expect(text).toMatch(/Borussia Dortmund/i);
    expect(text).toMatch(/10 on the pitch|down to 10/);
  });

  test('at the whistle it is settled', () => {
    const text = screenText(pictureAt('full-time', size));
    expect(text).toContain('Full time');
    expect(text).toMatch(/· {2}Atalanta go through\s*\n/);
  });

  test('the track has the goals of each side above and below it', () => {
    const text = screenText(pictureAt("90+8'", size));
    const row = (club: string) => text.split('\n').find((line) => line.startsWith(` ${club} `)) ?? '';
    expect(row('ATA').match(/G/g)).toHaveLength(4);
    expect(row('BVB').match(/G/g)).toHaveLength(1);
    expect(row('BVB')).toMatch(/[R2]/);
  });
});

test('at 60×20 all eleven of each side fit', () => {
  const text = screenText(pictureAt("75'", SIZES['60×20'], { panelInFront: true }));
  expect(text).toContain('Teams');
  for (const name of ['Carnesecchi', 'Krstović', 'Kobel', 'Guirassy']) expect(text).toContain(name);
});

test('at any other size too, each row fills the screen', () => {
  for (let columns = 20; columns <= 230; columns += 17) {
    for (let rows = 4; rows <= 70; rows += 6) {
      const lines = screenOf(pictureAt("90+7'", { columns, rows }));
      expect(lines).toHaveLength(rows);
      expect(new Set(lines.map(widthOfLine))).toEqual(new Set([columns]));
    }
  }
});

test('what came days later says on which day that was', () => {
  const picture = pictureAt('full-time', SIZES['100×30']);
  const later = { ...picture, head: { ...picture.head, at: '2026-03-08T12:00:00+01:00' } };
  expect(screenText(later)).toContain('as known at 2026-03-08 12:00');
});

test('from 100 columns on the score is three rows high', () => {
  expect(screenText(pictureAt("90+8'", SIZES['100×30']))).toContain('█ █     ▄█');
  expect(screenText(pictureAt("90+8'", SIZES['60×20']))).toContain('4 – 1');
});

test('from 200 columns on line-ups, statistics, key moments and reviews stand beside the commentary', () => {
  const text = screenText(pictureAt("90+7'", SIZES['200×50']));
  for (const seen of ['29 Carnesecchi', 'Shots on target', 'Second yellow card, Bensebaini', 'corner → penalty'])
    expect(text).toContain(seen);
});

test('names with diacritics stand in line', () => {
  const rows = screenText(pictureAt("90'", SIZES['100×30'])).split('\n');
  const borders = rows.filter((row) => row.includes(' │ ')).map((row) => widthOf(row.slice(0, row.indexOf(' │ '))));
  expect(rows.join('\n')).toMatch(/Pašalić/);
  expect(borders.length).toBeGreaterThan(10);
  expect(new Set(borders).size).toBe(1);
});

test('what was superseded is struck through, and the words say so too', () => {
  const lines = screenOf(pictureAt("90+7'", SIZES['200×50']));
  const struck = lines.flatMap((line) => line.filter(({ look }) => look?.strike === true)).map(({ text }) => text);
  expect(struck).toContain('A corner for Atalanta.');
  expect(lines.map(textOf).join('\n')).toContain("└ replaced by: penalty awarded (90+7')");
});

test('the source of the entry at hand says how sure it is', () => {
  const text = screenText(pictureAt("90+6'", SIZES['100×30']));
  expect(text).toMatch(/Source {2}.+; established, time estimated {3}not certain/);
});

test('a line that is chosen is pointed at, and explained: who says so, and what took its place', () => {
  const text = screenText(pictureAt("90+7'", SIZES['100×30'], { selected: 'c102', over: 'explanation' }));
  expect(text).toContain("› 90+4'");
  expect(text).toContain('Corner, Atalanta');
  expect(text.replaceAll(/[│\s]+/g, ' ')).toContain('superseded by');
  expect(text).toContain('Says so');
});

test('whoever may not steer is told so', () => {
  const picture = { ...pictureAt("57'", SIZES['100×30']), steering: { may: false, why: 'watching only' } as const };
  expect(screenText(picture)).toContain('watching only');
  expect(screenText(picture)).not.toMatch(/space (pause|play)/);
});

test('a window that is too small says how large it must be, and keeps the score', () => {
  const text = screenText(pictureAt("57'", { columns: 30, rows: 8 }));
  expect(text).toContain('ATA 3–0 BVB');
  expect(text).toContain('40×12');
});
