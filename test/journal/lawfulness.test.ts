import { describe, expect, test } from 'vitest';
import { Journal } from '../../src/journal/journal.ts';
import { judgeJournal } from '../../src/journal/lawfulness.ts';
import { file, scenario } from '../scenario/given.ts';

const judged = (lines: readonly string[], before = '') => {
  const { recording } = scenario(file(lines, before));
  const journal = new Journal();
  for (const entry of recording.entries) journal.append(entry);
  const { irregular, takenBack, remarks } = judgeJournal(recording.header.fixture, journal);
  const codes = (all: typeof irregular) =>
    all.map(({ claim, breaches }) => [claim.id, ...breaches.map(({ code }) => code)]);
  return {
    irregular: codes(irregular),
    takenBack: codes(takenBack),
    remarks: remarks.map(({ remark: { law } }) => law),
  };
};

describe('a match is judged by what is believed of it at the end', () => {
  test('in match order, so that what came late is in its place', () => {
    const { irregular } = judged([
      '{ at: 1H 00:00, kick-off: home }',
      '{ at: 1H 30:00, goal: home 15, id: g1 }',
      '{ at: 1H 20:00, substitution: { off: home 4, on: home 15 }, received: 1H 35:00 }',
      '{ at: 1H 40:00, goal: home 16, id: g2 }',
    ]);
    expect(irregular).toEqual([['g2', 'not-on-the-pitch']]);
  });

  test('an amendment may mend a breach, and make one', () => {
    const { irregular } = judged([
      '{ at: 1H 00:00, kick-off: home }',
      '{ at: 1H 10:00, goal: home 15, id: g1 }',
      '{ amend: { of: g1, goal: home 9 } }',
      '{ at: 1H 20:00, shot: { by: home 9, outcome: saved }, id: s1 }',
      '{ amend: { of: s1, shot: { by: home 16, outcome: saved } } }',
    ]);
    expect(irregular).toEqual([['s1', 'not-on-the-pitch']]);
  });

  test('what was taken back is no breach, and what leans on it neither; what names nobody’s entry is one', () => {
    expect(
      judged([
        '{ at: 1H 00:00, kick-off: home }',
        '{ at: 1H 10:00, goal: home 15, id: g1 }',
        '{ at: 1H 10:10, var-check: { of: g1, category: goal }, id: r1 }',
        '{ retract: { of: g1 } }',
        '{ at: 1H 20:00, caution: { person: home 4, offence: f9 }, id: y1, irregular: unknown-entry }',
      ]),
    ).toMatchObject({ irregular: [['y1', 'unknown-entry']], takenBack: [['g1', 'not-on-the-pitch']] });
  });

  test('what only looks odd is remarked on, with the Law that allows it', () => {
    expect(
      judged([
        '{ at: 1H 00:00, kick-off: home }',
        '{ at: 1H 30:00, red: home 15 }',
        '{ at: 1H 44:00, added-time: 2 }',
        '{ at: 1H 48:50, goal: away 9 }',
        '{ at: 1H 49:10, half-time: }',
      ]),
    ).toEqual({ irregular: [], takenBack: [], remarks: ['12.3', '7.3', '7'] });
  });
});
