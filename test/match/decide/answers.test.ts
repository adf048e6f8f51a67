import { describe, expect, test } from 'vitest';
import { awarded, check, goal, kickOff, type Line, line, review, verdict } from '../../support/story.ts';
import { breaches, refusal } from './judged.ts';

const offence = (type: 'foul' | 'handball' | 'offside', by = 'away-4') => [
  kickOff(),
  line(type, '1H 10:00', { by, id: 'f1' }),
];
const freeKick = (by: string, more: object = {}, at = '1H 10:30') => line('free-kick', at, { by, ...more });
const after = (type: 'foul' | 'handball' | 'offside', answer: Line, by?: string) =>
  breaches(...offence(type, by), answer);

describe('Law 13: a free kick goes to the other side', () => {
  test('not to those who committed the offence that it names', () => {
    expect(after('foul', freeKick('home-10', { offence: 'f1' }))).toEqual([]);
    expect(after('foul', freeKick('away-5', { offence: 'f1' }))).toEqual(['restart-for-the-offender']);
    expect(after('handball', awarded('HOM', '1H 10:30', { offence: 'f1' }))).toEqual([]);
    expect(after('handball', awarded('AWY', '1H 10:30', { offence: 'f1' }))).toEqual(['restart-for-the-offender']);
  });

  test('as far as it names one: between a foul and the next free kick much may have been left out', () => {
    expect(after('foul', freeKick('away-5'))).toEqual([]);
    expect(after('foul', awarded('AWY', '1H 10:30'))).toEqual([]);
  });

  test('an appeal is no offence by those who appeal', () => {
    const appeal = [kickOff(), line('appeal', '1H 10:00', { by: 'home-9', against: 'away-4', id: 'f1' })];
    expect(breaches(...appeal, awarded('HOM', '1H 10:30', { offence: 'f1' }))).toEqual([]);
  });
});

describe('Laws 11 and 12: an offence has its restart', () => {
  test('offside an indirect free kick, and nothing else', () => {
    expect(after('offside', freeKick('home-5', { offence: 'f1' }))).toEqual([]);
    expect(after('offside', freeKick('home-5', { offence: 'f1', direct: false }))).toEqual([]);
    expect(after('offside', freeKick('home-5', { offence: 'f1', direct: true }))).toEqual(['wrong-restart']);
    expect(after('offside', awarded('HOM', '1H 10:30', { offence: 'f1' }))).toEqual(['wrong-restart']);
    expect(after('offside', line('corner', '1H 10:30', { club: 'HOM', offence: 'f1' }))).toEqual(['wrong-restart']);
  });

  test('a handball a direct one, unless it may have been the goalkeeper’s', () => {
    const indirect = freeKick('home-10', { offence: 'f1', direct: false });
    expect(after('handball', indirect)).toEqual(['wrong-restart']);
    expect(after('handball', freeKick('home-10', { offence: 'f1' }))).toEqual([]);
    expect(after('handball', indirect, 'away-1')).toEqual([]);
  });

  test('a goalkeeper who holds the ball too long gives a corner away, and nobody else does', () => {
    const corner = line('corner', '1H 10:30', { club: 'HOM', offence: 'f1' });
    expect(after('foul', corner, 'away-1')).toEqual([]);
    expect(after('foul', corner)).toEqual(['wrong-restart']);
    expect(after('foul', corner, 'home-1')).toEqual(['wrong-restart']);
  });

  test('the ball is dropped for an offence that can’t be punished any more', () => {
    expect(after('foul', line('dropped-ball', '1H 10:30', { club: 'HOM', offence: 'f1' }))).toEqual([]);
    expect(after('foul', line('goal-kick', '1H 10:30', { club: 'HOM', offence: 'f1' }))).toEqual(['wrong-restart']);
  });

  test('until play has restarted', () => {
    const thrown = [...offence('foul'), line('throw-in', '1H 10:40', { club: 'HOM' })];
    expect(breaches(...thrown, freeKick('home-10', { offence: 'f1' }, '1H 11:00'))).toEqual(['decision-final']);
    expect(breaches(...thrown, awarded('HOM', '1H 11:00', { offence: 'f1' }))).toEqual(['decision-final']);
    expect(breaches(...thrown, freeKick('home-10', {}, '1H 11:00'))).toEqual([]);
  });
});

