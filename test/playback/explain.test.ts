import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import type { Recording } from '../../src/journal/recording.ts';
import { ChangeLog } from '../../src/match/ledger.ts';
import { parseTime } from '../../src/match/time.ts';
import { explain } from '../../src/playback/explain.ts';
import type { Explanation, Why } from '../../src/playback/explanation.ts';
import { history } from '../../src/playback/views.ts';
import type { ViewName } from '../../src/projections/views.ts';
import { load } from '../../src/scenario/load.ts';
import { file, scenario } from '../scenario/given.ts';

const PACK = globSync('scenarios/**/*.yaml').sort();

const recordingIn = (path: string): Recording => {
  const loaded = load(readFileSync(path, 'utf8'), path, (shared) => readFileSync(shared, 'utf8'));
  if (!loaded.ok) throw new Error(loaded.problems[0]?.message);
  return loaded.scenario.recording;
};

const told = (lines: readonly string[], before = ''): Recording => scenario(file(lines, before)).recording;

const why = (recording: Recording, question: Why): Explanation => {
  const explained = explain(recording, question);
  if (!explained.ok) throw new Error(explained.message);
  return explained.explanation;
};

/** What each entry did: `g1 home.score 0→1`, or why nothing. */
const inShort = ({ steps }: Explanation): string[] =>
  steps.map(({ seq, id, changes, without, fate }) =>
    [
      `${seq} ${id}`,
      ...changes.map(({ path, from, to }) => `${path.join('.')} ${from}→${to}`),
      ...(without === undefined ? [] : [without]),
      ...(fate === undefined ? [] : [`(${fate.kind}${fate.by === undefined ? '' : ` by ${fate.by.seq}`})`]),
    ].join(' '),
  );

const time = (text: string) => {
  const parsed = parseTime(text);
  if (parsed === undefined) throw new Error(`${text} is no time`);
  return parsed;
};

describe('why the score is what it is', () => {
  const match = told([
    '{ at: 1H 00:00, kick-off: home }',
    '{ at: 1H 10:00, goal: home 9, id: g1 }',
    '{ at: 1H 20:00, goal: away 9, id: g2 }',
    '{ at: 1H 20:30, var-check: { of: g2, category: goal }, id: r1 }',
    '{ at: 1H 21:30, var-decision: { of: r1, outcome: overturned, reason: offside }, id: v1 }',
    '{ at: 1H 30:00, goal: { by: home 10, tentative: true }, id: g3 }',
    '{ at: 1H 10:00, goal: home 9, id: g1 }',
    '{ at: 1H 10:00, goal: home 9, id: g4 }',
    '{ at: 1H 40:00, goal: home 11, id: g5 }',
    '{ retract: { of: g5, why: it hit the outside of the net } }',
    '{ at: 1H 41:00, caution: home 4 }',
  ]);

  test('is told by each entry that moved it, that led there, and that might have', () => {
    expect(inShort(why(match, { view: 'scoreboard' }))).toEqual([
      '2 g1 home.score 0→1',
      '3 g2 away.score 0→1 (superseded by 5)',
      '4 r1 led-there',
      '5 v1 away.score 1→0',
      '6 g3 tentative',
      '7 g1 duplicate',
      '8 g4 suspected-duplicate (suspected-duplicate)',
      '9 g5 home.score 1→2 (retracted by 10)',
      '10 g5 home.score 2→1',
    ]);
  });

  test('of one side is told without the goals of the other', () => {
    expect(inShort(why(match, { view: 'scoreboard', path: ['away', 'score'] }))).toEqual([
      '3 g2  0→1 (superseded by 5)',
      '4 r1 led-there',
      '5 v1  1→0',
    ]);
  });

  test('up to a minute is told as if the match had gone no further', () => {
    const { value, steps } = why(match, { view: 'scoreboard', path: ['home', 'score'], at: time("25'") });
    expect([value, steps.map(({ seq }) => seq)]).toEqual([1, [2, 7, 8]]);
  });

  test('as known at an entry is told without what came after it', () => {
    const then = why(match, { view: 'scoreboard', asOf: 9 });
    expect(then).toMatchObject({ value: { home: { score: 2 } }, cursor: 9 });
    expect(then.steps.at(-1)).toMatchObject({ seq: 9, changes: [{ from: 1, to: 2 }] });
    expect(then.steps.at(-1)).not.toHaveProperty('fate');
  });

  test('at a moment that the recording does not have is a sentence', () => {
    expect(explain(match, { view: 'scoreboard', asOf: 99 })).toEqual({
      ok: false,
      message: 'there is no entry 99: the recording has 11, counted from 1',
    });
  });
});

