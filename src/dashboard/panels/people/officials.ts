import type { Fixture } from '../../../match/fixture.ts';
import { WORDS } from '../words.ts';

/** Those of a leg, in the order in which they are announced. */
export const officialsOf = (
  { legs }: Fixture,
  leg: number,
): readonly { readonly role: string; readonly name: string }[] => {
  const { referee, assistants = [], fourth, var: video, avar } = legs[leg - 1]?.officials ?? {};
  const named = [
    [WORDS.people.referee, referee],
    ...assistants.map((name) => [WORDS.people.assistant, name]),
    [WORDS.people.fourth, fourth],
    [WORDS.people.var, video],
    [WORDS.people.avar, avar],
  ] as readonly (readonly [string, string | undefined])[];
  return named.flatMap(([role, name]) => (name === undefined ? [] : [{ role, name }]));
};
