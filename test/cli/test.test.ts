import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { packOf } from '../../src/cli/test/pack.ts';
import { tryScenarios } from '../../src/cli/test/trial.ts';
import type { TestOptions } from '../../src/cli/test.ts';
import { ended, folderWith, remove, start, touchline } from './command.ts';

const goal = (title: string, score: number, more = ''): string => `title: ${title}
${more}log:
  - { at: "1H 20:00", goal: away 9, id: g1 }
  - expect: { scoreboard: { away: { score: ${score} } } }
`;
const SHARED = 'fixture: ../tie.yaml\n';

let cwd: string;
beforeAll(() => {
  cwd = folderWith({
    'scenarios/tap-in.yaml': goal('A tap-in', 1, 'tags: [goals]\n'),
    'scenarios/var/late.yaml': goal('A late one', 1, 'tags: [var]\n'),
    'scenarios/var/never.yaml': goal('Never a goal', 2, 'tags: [var]\n'),
    'cup/tie.yaml': 'legs: 2\n',
    'cup/first/over.yaml': goal('All over', 1, SHARED),
    'cup/.old/over.yaml': goal('Forgotten', 7),
    'empty/readme.md': 'Nothing here.',
    'match.jsonl': '{}\n',
  });
});
afterAll(() => remove(cwd));

const tried = async (...words: string[]) => {
  const { code, out, err } = await touchline(['test', ...words], { cwd });
  return { code, out: out.replace(/in \d+\.\d\d s/, 'in … s').replace(/"ms": [\d.]+/g, '"ms": 1'), err };
};

test('without paths it runs what is in ./scenarios, and one failure is exit code 1', async () => {
  const { code, out, err } = await tried();
  expect({ code, err }).toEqual({ code: 1, err: '' });
  expect(out).toBe(`scenarios
  ✓ A tap-in

scenarios/var
  ✓ A late one
  ✗ Never a goal

✗ Never a goal
  scenarios/var/never.yaml:5:44 scoreboard.away.score
      expected 2
      found    1
    after entry 1 of 1:
    › #1  21'  goal  Away 9 (AWY)  g1

2 passed, 1 failed, in … s
`);
});

test('filters and names say which; where all hold the exit code is 0', async () => {
  const [byTag, byName] = await Promise.all([
    tried('--filter', 'tag:var', '--filter', 'late', '--reporter', 'tap'),
    tried('late', './scenarios/var/late.yaml', '--reporter', 'json'),
  ]);
  expect(byTag).toEqual({
    code: 0,
    out: 'TAP version 14\n1..1\nok 1 - A late one (scenarios/var/late.yaml)\n',
    err: '',
  });
  expect(JSON.parse(byName.out)).toMatchObject({ ok: true, counts: { passed: 1 }, scenarios: [{ name: 'late' }] });
});

test('a name that nothing has is told in a sentence, with the nearest that there is', async () => {
  expect(await tried('sceanrios')).toEqual({
    code: 2,
    out: '',
    err: 'touchline: there is no file, folder or scenario called "sceanrios"; did you mean "scenarios"?\n',
  });
});

const found = async (...paths: string[]): Promise<string[]> =>
  (await packOf(paths.map((path) => join(cwd, path)))).files.map(({ file }) => file.slice(cwd.length + 1));

test('a folder stands for all below it, but for shared fixtures and what is hidden', async () => {
  expect(await found('cup')).toEqual(['cup/first/over.yaml']);
  expect(await found('scenarios')).toEqual([
    'scenarios/tap-in.yaml',
    'scenarios/var/late.yaml',
    'scenarios/var/never.yaml',
  ]);
});

test('a pattern stands for the files and folders that fit it, each once', async () => {
  expect(await found('scenarios/v*/l*', 'scenarios/*p-in.yaml', 'scenarios/tap-??.yaml')).toEqual([
    'scenarios/tap-in.yaml',
    'scenarios/var/late.yaml',
  ]);
  expect(await found('scenarios/v*')).toEqual(['scenarios/var/late.yaml', 'scenarios/var/never.yaml']);
  expect(await found('**/{late,over}.yaml')).toEqual(['cup/first/over.yaml', 'scenarios/var/late.yaml']);
  await expect(found('scenarios/x*')).rejects.toThrow(/^no scenario fits .*\/scenarios\/x\*$/);
});

const PLAIN: TestOptions = { reporter: 'pretty', color: false };

test.each<[paths: string[], options: Partial<TestOptions>, sentence: RegExp]>([
  [['scenarios'], { filter: ['tag:vra'] }, /^no scenario has the tag "vra"; did you mean "var"\?$/],
  [['empty'], {}, /^there is no scenario in .*\/empty; touchline new "…" writes one to start from$/],
  [['match.jsonl'], {}, /match\.jsonl is a recording, which expects nothing; touchline check looks at it$/],
  [
    ['scenarios'],
    { watch: true, reporter: 'tap' },
    /^--watch tells people what changed; --reporter tap is for one run$/,
  ],
])('touchline test says in a sentence what is wrong with %j %j', async (paths, options, sentence) => {
  const trying = tryScenarios(
    paths.map((path) => join(cwd, path)),
    { ...PLAIN, ...options },
  );
  await expect(trying).rejects.toMatchObject({ name: 'WrongUse', message: expect.stringMatching(sentence) });
});

test('watching, it runs again what changes, its shared fixture included, until Ctrl-C', async () => {
  const child = start(['test', 'cup', '--watch'], { cwd });
  let out = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  const summaries = (): string[] => out.match(/^\d+ passed.*(?=, in)/gm) ?? [];
  await vi.waitFor(() => expect(out).toContain('Watching; Ctrl-C ends it.'), { timeout: 15_000 });
  const file = join(cwd, 'cup/first/over.yaml');
  writeFileSync(file, goal('All over', 2, SHARED));
  await vi.waitFor(() => expect(summaries()).toEqual(['1 passed', '0 passed, 1 failed']), { timeout: 15_000 });
  writeFileSync(file, goal('All over', 1, SHARED));
  await vi.waitFor(() => expect(summaries()).toHaveLength(3), { timeout: 15_000 });
  writeFileSync(join(cwd, 'cup/tie.yaml'), 'legs: 9\n');
  await vi.waitFor(() => expect(summaries()[3]).toBe('0 passed, 1 invalid'), { timeout: 15_000 });
  child.kill('SIGINT');
  expect(await ended(child)).toMatchObject({ code: 130, signal: null, err: '' });
});

test('a new scenario passes as it is, and is never written over', async () => {
  const made = await touchline(['new', 'A', 'winner', 'in', 'the', '8th added minute'], { cwd });
  const path = 'scenarios/a-winner-in-the-8th-added-minute.yaml';
  expect(made).toMatchObject({ code: 0, err: '', out: expect.stringContaining(`touchline test ${path}\n`) });
  expect(readFileSync(join(cwd, path), 'utf8')).toMatch(/^title: A winner in the 8th added minute\nwhy: /);
  const [again, run] = await Promise.all([
    touchline(['new', 'A winner in the 8th added minute'], { cwd }),
    tried(path),
  ]);
  expect(again).toMatchObject({ code: 2, err: `touchline: ${path} is there already; choose another title\n` });
  expect(run.code).toBe(0);
});
