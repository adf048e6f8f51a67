import { expect, test } from 'vitest';
import { entry } from '../../src/journal/entry.ts';
import { recordingHeader } from '../../src/journal/recording.ts';
import { load } from '../../src/scenario/load.ts';
import { file, problems, scenario } from './given.ts';

const OFFSIDE = `title: VAR takes back a stoppage-time goal
why: The goal counts until the review ends, then leaves the score as if it had never stood.
law: [VAR protocol 4, Law 11]
tags: [var, goals]
regulations: uefa-champions-league-2025-26
log:
  - { at: "1H 00:00", kick-off: home }
  - { at: "1H 46:10", goal: { by: away 9, assist: away 10 }, id: g1 }
  - { at: "1H 46:40", var-check: { of: g1, category: goal, for: offside }, id: r1 }
  - expect: { scoreboard: { away: { score: 1 } }, var: { status: checking } }
  - { at: "1H 49:30", var-decision: { of: r1, outcome: overturned, reason: offside } }
  - expect: { scoreboard: { away: { score: 0 } }, var: { status: idle } }
  - { at: "1H 49:40", attempt: { var-decision: { of: r1, outcome: upheld } }, refused: review-already-closed }
`;

const watch = (elapsed: number) => ({ leg: 1, period: '1H', elapsed });

test('a stoppage-time goal that VAR takes back becomes four entries, two expectations and an attempt', () => {
  const { recording, checks } = scenario(OFFSIDE);
  expect(recording.entries).toEqual([
    { kind: 'event', seq: 1, offset: 0, id: 'e1', event: { type: 'kick-off', at: watch(0), club: 'HOM' } },
    {
      kind: 'event',
      seq: 2,
      offset: 2_770_000,
      id: 'g1',
      event: { type: 'goal', at: watch(2_770_000), by: 'away-9', assist: 'away-10' },
    },
    {
      kind: 'event',
      seq: 3,
      offset: 2_800_000,
      id: 'r1',
      event: { type: 'var-check', at: watch(2_800_000), of: 'g1', category: 'goal', for: 'offside' },
    },
    {
      kind: 'event',
      seq: 4,
      offset: 2_970_000,
      id: 'e4',
      event: { type: 'var-decision', at: watch(2_970_000), of: 'r1', outcome: 'overturned', reason: 'offside' },
    },
  ]);
  expect(checks).toMatchObject([
    {
      kind: 'expect',
      cursor: 3,
      place: { line: 10, column: 5 },
      expected: { views: { scoreboard: { away: { score: 1 } }, var: { status: 'checking' } } },
    },
    { kind: 'expect', cursor: 4, expected: { views: { scoreboard: { away: { score: 0 } }, var: { status: 'idle' } } } },
    {
      kind: 'attempt',
      cursor: 4,
      refused: 'review-already-closed',
      event: { type: 'var-decision', at: watch(2_980_000), of: 'r1', outcome: 'upheld' },
    },
  ]);
});

test('the head of the file says what it proves, and by which regulations', () => {
  const { name, title, why, law, tags, mode, claims, recording } = scenario(OFFSIDE);
  expect({ name, title, law, tags, mode, claims }).toEqual({
    name: 'test',
    title: 'VAR takes back a stoppage-time goal',
    law: ['VAR protocol 4', 'Law 11'],
    tags: ['var', 'goals'],
    mode: 'record',
    claims: [],
  });
  expect(why).toBe('The goal counts until the review ends, then leaves the score as if it had never stood.');
  expect(recording.header).toMatchObject({
    format: 'touchline',
    version: 1,
    startedAt: '2026-01-01T12:00:00Z',
    id: 'test',
    title,
    why,
    fixture: { regulations: 'uefa-champions-league-2025-26' },
  });
});

test('what a scenario compiles to is a recording, by the schemas of recordings', () => {
  const { header, entries } = scenario(OFFSIDE).recording;
  expect(recordingHeader.safeParse(header).error).toBeUndefined();
  expect(entries.map((each) => entry.safeParse(each).error)).toEqual([undefined, undefined, undefined, undefined]);
});

test('a law and a tag may stand alone, and a law may look like a number', () => {
  const { law, tags } = scenario('title: A shoot-out\nlaw: 10.3\ntags: shoot-out\nlog: []');
  expect({ law, tags }).toEqual({ law: ['10.3'], tags: ['shoot-out'] });
});

