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
  type Step,
  secondHalf,
  secondLeg,
} from './helpers.ts';

const secondLegAfter = (...steps: readonly Step[]) => lastOf(fixture, ...secondLeg, ...steps);

describe('what happened', () => {
  test('a goal is told with the scorer, the manner, the maker, and whoever touched it on the way', () => {
    const goal = on('1H 04:20', {
      type: 'goal',
      by: 'scamacca',
      assist: 'bernasconi',
      bodyPart: 'right-foot',
      place: 'six-yard box',
      contributions: [
        { by: 'bernasconi', kind: 'cross' },
        { by: 'bensebaini', kind: 'flick-on' },
      ],
    });
    expect(last(kickOff, goal)).toMatch(
      /Gianluca Scamacca.*, right-footed from the six-yard box, from Lorenzo Bernasconi's cross, touched on by Dortmund's Ramy Bensebaini\. Atalanta 1–0 Dortmund\.$/,
    );
  });

  test('an own goal names the offender and the club that it counts for', () => {
    expect(last(kickOff, on('1H 30:00', { type: 'goal', by: 'anton', own: true }))).toMatch(
      /Dortmund's Waldemar Anton.*counts for Atalanta\. Atalanta 1–0 Dortmund\.$/i,
    );
  });

  test('a scored penalty is told once, by the goal', () => {
    const lines = linesOf(
      journal(
        kickOff,
        on('1H 20:00', { type: 'penalty-awarded', club: 'ATA', against: 'anton' }, { id: 'a1' }),
        on('1H 21:00', { type: 'penalty', by: 'samardzic', award: 'a1', outcome: 'scored' }, { id: 'p1' }),
        on('1H 21:00', { type: 'goal', by: 'samardzic', penalty: 'p1', bodyPart: 'left-foot', into: 'top corner' }),
      ),
      cupTie,
    );
    expect(lines.map(({ text }) => text).slice(1)).toEqual([
      "Penalty to Atalanta, given against Dortmund's Waldemar Anton. A goal would put Atalanta 1–0 ahead.",
      'Atalanta score from the penalty mark: Lazar Samardžić, left-footed into the top corner. Atalanta 1–0 Dortmund.',
    ]);
  });

  test('a goal without a scorer says so', () => {
    expect(last(kickOff, on('1H 10:00', { type: 'goal', club: 'ATA' }))).toBe(
      "Goal for Atalanta; the scorer hasn't been named. Atalanta 1–0 Dortmund.",
    );
  });

  test('a possible goal leaves the score alone', () => {
    expect(last(kickOff, on('1H 10:00', { type: 'goal', by: 'beier', tentative: true }))).toBe(
      "A possible goal for Dortmund, by Maximilian Beier: it isn't confirmed yet.",
    );
  });

  test('a goal that never counted changes no score', () => {
    expect(last(kickOff, on('1H 40:00', { type: 'goal-disallowed', by: 'krstovic', for: 'offside' }))).toMatch(
      /Atalanta's Nikola Krstović.*: offside\.$/,
    );
  });
});

describe('what it means in the tie', () => {
  const scamacca = on('L2 1H 04:20', { type: 'goal', by: 'scamacca' });
  const zappacosta = on('L2 1H 44:25', { type: 'goal', by: 'zappacosta' });
  const pasalic = on('L2 2H 56:20', { type: 'goal', by: 'pasalic' });
  const adeyemi = on('L2 2H 74:20', { type: 'goal', by: 'adeyemi' });

  test('the first goal of the second leg halves a deficit of two', () => {
    expect(secondLegAfter(scamacca)).toMatch(
      /Atalanta 1–0 Dortmund, 1–2 on aggregate\. That halves the deficit in the tie\.$/,
    );
  });

  test('levelling the tie makes up what the first leg had cost', () => {
    expect(secondLegAfter(scamacca, zappacosta)).toMatch(
      /2–2 on aggregate\. The two-goal deficit of the first leg is made up\.$/,
    );
  });

  test('the first lead of the tie is called so, and how far behind it came from', () => {
    expect(secondLegAfter(scamacca, zappacosta, pasalic)).toMatch(
      /Atalanta 3–0 Dortmund, 3–2 on aggregate\. It is Atalanta's first lead of the tie, after being two goals behind\.$/,
    );
  });

  test('a goal that levels the tie again says what follows as it stands', () => {
    expect(secondLegAfter(scamacca, zappacosta, pasalic, adeyemi)).toMatch(
      /Atalanta 3–1 Dortmund, 3–3 on aggregate\. .*extra time.*\.$/,
    );
  });

  test('a late goal that ends the need for extra time says that before anything else', () => {
    const added = on('L2 2H 90:00', { type: 'added-time', minutes: 3 });
    const winner = on('L2 2H 97:53', { type: 'goal', by: 'samardzic' });
    expect(secondLegAfter(scamacca, zappacosta, pasalic, adeyemi, added, winner)).toMatch(
      /Atalanta 4–1 Dortmund, 4–3 on aggregate\. As it stands Atalanta go through without extra time\.$/,
    );
  });

  test("the away side's aggregate reads from its own side", () => {
    expect(secondLegAfter(on('L2 1H 20:00', { type: 'goal', by: 'beier' }))).toMatch(
      /Atalanta 0–1 Dortmund; Dortmund lead 3–0 on aggregate\. Atalanta need three to level the tie\.$/,
    );
  });

  test('away goals decide where the regulations have them', () => {
    const old = { ...fixture, regulations: 'uefa-champions-league-2020-21' };
    const told = lastOf(
      old,
      on('L1 1H 00:00', { type: 'kick-off' }),
      on('L1 1H 10:00', { type: 'goal', by: 'pasalic' }),
      on('L1 2H 93:00', { type: 'full-time' }),
      on('L2 1H 00:00', { type: 'kick-off' }),
      on('L2 1H 10:00', { type: 'goal', by: 'beier' }),
      on('L2 1H 20:00', { type: 'goal', by: 'samardzic' }),
      on('L2 1H 30:00', { type: 'goal', by: 'brandt' }),
    );
    expect(told).toMatch(/2–2 on aggregate\. As it stands Dortmund go through on away goals\.$/);
  });
});

