import type { ClubCode, Fixture, Leg, Person, PersonId, TeamSheet } from '../match/fixture.ts';
import { footballersOf } from './cast.ts';
import type { Random } from './random.ts';

/** Eleven to start in a formation, and a bench as long as the competition allows. Who is banned isn't named. */
export const namedSheet = (
  fixture: Fixture,
  leg: Leg,
  club: ClubCode,
  { random, bench, banned }: { readonly random: Random; readonly bench: number; readonly banned: readonly PersonId[] },
): TeamSheet => {
  const given = leg.teams?.[club];
  const isBanned = (id: PersonId) => banned.includes(id);
  // A sheet that is given stands, unless one of its eleven has been banned since.
  if (given !== undefined && given.starting.length > 0 && !given.starting.some(isBanned))
    return given.bench === undefined ? given : { ...given, bench: given.bench.filter((id) => !isBanned(id)) };
  const free = footballersOf(fixture, club).filter(([id]) => !isBanned(id));
  const formation = random.pick(FORMATIONS);
  const starting = starters(free, formation, random);
  const others = substitutes(
    free.filter(([id]) => !starting.includes(id)),
    random,
  );
  const captain = starting[random.int(2, 6)] ?? starting[0];
  return {
    starting,
    bench: others.slice(0, Math.min(bench, BENCH_MAX)),
    formation,
    ...(starting[0] === undefined ? {} : { goalkeeper: starting[0] }),
    ...(captain === undefined ? {} : { captain }),
  };
};

/** Those who could be named without a bench being longer than people are used to. */
const BENCH_MAX = 12;

const FORMATIONS = ['4-3-3', '4-2-3-1', '4-4-2', '3-4-2-1', '3-5-2', '5-3-2'] as const;

type Squad = readonly (readonly [PersonId, Person])[];

/** From the back: a goalkeeper, defenders, midfielders, forwards; whoever is left fills a line that is short. */
const starters = (squad: Squad, formation: string, random: Random): PersonId[] => {
  const lines = formation.split('-').map(Number);
  const wanted = [1, lines[0] ?? 4, lines.slice(1, -1).reduce((sum, line) => sum + line, 0), lines.at(-1) ?? 2];
  const left = new Set(random.shuffle(squad.map(([id]) => id)));
  const named = (id: PersonId) => squad.find(([its]) => its === id)?.[1];
  const chosen: PersonId[] = [];
  for (const [line, position] of (['GK', 'DF', 'MF', 'FW'] as const).entries()) {
    const fitting = [...left].filter((id) => lineOf(named(id)?.position) === position).sort(keepFirst(squad));
    for (const id of (position === 'GK' ? fitting : random.shuffle(fitting)).slice(0, wanted[line])) {
      left.delete(id);
      chosen.push(id);
    }
  }
  for (const id of left) if (chosen.length < 11 && lineOf(named(id)?.position) !== 'GK') chosen.push(id);
  return chosen;
};

/** The first goalkeeper of the squad is its first goalkeeper. */
const keepFirst = (squad: Squad) => (a: PersonId, b: PersonId) =>
  squad.findIndex(([id]) => id === a) - squad.findIndex(([id]) => id === b);

/** However short the bench, there is a goalkeeper, and somebody for each line. */
const substitutes = (squad: Squad, random: Random): PersonId[] => {
  const lines = new Map(LINES.map((line) => [line, [] as PersonId[]]));
  for (const [id, { position }] of random.shuffle(squad)) lines.get(lineOf(position))?.push(id);
  const ordered = [...BENCH].flatMap((line) => lines.get(line)?.shift() ?? []);
  return [...ordered, ...LINES.flatMap((line) => lines.get(line) ?? [])];
};

const LINES = ['GK', 'DF', 'MF', 'FW'] as const;
export type Line = (typeof LINES)[number];
const BENCH: readonly Line[] = ['GK', 'MF', 'DF', 'FW', 'MF', 'DF', 'FW', 'MF', 'DF', 'MF', 'DF', 'FW'];

/** Where somebody plays, whatever finer word his squad has for it. */
export const lineOf = (position: string | undefined): Line => {
  switch (position) {
    case 'GK':
    case 'DF':
    case 'FW':
      return position;
    case 'WB':
    case 'CB':
    case 'LB':
    case 'RB':
      return 'DF';
    case 'ST':
    case 'CF':
    case 'LW':
    case 'RW':
      return 'FW';
    default:
      return 'MF';
  }
};
