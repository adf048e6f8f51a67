import { CARD_REASONS, DISALLOWED_FOR, type MatchEvent } from '../match/event.ts';
import type { Fixture, PersonId } from '../match/fixture.ts';
import { peopleIn } from '../match/judgement/named.ts';
import { unidentified } from '../match/laws/cards.ts';
import { instead, nearest, quote } from './complaint.ts';
import type { Entry } from './entry.ts';

/**
 * What is probably a slip in an entry, though nothing forbids it: somebody who is in no squad, and a reason in free
 * words that is nearly one of those which Touchline understands. Everybody, and each word, is doubted once.
 */
export class Doubts {
  readonly #fixture: Fixture;
  readonly #known: ReadonlySet<PersonId>;
  readonly #doubted = new Set<string>();

  constructor(fixture: Fixture) {
    this.#fixture = fixture;
    this.#known = new Set(
      Object.entries(fixture.clubs).flatMap(([club, { people }]) => [unidentified(club), ...Object.keys(people)]),
    );
  }

  /** Sentences without a full stop. */
  about(entry: Entry): string[] {
    if (entry.kind === 'retraction') return [];
    return [...this.#strangersIn(entry.event), ...this.#nearMissesIn(entry.event)];
  }

  #strangersIn(event: MatchEvent): string[] {
    return peopleIn(event)
      .filter((person) => !this.#known.has(person) && this.#isNew(`person ${person}`))
      .map((person) => {
        const near = nearest(person, [...this.#known]);
        const meant = near === undefined ? '' : instead(person, [near]);
        return `nobody in the squads of ${this.#clubs()} is called ${quote(person)}${meant}`;
      });
  }

  #nearMissesIn(event: MatchEvent): string[] {
    return FREE_WORDS.flatMap((field) => {
      const written = (event as unknown as Record<string, unknown>)[field];
      const known = typeof written === 'string' ? nearMiss(written) : undefined;
      return typeof written === 'string' && known !== undefined && this.#isNew(`word ${written}`)
        ? [`${field} ${quote(written)} is taken as it is; did you mean ${quote(known)}?`]
        : [];
    });
  }

  #clubs(): string {
    return Object.keys(this.#fixture.clubs).join(' and ');
  }

  /** A file of nothing but strangers needn't be told in full. */
  #isNew(key: string): boolean {
    if (this.#doubted.has(key) || this.#doubted.size >= DOUBTED_MAX) return false;
    this.#doubted.add(key);
    return true;
  }
}

const DOUBTED_MAX = 500;

/** Where an event says why in words of one's own; elsewhere a schema has seen to it. */
const FREE_WORDS = ['for', 'reason', 'why'] as const;

/** The reason that somebody may have meant; `undefined` where it's that one, or a sentence of his own. */
const nearMiss = (written: string): string | undefined => {
  const word = written
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-');
  if (word.length < WORD_LENGTH_MIN || KNOWN_REASONS.includes(word)) return undefined;
  return nearest(word, KNOWN_REASONS, word.length < 8 ? 1 : 2);
};

/** Shorter words have too many neighbours. */
const WORD_LENGTH_MIN = 4;

const KNOWN_REASONS: readonly string[] = [...new Set<string>([...CARD_REASONS, ...DISALLOWED_FOR])];
