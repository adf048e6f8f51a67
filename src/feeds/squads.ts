import {
  type Club,
  type ClubCode,
  clubCode,
  type Fixture,
  identifier,
  type Person,
  type PersonId,
} from '../match/fixture.ts';
import { codeOfCountry } from './countries.ts';
import { surnameOf } from './surname.ts';

/**
 * The clubs of a fixture while a feed is read: everybody gets a readable id that nobody else has (`samardzic`, then
 * `lazar-samardzic`), and keeps the provider's as `ref`.
 */
export class Squads {
  readonly #clubs = new Map<
    ClubCode,
    { readonly club: Omit<Club, 'people'>; readonly people: Map<PersonId, Person> }
  >();
  readonly #clubsByRef = new Map<string, ClubCode>();
  readonly #people = new Map<string, PersonId>();
  readonly #ids = new Set<string>();

  /** The code that stands for a provider's club from now on; the one that it had where it is known already. */
  club(
    ref: string,
    { code, ...club }: Omit<Club, 'people' | 'ref'> & { readonly code?: string | undefined },
  ): ClubCode {
    const known = this.#clubsByRef.get(ref);
    if (known !== undefined) return known;
    const free = this.#freeCode(code, club.name);
    this.#clubs.set(free, { club: { ...club, name: shortened(club.name), ref: shortened(ref) }, people: new Map() });
    this.#clubsByRef.set(ref, free);
    return free;
  }

  /** The id that stands for a provider's person from now on. `ref` is unique over both clubs. */
  person(club: ClubCode, ref: string, { name, known, role, shirt, position }: Somebody): PersonId {
    const before = this.#people.get(ref);
    if (before !== undefined) return before;
    const called = known ?? surnameOf(name);
    const id = this.#freeId(name, called, club);
    this.#clubs.get(club)?.people.set(id, {
      name: shortened(name),
      // Whoever shows a name takes its last word, unless told otherwise.
      ...(known === undefined && !/\s/.test(called) ? {} : { known: shortened(called) }),
      ...(role === undefined ? {} : { role }),
      ...(shirt === undefined || !isShirt(shirt) ? {} : { shirt }),
      ...(position === undefined ? {} : { position: shortened(position) }),
      ref: shortened(ref),
    });
    this.#people.set(ref, id);
    return id;
  }

  /** Who a provider's id is, where he has been named. */
  personOf(ref: string | number | undefined): PersonId | undefined {
    return ref === undefined ? undefined : this.#people.get(String(ref));
  }

  clubOf(ref: string | number | undefined): ClubCode | undefined {
    return ref === undefined ? undefined : this.#clubsByRef.get(String(ref));
  }

  get clubs(): Fixture['clubs'] {
    return Object.fromEntries(
      [...this.#clubs].map(([code, { club, people }]) => [code, { ...club, people: Object.fromEntries(people) }]),
    );
  }

  #freeId(name: string, called: string, club: ClubCode): PersonId {
    const whole = slugOf(name);
    const wanted = [slugOf(called), whole, `${whole}-${club.toLowerCase()}`].filter(isIdentifier);
    const stem = wanted.at(-1) ?? 'somebody';
    const isFree = (id: PersonId): boolean => !this.#ids.has(id);
    const free = wanted.find(isFree) ?? (numbered(`${stem}-`, 2).find(isFree) as PersonId);
    this.#ids.add(free);
    return free;
  }

  #freeCode(code: string | undefined, name: string): ClubCode {
    const letters = slugOf(name).replaceAll('-', '').toUpperCase().replace(/^\d+/, '');
    const wanted = [code?.toUpperCase(), codeOfCountry(name), letters.slice(0, 3), letters.slice(0, 4)].filter(isCode);
    return (
      wanted.find((free) => !this.#clubs.has(free)) ??
      (numbered('C', 2).find((free) => !this.#clubs.has(free)) as ClubCode)
    );
  }
}

/** What a feed says of a person. */
export interface Somebody {
  readonly name: string;
  /** What he is called after the first mention; made of his name where it's left out. */
  readonly known?: string | undefined;
  readonly role?: Person['role'] | undefined;
  readonly shirt?: number | undefined;
  /** `GK`, `DF`, `MF`, `FW`; for staff `head-coach`, `coach` … */
  readonly position?: string | undefined;
}

/** Lower case, without accents, words joined by hyphens: `luka-modric`. */
export const slugOf = (text: string): string =>
  [...text.slice(0, NAME_LENGTH_MAX)]
    .map((letter) => UNDECOMPOSED[letter.toLowerCase()] ?? letter)
    .join('')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, SLUG_LENGTH_MAX);

const NAME_LENGTH_MAX = 400;
const SLUG_LENGTH_MAX = 60;

/** Letters that have no accent to take off. */
const UNDECOMPOSED: Readonly<Record<string, string>> = {
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
};

const shortened = (text: string): string => text.slice(0, REF_LENGTH_MAX) || '?';
const REF_LENGTH_MAX = 200;

const isShirt = (shirt: number): boolean => Number.isInteger(shirt) && shirt >= 0 && shirt <= 999;
const isIdentifier = (id: string): boolean => identifier.safeParse(id).success;
const isCode = (code: string | undefined): code is ClubCode => clubCode.safeParse(code).success;

function* numbered(stem: string, from: number): Generator<string> {
  for (let number = from; ; number += 1) yield `${stem}${number}`;
}
