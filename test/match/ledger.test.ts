import { describe, expect, test } from 'vitest';
import { ChangeLog, Ledger, Register } from '../../src/match/ledger.ts';

describe('a ledger', () => {
  test('shows each state its own prefix', () => {
    const one = Ledger.of(['kick-off']);
    const two = one.append('goal');
    expect([...one]).toEqual(['kick-off']);
    expect([...two]).toEqual(['kick-off', 'goal']);
    expect([one.at(1), two.at(1), two.last()]).toEqual([undefined, 'goal', 'goal']);
  });

  test('shares what it holds with the one that it grew from', () => {
    const one = Ledger.of(['kick-off']);
    expect(one.append('goal').extends(one)).toBe(true);
    expect(one.append().extends(one)).toBe(true);
  });

  test('goes on in two ways from the same place, without either seeing the other', () => {
    const one = Ledger.of(['kick-off']);
    const goal = one.append('goal');
    const corner = one.append('corner');
    expect([[...goal], [...corner]]).toEqual([
      ['kick-off', 'goal'],
      ['kick-off', 'corner'],
    ]);
    expect(corner.extends(goal)).toBe(false);
  });

  test('is searched from the newest', () => {
    const ledger = Ledger.of([1, 2, 3, 4]);
    expect(ledger.findLast((n) => n % 2 === 1)).toBe(3);
    expect(ledger.findLast((n) => n > 4)).toBeUndefined();
    expect([...ledger.from(2)]).toEqual([3, 4]);
  });
});

describe('a register', () => {
  const start = Register.empty<{ id: string; word: string }>().append({ id: 'g1', word: 'goal' });

  test('finds what it knew then, and nothing later', () => {
    const later = start.append({ id: 'c1', word: 'corner' });
    expect(later.get('c1')?.word).toBe('corner');
    expect(start.get('c1')).toBeUndefined();
    expect([...later.after('g1')].map(({ id }) => id)).toEqual(['c1']);
    expect([...later.after('unknown')]).toEqual([]);
    expect([...later.backwards()].map(({ id }) => id)).toEqual(['c1', 'g1']);
  });

  test('keeps two ways of going on apart', () => {
    const goal = start.append({ id: 'x', word: 'goal' });
    const corner = start.append({ id: 'x', word: 'corner' });
    expect([goal.get('x')?.word, corner.get('x')?.word]).toEqual(['goal', 'corner']);
  });

  test('finds the first of two with one id, also in an earlier state', () => {
    const twice = start.append({ id: 'g1', word: 'another goal' });
    expect([start.get('g1')?.word, twice.get('g1')?.word, twice.length]).toEqual(['goal', 'goal', 2]);
  });
});

describe('a log of changes', () => {
  const started = () => ChangeLog.empty<number>().set('home', 1).set('away', 0);

  test('knows the latest of each key, and what it was in an earlier state', () => {
    const log = started();
    const later = log.set('home', 2);
    expect([log.get('home'), later.get('home')]).toEqual([1, 2]);
    expect([log.object, later.object]).toEqual([
      { home: 1, away: 0 },
      { home: 2, away: 0 },
    ]);
    expect(later.object).toBe(later.object);
  });

  test('tells which keys may differ from another state of it', () => {
    const log = started();
    const later = log.set('home', 2).set('shots', 3);
    expect(later.touchedSince(log)).toEqual(new Set(['home', 'shots']));
    expect(log.touchedSince(later)).toEqual(new Set(['home', 'shots']));
    const other = log.set('away', 1);
    expect(other.touchedSince(later)).toEqual(new Set(['home', 'shots', 'away']));
    expect(later.touchedSince(other)).toEqual(new Set(['home', 'shots', 'away']));
  });
});
