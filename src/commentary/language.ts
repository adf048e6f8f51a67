import type { ClubCode, PersonId } from '../match/fixture.ts';
import type { Telling } from './fact.ts';

/**
 * A language: all sentences, and the grammar that differs from one language to the next. It knows nothing of the
 * match beyond the fact that it is handed, so another language is another file.
 */
export interface Language {
  /** BCP 47. */
  readonly code: string;
  /** The line, sentence by sentence. */
  readonly tell: (telling: Telling, voice: Voice) => readonly Sentence[];
  /** A person in running text. */
  readonly name: (name: Name, place: Place) => string;
}

export interface Sentence {
  readonly text: string;
  /** The same in fewer words, tried in turn when the line grows too long. */
  readonly shorter?: readonly string[];
  /** May be left out when the line grows too long; the last one goes first. */
  readonly spare?: true;
  /** A whistle or a summary may run on. */
  readonly long?: true;
}

/** What a language needs to know about the telling so far, without knowing how it is kept. */
export interface Voice {
  /** A person; written out once it's settled where in the line the name stands. `undefined` for somebody unknown. */
  readonly who: (id: PersonId | undefined) => string | undefined;
  /** The same, with the club at the first mention. */
  readonly ofClub: (id: PersonId | undefined) => string | undefined;
  /** The same, with the club at every mention. */
  readonly ofTheirClub: (id: PersonId | undefined) => string | undefined;
  readonly club: (code: ClubCode) => string;
  readonly clubOf: (id: PersonId | undefined) => ClubCode | undefined;
  /**
   * One of several ways to say the same: which one depends on the entry's id and on those used before, none of which
   * comes again until all have been used.
   */
  readonly vary: (kind: string, phrasings: readonly [string, ...string[]]) => string;
}

export interface Name {
  readonly full: string;
  readonly short: string;
  readonly club: string;
}

export interface Place {
  /** The first mention in this leg. */
  readonly first: boolean;
  /** Whether the club is wanted with it. */
  readonly withClub: boolean;
  /** At the head of a sentence. */
  readonly opening: boolean;
}
