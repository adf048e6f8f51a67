import { expect, test } from 'vitest';
import { after, firstHalf, fullTime, kick, line } from '../support/story.ts';

const ended = [...firstHalf(), fullTime()];

test('there is no shoot-out until there is one', () => {
  expect(after(...ended)).not.toHaveProperty('shootout');
});

test('it shows the kicks in the order taken, by side', () => {
  const seen = after(
    ...ended,
    kick(1, 'away-9'),
    kick(2, 'home-9', 'woodwork'),
    line('kick', 'PEN 3', { club: 'AWY', outcome: 'saved' }),
  );
  expect(seen.shootout).toEqual({
    first: 'AWY',
    score: { HOM: 0, AWY: 1 },
    kicks: {
      k1: { order: 1, club: 'AWY', by: 'away-9', number: 1, outcome: 'scored' },
      k2: { order: 2, club: 'HOM', by: 'home-9', number: 2, outcome: 'woodwork' },
      k3: { order: 3, club: 'AWY', number: 3, outcome: 'saved' },
    },
  });
});

test('kicks that a feed doesn’t number stand in the order in which they came', () => {
  const seen = after(...ended, kick(0, 'home-9'), kick(0, 'away-9', 'saved'), kick(0, 'home-10'));
  expect(Object.values(seen.shootout?.kicks ?? {}).map(({ number, club }) => `${number} ${club}`)).toEqual([
    '1 HOM',
    '2 AWY',
    '3 HOM',
  ]);
});

test('it names the winner once there is one', () => {
  const kicks = [1, 2, 3, 4, 5, 6].map((number) =>
    kick(number, number % 2 === 1 ? 'home-9' : 'away-9', number % 2 === 1 ? 'scored' : 'off-target'),
  );
  expect(after(...ended, ...kicks).shootout).toMatchObject({ winner: 'HOM', score: { HOM: 3, AWY: 0 } });
});
