import { type Fields, fieldsOf, textOf } from '../json.ts';
import type { Somebody } from '../squads.ts';
import type { Names } from './files.ts';

export const nameOfClub = (id: string, names: Names): string => {
  const club = names.clubs.get(id);
  return unescaped(textOf(club?.name) ?? textOf(club?.officialName)) ?? `Club ${id}`;
};

export const personFrom = (fields: Fields | undefined, ref: string): Somebody => {
  const [first, last, short] = [fields?.firstName, fields?.lastName, fields?.shortName].map((part) =>
    unescaped(textOf(part)),
  );
  const role = textOf(fieldsOf(fields?.role).code2);
  const known = short?.replace(/^(?:\p{L}\.\s*)+/u, '');
  const called = known === undefined || known === '' ? last : known;
  return {
    // All the names that he was given stand in the data; people call Simon Thorup Kjær Simon Kjær.
    name:
      short !== undefined && short === known
        ? short
        : [first?.split(' ')[0], called].filter(Boolean).join(' ') || `Footballer ${ref}`,
    // `N. Kanté`; whoever goes by one name has it there alone.
    known: called,
    position: role === undefined ? undefined : ({ GK: 'GK', DF: 'DF', MD: 'MF', FW: 'FW' }[role] ?? undefined),
  };
};

/** Names were escaped twice when the data was made: `Kant\u00e9` is Kanté. */
const unescaped = (text: string | undefined): string | undefined =>
  text?.replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
