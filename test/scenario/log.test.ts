import { expect, test } from 'vitest';
import { at, entries, file, offsets, problems, scenario } from './given.ts';

const GOAL = '{ at: 1H 46:10, goal: { by: away 9 }, id: g1 }';
const wrong = (...lines: string[]): string[] => problems(file(lines));

test('an amendment gives the event anew, and keeps its time unless it gives another', () => {
  const [, scorer, time, both] = entries([
    GOAL,
    '{ amend: { of: g1, goal: { by: away 11 }, why: second look }, received: +40s }',
    '{ amend: { of: g1, goal: away 11, at: 1H 46:20 } }',
    '{ at: 2H 45:20, amend: { of: g1, goal: away 10 }, reported: { by: league } }',
  ]);
  expect(scorer).toEqual({
    kind: 'amendment',
    seq: 2,
    offset: 2_810_000,
    of: 'g1',
    event: { type: 'goal', at: at('1H', 46, 10), by: 'away-11' },
    why: 'second look',
  });
  expect(time).toMatchObject({ of: 'g1', event: { at: at('1H', 46, 20) } });
  expect(both).toMatchObject({ of: 'g1', event: { at: at('2H', 0, 20), by: 'away-10' }, reported: { by: 'league' } });
});

test('the time that an amendment keeps is the last that was given', () => {
  const [, , again] = entries([
    GOAL,
    '{ amend: { of: g1, goal: away 11, at: 1H 46:20 } }',
    '{ amend: { of: g1, goal: away 10 } }',
  ]);
  expect(again).toMatchObject({ event: { at: at('1H', 46, 20), by: 'away-10' } });
});

test('a retraction names what it takes back, and comes some time after that', () => {
  const [, retraction] = entries([GOAL, '{ retract: { of: g1, why: wrong match }, received: +2m }']);
  expect(retraction).toEqual({ kind: 'retraction', seq: 2, offset: 2_890_000, of: 'g1', why: 'wrong match' });
});

test('an id that isn’t given is the entry’s number, corrections counted', () => {
  const log = entries(['{ at: 5, goal: home 9 }', '{ retract: { of: e1 } }', '{ at: 7, goal: home 9 }']);
  expect(log.map((entry) => (entry.kind === 'event' ? entry.id : entry.of))).toEqual(['e1', 'e1', 'e3']);
});

test('a feed may send an event again under its id', () => {
  const log = entries([GOAL, GOAL, '{ at: 1H 46:10, goal: away 10, id: g1 }']);
  expect(log).toMatchObject([
    { id: 'g1', seq: 1 },
    { id: 'g1', seq: 2 },
    { id: 'g1', seq: 3 },
  ]);
});

test('another event under a known id is refused, unless the line calls it irregular', () => {
  expect(wrong(GOAL, '{ at: 50, corner: home, id: g1 }')).toEqual([
    '4:5 "g1" is already the goal of line 3; under that id it can only be sent again',
  ]);
  expect(wrong(GOAL, '{ at: 50, corner: home, id: g1, irregular: conflict }')).toEqual([]);
});

test('an id that a later entry has by default is refused', () => {
  expect(wrong('{ at: 5, goal: home 9, id: e2 }', '{ at: 6, corner: home }')).toEqual([
    '3:5 the id "e2" is what the entry of line 4 is called; choose another',
  ]);
  expect(wrong('{ at: 5, goal: home 9, id: e1 }', '{ at: 6, corner: home, id: e1, irregular: conflict }')).toEqual([]);
});

test('an entry that another names may come later, but it must be in the log', () => {
  expect(wrong('{ at: 5, goal-disallowed: { of: g1 } }', GOAL)).toEqual([]);
  expect(wrong(GOAL, '{ at: 50, goal-disallowed: { of: g2 } }')).toEqual([
    '4:38 no such goal "g2"; did you mean "g1"?',
  ]);
  expect(wrong(GOAL, '{ at: 50, var-decision: { of: g2, outcome: upheld } }')).toEqual([
    '4:35 no such review "g2"; the log has no review',
  ]);
  expect(wrong(GOAL, '{ at: 50, corner: home, id: late }', '{ retract: { of: other } }')).toEqual([
    '5:22 no such entry "other"; there are: g1, late',
  ]);
});

test('a feed’s correction of something unknown is announced as such', () => {
  const [goal, amendment, retraction] = entries([
    GOAL,
    '{ amend: { of: g7, goal: home 9, at: 1H 30:00 }, irregular: unknown-entry }',
    '{ retract: { of: g8 }, irregular: [unknown-entry] }',
  ]);
  expect([goal?.kind, amendment, retraction]).toMatchObject([
    'event',
    { kind: 'amendment', of: 'g7', event: { at: at('1H', 30) } },
    { kind: 'retraction', of: 'g8' },
  ]);
  expect(wrong('{ amend: { of: g7, goal: home 9 }, irregular: unknown-entry }')).toEqual([
    '3:7 nothing above is called "g7", so this needs the time of the event: at',
  ]);
});

test('a breach that a line announces is a check of that entry, by its code', () => {
  const { checks } = scenario(
    file([
      GOAL,
      '{ at: 86, arrived: home 12, irregular: [too-many-on-the-pitch, entered-without-a-substitution], id: a1 }',
      '{ amend: { of: a1, arrived: home 13 }, irregular: too-many-on-the-pitch }',
    ]),
  );
  expect(checks).toEqual([
    {
      kind: 'irregular',
      place: { line: 4, column: 5 },
      cursor: 2,
      entry: 'a1',
      codes: ['too-many-on-the-pitch', 'entered-without-a-substitution'],
    },
    { kind: 'irregular', place: { line: 5, column: 5 }, cursor: 3, entry: 'e3', codes: ['too-many-on-the-pitch'] },
  ]);
});

