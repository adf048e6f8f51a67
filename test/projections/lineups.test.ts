import { expect, test } from 'vitest';
import {
  after,
  caution,
  change,
  fullTime,
  goal,
  kickOff,
  line,
  oneLeg,
  playing,
  red,
  retract,
} from '../support/story.ts';

test('each club has its eleven, its bench and its staff', () => {
  const { HOM } = after(kickOff()).lineups;
  expect(HOM).toMatchObject({ count: 11, captain: 'home-10', goalkeeper: 'home-1' });
  expect(HOM?.substitutions).toEqual({ used: 0, left: 5, windowsLeft: 3 });
  expect(Object.keys(HOM?.onPitch ?? {})).toHaveLength(11);
  expect(HOM?.onPitch['home-1']).toEqual({ name: 'Home 1', shirt: 1, position: 'GK', order: 0 });
  expect(Object.keys(HOM?.bench ?? {})).toHaveLength(12);
  expect(HOM?.off).toEqual({});
  expect(HOM?.staff).toEqual({ 'home-coach': { name: 'Home coach', position: 'head-coach' } });
  expect(HOM).not.toHaveProperty('formation');
});

test('a man stands in one place: on the pitch, on the bench, off, or in the technical area', () => {
  const { HOM } = after(
    kickOff(),
    change('home-9', 'home-19', '1H 30:00'),
    red('home-4', '1H 35:00'),
    red('home-14', '1H 36:00'),
    line('temporarily-off', '1H 40:00', { person: 'home-3' }),
  ).lineups;
  const places = [HOM?.onPitch, HOM?.bench, HOM?.off, HOM?.staff].flatMap((place) => Object.keys(place ?? {}));
  expect(places).toHaveLength(24);
  expect(new Set(places).size).toBe(24);
  expect(Object.keys(HOM?.off ?? {}).toSorted()).toEqual(['home-14', 'home-3', 'home-4', 'home-9']);
  expect(HOM?.count).toBe(9);
});

test('whoever was replaced and then sent off went when he was replaced', () => {
  const { HOM } = after(kickOff(), change('home-9', 'home-19', '1H 30:00'), red('home-9', '1H 35:00')).lineups;
  expect(HOM?.off['home-9']).toEqual({
    name: 'Home 9',
    shirt: 9,
    offAt: "31'",
    offFor: 'substitution',
    replacedBy: 'home-19',
    order: 8,
  });
});

test('a substitute has the place on the sheet of whoever he replaced, and on the bench nobody has one', () => {
  const told = [kickOff(), change('home-9', 'home-19', '1H 30:00'), change('home-19', 'home-18', '1H 40:00')];
  const { HOM } = after(...told).lineups;
  expect([HOM?.off['home-9']?.order, HOM?.off['home-19']?.order, HOM?.onPitch['home-18']?.order]).toEqual([8, 8, 8]);
  expect(HOM?.bench['home-17']).not.toHaveProperty('order');
});

test('a team sheet that comes late gives those their places who have gone by then', () => {
  const starting = [1, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2].map((shirt) => `home-${shirt}`);
  const { HOM } = after(
    kickOff(),
    change('home-9', 'home-19', '1H 30:00'),
    line('line-ups', '1H 31:00', { teams: { HOM: { starting, bench: [] } } }),
  ).lineups;
  expect([HOM?.off['home-9']?.order, HOM?.onPitch['home-19']?.order, HOM?.onPitch['home-11']?.order]).toEqual([
    3, 3, 1,
  ]);
});

test('a formation is there once it’s told, and may change', () => {
  const changed = [kickOff(), line('formation', '1H 20:00', { club: 'HOM', formation: '3-4-2-1' })];
  expect(after(...changed).lineups.HOM?.formation).toBe('3-4-2-1');
});

test('a captain who is sent off isn’t captain any more', () => {
  const { HOM } = after(kickOff(), red('home-10', '1H 20:00')).lineups;
  expect(HOM).not.toHaveProperty('captain');
});

test('a dismissal that is taken back puts the man where he was', () => {
  const before = after(kickOff()).lineups;
  expect(after(kickOff(), red('home-4', '1H 20:00', { id: 'red1' }), retract('red1')).lineups).toEqual(before);
});

test('a first yellow leaves the view equal, and a goal leaves it as it was', () => {
  const { shown } = playing(oneLeg()).tell(kickOff(), caution('home-4', '1H 10:00'), goal('home-9', '1H 12:00'));
  expect(shown[2]?.lineups).toEqual(shown[1]?.lineups);
  expect(shown[3]?.lineups).toBe(shown[2]?.lineups);
});

test('the whistle before extra time brings a change more', () => {
  const { shown } = playing(oneLeg()).tell(kickOff(), fullTime());
  expect([1, 2].map((cursor) => shown[cursor]?.lineups.HOM?.substitutions.left)).toEqual([5, 6]);
});
