import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { load } from '../../../src/scenario/load.ts';
import { run } from '../../../src/scenario/run.ts';
import { anyFeed } from './feeds.ts';
import { failureOf, type Told } from './invariant.ts';
import { anyMatch, viewsOf } from './match.ts';
import { scenarioOf } from './scenario-of.ts';

test('a lawful match, written as a scenario, is the same match when it is read', () => {
  fc.assert(
    fc.property(anyMatch(), ({ recording }) => {
      const loaded = load(scenarioOf(recording, 'A match'), 'scenario.yaml');
      if (!loaded.ok) expect(loaded.problems).toEqual([]);
      else expect(loaded.scenario.recording.entries).toEqual(recording.entries);
    }),
    { numRuns: 20 },
  );
});

test('so is one that a source has told badly', () => {
  fc.assert(
    fc.property(anyFeed(), ({ recording }) => {
      const loaded = load(scenarioOf(recording, 'A match'), 'scenario.yaml');
      if (!loaded.ok) return expect(loaded.problems).toEqual([]);
      // What nobody sent, and others name, is told and taken back first.
      const { entries } = loaded.scenario.recording;
      const own = entries.slice(entries.length - recording.entries.length);
      expect(own.map(({ seq: _seq, ...entry }) => entry)).toEqual(
        recording.entries.map(({ seq: _seq, ...entry }) => entry),
      );
    }),
    { numRuns: 30 },
  );
});

test('a law that doesn’t hold is told with its seed and the smallest match, as a scenario that can be kept', () => {
  const holds = ({ recording }: Told): void => {
    const { home, away } = viewsOf(recording).scoreboard;
    expect(home.score + away.score).toBeLessThan(2);
  };
  const failure = failureOf('I00: nobody ever scores twice', anyMatch(), holds, { runs: 100, seed: 4 });
  expect(failure?.message).toMatch(/^I00: nobody ever scores twice doesn't hold \(seed 4, /);
  const path = /as a scenario: (.*\.yaml)/.exec(failure?.message ?? '')?.[1] ?? '';
  const text = readFileSync(path, 'utf8');
  const loaded = load(text, path);
  if (!loaded.ok) return expect(loaded.problems).toEqual([]);
  const { scenario } = loaded;
  expect(run(scenario).failures.map(({ message }) => message)).toEqual([]);
  // Two goals, and nothing that isn't needed for them to be scored and the match to be played to its end.
  const types = scenario.recording.entries.map((entry) => (entry.kind === 'event' ? entry.event.type : entry.kind));
  expect(types.filter((type) => type === 'goal')).toHaveLength(2);
  expect(new Set(types).size).toBeLessThanOrEqual(6);
  expect(types.length).toBeLessThan(24);
  expect(() => holds(scenario)).toThrow();
});

test('a law that holds is told of by nobody', () => {
  expect(failureOf('I00: a score is a number', anyMatch(), () => undefined, { runs: 5 })).toBeUndefined();
});
