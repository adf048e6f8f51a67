import { describe, expect, test } from 'vitest';
import { announcedIn } from '../../src/scenario/announced.ts';
import { run } from '../../src/scenario/run.ts';
import { file, scenario } from './given.ts';

/** A goal that is taken back leaves an extra time that nobody needed. */
const told = (announced: string) =>
  scenario(
    file(
      [
        '{ at: 1H 00:00, kick-off: home }',
        '{ at: 1H 10:00, goal: home 9 }',
        '{ at: 2H 60:00, goal: away 9, id: g1 }',
        '{ at: 2H 93:00, period-end: }',
        '{ at: ET1 90:00, kick-off: home, id: et }',
        `{ retract: { of: g1 }, received: ET1 91:00${announced} }`,
      ],
      'regulations: domestic-cup',
    ),
  );

describe('a breach that a correction brings about', () => {
  test('may be announced where the correction stands', () => {
    const announced = told(', irregular: extra-time-not-required');
    const { failures, played } = run(announced);
    expect(failures).toEqual([]);
    const { placeOf, since } = announcedIn(announced, played);
    expect(placeOf('et', 'extra-time-not-required')).toMatchObject({ line: 9 });
    expect(since('et', 'extra-time-not-required')).toBe(6);
    expect(placeOf('et', 'early-whistle')).toBeUndefined();
  });

  test('isn’t announced by another code, and then the scenario fails', () => {
    expect(run(told(', irregular: early-whistle')).failures).toMatchObject([
      {
        kind: 'irregular',
        message: 'expected this entry to be irregular: early-whistle; found extra-time-not-required',
      },
    ]);
  });

  test('needn’t be announced for the scenario to hold: whether it’s lawful is for check to say', () => {
    const silent = told('');
    const { passed, played } = run(silent);
    expect(passed).toBe(true);
    expect(announcedIn(silent, played).placeOf('et', 'extra-time-not-required')).toBeUndefined();
  });
});
