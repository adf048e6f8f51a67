import { describe, expect, test } from 'vitest';
import { formatEntries } from '../../src/scenario/entry-line.ts';
import { type Failure, type Run, run } from '../../src/scenario/run.ts';
import { file, problems, scenario } from './given.ts';

const GOAL = [
  '{ at: 1H 00:00, kick-off: home }',
  '{ at: 1H 46:10, goal: { by: away 9, assist: away 10 }, id: g1 }',
  '{ at: 1H 46:40, var-check: { of: g1, category: goal, for: offside }, id: r1 }',
];

const ran = (lines: readonly string[], before = ''): Run => run(scenario(file(lines, before)));

const told = ({ failures }: Run): string[] =>
  failures.map(({ kind, place, message }) => `${kind} ${place.line}:${place.column} ${message}`);

const only = ({ failures }: Run): Failure => {
  expect(failures).toHaveLength(1);
  return failures[0] as Failure;
};

describe('an expectation', () => {
  test('holds where all that it names is so', () => {
    const { passed, failures } = ran([...GOAL, 'expect: { scoreboard: { away: { score: 1 }, halfTime: null } }']);
    expect({ passed, failures }).toEqual({ passed: true, failures: [] });
  });

  test('that doesn’t hold fails at the part that differs, with what was expected and what was there', () => {
    const { passed, failures } = ran([
      ...GOAL,
      'expect: { scoreboard: { home: { score: 0 }, away: { score: 2 } }, var: { status: idle } }',
    ]);
    expect(passed).toBe(false);
    expect(failures.map(({ place, message }) => `${place.line}:${place.column} ${message}`)).toEqual([
      '6:64 scoreboard.away.score: expected 2, found 1',
      '6:86 var.status: expected "idle", found "checking"',
    ]);
  });

  test('is held against the match as it stood there, not as it ended', () => {
    const lines = [
      ...GOAL,
      'expect: { var: { status: checking } }',
      '{ at: 1H 48:00, var-decision: { of: r1, outcome: confirmed } }',
    ];
    expect(ran(lines).passed).toBe(true);
  });

  test('that doesn’t hold shows the entry it stands after and the five before it, as people read them', () => {
    const fouls = Array.from({ length: 4 }, (_, index) => `{ at: 1H 47:0${index}, foul: home ${index + 2} }`);
    const failure = only(
      ran([...GOAL, ...fouls, 'expect: { clock: { period: HT } }', '{ at: 1H 48:00, foul: home 7 }']),
    );
    expect(failure.cursor).toBe(7);
    expect(formatEntries(failure.entries)).toEqual([
      "#2  45+2'  goal       Away 9 (AWY), assist Away 10 (AWY)  g1",
      "#3  45+2'  var-check  goal, offside, of g1                r1",
      "#4  45+3'  foul       Home 2 (HOM)",
      "#5  45+3'  foul       Home 3 (HOM)",
      "#6  45+3'  foul       Home 4 (HOM)",
      "#7  45+3'  foul       Home 5 (HOM)",
    ]);
  });

  test('shows corrections and what became of them', () => {
    const lines = [
      '{ at: 1H 20:00, goal: home 9, id: g1 }',
      '{ amend: { of: g1, at: 1H 21:00, goal: home 10 }, received: +40s }',
      '{ at: 1H 23:00, var-decision: { of: gone, outcome: upheld }, irregular: unknown-entry }',
      '{ retract: { of: g1, why: wrong match }, received: 1H 25:00 }',
      'expect: { scoreboard: { home: { score: 1 } } }',
    ];
    expect(formatEntries(only(ran(lines, 'fixture: { legs: 2 }')).entries)).toEqual([
      "#1  L2 21'  goal          Home 9 (HOM)             g1",
      "#2  L2 22'  amend goal    Home 10 (HOM), for g1",
      "#3  L2 24'  var-decision  upheld, of gone, parked",
      '#4          retract       g1, wrong match',
    ]);
  });

  test('of something that isn’t there says what is, or the nearest name', () => {
    const lines = [...GOAL, "expect: { timeline: { g2: { label: 45+2' } }, scoreboard: { halfTime: { home: 0 } } }"];
    expect(ran(lines).failures.map(({ message }) => message)).toEqual([
      `timeline.g2: expected {"label":"45+2'"}, found nothing; did you mean "g1"?`,
      'scoreboard.halfTime: expected {"home":0}, found nothing; there is: home, away',
    ]);
  });

  test('of a key that no view has is no expectation, even where it expects nothing', () => {
    expect(
      problems(file(['expect: { scoreboard: { halftime: null }, cards: { people: { home-9: { red: null } } } }'])),
    ).toEqual([
      '3:29 "scoreboard" has no "halftime"; did you mean "halfTime"?',
      '3:76 "home-9" has no "red"; there is: club, name, role, yellows, shootoutYellows, sentOff',
    ]);
  });
});

