import { shortNameOf } from '../english/words.ts';
import type { ClubCode, Fixture, Side } from '../match/fixture.ts';
import type { Views } from '../projections/views.ts';
import { rowsOf } from './formation.ts';
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
    short: shortNameOf(fixture, club),
    ...(main === undefined ? {} : { colours: { main, ...(text === undefined ? {} : { text }) } }),
    ...(team?.formation === undefined ? {} : { formation: team.formation }),
    count: team?.count ?? 0,
    changes: { used, left, ...(windowsLeft === undefined ? {} : { windowsLeft }) },
    rows: rowsOf(at('pitch'), team),
    bench: byShirt(at('bench')),
    off: byLeaving(at('off')),
    staff: byShirt(at('staff')),
  };
};

// A view's people come in no order, so that each list has one of its own.

/** Goalkeepers and head coaches first. */
const byShirt = (people: readonly SeenPerson[]): SeenPerson[] =>
  people.toSorted((a, b) => rankOf(a) - rankOf(b) || compareShirts(a, b));

const rankOf = ({ position }: SeenPerson): number => (position === 'GK' || position === 'head-coach' ? 0 : 1);

const byLeaving = (people: readonly SeenPerson[]): SeenPerson[] =>
  people.toSorted((a, b) => minuteOf(a.offAt) - minuteOf(b.offAt) || compareShirts(a, b));

const compareShirts = (a: SeenPerson, b: SeenPerson): number =>
  (a.shirt ?? 1000) - (b.shirt ?? 1000) || (a.id < b.id ? -1 : 1);

/** `45+2'` comes before `46'`. */
const minuteOf = (label = ''): number => {
  const [, minute = '0', added = '0'] = /^(\d+)(?:\+(\d+))?/.exec(label) ?? [];
  return Number(minute) + Number(added) / 100;
};
