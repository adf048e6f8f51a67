import { describe, expect, test } from 'vitest';
import { Journal } from '../../src/journal/journal.ts';
import { amend, entriesOf, event, type Line, retract } from './feed.ts';

const GOAL = event('goal', '1H 30:00', { by: 'home-9' }, { id: 'g1' });
const later = (line: Line, offset: number): Line => ({ ...line, offset });
const MINUTE = 60_000;

const effects = (...lines: Line[]) => {
  const journal = new Journal();
  const seen = entriesOf(lines).map((entry) => journal.append(entry).effect);
  return { journal, seen };
};

describe('what is believed', () => {
  test('an event that is sent again unchanged is kept and has no effect', () => {
    const { journal, seen } = effects(GOAL, later(GOAL, 31 * MINUTE));
    expect(seen).toEqual(['applied', 'duplicate']);
    expect(journal.length).toBe(2);
  });

  test('the order of its keys makes no other event of it', () => {
    const { by, type, at } = GOAL.kind === 'event' && GOAL.event.type === 'goal' ? GOAL.event : never();
    const turned = { ...GOAL, offset: 31 * MINUTE, event: { by, at, type } } as Line;
    expect(effects(GOAL, turned).seen).toEqual(['applied', 'duplicate']);
  });

  test('a known id with other content is a conflict: kept, not applied', () => {
    const other = event('goal', '1H 30:00', { by: 'home-10' }, { id: 'g1', offset: 31 * MINUTE });
    const { journal, seen } = effects(GOAL, other);
    expect(seen).toEqual(['applied', 'conflict']);
    expect(journal.believed('g1')?.event).toMatchObject({ by: 'home-9' });
  });

  test('what was said before an amendment is no conflict when it is sent again', () => {
    const { journal, seen } = effects(
      GOAL,
      amend('g1', 'goal', '1H 30:00', { by: 'home-10' }, 31 * MINUTE),
      later(GOAL, 32 * MINUTE),
    );
    expect(seen).toEqual(['applied', 'applied', 'duplicate']);
    expect(journal.believed('g1')?.event).toMatchObject({ by: 'home-10' });
  });

  test('a caution that names a foul is believed once the foul comes', () => {
    const caution = event('caution', '1H 20:00', { person: 'home-4', offence: 'f1' }, { id: 'y1' });
    const foul = event('foul', '1H 19:50', { by: 'home-4' }, { id: 'f1', offset: 21 * MINUTE });
    expect(effects(later(caution, 20 * MINUTE), foul).seen).toEqual(['parked', 'applied']);
    expect(effects(later(caution, 20 * MINUTE), foul).journal.believed('y1')?.event.type).toBe('caution');
  });

  test("a correction that came before its subject isn't applied again when that is taken back and sent again", () => {
    const { journal, seen } = effects(
      amend('g1', 'goal', '1H 30:00', { by: 'home-10' }, 29 * MINUTE),
      GOAL,
      retract('g1', 31 * MINUTE),
      later(GOAL, 32 * MINUTE),
    );
    expect(seen).toEqual(['unknown-subject', 'applied', 'applied', 'applied']);
    expect(journal.believed('g1')?.event).toMatchObject({ by: 'home-9' });
  });

  test('the last amendment wins', () => {
    const { journal } = effects(
      GOAL,
      amend('g1', 'goal', '1H 30:00', { by: 'home-10' }, 31 * MINUTE),
      amend('g1', 'goal', '1H 29:00', { by: 'home-11' }, 32 * MINUTE),
    );
    expect(journal.believed('g1')?.event).toMatchObject({ by: 'home-11', at: { elapsed: 29 * MINUTE } });
    expect(journal.believed('g1')?.seq).toBe(1);
  });

  test('a retracted event is no longer believed, and is again when it is sent again, at its old place', () => {
    const { journal, seen } = effects(GOAL, retract('g1', 31 * MINUTE), later(GOAL, 32 * MINUTE));
    expect(seen).toEqual(['applied', 'applied', 'applied']);
    expect(journal.believed('g1')?.seq).toBe(1);
  });

  test('a retracted event is believed again when it is amended', () => {
    const { journal } = effects(
      GOAL,
      retract('g1', 31 * MINUTE),
      amend('g1', 'goal', '1H 30:00', { by: 'home-7' }, 32 * MINUTE),
    );
    expect(journal.believed('g1')?.event).toMatchObject({ by: 'home-7' });
  });

  test('retracting twice takes nothing more back', () => {
    expect(effects(GOAL, retract('g1', 31 * MINUTE), retract('g1', 32 * MINUTE)).seen).toEqual([
      'applied',
      'applied',
      'duplicate',
    ]);
  });

  test('a correction of an id that nobody has sent waits for it', () => {
    const { journal, seen } = effects(amend('g1', 'goal', '1H 30:00', { by: 'home-10' }, 29 * MINUTE), GOAL);
    expect(seen).toEqual(['unknown-subject', 'applied']);
    expect(journal.believed('g1')?.event).toMatchObject({ by: 'home-10' });
  });

  test('a retraction that overtakes its event still takes it back', () => {
    const { journal, seen } = effects(retract('g1', 29 * MINUTE), GOAL);
    expect(seen).toEqual(['unknown-subject', 'applied']);
    expect(journal.believed('g1')).toBeUndefined();
  });

  test('the same goal with another id is a suspected duplicate until somebody amends it', () => {
    const twin = event('goal', '1H 30:00', { by: 'home-9' }, { id: 'g2', offset: 31 * MINUTE });
    const { journal, seen } = effects(GOAL, twin);
    expect(seen).toEqual(['applied', 'suspected-duplicate']);
    expect(journal.believed('g2')).toBeUndefined();

    const released = effects(GOAL, twin, amend('g2', 'goal', '1H 30:00', { by: 'home-9' }, 32 * MINUTE));
    expect(released.seen.at(-1)).toBe('applied');
    expect(released.journal.believed('g2')).toBeDefined();
  });

  test('a suspected duplicate stands up when the goal that it resembled is taken back', () => {
    const twin = event('goal', '1H 30:00', { by: 'home-9' }, { id: 'g2', offset: 31 * MINUTE });
    const { journal } = effects(GOAL, twin, retract('g1', 32 * MINUTE));
    expect(journal.believed('g1')).toBeUndefined();
    expect(journal.believed('g2')).toBeDefined();
  });

  test('two goals a minute apart by one man are two goals', () => {
    const second = event('goal', '1H 31:00', { by: 'home-9' }, { id: 'g2' });
    expect(effects(GOAL, second).seen).toEqual(['applied', 'applied']);
  });

  test('the same goal told with a running score one higher is another goal', () => {
    const first = event('goal', '1H 30:00', { by: 'home-9', running: { home: 1, away: 0 } }, { id: 'g1' });
    const second = event('goal', '1H 30:00', { by: 'home-9', running: { home: 2, away: 0 } }, { id: 'g2' });
    expect(effects(first, second).seen).toEqual(['applied', 'applied']);
  });
});