test('a card names its offence, and the card that it makes two of', () => {
  const match = told([
    '{ at: 1H 10:00, caution: home 4, id: y1 }',
    '{ at: 1H 12:00, caution: home 5 }',
    '{ at: 2H 60:00, foul: home 4, id: f1 }',
    '{ at: 2H 60:10, caution: { person: home 4, offence: f1 }, id: y2 }',
    '{ at: 2H 60:10, second-yellow: { person: home 4, offence: f1 }, id: y3 }',
  ]);
  const { steps, value } = why(match, { view: 'cards', path: ['people', 'home-4'] });
  expect(value).toMatchObject({ yellows: ["11'", "61'"], sentOff: { by: 'second-yellow' } });
  expect(inShort({ steps } as Explanation)).toEqual([
    '1 y1  undefined→[object Object]',
    '3 f1 led-there',
    "4 y2 yellows 11'→11',61' sentOff undefined→[object Object]",
    '5 y3 nothing-new',
  ]);
  expect(steps[2]?.names).toEqual([{ id: 'f1', seq: 3 }]);
});

test('an event that is moved beyond the moment has no part in it, and one that is moved before it has', () => {
  const match = told([
    '{ at: 1H 10:00, goal: home 9, id: g1 }',
    '{ at: 2H 80:00, goal: home 10, id: g2 }',
    '{ amend: { of: g1, at: 2H 85:00, goal: home 9 } }',
    '{ amend: { of: g2, at: 1H 15:00, goal: home 10 } }',
  ]);
  const { value, steps } = why(match, { view: 'scoreboard', path: ['home', 'score'], at: time("45'") });
  expect([value, steps.map(({ seq, changes }) => [seq, changes[0]?.to])]).toEqual([
    1,
    [
      [1, 1],
      [3, 0],
      [4, 1],
    ],
  ]);
});

test('an own goal, a ruling and a parked entry each say what they did', () => {
  const match = told([
    '{ at: 1H 10:00, goal: { by: away 4, own: true }, id: g1 }',
    '{ at: 1H 12:00, goal: { by: home 9, penalty: p9 }, id: g2, irregular: unknown-entry }',
    '{ at: 2H 90:00, full-time: }',
    '{ at: FT 00:00, ruling: { kind: awarded, club: away }, id: u1 }',
  ]);
  expect(inShort(why(match, { view: 'scoreboard', path: ['home', 'score'] }))).toEqual([
    '1 g1  0→1',
    '2 g2 parked (parked)',
  ]);
  expect(why(match, { view: 'result' }).steps.at(-1)).toMatchObject({
    seq: 4,
    changes: [{ path: ['status'], to: 'awarded' }, { path: ['winner'], from: 'HOM', to: 'AWY' }, {}, {}],
  });
});

describe('what a whistle settles', () => {
  const match = told(
    [
      '{ at: 1H 00:00, kick-off: home }',
      '{ at: 1H 10:00, goal: home 9, id: g1 }',
      '{ at: 1H 20:00, goal: away 9, id: g2 }',
      '{ at: 1H 20:30, var-check: { of: g2, category: goal }, id: r1 }',
      '{ at: 1H 21:30, var-decision: { of: r1, outcome: overturned, reason: offside }, id: v1 }',
      '{ at: 1H 46:00, half-time: }',
      '{ at: 2H 45:00, kick-off: away }',
      '{ at: 2H 60:00, goal: home 10, id: g3 }',
      '{ at: 2H 94:00, full-time: }',
    ],
    'regulations: domestic-league',
  );

  test('is told by the goals that stand, and by what took one back', () => {
    expect(inShort(why(match, { view: 'result' }))).toEqual([
      '2 g1 led-there',
      '3 g2 superseded (superseded by 5)',
      '4 r1 led-there',
      '5 v1 led-there',
      '8 g3 led-there',
      '9 e9 status none→provisional winner undefined→HOM by undefined→normal-time',
    ]);
  });

  test('at half-time is told without the second half', () => {
    expect(inShort(why(match, { view: 'scoreboard', path: ['halfTime'] }))).toEqual([
      '2 g1 led-there',
      '3 g2 superseded (superseded by 5)',
      '4 r1 led-there',
      '5 v1 led-there',
      '6 e6  undefined→[object Object]',
    ]);
  });

  test('a check without a verdict is open, and none of it stands yet', () => {
    expect(inShort(why(match, { view: 'scoreboard', asOf: 4 })).at(-1)).toBe('4 r1 open');
  });
});

