import { expect, test } from 'vitest';
import {
  after,
  caution,
  change,
  firstHalf,
  goal,
  kickOff,
  oneLeg,
  playing,
  red,
  secondYellow,
} from '../support/story.ts';

test('nobody is listed before a card is shown', () => {
  expect(after(kickOff()).cards).toEqual({ people: {}, totals: {} });
});

test('the cards of that night: a second yellow, a substitute, a man who had been replaced, a coach', () => {
  const seen = after(
    ...firstHalf(),
    caution('away-5', '2H 57:10'),
    change('home-6', 'home-16', '2H 76:30'),
    red('away-14', '2H 96:15', { reason: 'protest' }),
    red('home-6', '2H 96:20'),
    secondYellow('away-5', '2H 96:45'),
    caution('home-coach', '2H 97:00'),
  );
  expect(seen.cards).toEqual({
    people: {
      'away-5': {
        club: 'AWY',
        name: 'Away 5',
        role: 'player',
        yellows: ["58'", "90+7'"],
        sentOff: { by: 'second-yellow', label: "90+7'" },
      },
      'away-14': {
        club: 'AWY',
        name: 'Away 14',
        role: 'substitute',
        yellows: [],
        sentOff: { by: 'straight-red', label: "90+7'" },
      },
      'home-6': {
        club: 'HOM',
        name: 'Home 6',
        role: 'substituted',
        yellows: [],
        sentOff: { by: 'straight-red', label: "90+7'" },
      },
      'home-coach': { club: 'HOM', name: 'Home coach', role: 'staff', yellows: ["90+8'"] },
    },
    totals: { AWY: { yellow: 1, secondYellow: 1, red: 1 }, HOM: { yellow: 1, red: 1 } },
  });
});

test('an entry that doesn’t touch them leaves the view as it was', () => {
  const { shown } = playing(oneLeg()).tell(kickOff(), caution('home-4', '1H 10:00'), goal('home-9', '1H 12:00'));
  expect(shown[3]?.cards).toBe(shown[2]?.cards);
});