describe('entries that name others', () => {
  const CHECK = event('var-check', '1H 31:00', { of: 'g1', category: 'goal' }, { id: 'r1' });
  const DECISION = event('var-decision', '1H 32:00', { of: 'r1', outcome: 'overturned' }, { id: 'v1' });

  test('a decision on an unknown review is parked, and looked at again when the review comes', () => {
    const { journal, seen } = effects(GOAL, DECISION, later(CHECK, 33 * MINUTE));
    expect(seen).toEqual(['applied', 'parked', 'applied']);
    expect(journal.believed('v1')).toBeDefined();
  });

  test('whoever leans on a retracted event is parked with it, and comes back with it', () => {
    const all = [GOAL, CHECK, DECISION, retract('g1', 33 * MINUTE)];
    const { journal } = effects(...all);
    expect(['g1', 'r1', 'v1'].map((id) => journal.believed(id))).toEqual([undefined, undefined, undefined]);

    const again = effects(...all, later(GOAL, 34 * MINUTE));
    expect(['g1', 'r1', 'v1'].every((id) => again.journal.believed(id) !== undefined)).toBe(true);
  });

  test('two events that name only each other are both parked', () => {
    const a = event('var-check', '1H 31:00', { of: 'b', category: 'goal' }, { id: 'a' });
    const b = event('var-review', '1H 32:00', { of: 'a' }, { id: 'b' });
    const { journal, seen } = effects(a, b);
    expect(seen).toEqual(['parked', 'parked']);
    expect(journal.believed('a') ?? journal.believed('b')).toBeUndefined();
  });

  test('an amendment that ties two events into a ring parks both', () => {
    const a = event('var-check', '1H 31:00', { category: 'goal' }, { id: 'a' });
    const b = event('var-review', '1H 32:00', { of: 'a' }, { id: 'b' });
    const { journal } = effects(a, b, amend('a', 'var-check', '1H 31:00', { of: 'b', category: 'goal' }, 33 * MINUTE));
    expect([journal.believed('a'), journal.believed('b')]).toEqual([undefined, undefined]);
  });
});

test('entries are counted without a gap, or it is our mistake', () => {
  const journal = new Journal();
  expect(() => journal.append({ ...GOAL, seq: 2 } as never)).toThrow(/can't follow entry 0/);
});

const never = (): never => {
  throw new Error('unreachable');
};