describe('a claim', () => {
  const claim = (says: string, verdict: string): Run =>
    run(scenario(`${file(GOAL)}claims:\n  - { by: agency, says: ${says}, verdict: ${verdict} }\n`));

  test('is upheld, contradicted or undecided, and fails where it says otherwise', () => {
    expect(told(claim('{ scoreboard: { away: { score: 1 } } }', 'upheld'))).toEqual([]);
    expect(told(claim('{ scoreboard: { away: { score: 2 } } }', 'contradicted'))).toEqual([]);
    expect(told(claim('{ timeline: { g1: { outcome: header } } }', 'undecided'))).toEqual([]);
    expect(told(claim('{ scoreboard: { away: { score: 2 } } }', 'upheld'))).toEqual([
      'claim 7:56 the claim of agency is contradicted, not upheld: scoreboard.away.score: expected 2, found 1',
    ]);
    expect(told(claim('{ scoreboard: { away: { score: 1 } } }', 'undecided'))).toEqual([
      'claim 7:5 the claim of agency is upheld, not undecided',
    ]);
  });

  test('about a time that the recording doesn’t have can’t be judged', () => {
    expect(told(claim('{ clock: { period: FT } }, at: full-time', 'upheld'))).toEqual([
      "claim 7:5 the claim of agency can't be judged: there is no full-time of leg 1 in this recording",
    ]);
  });
});

describe('an irregular entry', () => {
  const irregular = (line: string): string[] => told(ran([...GOAL, line]));

  test('that names an entry which the log doesn’t have is known by the history alone', () => {
    expect(irregular('{ at: 1H 47:00, var-decision: { of: r9, outcome: upheld }, irregular: unknown-entry }')).toEqual(
      [],
    );
    expect(irregular('{ retract: { of: g9 }, irregular: unknown-entry }')).toEqual([]);
    expect(irregular('{ retract: { of: g1 }, irregular: unknown-entry }')).toEqual([
      'irregular 6:5 expected this entry to be irregular: unknown-entry; found nothing irregular',
    ]);
  });

  test('that is sent again, as it was or otherwise, is so too', () => {
    expect(irregular('{ at: 1H 46:10, goal: { by: away 9, assist: away 10 }, id: g1, irregular: duplicate }')).toEqual(
      [],
    );
    expect(irregular('{ at: 1H 46:10, goal: away 11, id: g1, irregular: conflict }')).toEqual([]);
    expect(irregular('{ at: 1H 46:10, goal: away 9, id: g2, irregular: suspected-duplicate }')).toEqual([]);
  });

  test('by the Laws is judged in the match as it stood', () => {
    expect(irregular('{ at: 1H 47:00, goal: away 12, irregular: not-on-the-pitch }')).toEqual([]);
    expect(irregular('{ at: 1H 47:00, goal: { by: ghost }, irregular: unknown-person }')).toEqual([]);
    expect(irregular('{ at: 1H 47:00, goal: away 12, irregular: already-dismissed }')).toEqual([
      'irregular 6:5 expected this entry to be irregular: already-dismissed; found not-on-the-pitch',
    ]);
  });

  test('that comes late is judged by what went before it in the match', () => {
    const late = (line: string): string[] =>
      told(
        ran([
          '{ at: 1H 20:00, substitution: { on: home 12, off: home 9 } }',
          `{ at: 1H 10:00, ${line}, received: +15m }`,
        ]),
      );
    expect(late('foul: home 12, irregular: not-on-the-pitch')).toEqual([]);
    expect(late('foul: home 9, irregular: not-on-the-pitch')).toEqual([
      'irregular 4:5 expected this entry to be irregular: not-on-the-pitch; found nothing irregular',
    ]);
  });

  test('is announced by a code that there is', () => {
    expect(problems(file(['{ at: 1H 47:00, half-time: , irregular: [review-opne, windy] }']))).toEqual([
      '3:46 no such code "review-opne"; did you mean "review-open"?',
      '3:59 no such code "windy"; docs/codes.md lists them',
    ]);
  });
});

describe('an attempt', () => {
  const attempt = (event: string, refused: string): Run =>
    ran([...GOAL, `{ at: 1H 47:00, attempt: { ${event} }, refused: ${refused} }`]);

  test('holds where it’s refused with that code, and leaves nothing in the journal', () => {
    const { passed, played } = attempt('half-time:', 'review-open');
    expect([passed, played.history.length]).toEqual([true, 3]);
  });

  test('fails where it’s accepted, or refused for another reason', () => {
    expect(told(attempt('caution: away 9', 'already-dismissed'))).toEqual([
      'attempt 6:5 expected this to be refused: already-dismissed; it is accepted',
    ]);
    expect(told(attempt('half-time:', 'match-over'))[0]).toMatch(
      /^attempt 6:5 expected this to be refused: match-over; found review-open \(VAR protocol 4\): \w.*[^.]$/,
    );
  });
});

test('in mode simulate an entry that the Laws refuse fails, unless it’s announced as irregular', () => {
  const lines = [...GOAL, '{ at: 1H 47:00, foul: home 12 }'];
  const announced = [...GOAL, '{ at: 1H 47:00, foul: home 12, irregular: not-on-the-pitch }'];
  expect(told(ran(lines, 'mode: simulate'))).toEqual([
    expect.stringMatching(/^simulate 7:5 in mode simulate this is refused: not-on-the-pitch \(Law 3\): /),
  ]);
  expect(told(ran(lines, 'mode: record'))).toEqual([]);
  expect(told(ran(announced, 'mode: simulate'))).toEqual([]);
});
