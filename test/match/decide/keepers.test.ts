import { describe, expect, test } from 'vitest';
import { awarded, change, fullTime, goal, kick, kickOff, line, oneLeg, ownGoal, penalty } from '../../support/story.ts';
import { breaches, breachesIn } from './judged.ts';

describe('Whoever keeps goal', () => {
  test('plays for the other side', () => {
    const shot = (keeper: string) => line('shot', '1H 10:00', { by: 'home-9', outcome: 'saved', keeper });
    expect(breaches(kickOff(), shot('away-1'))).toEqual([]);
    expect(breaches(kickOff(), shot('home-1'))).toEqual(['wrong-club']);
    expect(breaches(kickOff(), goal('home-9', '1H 10:00', { keeper: 'home-1' }))).toEqual(['wrong-club']);
    const award = [kickOff(), awarded('HOM', '1H 10:00', { id: 'd1' })];
    expect(breaches(...award, penalty('home-9', 'saved', '1H 11:00', { award: 'd1', keeper: 'home-1' }))).toEqual([
      'wrong-club',
    ]);
  });

  test('is beaten by his own man in an own goal', () => {
    expect(breaches(kickOff(), ownGoal('away-4', '1H 10:00', { keeper: 'away-1' }))).toEqual([]);
    expect(breaches(kickOff(), ownGoal('away-4', '1H 10:00', { keeper: 'home-1' }))).toEqual(['wrong-club']);
  });

  describe('in the shoot-out', () => {
    const straight = oneLeg({ regulations: { extraTime: 'none' } });
    const played = [kickOff(), kickOff('2H 45:00'), fullTime()];
    const saved = (keeper: string) => kick(1, 'home-9', 'saved', { keeper });

    test('was on the pitch, or has come on for the goalkeeper', () => {
      expect(breachesIn(straight, ...played, saved('away-1'))).toEqual([]);
      expect(breachesIn(straight, ...played, saved('away-12'))).toEqual(['not-on-the-pitch']);
      const replaced = change('away-1', 'away-12', 'PEN 0', { reason: 'goalkeeper' });
      expect(breachesIn(straight, ...played, replaced, saved('away-12'))).toEqual([]);
      expect(breachesIn(straight, ...played, replaced, saved('away-1'))).toEqual(['already-substituted']);
    });

    test('plays for the side that doesn’t kick', () => {
      expect(breachesIn(straight, ...played, saved('home-1'))).toEqual(['wrong-club']);
    });
  });
});