test('an attempt leaves nothing in the journal, and may name what doesn’t exist', () => {
  const { checks, recording } = scenario(
    file([
      GOAL,
      '{ at: 50, attempt: { goal-disallowed: { of: g9 } }, refused: no-such-goal }',
      '{ at: 51, corner: home }',
    ]),
  );
  expect(recording.entries.map(({ seq }) => seq)).toEqual([1, 2]);
  expect(checks).toMatchObject([
    { kind: 'attempt', cursor: 1, refused: 'no-such-goal', event: { type: 'goal-disallowed', of: 'g9' } },
  ]);
});

test('an unknown event is told with the nearest, and costs those below it nothing', () => {
  expect(
    wrong(
      '{ at: 1H 46:10, gaol: { by: away 9 } }',
      '{ at: 50, retract: { of: e1 } }',
      '{ at: 7, goal: home 9, id: e3 }',
    ),
  ).toEqual([
    '3:21 no such event "gaol"; did you mean "goal"?',
    '4:7 a retraction has no match time of its own; say when it came in: received',
  ]);
});

test('a line that is not one thing is refused', () => {
  expect(wrong('{ at: 5, goal: home 9, corner: home }')).toEqual([
    '3:28 a line is about one thing; this one has "goal" and "corner"',
  ]);
  expect(wrong('goal')).toEqual(['3:5 a line of the log is a mapping, like { at: "1H 12:30", goal: home 9 }']);
  expect(wrong('{ at: 5 }')).toEqual([
    '3:5 this line says nothing: it needs an event, like goal: home 9, or expect, attempt, amend or retract',
  ]);
  expect(wrong('{ at: 5, goal: home 9, recieved: +3s }')).toEqual([
    '3:28 no such key "recieved" beside "goal"; did you mean "received"?',
  ]);
  expect(wrong('{ at: 5, goal: home 9, refused: no-such-goal }')).toEqual([
    '3:28 no such key "refused" beside "goal"; there may be at, id, received, reported, incidentAt, order, detail, irregular',
  ]);
});

test('corrections, attempts and expectations that lack what they need are refused', () => {
  expect(wrong('{ retract: g1 }')).toEqual(['3:16 retract names what it corrects, like retract: { of: g1 }']);
  expect(wrong(GOAL, '{ retract: { of: g1, goal: home 9 } }')).toEqual(['4:26 "retract" has no "goal"; there is: why']);
  expect(wrong(GOAL, '{ amend: { of: g1 } }')).toEqual([
    '4:14 an amendment gives the event anew and in full, like amend: { of: g1, goal: home 11 }',
  ]);
  expect(wrong(GOAL, '{ amend: { of: g1, goal: home 9, at: 5 }, at: 6 }')).toEqual([
    '4:38 the new time is given twice; once is enough',
  ]);
  expect(wrong(GOAL, '{ amend: { of: g1, goal: home 9 }, id: g2 }')).toEqual([
    '4:40 a correction has no id of its own; its entry is called e<seq>',
  ]);
  expect(wrong('{ at: 5, attempt: { goal: home 9 } }')).toEqual([
    '3:14 an attempt is refused, with a code: refused, like review-already-closed',
  ]);
  expect(wrong('expect: { scorebord: {} }')).toEqual(['3:15 a frame has no "scorebord"; did you mean "scoreboard"?']);
  expect(wrong('expect: {}')[0]).toMatch(/^3:13 nothing is expected here; name a view: clock, scoreboard/);
  expect(wrong('{ at: 5, expect: { clock: {} } }')).toEqual([
    '3:7 an expectation holds where it stands in the log; it has no time',
  ]);
});

test('received is a delay, a date and time, or a time of the watch', () => {
  const before = 'fixture: { legs: [{ kickOff: 2026-02-25T18:45:00+01:00 }] }';
  const line = (received: string) => [`{ at: 1H 30:00, goal: home 9, received: ${received} }`];
  expect(offsets(line('+40s'), before)).toEqual(['0:30:40']);
  expect(offsets(line('+1h2m'), before)).toEqual(['1:32:00']);
  expect(offsets(line('+11d'), before)).toEqual(['264:30:00']);
  expect(offsets(line('2026-02-25T19:16:30+01:00'), before)).toEqual(['0:31:30']);
  expect(offsets(line('2026-02-25T18:16Z'), before)).toEqual(['0:31:00']);
  expect(offsets(line('1H 33:00'), before)).toEqual(['0:33:00']);
  expect(offsets(line("34'"), before)).toEqual(['0:33:59']);
  expect(problems(file(line('40s')))[0]).toMatch(
    /^3:45 expected when it came in, found "40s"; write a delay like \+40s/,
  );
});

test('an entry comes at its own time, or right after the one above it where that is later', () => {
  expect(
    offsets([
      '{ at: 1H 30:00, goal: home 9, received: +3m }',
      '{ at: 1H 31:00, corner: home }',
      '{ at: 1H 29:00, caution: home 4, received: +40s }',
      '{ at: 1H 34:00, corner: home }',
    ]),
  ).toEqual(['0:33:00', '0:33:00', '0:33:00', '0:34:00']);
});

test('an entry that is said to have come before the one above it is out of place', () => {
  expect(
    wrong('{ at: 1H 30:00, goal: home 9, received: +3m }', '{ at: 1H 31:00, corner: home, received: 1H 32:00 }'),
  ).toEqual(['4:45 this comes 1 min before the entry above it; entries stand in the order in which they came in']);
  expect(wrong('{ at: 1H 31:00, corner: home, received: 2025-12-31T12:00:00Z }')).toEqual([
    '3:45 this comes 1 d before feed time begins (startedAt); entries stand in the order in which they came in',
  ]);
});
