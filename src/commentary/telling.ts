import { knownAs } from '../english/words.ts';
import type { ClubCode, Fixture, PersonId } from '../match/fixture.ts';
import type { Language, Name, Sentence, Voice } from './language.ts';

/** What has been told in this leg, so that nobody is introduced twice and no phrase comes back too soon. */
export interface Told {
  readonly leg: number;
  readonly people: Readonly<Record<PersonId, true>>;
  readonly phrasings: Readonly<Record<string, Round>>;
}

export const NOTHING_TOLD: Told = { leg: 0, people: {}, phrasings: {} };

/** Which phrasings of a kind have been used since all of them were; `last` isn't used twice running. */
interface Round {
  readonly used: readonly number[];
  readonly last: number;
}

/** Who may be spoken of. */
export interface Cast {
  readonly people: ReadonlyMap<PersonId, Name & { readonly code: ClubCode }>;
  readonly clubs: Readonly<Record<ClubCode, string>>;
}

export const castOf = (fixture: Fixture): Cast => {
  const people = new Map<PersonId, Name & { readonly code: ClubCode }>();
  const namesakes = new Map<string, number>();
  const everybody = Object.entries(fixture.clubs).flatMap(([code, club]) =>
    Object.entries(club.people).map(([id, person]) => ({ id, code, club: club.short ?? club.name, person })),
  );
  for (const { person } of everybody) namesakes.set(knownAs(person), (namesakes.get(knownAs(person)) ?? 0) + 1);
  for (const { id, code, club, person } of everybody) {
    const short = knownAs(person);
    people.set(id, { code, club, full: person.name, short: namesakes.get(short) === 1 ? short : person.name });
  }
  const clubs = Object.entries(fixture.clubs).map(([code, { name, short }]) => [code, short ?? name]);
  return { people, clubs: Object.fromEntries(clubs) };
};

/** Lines are shorter than this, whistles and summaries apart. */
export const LINE_MAX = 239;
const LONG_LINE_MAX = 479;

/** A line's text, and what has been told after it. `seed` is the entry's id. */
export const write = (
  language: Language,
  cast: Cast,
  told: Told,
  seed: string,
  tell: (voice: Voice) => readonly Sentence[],
): { readonly text: string; readonly told: Told } | undefined => {
  const phrasings: Record<string, Round> = {};
  const marked = (mark: string) => (id: PersonId | undefined) =>
    id === undefined || !cast.people.has(id) ? undefined : `${mark}${id}${END}`;
  const sentences = tell({
    who: marked(NAME),
    ofClub: marked(NAME_WITH_CLUB),
    ofTheirClub: marked(NAME_ALWAYS_WITH_CLUB),
    club: (code) => cast.clubs[code] ?? code,
    clubOf: (id) => (id === undefined ? undefined : cast.people.get(id)?.code),
    vary: (kind, options) => {
      const round = choose(phrasings[kind] ?? told.phrasings[kind], options.length, hash(`${seed} ${kind}`));
      phrasings[kind] = round;
      return options[round.last] ?? options[0];
    },
  });
  if (sentences.length === 0) return undefined;
  const { text, people } = fit(sentences, (kept) => spellOut(kept, language, cast, told.people));
  const named =
    people.length === 0
      ? told.people
      : { ...told.people, ...Object.fromEntries(people.map((id) => [id, true as const])) };
  return { text, told: { ...told, people: named, phrasings: { ...told.phrasings, ...phrasings } } };
};

/** Names stand as marks until the sentences are settled: only then is it known which mention is the first. */
const NAME = '\u{E000}';
const NAME_WITH_CLUB = '\u{E001}';
const NAME_ALWAYS_WITH_CLUB = '\u{E002}';
const END = '\u{E003}';
const MARKS = /([\u{E000}-\u{E002}])([^\u{E000}-\u{E003}]*)\u{E003}/gu;

interface Spelled {
  readonly text: string;
  /** Those mentioned for the first time. */
  readonly people: readonly PersonId[];
}

const fit = (sentences: readonly Sentence[], spell: (kept: readonly Sentence[]) => Spelled): Spelled => {
  const max = sentences.some(({ long }) => long) ? LONG_LINE_MAX : LINE_MAX;
  let kept = sentences;
  let spelled = spell(kept);
  while (spelled.text.length > max) {
    const long = kept.findLastIndex(({ shorter }) => shorter !== undefined && shorter.length > 0);
    if (long !== -1) {
      kept = kept.map((sentence, index) => (index === long ? shortened(sentence) : sentence));
      spelled = spell(kept);
      continue;
    }
    const spare = kept.findLastIndex((sentence) => sentence.spare);
    if (spare === -1) return { ...spelled, text: cut(spelled.text, max) };
    kept = kept.filter((_, index) => index !== spare);
    spelled = spell(kept);
  }
  return spelled;
};

const shortened = ({ text, shorter = [], ...kept }: Sentence): Sentence => {
  const [next = text, ...rest] = shorter;
  return { ...kept, text: next, shorter: rest };
};

const spellOut = (
  sentences: readonly Sentence[],
  language: Language,
  cast: Cast,
  mentioned: Told['people'],
): Spelled => {
  const people = new Set<PersonId>();
  const texts = sentences.map(({ text }) =>
    tidy(
      text.replace(MARKS, (_, mark: string, id: string, at: number) => {
        const name = cast.people.get(id);
        if (name === undefined) return '';
        const first = mentioned[id] === undefined && !people.has(id);
        if (first) people.add(id);
        return language.name(name, {
          first,
          withClub: mark === NAME_ALWAYS_WITH_CLUB || (mark === NAME_WITH_CLUB && first),
          opening: at === 0,
        });
      }),
    ),
  );
  return { text: texts.filter((text) => text !== '').join(' '), people: [...people] };
};

/** What comes from the journal may hold anything; a line is one paragraph and keeps its voice down. */
const tidy = (text: string): string => {
  const plain = text
    .replace(/[\s\u{E000}-\u{E003}]+/gu, ' ')
    .replace(/!+/g, '.')
    .replace(/\.{2,}/g, '.')
    .replace(/ ([.,])/g, '$1')
    .trim();
  return plain.charAt(0).toLocaleUpperCase() + plain.slice(1);
};

const cut = (text: string, max: number): string => {
  const end = text.lastIndexOf(' ', max - 1);
  return `${text.slice(0, end < max / 2 ? max - 1 : end).replace(/[\s.,;:]+$/, '')}…`;
};

const choose = (round: Round | undefined, count: number, hashed: number): Round => {
  const used = round?.used.filter((index) => index < count) ?? [];
  const fresh = used.length >= count ? [] : used;
  const all = Array.from({ length: count }, (_, index) => index);
  const left = all.filter((index) => !fresh.includes(index) && (count === 1 || index !== round?.last));
  const last = left[hashed % left.length] ?? 0;
  return { used: [...fresh, last], last };
};

/** FNV-1a, 32 bits: the same everywhere and always. */
const hash = (text: string): number => {
  let value = 0x811c9dc5;
  for (const character of text) {
    value ^= character.codePointAt(0) ?? 0;
    value = Math.imul(value, 0x01000193);
  }
  return value >>> 0;
};
