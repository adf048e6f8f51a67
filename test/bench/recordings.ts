import type { Entry, EntryId } from '../../src/journal/entry.ts';
import type { Recording, RecordingHeader } from '../../src/journal/recording.ts';
import type { EventOf, EventType, MatchEvent } from '../../src/match/event.ts';
import type { ClubCode, Fixture, Person, PersonId, TeamSheet } from '../../src/match/fixture.ts';
import type { MatchTime, Millis } from '../../src/match/time.ts';
import { randomFrom, SEED } from './measure.ts';

/** As many as a provider's event data has of one match. */
export const MATCH = 3500;
/** Far more than any match has. */
export const LONG = 100_000;

/**
 * A match of so many entries, with the mix of a provider's event data whatever its length: mostly touches, and for each
 * 3,500 entries about three goals, four cautions, eight substitutions and a review that takes a goal back. A longer one
 * goes on for longer, so that a minute holds as much; up to 100,000 its halves fit into a day, as a match time must.
 * The same seed gives the same match.
 */
export const matchOf = (length = MATCH, seed = SEED): Recording => ({
  header: HEADER,
  entries: entriesOf(length, seed),
});

const entriesOf = (length: number, seed: number): readonly Entry[] => {
  const match = new Match(length, seed);
  match.say('line-ups', { teams: { HOM: sheetOf('home'), AWY: sheetOf('away') } });
  match.say('kick-off', { club: 'HOM' });
  const scenes = scenesOf(length, match.random);
  const touches = length - FRAME - scenes.reduce((sum, { scene }) => sum + scene.entries, 0);
  let touched = 0;
  for (const { when, scene } of [...scenes, { when: 1, scene: undefined }]) {
    for (; touched < touches * when; touched += 1) match.touch();
    scene?.play(match);
  }
  match.end();
  return match.entries;
};

/** Some entries that belong together, and how often they come in a match. */
interface Scene {
  readonly often: number;
  readonly entries: number;
  readonly play: (match: Match) => void;
}

const SCENES: readonly Scene[] = [
  { often: 44, entries: 1, play: (match) => match.say('throw-in', { club: match.club }) },
  {
    often: 20,
    entries: 2,
    play: (match) => {
      const offence = match.say('foul', { by: match.opponent(), against: match.somebody() });
      match.say('free-kick', { club: match.club, offence });
    },
  },
  {
    often: 4,
    entries: 3,
    play: (match) => {
      const person = match.opponent();
      const offence = match.say('foul', { by: person, against: match.somebody() });
      match.say('caution', { person, reason: 'reckless', offence });
      match.say('free-kick', { club: match.club, offence });
    },
  },
  {
    often: 14,
    entries: 2,
    play: (match) => {
      match.say('shot', { by: match.somebody(), outcome: 'off-target', xg: match.xg(), bodyPart: 'right-foot' });
      match.change();
      match.say('goal-kick', { club: match.club });
    },
  },
  {
    often: 10,
    entries: 2,
    play: (match) => {
      match.say('shot', { by: match.somebody(), outcome: 'saved', xg: match.xg(), bodyPart: 'head' });
      match.say('corner', { club: match.club });
    },
  },
  {
    often: 4,
    entries: 2,
    play: (match) => {
      match.say('offside', { by: match.somebody() });
      match.change();
      match.say('free-kick', { club: match.club });
    },
  },
  {
    often: 3,
    entries: 2,
    play: (match) => {
      match.say('goal', { by: match.somebody(), assist: match.somebody(), from: 'open-play', xg: match.xg() });
      match.change();
      match.say('kick-off', { club: match.club });
    },
  },
  {
    often: 1,
    entries: 5,
    play: (match) => {
      const goal = match.say('goal', { by: match.somebody(), from: 'corner', xg: match.xg() });
      const review = match.say('var-check', { of: goal, category: 'goal', for: 'offside' });
      match.say('var-review', { of: review, kind: 'on-field' });
      match.say('var-decision', { of: review, outcome: 'overturned', reason: 'offside' });
      match.change();
      match.say('free-kick', { club: match.club });
    },
  },
  { often: 8, entries: 1, play: (match) => match.substitute() },
  { often: 2, entries: 1, play: (match) => match.say('injury', { person: match.somebody() }) },
  { often: 6, entries: 1, play: (match) => match.say('possession', { clubs: { HOM: 52, AWY: 48 } }) },
];

/** Line-ups, two kick-offs and two whistles, and twice the added time. */
const FRAME = 7;

/** Every scene as often as it should come, each kind of it spread over the whole match; `when` from 0 to 1. */
const scenesOf = (length: number, random: () => number): { readonly when: number; readonly scene: Scene }[] =>
  SCENES.flatMap((scene) => {
    const times = Math.max(1, Math.round((scene.often * length) / MATCH));
    return Array.from({ length: times }, (_, index) => ({ when: (index + random()) / times, scene }));
  }).sort((a, b) => a.when - b.when);

/** 98 minutes: with the interval, shortened to twenty seconds, a showing of 5,900. */
const HALVES = [2_880_000, 3_000_000] as const;
const INTERVAL: Millis = 900_000;

type Fields<T extends EventType> = Omit<EventOf<T>, 'type' | 'at'>;

