import { expect, test } from 'vitest';
import { placeOnTrack, timeOnTrack } from '../../src/faces/place-on-track.ts';
import { trackOf } from '../../src/faces/track.ts';
import { history } from '../../src/history.ts';
import { MINUTE, PERIODS } from '../../src/match/time.ts';
import { flagship } from '../client/flagship.ts';

const match = history(flagship());
const track = trackOf(match.viewsAt(match.length), match.fixture);

test.each([
  { period: '1H', elapsed: 0 },
  { period: '1H', elapsed: 45 * MINUTE },
  { period: '2H', elapsed: 10 * MINUTE },
  { period: '2H', elapsed: 51 * MINUTE },
] as const)('$period $elapsed lies where somebody who drags there finds it', (time) => {
  const found = timeOnTrack(track.spans, placeOnTrack(track.spans, time, PERIODS));
  expect(found?.period).toBe(time.period);
  expect(Math.abs((found?.elapsed ?? 0) - time.elapsed)).toBeLessThan(2);
});

test('a mark and the moment that it marks lie at the same place', () => {
  const goal = track.marks.find(({ id }) => id === 'g5');
  expect(placeOnTrack(track.spans, { period: '2H', elapsed: 3_173_000 }, PERIODS)).toBeCloseTo(goal?.at ?? 0, 6);
});

test('the interval lies at the end of the first half, and the time before kick-off at the start', () => {
  expect(placeOnTrack(track.spans, { period: 'HT', elapsed: 60_000 }, PERIODS)).toBe(track.spans[0]?.to);
  expect(placeOnTrack(track.spans, { period: 'pre', elapsed: 0 }, PERIODS)).toBe(0);
});

test('beyond either end there is the end', () => {
  expect(timeOnTrack(track.spans, -1)).toEqual({ period: '1H', elapsed: 0 });
  expect(timeOnTrack(track.spans, 2)?.period).toBe('2H');
});
