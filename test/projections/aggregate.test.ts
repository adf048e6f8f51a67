import { expect, test } from 'vitest';
import { after, goal, kickOff, legOf, playing, ruling, twoLegs } from '../support/story.ts';

const tie = playing(twoLegs());

test('there is no aggregate outside a tie', () => {
  expect(after(kickOff(), goal('home-9', '1H 10:00'))).not.toHaveProperty('aggregate');
});

test('a tie begins level, with one leg', () => {
  expect(tie.after().aggregate).toEqual({
    score: { AWY: 0, HOM: 0 },
    legs: { leg1: { home: 'AWY', away: 'HOM', score: { AWY: 0, HOM: 0 } } },
    level: true,
  });
});

test('it counts by club, not by column, and ends with the one who goes through', () => {
  expect(tie.after(...legOf(1, { HOM: 0, AWY: 2 }), ...legOf(2, { HOM: 4, AWY: 1 })).aggregate).toEqual({
    score: { HOM: 4, AWY: 3 },
    legs: {
      leg1: { home: 'AWY', away: 'HOM', score: { AWY: 2, HOM: 0 } },
      leg2: { home: 'HOM', away: 'AWY', score: { HOM: 4, AWY: 1 } },
    },
    level: false,
    leader: 'HOM',
    advancing: 'HOM',
    by: 'normal-time',
  });
});

test('while it’s level it says what comes next, and names nobody', () => {
  expect(tie.after(...legOf(1, { HOM: 0, AWY: 2 }), ...legOf(2, { HOM: 3, AWY: 1 })).aggregate).toEqual({
    score: { HOM: 3, AWY: 3 },
    legs: {
      leg1: { home: 'AWY', away: 'HOM', score: { AWY: 2, HOM: 0 } },
      leg2: { home: 'HOM', away: 'AWY', score: { HOM: 3, AWY: 1 } },
    },
    level: true,
    needs: 'extra-time',
    asItStands: { needs: 'extra-time' },
  });
});

test('while the second leg is played it says who would go through if it ended now, and by what', () => {
  const level = [...legOf(1, { HOM: 1, AWY: 0 }), ...legOf(2, { HOM: 1, AWY: 2 }).slice(0, -1)];
  const awayGoals = playing(twoLegs({ regulations: 'uefa-champions-league-2020-21' }));
  expect(awayGoals.after(...level).aggregate).toMatchObject({
    level: true,
    asItStands: { advancing: 'AWY', by: 'away-goals' },
  });
  expect(awayGoals.after(...level).aggregate).not.toHaveProperty('advancing');
  expect(tie.after(...level).aggregate).toMatchObject({ asItStands: { needs: 'extra-time' } });

  const ahead = [...legOf(1, { HOM: 1, AWY: 0 }), ...legOf(2, { HOM: 1, AWY: 1 }).slice(0, -1)];
  expect(tie.after(...ahead).aggregate).toMatchObject({ asItStands: { advancing: 'HOM', by: 'normal-time' } });
});

test('nothing stands for now in the first leg, nor once it’s decided', () => {
  expect(tie.after(...legOf(1, { HOM: 1, AWY: 0 })).aggregate).not.toHaveProperty('asItStands');
  const decided = [...legOf(1, { HOM: 1, AWY: 0 }), ...legOf(2, { HOM: 1, AWY: 1 })];
  expect(tie.after(...decided).aggregate).not.toHaveProperty('asItStands');
});

test('a first leg that was awarded shows what was played beside it', () => {
  const seen = tie.after(...legOf(1, { HOM: 1, AWY: 0 }), ruling('awarded', { club: 'AWY' }, 'L1 FT 60:00'));
  expect(seen.aggregate).toEqual({
    score: { AWY: 3, HOM: 0 },
    legs: { leg1: { home: 'AWY', away: 'HOM', score: { AWY: 3, HOM: 0 }, played: { AWY: 0, HOM: 1 } } },
    level: false,
    leader: 'AWY',
  });
});
