import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { explanationLines } from '../../src/cli/explain/explanation-lines.ts';
import { partNamed } from '../../src/cli/explain/part.ts';
import { plain } from '../../src/cli/words/ink.ts';
import { ChangeLog } from '../../src/match/ledger.ts';
import { explain } from '../../src/playback/explain.ts';
import { flagship } from '../client/flagship.ts';
import { file, scenario } from '../scenario/given.ts';
import { folderWith, type Run, remove, TAKEN_BACK, touchline } from './command.ts';

let cwd: string;
beforeAll(() => {
  cwd = folderWith({ 'good.yaml': TAKEN_BACK });
});
afterAll(() => remove(cwd));

describe('touchline explain', () => {
  let text: Run;
  let json: Run;
  beforeAll(async () => {
    [text, json] = await Promise.all([
      touchline(['explain', 'good.yaml', '--view', 'scoreboard.away'], { cwd }),
      touchline(['explain', 'good.yaml', '--view', 'scoreboard.away.score', '--as-of', '3', '--format', 'json'], {
        cwd,
      }),
    ]);
  });

  test('tells step by step what made it so', () => {
    expect(text).toMatchObject({ code: 0, err: '' });
    expect(text.out).toBe(`
Home v Away
scoreboard.away is score 0, as known at the end.

3'     Goal, Away 9 (AWY), from Away 10
       score: 0 → 1
       entry 2 (g1)
       doesn't stand: superseded by entry 4

3'     VAR check – led to what follows
       entry 3 (r1)
       follows from entry 2 (g1)

4'     VAR decision, overturned, offside
       score: 1 → 0
       entry 4
       follows from entry 3 (r1)

2 entries moved it, 1 led there.

`);
  });

  test('gives the same as data', () => {
    expect(JSON.parse(json.out)).toMatchObject({
      match: 'good',
      view: 'scoreboard',
      path: ['away', 'score'],
      value: 1,
      cursor: 3,
      steps: [
        { seq: 2, id: 'g1', kind: 'event', effect: 'applied', changes: [{ path: [], from: 0, to: 1 }], names: [] },
        { seq: 3, id: 'r1', without: 'open', changes: [], names: [{ id: 'g1', seq: 2 }] },
      ],
    });
  });
});

test.each([
  ['scorebord', 'there is no view "scorebord"; did you mean "scoreboard"?'],
  ['scoreboard.awy', 'scoreboard has no "awy"; did you mean "away"?'],
  ['cards.people.home-44', 'cards.people never holds "home-44"; did you mean "home-4"?'],
])('of --view %s the nearest name is said', async (view, sentence) => {
  expect(await touchline(['explain', 'good.yaml', '--view', view], { cwd })).toMatchObject({
    code: 2,
    out: '',
    err: `touchline: ${sentence}\n`,
  });
});

describe('in words, at eighty columns', () => {
  const linesOf = (recording: Parameters<typeof explain>[0], question: Parameters<typeof explain>[1]): string[] => {
    const explained = explain(recording, question);
    if (!explained.ok) throw new Error(explained.message);
    return explanationLines(explained.explanation, recording.header.fixture, 'as known at the end', {
      ink: plain,
      columns: 80,
    });
  };

  test('the flagship’s aggregate says who is through, from the first leg on', () => {
    const lines = linesOf(flagship(), { view: 'aggregate' });
    expect(lines.join('\n')).toContain('The aggregate is ATA 4–3 BVB, Atalanta go through (normal time), as known');
    expect(lines).toContain("L1 3'     Goal, Guirassy (BVB), from Ryerson");
    expect(lines).toContain("L2 90+8'  Goal, Samardžić (ATA)");
    expect(lines.filter((line) => line.length > 80)).toEqual([]);
  });

  test('whatever did not count says why', () => {
    const { recording } = scenario(
      file([
        '{ at: 1H 30:00, goal: home 9, id: g1 }',
        '{ at: 1H 30:00, goal: home 9, id: g2 }',
        '{ at: 1H 32:00, goal: { by: home 9, tentative: true } }',
        '{ amend: { of: g1, goal: { by: home 9, bodyPart: head } }, received: +40s }',
        '{ retract: { of: g1, why: wide of the post }, received: +50s }',
      ]),
    );
    expect(linesOf(recording, { view: 'scoreboard' }).slice(4, -1)).toEqual([
      "31'    Goal, Home 9 (HOM)",
      '       home score: 0 → 1',
      '       entry 1 (g1)',
      "       isn't believed: taken back by entry 5",
      '',
      "31'    Goal, Home 9 (HOM) – not believed when it came: another entry tells the",
      '       same, under another id',
      '       entry 2 (g2)',
      '       believed later on, made so by entry 5',
      '',
      "33'    Goal, Home 9 (HOM) – doesn't count: reported as possible only",
      '       entry 3',
      '',
      "31'    Corrected to goal, Home 9 (HOM) – changed nothing here",
      '       entry 4 on g1, received 2026-01-01 12:32',
      '',
      "31'    Taken back: goal, Home 9 (HOM): “wide of the post” – changed nothing here",
      '       entry 5 on g1, received 2026-01-01 12:32',
      '',
      '1 entry moved it, 4 concerned it and changed nothing.',
    ]);
  });
});

test('to know an item of the timeline by its name, the timeline is made once', () => {
  const { recording } = scenario(
    file(Array.from({ length: 40 }, (_, minute) => `{ at: 1H ${minute}:00, corner: home, id: c${minute} }`)),
  );
  const object = vi.spyOn(ChangeLog.prototype, 'object', 'get');
  partNamed(recording, 'timeline', ['c7']);
  expect(object.mock.calls.length).toBeLessThan(5);
  object.mockRestore();
});