/** The match as it is being written: who has the ball, who is on the pitch, what the watch shows. */
class Match {
  readonly entries: Entry[] = [];
  readonly random: () => number;
  readonly #halves: readonly [Millis, Millis];
  /** Between two entries. */
  readonly #step: Millis;
  #half: 0 | 1 = 0;
  #told = false;
  readonly #squads: Record<ClubCode, { readonly on: PersonId[]; readonly off: PersonId[] }> = {
    HOM: { on: namesOf('home', 1, 11), off: namesOf('home', 12, 23) },
    AWY: { on: namesOf('away', 1, 11), off: namesOf('away', 12, 23) },
  };
  club: ClubCode = 'HOM';

  constructor(length: number, seed: number) {
    this.random = randomFrom(seed);
    this.#halves = [Math.round((HALVES[0] * length) / MATCH), Math.round((HALVES[1] * length) / MATCH)];
    this.#step = (this.#halves[0] + this.#halves[1]) / length;
  }

  say<T extends EventType>(type: T, fields: Fields<T>): EntryId {
    if (type !== 'line-ups') this.#watch();
    return this.#write(type, fields, this.#elapsed());
  }

  end(): void {
    this.#write('full-time', {}, this.#halves[1]);
  }

  touch(): void {
    if (this.random() < 0.12) this.change();
    const kind = TOUCHES[Math.floor(this.random() * TOUCHES.length)] ?? 'pass';
    const outcome = this.random() < 0.84 ? 'complete' : 'incomplete';
    const [x, y] = [Math.round(this.random() * 1000) / 10, Math.round(this.random() * 1000) / 10];
    this.say('touch', { by: this.somebody(), kind, outcome, x, y });
  }

  /** The ball goes to the others. */
  change(): void {
    this.club = this.club === 'HOM' ? 'AWY' : 'HOM';
  }

  substitute(): void {
    const { on, off } = this.#squad(this.club);
    const [leaves] = on.splice(1 + Math.floor(this.random() * 10), 1);
    const comes = off.shift();
    if (leaves === undefined || comes === undefined) return;
    on.push(comes);
    off.push(leaves);
    this.say('substitution', { on: comes, off: leaves });
  }

  somebody(): PersonId {
    return this.#oneOf(this.club);
  }

  opponent(): PersonId {
    return this.#oneOf(this.club === 'HOM' ? 'AWY' : 'HOM');
  }

  xg(): number {
    return Math.round(this.random() * 50) / 100;
  }

  #oneOf(club: ClubCode): PersonId {
    const { on } = this.#squad(club);
    return on[Math.floor(this.random() * on.length)] ?? '';
  }

  #squad(club: ClubCode) {
    return this.#squads[club] as { on: PersonId[]; off: PersonId[] };
  }

  /** Announces added time, and ends the first half, once the watch is there. */
  #watch(): void {
    const elapsed = this.#elapsed();
    if (!this.#told && elapsed >= 45 * 60_000) {
      this.#told = true;
      this.#write('added-time', { minutes: 3 + this.#half * 2 }, 45 * 60_000);
    }
    if (this.#half === 0 && elapsed > this.#halves[0]) {
      this.#write('half-time', {}, this.#halves[0]);
      this.#half = 1;
      this.#told = false;
      this.club = 'AWY';
      this.#write('kick-off', { club: 'AWY' }, 0);
    }
  }

  #elapsed(): Millis {
    return Math.floor(this.entries.length * this.#step) - this.#half * this.#halves[0];
  }

  #write(type: EventType, fields: object, elapsed: Millis): EntryId {
    const seq = this.entries.length + 1;
    const id = `e${seq}`;
    const pre = type === 'line-ups';
    const at: MatchTime = { leg: 1, period: pre ? 'pre' : this.#half === 0 ? '1H' : '2H', elapsed };
    const since = this.entries.at(-1)?.offset ?? 0;
    const start = this.#half * (this.#halves[0] + INTERVAL);
    const offset = pre ? 0 : Math.max(since, start + elapsed);
    this.entries.push({ kind: 'event', seq, offset, id, event: { type, at, ...fields } as MatchEvent });
    return id;
  }
}

const TOUCHES = [
  'pass',
  'pass',
  'pass',
  'reception',
  'reception',
  'carry',
  'duel',
  'clearance',
  'recovery',
  'pressure',
];

const namesOf = (side: string, from: number, to: number): PersonId[] =>
  Array.from({ length: to - from + 1 }, (_, index) => `${side}-${from + index}`);

const sheetOf = (side: string): TeamSheet => ({
  starting: namesOf(side, 1, 11),
  bench: namesOf(side, 12, 23),
  formation: '4-3-3',
  goalkeeper: `${side}-1`,
});

const squad = (side: string): Record<PersonId, Person> =>
  Object.fromEntries(namesOf(side, 1, 23).map((id, index) => [id, { name: `${side} ${index + 1}`, shirt: index + 1 }]));

const FIXTURE: Fixture = {
  clubs: { HOM: { name: 'Home', people: squad('home') }, AWY: { name: 'Away', people: squad('away') } },
  legs: [{ home: 'HOM', away: 'AWY' }],
};

export const HEADER: RecordingHeader = {
  format: 'touchline',
  version: 1,
  startedAt: '2026-02-25T18:45:00+01:00',
  fixture: FIXTURE,
};
