import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { breachesOf, CODES, codesDocument, decide } from '../../../src/match/decide.ts';
import { evolve, initialState } from '../../../src/match/state.ts';
import { history } from '../../../src/playback/views.ts';
import { load } from '../../../src/scenario/load.ts';
import {
  awarded,
  caution,
  check,
  fullTime,
  goal,
  halfTime,
  kick,
  kickOff,
  type Line,
  legOf,
  line,
  oneLeg,
  penalty,
  red,
  reopened,
  review,
  ruling,
  secondYellow,
  twoLegs,
  verdict,
} from '../../support/story.ts';
import { asked, breaches, breachesIn, refusal, refusalIn } from './judged.ts';

const toSecondHalf = [kickOff(), halfTime(), kickOff('2H 45:00')];
const play = (type: 'foul' | 'offside' | 'handball', at: string, id: string): Line =>
  line(type, at, { by: 'away-4', id });
const throwIn = (at: string) => line('throw-in', at, { club: 'HOM' });

describe('Law 10.1: goals', () => {
  test('none before kick-off, in an interval or after the whistle', () => {
    expect(breaches(goal('home-9', 'pre 10:00'))).toEqual(['goal-before-kick-off']);
    expect(refusal(goal('home-9', '1H 10:00'))).toBe('goal-before-kick-off');
    expect(breaches(goal('home-9', '1H 10:00'))).toEqual([]);
    expect(breaches(kickOff(), halfTime(), goal('home-9', 'HT 01:00'))).toEqual(['goal-after-the-whistle']);
    expect(breaches(...toSecondHalf, fullTime('2H 98:59'), goal('home-9', '2H 99:00'))).toEqual([
      'goal-after-the-whistle',
    ]);
  });

  test('a goal is disallowed once, before play restarts, and only if there is one', () => {
    const scored = [kickOff(), goal('home-9', '1H 10:00', { id: 'g1' })];
    const off = (at: string, of = 'g1') => line('goal-disallowed', at, { of });
    expect(breaches(...scored, off('1H 10:30'))).toEqual([]);
    expect(breaches(...scored, kickOff('1H 11:00'), off('1H 11:30'))).toEqual(['decision-final']);
    expect(refusal(...scored, off('1H 10:30'), off('1H 10:40'))).toBe('goal-already-disallowed');
    expect(breaches(kickOff(), play('offside', '1H 09:00', 'o1'), off('1H 10:30', 'o1'))).toEqual(['no-such-goal']);
  });

  test('no second goal before the kick-off, in a log that tells of kick-offs', () => {
    const first = [kickOff(), goal('home-9', '1H 10:00'), kickOff('1H 11:00'), goal('away-9', '1H 20:00')];
    expect(breaches(...first)).toEqual([]);
    expect(breaches(...first, goal('home-9', '1H 22:00'))).toEqual(['goal-without-kick-off']);
    expect(breaches(...first, kickOff('1H 21:00'), goal('home-9', '1H 22:00'))).toEqual([]);
    expect(breaches(...first, line('shot', '1H 21:30', { by: 'home-9' }), goal('home-9', '1H 22:00'))).toEqual([]);
    expect(breaches(...first, halfTime(), goal('home-9', '2H 46:00'))).toEqual([]);
    // Whatever it leaves out, one goal was told twice here.
    const twice = [kickOff(), goal('home-9', '1H 30:00'), goal('home-9', '1H 30:04')];
    expect(breaches(...twice)).toEqual(['goal-without-kick-off']);
    expect(breaches(kickOff(), goal('home-9', '1H 30:00'), goal('home-10', '1H 30:00'))).toEqual([]);
    const withoutKickOffs = [kickOff(), goal('home-9', '1H 10:00'), goal('away-9', '1H 20:00')];
    expect(breaches(...withoutKickOffs)).toEqual([]);
  });

  test("a source's own score that differs is told", () => {
    const running = (home: number, away: number) => goal('home-9', '1H 10:00', { running: { home, away } });
    expect(breaches(kickOff(), running(1, 0))).toEqual([]);
    expect(breaches(kickOff(), running(2, 0))).toEqual(['running-score-differs']);
  });

  test('a command takes no id that another event has', () => {
    const told = [kickOff(), line('corner', '1H 10:00', { club: 'HOM', id: 'd1' }), throwIn('1H 10:30')];
    const { state, event } = asked(oneLeg(), told);
    expect(decide(state, { ...event, id: 'd1' }, 'simulate')).toMatchObject({ refusal: { code: 'id-taken' } });
    expect(decide(state, { ...event, id: 'd2' }, 'simulate')).toEqual({ kind: 'accepted', event });
  });

  test("an event of a leg that isn't played can't be placed, whoever reports it", () => {
    const { state, event } = asked(oneLeg(), [kickOff()]);
    const elsewhere = { ...event, at: { ...event.at, leg: 3 } };
    expect(decide(state, elsewhere, 'record')).toMatchObject({ kind: 'refused', refusal: { code: 'unknown-leg' } });
    expect(decide(state, elsewhere, 'simulate')).toMatchObject({ kind: 'refused', refusal: { code: 'unknown-leg' } });
  });
});

