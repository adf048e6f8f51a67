import { expect, test } from 'vitest';
import {
  after,
  check,
  goal,
  kickOff,
  legOf,
  line,
  oneLeg,
  playing,
  review,
  twoLegs,
  verdict,
} from '../support/story.ts';

test('nothing is looked at in the beginning', () => {
  expect(after(kickOff()).var).toEqual({ status: 'idle', reviews: {} });
});

test('a check of nothing in particular shows its category alone', () => {
  expect(
    after(kickOff(), line('var-check', '1H 10:00', { category: 'penalty', for: 'handball', id: 'r1' })).var,
  ).toEqual({
    status: 'checking',
    reviews: { r1: { order: 1, category: 'penalty', kind: 'check', for: 'handball', openedAt: "11'" } },
  });
});

test('a review shows from what to what, when it was opened and closed', () => {
  const seen = after(
    kickOff(),
    line('corner', '1H 20:00', { club: 'HOM', id: 'd1' }),
    check('d1', '1H 20:30', { id: 'r1', category: 'penalty' }),
    review('r1', '1H 21:45'),
    verdict('r1', 'overturned', '1H 22:10'),
    line('penalty-awarded', '1H 22:10', { club: 'HOM', review: 'r1', id: 'd2' }),
  );
  expect(seen.var).toEqual({
    status: 'idle',
    reviews: {
      r1: {
        order: 1,
        category: 'penalty',
        kind: 'on-field',
        outcome: 'overturned',
        from: 'corner',
        to: 'penalty',
        decision: 'd1',
        replacedBy: 'd2',
        openedAt: "21'",
        closedAt: "23'",
      },
    },
  });
});

test('a review by the assistants alone is told from one at the monitor', () => {
  const seen = after(
    kickOff(),
    goal('home-9', '1H 10:00', { id: 'g1' }),
    check('g1', '1H 10:10', { id: 'r1' }),
    review('r1', '1H 10:30', { kind: 'var-only' }),
  );
  expect(seen.var).toMatchObject({ status: 'reviewing', reviews: { r1: { kind: 'var-only' } } });
});

test('a new leg begins without reviews', () => {
  const checked = [kickOff('L1 1H 00:00'), goal('home-9', 'L1 1H 10:00', { id: 'g1' }), check('g1', 'L1 1H 10:10')];
  const seen = playing(twoLegs()).after(...checked, ...legOf(2, { HOM: 0, AWY: 0 }).slice(0, 1));
  expect(seen.var).toEqual({ status: 'idle', reviews: {} });
});

test('an entry that doesn’t touch them leaves the view as it was', () => {
  const { shown } = playing(oneLeg()).tell(kickOff(), goal('home-9', '1H 10:00'), goal('home-9', '1H 12:00'));
  expect(shown[3]?.var).toBe(shown[1]?.var);
});
