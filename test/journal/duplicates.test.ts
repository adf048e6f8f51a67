import { describe, expect, test } from 'vitest';
import { Journal } from '../../src/journal/journal.ts';
import { amend, entriesOf, event, folded, type Line, retract } from './feed.ts';

const MINUTE = 60_000;
const GOAL = event('goal', '1H 30:00', { by: 'home-9' }, { id: 'g1' });
const TWIN = event('goal', '1H 30:00', { by: 'home-9' }, { id: 'g2', offset: 31 * MINUTE });
const later = (line: Line, offset: number): Line => ({ ...line, offset });

const told = (...lines: Line[]) => {
  const journal = new Journal();
  const effects = entriesOf(lines).map((entry) => journal.append(entry).effect);
  return { effects, believed: (id: string) => journal.believed(id) !== undefined };
};

describe('a suspected duplicate', () => {
  test('stands up when the goal that it resembled turns out to be another one', () => {
    const { effects, believed } = told(GOAL, TWIN, amend('g1', 'goal', '1H 20:00', { by: 'home-9' }, 32 * MINUTE));
    expect(effects).toEqual(['applied', 'suspected-duplicate', 'applied']);
    expect([believed('g1'), believed('g2')]).toEqual([true, true]);
  });

  test('is suspected again when the goal that it resembled is back', () => {
    const { believed } = told(GOAL, TWIN, retract('g1', 32 * MINUTE), later(GOAL, 33 * MINUTE));
    expect([believed('g1'), believed('g2')]).toEqual([true, false]);
  });

  test('that was confirmed in between is a goal of its own, and stays one', () => {
    const { believed } = told(
      GOAL,
      TWIN,
      retract('g1', 32 * MINUTE),
      amend('g2', 'goal', '1H 30:00', { by: 'home-9', assist: 'home-7' }, 33 * MINUTE),
      later(GOAL, 34 * MINUTE),
    );
    expect([believed('g1'), believed('g2')]).toEqual([true, true]);
  });

  test('is no less suspect for being taken back and sent again', () => {
    const { believed } = told(GOAL, TWIN, retract('g2', 32 * MINUTE), later(TWIN, 33 * MINUTE));
    expect([believed('g1'), believed('g2')]).toEqual([true, false]);
  });

  test('takes with it what leans on it', () => {
    const check = event('var-check', '1H 31:00', { of: 'g2', category: 'goal' }, { id: 'r1', offset: 33 * MINUTE });
    const { believed } = told(GOAL, TWIN, retract('g1', 32 * MINUTE), check, later(GOAL, 34 * MINUTE));
    expect([believed('g2'), believed('r1')]).toEqual([false, false]);
  });

  test('is shown as one again', () => {
    const { timeline, scoreboard } = folded(GOAL, TWIN, retract('g1', 32 * MINUTE), later(GOAL, 33 * MINUTE));
    expect(scoreboard.home.score).toBe(1);
    expect(timeline.g1?.status).toBeUndefined();
    expect(timeline.g2?.status).toBe('suspected-duplicate');
  });
});

describe('what happens more than once in a minute', () => {
  const corner = (id: string, at: string, time?: 'minute'): Line => ({
    ...event('corner', at, { club: 'HOM' }, { id }),
    ...(time === undefined ? {} : { reported: { time } }),
  });

  test('is suspected at one and the same instant', () => {
    expect(told(corner('c1', '1H 30:10'), corner('c2', '1H 30:10')).effects).toEqual([
      'applied',
      'suspected-duplicate',
    ]);
  });

  test('is believed a second later', () => {
    expect(told(corner('c1', '1H 30:10'), corner('c2', '1H 30:11')).effects).toEqual(['applied', 'applied']);
  });

  test('is believed where only the minute is known', () => {
    const corners = told(corner('c1', '1H 30:00', 'minute'), corner('c2', '1H 30:00', 'minute'));
    expect(corners.effects).toEqual(['applied', 'applied']);
  });
});