describe('Law 14: penalty kicks', () => {
  const given = [kickOff(), awarded('HOM', '1H 20:00', { id: 'a1' })];

  test('an award, a kick, a goal', () => {
    expect(refusal(...given)).toBeUndefined();
    const taken = [...given, penalty('home-9', 'scored', '1H 21:00', { award: 'a1', id: 'p1' })];
    expect(refusal(...taken)).toBeUndefined();
    expect(refusal(...taken, goal('home-9', '1H 21:00', { penalty: 'p1' }))).toBeUndefined();
    expect(
      breaches(...taken, goal('home-9', '1H 21:00', { penalty: 'p1' }), goal('home-9', '1H 21:10', { penalty: 'p1' })),
    ).toEqual(['penalty-already-taken']);
    expect(breaches(...taken, penalty('home-9', 'scored', '1H 22:00', { award: 'a1' }))).toEqual([
      'penalty-already-taken',
    ]);
  });

  test('no kick without an award; a log that never tells of awards may leave this one out too', () => {
    expect(refusal(kickOff(), penalty('home-9', 'saved', '1H 21:00'))).toBe('penalty-not-awarded');
    expect(breaches(kickOff(), penalty('home-9', 'saved', '1H 21:00'))).toEqual([]);
    const earlier = [...given, penalty('home-9', 'saved', '1H 21:00', { award: 'a1' })];
    expect(breaches(...earlier, penalty('home-9', 'saved', '1H 31:00'))).toEqual(['penalty-not-awarded']);
    expect(breaches(...given, penalty('away-9', 'saved', '1H 21:00', { award: 'a1' }))).toEqual(['wrong-club']);
  });

  test('nothing else is played before it is taken', () => {
    expect(refusal(...given, goal('home-9', '1H 21:00'))).toBe('ball-not-in-play');
    expect(refusal(...given, line('corner', '1H 21:00', { club: 'AWY' }))).toBe('ball-not-in-play');
  });

  test('a kick is taken again until play goes on', () => {
    const saved = [...given, penalty('home-9', 'saved', '1H 21:00', { award: 'a1', id: 'p1' })];
    expect(breaches(...saved, line('retake', '1H 21:10', { of: 'p1' }))).toEqual([]);
    expect(breaches(...saved, throwIn('1H 21:30'), line('retake', '1H 22:00', { of: 'p1' }))).toEqual([
      'decision-final',
    ]);
    expect(breaches(...saved, line('retake', '1H 22:00', { of: 'a1' }))).toEqual(['no-such-kick']);
  });

  test('a kick that a review took away is taken again once, and only until play goes on', () => {
    const overturned = [
      ...given,
      penalty('home-9', 'saved', '1H 21:00', { award: 'a1', id: 'p1' }),
      check('p1', '1H 21:20', { category: 'penalty', id: 'r1' }),
      verdict('r1', 'overturned', '1H 22:00'),
    ];
    const again = (at: string) => line('retake', at, { of: 'p1', review: 'r1' });
    expect(refusal(...overturned, again('1H 22:10'))).toBeUndefined();
    expect(breaches(...overturned, again('1H 22:10'))).toEqual([]);
    expect(refusal(...overturned, line('retake', '1H 22:10', { of: 'p1' }))).toBe('already-retaken');
    expect(refusal(...overturned, again('1H 22:10'), again('1H 22:20'))).toBe('already-retaken');
    expect(refusal(...overturned, throwIn('1H 22:10'), again('1H 22:30'))).toBe('decision-final');
    expect(
      refusal(...overturned, again('1H 22:10'), penalty('home-9', 'scored', '1H 23:00', { award: 'a1' })),
    ).toBeUndefined();
  });

  test('a kick that a review took away with its award is not taken again', () => {
    const cancelled = [
      ...given,
      penalty('home-9', 'saved', '1H 21:00', { award: 'a1', id: 'p1' }),
      line('var-decision', '1H 22:00', { of: 'a1', outcome: 'overturned', id: 'r1' }),
    ];
    expect(refusal(...cancelled, line('retake', '1H 22:10', { of: 'p1', review: 'r1' }))).toBe('already-retaken');
  });

  test('a kick that is taken again scores nothing', () => {
    const again = [
      ...given,
      penalty('home-9', 'scored', '1H 21:00', { award: 'a1', id: 'p1' }),
      line('retake', '1H 21:10', { of: 'p1' }),
    ];
    expect(breaches(...again, goal('home-9', '1H 21:20', { penalty: 'p1' }))).toEqual(['already-retaken']);
    expect(refusal(...again, line('retake', '1H 21:20', { of: 'p1' }))).toBe('already-retaken');
    expect(refusal(...again, penalty('home-10', 'scored', '1H 22:00', { award: 'a1' }))).toBeUndefined();
  });

  test('a second touch gives another kick if it went in, since 2025/26', () => {
    const scored = [
      ...given,
      penalty('home-9', 'scored', '1H 21:00', { award: 'a1', id: 'p1' }),
      goal('home-9', '1H 21:00', { penalty: 'p1' }),
    ];
    const again = line('retake', '1H 21:30', { of: 'p1', why: 'accidental double touch' });
    expect(breaches(...scored, again)).toEqual([]);
    expect(breaches(...scored.slice(0, -1), again)).toEqual(['retake-not-due']);
    expect(breachesIn(oneLeg({ regulations: 'uefa-champions-league-2020-21' }), ...scored, again)).toEqual([
      'retake-not-due',
    ]);
  });

  test('a goalkeeper off his line gives no other kick where it was scored, or went wide', () => {
    const kicks = (outcome: 'scored' | 'saved' | 'off-target') => [
      ...toSecondHalf,
      fullTime(),
      kick(1, 'home-9', outcome, { id: 'k1' }),
      line('retake', 'PEN 1', { of: 'k1', why: 'goalkeeper off his line' }),
    ];
    expect(breaches(...kicks('saved'))).toEqual([]);
    expect(breaches(...kicks('scored'))).toEqual(['retake-not-due']);
    expect(breaches(...kicks('off-target'))).toEqual(['retake-not-due']);
    const in2019 = oneLeg({ regulations: { penalties: { goalkeeperOffLine: '2016' } } });
    expect(breachesIn(in2019, ...kicks('off-target'))).toEqual([]);
  });
});

