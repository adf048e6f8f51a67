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

  test('is a goal of its own as well when its amendment comes before it does', () => {
    const amendment = amend('g2', 'goal', '1H 30:00', { by: 'home-9', assist: 'home-7' }, 30.5 * MINUTE);
    expect(told(GOAL, amendment, TWIN).believed('g2')).toBe(true);
    expect(told(GOAL, later(amendment, 32 * MINUTE), TWIN).believed('g2')).toBe(true);
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

describe('a kick that ends as the one before it did', () => {
  const kick = (id: string): Line => event('kick', 'PEN 1', { by: 'home-9', outcome: 'saved' }, { id });
  const AGAIN = event('retake', 'PEN 1', { of: 'k1' }, { id: 're1' });
  const looked = { of: 'k1', category: 'goal' } as const;
  const check = event('var-check', 'PEN 1', looked, { id: 'r1' });
  const review = event('var-decision', 'PEN 1', { of: 'r1', outcome: 'overturned' }, { id: 'v1' });

  test('is suspected of being the same, until somebody says that it was taken again', () => {
    expect(told(kick('k1'), kick('k2')).effects).toEqual(['applied', 'suspected-duplicate']);
    expect(told(kick('k1'), AGAIN, kick('k2')).effects).toEqual(['applied', 'applied', 'applied']);
    expect(told(kick('k1'), kick('k2'), AGAIN).believed('k2')).toBe(true);
  });

  test('is suspected though a review has taken the first away: that says nothing of another kick', () => {
    expect(told(kick('k1'), check, review, kick('k2')).believed('k2')).toBe(false);
    expect(told(kick('k1'), check, review, kick('k2'), AGAIN).believed('k2')).toBe(true);
  });

  test('is suspected again when the retake is taken back, and no more when it is told anew', () => {
    const back = [kick('k1'), AGAIN, kick('k2'), retract('re1', 160 * MINUTE)];
    expect(told(...back).believed('k2')).toBe(false);
    expect(told(...back, later(AGAIN, 161 * MINUTE)).believed('k2')).toBe(true);
  });

  test('is suspected again when the retake turns out to be of another kick', () => {
    const other = event('kick', 'PEN 2', { by: 'away-9', outcome: 'saved' }, { id: 'k3' });
    const amended = amend('re1', 'retake', 'PEN 2', { of: 'k3' }, 160 * MINUTE);
    const { believed } = told(kick('k1'), AGAIN, kick('k2'), other, amended);
    expect([believed('k1'), believed('k2')]).toEqual([true, false]);
  });

  test('stays one of its own, when somebody has said so in between', () => {
    const confirmed = amend('k2', 'kick', 'PEN 1', { by: 'home-9', outcome: 'saved', keeper: 'away-1' }, 160 * MINUTE);
    expect(told(kick('k1'), AGAIN, kick('k2'), confirmed, retract('re1', 161 * MINUTE)).believed('k2')).toBe(true);
  });

  test('is shown as a likely duplicate once the retake is taken back', () => {
    const told = [kick('k1'), AGAIN, kick('k2')];
    expect(folded(...told).timeline.k2?.status).toBeUndefined();
    expect(folded(...told, retract('re1', 160 * MINUTE)).timeline.k2?.status).toBe('suspected-duplicate');
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
