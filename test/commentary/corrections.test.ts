import { describe, expect, test } from 'vitest';
import { amend, cupTie, fixture, journal, kickOff, linesOf, on, retract, type Step, secondLeg } from './helpers.ts';

const goal = on('1H 12:00', { type: 'goal', by: 'pasalic' }, { id: 'g1' });
const tell = (...steps: readonly Step[]) => linesOf(journal(kickOff, ...steps), cupTie);
const DAY = 24 * 3_600_000;

describe('a scorer who is corrected', () => {
  const lines = tell(goal, amend('g1', '1H 12:00', { type: 'goal', by: 'de-roon' }));

  test('gets a line of its own: what was told, what is so', () => {
    expect(lines.at(-1)).toMatchObject({
      text: "Correction: the goal at 13' was by Atalanta's Marten de Roon, not by Pašalić.",
      entry: 'e3',
      importance: 'key',
      received: '2026-02-17T21:12:00+01:00',
    });
  });

  test('leaves the line about the goal as it was, with a mark', () => {
    expect(lines[1]).toMatchObject({ entry: 'g1', correctedBy: 'e3' });
    expect(lines[1]?.text).toContain('Mario Pašalić');
  });
});

test('a goal that is taken back is told with the score', () => {
  const lines = tell(goal, retract('g1'));
  expect(lines[1]?.retractedBy).toBe('e3');
  expect(lines.at(-1)).toMatchObject({
    text: "Taken back: the goal by Pašalić at 13'. It is now Atalanta 0–0 Dortmund.",
    label: "13'",
    importance: 'key',
  });
});

test('a goal that is given again frees its line', () => {
  const lines = tell(goal, retract('g1'), goal);
  expect(lines[1]?.retractedBy).toBeUndefined();
  expect(lines[2]?.correctedBy).toBe('g1');
  expect(lines.at(-1)?.text).toBe("Given after all: the goal by Pašalić at 13'. It is now Atalanta 1–0 Dortmund.");
});

test('what leaned on a goal that is taken back is marked too', () => {
  const lines = tell(goal, on('1H 12:20', { type: 'var-check', of: 'g1', category: 'goal' }), retract('g1'));
  expect(lines[2]?.retractedBy).toBe('e4');
});

test('a red card that goes to another man days later says how many', () => {
  const red = on('1H 40:00', { type: 'red', person: 'bvb-staff', club: 'BVB' }, { id: 'red3' });
  const later = amend('red3', '1H 40:00', { type: 'red', person: 'palladino', club: 'ATA' }, 11 * DAY);
  expect(tell(red, later).at(-1)?.text).toBe(
    "Correction, 11 days later: the red card at 41' was for Atalanta's Raffaele Palladino, " +
      "not for the member of Dortmund's staff. Neither side's number on the pitch changes.",
  );
});

test('a yellow that was a red says what it leaves on the pitch', () => {
  const yellow = on('1H 20:00', { type: 'caution', person: 'can' }, { id: 'y1' });
  expect(tell(yellow, amend('y1', '1H 20:00', { type: 'red', person: 'can' })).at(-1)?.text).toBe(
    "Correction: the yellow card at 21' for Dortmund's Can was a red card. Dortmund are down to ten.",
  );
});

test('an own goal by a defender is corrected in one go', () => {
  const own = amend('g1', '1H 12:00', { type: 'goal', by: 'anton', own: true });
  expect(tell(goal, own).at(-1)?.text).toBe(
    "Correction: the goal at 13' was an own goal by Dortmund's Waldemar Anton, not a goal by Atalanta's Pašalić.",
  );
});

test('a goal for the other side changes the score in one step', () => {
  expect(tell(goal, amend('g1', '1H 12:00', { type: 'goal', by: 'pasalic', club: 'BVB' })).at(-1)?.text).toBe(
    "Correction: the goal at 13' counts for Dortmund, not for Atalanta. It is now Atalanta 0–1 Dortmund.",
  );
});