describe('Law 10.3: kicks from the penalty mark', () => {
  const toKicks = [
    ...toSecondHalf,
    fullTime(),
    kickOff('ET1 90:00'),
    line('period-end', 'ET1 105:00'),
    kickOff('ET2 105:00'),
    line('period-end', 'ET2 120:00'),
  ];
  /** `A` takes the first kick; capitals are scored. */
  const kicks = (results: string): Line[] =>
    [...results].map((result, index) =>
      kick(
        index + 1,
        `${index % 2 === 0 ? 'home' : 'away'}-${11 - (Math.floor(index / 2) % 11)}`,
        result === 'x' ? 'saved' : 'scored',
      ),
    );

  test('the sides take turns', () => {
    expect(refusal(...toKicks, ...kicks('ooxo'))).toBeUndefined();
    expect(breaches(...toKicks, ...kicks('oo'), kick(3, 'away-2'))).toEqual(['kick-out-of-turn']);
    // A kick that the feed lost is no kick out of turn.
    expect(breaches(...toKicks, ...kicks('oo'), kick(4, 'away-2'))).toEqual([]);
  });

  test('ABBA takes them in pairs', () => {
    const abba = oneLeg({ regulations: { shootOut: { order: 'ABBA' } } });
    expect(refusalIn(abba, ...toKicks, ...kicks('oo'), kick(3, 'away-2'))).toBeUndefined();
    expect(refusalIn(abba, ...toKicks, ...kicks('oo'), kick(3, 'home-2'))).toBe('kick-out-of-turn');
  });

  test("nobody kicks when it's decided", () => {
    expect(breaches(...toKicks, ...kicks('oxoxo'))).toEqual([]);
    expect(breaches(...toKicks, ...kicks('oxoxox'), kick(7, 'home-3'))).toEqual(['kick-after-decision']);
  });

  test('everybody kicks before anybody kicks again', () => {
    expect(breaches(...toKicks, ...kicks('oo'), kick(3, 'home-11'))).toEqual(['already-kicked-this-cycle']);
    const all = kicks('o'.repeat(22));
    expect(breaches(...toKicks, ...all, kick(23, 'home-5'))).toEqual([]);
    expect(breaches(...toKicks, ...all, kick(23, 'home-5'), kick(24, 'away-5'), kick(25, 'home-5'))).toEqual([
      'already-kicked-this-cycle',
    ]);
  });

  test('a side of eleven leaves one out against ten, and its cycle is ten', () => {
    const tenLeft = [...toSecondHalf, red('away-1', '2H 60:00'), ...toKicks.slice(3)];
    const twenty = kicks('o'.repeat(20));
    expect(breaches(...tenLeft, ...twenty, kick(21, 'home-11'))).toEqual([]);
  });

  test('who was left out so that both sides have as many takes no kick, unless he comes in for the goalkeeper', () => {
    const tenLeft = [...toSecondHalf, red('away-11', '2H 60:00'), ...toKicks.slice(3)];
    const out = (person: string) => line('excluded', 'EET 01:00', { person });
    expect(refusal(...tenLeft, out('home-11'))).toBeUndefined();
    expect(refusal(...tenLeft, out('away-2'))).toBe('kicker-not-eligible');
    expect(refusal(...tenLeft, out('home-11'), out('home-10'))).toBe('kicker-not-eligible');
    expect(refusal(...tenLeft, out('home-20'))).toBe('kicker-not-eligible');
    expect(breaches(...tenLeft, out('home-11'), kick(1, 'home-11'))).toEqual(['kicker-not-eligible']);
    expect(breaches(...tenLeft, out('home-11'), kick(1, 'home-10'))).toEqual([]);
    const inGoal = line('goalkeeper', 'PEN 1', { person: 'home-11' });
    expect(
      breaches(...tenLeft, out('home-11'), kick(1, 'home-10'), kick(2, 'away-10'), inGoal, kick(3, 'home-11')),
    ).toEqual([]);
  });

  test("staff, substitutes and those who were sent off don't kick", () => {
    const reduced = [...toSecondHalf, red('home-9', '2H 60:00'), ...toKicks.slice(3)];
    for (const by of ['home-9', 'home-20', 'home-coach']) {
      expect([by, ...breaches(...reduced, kick(1, by))]).toEqual([by, 'kicker-not-eligible']);
    }
  });

  test('no kicks where nothing is to be decided, or the competition has none', () => {
    const won = [...toSecondHalf, goal('home-9', '2H 60:00'), fullTime()];
    expect(breaches(...won, kick(1, 'home-9'))).toEqual(['shoot-out-not-required']);
    expect(
      breachesIn(oneLeg({ regulations: 'domestic-league' }), ...toSecondHalf, fullTime(), kick(1, 'home-9')),
    ).toEqual(['shoot-out-not-required']);
    expect(
      breachesIn(oneLeg({ regulations: { extraTime: 'none' } }), ...toSecondHalf, fullTime(), kick(1, 'home-9')),
    ).toEqual([]);
  });

  test("they are no goals, and don't end before they are decided", () => {
    expect(breaches(...toKicks, ...kicks('oo'), goal('home-5', 'PEN 3'))).toEqual(['goal-in-the-shoot-out']);
    expect(breaches(...toKicks, ...kicks('oo'), fullTime('PEN 2'))).toEqual(['shoot-out-undecided']);
    expect(breaches(...toKicks, ...kicks('oxoxox'), fullTime('PEN 6'))).toEqual([]);
  });

  test('six on a side still kick', () => {
    const seven = [2, 3, 4, 5].flatMap((n) => [red(`home-${n}`, '2H 60:00'), red(`away-${n}`, '2H 60:00')]);
    const six = [...toSecondHalf, ...seven, ...toKicks.slice(3), red('home-6', 'EET 01:00')];
    expect(breaches(...six, kick(1, 'home-9'))).toEqual([]);
  });
});

