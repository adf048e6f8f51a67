import { afterAll, beforeAll, expect, test } from 'vitest';
import { tell } from '../../src/cli/complaint.ts';
import { openMatch } from '../../src/cli/matches/match.ts';
import { TIME_EXAMPLES } from '../../src/match/time.ts';
import { folderWith, remove, TAKEN_BACK, touchline } from './command.ts';

let cwd: string;
beforeAll(() => {
  cwd = folderWith({
    'scenarios/taken-back.yaml': TAKEN_BACK,
    'scenarios/cards/twice.yaml': TAKEN_BACK,
    'scenarios/var/twice.yaml': TAKEN_BACK,
    'broken.yaml': TAKEN_BACK.replace('of: g1', 'of: g3'),
    'no-header.jsonl': '{"kind":"event"}\n',
    'notes.txt': 'rain',
    'folder.yaml/empty': '',
  });
});
afterAll(() => remove(cwd));

const WRONG: readonly (readonly [words: string, sentence: string])[] = [
  ['plya', 'there is no command "plya"; did you mean "play"?'],
  [
    'taken-back',
    'there is no command "taken-back"; to watch a match say touchline play taken-back; touchline --help lists the commands',
  ],
  ['play --spee 3', 'play has no option --spee; did you mean "--speed"?'],
  ['play --speed', '--speed <n> needs a value; play --help shows which'],
  ['play --speed fast', "--speed fast can't be played; a speed is a number above 0 and up to 100000, or max"],
  ['play --format jsn', '--format knows no "jsn"; did you mean "json"?'],
  ['inspect one two', 'inspect takes one match, and got "two" too'],
  ['inspect', 'inspect needs a <match>; inspect --help shows how'],
  ['serve --port 99999', "--port 99999 isn't a whole number from 0 to 65535"],
  ['inspect takn-back', 'there is no match called "takn-back"; did you mean "taken-back"?'],
  ['inspect taken-back --at soon', `"soon" is no time; times look like ${TIME_EXAMPLES}`],
  ['inspect taken-back --as-of 6', 'there is no entry 6: the recording has 5, counted from 1'],
  ['play taken-back --from L2', 'there is no leg 2 in this recording; it has 1'],
];

test.each(WRONG)('touchline %s is told in a sentence', async (words, sentence) => {
  expect(await touchline(words.split(' '), { cwd })).toMatchObject({
    code: 2,
    out: '',
    err: `touchline: ${sentence}\n`,
  });
});

const NO_MATCH: readonly (readonly [word: string, sentence: string])[] = [
  ['taken', 'there is no match called "taken"; did you mean "taken-back"?'],
  [
    'wembley',
    'there is no match called "wembley"; touchline list shows what there is to play, and a path to a file will do too',
  ],
  [
    'twice',
    'two matches are called "twice", so give the path of one: scenarios/cards/twice.yaml or scenarios/var/twice.yaml',
  ],
  ['./gone.yaml', "./gone.yaml can't be read: there is no such file"],
  ['./notes.txt', "./notes.txt isn't a match; a scenario ends in .yaml or .yml, a recording in .jsonl"],
  ['./folder.yaml', "./folder.yaml can't be read: it's a folder"],
];

test.each(NO_MATCH)('%s is no match, and it is said why', async (word, sentence) => {
  const told = await openMatch(word, cwd).catch((problem) => tell(problem, false));
  expect(told).toEqual({ exitCode: 2, text: `touchline: ${sentence}\n` });
});

test('a scenario that names a goal nobody scored is told with its line and column', async () => {
  const { code, out, err } = await touchline(['play', 'broken.yaml'], { cwd });
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toMatch(/^broken\.yaml:6:\d+ .*"g3".*\n$/);
});

test('a recording without its header is told with its line', async () => {
  const told = await openMatch('./no-header.jsonl', cwd).catch((problem) => tell(problem, false));
  expect(told).toMatchObject({ exitCode: 1, text: expect.stringMatching(/^\.\/no-header\.jsonl:1:\d+ .*\n$/) });
});

test('a mistake of ours asks to be reported, and shows its place to those who want it', async () => {
  const stumble = ['--import', 'data:text/javascript,JSON.parse = () => { throw new TypeError("stumbled") }'];
  const [plain, debug] = await Promise.all([
    touchline(['list'], { cwd, node: stumble }),
    touchline(['list'], { cwd, node: stumble, env: { TOUCHLINE_DEBUG: '1' } }),
  ]);
  expect(plain).toMatchObject({ code: 70, out: '' });
  expect(plain.err).toBe(
    'touchline: this is a mistake of ours, not of yours (TypeError: stumbled)\n' +
      'Please report it, with what you typed; TOUCHLINE_DEBUG=1 shows where it happened.\n',
  );
  expect(debug.err).toContain('    at ');
});

test('a Node that is too old gets a sentence', async () => {
  const old = ['--import', 'data:text/javascript,Object.defineProperty(process,"versions",{value:{node:"20.20.2"}})'];
  expect(await touchline(['list'], { cwd, node: old })).toMatchObject({
    code: 2,
    out: '',
    err: 'touchline: Touchline needs Node 22.13 or newer, and this is 20.20.2; see https://nodejs.org\n',
  });
});
