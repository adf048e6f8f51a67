import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import * as z from 'zod';
import { entry } from '../../src/journal/entry.ts';
import { recordingHeader } from '../../src/journal/recording.ts';
import { load } from '../../src/scenario/load.ts';
import { formatProblem } from '../../src/scenario/problem.ts';
import { pleasesAnEditor } from './given.ts';

const clock = fc
  .tuple(
    fc.constantFrom(['pre', 0], ['1H', 0], ['HT', 0], ['2H', 45], ['ET1', 90], ['ET2', 105], ['FT', 0]),
    fc.nat(59),
    fc.nat(59),
  )
  .map(
    ([[period, from], minutes, seconds]) => `${period} ${Number(from) + minutes}:${String(seconds).padStart(2, '0')}`,
  );
const time = fc.oneof(
  clock,
  fc.nat(119).map((minute) => `${minute + 1}'`),
  fc.nat(20).map((kick) => `PEN ${kick}`),
);
const at = fc.tuple(fc.constantFrom('', 'L1 ', 'L2 '), time).map(([leg, text]) => `${leg}${text}`);
const delay = fc.tuple(fc.nat(90), fc.constantFrom('s', 'm', 'h', 'd')).map(([count, unit]) => `+${count}${unit}`);

const happening = fc.constantFrom<Record<string, unknown>>(
  { goal: 'home 9' },
  { goal: { by: 'away 7', own: true } },
  { corner: 'away' },
  { caution: 'home 4' },
  { suspended: 'floodlights' },
  { resumed: null },
  { 'clock-correction': null },
  { 'period-reopened': null },
  { 'full-time': null },
  { substitution: { on: 'home 14', off: 'home 10' } },
);
const received = fc.option(
  delay.map((text) => ({ received: text })),
  { nil: {} },
);
const event = fc.tuple(at, happening, received).map(([when, what, came]) => ({ at: when, ...what, ...came }));
const correction = fc
  .tuple(
    fc.nat(40),
    happening,
    fc.option(
      at.map((when) => ({ at: when })),
      { nil: {} },
    ),
    received,
    fc.boolean(),
  )
  .map(([, what, when, came, retract]) =>
    retract ? { retract: { of: 'first' }, ...came } : { amend: { of: 'first', ...what, ...when }, ...came },
  );
const expectation = fc.constant({ expect: { scoreboard: null } });
const log = fc
  .tuple(
    at,
    fc.array(fc.oneof({ weight: 6, arbitrary: event }, { weight: 2, arbitrary: correction }, expectation), {
      maxLength: 40,
    }),
  )
  .map(([when, lines]) => [{ at: when, goal: 'home 9', id: 'first' }, ...lines]);
const dates = fc.constantFrom({}, { startedAt: '2026-02-01T12:00:00Z' });
const kickOff = { kickOff: '2026-02-17T21:15:00+01:00' };
const legs = fc.constantFrom<unknown>(2, [{}, kickOff], [kickOff, {}]);
const written = fc
  .tuple(log, dates, legs)
  .map(([lines, dated, given]) => ({ title: 'Anything', ...dated, fixture: { legs: given }, log: lines }));

test('whatever a log tells, its entries count 1, 2, 3 and their feed time never falls', () => {
  fc.assert(
    fc.property(written, (given) => {
      const loaded = load(stringify(given), 'scenarios/anything.yaml');
      if (!loaded.ok) throw new Error(loaded.problems.map(formatProblem).join('\n'));
      const { recording, checks } = loaded.scenario;
      const { entries, header } = recording;
      expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, index) => index + 1));
      for (const [index, { offset }] of entries.entries())
        expect(offset).toBeGreaterThanOrEqual(entries[index - 1]?.offset ?? 0);
      expect(entries.length + checks.length).toBe(given.log.length);
      expect(checks.every(({ cursor }) => cursor >= 1 && cursor <= entries.length)).toBe(true);
      // What was compiled is a recording, and an editor has nothing to say against what was written.
      expect(recordingHeader.safeParse(header).error).toBeUndefined();
      expect(z.array(entry).safeParse(entries).error).toBeUndefined();
      expect(pleasesAnEditor(given)).toBe(true);
    }),
    { numRuns: 150 },
  );
});

test('the same text compiles to the same scenario', () => {
  fc.assert(
    fc.property(written, (given) => {
      expect(load(stringify(given), 'scenarios/anything.yaml')).toEqual(
        load(stringify(given), 'scenarios/anything.yaml'),
      );
    }),
    { numRuns: 30 },
  );
});

test('whatever text comes in, what comes back is a scenario or its problems, never an exception', () => {
  const word = fc.constantFrom(
    'title: x',
    'log:',
    '  - ',
    '{ at: 5, goal: home 9 }',
    'expect: ',
    '&a ',
    '*a',
    '? ',
    ': ',
    '[',
    ']',
    '{',
    '}',
    '\n',
    '"',
    '|',
    '- ',
    'fixture: ',
    'legs: 2',
    '!!str ',
    '<<: ',
    '# ',
    '\t',
    'null',
    '---',
  );
  const text = fc.oneof(
    fc.string({ maxLength: 200 }),
    fc.array(word, { maxLength: 40 }).map((words) => words.join('')),
  );
  fc.assert(
    fc.property(text, (given) => {
      const loaded = load(given, 'scenarios/anything.yaml');
      for (const problem of loaded.ok ? [] : loaded.problems)
        expect(formatProblem(problem)).toMatch(/^scenarios\/anything\.yaml:\d+:\d+ \S/);
      expect(loaded.ok || loaded.problems.length > 0).toBe(true);
    }),
    { numRuns: 500 },
  );
});
