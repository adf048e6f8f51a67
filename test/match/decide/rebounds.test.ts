import { describe, expect, test } from 'vitest';
import type { RETAKEN_FOR } from '../../../src/match/event.ts';
import { kickOff, line, oneLeg } from '../../support/story.ts';
import { breaches, breachesIn, refusal } from './judged.ts';

const award = line('penalty-awarded', '1H 20:00', { club: 'HOM', against: 'away-4', id: 'd1' });
const kicked = (more: object) => [
  kickOff(),
  award,
  line('penalty', '1H 21:00', { by: 'home-9', award: 'd1', ...more, id: 'p1' }),
];
const reboundBy = (by: string, at = '1H 21:02') => line('goal', at, { by, from: 'rebound' });

describe('Law 14.2: the kicker may not touch the ball twice', () => {
  const post = kicked({ outcome: 'woodwork' });

  test('off the post he may not put it in himself, and another may', () => {
    expect(breaches(...post, reboundBy('home-9'))).toEqual(['touched-twice']);
    expect(breaches(...post, reboundBy('home-10'))).toEqual([]);
    expect(refusal(...post, line('shot', '1H 21:02', { by: 'home-9', outcome: 'saved' }))).toBe('touched-twice');
  });

  test('what the goalkeeper has saved he may', () => {
    expect(breaches(...kicked({ outcome: 'saved', keeper: 'away-1' }), reboundBy('home-9'))).toEqual([]);
  });

  test('later on, or after somebody else, it is another attempt', () => {
    expect(breaches(...post, reboundBy('home-9', '1H 21:30'))).toEqual([]);
    const shot = line('shot', '1H 21:01', { by: 'home-10', outcome: 'saved' });
    expect(breaches(...post, shot, reboundBy('home-9', '1H 21:03'))).toEqual([]);
  });
});

describe('Law 7.4: a half that is kept open for a penalty ends with it', () => {
  const last = kicked({ outcome: 'saved', keeper: 'away-1', extended: true });

  test('it is kept open once its time is up', () => {
    expect(breaches(...last)).toEqual(['kept-open-too-early']);
    const late = [kickOff(), line('penalty-awarded', '1H 45:30', { club: 'HOM', id: 'd1' })];
    expect(breaches(...late, line('penalty', '1H 46:30', { by: 'home-9', award: 'd1', extended: true }))).toEqual([]);
  });

  test('nobody may put in the rebound, nor what comes of that', () => {
    expect(breaches(...last, reboundBy('home-10'))).toEqual(['rebound-after-time']);
    const shot = line('shot', '1H 21:02', { by: 'home-10', outcome: 'saved' });
    expect(breaches(...last, shot, reboundBy('home-11', '1H 21:04'))).toEqual(['rebound-after-time']);
  });

  test('the next half is another, and so is what came before the kick', () => {
    const second = line('kick-off', '2H 45:00', { club: 'AWY', id: 'k2' });
    const over = [...last, line('half-time', '1H 22:00', { id: 'ht' }), second];
    expect(breaches(...over, line('goal', '2H 50:00', { by: 'home-9' }))).not.toContain('rebound-after-time');
    expect(breaches(...last, line('corner', '1H 20:30', { club: 'HOM' }))).not.toContain('rebound-after-time');
  });

  test('the goal that the kick scores is its own', () => {
    const scored = kicked({ outcome: 'scored', extended: true });
    expect(breaches(...scored, line('goal', '1H 21:00', { by: 'home-9', penalty: 'p1' }))).toEqual([]);
  });
});

describe('Law 14.2: a kick is taken again for what it says', () => {
  const again = (outcome: string, why: (typeof RETAKEN_FOR)[number]) =>
    breaches(...kicked({ outcome }), line('retake', '1H 21:05', { of: 'p1', for: why }));

  test.each<readonly [(typeof RETAKEN_FOR)[number], string, readonly string[]]>([
    ['goalkeeper-off-line', 'saved', []],
    ['goalkeeper-off-line', 'woodwork', ['retake-not-due']],
    ['goalkeeper-off-line', 'off-target', ['retake-not-due']],
    ['attacker-encroachment', 'saved', ['retake-not-due']],
    ['defender-encroachment', 'saved', []],
    ['encroachment-by-both', 'saved', []],
    ['double-touch', 'saved', ['retake-not-due']],
    ['interference', 'off-target', []],
  ])('%s, and the kick was %s: %j', (why, outcome, expected) => {
    expect(again(outcome, why)).toEqual(expected);
  });

  test('off the post too, by the Laws until 2019/20', () => {
    const fixture = { ...oneLeg(), regulations: 'uefa-champions-league-2019-20' };
    const retake = line('retake', '1H 21:05', { of: 'p1', for: 'goalkeeper-off-line' });
    expect(breachesIn(fixture, ...kicked({ outcome: 'woodwork' }), retake)).toEqual([]);
  });
});
