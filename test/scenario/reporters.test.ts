import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { load } from '../../src/scenario/load.ts';
import { type Outcome, outcomeOf } from '../../src/scenario/outcome.ts';
import { json } from '../../src/scenario/reporters/json.ts';
import { junit } from '../../src/scenario/reporters/junit.ts';
import { pretty } from '../../src/scenario/reporters/pretty.ts';
import type { Ending, Reporter } from '../../src/scenario/reporters/reporter.ts';
import { tap } from '../../src/scenario/reporters/tap.ts';

const TITLE = 'A goal "by" <hand> & #10';
const lines = (score: number): string => `title: ${JSON.stringify(TITLE)}
why: A touch before the line.
log:
  - { at: "1H 00:00", kick-off: home }
  - { at: "1H 20:00", goal: away 9, id: g1 }
  - expect: { scoreboard: { away: { score: ${score} } } }
`;

let clock = 0;
const outcome = (file: string, text: string): Outcome =>
  outcomeOf(file, load(text, file), () => {
    clock += 2;
    return clock;
  });

const OUTCOMES = [
  outcome('scenarios/tap-in.yaml', lines(1)),
  outcome('scenarios/goals/hand.yaml', lines(2)),
  outcome('scenarios/goals/slip.yaml', 'title: A slip\nlog:\n  - { at: 1H 20:00, gaol: away 9 }\n'),
];

const said = (
  { start, outcome, end }: Reporter,
  ending: Ending = { cutShort: false },
  outcomes = OUTCOMES,
): string[] => [...start(outcomes.length), ...outcomes.flatMap(outcome), ...end({ outcomes, ms: 1234 }, ending)];

const same = (text: string): string => text;
const PENS = { bold: same, dim: same, good: same, bad: same };

test('a copied id is a warning with its place, and the scenario passes all the same', () => {
  const copied = lines(0)
    .replace('  - expect', '  - { at: "1H 21:00", goal: home 9, id: g1 }\n  - expect')
    .replace('score: 0', 'score: 1');
  const outcomes = [outcome('scenarios/copied.yaml', copied)];
  const warning = /scenarios\/copied\.yaml:6:5 warning: g1 is the id of the entry in line 5 too, and says otherwise/;
  expect(said(pretty(PENS), { cutShort: false }, outcomes).join('\n')).toMatch(warning);
  expect(said(tap(), { cutShort: false }, outcomes).join('\n')).toMatch(
    /\nok 1 .*\n# scenarios\/copied\.yaml:6:5 warning: g1/,
  );
  expect(said(junit, { cutShort: false }, outcomes).join('\n')).toMatch(
    /failures="0".*\n.*<system-out>scenarios\/copied\.yaml:6:5/s,
  );
  expect(JSON.parse(said(json, { cutShort: false }, outcomes).join('\n'))).toMatchObject({
    ok: true,
    scenarios: [{ warnings: [{ line: 6, column: 5, entry: 3 }] }],
  });
});

test('for people: titles by folder, then what failed and why, and how many in how long', () => {
  expect(said(pretty(PENS)).join('\n')).toBe(`scenarios
  ✓ A goal "by" <hand> & #10

scenarios/goals
  ✗ A goal "by" <hand> & #10
  ✗ scenarios/goals/slip.yaml

✗ A goal "by" <hand> & #10
  A touch before the line.
  scenarios/goals/hand.yaml:6:44 scoreboard.away.score
      expected 2
      found    1
    after entry 2 of 2:
      #1  1'   kick-off  HOM
    › #2  21'  goal      Away 9 (AWY)  g1

✗ scenarios/goals/slip.yaml
  it can't be read as a scenario
  scenarios/goals/slip.yaml:3:21 no such event "gaol"; did you mean "goal"?

1 passed, 1 failed, 1 invalid, in 1.23 s`);
});

test('for people: that the first failure ended it', () => {
  expect(said(pretty(PENS), { cutShort: true }, OUTCOMES.slice(0, 2)).at(-1)).toBe(
    '1 passed, 1 failed, in 1.23 s; the first failure ended it',
  );
});

