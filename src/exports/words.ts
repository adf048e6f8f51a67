import { knownAs, listOf, upperFirst } from '../english/words.ts';
import type { ClubCode, Fixture, PersonId } from '../match/fixture.ts';

export interface Somebody {
  readonly club: ClubCode;
  readonly name: string;
  /** What he's called after the first mention. */
  readonly known: string;
}

/** Everybody in the squads and on the staffs. */
export const peopleOf = ({ clubs }: Fixture): ReadonlyMap<PersonId, Somebody> =>
  new Map(
    Object.entries(clubs).flatMap(([club, { people }]) =>
      Object.entries(people).map(([id, person]) => [id, { club, name: person.name, known: knownAs(person) }] as const),
    ),
  );

/** `Accounts 000, 001 and 003`: a first word that all names share is said once. */
export const namesText = (names: readonly string[]): string => {
  const [shared = ''] = names[0]?.split(' ') ?? [];
  if (names.length < 2 || !names.every((name) => name.startsWith(`${shared} `))) return upperFirst(listOf(names));
  return upperFirst(`${shared}s ${listOf(names.map((name) => name.slice(shared.length + 1)))}`);
};