describe('VAR protocol', () => {
  const foul = [kickOff(), play('foul', '1H 50:00', 'f1')];

  test('a goal is checked until the kick-off', () => {
    const scored = [kickOff(), goal('home-9', '1H 10:00', { id: 'g1' })];
    expect(breaches(...scored, check('g1', '1H 10:30'))).toEqual([]);
    expect(breaches(...scored, kickOff('1H 11:00'), check('g1', '1H 11:30'))).toEqual(['review-window-closed']);
  });

  test("a corner that has been taken isn't reviewed any more", () => {
    const corner = [kickOff(), line('corner', '1H 40:00', { club: 'HOM', id: 'd1' })];
    const checked = check('d1', '1H 40:30', { category: 'penalty' });
    expect(breaches(...corner, checked)).toEqual([]);
    expect(breaches(...corner, line('shot', '1H 40:20', { by: 'home-9', outcome: 'blocked' }), checked)).toEqual([
      'review-window-closed',
    ]);
  });

  test('after a restart only violent conduct, and who it was', () => {
    const restarted = [...foul, throwIn('1H 50:30')];
    expect(breaches(...restarted, check('f1', '1H 50:45', { category: 'penalty' }))).toEqual(['review-window-closed']);
    expect(breaches(...restarted, check('f1', '1H 50:45', { category: 'direct-red' }))).toEqual([]);
    expect(breaches(...restarted, line('var-review', '1H 50:45', { of: 'f1' }))).toEqual(['review-window-closed']);
  });

  test('after a restart no penalty follows from a review, only the card', () => {
    const early = [kickOff(), line('foul', '1H 20:00', { by: 'home-4', id: 'f1' })];
    const reviewed = [
      check('f1', '1H 21:00', { category: 'direct-red', id: 'r1' }),
      review('r1', '1H 21:20'),
      verdict('r1', 'overturned', '1H 22:00'),
    ];
    const given = awarded('AWY', '1H 22:10', { offence: 'f1', review: 'r1' });
    const goneOn = [...early, throwIn('1H 20:20'), ...reviewed];
    expect(refusal(...goneOn, given)).toBe('decision-final');
    expect(breaches(...goneOn, given)).toEqual(['decision-final']);
    expect(breaches(...goneOn, awarded('AWY', '1H 22:10', { review: 'r1' }))).toEqual(['decision-final']);
    expect(refusal(...goneOn, red('home-4', '1H 22:10', { offence: 'f1', review: 'r1' }))).toBeUndefined();
    expect(refusal(...early, ...reviewed, given)).toBeUndefined();
  });

  test('a penalty still takes the place of a corner of the same second', () => {
    const reviewed = [
      kickOff(),
      play('handball', '1H 20:00', 'h1'),
      line('corner', '1H 20:00', { club: 'HOM', id: 'd1' }),
      check('h1', '1H 20:30', { category: 'penalty', id: 'r1' }),
      review('r1', '1H 21:00'),
      verdict('r1', 'overturned', '1H 22:00'),
      awarded('HOM', '1H 22:10', { offence: 'h1', review: 'r1' }),
    ];
    expect(refusal(...reviewed)).toBeUndefined();
  });

  test('a goal may still be reviewed when the whistle that followed it is taken back', () => {
    const scored = [kickOff(), goal('home-9', '1H 45:40', { id: 'g1' }), halfTime('1H 46:00')];
    const opened = reopened('1H 46:20', { why: 'the goal is checked' });
    expect(breaches(...scored, opened, check('g1', '1H 46:30'))).toEqual([]);
  });

  test('a review may still begin after the half-time whistle', () => {
    const handball = [kickOff(), play('handball', '1H 45:00', 'h1'), halfTime('1H 46:00')];
    expect(breaches(...handball, check('h1', '1H 46:30', { category: 'penalty' }))).toEqual([]);
    expect(breaches(...handball, kickOff('2H 45:00'), check('h1', '2H 46:30', { category: 'penalty' }))).toEqual([
      'review-window-closed',
    ]);
  });

  test("only what the season's protocol names is reviewed", () => {
    const twoYellows = [kickOff(), caution('home-4', '1H 10:00'), secondYellow('home-4', '1H 20:00', { id: 'y2' })];
    const wrong = check('y2', '1H 20:20', { category: 'second-yellow' });
    expect(breaches(...twoYellows, wrong)).toEqual(['not-reviewable']);
    const next = oneLeg({ regulations: 'uefa-champions-league-2026-27' });
    expect(breachesIn(next, ...twoYellows, wrong)).toEqual([]);
    // A second yellow card that nobody showed may not be proposed.
    expect(breachesIn(next, ...foul, check('f1', '1H 50:10', { category: 'second-yellow' }))).toEqual([
      'not-reviewable',
    ]);
    const corner = [kickOff(), line('corner', '1H 40:00', { club: 'HOM', id: 'd1' })];
    expect(breaches(...corner, check('d1', '1H 40:10', { category: 'corner' }))).toEqual(['not-reviewable']);
    expect(breachesIn(next, ...corner, check('d1', '1H 40:10', { category: 'corner' }))).toEqual([]);
  });

  test('a review is closed once, and one is open at a time', () => {
    const scored = [kickOff(), goal('home-9', '1H 10:00', { id: 'g1' }), check('g1', '1H 10:30', { id: 'r1' })];
    const closed = [...scored, verdict('r1', 'overturned', '1H 12:00')];
    expect(refusal(...closed)).toBeUndefined();
    expect(refusal(...closed, verdict('r1', 'upheld', '1H 12:10'))).toBe('review-already-closed');
    const second = [...scored, check('g1', '1H 10:40', { id: 'r2' }), review('r1', '1H 11:00')];
    expect(breaches(...second)).toEqual([]);
    expect(breaches(...second, review('r2', '1H 11:10'))).toEqual(['another-review-open']);
    expect(breaches(...second, verdict('r1', 'upheld', '1H 11:30'), review('r2', '1H 11:40'))).toEqual([]);
  });

  test('an outcome needs a review; a record may leave its beginning out', () => {
    const scored = [kickOff(), goal('home-9', '1H 10:00', { id: 'g1' })];
    expect(refusal(...scored, verdict('g1', 'overturned', '1H 12:00'))).toBe('no-review-open');
    expect(breaches(...scored, verdict('g1', 'overturned', '1H 12:00'))).toEqual([]);
  });

  test('nothing is reviewed where there is no VAR', () => {
    const scored = [kickOff(), goal('home-9', '1H 10:00', { id: 'g1' })];
    expect(
      breachesIn(oneLeg({ regulations: { var: { enabled: false } } }), ...scored, check('g1', '1H 10:30')),
    ).toEqual(['var-unavailable']);
    expect(breaches(line('var-unavailable', '1H 05:00'), ...scored.slice(1), check('g1', '1H 10:30'))).toEqual([
      'var-unavailable',
    ]);
  });

  test('nothing new follows from a review that upheld the decision, except a card', () => {
    const upheld = [
      ...foul,
      check('f1', '1H 50:10', { category: 'penalty', id: 'r1' }),
      verdict('r1', 'upheld', '1H 51:00'),
    ];
    expect(breaches(...upheld, awarded('HOM', '1H 51:10', { review: 'r1' }))).toEqual(['review-upheld']);
    expect(breaches(...upheld, caution('away-4', '1H 51:10', { review: 'r1', reason: 'dissent' }))).toEqual([]);
  });

  test('a review of what nobody knows is no review', () => {
    const { state, event } = asked(oneLeg(), [
      kickOff(),
      goal('home-9', '1H 10:00', { id: 'g1' }),
      check('g1', '1H 10:30'),
    ]);
    const elsewhere = { ...event, of: 'g7' } as typeof event;
    expect(breachesOf(state, elsewhere).map(({ code }) => code)).toEqual(['unknown-entry']);
  });
});

