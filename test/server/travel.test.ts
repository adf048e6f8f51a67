import { describe, expect, test } from 'vitest';
import type { Frame } from '../../src/playback/frame.ts';
import { replay } from '../../src/playback/replay.ts';
import { showingOf } from '../../src/server/showing.ts';
import { travel, withPlus } from '../../src/server/travel.ts';
import type { Role } from '../../src/wire/message.ts';
import { entriesOf, event, HEADER } from '../journal/feed.ts';

// Entry 4 comes late: the goal of the 5th minute is reported in the 12th.
const entries = entriesOf([
  event('kick-off', '1H 00:00', { club: 'HOM' }, { id: 'ko' }),
  event('goal', '1H 03:00', { by: 'home-9' }, { id: 'g1' }),
  event('corner', '1H 10:00', { club: 'HOM' }, { id: 'c1' }),
  event('goal', '1H 05:00', { by: 'home-10' }, { id: 'g2', offset: 12 * 60_000 }),
  event('goal', '1H 20:00', { by: 'home-11' }, { id: 'g3' }),
  event('half-time', '1H 47:00', {}, { id: 'ht' }),
]);
const { record } = showingOf('home-away', { header: HEADER, entries });
const shown = replay({ header: HEADER, entries }, { playing: false });

const ask = (at: string | undefined, asOf: string | undefined, cursor: number, role: Role = 'viewer') => {
  shown.control({ type: 'seek', to: { cursor } });
  if (record === undefined) throw new Error('no record');
  return travel({ at, asOf }, record, shown.now(), role);
};
const score = (frame: ReturnType<typeof ask>) => ('code' in frame ? frame.code : frame.views.scoreboard.home.score);

test.each([
  ["90 8'", "90+8'"],
  ['90 8', '90+8'],
  ["L2 45 2'", "L2 45+2'"],
  ["L1 57'", "L1 57'"],
  ['2H 97:53', '2H 97:53'],
  ['PEN 3', 'PEN 3'],
  ['half-time', 'half-time'],
])('%j in a URL means %s', (text, meant) => {
  expect(withPlus(text)).toBe(meant);
});

describe('the match at a moment', () => {
  test('is answered as known where the showing stands', () => {
    expect(score(ask("6'", undefined, 3))).toBe(1);
    expect(score(ask("6'", undefined, 4))).toBe(2);
    expect(score(ask("2'", undefined, 4))).toBe(0);
  });

  test('is answered as known at another one that has been shown', () => {
    expect(score(ask("6'", "11'", 5))).toBe(1);
    expect(score(ask("6'", '4', 5))).toBe(2);
    expect(score(ask(undefined, "4'", 5))).toBe(1);
    const frame = ask(undefined, '2', 5) as Frame;
    expect(frame.head).toMatchObject({ cursor: 2, playing: false, watch: 180_000 });
  });

  test('later than the showing is the match as it stands, and no entry more', () => {
    expect(score(ask("45'", undefined, 3))).toBe(1);
  });

  test('of a whistle that has not been blown is not known yet, by whomever', () => {
    for (const role of ['viewer', 'operator'] as const)
      expect(score(ask('half-time', undefined, 5, role))).toBe('not-shown-yet');
    expect(score(ask('half-time', undefined, 6))).toBe(3);
  });
});

describe('what the showing has not come to', () => {
  test.each(["20'", 'half-time', 'full-time', 'L2', '5', '6', '99', "11'"])('as of %s is told to no viewer', (asOf) => {
    expect(ask(undefined, asOf, 3)).toMatchObject({
      code: 'not-shown-yet',
      message: `the showing hasn't come to ${JSON.stringify(asOf)}`,
    });
  });

  test('is told to an operator who asks for it, where there is such a moment', () => {
    expect(score(ask(undefined, 'half-time', 3, 'operator'))).toBe(3);
    expect(score(ask("6'", '6', 3, 'operator'))).toBe(2);
    expect(ask(undefined, 'full-time', 3, 'operator')).toMatchObject({ code: 'no-such-time' });
    expect(ask(undefined, '99', 3, 'operator')).toMatchObject({
      code: 'no-such-time',
      message: 'there is no entry 99; the recording has 6, counted from 1',
    });
  });
});

test('what is no time is said in a sentence, with examples', () => {
  for (const [at, asOf] of [
    ['soon', undefined],
    [undefined, 'soon'],
  ]) {
    expect(ask(at, asOf, 3)).toMatchObject({ code: 'invalid-time', message: expect.stringContaining('half-time') });
  }
});
