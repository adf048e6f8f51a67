import { expect, test } from 'vitest';
import { findBack, headBack, runBack } from '../../src/dashboard/desk/back.ts';
import { paceAfter } from '../../src/dashboard/desk/notes.ts';
import { history } from '../../src/history.ts';
import { flagship } from '../client/flagship.ts';
import { head } from '../client/stage.ts';

const match = history(flagship());

test('a time leads to what was known when the watch showed it', () => {
  const found = findBack(match, { time: '2H 96:00' });
  expect(found?.cursor).toBe(106);
  expect(
    headBack(match, head(124), { cursor: 106, offset: found?.offset ?? 0, playing: false, speed: 1 }),
  ).toMatchObject({
    cursor: 106,
    watch: 51 * 60_000,
    playing: false,
  });
});

test('a number of entries leads to just after the last of them, and never beyond the journal', () => {
  expect(findBack(match, { cursor: 107 })).toEqual({ cursor: 107, offset: match.entries[106]?.offset });
  expect(findBack(match, { cursor: 9999 })?.cursor).toBe(match.length);
});

test('there is no moment for what is no time', () => {
  expect(findBack(match, { time: 'tea time' })).toBeUndefined();
});

test('a replay shows each entry when its time has come', () => {
  const start = { cursor: 106, offset: match.entries[105]?.offset ?? 0, playing: true, speed: 1 };
  const verdictIn = (match.entries[106]?.offset ?? 0) - start.offset;
  expect(runBack(match, start, verdictIn - 1).cursor).toBe(106);
  expect(runBack(match, start, verdictIn).cursor).toBeGreaterThanOrEqual(107);
});

test('a replay passes over the interval', () => {
  const whistle = match.entries.findIndex(
    (entry) => entry.kind === 'event' && entry.event.type === 'half-time' && entry.event.at.leg === 2,
  );
  const start = { cursor: whistle + 1, offset: match.entries[whistle]?.offset ?? 0, playing: true, speed: 1 };
  expect(runBack(match, start, 40).cursor).toBeGreaterThan(start.cursor);
});

test('a replay stops where the journal ends', () => {
  expect(runBack(match, { cursor: match.length, offset: 0, playing: true, speed: 1 }, 40).playing).toBe(false);
});

test('a picture is as late as it came after the quickest, and nobody says so of a showing that stands', () => {
  const seen = (position: number, heardAt: number, playing = true) =>
    ({ head: { ...head(1), position, playing, speed: 10 }, heardAt, cause: 'play' }) as Parameters<typeof paceAfter>[1];
  const first = paceAfter(undefined, seen(0, 1000));
  const late = paceAfter(first, seen(1000, 1130));
  expect([first?.lateMs, late?.lateMs]).toEqual([0, 30]);
  expect(paceAfter(late, seen(2000, 1200))?.lateMs).toBe(0);
  expect(paceAfter(late, seen(2000, 1200, false))).toBeUndefined();
});
