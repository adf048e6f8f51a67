import { instead, listed, nearest, quote } from '../journal/complaint.ts';
import type { ClubCode, Fixture, Leg, Person, PersonId, Side } from '../match/fixture.ts';
import { identifier } from '../match/fixture.ts';

/** What a reference names, or what to say about it. */
export type Reference = { readonly id: string } | { readonly problem: string };

/** How people and clubs are written: `home 9`, `ATA 9`, `home coach`, an id, a name; `home`, `ATA`. */
export interface Directory {
  /** With `unknown`, an id that the fixture doesn't have is kept: feeds send such; see `Strangers`. */
  person(text: string, leg: number, strangers: Strangers): Reference;
  club(text: string, leg: number): Reference;
}

/** Whether unknown ids are refused, taken unless they look like a slip of the pen, or taken as they are. */
export type Strangers = 'refused' | 'unless-a-slip' | 'welcome';

export const directoryOf = (fixture: Fixture): Directory => new FixtureDirectory(fixture);

/** For a fixture that couldn't be read: then nothing more is said about the people in the log. */
export const ANYBODY: Directory = { person: () => ({ id: 'somebody' }), club: () => ({ id: 'ANY' }) };

interface Known {
  readonly id: PersonId;
  readonly club: ClubCode;
  readonly person: Person;
}

class FixtureDirectory implements Directory {
  readonly #fixture: Fixture;
  readonly #people = new Map<PersonId, Known>();
  readonly #names = new Map<string, Set<PersonId>>();
  readonly #clubs = new Map<string, ClubCode>();
  readonly #strangers = new Map<string, string | undefined>();

  constructor(fixture: Fixture) {
    this.#fixture = fixture;
    for (const [code, { name, short, people }] of Object.entries(fixture.clubs)) {
      for (const word of [code, name, short]) if (word !== undefined) this.#clubs.set(folded(word), code);
      for (const [id, person] of Object.entries(people)) {
        this.#people.set(id, { id, club: code, person });
        for (const word of namesOf(person))
          this.#names.set(folded(word), (this.#names.get(folded(word)) ?? new Set()).add(id));
      }
    }
  }

