import { describe, expect, test } from 'vitest';
import type { EventOf } from '../../../src/match/event.ts';
import { caution, goal, kickOff, line, ownGoal, penalty, red } from '../../support/story.ts';
import { breaches } from './judged.ts';

type Reason = NonNullable<EventOf<'red'>['reason']>;

describe('Law 12.3: what a footballer is sent off for', () => {
  test.each<readonly [Reason, readonly string[]]>([
    ['time-wasting', ['only-a-caution']],
    ['simulation', ['only-a-caution']],
    ['stopping-a-promising-attack', ['only-a-caution']],
    ['violent-conduct', []],
    ['dissent', []],
    ['celebration', []],
    ['other', []],
  ])('%s: %j', (reason, expected) => {
    expect(breaches(kickOff(), red('away-4', '1H 20:00', { reason }))).toEqual(expected);
  });

  test('as a second caution anything will do, whatever the feed calls it', () => {
    const cautioned = [kickOff(), caution('away-4', '1H 10:00')];
    expect(breaches(...cautioned, red('away-4', '1H 20:00', { reason: 'time-wasting' }))).toEqual([]);
  });

  test('the staff are sent off for delaying the restart', () => {
    expect(breaches(kickOff(), red('away-coach', '1H 20:00', { reason: 'delaying-the-restart' }))).toEqual([]);
  });
});

describe('Law 12.3: nobody has denied a goal that was scored', () => {
  const foul = [kickOff(), line('foul', '1H 10:00', { by: 'away-4', against: 'home-9', id: 'f1' })];
  const off = red('away-4', '1H 11:00', { reason: 'denying-an-obvious-chance', offence: 'f1' });

  test('while it stands', () => {
    const scored = [...foul, goal('home-10', '1H 10:03', { id: 'g1' })];
    expect(breaches(...foul, off)).toEqual([]);
    expect(breaches(...scored, off)).toEqual(['goal-not-denied']);
    expect(breaches(...scored, line('goal-disallowed', '1H 10:20', { of: 'g1' }), off)).toEqual([]);
    expect(breaches(...foul, ownGoal('away-5', '1H 10:03'), off)).toEqual(['goal-not-denied']);
  });

  test('by them, from that attack, and for that offence', () => {
    expect(breaches(...foul, goal('away-9', '1H 10:09'), off)).toEqual([]);
    expect(
      breaches(...foul, line('free-kick', '1H 10:08', { by: 'home-10' }), goal('home-10', '1H 10:09'), off),
    ).toEqual([]);
    expect(breaches(...foul, goal('home-10', '1H 10:50'), off)).toEqual([]);
    const kicked = [line('penalty-awarded', '1H 10:02', { club: 'HOM', offence: 'f1', id: 'd1' })];
    expect(
      breaches(
        ...foul,
        ...kicked,
        penalty('home-9', 'scored', '1H 10:08', { award: 'd1', id: 'p1' }),
        goal('home-9', '1H 10:08', { penalty: 'p1' }),
        off,
      ),
    ).toEqual([]);
    const violent = red('away-4', '1H 11:00', { reason: 'violent-conduct', offence: 'f1' });
    expect(breaches(...foul, goal('home-10', '1H 10:03'), violent)).toEqual([]);
  });
});
