import { mkdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Tally } from '../../src/cli/check/tally.ts';
import { tallyLines } from '../../src/cli/check/tally-lines.ts';
import { schemaOf } from '../../src/cli/schema/schemas.ts';
import { loadScenario, writeRecording } from '../../src/index.ts';
import type { Entry } from '../../src/journal/entry.ts';
import { folderWith, type Run, remove, TAKEN_BACK, touchline } from './command.ts';

let cwd: string;
let lines: string[];
beforeAll(async () => {
  cwd = folderWith({ 'good.yaml': TAKEN_BACK, 'bad.yaml': TAKEN_BACK.replace('of: g1', 'of: g3') });
  lines = writeRecording(await loadScenario(`${cwd}/good.yaml`)).split(/(?<=\n)/);
});
afterAll(() => remove(cwd));

describe('touchline check', () => {
  let run: Run;
  beforeAll(async () => {
    // The third line once more: a seq that doesn't count on.
    const input = [...lines.slice(0, 4), lines[2] ?? '', ...lines.slice(4)].join('');
    run = await touchline(['check', 'good.yaml', 'bad.yaml', '-', 'gone.jsonl'], { cwd, input });
  });

  test('says what a file holds that is well formed', () => {
    expect(run.out).toMatch(
      /^good\.yaml is well formed and lawful\n {2}VAR takes back an early goal\n {2}5 entries in 3 min 40 s of feed time\n {2}events: caution 1, goal 1, /,
    );
  });

  test('gives the place of what is wrong', () => {
    expect(run.out).toMatch(/\nbad\.yaml:6:\d+ .*"g3".*\nbad\.yaml is malformed\n/);
    expect(run.out).toContain('\n<stdin>:5:1 seq is 2; entries count 1, 2, 3 … and the next is 4\n');
  });

  test('says of a folder without a match that there is none, rather than nothing', async () => {
    mkdirSync(`${cwd}/empty`, { recursive: true });
    expect(await touchline(['check', 'empty'], { cwd })).toMatchObject({
      code: 2,
      out: '',
      err: 'touchline: there is no scenario and no recording in empty\n',
    });
  });

  test('says of a file that is not there that it is not, and looks at the others all the same', () => {
    expect(run).toMatchObject({ code: 2, err: "touchline: gone.jsonl can't be read: there is no such file\n" });
  });
});

test('a copied id is warned of with its place, and the exit code is 0', async () => {
  const copied = TAKEN_BACK.replace(
    /( {2}- .*id: g1.*\n)/,
    (goal) => `${goal}${goal.replace(/away 9|home 9/, 'away 10')}`,
  );
  const folder = folderWith({ 'copied.yaml': copied });
  const { code, out } = await touchline(['check', 'copied.yaml'], { cwd: folder });
  remove(folder);
  expect(out).toMatch(/^copied\.yaml:\d+:\d+ warning: g1 is the id of the entry in line \d+ too, and says otherwise/);
  expect(code).toBe(0);
});

test('a malformed file is told by the exit code, and in JSON with its problems', async () => {
  const { code, out } = await touchline(['check', 'bad.yaml', '--format', 'json'], { cwd });
  expect(code).toBe(1);
  expect(JSON.parse(out)).toMatchObject([{ file: 'bad.yaml', wellFormed: false, problems: [{ line: 6 }] }]);
});

describe('a tally', () => {
  const corner = (seq: number, id: string, elapsed = seq * 1000): Entry => ({
    kind: 'event',
    seq,
    offset: seq * 1000,
    id,
    event: { type: 'corner', at: { leg: 1, period: '1H', elapsed }, club: 'HOM' },
  });

  test('knows what corrections did', () => {
    const tally = new Tally();
    tally.add(corner(1, 'c1', 1000));
    tally.add(corner(2, 'c1', 1000));
    tally.add(corner(3, 'c1', 7000));
    tally.add({ kind: 'retraction', seq: 4, offset: 4000, of: 'c9' });
    expect(tally.contents().effects).toEqual({
      duplicate: { count: 1, first: [2] },
      conflict: { count: 1, first: [3] },
      'unknown-subject': { count: 1, first: [4] },
    });
    expect(tallyLines(tally.contents(), {})).toEqual([
      '4 entries in 3 s of feed time',
      'events: corner 3',
      'corrections: 1 retraction',
      '1 duplicate, without effect (entry 2)',
      '1 conflict: a known id with other content, not applied (entry 3)',
      '1 correction of an id that nobody had sent (entry 4)',
    ]);
  });

  test('of very many entries says how far it looked at what they do to one another', () => {
    const tally = new Tally(3);
    for (let seq = 1; seq <= 5; seq += 1) tally.add(corner(seq, `c${seq}`));
    expect(tally.contents()).toMatchObject({ entries: 5, effectsUpTo: 3 });
    expect(tallyLines(tally.contents(), {}).at(-1)).toMatch(/^after entry 3 each line was looked at for itself/);
  });
});

test.each(['scenario', 'recording', 'event', 'entry', 'message'])('there is a JSON Schema of %s', (what) => {
  const schema = schemaOf(what) as Record<string, unknown>;
  expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
  // Each of them holds events, down to the rarest.
  expect(JSON.stringify(schema)).toContain('"penalty-awarded"');
});

test('a schema that does not exist suggests the one that does', async () => {
  expect(await touchline(['schema', 'evnt'], { cwd })).toMatchObject({
    code: 2,
    err: 'touchline: there is no schema of "evnt"; did you mean "event"?\n',
  });
});
