import type { Entry, EntryId } from '../journal/entry.ts';
import { decide } from '../match/decide.ts';
import type { MatchEvent } from '../match/event.ts';
import type { ClubCode, Fixture, PersonId, Side } from '../match/fixture.ts';
import { isOnPitch } from '../match/laws/numbers.ts';
import { evolve, initialState, type MatchState, opponentsOf } from '../match/state.ts';
import { isHalf, type MatchTime, type Millis, type Period } from '../match/time.ts';
import { lineOf } from './line-up.ts';
import type { Random } from './random.ts';

/** An event to ask for; the stage says when. */
export type Asked = MatchEvent extends infer E ? (E extends MatchEvent ? Omit<E, 'at'> : never) : never;

/** The match came to a point from which what was wished for can't be reached by the Laws; another try may. */
export class Spoilt extends Error {
  override readonly name = 'Spoilt';
}

/**
 * A match as it's being played. Whatever is to happen is asked for first (`decide` in `simulate`), and only what is
 * accepted enters the journal, so that nothing in it is against the Laws. It holds the referee's watch and feed time.
 */
export class Stage {
  readonly random: Random;
  readonly entries: Entry[] = [];
  #state: MatchState;
  #leg = 1;
  #period: Period = 'pre';
  #elapsed: Millis = 0;
  /** Since feed time began. */
  #real: Millis = 0;
  readonly #named = new Map<string, number>();
  /** Those on whom the rest of the plan depends: nobody replaces them, and no other card sends them off. */
  readonly reserved = new Map<string, PersonId>();
  /** Those who are being treated beside the pitch, and since when they may be back. */
  readonly treated = new Map<PersonId, Millis>();
  /** Goalkeepers who left their line too soon: the next time it's a caution. */
  readonly warned = new Set<PersonId>();

  constructor(fixture: Fixture, random: Random) {
    this.#state = initialState(fixture);
    this.random = random;
  }

  get state(): MatchState {
    return this.#state;
  }

  get leg(): number {
    return this.#leg;
  }

  get period(): Period {
    return this.#period;
  }

  /** On the referee's watch, in this period. */
  get elapsed(): Millis {
    return this.#elapsed;
  }

  /** The next leg; `real` is its feed time zero. */
  beginLeg(leg: number, real: Millis): void {
    this.#leg = leg;
    this.#real = Math.max(real, this.#real);
    this.#period = 'pre';
    this.#elapsed = 0;
    this.reserved.clear();
    this.treated.clear();
    this.warned.clear();
  }

  /** Another period begins, and its watch at nought. */
  enter(period: Period): void {
    this.#period = period;
    this.#elapsed = 0;
  }

  /** In a shoot-out the watch counts kicks. */
  count(kick: number, took: Millis): void {
    this.#elapsed = kick * 1000;
    this.#real += took;
  }

  /** Lets some time pass. */
  wait(least: Millis, most = least): void {
    this.#pass(Math.round(least + this.random.float() * (most - least)));
  }

  /** Up to that moment of the watch, unless it's past. */
  until(elapsed: Millis): void {
    this.#pass(Math.max(0, Math.round(elapsed) - this.#elapsed));
  }

