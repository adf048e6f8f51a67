import { describe, expect, test } from 'vitest';
import {
  after,
  change,
  fullTime,
  halfTime,
  kick,
  kickOff,
  type Line,
  line,
  oneLeg,
  periodEnd,
  playing,
  retract,
  type Seen,
} from '../support/story.ts';

const home = ({ lineups }: Seen) => lineups.HOM;
const changes = (seen: Seen) => home(seen)?.substitutions;

/** The ball goes out of play and comes back in between two changes. */
const play = (at: string): Line => line('throw-in', at, { club: 'AWY' });
const begun = [kickOff(), halfTime(), kickOff('2H 45:00')];

describe('a substitution', () => {
  const seen = after(...begun, change('home-9', 'home-19', '2H 60:00'));

  test('puts one on and takes one off', () => {
    expect(home(seen)?.count).toBe(11);
    expect(home(seen)?.onPitch['home-19']).toEqual({
      name: 'Home 19',
      shirt: 19,
      on: "61'",
      replaced: 'home-9',
      order: 8,
    });
    expect(home(seen)?.off['home-9']).toEqual({
      name: 'Home 9',
      shirt: 9,
      offAt: "61'",
      offFor: 'substitution',
      replacedBy: 'home-19',
      order: 8,
    });
    expect(home(seen)?.bench).not.toHaveProperty('home-19');
  });

  test('uses one of five, and one of three stoppages', () => {
    expect(changes(seen)).toEqual({ used: 1, left: 4, windowsLeft: 2 });
  });

  test('of a substitute counts again', () => {
    const again = after(
      kickOff(),
      halfTime(),
      change('home-9', 'home-19', 'HT 10:00'),
      kickOff('2H 45:00'),
      change('home-19', 'home-20', '2H 80:00'),
    );
    expect(changes(again)).toEqual({ used: 2, left: 3, windowsLeft: 2 });
    expect(home(again)?.off['home-19']).toMatchObject({ on: 'HT', replaced: 'home-9', offAt: "81'" });
  });

  test('that is retracted gives both men and the change back', () => {
    const back = after(...begun, change('home-9', 'home-19', '2H 60:00', { id: 's1' }), retract('s1'));
    expect(back.lineups).toEqual(after(...begun).lineups);
  });

  test('in which nobody comes leaves one fewer, and uses nothing', () => {
    const short = after(...begun, line('substitution', '2H 60:00', { off: 'home-9' }));
    expect(home(short)).toMatchObject({ count: 10, substitutions: { used: 0, left: 5 } });
    expect(home(short)?.off['home-9']).toMatchObject({ offFor: 'left' });
  });

  test('in which nobody goes puts a twelfth man on, as Bayern had in Freiburg', () => {
    const twelve = after(...begun, line('substitution', '2H 86:00', { on: 'home-19' }));
    expect(home(twelve)?.count).toBe(12);
    expect(
      home(
        after(
          ...begun,
          line('substitution', '2H 86:00', { on: 'home-19' }),
          line('left', '2H 86:17', { person: 'home-9' }),
        ),
      )?.count,
    ).toBe(11);
  });

  test('of nobody who is named is still one', () => {
    expect(changes(after(...begun, line('substitution', '2H 60:00', { club: 'HOM' })))?.used).toBe(1);
  });

  test('of somebody unlisted is believed', () => {
    const seen = after(...begun, change('home-9', 'newcomer', '2H 60:00'));
    expect(home(seen)).toMatchObject({ count: 11, onPitch: { newcomer: { name: 'newcomer' } } });
  });

  test('of the goalkeeper and the captain moves the gloves, and leaves the armband to be given', () => {
    const seen = after(...begun, change('home-1', 'home-12', '2H 60:00'), change('home-10', 'home-20', '2H 60:00'));
    expect(home(seen)?.goalkeeper).toBe('home-12');
    expect(home(seen)).not.toHaveProperty('captain');
    const given = after(
      ...begun,
      change('home-10', 'home-20', '2H 60:00'),
      line('captain', '2H 60:10', { person: 'home-4' }),
    );
    expect(home(given)?.captain).toBe('home-4');
  });

  test('without a team sheet leaves eleven of eleven', () => {
    const seen = playing(oneLeg({ sheets: false })).after(...begun, change('home-9', 'home-19', '2H 60:00'));
    expect(home(seen)).toMatchObject({ count: 11, onPitch: { 'home-19': { on: "61'" } } });
  });
});