test('what the Laws have against an entry is told with it, as it was last told', () => {
  const match = told([
    '{ at: pre 00:10, goal: home 9, id: g1, irregular: goal-before-kick-off }',
    '{ at: 1H 00:00, kick-off: home }',
    '{ at: 1H 10:00, goal: home 10, id: g2 }',
  ]);
  expect(why(match, { view: 'scoreboard' }).steps.map(({ id, item }) => [id, item?.irregular])).toEqual([
    ['g1', { code: 'goal-before-kick-off', law: '10.1' }],
    ['g2', undefined],
  ]);
});

test('of the timeline up to a minute, a correction is called what it is called there', () => {
  const match = told([
    '{ at: 1H 10:00, goal: home 9, id: g1 }',
    '{ at: 1H 30:00, corner: home }',
    '{ at: 2H 60:00, goal: home 10, id: g2 }',
    '{ retract: { of: g1 }, received: +5s }',
  ]);
  const { value, steps } = why(match, { view: 'timeline', at: time("40'") });
  expect(value).toMatchObject({ g1: { retractedBy: 'e4' }, e4: { order: 4 } });
  expect(steps.map(({ seq, changes }) => [seq, ...changes.map(({ path }) => path.join('.'))])).toEqual([
    [1, 'g1'],
    [2, 'e2'],
    [4, 'g1.retractedBy', 'e4'],
  ]);
});

test('the kicks that were missed are part of why a shoot-out stands as it does', () => {
  const match = told([
    '{ at: 1H 00:00, kick-off: home }',
    '{ at: 1H 10:00, goal: home 9, id: g1 }',
    '{ at: 1H 20:00, goal: away 9, id: g2 }',
    '{ at: PEN 1, kick: { by: home 9, outcome: scored }, id: k1 }',
    '{ at: PEN 2, kick: { by: away 9, outcome: saved }, id: k2 }',
  ]);
  expect(inShort(why(match, { view: 'scoreboard', path: ['shootout'] }))).toEqual([
    '4 k1  undefined→[object Object]',
    '5 k2 nothing-new',
  ]);
});

test.each<ViewName>(['timeline', 'commentary'])('the %s is never made anew for an entry', (view) => {
  const object = vi.spyOn(ChangeLog.prototype, 'object', 'get');
  const match = told(Array.from({ length: 40 }, (_, minute) => `{ at: 1H ${minute}:00, corner: home }`));
  object.mockClear();
  expect(why(match, { view }).steps.length).toBe(40);
  expect(object.mock.calls.length).toBeLessThan(5);
  object.mockRestore();
});

describe('over the matches that come with Touchline', () => {
  const VIEWS: readonly ViewName[] = ['scoreboard', 'var', 'lineups', 'shootout', 'stats', 'result'];
  const PATHS: readonly (readonly [ViewName, string])[] = [
    ['aggregate', 'score'],
    ['aggregate', 'advancing'],
    ['cards', 'people'],
    ['clock', 'period'],
  ];

  test('what the entries did, one after the other, makes the value that stands', () => {
    const wrong: string[] = [];
    let changes = 0;
    for (const path of PACK) {
      const recording = recordingIn(path);
      const folded = history(recording);
      for (const at of [undefined, time("70'")]) {
        const answered = folded.answer(at === undefined ? {} : { at });
        if (!answered.ok) continue;
        for (const question of [
          ...VIEWS.map((view) => ({ view })),
          ...PATHS.map(([view, key]) => ({ view, path: [key] })),
        ]) {
          const explanation = why(recording, { ...question, ...(at === undefined ? {} : { at }) });
          changes += explanation.steps.reduce((sum, step) => sum + step.changes.length, 0);
          const last = lastOf(explanation);
          for (const [key, to] of last) {
            const stands = partAt(explanation.value, JSON.parse(key));
            if (JSON.stringify(stands) !== JSON.stringify(to)) wrong.push(`${path} ${question.view} ${key}`);
          }
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(changes).toBeGreaterThan(3000);
  }, 60_000);
});

/** What was last said of each part that no later change holds within it, or is held by. */
const lastOf = ({ steps }: Explanation): Map<string, unknown> => {
  const last = new Map<string, unknown>();
  for (const { changes } of steps) {
    for (const { path, to } of changes) {
      for (const key of last.keys()) {
        const other = JSON.parse(key) as string[];
        const shared = Math.min(other.length, path.length);
        if (other.slice(0, shared).join(' ') === path.slice(0, shared).join(' ')) last.delete(key);
      }
      last.set(JSON.stringify(path), to);
    }
  }
  return last;
};

const partAt = (value: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((part, step) => (part as Record<string, unknown> | undefined)?.[step], value);
