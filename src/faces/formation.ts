import type { PersonId } from '../match/fixture.ts';
import type { TeamView } from '../projections/views.ts';
import type { SeenPerson } from './people.ts';

/**
 * Those on the pitch in rows, from the goalkeeper forward. Where people stand is known by position alone; a formation
 * says how many stand in each row. Within a row they stand as the team sheet names those who started, and where it
 * doesn't say, by their shirts, whoever has taken their place since: nobody moves because somebody else came on, nor
 * because a view names its people in another order.
 */
export const rowsOf = (people: readonly SeenPerson[], team: TeamView | undefined): SeenPerson[][] => {
  const placed = people
    .map((person) => ({
      person,
      depth: depthOf(person),
      order: (team?.onPitch[person.id] ?? team?.off[person.id])?.order ?? NOWHERE,
      shirt: shirtOfPlace(person.id, team),
    }))
    .sort((a, b) => a.depth - b.depth || a.order - b.order || a.shirt - b.shirt || (a.person.id < b.person.id ? -1 : 1))
    .map(({ person }) => person);
  const keeper = placed.filter((person) => person.goalkeeper);
  const field = placed.filter((person) => !person.goalkeeper);
  const rows = keeper.length === 0 ? [] : [keeper];
  let from = 0;
  for (const size of sizesFor(field.length, team?.formation)) {
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

/** Of whoever had the place first. */
const shirtOfPlace = (id: PersonId, team: TeamView | undefined): number => {
  const seen = new Set([id]);
  let starter = id;
  for (;;) {
    const before = (team?.onPitch[starter] ?? team?.off[starter])?.replaced;
    // A feed may have two replace one another.
    if (before === undefined || seen.has(before)) break;
    seen.add(before);
    starter = before;
  }
  return (team?.onPitch[starter] ?? team?.off[starter] ?? team?.bench[starter])?.shirt ?? NOWHERE;
};

/** After all that the sheet names. */
const NOWHERE = 1000;
