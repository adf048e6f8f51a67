import type { ClubCode, Fixture, PersonId } from '../match/fixture.ts';
import type { Score } from '../match/laws/tie.ts';

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
      Object.entries(people).map(
        ([id, { name, known }]) => [id, { club, name, known: known ?? surnameOf(name) }] as const,
      ),
    ),
  );

export const clubOf = ({ clubs }: Fixture, club: ClubCode): string => clubs[club]?.name ?? club;

/** The name used in running text. */
export const shortOf = ({ clubs }: Fixture, club: ClubCode): string => clubs[club]?.short ?? clubs[club]?.name ?? club;

export const scoreText = ({ home, away }: Score): string => `${home}–${away}`;

/** `25 February 2026`, the day where it was written down: the zone of the text is kept. */
export const dayText = (iso: string): string => {
  const [year, month, day] = iso.slice(0, 10).split('-').map(Number);
  return `${day} ${MONTHS[(month ?? 1) - 1]} ${year}`;
};

/** `18:45` */
export const hourText = (iso: string): string => iso.slice(11, 16);

/** `two`; figures from eleven on. */
export const countText = (count: number): string => COUNTS[count] ?? String(count);

/** `Anton`, `Anton and Can`, `Anton, Can and Kobel`. */
export const listText = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

/** `Accounts 000, 001 and 003`: a first word that all names share is said once. */
export const namesText = (names: readonly string[]): string => {
  const [shared = ''] = names[0]?.split(' ') ?? [];
  if (names.length < 2 || !names.every((name) => name.startsWith(`${shared} `))) return upperFirst(listText(names));
  return upperFirst(`${shared}s ${listText(names.map((name) => name.slice(shared.length + 1)))}`);
};

export const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** `second-yellow` and `shotsOnTarget` in words. */
export const spelled = (name: string): string =>
  name === 'xg' ? 'xG' : name.replaceAll('-', ' ').replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

/** ` on penalties`, to be added to what somebody won. */
export const meansText = (by: string | undefined): string =>
  by === undefined || by === 'normal-time' ? '' : (MEANS[by] ?? ` by ${by.replaceAll('-', ' ')}`);

const MEANS: Readonly<Record<string, string>> = {
  'extra-time': ' after extra time',
  'shoot-out': ' on penalties',
  'away-goals': ' on away goals',
  'golden-goal': ' by a golden goal',
  'silver-goal': ' by a silver goal',
  lots: ' by lot',
  ruling: ' by a ruling',
};

// `Home 9` has no surname.
const surnameOf = (name: string): string => {
  const last = name.trim().split(/\s+/).at(-1) ?? name;
  return /\p{L}/u.test(last) ? last : name;
};

const COUNTS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
