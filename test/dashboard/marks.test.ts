import { expect, test } from 'vitest';
import { distinct } from '../../src/dashboard/timeline/distinct.ts';
import { placed } from '../../src/dashboard/timeline/placed.ts';
import { trackOf } from '../../src/faces/track.ts';
import { history } from '../../src/history.ts';
import { flagship } from '../client/flagship.ts';

const match = history(flagship());
const marksAt = (cursor: number) => {
  const views = match.viewsAt(cursor);
  return distinct(trackOf(views, match.fixture).marks, views.timeline);
};
const kindsFrom = (cursor: number, ...ids: string[]) =>
  marksAt(cursor)
    .filter(({ id }) => ids.includes(id))
    .map(({ kind }) => kind);

test('a review is one mark, wherever it has got to', () => {
  const story = ['r1', 'e106', 'e107'];
  expect([104, 106, 107].map((cursor) => kindsFrom(cursor, ...story))).toEqual([
    ['var-check'],
    ['var-review'],
    ['var-decision'],
  ]);
});

test('a penalty that was scored is marked as the goal', () => {
  expect(kindsFrom(113, 'p1', 'g5')).toEqual(['goal']);
});

test('no mark hides another of its side', () => {
  const marks = marksAt(120);
  const { at } = placed(marks, 1200);
  for (const one of marks) {
    for (const other of marks) {
      if (one.id >= other.id || (one.side === 'away') !== (other.side === 'away')) continue;
      if (at.get(one.id) !== at.get(other.id)) continue;
      expect(Math.abs(one.at - other.at) * 1200, `${one.label} and ${other.label}`).toBeGreaterThanOrEqual(20);
    }
  }
});
