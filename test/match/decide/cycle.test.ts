import { describe, expect, test } from 'vitest';
import { fullTime, kick, kickOff, type Line, line, oneLeg, red } from '../../support/story.ts';
import { breachesIn } from './judged.ts';

const straight = oneLeg({ regulations: { extraTime: 'none' } });
const ten = [kickOff(), red('away-4', '1H 20:00'), kickOff('2H 45:00'), fullTime()];

/** Ten kicks each: of the home side by all but number 4, of the other by all who are left. */
const ROUND = [9, 10, 11, 8, 7, 6, 5, 3, 2, 1].flatMap((shirt, index) => [
  kick(2 * index + 1, `home-${shirt}`),
  kick(2 * index + 2, `away-${shirt}`),
]);
const eleventh = (by: string, ...more: Line[]) => breachesIn(straight, ...ten, ...more, ...ROUND, kick(21, by));

describe('Law 10.3: eleven against ten', () => {
  test('after ten each the first come again, and not the eleventh', () => {
    expect(eleventh('home-9')).toEqual([]);
    expect(eleventh('home-4')).toEqual(['kicker-not-eligible']);
  });

  test('whoever was left out before it is told of once', () => {
    const out = line('excluded', 'ENT 02:00', { person: 'home-4' });
    expect(eleventh('home-4', out)).toEqual(['kicker-not-eligible']);
    expect(eleventh('home-9', out)).toEqual([]);
  });

  test('where eleven meet eleven he is the last of them', () => {
    const eleven = [kickOff(), kickOff('2H 45:00'), fullTime()];
    expect(breachesIn(straight, ...eleven, ...ROUND, kick(21, 'home-4'))).toEqual([]);
  });

  test('where somebody has gone during the kicks, who was left out isn’t sure', () => {
    const during = [kickOff(), kickOff('2H 45:00'), fullTime(), ...ROUND.slice(0, 4), red('away-4', 'PEN 4')];
    expect(breachesIn(straight, ...during, ...ROUND.slice(4), kick(21, 'home-4'))).toEqual([]);
  });

  test('nor where a team sheet isn’t known, or by the Laws of 1998', () => {
    const unknown = oneLeg({ regulations: { extraTime: 'none' }, sheets: false });
    expect(breachesIn(unknown, ...ten, ...ROUND, kick(21, 'home-4'))).toEqual([]);
    const older = oneLeg({ regulations: { extraTime: 'none', shootOut: { equateDuring: false } } });
    expect(breachesIn(older, ...ten, ...ROUND, kick(21, 'home-4'))).toEqual([]);
  });
});
