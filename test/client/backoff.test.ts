import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BACKOFF, waitMs } from '../../src/client/backoff.ts';

const longest = () => 1 - Number.EPSILON;

test('the bound of the wait doubles with each attempt, up to the cap', () => {
  const bounds = [0, 1, 2, 3, 4, 5, 6, 7, 2000].map((attempt) => waitMs(attempt, BACKOFF, longest));
  expect(bounds).toEqual([499, 999, 1999, 3999, 7999, 15_999, 29_999, 29_999, 29_999]);
});

test('the jitter is full: any wait from none up to the bound', () => {
  fc.assert(
    fc.property(fc.nat(50), fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (attempt, random) => {
      const wait = waitMs(attempt, BACKOFF, () => random);
      const bound = Math.min(BACKOFF.capMs, BACKOFF.baseMs * 2 ** attempt);
      expect(wait).toBe(Math.floor(random * bound));
      expect(wait).toBeLessThan(bound);
    }),
  );
  expect(waitMs(5, BACKOFF, () => 0)).toBe(0);
});
