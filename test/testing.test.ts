import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { load } from '../src/scenario/load.ts';
import { outcomeOf, titleOf } from '../src/scenario/outcome.ts';
import { complaintLines } from '../src/scenario/reporters/wording.ts';
import * as testing from '../src/testing.ts';
import { given, scenario, scenarios, type TouchlineMatchers, toMatchViews, under } from '../src/testing.ts';

declare module 'vitest' {
  interface Matchers<R, T> extends TouchlineMatchers<R> {}
}
expect.extend({ toMatchViews });

const oneUp = given({ at: '1H 00:00', 'kick-off': 'home' }, { at: '1H 20:00', goal: 'away 9', id: 'g1' });

const complaint = (act: () => unknown): string => {
  try {
    act();
  } catch (problem) {
    return (problem as Error).message;
  }
  throw new Error('expected this to throw');
};

describe('a match in code', () => {
  test('is told line by line, and each step leaves the one before as it was', () => {
    const back = oneUp.when({ retract: { of: 'g1' }, received: '+40s' });
    back.expect({ scoreboard: { away: { score: 0 } }, timeline: { g1: { retractedBy: 'e3' } } });
    oneUp.expect({ scoreboard: { away: { score: 1 } }, timeline: { g1: { retractedBy: null } } });
    expect([oneUp.recording.entries.length, back.history.length]).toEqual([2, 3]);
  });

  test('that isn’t as expected says what was there, and which entries led to it', () => {
    expect(complaint(() => oneUp.expect({ scoreboard: { home: { score: 1 }, halfTime: { home: 0 } } }))).toBe(
      [
        'scoreboard.home.score',
        '    expected 1',
        '    found    0',
        'scoreboard.halfTime',
        '    expected {"home":0}',
        '    found    nothing; there is: home, away',
        "  #1  1'   kick-off  HOM",
        "  #2  21'  goal      Away 9 (AWY)  g1",
      ].join('\n'),
    );
  });

  test('fails at the line that expects', () => {
    try {
      oneUp.expect({ scoreboard: { home: { score: 1 } } });
    } catch (problem) {
      expect((problem as Error).stack?.split('\n    at ')[1]).toContain('testing.test.ts');
      return;
    }
    throw new Error('expected this to throw');
  });

  test('names the line that is wrong, and the nearest word that exists', () => {
    const wrong = { at: '1H 21:00', gaol: 'home 9' } as object;
    expect(complaint(() => oneUp.when(wrong))).toBe('line 3: no such event "gaol"; did you mean "goal"?');
    expect(complaint(() => oneUp.when({ at: '1H 21:00', goal: { buy: 'home 9' } as object }))).toBe(
      'line 3: a goal has no "buy"; did you mean "by"?',
    );
    expect(complaint(() => under({ regulations: 'uefa' }).given())).toMatch(/^no such regulations "uefa"/);
    expect(complaint(() => oneUp.expect({ scorebord: null } as object))).toBe(
      'a frame has no "scorebord"; did you mean "scoreboard"?',
    );
  });

  test('may be played by other rules, over two legs', () => {
    under({ fixture: { legs: 2 } })
      .given({ at: 'L1 1H 10:00', goal: 'home 9' }, { at: 'L2 1H 10:00', goal: 'home 9' })
      .expect({ aggregate: { score: { HOM: 1, AWY: 1 }, level: true } });
  });
});

describe('a scenario', () => {
  const TEXT = `title: A goal that the feed takes back
log:
  - { at: "1H 20:00", goal: away 9, id: g1 }
  - { retract: { of: g1 }, received: +40s }
  - expect: { scoreboard: { away: { score: 0 } } }
`;

  test('is run from its text', () => {
    const tried = scenario(TEXT);
    tried.passes();
    expect(tried).toMatchObject({ title: 'A goal that the feed takes back', run: { passed: true } });
    expect(tried).toMatchViews({ scoreboard: { away: { score: 0 } } });
  });

  test('that fails throws what touchline test would print', () => {
    expect(complaint(() => scenario(TEXT.replace('score: 0', 'score: 1')).passes())).toMatch(
      /^scenario\.yaml:5:44 scoreboard\.away\.score\n {4}expected 1\n {4}found {4}0\n {2}after entry 2 of 2:\n/,
    );
  });

  test('that is malformed throws with the place of each problem', () => {
    expect(complaint(() => scenario('title: A slip\nlog:\n  - { at: 1H 20:00, gaol: away 9 }\n'))).toBe(
      'scenario.yaml:3:21 no such event "gaol"; did you mean "goal"?',
    );
  });

  test('is found in a folder, a file at a time', async () => {
    const [first] = await scenarios('scenarios/atalanta-dortmund.yaml');
    expect(first).toBe('scenarios/atalanta-dortmund.yaml');
    await expect(scenarios('scenarios/nowhere')).rejects.toThrow('there is no file, folder or scenario called');
  });
});

describe('the matcher', () => {
  test('compares what is named, and null with what isn’t there', () => {
    expect(oneUp.views).toMatchViews({ scoreboard: { away: { score: 1 } }, shootout: null });
    expect({ head: {}, views: oneUp.views }).toMatchViews({ clock: { period: '1H' } });
    expect(oneUp).not.toMatchViews({ scoreboard: { away: { score: 2 } } });
  });

  test('says what differs, or that nothing does', () => {
    expect(complaint(() => expect(oneUp).toMatchViews({ clock: { period: 'HT' } }))).toBe(
      'clock.period\n    expected "HT"\n    found    "1H"',
    );
    expect(complaint(() => expect(oneUp).not.toMatchViews({ clock: { period: '1H' } }))).toBe(
      'expected other views than these',
    );
    expect(complaint(() => expect('1–0').toMatchViews({ clock: null }))).toBe(
      'expected views, or something that has them; found 1–0',
    );
  });
});

const DOCS = readFileSync(join(import.meta.dirname, '..', 'docs', 'testing.md'), 'utf8');

const shown = (language: string): string =>
  new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'm').exec(DOCS)?.[1] ?? '';

describe('what docs/testing.md shows', async () => {
  test('is a scenario that holds, and what is said of it where it expects something else', () => {
    const [told = '', ...complaint] = shown('text').split('\n');
    const file = complaint[0]?.trim().split(':')[0] ?? '';
    scenario(shown('yaml')).passes();
    const wrong = load(shown('yaml').replace('score: 0', 'score: 1'), file);
    const outcome = outcomeOf(file, wrong, () => 0);
    expect([`✗ ${titleOf(outcome)}`, ...complaintLines(outcome).map((line) => `  ${line}`), '']).toEqual([
      told,
      ...complaint,
    ]);
  });

  // Its tests, as they stand, are tests of this file.
  const script = stripTypeScriptTypes(shown('ts').replace(/^import .*;$/gm, ''));
  const library = { ...testing, expect, test };
  await new Function(...Object.keys(library), `return (async () => { ${script} })()`)(...Object.values(library));
});
