import type { ClubCode, Fixture, Side } from '../match/fixture.ts';
import type { TeamView, Views } from '../projections/views.ts';
import { clubName } from './names.ts';
import { peopleOf, type SeenPerson } from './people.ts';

/** A team as it stands on the pitch and beside it. */
export interface SeenTeam {
  readonly side: Side;
  readonly club: ClubCode;
  readonly name: string;
  readonly short: string;
  readonly colours?: { readonly main: string; readonly text?: string };
  readonly formation?: string;
  /** On the pitch now. */
  readonly count: number;
  readonly changes: { readonly used: number; readonly left: number; readonly windowsLeft?: number };
  /** From the goalkeeper forward; each row from the team's own right to its left, as far as anybody knows. */
  readonly rows: readonly (readonly SeenPerson[])[];
  readonly bench: readonly SeenPerson[];
  /** Substituted, sent off or gone. */
  readonly off: readonly SeenPerson[];
  readonly staff: readonly SeenPerson[];
}

type Seen = Pick<Views, 'lineups' | 'cards' | 'timeline' | 'clock' | 'scoreboard'>;

/** Home and away, as the scoreboard has them. */
export const teamsOf = (views: Seen, fixture: Fixture): readonly [SeenTeam, SeenTeam] => [
  teamOf('home', views, fixture),
  teamOf('away', views, fixture),
];

const teamOf = (side: Side, views: Seen, fixture: Fixture): SeenTeam => {
  const { club, name } = views.scoreboard[side];
  const people = peopleOf(views, fixture, club);
  const at = (where: SeenPerson['where']): SeenPerson[] => people.filter((person) => person.where === where);
  const team = views.lineups[club];
  const { main, text } = fixture.clubs[club]?.colours ?? {};
  const { used = 0, left = 0, windowsLeft } = team?.substitutions ?? {};
  return {
    side,
    club,
    name,
    short: clubName(fixture, club),
    ...(main === undefined ? {} : { colours: { main, ...(text === undefined ? {} : { text }) } }),
    ...(team?.formation === undefined ? {} : { formation: team.formation }),
    count: team?.count ?? 0,
    changes: { used, left, ...(windowsLeft === undefined ? {} : { windowsLeft }) },
    rows: rowsOf(at('pitch'), team),
    bench: byShirt(at('bench')),
    off: byLeaving(at('off')),
    staff: at('staff'),
  };
};

/** Where people stand is known by position alone; a formation says how many stand in each row. */
const rowsOf = (people: readonly SeenPerson[], team: TeamView | undefined): SeenPerson[][] => {
  const keeper = people.filter((person) => person.goalkeeper);
  const field = people.filter((person) => !person.goalkeeper).toSorted((a, b) => depthOf(a) - depthOf(b));
  const rows = keeper.length === 0 ? [] : [keeper];
  const sizes = sizesFor(field.length, team?.formation);
  let from = 0;
  for (const size of sizes) {
    const row = field.slice(from, from + size);
    if (row.length > 0) rows.push(acrossThePitch(row));
    from += size;
  }
  return rows;
};

/** With men missing the rows stay, from the front thinned out: 3-4-2-1 with nine in the field is 3-4-2. */
const sizesFor = (count: number, formation: string | undefined): number[] => {
  const sizes = formation?.split('-').map(Number) ?? [];
  const total = sizes.reduce((sum, size) => sum + size, 0);
  if (total === 0) return count > 7 ? [4, count - 7, 3] : [count];
  const last = sizes.length - 1;
  for (let missing = total - count; missing > 0; missing -= 1) {
    const widest = sizes.indexOf(Math.max(...sizes));
    sizes[widest] = (sizes[widest] ?? 0) - 1;
  }
  // More than the formation has: they stand in front.
  if (count > total) sizes[last] = (sizes[last] ?? 0) + count - total;
  return sizes.filter((size) => size > 0);
};

const DEPTHS: Readonly<Record<string, number>> = { GK: 0, DF: 1, WB: 2, MF: 3, AM: 4, FW: 5 };

const depthOf = ({ position = '' }: SeenPerson): number => DEPTHS[position] ?? 3;

/** Those who play wide stand outside. */
const acrossThePitch = (row: readonly SeenPerson[]): SeenPerson[] => {
  const wide = row.filter(({ position }) => position === 'WB');
  const inside = row.filter(({ position }) => position !== 'WB');
  return wide.length === 0 || inside.length === 0
    ? [...row]
    : [...wide.slice(0, Math.ceil(wide.length / 2)), ...inside, ...wide.slice(Math.ceil(wide.length / 2))];
};

const byShirt = (people: readonly SeenPerson[]): SeenPerson[] =>
  people.toSorted(
    (a, b) => (a.position === 'GK' ? 0 : 1) - (b.position === 'GK' ? 0 : 1) || (a.shirt ?? 999) - (b.shirt ?? 999),
  );

const byLeaving = (people: readonly SeenPerson[]): SeenPerson[] =>
  people.toSorted((a, b) => minuteOf(a.offAt) - minuteOf(b.offAt));

/** `45+2'` comes before `46'`. */
const minuteOf = (label = ''): number => {
  const [, minute = '0', added = '0'] = /^(\d+)(?:\+(\d+))?/.exec(label) ?? [];
  return Number(minute) + Number(added) / 100;
};