describe('windows', () => {
  test('are stoppages: two changes in one use one', () => {
    const seen = after(
      ...begun,
      change('home-9', 'home-19', '2H 60:00'),
      change('home-8', 'home-18', '2H 60:20'),
      play('2H 60:40'),
      change('home-7', 'home-17', '2H 61:00'),
    );
    expect(changes(seen)).toEqual({ used: 3, left: 2, windowsLeft: 1 });
  });

  test('are each side’s own', () => {
    const seen = after(...begun, change('home-9', 'home-19', '2H 60:00'), change('away-9', 'away-19', '2H 60:00'));
    expect([seen.lineups.HOM?.substitutions.windowsLeft, seen.lineups.AWY?.substitutions.windowsLeft]).toEqual([2, 2]);
  });

  test('aren’t used at half-time', () => {
    const seen = after(
      kickOff(),
      halfTime(),
      change('home-9', 'home-19', 'HT 14:30'),
      kickOff('2H 45:00'),
      change('home-8', 'home-18', '2H 59:00'),
      change('home-7', 'home-17', '2H 59:00'),
      play('2H 60:00'),
      change('home-6', 'home-16', '2H 70:00'),
      play('2H 71:00'),
      change('home-5', 'home-15', '2H 80:00'),
    );
    expect(changes(seen)).toEqual({ used: 5, left: 0, windowsLeft: 0 });
  });

  test('nor by a change that a feed puts at the very start of a half', () => {
    const seen = after(...begun, change('home-9', 'home-19', '2H 45:00'));
    expect(changes(seen)).toEqual({ used: 1, left: 4, windowsLeft: 3 });
  });

  test('are told apart by the watch where a feed leaves out what is played', () => {
    const seen = after(...begun, change('home-9', 'home-19', '2H 60:00'), change('home-8', 'home-18', '2H 75:00'));
    expect(changes(seen)).toEqual({ used: 2, left: 3, windowsLeft: 1 });
  });

  test('may run out before the changes do', () => {
    const seen = after(
      ...begun,
      ...[55, 65, 75, 85].flatMap((minute, index) => [
        change(`home-${9 - index}`, `home-${19 - index}`, `2H ${minute}:00`),
        play(`2H ${minute}:30`),
      ]),
    );
    expect(changes(seen)).toEqual({ used: 4, left: 1, windowsLeft: 0 });
  });

  test('don’t exist in every competition', () => {
    const old = oneLeg({ regulations: { substitutions: { normal: 3, windows: undefined } } });
    const seen = playing(old).after(...begun, change('home-9', 'home-19', '2H 60:00'));
    expect(changes(seen)).toEqual({ used: 1, left: 2 });
  });
});

describe('extra time', () => {
  const normal: Line[] = [
    ...begun,
    change('home-9', 'home-19', '2H 60:00'),
    change('home-8', 'home-18', '2H 60:00'),
    play('2H 61:00'),
    change('home-7', 'home-17', '2H 70:00'),
  ];

  test('brings one more change and one more stoppage, and what is left carries over', () => {
    expect(changes(after(...normal))).toEqual({ used: 3, left: 2, windowsLeft: 1 });
    expect(changes(after(...normal, fullTime()))).toEqual({ used: 3, left: 3, windowsLeft: 2 });
    const interval = after(...normal, fullTime(), change('home-6', 'home-16', 'ENT 02:00'));
    expect(changes(interval)).toEqual({ used: 4, left: 2, windowsLeft: 2 });
  });

  test('leaves its change there until the end, and in the kicks', () => {
    const played = [...normal, fullTime(), kickOff('ET1 90:00'), kickOff('ET2 105:00'), periodEnd('ET2 120:00')];
    expect(changes(after(...played))?.left).toBe(3);
    expect(changes(after(...played, kick(1, 'home-4')))?.left).toBe(3);
    const free = after(...played, change('home-1', 'home-12', 'PEN 0', { reason: 'goalkeeper' }), kick(1, 'home-4'));
    expect(changes(free)).toEqual({ used: 4, left: 2, windowsLeft: 2 });
  });

  test('brings nothing where there is none', () => {
    const superCup = playing(oneLeg({ regulations: { extraTime: 'none' } }));
    expect(changes(superCup.after(...normal, fullTime()))).toEqual({ used: 3, left: 2, windowsLeft: 1 });
    expect(changes(superCup.after(...normal, fullTime(), kick(1, 'home-4')))?.left).toBe(2);
  });

  test('that isn’t needed brings nothing either', () => {
    const seen = after(...normal, line('goal', '2H 80:00', { by: 'home-4' }), fullTime());
    expect(changes(seen)).toEqual({ used: 3, left: 2, windowsLeft: 1 });
  });
});

