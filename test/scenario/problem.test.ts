import { expect, test } from 'vitest';
import { beside, nameOf } from '../../src/scenario/path.ts';
import { formatProblem } from '../../src/scenario/problem.ts';

test('a problem is told with its place, as editors and terminals understand it', () => {
  const problem = { file: 'scenarios/var/offside.yaml', line: 7, column: 12, message: 'no such event "gaol"' };
  expect(formatProblem(problem)).toBe('scenarios/var/offside.yaml:7:12 no such event "gaol"');
});

test('a path beside a file is seen from where the file is', () => {
  expect(beside('scenarios/goals/tap-in.yaml', '../fixtures/tie.yaml')).toBe('scenarios/fixtures/tie.yaml');
  expect(beside('./tap-in.yaml', './tie.yaml')).toBe('tie.yaml');
  expect(beside('tap-in.yaml', '../../tie.yaml')).toBe('../../tie.yaml');
  expect(beside('/srv/goals/tap-in.yaml', '../tie.yaml')).toBe('/srv/tie.yaml');
  expect(beside('tap-in.yaml', 'C:\\tie.yaml')).toBeUndefined();
});

test('a scenario is called like its file', () => {
  expect(['scenarios/var/offside.yaml', 'C:\\var\\late.winner.yml', 'bare'].map(nameOf)).toEqual([
    'offside',
    'late.winner',
    'bare',
  ]);
});
