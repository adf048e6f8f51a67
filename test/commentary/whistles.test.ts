import { describe, expect, test } from 'vitest';
import {
  cupTie,
  fixture,
  journal,
  kickOff,
  last,
  lastOf,
  leagueMatch,
  linesOf,
  on,
  secondHalf,
  secondLeg,
  tell,
} from './helpers.ts';

describe('the end of a tie', () => {
  const steps = [
    ...secondLeg,
    on('L2 1H 04:20', { type: 'goal', by: 'scamacca' }),
    on('L2 1H 44:25', { type: 'goal', by: 'zappacosta' }),
    on('L2 1H 48:00', { type: 'half-time' }),
    on('L2 2H 45:00', { type: 'kick-off' }),
  ];

  test('full time says who goes through, from what, and that a kick-off was still owed', () => {
    const told = lastOf(
      fixture,
      ...steps,
      on('L2 2H 97:53', { type: 'goal', by: 'samardzic' }),
      on('L2 2H 98:10', { type: 'full-time' }),
    );
    expect(told).toBe(
      'Full time: Atalanta 3–0 Dortmund. Atalanta go through 3–2 on aggregate, having lost the first leg 0–2. ' +
        'The whistle goes before Dortmund can kick off again. ' +
        'Next: Arsenal or Bayern Munich in the round of 16.',
    );
  });

  test('a level tie goes on, and nobody is through', () => {
    expect(lastOf(fixture, ...steps, on('L2 2H 93:00', { type: 'full-time' }))).toBe(
      'Normal time is over: Atalanta 2–0 Dortmund, 2–2 on aggregate. Extra time follows.',
    );
  });

  test('a goal a minute before the whistle is no proof that the restart was owed', () => {
    const told = lastOf(
      fixture,
      ...steps,
      on('L2 2H 92:00', { type: 'goal', by: 'samardzic' }),
      on('L2 2H 93:10', { type: 'full-time' }),
    );
    expect(told).not.toContain('before Dortmund can');
  });

  test('the first leg ends with what it leaves for the second', () => {
    expect(tell(...secondLeg)[5]?.text).toBe(
      'Full time in the first leg: Dortmund 2–0 Atalanta. Dortmund take a lead of two goals into the second leg.',
    );
  });

  test('the second leg begins with who is ahead', () => {
    expect(lastOf(fixture, ...secondLeg)).toBe(
      'The second leg kicks off at New Balance Arena, Bergamo. Dortmund start two goals ahead.',
    );
  });
});

test('a draw stands in a league', () => {
  expect(lastOf(leagueMatch, ...secondHalf, on('2H 93:00', { type: 'full-time' }))).toBe(
    'Full time: Atalanta 0–0 Dortmund. It ends level.',
  );
});

describe('added time', () => {
  const announced = [...secondHalf, on('2H 90:00', { type: 'added-time', minutes: 3 })];

  test('is announced with what would follow', () => {
    expect(last(...announced)).toMatch(/ If it stays 0–0, extra time follows\.$/);
  });

  test('is told as played in the first line after it, and once only', () => {
    const lines = linesOf(
      journal(
        ...announced,
        on('2H 92:59', { type: 'corner', club: 'ATA' }),
        on('2H 93:45', { type: 'error', by: 'kobel', outcome: 'clears straight to Pašalić' }),
        on('2H 94:00', { type: 'corner', club: 'ATA' }),
      ),
      cupTie,
    ).map(({ text }) => text);
    expect(lines.at(-3)).not.toMatch(/three/);
    expect(lines.at(-2)).toMatch(
      /^A mistake by Dortmund's Gregor Kobel, who clears straight to Pašalić\. The (three added minutes are over|announced three minutes have been played)\.$/,
    );
    expect(lines.at(-1)).not.toMatch(/three/);
  });

  test('a whistle says it itself', () => {
    expect(last(...announced, on('2H 93:10', { type: 'full-time' }))).toBe(
      'Normal time is over after three added minutes: Atalanta 0–0 Dortmund. Extra time follows.',
    );
  });

  test('a half that runs on for long says how long', () => {
    expect(last(...announced, on('2H 98:10', { type: 'full-time' }))).toBe(
      'Normal time is over: Atalanta 0–0 Dortmund. Extra time follows. Three minutes had been announced, 8:10 were played.',
    );
  });
});

describe('kicks from the penalty mark', () => {
  const steps = [
    ...secondHalf,
    on('2H 93:00', { type: 'full-time' }),
    on('ET1 90:00', { type: 'kick-off' }),
    on('ET2 105:00', { type: 'kick-off' }),
    on('ET2 120:30', { type: 'period-end' }),
    on('PEN 1', { type: 'kick', by: 'scamacca', outcome: 'scored' }),
    on('PEN 2', { type: 'kick', by: 'beier', outcome: 'saved', keeper: 'carnesecchi' }),
  ];

  test('each kick is told with the score of the kicks, from the side of who took it', () => {
    expect(
      linesOf(journal(...steps), cupTie)
        .slice(-3)
        .map(({ text }) => text),
    ).toEqual([
      'Extra time is over: Atalanta 0–0 Dortmund. Kicks from the penalty mark decide.',
      "Atalanta's Gianluca Scamacca scores: Atalanta lead 1–0 on kicks.",
      "Marco Carnesecchi saves from Dortmund's Maximilian Beier: Dortmund trail 0–1 on kicks after one each.",
    ]);
  });

  test('what the next kick may decide is said before it is taken', () => {
    const more = (['scored', 'missed', 'scored'] as const).map((outcome, index) =>
      on(`PEN ${index + 3}`, { type: 'kick', by: index % 2 === 0 ? 'pasalic' : 'brandt', outcome }),
    );
    expect(last(...steps, ...more)).toMatch(/: Atalanta lead 3–0 on kicks\. Dortmund must score the next\.$/);
    const level = (['missed', 'scored', 'missed', 'scored', 'missed'] as const).map((outcome, index) =>
      on(`PEN ${index + 3}`, { type: 'kick', by: index % 2 === 0 ? 'pasalic' : 'brandt', outcome }),
    );
    expect(last(...steps, ...level)).toMatch(
      /Pašalić doesn't score: Atalanta trail 1–2 on kicks\. Dortmund can win it with the next\.$/,
    );
  });

  test('the deciding kick says who has won', () => {
    const more = (['scored', 'off-target', 'scored', 'off-target'] as const).map((outcome, index) =>
      on(`PEN ${index + 3}`, { type: 'kick', by: index % 2 === 0 ? 'pasalic' : 'brandt', outcome }),
    );
    expect(last(...steps, ...more)).toBe(
      "Dortmund's Brandt puts it off target. Atalanta win 3–0 on kicks from the penalty mark.",
    );
  });
});

test('a whistle that is repeated is not told again', () => {
  const lines = linesOf(
    journal(kickOff, on('1H 46:00', { type: 'half-time' }), on('1H 46:10', { type: 'period-end' })),
    cupTie,
  );
  expect(lines).toHaveLength(2);
});