  #pass(ms: Millis): void {
    this.#elapsed += ms;
    this.#real += ms;
  }

  /** Asks for an event, now. Its id where the Laws allow it; nothing has happened where they don't. */
  ask(asked: Asked): EntryId | undefined {
    const verdict = this.#ask(asked);
    return verdict.ok ? verdict.id : undefined;
  }

  /** The same for what the match can't do without. */
  must(asked: Asked): EntryId {
    const verdict = this.#ask(asked);
    if (verdict.ok) return verdict.id;
    throw new Spoilt(verdict.message);
  }

  #ask(asked: Asked): { readonly ok: true; readonly id: EntryId } | { readonly ok: false; readonly message: string } {
    const at: MatchTime = { leg: this.#leg, period: this.#period, elapsed: this.#elapsed };
    const { type, ...fields } = asked;
    const event = { type, at, ...fields } as MatchEvent;
    const id = this.#nextId(event);
    const verdict = decide(this.#state, { ...event, id }, 'simulate');
    if (verdict.kind !== 'accepted')
      return { ok: false, message: verdict.kind === 'refused' ? verdict.refusal.message : 'it would be irregular' };
    this.#named.set(prefixOf(event), (this.#named.get(prefixOf(event)) ?? 0) + 1);
    this.#state = evolve(this.#state, { id, event });
    this.entries.push({ kind: 'event', seq: this.entries.length + 1, offset: this.#offset(event), id, event });
    return { ok: true, id };
  }

  #nextId(event: MatchEvent): EntryId {
    const prefix = prefixOf(event);
    return prefix === 'e' ? `e${this.entries.length + 1}` : `${prefix}${(this.#named.get(prefix) ?? 0) + 1}`;
  }

  /** Somebody has to see it, and type it in; a report never overtakes the one before. */
  #offset({ type }: MatchEvent): Millis {
    const [least, most] =
      type === 'kick-off' || type === 'line-ups' ? [300, 1500] : isHalf(this.#period) ? [1500, 7000] : [500, 3000];
    return Math.max(this.entries.at(-1)?.offset ?? 0, this.#real + this.random.int(least, most));
  }

  club(side: Side): ClubCode {
    return this.#state.sides[side];
  }

  opponents(club: ClubCode): ClubCode {
    return opponentsOf(this.#state, club);
  }

  keeper(club: ClubCode): PersonId | undefined {
    const keeper = this.#state.teams[club]?.goalkeeper;
    return keeper !== undefined && isOnPitch(this.#state, keeper) ? keeper : undefined;
  }

  onPitch(club: ClubCode): PersonId[] {
    return Object.entries(this.#state.people).flatMap(([id, person]) =>
      person.club === club && isOnPitch(this.#state, id) ? [id] : [],
    );
  }

  /** Of those, whoever may go off or be sent off. */
  spare(ids: readonly PersonId[]): PersonId[] {
    const reserved = new Set(this.reserved.values());
    return ids.filter((id) => !reserved.has(id));
  }

  /** Everybody of a side but the goalkeeper. */
  outfield(club: ClubCode): PersonId[] {
    const keeper = this.#state.teams[club]?.goalkeeper;
    return this.onPitch(club).filter((id) => id !== keeper);
  }

  /** Whoever may be expected to end an attack. */
  attacker(club: ClubCode, without: readonly (PersonId | undefined)[] = []): PersonId {
    return this.#oneOf(club, { GK: 0, DF: 1, MF: 2.6, FW: 5 }, without);
  }

  defender(club: ClubCode, without: readonly (PersonId | undefined)[] = []): PersonId {
    return this.#oneOf(club, { GK: 0, DF: 4, MF: 3.4, FW: 1.6 }, without);
  }

  #oneOf(club: ClubCode, weights: Readonly<Record<'GK' | 'DF' | 'MF' | 'FW', number>>, without: readonly unknown[]) {
    const able = this.outfield(club).filter((id) => !without.includes(id));
    if (able.length === 0) throw new Spoilt(`nobody of ${club} is left for it`);
    return this.random.weighted(
      able.map((id) => [id, weights[lineOf(this.#state.roster.get(id)?.person.position)] || 0.5] as const),
    );
  }
}

/** What people refer to is called by what it is: `g2` is the second goal. */
const prefixOf = ({ type }: MatchEvent): string => PREFIXES[type] ?? 'e';

const PREFIXES: Partial<Record<MatchEvent['type'], string>> = {
  goal: 'g',
  'var-check': 'r',
  'penalty-awarded': 'a',
  penalty: 'p',
  caution: 'c',
  'second-yellow': 'y',
  red: 'x',
  substitution: 's',
  kick: 'k',
};

export const SECOND: Millis = 1000;