describe('rulings', () => {
  test('stand, whatever was played, if their subject is there', () => {
    const ended = [
      ...toSecondHalf,
      goal('home-9', '2H 60:00', { id: 'g1' }),
      red('home-3', '2H 70:00', { id: 'r1' }),
      fullTime(),
    ];
    expect(breaches(...ended, ruling('awarded', { club: 'AWY' }))).toEqual([]);
    expect(breaches(...ended, ruling('awarded'))).toEqual(['nobody-named']);
    expect(breaches(...ended, ruling('goal-reattributed', { of: 'g1', person: 'home-8' }))).toEqual([]);
    expect(breaches(...ended, ruling('goal-reattributed', { of: 'r1', person: 'home-8' }))).toEqual(['no-such-goal']);
    expect(breaches(...ended, ruling('card-rescinded', { of: 'r1' }))).toEqual([]);
    expect(breaches(...ended, ruling('card-rescinded', { of: 'g1' }))).toEqual(['no-such-card']);
  });

  test('a body may rule on the first leg when the second is over', () => {
    const both = [...legOf(1, { HOM: 0, AWY: 2 }), ...legOf(2, { HOM: 1, AWY: 0 })];
    const { state, event } = asked(twoLegs(), [...both, ruling('awarded', { club: 'HOM' }, 'L2 FT 60:00')]);
    const onTheFirst = { ...event, at: { ...event.at, leg: 1 } };
    expect(decide(state, onTheFirst, 'simulate').kind).toBe('accepted');
    const goalInTheFirst = { type: 'goal', by: 'home-9', at: { leg: 1, period: '2H', elapsed: 0 } } as const;
    expect(decide(state, goalInTheFirst, 'simulate')).toMatchObject({ refusal: { code: 'clock-goes-back' } });
  });

  test('a result is confirmed when there is one', () => {
    const whole = [...toSecondHalf, goal('home-9', '2H 60:00'), fullTime()];
    expect(refusal(...whole, ruling('confirmed'))).toBeUndefined();
    expect(refusal(...toSecondHalf, ruling('confirmed'))).toBe('match-not-over');
  });
});

