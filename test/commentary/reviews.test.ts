import { describe, expect, test } from 'vitest';
import { cupTie, journal, kickOff, linesOf, on } from './helpers.ts';

describe('a goal that is checked and disallowed', () => {
  const lines = linesOf(
    journal(
      kickOff,
      on('1H 10:00', { type: 'goal', by: 'scamacca' }, { id: 'g1' }),
      on('1H 10:20', { type: 'var-check', of: 'g1', category: 'goal', for: 'offside' }, { id: 'r1' }),
      on('1H 13:10', { type: 'var-decision', of: 'r1', outcome: 'overturned', reason: 'offside' }, { id: 'v1' }),
    ),
    cupTie,
  );

  test('the verdict says how long it took and what the score is again', () => {
    expect(lines.at(-1)).toMatchObject({
      text: 'After a check of 2:50, the goal is disallowed: offside. It is Atalanta 0–0 Dortmund again.',
      importance: 'key',
    });
  });

  test('the goal stays as told, and is marked with what took its place', () => {
    expect(lines[1]).toMatchObject({ entry: 'g1', supersededBy: 'v1' });
    expect(lines[1]?.text).toContain('Atalanta 1–0 Dortmund.');
  });
});

test('a corner becomes a penalty at the monitor', () => {
  const lines = linesOf(
    journal(
      kickOff,
      on('1H 30:00', { type: 'foul', by: 'bensebaini', against: 'krstovic', reason: 'high boot' }, { id: 'f1' }),
      on('1H 30:02', { type: 'corner', club: 'ATA' }, { id: 'd1' }),
      on('1H 30:30', { type: 'var-check', of: 'd1', category: 'penalty', for: 'high boot' }, { id: 'r1' }),
      on('1H 31:45', { type: 'var-review', of: 'r1', kind: 'on-field' }),
      on('1H 32:10', { type: 'var-decision', of: 'r1', outcome: 'overturned', to: 'penalty' }),
      on(
        '1H 32:10',
        { type: 'penalty-awarded', club: 'ATA', offence: 'f1', review: 'r1', reason: 'high boot' },
        { id: 'd2' },
      ),
    ),
    cupTie,
  );
  expect(lines.slice(3).map(({ text }) => text)).toEqual([
    'VAR checks a possible penalty for a high boot. The referee has given a corner to Atalanta.',
    'The referee goes to the monitor to review a possible penalty for a high boot. So far it is a corner to Atalanta.',
    'After a review of 1:40, the corner is overturned and becomes a penalty.',
    'Penalty to Atalanta for a high boot by Bensebaini. A goal would put Atalanta 1–0 ahead.',
  ]);
  expect(lines[2]?.supersededBy).toBe('d2');
});

test('a penalty that is taken back takes the card for it along', () => {
  const lines = linesOf(
    journal(
      kickOff,
      on('1H 20:00', { type: 'penalty-awarded', club: 'BVB', against: 'scalvini' }, { id: 'a1' }),
      on('1H 20:10', { type: 'caution', person: 'scalvini', reason: 'stopping-a-promising-attack', offence: 'a1' }),
      on('1H 21:00', { type: 'var-review', of: 'a1', kind: 'on-field' }, { id: 'r1' }),
      on('1H 22:00', { type: 'var-decision', of: 'r1', outcome: 'overturned' }),
    ),
    cupTie,
  );
  expect(lines.at(-1)?.text).toBe(
    "After a review of 1:00, the penalty is taken back. With it falls the yellow card for Scalvini at 21'.",
  );
});

test('a red card that is lowered brings the side back to eleven', () => {
  const lines = linesOf(
    journal(
      kickOff,
      on('1H 30:00', { type: 'red', person: 'can' }, { id: 'red1' }),
      on('1H 31:00', { type: 'var-check', of: 'red1', category: 'direct-red' }, { id: 'r1' }),
      on('1H 32:00', { type: 'var-review', of: 'r1' }),
      on('1H 33:00', { type: 'var-decision', of: 'r1', outcome: 'amended', to: 'caution' }),
    ),
    cupTie,
  );
  expect(lines.at(-1)?.text).toBe(
    'After a review of 2:00, the red card is changed to a yellow card. Dortmund are back to eleven.',
  );
});

test('a check that changes nothing is no key moment', () => {
  const lines = linesOf(
    journal(
      kickOff,
      on('1H 10:00', { type: 'goal', by: 'scamacca' }, { id: 'g1' }),
      on('1H 10:20', { type: 'var-check', of: 'g1', category: 'goal' }, { id: 'r1' }),
      on('1H 10:50', { type: 'var-decision', of: 'r1', outcome: 'confirmed' }),
    ),
    cupTie,
  );
  expect(lines.at(-1)).toMatchObject({ importance: 'normal' });
  expect(lines.at(-1)?.text).toMatch(/goal stands\.$/);
});
