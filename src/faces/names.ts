import { knownAs } from '../english/words.ts';
import type { Fixture, PersonId } from '../match/fixture.ts';
import { words } from './words.ts';

/** What somebody is called after the first mention; `undefined` for nobody in particular. */
export const personName = ({ clubs }: Fixture, id: PersonId): string => {
  for (const { people } of Object.values(clubs)) {
    const person = Object.hasOwn(people, id) ? people[id] : undefined;
    if (person !== undefined) return knownAs(person);
  }
  return id;
};

export const nameOrSomebody = (fixture: Fixture, id: PersonId | undefined): string =>
  id === undefined ? words.somebody : personName(fixture, id);
