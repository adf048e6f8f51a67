import { afterAll, beforeAll, expect, test } from 'vitest';
import { folderWith, remove, TAKEN_BACK, touchline } from './command.ts';

let cwd: string;
beforeAll(() => {
  cwd = folderWith({
    'scenarios/var/taken-back.yaml': TAKEN_BACK,
    'scenarios/atalanta-dortmund.yaml': 'title: >-\n  Another night\n  in Bergamo\nlog: []\n',
    'scenarios/no-title.jsonl': '{}\n',
    'scenarios/readme.md': 'No match.',
  });
});
afterAll(() => remove(cwd));

test('the working folder comes first, and hides a match of the package that has the same name', async () => {
  const { code, out } = await touchline(['list', '--format', 'json'], { cwd });
  expect(code).toBe(0);
  const own = (JSON.parse(out) as { name: string; from: string }[]).filter(({ from }) => from === 'working-folder');
  expect(own).toEqual([
    {
      name: 'atalanta-dortmund',
      title: 'Another night in Bergamo',
      path: 'scenarios/atalanta-dortmund.yaml',
      from: 'working-folder',
    },
    { name: 'no-title', title: '', path: 'scenarios/no-title.jsonl', from: 'working-folder' },
    {
      name: 'taken-back',
      title: 'VAR takes back an early goal',
      path: 'scenarios/var/taken-back.yaml',
      from: 'working-folder',
    },
  ]);
  expect((JSON.parse(out) as { name: string }[]).filter(({ name }) => name === 'atalanta-dortmund')).toHaveLength(1);
});

test('elsewhere there are the matches that come with Touchline', async () => {
  const { code, out } = await touchline(['list'], { cwd: `${cwd}/scenarios/var` });
  expect(code).toBe(0);
  expect(out).toMatch(/^With Touchline\n(?: {2}.*\n)* {2}atalanta-dortmund +Atalanta 4–1 Borussia Dortmund/);
});

test('help and the list of commands load nothing but the parser', async () => {
  const watch = `data:text/javascript,import{registerHooks}from'node:module';const seen=new Set();
    registerHooks({resolve(to,c,next){if(!/^(node:|file:|data:|[./])/.test(to))seen.add(to);return next(to,c)}});
    process.on('exit',()=>process.stderr.write([...seen].join()))`.replaceAll('\n', '');
  for (const words of [['--help'], ['play', '--help']]) {
    const { code, out, err } = await touchline(words, { cwd, node: ['--import', watch] });
    expect({ code, err }).toEqual({ code: 0, err: 'commander' });
    expect(out).toContain('Examples:\n  $ touchline ');
  }
});

test('the version is the one of the package', async () => {
  expect(await touchline(['--version'], { cwd })).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
  });
});
