import type { ClubCode, Fixture, PersonId } from '../match/fixture.ts';
import type { Capacity, PersonCards, PersonView, Views } from '../projections/views.ts';
import { personName } from './names.ts';
import { stands } from './tone.ts';

/** Somebody on a team sheet, with all that has come his way. */
export interface SeenPerson {
  readonly id: PersonId;
  readonly club: ClubCode;
  readonly name: string;
  /** What he's called after the first mention. */
  readonly known: string;
  readonly shirt?: number;
  readonly position?: string;
  readonly where: 'pitch' | 'bench' | 'off' | 'staff';
  readonly goalkeeper: boolean;
  readonly captain: boolean;
  readonly goals: number;
  readonly ownGoals: number;
  readonly yellows: readonly string[];
  readonly sentOff?: {
    readonly by: 'second-yellow' | 'straight-red';
    readonly label: string;
    readonly rescinded: boolean;
  };
  /** The capacity in which the last card was shown. */
  readonly capacity?: Capacity;
  readonly on?: string;
  readonly offAt?: string;
  readonly offFor?: NonNullable<PersonView['offFor']>;
  readonly replaced?: string;
  readonly replacedBy?: string;
}

type Seen = Pick<Views, 'lineups' | 'cards' | 'timeline' | 'clock'>;

/** Everybody of a club that the views name, in the order: pitch, bench, off, staff. */
export const peopleOf = (views: Seen, fixture: Fixture, club: ClubCode): readonly SeenPerson[] => {
  const { lineups, cards } = views;
  const team = lineups[club];
  const goals = goalsBy(views);
  const seen = (where: SeenPerson['where'], people: Readonly<Record<PersonId, PersonView>>): SeenPerson[] =>
    Object.entries(people).map(([id, person]) => ({
      ...personOf(id, club, person, where, goals, fixture),
      ...cardsOf(cards.people[id]),
      goalkeeper: where === 'pitch' && team?.goalkeeper === id,
      captain: team?.captain === id,
    }));
  if (team === undefined) return [];
  const listed = [
    ...seen('pitch', team.onPitch),
    ...seen('bench', team.bench),
    ...seen('off', team.off),
    ...seen('staff', team.staff),
  ];
  // A card may be shown to somebody whom no team sheet names.
  const others = Object.entries(cards.people)
    .filter(([id, card]) => card.club === club && !listed.some((person) => person.id === id))
    .map(([id, card]) => ({
      ...personOf(id, club, { name: card.name }, card.role === 'staff' ? 'staff' : 'bench', goals, fixture),
      ...cardsOf(card),
    }));
  return [...listed, ...others];
};

const personOf = (
  id: PersonId,
  club: ClubCode,
  { name, shirt, position, on, offAt, offFor, replaced, replacedBy }: PersonView,
  where: SeenPerson['where'],
  goals: ReadonlyMap<PersonId, { readonly own: number; readonly scored: number }>,
  fixture: Fixture,
): SeenPerson => ({
  id,
  club,
  name,
  known: personName(fixture, id) === id ? name : personName(fixture, id),
  ...(shirt === undefined ? {} : { shirt }),
  ...(position === undefined ? {} : { position }),
  where,
  goalkeeper: false,
  captain: false,
  goals: goals.get(id)?.scored ?? 0,
  ownGoals: goals.get(id)?.own ?? 0,
  yellows: [],
  ...(on === undefined ? {} : { on }),
  ...(offAt === undefined ? {} : { offAt }),
  ...(offFor === undefined ? {} : { offFor }),
  ...(replaced === undefined ? {} : { replaced: personName(fixture, replaced) }),
  ...(replacedBy === undefined ? {} : { replacedBy: personName(fixture, replacedBy) }),
});

const cardsOf = (cards: PersonCards | undefined): Partial<Pick<SeenPerson, 'yellows' | 'sentOff' | 'capacity'>> => {
  if (cards === undefined) return {};
  const { yellows, shootoutYellows = [], sentOff, role } = cards;
  return {
    yellows: [...yellows, ...shootoutYellows],
    capacity: role,
    ...(sentOff === undefined
      ? {}
      : { sentOff: { by: sentOff.by, label: sentOff.label, rescinded: sentOff.rescinded === true } }),
  };
};

const goalsBy = ({ timeline, clock }: Seen): Map<PersonId, { own: number; scored: number }> => {
  const goals = new Map<PersonId, { own: number; scored: number }>();
  for (const item of Object.values(timeline)) {
    const { kind, person, at, own, score } = item;
    if (kind !== 'goal' || person === undefined || score === undefined || at.leg !== clock.leg || !stands(item))
      continue;
    const known = goals.get(person) ?? { own: 0, scored: 0 };
    goals.set(person, own === true ? { ...known, own: known.own + 1 } : { ...known, scored: known.scored + 1 });
  }
  return goals;
};