describe('what it means in a match', () => {
  test('a very early goal says how early', () => {
    expect(last(kickOff, on('1H 00:38', { type: 'goal', by: 'scamacca' }))).toMatch(
      /It comes 0:38 after the kick-off\.$/,
    );
  });

  test('an equaliser says how long the lead has lasted, added time apart', () => {
    const told = last(
      kickOff,
      on('1H 30:00', { type: 'goal', by: 'beier' }),
      on('1H 48:00', { type: 'half-time' }),
      on('2H 45:00', { type: 'kick-off' }),
      on('2H 50:00', { type: 'goal', by: 'scamacca' }),
    );
    expect(told).toMatch(/Atalanta 1–1 Dortmund\. The lead has lasted 20 minutes\.$/);
  });

  test('a comeback is told from how far down it came', () => {
    const told = last(
      kickOff,
      on('1H 10:00', { type: 'goal', by: 'beier' }),
      on('1H 20:00', { type: 'goal', by: 'beier' }),
      on('1H 30:00', { type: 'goal', by: 'scamacca' }),
      on('1H 40:00', { type: 'goal', by: 'pasalic' }),
    );
    expect(told).toMatch(/Atalanta are level after being two goals down\.$/);
  });

  test('a third goal is a hat-trick, and an own goal is none of it', () => {
    const told = last(
      kickOff,
      on('1H 05:00', { type: 'goal', by: 'scamacca' }),
      on('1H 10:00', { type: 'goal', by: 'scamacca', own: true }),
      on('1H 20:00', { type: 'goal', by: 'pasalic' }),
      on('1H 30:00', { type: 'goal', by: 'scamacca' }),
      on('1H 40:00', { type: 'goal', by: 'scamacca' }),
    );
    expect(told).toMatch(/That is a hat-trick for Scamacca\.$/);
  });

  test('a substitute who scores within ten minutes of coming on is told by the minutes', () => {
    const told = last(
      ...secondHalf,
      on('2H 50:00', { type: 'goal', by: 'scamacca' }),
      on('2H 60:00', { type: 'substitution', on: 'krstovic', off: 'scamacca' }),
      on('2H 64:00', { type: 'goal', by: 'krstovic' }),
    );
    expect(told).toMatch(/Atalanta 2–0 Dortmund\. Krstović came on four minutes ago\.$/);
    expect(told).not.toContain('substitute');
  });

  test('a late goal that leaves two to make up is told as that', () => {
    const told = last(
      ...secondHalf,
      on('2H 50:00', { type: 'goal', by: 'scamacca' }),
      on('2H 55:00', { type: 'goal', by: 'pasalic' }),
      on('2H 60:00', { type: 'goal', by: 'samardzic' }),
      on('2H 88:00', { type: 'goal', by: 'beier' }),
    );
    expect(told).toMatch(/Atalanta 3–1 Dortmund\. Dortmund are still two behind\.$/);
  });

  test('a goal after the announced added time says so', () => {
    const told = lastOf(
      leagueMatch,
      ...secondHalf,
      on('2H 90:00', { type: 'added-time', minutes: 2 }),
      on('2H 92:30', { type: 'goal', by: 'scamacca' }),
    );
    expect(told).toMatch(/Atalanta 1–0 Dortmund\. It comes after the two minutes announced\.$/);
  });

  test('where a score came without its goals, nothing is said of who led when', () => {
    const told = last(
      kickOff,
      on('1H 30:00', { type: 'snapshot', score: { home: 1, away: 2 } }),
      on('1H 40:00', { type: 'goal', by: 'scamacca', running: { home: 2, away: 2 } }),
    );
    expect(told).toMatch(/Scamacca/);
    expect(told).not.toMatch(/lasted|after being/);
  });
});
