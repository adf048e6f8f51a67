import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import canonicalize from 'canonicalize';
import { expect, test, vi } from 'vitest';
import { afterwards, LAST, match, onAir, oneTo, recording, straight } from './evening.ts';

const ROOT = join(import.meta.dirname, '../..');
const page = readFileSync(join(ROOT, 'docs/clients.md'), 'utf8');
const snippets = (language: string): string[] =>
  [...page.matchAll(/^```(.*)\n([\s\S]*?)^```$/gm)].flatMap(([, info, code = '']) => (info === language ? [code] : []));

const python = (code: string, ...args: string[]) => spawnSync('python3', ['-c', code, ...args], { encoding: 'utf8' });
const hasPython = python('').status === 0;
const hasWebSockets = python('import websockets.asyncio.client').status === 0;

/** Runs code as a program until it has printed a line. */
const prints = async (command: string, args: readonly string[], code: string, line: RegExp): Promise<void> => {
  const child: ChildProcess = spawn(command, [...args, code], { stdio: ['ignore', 'pipe', 'pipe'] });
  afterwards(() => child.kill());
  let printed = '';
  child.stdout?.on('data', (chunk) => {
    printed += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    printed += chunk;
  });
  await vi.waitFor(() => expect(printed).toMatch(line), { timeout: 8000, interval: 10 });
};

/** Reads the page as it will be once the package is there, and at the server that is. */
const asHere = (code: string, url: string): string =>
  code
    .replaceAll('ws://127.0.0.1:8484/', url)
    .replace("'touchline/client'", JSON.stringify(pathToFileURL(join(ROOT, 'src/client/connect.ts'))))
    .replace("'touchline/history'", JSON.stringify(pathToFileURL(join(ROOT, 'src/history.ts'))));

test.each([
  ['plain JavaScript', 0, /^90\+9' 4 1$/m],
  ['touchline/client', 1, /^90\+9' 4 1 3190000$/m],
  ['touchline/history', 2, /^half-time 2 0$/m],
])('with %s the page comes to the end of the flagship', async (_, index, line) => {
  const code = asHere(snippets('js')[index] ?? '', (await onAir()).url);
  await prints(process.execPath, ['--input-type=module', '--eval'], code, line);
});

test('there is no JavaScript on the page that is not run, unless it says so', () => {
  expect(snippets('js')).toHaveLength(3);
});

test.skipIf(!hasWebSockets)('the Python follows the flagship to its end, where its package is installed', async () => {
  const code = asHere(snippets('python')[0] ?? '', (await onAir()).url);
  await prints('python3', ['-c'], code, /^90\+9' 4 1$/m);
});

test.skipIf(!hasPython)("the Python can be read by Python, and its merge patch is RFC 7396's", () => {
  const [code = ''] = snippets('python');
  expect(python('import sys; compile(sys.argv[1], "page", "exec")', code).stderr).toBe('');
  const merge = /^def merge[\s\S]*?^ {4}return merged$/m.exec(code)?.[0] ?? '';
  // Appendix A of RFC 7396: original, patch, result.
  const cases = [
    ['{"a":"b"}', '{"a":"c"}', '{"a":"c"}'],
    ['{"a":"b"}', '{"b":"c"}', '{"a":"b","b":"c"}'],
    ['{"a":"b"}', '{"a":null}', '{}'],
    ['{"a":["b"]}', '{"a":"c"}', '{"a":"c"}'],
    ['{"a":{"b":"c"}}', '{"a":{"b":"d","c":null}}', '{"a":{"b":"d"}}'],
    ['["a","b"]', '["c","d"]', '["c","d"]'],
    ['{"e":null}', '{"a":1}', '{"e":null,"a":1}'],
    ['[1,2]', '{"a":"b","c":null}', '{"a":"b"}'],
    ['{}', '{"a":{"bb":{"ccc":null}}}', '{"a":{"bb":{}}}'],
  ];
  const run = `${merge}\nimport json, sys\nprint(json.dumps([merge(json.loads(a), json.loads(b)) for a, b, _ in json.loads(sys.argv[1])]))`;
  expect(JSON.parse(python(run, JSON.stringify(cases)).stdout)).toEqual(
    cases.map(([, , result = '']) => JSON.parse(result)),
  );
});

test.skipIf(!hasPython)(
  "a client in Python's standard library, written from the documents alone, ends with a straight fold",
  async () => {
    const { url } = await onAir({ playing: false });
    const documents = join(import.meta.dirname, '../../docs/protocol/asyncapi.json');
    const args = [join(import.meta.dirname, 'follow.py'), documents, url, match];
    const python = spawn('python3', args, { stdio: ['ignore', 'pipe', 'inherit'] });
    const { views, revisions, journal } = JSON.parse(await text(python.stdout));
    expect(canonicalize(views)).toBe(canonicalize(straight.viewsAt(LAST)));
    expect(canonicalize(journal)).toBe(canonicalize(recording.entries));
    expect(revisions).toEqual([0, ...oneTo(revisions.length - 1)]);
    expect(revisions.length).toBeGreaterThan(20);
  },
);
