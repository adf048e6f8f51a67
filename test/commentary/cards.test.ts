import { expect, test } from 'vitest';
import { cupTie, journal, kickOff, last, linesOf, on } from './helpers.ts';

test('a second yellow is told as a dismissal, with the numbers that it leaves', () => {
  const told = last(
    kickOff,
    on('1H 12:25', { type: 'caution', person: 'bensebaini', reason: 'foul' }),
    on('1H 40:00', { type: 'second-yellow', person: 'bensebaini', reason: 'foul', against: 'krstovic' }),
  );
  expect(told).toBe(
    "Dortmund's Bensebaini is sent off with a second yellow card, for a foul on Nikola Krstović. Dortmund are down to ten.",
  );
});

test('a second caution is the same, whatever the feed calls it, and is key', () => {
  const lines = linesOf(
    journal(
      kickOff,
      on('1H 12:25', { type: 'caution', person: 'bensebaini' }),
      on('1H 40:00', { type: 'caution', person: 'bensebaini', reason: 'dissent' }),
    ),
    cupTie,
  );
  expect(lines.at(-1)).toMatchObject({
    text: "Dortmund's Bensebaini is sent off with a second yellow card, for dissent. Dortmund are down to ten.",
    importance: 'key',
  });
});

test('a second report of the same caution is not told again', () => {
  const lines = linesOf(
    journal(
      kickOff,
      on('1H 12:25', { type: 'caution', person: 'bensebaini' }),
      on('1H 40:00', { type: 'caution', person: 'bensebaini' }),
      on('1H 40:05', { type: 'second-yellow', person: 'bensebaini' }),
    ),
    cupTie,
  );
  expect(lines).toHaveLength(3);
});

test("a card on the bench changes nobody's number", () => {
  const lineUps = on('pre 00:00', {
    type: 'line-ups',
    teams: { BVB: { starting: ['kobel', 'anton', 'can'], bench: ['schlotterbeck'] } },
  });
  expect(last(lineUps, kickOff, on('1H 20:00', { type: 'red', person: 'schlotterbeck', reason: 'protest' }))).toMatch(
    /^Red card for Dortmund's Nico Schlotterbeck, a substitute on the bench, for protesting\. (Dortmund still have three on the pitch|The numbers on the pitch stay the same)\.$/,
  );
});

test('staff without a name keep their description, and have their club in it already', () => {
  expect(last(kickOff, on('1H 20:00', { type: 'red', person: 'bvb-staff', club: 'BVB' }))).toMatch(
    /^(Red card for a|A) member of Dortmund's staff( is sent off with a straight red card)?\. /,
  );
});

test('somebody on the bench whom nobody identified is told as that', () => {
  expect(last(kickOff, on('1H 20:00', { type: 'red', club: 'BVB', reason: 'dissent' }))).toMatch(
    /^Red card for somebody on Dortmund's bench, not identified, for dissent\. /,
  );
});

test('what one source disputes is marked as disputed', () => {
  const red = on('1H 20:00', { type: 'red', person: 'can' }, { reported: { fact: 'disputed' } });
  expect(last(kickOff, red)).toMatch(/Not every source has it\.$/);
});

test('the fourth card in ten minutes is counted', () => {
  const told = last(
    kickOff,
    ...['scamacca', 'pasalic', 'can', 'anton'].map((person, index) =>
      on(`1H 2${index}:00`, { type: 'caution', person }),
    ),
  );
  expect(told).toMatch(/It is the fourth card in ten minutes\.$/);
});

test('a card that goes to somebody else is told with both names', () => {
  const told = last(
    kickOff,
    on('1H 20:00', { type: 'caution', person: 'can' }, { id: 'y1' }),
    on('1H 21:00', { type: 'card-transferred', of: 'y1', to: 'anton' }),
  );
  expect(told).toBe("The yellow card of Can goes to Dortmund's Waldemar Anton instead.");
});
