import { expect, test } from 'vitest';
import { entriesOf, event, historyOf } from '../journal/feed.ts';
import {
  after,
  awarded,
  check,
  goal,
  kickOff,
  type Line,
  legOf,
  line,
  oneLeg,
  ownGoal,
  penalty,
  playing,
  twoLegs,
  verdict,
} from '../support/story.ts';

const counted = (...lines: Line[]) => after(kickOff(), ...lines).stats.HOM?.counted;

test('nothing is counted in the beginning, and nothing reported', () => {
  expect(after(kickOff()).stats).toEqual({ HOM: { counted: {} }, AWY: { counted: {} } });
});

test('a shot counts by what became of it', () => {
  expect(counted(line('shot', '1H 10:00', { by: 'home-9', outcome: 'saved' }))).toEqual({ shots: 1, shotsOnTarget: 1 });
  expect(counted(line('shot', '1H 10:00', { by: 'home-9', outcome: 'off-target' }))).toEqual({
    shots: 1,
    shotsOffTarget: 1,
  });
  expect(counted(line('shot', '1H 10:00', { by: 'home-9', outcome: 'blocked' }))).toEqual({
    shots: 1,
    shotsBlocked: 1,
  });
  expect(counted(line('shot', '1H 10:00', { by: 'home-9', outcome: 'woodwork' }))).toEqual({ shots: 1, woodwork: 1 });
  expect(counted(line('shot', '1H 10:00', { by: 'home-9' }))).toEqual({ shots: 1 });
});

test('a goal is a shot on target, an own goal none of the scorer’s', () => {
  expect(counted(goal('home-9', '1H 10:00'))).toEqual({ shots: 1, shotsOnTarget: 1 });
  expect(counted(ownGoal('home-4', '1H 10:00'))).toEqual({ ownGoals: 1 });
  expect(counted(ownGoal('away-4', '1H 10:00'))).toEqual({});
});

test('a penalty and its goal are one shot', () => {
  expect(
    counted(
      awarded('HOM', '1H 30:00', { id: 'a1' }),
      penalty('home-9', 'scored', '1H 31:00', { id: 'p1', award: 'a1', xg: 0.79 }),
      goal('home-9', '1H 31:00', { penalty: 'p1', xg: 0.79 }),
    ),
  ).toEqual({ shots: 1, shotsOnTarget: 1, penalties: 1, xg: 0.79 });
  expect(counted(penalty('home-9', 'not-taken', '1H 31:00'))).toEqual({});
});

test('expected goals add up as a person would write them', () => {
  const chances = [0.1, 0.2, 0.07].map((xg, index) => line('shot', `1H 1${index}:00`, { by: 'home-9', xg }));
  expect(counted(...chances)).toEqual({ shots: 3, xg: 0.37 });
});

test('corners, fouls, offsides, restarts and touches are counted', () => {
  expect(
    counted(
      line('corner', '1H 01:00', { club: 'HOM' }),
      line('foul', '1H 02:00', { by: 'home-4' }),
      line('offside', '1H 03:00', { by: 'home-9' }),
      line('handball', '1H 04:00', { by: 'home-4' }),
      line('chance', '1H 05:00', { by: 'home-9' }),
      line('throw-in', '1H 06:00', { club: 'HOM' }),
      line('goal-kick', '1H 07:00', { club: 'HOM' }),
      line('free-kick', '1H 08:00', { club: 'HOM' }),
      line('touch', '1H 09:00', { by: 'home-4', kind: 'pass', outcome: 'complete' }),
      line('touch', '1H 09:05', { by: 'home-4', kind: 'pass', outcome: 'incomplete' }),
      line('touch', '1H 09:10', { by: 'home-4', kind: 'carry' }),
    ),
  ).toEqual({
    corners: 1,
    fouls: 1,
    offsides: 1,
    handballs: 1,
    chances: 1,
    throwIns: 1,
    goalKicks: 1,
    freeKicks: 1,
    touches: 3,
    passes: 2,
    passesCompleted: 1,
  });
});

test('a decision that a review changed is counted no more, and leaves no nought behind', () => {
  expect(
    counted(
      line('corner', '1H 20:00', { club: 'HOM', id: 'd1' }),
      check('d1', '1H 20:30', { id: 'r1', category: 'penalty' }),
      verdict('r1', 'overturned', '1H 22:00'),
    ),
  ).toEqual({});
});

test('a foul stays a foul, whatever is decided about it', () => {
  const seen = after(
    kickOff(),
    line('foul', '1H 20:00', { by: 'away-4', id: 'f1' }),
    check('f1', '1H 20:30', { id: 'r1', category: 'penalty' }),
    verdict('r1', 'overturned', '1H 22:00', { to: 'penalty' }),
  );
  expect(seen.stats.AWY?.counted).toEqual({ fouls: 1 });
});

test('what a source reports stands beside what is counted, and the latest figure holds', () => {
  const seen = after(
    kickOff(),
    line('corner', '1H 12:00', { club: 'HOM' }),
    line('statistics', '1H 30:00', { clubs: { HOM: { shots: 7, xg: 0.61 }, AWY: { shots: 2 } } }),
    line('statistics', '1H 31:00', { scope: '1H', clubs: { HOM: { shots: 99 } } }),
    line('possession', '1H 32:00', { clubs: { HOM: 44, AWY: 56 } }),
    line('statistics', '1H 40:00', { clubs: { HOM: { shots: 9 } } }),
  );
  expect(seen.stats).toEqual({
    HOM: { counted: { corners: 1 }, reported: { shots: 9, xg: 0.61, possession: 44 } },
    AWY: { counted: {}, reported: { shots: 2, possession: 56 } },
  });
});

test('a club that isn’t playing isn’t counted', () => {
  expect(after(kickOff(), line('corner', '1H 12:00', { club: 'XYZ' })).stats).toEqual({
    HOM: { counted: {} },
    AWY: { counted: {} },
  });
});

test('a new leg is counted from nothing', () => {
  const seen = playing(twoLegs()).after(...legOf(1, { HOM: 1, AWY: 0 }), kickOff('L2 1H 00:00'));
  expect(seen.stats).toEqual({ HOM: { counted: {} }, AWY: { counted: {} } });
});

test('an entry that counts nothing leaves the view as it was', () => {
  const { shown } = playing(oneLeg()).tell(kickOff(), goal('home-9', '1H 10:00'), kickOff('1H 11:00'));
  expect(shown[3]?.stats).toBe(shown[2]?.stats);
});

test('what is counted for nobody in this match leaves the view as it was', () => {
  const history = historyOf(
    entriesOf([
      event('kick-off', '1H 00:00', {}, { id: 'ko' }),
      event('corner', '1H 12:00', { club: 'XYZ' }, { id: 'c1' }),
    ]),
  );
  expect(history.viewsAt(2).stats).toBe(history.viewsAt(1).stats);
});

test('a touch that a disallowed goal names by mistake is counted, whichever of the two comes first', () => {
  const touch = event('touch', '1H 10:00', { by: 'home-9' }, { id: 't1' });
  for (const at of ['1H 09:00', '1H 11:00']) {
    const disallowed = event('goal-disallowed', at, { of: 't1' }, { id: 'd1', offset: 12 * 60_000 });
    const history = historyOf(entriesOf([event('kick-off', '1H 00:00', {}, { id: 'ko' }), touch, disallowed]));
    expect(history.viewsAt(3).stats.HOM?.counted).toEqual({ touches: 1 });
  }
});