test('for programs: an object with everything that a report shows', () => {
  const told = JSON.parse(said(json).join('\n'));
  expect(told).toMatchObject({
    ok: false,
    counts: { passed: 1, failed: 1, invalid: 1 },
    ms: 1234,
    scenarios: [
      {
        file: 'scenarios/tap-in.yaml',
        name: 'tap-in',
        title: TITLE,
        status: 'passed',
        ms: 2,
        entries: 2,
        failures: [],
      },
      {
        status: 'failed',
        failures: [
          {
            kind: 'expect',
            line: 6,
            column: 44,
            path: 'scoreboard.away.score',
            expected: 2,
            found: 1,
            cursor: 2,
            entries: [
              { seq: 1, type: 'kick-off' },
              { seq: 2, label: "21'", type: 'goal', about: 'Away 9 (AWY)', id: 'g1' },
            ],
          },
        ],
      },
      { status: 'invalid', problems: [{ line: 3, column: 21, message: 'no such event "gaol"; did you mean "goal"?' }] },
    ],
  });
});

test('for CI: JUnit’s XML, with what XML can’t hold written so that it can', () => {
  const xml = said(junit).join('\n');
  expect(xml).toContain('<testsuites name="touchline" tests="3" failures="1" errors="1" skipped="0" time="1.234">');
  expect(xml).toContain(
    '<testsuite name="scenarios/goals" tests="2" failures="1" errors="1" skipped="0" time="0.002">',
  );
  expect(xml).toContain(
    '<testcase name="A goal &quot;by&quot; &lt;hand&gt; &amp; #10" classname="scenarios/goals/hand.yaml"',
  );
  expect(xml).toContain('<failure type="expect" message="scoreboard.away.score: expected 2, found 1">');
  expect(xml).toContain(
    '<error type="invalid" message="no such event &quot;gaol&quot;; did you mean &quot;goal&quot;?">',
  );
  expect(balanced(xml)).toBe(true);
});

test('for CI: a title of control characters makes XML all the same', () => {
  const odd = outcome('scenarios/odd.yaml', 'title: "a\\u0001b\\nc\\ud800"\nlog: []\n');
  const xml = said(junit, { cutShort: false }, [odd]).join('\n');
  expect(xml).toContain('<testcase name="ab&#10;c\ufffd" ');
});

test('for the Test Anything Protocol: a test point a scenario, with a block of YAML where it fails', () => {
  const told = said(tap());
  expect(told.slice(0, 4)).toEqual([
    'TAP version 14',
    '1..3',
    'ok 1 - A goal "by" <hand> & \\#10 (scenarios/tap-in.yaml)',
    'not ok 2 - A goal "by" <hand> & \\#10 (scenarios/goals/hand.yaml)',
  ]);
  const block = told.slice(told.indexOf('  ---') + 1, told.indexOf('  ...'));
  expect(block.every((line) => line === '' || line.startsWith('  '))).toBe(true);
  expect(parse(block.join('\n'))).toEqual({
    message: 'scoreboard.away.score: expected 2, found 1',
    kind: 'expect',
    at: { file: 'scenarios/goals/hand.yaml', line: 6, column: 44 },
    details: expect.stringMatching(
      /^scenarios\/goals\/hand\.yaml:6:44 .*\n {4}expected 2\n {4}found {4}1\n {2}after entry 2/,
    ),
  });
  expect(told).toContain('not ok 3 - scenarios/goals/slip.yaml');
  expect(said(tap(), { cutShort: true }).at(-1)).toBe('Bail out! The first failure ended it.');
});

/** Whether each element that is opened is closed, in its turn. */
const balanced = (xml: string): boolean => {
  const open: string[] = [];
  for (const [, slash, name, rest] of xml.matchAll(
    /<(\/?)([a-z-]+)((?:\s[\w-]+="[^"<&]*(?:&[#\w]+;[^"<&]*)*")*\s*\/?)>/g,
  )) {
    if (slash === '/') {
      if (open.pop() !== name) return false;
    } else if (rest?.endsWith('/') !== true) open.push(name ?? '');
  }
  return open.length === 0 && xml.replace(/<[^>]*>/g, '').match(/[<>]/) === null;
};
