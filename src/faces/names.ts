import type { ClubCode, Fixture, PersonId } from '../match/fixture.ts';
import { words } from './words.ts';

/** `Dortmund` for Borussia Dortmund. */
export const clubName = ({ clubs }: Fixture, club: ClubCode): string => clubs[club]?.short ?? clubs[club]?.name ?? club;

/** What somebody is called after the first mention; `undefined` for nobody in particular. */
export const personName = ({ clubs }: Fixture, id: PersonId): string => {
  for (const { people } of Object.values(clubs)) {
    const person = Object.hasOwn(people, id) ? people[id] : undefined;
    if (person !== undefined) return person.known ?? surnameOf(person.name);
  }
  return id;
};

export const nameOrSomebody = (fixture: Fixture, id: PersonId | undefined): string =>
  id === undefined ? words.somebody : personName(fixture, id);

// `Home 9` has no surname.
const surnameOf = (name: string): string => {
  const last = name.trim().split(/\s+/).at(-1) ?? name;
  return /\p{L}/u.test(last) ? last : name;
};
