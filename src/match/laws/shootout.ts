import type { EventOf } from '../event.ts';
import type { ClubCode, PersonId } from '../fixture.ts';
import type { EventId, Happening, MatchState } from '../state.ts';
import { clubOf, opponentsOf, sideOf } from '../who.ts';

/** Kicks from the penalty mark (Law 10.3). They never change the score. */
export interface Shootout {
  readonly first: ClubCode;
  readonly score: Readonly<Record<ClubCode, number>>;
  readonly kicks: readonly Kick[];
  /** Follows from the kicks, and goes again with them. */
  readonly winner?: ClubCode;
}

export interface Kick {
  readonly id: EventId;
  readonly club: ClubCode;
  readonly by?: PersonId;
  /** Of the shoot-out: the first side's are odd, as long as the sides take turns. */
  readonly number: number;
  readonly outcome: EventOf<'kick'>['outcome'];
  /** Taken again: it counts for nothing, not even as a turn. */
  readonly superseded: boolean;
  /** In the net, but against the Laws: the turn is spent and nothing scored. */
  readonly spoilt?: true;
}

export const evolveShootout = (state: MatchState, { id, event }: Happening): MatchState => {
  switch (event.type) {
    case 'kick': {
      const club = clubOf(state, event);
      if (club === undefined || sideOf(state, club) === undefined) return state;
      const earlier = state.shootout?.kicks ?? [];
      const numbered = Math.round(event.at.elapsed / 1000);
      const number = numbered >= 1 ? numbered : 1 + (earlier.findLast(({ superseded }) => !superseded)?.number ?? 0);
      const kick: Kick = {
        id,
        club,
        number,
        outcome: event.outcome,
        superseded: false,
        ...(event.by === undefined ? {} : { by: event.by }),
      };
      // A side's second kick under one number is that turn taken again.
      const kept = earlier.map((its) =>
        its.club === club && its.number === number ? { ...its, superseded: true } : its,
      );
      return { ...state, shootout: counted([...kept, kick], state) };
    }
    case 'excluded':
      return state.leftOut.includes(event.person) ? state : { ...state, leftOut: [...state.leftOut, event.person] };
    // Whoever was left out may take the place of a goalkeeper who can't go on.
    case 'goalkeeper':
      return state.leftOut.includes(event.person)
        ? { ...state, leftOut: state.leftOut.filter((person) => person !== event.person) }
        : state;
    case 'retake':
      return change(state, [event.of], (kick) => ({ ...kick, superseded: true }));
    default:
      return state;
  }
};

/**
 * Kicks that a review found unlawful: what was scored is recorded as missed, and what wasn't is to be taken again. A
 * `retake`, or another kick under the same number, may still follow.
 */
export const withoutKicks = (state: MatchState, ids: readonly EventId[]): MatchState =>
  change(state, ids, (kick) => (kick.outcome === 'scored' ? { ...kick, spoilt: true } : { ...kick, superseded: true }));

/**
 * Law 10.3: decided as soon as one side's lead is more than the other can still score with the kicks that remain of
 * the first five; after that when the sides have taken the same number and one leads. What is kicked after that
 * changes nothing.
 */
export const shootoutWinner = (
  kicks: readonly Pick<Kick, 'club' | 'outcome' | 'superseded' | 'spoilt'>[],
  clubs: readonly [ClubCode, ClubCode],
  best = 5,
): ClubCode | undefined => decide(kicks, clubs, best).winner;

/** Whoever is to kick next, and what that kick may decide. */
export interface NextKick {
  readonly club: ClubCode;
  /** A goal wins the shoot-out, or anything else loses it. */
  readonly stake: 'to-win' | 'to-stay-in';
}

/** How many kicks each side has taken, where it's the same number. */
export const kicksEach = (state: MatchState): number | undefined => {
  const { home, away } = state.sides;
  const taken = takenBy(state, home);
  return taken > 0 && taken === takenBy(state, away) ? taken : undefined;
};

/** `undefined` where the next kick decides nothing, or where the order in which sides kick isn't ABAB. */
export const nextKick = (state: MatchState): NextKick | undefined => {
  const { shootout, rules, sides } = state;
  if (shootout === undefined || shootout.winner !== undefined || rules.shootOut.order !== 'ABAB') return undefined;
  const other = opponentsOf(state, shootout.first);
  const club = takenBy(state, shootout.first) > takenBy(state, other) ? other : shootout.first;
  const winnerAfter = (outcome: 'scored' | 'missed'): ClubCode | undefined =>
    shootoutWinner(
      [...shootout.kicks, { club, outcome, superseded: false }],
      [sides.home, sides.away],
      rules.shootOut.kicks,
    );
  if (winnerAfter('scored') === club) return { club, stake: 'to-win' };
  const loses = winnerAfter('missed');
  return loses === undefined || loses === club ? undefined : { club, stake: 'to-stay-in' };
};

const takenBy = ({ shootout }: MatchState, club: ClubCode): number =>
  shootout?.kicks.filter((kick) => kick.club === club && !kick.superseded).length ?? 0;

const decide = (
  kicks: readonly Pick<Kick, 'club' | 'outcome' | 'superseded' | 'spoilt'>[],
  [a, b]: readonly [ClubCode, ClubCode],
  best: number,
): Pick<Shootout, 'score' | 'winner'> => {
  const taken = new Map([a, b].map((club) => [club, 0]));
  const scored = new Map(taken);
  const score = () => Object.fromEntries(scored);
  for (const { club, outcome, superseded, spoilt } of kicks) {
    if (superseded || !taken.has(club)) continue;
    taken.set(club, (taken.get(club) ?? 0) + 1);
    if (outcome === 'scored' && spoilt !== true) scored.set(club, (scored.get(club) ?? 0) + 1);
    const [takenA = 0, takenB = 0] = [taken.get(a), taken.get(b)];
    const lead = (scored.get(a) ?? 0) - (scored.get(b) ?? 0);
    const each = Math.max(best, takenA, takenB);
    if (lead > each - takenB) return { score: score(), winner: a };
    if (-lead > each - takenA) return { score: score(), winner: b };
  }
  return { score: score() };
};

const change = (state: MatchState, ids: readonly EventId[], to: (kick: Kick) => Kick): MatchState =>
  state.shootout?.kicks.some(({ id }) => ids.includes(id))
    ? {
        ...state,
        shootout: counted(
          state.shootout.kicks.map((kick) => (ids.includes(kick.id) ? to(kick) : kick)),
          state,
        ),
      }
    : state;

const counted = (kicks: readonly Kick[], state: MatchState): Shootout => {
  const { home, away } = state.sides;
  const opening = kicks[0];
  const odd = opening === undefined || opening.number % 2 === 1;
  const first = opening === undefined ? home : odd ? opening.club : opponentsOf(state, opening.club);
  return { first, kicks, ...decide(kicks, [home, away], state.rules.shootOut.kicks) };
};
