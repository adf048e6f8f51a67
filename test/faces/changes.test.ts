import { expect, test } from 'vitest';
import { changesBetween } from '../../src/faces/changes.ts';
import { parseTime, type TimeRef } from '../../src/match/time.ts';
import { FLAGSHIP, knownMatch } from './match.ts';

const { history, fixture } = knownMatch(FLAGSHIP);

const viewsAt = (time: string) => {
  const moment = history.momentAsOf(parseTime(time) as TimeRef);
  if (typeof moment === 'string') throw new Error(moment);
  return history.viewsAt(moment.cursor);
};

test('each goal is told with its own scorer and the score that it made', () => {
  const told = changesBetween(viewsAt('kick-off'), viewsAt("75'"), fixture).filter(({ kind }) => kind === 'goal');
  expect(told.map(({ club, text }) => `${club} ${text}`)).toEqual([
    'ATA Goal, Scamacca. Atalanta 1–0 Dortmund.',
    'ATA Goal, Zappacosta. Atalanta 2–0 Dortmund.',
    'ATA Goal, Pašalić. Atalanta 3–0 Dortmund.',
    'BVB Goal, Adeyemi. Atalanta 3–1 Dortmund.',
  ]);
});

test('between two legs nothing is news', () => {
  expect(changesBetween(viewsAt('L1 full-time'), viewsAt("57'"), fixture)).toEqual([]);
});