test('an assist that comes later is no correction, but a detail', () => {
  const assisted = amend('g1', '1H 12:00', { type: 'goal', by: 'pasalic', assist: 'de-roon' });
  expect(tell(goal, assisted).at(-1)).toMatchObject({
    text: "The goal at 13' was made by Marten de Roon.",
    importance: 'detail',
  });
});

test('a possible goal that is confirmed is told as the goal that it is', () => {
  const possible = on('1H 12:00', { type: 'goal', by: 'pasalic', tentative: true }, { id: 'g1' });
  const lines = tell(possible, amend('g1', '1H 12:00', { type: 'goal', by: 'pasalic' }));
  expect(lines.at(-1)?.text).toMatch(/^Confirmed: .*Pašalić.* Atalanta 1–0 Dortmund\.$/);
});

test('the last correction counts: it marks the ones before it', () => {
  const lines = tell(
    goal,
    amend('g1', '1H 12:00', { type: 'goal', by: 'de-roon' }),
    amend('g1', '1H 12:00', { type: 'goal', by: 'samardzic' }),
  );
  expect(lines.map(({ correctedBy }) => correctedBy)).toEqual([undefined, 'e4', 'e4', undefined]);
});

describe('what comes late', () => {
  test('is told with its own minute, and as late', () => {
    const lines = tell(on('1H 30:00', { type: 'corner', club: 'ATA' }), goal);
    expect(lines.at(-1)).toMatchObject({
      label: "13'",
      text: expect.stringMatching(/^Reported late: .*Pašalić.* Atalanta 1–0 Dortmund\.$/),
      received: '2026-02-17T21:30:00+01:00',
    });
  });

  test('a caution that makes a later one the second says so', () => {
    const late = tell(
      on('1H 35:00', { type: 'caution', person: 'guirassy' }),
      on('1H 15:00', { type: 'caution', person: 'guirassy' }),
    ).at(-1);
    expect(late?.text).toMatch(/That makes the one at 36' a second, and a dismissal\. Dortmund are down to ten\.$/);
    expect(late?.importance).toBe('key');
  });

  test('a goal of the first leg changes the aggregate alone', () => {
    const lines = linesOf(journal(...secondLeg, on('L1 2H 60:00', { type: 'goal', by: 'brandt' })), fixture);
    expect(lines.at(-1)).toMatchObject({
      leg: 1,
      text: expect.stringMatching(/^Reported late, of the first leg: .*Brandt.*\. Dortmund lead 3–0 on aggregate\.$/),
    });
  });
});

describe('what changes nothing', () => {
  test('a report that contradicts another is a detail', () => {
    const lines = tell(goal, on('1H 12:30', { type: 'goal', by: 'scamacca' }, { id: 'g1' }));
    expect(lines.at(-1)).toMatchObject({ importance: 'detail', entry: 'e3' });
  });

  test('the same again is no line at all', () => {
    expect(tell(goal, goal)).toHaveLength(2);
  });

  test('what waits for another report is told when that one comes', () => {
    const lines = tell(
      on('1H 12:20', { type: 'var-check', of: 'g1', category: 'goal' }, { id: 'r1' }),
      on('1H 12:00', { type: 'goal', by: 'pasalic' }, { id: 'g1' }),
    );
    expect(lines.map(({ key, entry, importance }) => ({ key, entry, importance }))).toEqual([
      { key: 'c1', entry: 'e1', importance: 'key' },
      { key: 'c2', entry: 'r1', importance: 'detail' },
      { key: 'c3', entry: 'g1', importance: 'key' },
      { key: 'c3b', entry: 'r1', importance: 'normal' },
    ]);
  });

  test('a correction of what was never told is not told', () => {
    const touch = on('1H 05:00', { type: 'touch', by: 'pasalic' }, { id: 't1' });
    expect(tell(touch, amend('t1', '1H 05:00', { type: 'touch', by: 'de-roon' }), retract('t1'))).toHaveLength(1);
  });
});
