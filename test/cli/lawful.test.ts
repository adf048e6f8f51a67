import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadScenario, writeRecording } from '../../src/index.ts';
import { folderWith, type Run, remove, TAKEN_BACK, touchline } from './command.ts';

const scenario = (log: readonly string[], before = ''): string =>
  `title: A check\nwhy: It shows what check says.\n${before}log:\n${log.map((line) => `  - ${line}`).join('\n')}\n`;

const TWELVE_SECONDS_EARLY = [
  '{ at: 1H 00:00, kick-off: home }',
  '{ at: 1H 30:00, goal: away 9, id: g1 }',
  '{ at: 1H 44:48, half-time: , id: w1 }',
];

const FILES = {
  'lawful.yaml': TAKEN_BACK,
  'early.yaml': scenario(TWELVE_SECONDS_EARLY),
  'announced.yaml': scenario([
    ...TWELVE_SECONDS_EARLY.slice(0, 2),
    '{ at: 1H 44:48, half-time: , id: w1, irregular: early-whistle }',
  ]),
  'withdrawn.yaml': scenario([...TWELVE_SECONDS_EARLY, '{ retract: { of: w1 }, received: +30s }']),
  'late.yaml': scenario([
    '{ at: 1H 00:00, kick-off: home }',
    '{ at: 2H 60:00, caution: home 4 }',
    '{ at: 2H 70:00, substitution: { off: home 4, on: home 15 } }',
    '{ at: 2H 55:00, caution: home 4, received: 2H 80:00, irregular: dismissal-not-applied }',
  ]),
  'stranger.yaml': scenario([
    '{ at: 1H 00:00, kick-off: home }',
    '{ at: 1H 20:00, goal: { by: pele, club: home } }',
    '{ at: 1H 21:00, penalty-awarded: { club: away, reason: holdin } }',
    '{ at: 1H 21:10, penalty-awarded: { club: away, reason: hand ball } }',
  ]),
  'folder/one.yaml': TAKEN_BACK,
  'folder/below/two.yaml': TAKEN_BACK,
  'folder/README.md': '# Two matches\n',
};

let cwd: string;
beforeAll(() => {
  cwd = folderWith(FILES);
});
afterAll(() => remove(cwd));

const checked = (run: Run, file: string) =>
  (JSON.parse(run.out) as { file: string; verdict: { breaches: object[] } }[]).find((each) => each.file === file);

describe('touchline check, of lawfulness', () => {
  let text: Run;
  let json: Run;
  beforeAll(async () => {
    const names = Object.keys(FILES).filter((name) => !name.includes('/'));
    [text, json] = await Promise.all([
      touchline(['check', ...names], { cwd }),
      touchline(['check', ...names, '--format', 'json'], { cwd }),
    ]);
  });

  test('a breach that nothing announces is told with its place, its code and its Law, and fails', () => {
    expect(text.code).toBe(1);
    expect(text.out).toContain(
      "\nearly.yaml:6:5 45' half-time: early-whistle (Law 7.1): the first half ends at 44:48, before its 45 minutes are over; announce it with irregular: early-whistle\nearly.yaml is well formed and not lawful\n",
    );
  });

  test('one that its line announces is told, and is none to fail for', () => {
    expect(text.out).toMatch(
      /announced\.yaml is well formed, and irregular as announced\n[^*]* {2}irregular, as announced:\n {4}entry 3, 45' half-time: early-whistle: [^\n]+ \(Law 7\.1\) \[announced in line 6\]\n/,
    );
  });

  test('one that is taken back is none at the end', () => {
    expect(text.out).toMatch(
      /withdrawn\.yaml is well formed and lawful\n[^*]* {2}irregular until it was taken back, and none at the end:\n {4}entry 3, 45' half-time: early-whistle/,
    );
  });

  test('one that a later entry brings about may be announced where that entry stands', () => {
    expect(checked(json, 'late.yaml')).toMatchObject({
      verdict: {
        lawful: true,
        breaches: [
          { entry: 3, code: 'dismissal-not-applied', law: '12.3', announced: true, since: 4, place: { line: 7 } },
        ],
      },
    });
  });

  test('a match with nothing irregular says by which rules', () => {
    expect(text.out).toMatch(
      /lawful\.yaml is well formed and lawful\n[^*]*by UEFA Champions League 2025\/26, Laws of the Game 2025\/26: nothing in it is irregular\n/,
    );
    expect(checked(json, 'lawful.yaml')).toMatchObject({ wellFormed: true, verdict: { lawful: true, breaches: [] } });
  });

  test('a scorer whom no squad has, and a reason that is nearly a word, are warnings and no more', () => {
    expect(checked(json, 'stranger.yaml')).toMatchObject({
      verdict: { lawful: true, breaches: [] },
      warnings: [
        { entry: 2, place: { line: 5, column: 5 }, message: 'nobody in the squads of HOM and AWY is called "pele"' },
        { entry: 4, message: 'reason "hand ball" is taken as it is; did you mean "handball"?' },
      ],
    });
  });
});

test('a recording can announce nothing, so its breaches fail', async () => {
  const input = writeRecording(await loadScenario(`${cwd}/announced.yaml`));
  const run = await touchline(['check', '-'], { cwd, input });
  expect(run.code).toBe(1);
  expect(run.out).toMatch(/^<stdin>: entry 3, 45' half-time: early-whistle \(Law 7\.1\): /);
});

test('a folder is all matches in it and below', async () => {
  const run = await touchline(['check', 'folder', '--format', 'json'], { cwd });
  expect(run.code).toBe(0);
  expect((JSON.parse(run.out) as { file: string }[]).map(({ file }) => file)).toEqual([
    'folder/one.yaml',
    'folder/below/two.yaml',
  ]);
});

describe('the matches that come with Touchline', () => {
  let run: Run;
  beforeAll(async () => {
    run = await touchline(['check', 'scenarios/**', '--format', 'json'], {
      cwd: new URL('../..', import.meta.url).pathname,
    });
  }, 30_000);

  test('are lawful, all of them, but for what they announce', () => {
    expect(run).toMatchObject({ code: 0, err: '' });
    const breaches = (JSON.parse(run.out) as { verdict: { breaches: object[] } }[]).flatMap(
      ({ verdict }) => verdict.breaches,
    );
    expect(breaches.length).toBeGreaterThan(10);
  });

  test('the flagship is lawful, and says what in it only looks irregular', () => {
    expect(checked(run, 'scenarios/atalanta-dortmund.yaml')).toMatchObject({
      verdict: {
        lawful: true,
        breaches: [],
        remarks: [
          { label: "90+7'", type: 'penalty-awarded', citation: 'VAR protocol 1' },
          { label: "90+7'", type: 'red', citation: 'Law 12.3' },
          { label: "90+7'", type: 'red', citation: 'Law 12.3' },
          { label: "90+7'", type: 'second-yellow', citation: 'VAR protocol 2' },
          { label: "90+9'", type: 'full-time', citation: 'Law 7.3' },
          { label: "90+9'", type: 'full-time', citation: 'Law 7' },
        ],
      },
    });
  });
});
