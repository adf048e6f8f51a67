import { expect, test } from 'vitest';
import { copiedIdsIn } from '../../src/scenario/copied-ids.ts';
import { load } from '../../src/scenario/load.ts';
import { play } from '../../src/scenario/run.ts';

const doubtsIn = (...lines: readonly string[]) => {
  const text = ['title: A copied line', 'log:', ...lines.map((line) => `  - { ${line} }`), ''].join('\n');
  const loaded = load(text, 'copied.yaml');
  if (!loaded.ok) throw new Error(loaded.problems.map(({ message }) => message).join('\n'));
  return copiedIdsIn(loaded.scenario, play(loaded.scenario.recording));
};

const BEGUN = ['at: "1H 00:00", kick-off: home', 'at: "1H 20:00", goal: home 9, id: g1'];

test('a goal that was copied with its id is warned of, with the line of the one that counts', () => {
  expect(doubtsIn(...BEGUN, 'at: "1H 25:00", kick-off: away', 'at: "1H 30:00", goal: away 9, id: g1')).toEqual([
    {
      entry: 4,
      place: { line: 6, column: 5 },
      message: 'g1 is the id of the entry in line 4 too, and says otherwise: it is kept and counts for nothing',
    },
  ]);
});

test('a feed that contradicts itself later is meant, and so is one that says the same again', () => {
  expect(doubtsIn(...BEGUN, 'at: "1H 30:00", goal: away 9, id: g1, received: +30s')).toEqual([]);
  expect(doubtsIn(...BEGUN, BEGUN[1] ?? '')).toEqual([]);
});
