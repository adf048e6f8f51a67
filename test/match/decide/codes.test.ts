import fc from 'fast-check';
import { expect, test } from 'vitest';
import { breachesOf, CODES, ONLY_REFUSED } from '../../../src/match/decide.ts';
import { evolve, initialState } from '../../../src/match/state.ts';
import { oneLeg } from '../../support/story.ts';
import { anyEvent } from '../any-event.ts';

test('what a record may have left out is no breach of it, whatever is reported', () => {
  expect([...ONLY_REFUSED].filter((code) => !(code in CODES))).toEqual([]);
  let judged = 0;
  fc.assert(
    fc.property(fc.array(anyEvent(), { minLength: 1, maxLength: 30 }), (events) => {
      let state = initialState(oneLeg());
      for (const [index, event] of events.entries()) {
        const codes = breachesOf(state, event).map(({ code }) => code);
        judged += codes.length;
        expect(codes.filter((code) => ONLY_REFUSED.has(code))).toEqual([]);
        state = evolve(state, { id: `e${index}`, event });
      }
    }),
    { numRuns: 100 },
  );
  expect(judged).toBeGreaterThan(100);
});
