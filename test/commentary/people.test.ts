import { describe, expect, test } from 'vitest';
import { cupTie, fixture, journal, kickOff, last, linesOf, on, secondHalf, secondLeg } from './helpers.ts';

describe('names', () => {
  test('a person is introduced in full, and called by the short name after that', () => {
    const lines = linesOf(
      journal(
        kickOff,
        on('1H 10:00', { type: 'offside', by: 'de-roon' }),
        on('1H 20:00', { type: 'offside', by: 'de-roon' }),
      ),
      cupTie,
    );
    expect(lines[1]?.text).toContain("Atalanta's Marten de Roon");
    expect(lines[2]?.text).toMatch(/De Roon/);
    expect(lines[2]?.text).not.toContain('Marten');
  });

  test('namesakes are told apart by their full names', () => {
    const told = last(
      kickOff,
      on('1H 10:00', { type: 'foul', by: 'm-rossi', against: 'l-rossi' }),
      on('1H 20:00', { type: 'foul', by: 'l-rossi', against: 'm-rossi' }),
    );
    expect(told).toContain('Luca Rossi');
    expect(told).toContain('Mario Rossi');
  });

  test('everybody is introduced again in the second leg', () => {
    const lines = linesOf(journal(...secondLeg, on('L2 1H 10:00', { type: 'offside', by: 'guirassy' })), fixture);
    expect(lines.at(-1)?.text).toContain('Serhou Guirassy');
  });

  test('somebody who is not in the fixture stays unnamed', () => {
    expect(last(kickOff, on('1H 10:00', { type: 'goal', by: 'x99999', club: 'ATA' }))).not.toContain('x99999');
  });
});

describe('substitutions', () => {
  const change = (time: string, onto: string, off: string) => on(time, { type: 'substitution', on: onto, off });

  test('two at one stoppage are a line each, the second as the second', () => {
    const lines = linesOf(
      journal(...secondHalf, change('2H 59:30', 'adeyemi', 'beier'), change('2H 59:30', 'chukwuemeka', 'brandt')),
      cupTie,
    );
    expect(lines.at(-2)?.text).toMatch(/Karim Adeyemi.*Maximilian Beier/);
    expect(lines.at(-1)?.text).toMatch(/^(Dortmund also|At the same stoppage|Also for Dortmund)/);
  });

  test('the last stoppage for changes is told when it is used', () => {
    const told = last(
      ...secondHalf,
      change('2H 60:00', 'krstovic', 'scamacca'),
      on('2H 65:00', { type: 'touch' }),
      change('2H 70:00', 'djimsiti', 'scalvini'),
      on('2H 75:00', { type: 'touch' }),
      change('2H 80:00', 'sulemana', 'pasalic'),
    );
    expect(told).toMatch(/Atalanta have now used their three stoppages for changes; two substitutions are left\.$/);
  });
});

test('play of which nothing is known but that it happened is left untold', () => {
  expect(
    linesOf(journal(kickOff, on('1H 10:00', { type: 'shot' }), on('1H 11:00', { type: 'foul' })), cupTie),
  ).toHaveLength(1);
});

test('somebody off for treatment leaves a side short until the return', () => {
  const lines = linesOf(
    journal(
      kickOff,
      on('1H 26:00', { type: 'temporarily-off', person: 'scamacca', why: 'a cut' }),
      on('1H 29:00', { type: 'back-on', person: 'scamacca' }),
    ),
    cupTie,
  );
  expect(lines.slice(1).map(({ text }) => text)).toEqual([
    "Atalanta's Gianluca Scamacca is off the pitch for the moment (a cut). Atalanta are down to ten.",
    'Scamacca is back on. Atalanta are back to eleven.',
  ]);
});