describe('a real match', () => {
  const file = join(import.meta.dirname, '../../../scenarios/atalanta-dortmund.yaml');
  const loaded = load(readFileSync(file, 'utf8'), file);

  test('is lawful, over both its legs: nothing in Atalanta v Dortmund was against the Laws', () => {
    if (!loaded.ok) throw new Error("the flagship can't be read");
    const told = history(loaded.scenario.recording);
    const found: string[] = [];
    let state = initialState(told.fixture);
    for (const { id, event } of told.believedAt(told.length)) {
      for (const { code, message } of breachesOf(state, event)) found.push(`${id} ${code}: ${message}`);
      const simulated = decide(state, event, 'simulate');
      if (simulated.kind === 'refused') found.push(`${id} ${simulated.refusal.code}: ${simulated.refusal.message}`);
      state = evolve(state, { id, event });
    }
    expect(found).toEqual([]);
    expect(state.standing.tie?.advancing).toBe('ATA');
  });
});

test('the page of codes is the table', () => {
  const page = join(import.meta.dirname, '../../../docs/codes.md');
  expect(readFileSync(page, 'utf8')).toBe(codesDocument());
});

test('each code is a phrase in kebab case, with its Law and a sentence', () => {
  for (const [code, { law, about }] of Object.entries(CODES)) {
    expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(law).toMatch(/^(\d{1,2}(\.\d{1,2})?|VAR protocol \d|regulations|record)$/);
    expect(about).toMatch(/\.$/);
  }
});