describe('the VAR protocol: a changed decision has its restart', () => {
  const scored = [kickOff(), goal('home-9', '1H 10:00', { id: 'g1' }), check('g1', '1H 10:10', { id: 'r1' })];
  const cancelled = (why: 'offside' | 'foul' | 'ball-out') => [
    ...scored,
    verdict('r1', 'overturned', '1H 11:00'),
    line('goal-disallowed', '1H 11:05', { of: 'g1', for: why, review: 'r1' }),
  ];
  const then = (type: 'corner' | 'goal-kick' | 'dropped-ball', club: string) =>
    line(type, '1H 11:20', { club, review: 'r1' });

  test('a goal that falls for an offence by the scorers gives the others a free kick', () => {
    expect(breaches(...cancelled('offside'), freeKick('away-1', { review: 'r1', direct: false }, '1H 11:20'))).toEqual(
      [],
    );
    expect(breaches(...cancelled('offside'), freeKick('away-1', { review: 'r1', direct: true }, '1H 11:20'))).toEqual([
      'wrong-restart',
    ]);
    expect(breaches(...cancelled('foul'), freeKick('home-10', { review: 'r1' }, '1H 11:20'))).toEqual([
      'restart-for-the-offender',
    ]);
    expect(breaches(...cancelled('foul'), then('dropped-ball', 'AWY'))).toEqual(['wrong-restart']);
    expect(breaches(...cancelled('ball-out'), then('goal-kick', 'AWY'))).toEqual([]);
  });

  test('a goal that stands is followed by its kick-off', () => {
    const upheld = [...scored, verdict('r1', 'confirmed', '1H 11:00')];
    expect(breaches(...upheld, then('goal-kick', 'AWY'))).toEqual(['wrong-restart']);
    expect(breaches(...upheld, kickOff('1H 11:20'))).toEqual([]);
    const foul = [...offence('foul'), check('f1', '1H 10:10', { category: 'penalty', id: 'r1' })];
    expect(breaches(...foul, verdict('r1', 'upheld', '1H 11:00'), then('dropped-ball', 'AWY'))).toEqual([]);
  });

  test('no kick-off follows on a goal that was cancelled', () => {
    expect(breaches(...cancelled('offside'), kickOff('1H 11:20'))).toEqual(['restart-not-owed']);
    expect(breaches(...scored, verdict('r1', 'confirmed', '1H 11:00'), kickOff('1H 11:20'))).toEqual([]);
    // The one before it may have been left out, and this one come late.
    const earlier = [kickOff(), goal('away-9', '1H 09:00'), ...cancelled('offside').slice(1)];
    expect(breaches(...earlier, kickOff('1H 11:20'))).toEqual([]);
  });

  test('a free kick for what a review found only before the restart', () => {
    const seen = (...between: Line[]) => [
      ...offence('foul'),
      ...between,
      check('f1', '1H 11:00', { category: 'direct-red', id: 'r1' }),
      review('r1', '1H 11:20'),
      verdict('r1', 'overturned', '1H 12:00'),
    ];
    const given = freeKick('home-10', { review: 'r1' }, '1H 12:30');
    expect(breaches(...seen(), given)).toEqual([]);
    expect(breaches(...seen(line('throw-in', '1H 10:40', { club: 'HOM' })), given)).toEqual(['decision-final']);
    expect(refusal(...seen(line('throw-in', '1H 10:40', { club: 'HOM' })), given)).toBe('decision-final');
  });
});
