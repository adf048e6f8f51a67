import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { EVENTS } from '../../src/match/event.ts';
import { REGULATIONS } from '../../src/match/regulations/regulations.ts';
import { scenarioJsonSchema } from '../../src/scenario/format.ts';
import { pleasesAnEditor } from './given.ts';

type Node = Readonly<Record<string, unknown>> & { readonly properties?: Readonly<Record<string, Node>> };
const schema = scenarioJsonSchema() as Node & { readonly $defs: Readonly<Record<string, Node>> };
const keysOf = (node: Node | undefined): string[] => Object.keys(node?.properties ?? {});
const objectIn = (name: string): Node | undefined =>
  (schema.$defs[name]?.anyOf as readonly Node[] | undefined)?.find(({ type }) => type === 'object');

const fits = (yaml: string): boolean => pleasesAnEditor(parse(yaml));

test('an editor completes the keys of the file', () => {
  expect(keysOf(schema).toSorted()).toEqual(
    ['title', 'why', 'law', 'tags', 'mode', 'from', 'startedAt', 'regulations', 'fixture', 'log', 'claims'].toSorted(),
  );
  expect(schema.required).toEqual(['title', 'log']);
});

test('an editor completes every event, and what stands beside it', () => {
  const keys = keysOf(schema.$defs.line);
  for (const event of EVENTS) expect(keys).toContain(event.shape.type.value);
  for (const key of [
    'at',
    'id',
    'received',
    'reported',
    'incidentAt',
    'order',
    'irregular',
    'expect',
    'attempt',
    'refused',
    'retract',
    'amend',
  ]) {
    expect(keys).toContain(key);
  }
});

test('an editor completes every field of an event, and the other words for it', () => {
  for (const event of EVENTS) {
    const fields = Object.keys(event.shape).filter((key) => !['type', 'at', 'incidentAt'].includes(key));
    expect(keysOf(objectIn(event.shape.type.value))).toEqual(expect.arrayContaining(fields));
  }
  expect(keysOf(objectIn('caution'))).toContain('by');
  expect(keysOf(objectIn('corner'))).toEqual(expect.arrayContaining(['for', 'team', 'to', 'person']));
  expect(keysOf(objectIn('var-decision'))).not.toContain('team');
});

test('an editor completes the names of regulations and views', () => {
  const json = JSON.stringify(schema);
  for (const name of [...Object.keys(REGULATIONS), 'scoreboard', 'lineups', 'commentary'])
    expect(json).toContain(`"${name}"`);
});

test('an editor finds nothing wrong with a scenario that is right', () => {
  expect(
    fits(`
title: VAR takes back a stoppage-time goal
law: [VAR protocol 4, 10.3]
regulations: { base: domestic-league, substitutions: { normal: 3 } }
fixture: { legs: 2, home: { name: Ajax } }
log:
  - { at: "1H 00:00", kick-off: home }
  - { at: 57, goal: { by: away 9, assist: away 10 }, id: g1, reported: { by: agency } }
  - { at: "1H 46:40", var-check: { of: g1, category: goal, for: offside }, id: r1 }
  - expect: { scoreboard: { away: { score: 1 } }, shootout: null }
  - { at: "1H 49:40", attempt: { var-decision: { of: r1, outcome: upheld } }, refused: review-already-closed }
  - { amend: { of: g1, goal: { person: away 11 } }, received: +40s }
  - { retract: { of: g1, why: wrong match }, irregular: [unknown-entry] }
  - { at: "1H 52:00", half-time: }
claims:
  - { by: agency, says: { result: null }, asOf: 3, verdict: undecided }
`),
  ).toBe(true);
});

test('an editor underlines what is wrong', () => {
  for (const line of [
    '{ at: 5, gaol: home 9 }',
    '{ at: 5, goal: { asist: home 9 } }',
    '{ at: 5, goal: 3 }',
    '{ at: 5, half-time: 3 }',
    '{ expect: { scorebord: {} } }',
  ]) {
    expect(fits(`{ title: x, log: [${line}] }`), line).toBe(false);
  }
  expect(fits('{ title: x }')).toBe(false);
  expect(fits('{ title: x, log: [], mode: recrod }')).toBe(false);
});