describe('a substitute for a man with concussion', () => {
  const protocol = playing(oneLeg({ regulations: { substitutions: { concussion: 1 } } }));
  const concussed = [...begun, change('home-9', 'home-19', '2H 60:00', { reason: 'concussion' })];

  test('costs his side nothing, and gives the opponents one more', () => {
    const seen = protocol.after(...concussed);
    expect(seen.lineups.HOM?.substitutions).toEqual({ used: 0, left: 5, windowsLeft: 3 });
    expect(seen.lineups.AWY?.substitutions).toEqual({ used: 0, left: 6, windowsLeft: 4 });
  });

  test('is one; the next is a change like another', () => {
    const seen = protocol.after(...concussed, change('home-8', 'home-18', '2H 70:00', { reason: 'concussion' }));
    expect(seen.lineups.HOM?.substitutions).toEqual({ used: 1, left: 4, windowsLeft: 2 });
  });

  test('is a change like another where the protocol isn’t used', () => {
    expect(changes(after(...concussed))).toEqual({ used: 1, left: 4, windowsLeft: 2 });
  });
});

describe('numbers', () => {
  test('fall while a man is off for treatment, and rise when he is back', () => {
    const off = [kickOff(), line('temporarily-off', '1H 30:00', { person: 'home-3', why: 'blood' })];
    expect(home(after(...off))).toMatchObject({
      count: 10,
      off: { 'home-3': { offAt: "31'", offFor: 'temporarily' } },
      substitutions: { used: 0 },
    });
    const back = home(after(...off, line('back-on', '1H 33:00', { person: 'home-3' })));
    expect(back?.count).toBe(11);
    expect(back?.onPitch['home-3']).toEqual({ name: 'Home 3', shirt: 3, order: 2 });
  });

  test('fall for good when a man is hurt and nobody may replace him', () => {
    const seen = after(...begun, line('left', '2H 88:00', { person: 'home-3' }));
    expect(home(seen)).toMatchObject({ count: 10, off: { 'home-3': { offAt: "89'", offFor: 'left' } } });
  });

  test('begin with nine when two are missing, who may still come', () => {
    const nine = Array.from({ length: 9 }, (_, index) => `home-${index + 1}`);
    const sheet = line('line-ups', 'pre 00:00', { teams: { HOM: { starting: nine, bench: ['home-12'] } } });
    expect(home(after(sheet, kickOff()))?.count).toBe(9);
    const seen = after(sheet, kickOff(), line('arrived', '1H 20:00', { person: 'home-10' }));
    expect(home(seen)?.count).toBe(10);
  });

  test('without a team sheet are counted down from eleven', () => {
    const unlisted = playing(oneLeg({ sheets: false }));
    expect(home(unlisted.after(kickOff()))?.count).toBe(11);
    const off = [kickOff(), line('temporarily-off', '1H 30:00', { person: 'home-3' })];
    expect(home(unlisted.after(...off))?.count).toBe(10);
    expect(home(unlisted.after(...off, line('back-on', '1H 33:00', { person: 'home-3' })))?.count).toBe(11);
  });
});

describe('a team sheet', () => {
  test('replaces the one that was known before', () => {
    const starting = ['home-1', ...Array.from({ length: 10 }, (_, index) => `home-${index + 13}`)];
    const seen = after(
      line('line-ups', 'pre 00:00', { teams: { HOM: { starting, bench: ['home-2'], formation: '4-3-3' } } }),
    );
    expect(home(seen)).toMatchObject({ count: 11, formation: '4-3-3' });
    expect(Object.keys(home(seen)?.onPitch ?? {})).toEqual(starting);
    expect(Object.keys(home(seen)?.bench ?? {})).toEqual(['home-2']);
    expect(Object.keys(seen.lineups.AWY?.bench ?? {})).toHaveLength(12);
  });

  test('that comes in the middle of a match leaves the changes that were made', () => {
    const starting = Array.from({ length: 11 }, (_, index) => `home-${index + 1}`);
    const seen = after(
      kickOff(),
      change('home-9', 'home-19', '1H 30:00'),
      line('line-ups', '1H 40:00', { teams: { HOM: { starting, bench: ['home-19', 'home-20'] } } }),
    );
    expect(home(seen)).toMatchObject({ count: 11, substitutions: { used: 1 } });
    expect(home(seen)?.onPitch).toHaveProperty('home-19');
    expect(home(seen)?.off).toHaveProperty('home-9');
  });
});
