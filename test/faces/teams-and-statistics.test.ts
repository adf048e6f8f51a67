import { expect, test } from 'vitest';
import { statisticsOf } from '../../src/faces/statistics.ts';
import { teamsOf } from '../../src/faces/teams.ts';
import { FLAGSHIP, knownMatch } from './match.ts';

const { asOf, fixture } = knownMatch(FLAGSHIP);
const names = (people: readonly { readonly known: string }[]) => people.map(({ known }) => known);

test('eleven stand in the rows of their formation, the goalkeeper behind them', () => {
  const [home] = teamsOf(asOf("10'"), fixture);
  expect(home).toMatchObject({ club: 'ATA', formation: '3-4-2-1', count: 11 });
  expect(home.rows.map((row) => row.length)).toEqual([1, 3, 4, 2, 1]);
  expect(names(home.rows[0] ?? [])).toEqual(['Carnesecchi']);
  expect(names(home.rows[1] ?? []).toSorted()).toEqual(['Hien', 'Kolašinac', 'Scalvini']);
  expect(names(home.rows[4] ?? [])).toEqual(['Scamacca']);
});

test('with a man sent off ten are left, in as many rows', () => {
  const [, away] = teamsOf(asOf('full-time'), fixture);
  expect(away.count).toBe(10);
  expect(away.rows.flat()).toHaveLength(10);
  expect(away.off.at(-1)).toMatchObject({ known: 'Bensebaini', sentOff: { by: 'second-yellow', label: "90+7'" } });
});

test('nobody changes places because a view names its people in another order', () => {
  const views = asOf('full-time');
  const turned = <Each>(each: Readonly<Record<string, Each>>) => Object.fromEntries(Object.entries(each).reverse());
  const lineups = Object.fromEntries(
    Object.entries(views.lineups).map(([club, team]) => {
      const { onPitch, bench, off, staff } = team;
      return [
        club,
        { ...team, onPitch: turned(onPitch), bench: turned(bench), off: turned(off), staff: turned(staff) },
      ];
    }),
  );
  expect(teamsOf({ ...views, lineups }, fixture)).toEqual(teamsOf(views, fixture));
});

test('a row stands as the team sheet names it, and a substitute where he stood whom he replaced', () => {
  const rowsAt = (time: string) => teamsOf(asOf(time), fixture)[0].rows.map(names);
  expect(rowsAt("10'")[1]).toEqual(['Scalvini', 'Hien', 'Kolašinac']);
  expect(rowsAt("80'")[1]).toEqual(['Djimsiti', 'Hien', 'Ahanor']);
});

test('whoever came on says when and for whom; whoever went off is listed in that order, by shirt where two went together', () => {
  const [home] = teamsOf(asOf("90'"), fixture);
  const krstovic = home.rows.flat().find(({ id }) => id === 'krstovic');
  expect(krstovic).toMatchObject({ on: "72'", replaced: 'Scamacca' });
  expect(names(home.off)).toEqual(['Scamacca', 'Kolašinac', 'Scalvini', 'Zalewski']);
  expect(home.changes).toMatchObject({ used: 4, left: 1 });
});

test('goals and cards stand with those whose they are', () => {
  const [home, away] = teamsOf(asOf("80'"), fixture);
  expect(home.rows.flat().find(({ id }) => id === 'pasalic')?.goals).toBe(1);
  expect(away.rows.flat().find(({ id }) => id === 'bensebaini')?.yellows).toEqual(["13'"]);
});

test('what is counted and what a source reports are told apart', () => {
  const { counted, reported } = statisticsOf(asOf());
  const shots = (rows: typeof counted) => rows.find(({ name }) => name === 'shots');
  expect(shots(counted)).toMatchObject({ home: 8, away: 6 });
  expect(shots(reported)).toMatchObject({ home: 15, away: 7, homeText: '15', title: 'Shots' });
  expect(reported.find(({ name }) => name === 'xg')).toMatchObject({ homeText: '2.61', awayText: '0.93' });
  expect(reported.find(({ name }) => name === 'possession')).toMatchObject({ homeText: '44 %', share: 0.44 });
  expect(statisticsOf(asOf("60'")).reported).toEqual([]);
});

test('before the line-ups are known nobody stands anywhere', () => {
  const { history, fixture } = knownMatch(FLAGSHIP);
  const [home, away] = teamsOf(history.viewsAt(0), fixture);
  expect(home.rows).toEqual([]);
  expect(away.bench).toEqual([]);
});