test('regulations may start from a set and differ in a few fields', () => {
  const { fixture } = scenario(
    'title: Away goals\nregulations: { base: uefa-champions-league-2020-21, awayGoals: false, substitutions: { normal: 3 } }\nlog: []',
  ).recording.header;
  expect(fixture.regulations).toEqual({
    base: 'uefa-champions-league-2020-21',
    awayGoals: false,
    substitutions: { normal: 3 },
  });
});

test('the recording says where its showing starts and when its feed did', () => {
  const { header } = scenario(
    file([], 'mode: simulate\nfrom: L2\nstartedAt: 2026-02-25T20:30+01:00\nfixture: { legs: 2 }'),
  ).recording;
  expect(header).toMatchObject({ from: 'L2', startedAt: '2026-02-25T20:30:00+01:00' });
  expect(scenario(file([], 'mode: simulate')).mode).toBe('simulate');
});

test('an account’s claims are kept, with the time that each is about and whether it holds', () => {
  const { claims } = scenario(`${OFFSIDE}claims:
  - { by: agency, says: { scoreboard: { away: { score: 0 } } }, verdict: upheld }
  - { by: late-desk, says: { scoreboard: { away: { score: 1 } } }, at: 45+2', asOf: 3, verdict: contradicted }
  - { by: radio, says: { result: null }, asOf: half-time, verdict: undecided }
`);
  expect(claims).toMatchObject([
    { by: 'agency', verdict: 'upheld', place: { line: 15, column: 5 } },
    { by: 'late-desk', verdict: 'contradicted', at: { kind: 'clock', period: '1H', from: 2_760_000 }, asOf: 3 },
    { by: 'radio', verdict: 'undecided', asOf: { kind: 'name', name: 'half-time' }, says: { views: { result: null } } },
  ]);
});

test('the places inside an expectation are kept, for whoever has to say where it fails', () => {
  const [check] = scenario(OFFSIDE).checks;
  const written = check?.kind === 'expect' ? check.expected.written : undefined;
  const scoreboard = written?.kind === 'mapping' ? written.fields.get('scoreboard')?.place : undefined;
  expect(scoreboard).toEqual({ line: 10, column: 15 });
});

const TIE = `clubs:
  ATA: { name: Atalanta, people: { scamacca: { name: Gianluca Scamacca, shirt: 9 } } }
  BVB: { name: Borussia Dortmund, short: Dortmund, people: { kobel: { name: Gregor Kobel, shirt: 1 } } }
legs:
  - { home: BVB, away: ATA, kickOff: 2026-02-17T21:15+01:00 }
  - { home: ATA, away: BVB, kickOff: 2026-02-25T18:45+01:00 }
`;

test('several scenarios share a fixture in a file, found from where the scenario is', () => {
  const asked: string[] = [];
  const loaded = load(
    file(['{ at: 1H 04:30, goal: home 9 }'], 'fixture: ../fixtures/tie.yaml'),
    'scenarios/goals/tap-in.yaml',
    (path) => {
      asked.push(path);
      return TIE;
    },
  );
  expect(asked).toEqual(['scenarios/fixtures/tie.yaml']);
  expect(loaded).toMatchObject({
    ok: true,
    scenario: {
      name: 'tap-in',
      recording: {
        header: { startedAt: '2026-02-25T18:45:00+01:00' },
        entries: [{ event: { type: 'goal', by: 'scamacca', at: { leg: 2 } } }],
      },
    },
  });
});

test('what is wrong in a shared fixture is told with that file’s name', () => {
  const loaded = load(file([], 'fixture: ./tie.yaml'), 'scenarios/goals/tap-in.yaml', () => 'legs: 2\nclub: {}\n');
  expect(loaded).toEqual({
    ok: false,
    problems: [
      {
        file: 'scenarios/goals/tie.yaml',
        line: 2,
        column: 1,
        message: 'a fixture has no "club"; did you mean "clubs"?',
      },
    ],
  });
});

test('a fixture that can’t be read, or lies at an absolute path, is a problem of the scenario', () => {
  expect(problems(file([], 'fixture: tie.yaml'))).toEqual(['2:10 no fixture can be read from scenarios/tie.yaml']);
  expect(problems(file([], 'fixture: /etc/hosts'), () => TIE)).toEqual([
    '2:10 the path of a fixture is relative to the scenario\'s folder; found "/etc/hosts"',
  ]);
});
