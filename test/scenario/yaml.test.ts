import { expect, test } from 'vitest';
import { YAML_LIMITS } from '../../src/scenario/limits.ts';
import { plain } from '../../src/scenario/place.ts';
import { Complaints } from '../../src/scenario/problem.ts';
import { readYaml } from '../../src/scenario/yaml.ts';
import { file, problems } from './given.ts';

const read = (text: string): { value: unknown; wrong: string[] } => {
  const complaints = new Complaints('a.yaml');
  const written = readYaml(text, complaints);
  const wrong = complaints.problems.map(({ line, column, message }) => `${line}:${column} ${message}`);
  return { value: written === undefined ? undefined : plain(written), wrong };
};

test('YAML 1.2 means what it says: on, off and no are words, and a clock is no number', () => {
  expect(read('{ on: no, off: yes, at: 45:00, date: 2026-02-25, half: 0o17, none: ~ }').value).toEqual({
    on: 'no',
    off: 'yes',
    at: '45:00',
    date: '2026-02-25',
    half: 15,
    none: null,
  });
});

test('an alias stands for what was marked', () => {
  expect(read('a: &club { name: Ajax }\nb: *club').value).toEqual({ a: { name: 'Ajax' }, b: { name: 'Ajax' } });
  expect(read('a: *club').wrong).toEqual(['1:4 nothing above is marked "&club"']);
  expect(read('a: &club [*club]').wrong).toEqual(['1:11 the alias "club" stands inside what it names']);
});

test('what isn’t YAML is told in its place', () => {
  expect(read('title: x\n\tlog: []').wrong[0]).toMatch(/^2:1 this isn't YAML: /);
  expect(read('title: "x').wrong[0]).toMatch(/^1:10 this isn't YAML: Missing closing/);
  expect(read('title: !secret x').wrong).toEqual(["1:8 this isn't YAML: Unresolved tag: !secret"]);
  expect(read('title: .inf').wrong).toEqual(['1:8 expected text, a number, true, false or nothing; found Infinity']);
  expect(read('a: 1\n---\nb: 2').wrong).toEqual(['2:1 one file holds one document; this is a second']);
});

test('a key stands once, and none is a word that every object answers to', () => {
  expect(read('a: 1\nb: 2\na: 3').wrong).toEqual(['3:1 "a" is given twice']);
  expect(read('{ __proto__: { admin: true } }').wrong).toEqual(['1:3 "__proto__" can\'t be a key']);
  expect(read('constructor: 1').wrong).toEqual(['1:1 "constructor" can\'t be a key']);
  expect(read('? [a, b]\n: 1').wrong).toHaveLength(1);
});

test('an empty file is no scenario', () => {
  expect(problems('')).toEqual(['1:1 expected a mapping of keys to values, found nothing']);
  expect(problems('# nothing yet')).toHaveLength(1);
});

// Without the bounds, some of these took minutes or gigabytes.
const HOSTILE: Readonly<Record<string, string>> = {
  'a file that is too long': 'x'.repeat(YAML_LIMITS.bytes + 1),
  'brackets in brackets': '['.repeat(1_000_000),
  'lists in lists': '- '.repeat(1_000_000),
  'mappings in mappings': '{a: '.repeat(500_000),
  'keys of keys': '? '.repeat(500_000),
  'more lines than anybody writes': '- a\n'.repeat(900_000),
  'as many documents': '---\n'.repeat(900_000),
  'as many keys': Array.from({ length: 60_000 }, (_, index) => `k${index}: 1`).join('\n'),
  'the same key again and again': 'a: 1\n'.repeat(60_000),
  'brackets that close nothing': ']'.repeat(1_000_000),
  'an endless tag': '!'.repeat(1_000_000),
  'a laugh that grows ninefold': `a0: &a0 [x, x, x, x, x, x, x, x, x]\n${Array.from(
    { length: 40 },
    (_, index) => `a${index + 1}: &a${index + 1} [${Array(9).fill(`*a${index}`).join(', ')}]\n`,
  ).join('')}`,
};

for (const [what, text] of Object.entries(HOSTILE)) {
  test(`${what}: refused in a few lines, within seconds`, { timeout: 10_000 }, () => {
    const wrong = problems(text);
    expect(wrong.length).toBeGreaterThan(0);
    expect(wrong.length).toBeLessThanOrEqual(101);
    expect(Math.max(...wrong.map((line) => line.length))).toBeLessThan(1_000);
  });
}

test('thousands of slips are told up to a hundred, and the rest are counted', { timeout: 10_000 }, () => {
  const wrong = problems(
    file(Array.from({ length: 3_000 }, (_, index) => `{ at: 5, goal-disallowed: { of: g${index} } }`)),
  );
  expect(wrong).toHaveLength(101);
  expect(wrong[0]).toMatch(/^3:37 no such goal "g0"/);
  expect(wrong.at(-1)).toMatch(/and 2900 more problems/);
});