  person(text: string, leg: number, strangers: Strangers): Reference {
    const word = text.trim();
    if (this.#people.has(word)) return { id: word };
    const [, first = '', rest = ''] = /^(\S+)\s+(.+)$/.exec(word) ?? [];
    const shirt = /^\d+$/.test(rest);
    const side = this.#clubCode(first, leg) ?? (shirt ? this.#clubs.get(folded(first)) : undefined);
    if (side !== undefined) return this.#ofClub(word, side, rest);
    if (this.#clubCode(word, leg) !== undefined) {
      return { problem: `${quote(word)} is a club; a person is written ${quote(`${word} 9`)}` };
    }
    const called = this.#names.get(folded(word));
    if (called !== undefined) return this.#unique(word, [...called]);
    if (shirt) return { problem: this.#noClub(first) };
    return this.#stranger(word, strangers);
  }

  club(text: string, leg: number): Reference {
    const word = text.trim();
    const code = this.#clubCode(word, leg) ?? this.#clubs.get(folded(word));
    if (code !== undefined) return { id: code };
    const [, first = ''] = /^(\S+)\s+\S/.exec(word) ?? [];
    if (this.#clubCode(first, leg) !== undefined)
      return { problem: `${quote(word)} is a person; the club alone is ${quote(first)}` };
    return { problem: this.#noClub(word) };
  }

  #leg(number: number): Leg | undefined {
    return this.#fixture.legs[number - 1];
  }

  #clubCode(word: string, leg: number): ClubCode | undefined {
    if (word === 'home' || word === 'away') return this.#leg(leg)?.[word satisfies Side];
    return Object.hasOwn(this.#fixture.clubs, word) ? word : undefined;
  }

  #noClub(word: string): string {
    const codes = Object.keys(this.#fixture.clubs);
    return `no such club ${quote(word)}${instead(word, ['home', 'away', ...codes], 'there are')}`;
  }

  /** `9`, `coach` or a name, of one club. */
  #ofClub(word: string, club: ClubCode, rest: string): Reference {
    const people = [...this.#people.values()].filter((known) => known.club === club);
    const name = this.#fixture.clubs[club]?.name ?? club;
    if (/^\d+$/.test(rest)) {
      const wearing = people.filter(({ person }) => person.shirt === Number(rest));
      const shirts = people.flatMap(({ person }) => (person.shirt === undefined ? [] : [person.shirt]));
      return wearing.length === 0
        ? {
            problem: `no such shirt ${quote(word)}: ${name} ${shirts.length === 0 ? 'have no shirt numbers' : `wear ${ranges(shirts)}`}`,
          }
        : this.#unique(
            word,
            wearing.map(({ id }) => id),
          );
    }
    const post = folded(rest);
    const staff = people.filter(
      ({ person }) => person.role === 'staff' && [post, `head-${post}`].includes(folded(person.position ?? '')),
    );
    const called = people.filter(({ person }) => namesOf(person).some((known) => folded(known) === post));
    const meant = staff.length > 0 ? staff : called;
    if (meant.length > 0)
      return this.#unique(
        word,
        meant.map(({ id }) => id),
      );
    const names = people.map(({ person }) => person.known ?? person.name);
    return { problem: `nobody at ${name} is called ${quote(rest)}${instead(rest, names, 'there are')}` };
  }

  #unique(word: string, ids: readonly PersonId[]): Reference {
    const [id, another] = ids;
    if (id !== undefined && another === undefined) return { id };
    return { problem: `${quote(word)} could be ${listed(ids)}; write the id` };
  }

  #stranger(word: string, strangers: Strangers): Reference {
    if (!identifier.safeParse(word).success) return { problem: this.#nobody(word) };
    if (strangers === 'welcome') return { id: word };
    if (strangers === 'refused') return { problem: this.#nobody(word) };
    if (!this.#strangers.has(word)) this.#strangers.set(word, this.#slipOf(word));
    const meant = this.#strangers.get(word);
    return meant === undefined
      ? { id: word }
      : { problem: `no such person ${quote(word)}; did you mean ${quote(meant)}?` };
  }

  #nobody(word: string): string {
    const people = [...this.#people.values()];
    const near = nearest(word, [...people.map(({ id }) => id), ...people.flatMap(({ person }) => namesOf(person))]);
    const hint =
      near === undefined
        ? 'a person is written "home 9", as an id or by a unique name'
        : `did you mean ${quote(near)}?`;
    return `no such person ${quote(word)}; ${hint}`;
  }

  /** What this word is a slip of the pen for: two letters at most, one in a short word. */
  #slipOf(word: string): string | undefined {
    const meant = ['home', 'away', ...Object.keys(this.#fixture.clubs), ...this.#people.keys()];
    return nearest(word, meant, word.length < 5 ? 1 : 2);
  }
}

const namesOf = ({ name, known }: Person): string[] => {
  const last = name.split(/\s+/).at(-1) ?? name;
  return [...new Set([name, known ?? last])].filter((word) => /^\p{L}/u.test(word));
};

/** Capitals and accents aside: `Samardzic` is Samardžić. */
const folded = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();

/** `1–11, 14, 20–23`. */
const ranges = (numbers: readonly number[]): string => {
  const sorted = [...new Set(numbers)].toSorted((a, b) => a - b);
  const runs: { from: number; to: number }[] = [];
  for (const number of sorted) {
    const run = runs.at(-1);
    if (run !== undefined && run.to === number - 1) run.to = number;
    else runs.push({ from: number, to: number });
  }
  return listed(runs.map(({ from, to }) => (from === to ? `${from}` : `${from}–${to}`)));
};
