import type { ClubCode, Fixture, Person } from '../match/fixture.ts';
import type { Means, Need, Score } from '../match/laws/tie.ts';

// English that more than one room says: the commentary, the faces, the exports, the command line.

/** `Borussia Dortmund` */
export const fullNameOf = ({ clubs }: Pick<Fixture, 'clubs'>, club: ClubCode): string => clubs[club]?.name ?? club;

/** `Dortmund`: what a club is called in running text. */
export const shortNameOf = ({ clubs }: Pick<Fixture, 'clubs'>, club: ClubCode): string =>
  clubs[club]?.short ?? clubs[club]?.name ?? club;

/** What somebody is called after the first mention. */
export const knownAs = ({ name, known }: Pick<Person, 'name' | 'known'>): string => known ?? surnameOf(name);

// `Home 9` has no surname.
const surnameOf = (name: string): string => {
  const last = name.trim().split(/\s+/).at(-1) ?? name;
  return /\p{L}/u.test(last) ? last : name;
};

/** `4–1` */
export const formatScore = ({ home, away }: Score): string => `${home}–${away}`;

/** What follows on `Atalanta win` or `Atalanta go through`: ` on penalties`; nothing for a match won in normal time. */
export const byMeans = (by: Means | undefined): string => (by === undefined ? '' : MEANS[by]);

const MEANS: Readonly<Record<Means, string>> = {
  'normal-time': '',
  'extra-time': ' after extra time',
  'shoot-out': ' on penalties',
  'away-goals': ' on away goals',
  'golden-goal': ' by a golden goal',
  'silver-goal': ' by a silver goal',
  lots: ' by lot',
  ruling: ' by a ruling',
};

export const NEEDS: Readonly<Record<Need, string>> = {
  'extra-time': 'extra time',
  'shoot-out': 'kicks from the penalty mark',
  replay: 'a replay',
  lots: 'the drawing of lots',
};

/** `25 February 2026`, the day where it was written down: the zone of the text is kept. */
export const dayOf = (iso: string): string => {
  const [year, month, day] = iso.slice(0, 10).split('-').map(Number);
  return `${day} ${MONTHS[(month ?? 1) - 1]} ${year}`;
};

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

/** `18:45`, likewise. */
export const hourOf = (iso: string): string => iso.slice(11, 16);

/** `two`; figures from thirteen on. */
export const numberOf = (count: number): string => NUMBERS[count] ?? String(count);

const NUMBERS = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

/** 23,219, without the tables of every language: they would take as long to load as all else that is told. */
export const inThousands = (count: number): string => String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');

/** `Anton`, `Anton and Can`, `Anton, Can and Kobel`. */
export const listOf = (items: readonly string[]): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;

/** Reasons, outcomes and kinds are kebab-case words of ours: `denying an obvious chance`. */
export const inWords = (word: string): string => word.replaceAll('-', ' ');

/** `second-yellow` and `shotsOnTarget` in words; `xg` is known as xG. */
export const spelled = (name: string): string =>
  name === 'xg' ? 'xG' : inWords(name).replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

export const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
