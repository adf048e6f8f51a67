import type { EventOf } from '../event.ts';
import type { ClubCode } from '../fixture.ts';
import type { Happening, MatchState } from '../state.ts';
import { opponentsOf, sideOf } from '../who.ts';
import type { Score } from './tie.ts';

/** What bodies have ruled; the latest ruling on a subject wins, and what was played stays as it was played. */
export interface Ruled {
  readonly legs: Readonly<Record<number, RuledLeg>>;
  /** Who goes through by a body's word, or by lot. */
  readonly advancing?: ClubCode;
}

export type RulingStatus = 'official' | 'awarded' | 'annulled' | 'replay-ordered' | 'void';

export interface RuledLeg {
  readonly status: RulingStatus;
  /** The official score, where it isn't the one that was played. */
  readonly score?: Score;
  readonly winner?: ClubCode;
}

export const NO_RULINGS: Ruled = { legs: {} };

/** Rulings on goals and cards are with the goals and the cards. */
export const evolveRulings = (state: MatchState, { event }: Happening): MatchState => {
  if (event.type !== 'ruling') return state;
  switch (event.kind) {
    case 'confirmed':
      return onLeg(state, event, confirmed(state, event));
    case 'awarded':
      return onLeg(state, event, award(state, event));
    case 'annulled':
    case 'replay-ordered':
    case 'void':
      return onLeg(state, event, { status: event.kind });
    case 'advances':
      return through(state, event.club);
    case 'disqualified':
      return through(state, rivalsOf(state, event.club));
    case 'goal-reattributed':
    case 'card-rescinded':
    case 'suspension':
      return state;
  }
};

const onLeg = (state: MatchState, { at }: EventOf<'ruling'>, ruling: RuledLeg): MatchState =>
  JSON.stringify(state.ruled.legs[at.leg]) === JSON.stringify(ruling)
    ? state
    : { ...state, ruled: { ...state.ruled, legs: { ...state.ruled.legs, [at.leg]: ruling } } };

/** Confirming an award leaves it an award; with a score it sets another result aside. */
const confirmed = (state: MatchState, { at, score }: EventOf<'ruling'>): RuledLeg => {
  const earlier = state.ruled.legs[at.leg];
  if (earlier?.status === 'awarded' && score === undefined) return earlier;
  const asPlayed = score === undefined || (score.home === state.tally.home && score.away === state.tally.away);
  return { status: 'official', ...(asPlayed ? {} : { score }) };
};

/** Without a score it's the competition's forfeit, unless what was played is worse for those who lose by it. */
const award = (state: MatchState, { club, score }: EventOf<'ruling'>): RuledLeg => {
  const side = sideOf(state, club);
  const awarded = score ?? (side === undefined ? undefined : forfeit(state, side));
  return {
    status: 'awarded',
    ...(awarded === undefined ? {} : { score: awarded }),
    ...(side === undefined || club === undefined ? {} : { winner: club }),
  };
};

const forfeit = ({ tally, rules }: MatchState, winner: 'home' | 'away'): Score => {
  const { home, away } = tally;
  const margin = winner === 'home' ? home - away : away - home;
  if (margin > rules.forfeit) return { home, away };
  return winner === 'home' ? { home: rules.forfeit, away: 0 } : { home: 0, away: rules.forfeit };
};

const through = (state: MatchState, club: ClubCode | undefined): MatchState =>
  club === undefined || sideOf(state, club) === undefined || club === state.ruled.advancing
    ? state
    : { ...state, ruled: { ...state.ruled, advancing: club } };

const rivalsOf = (state: MatchState, club: ClubCode | undefined): ClubCode | undefined =>
  club === undefined || sideOf(state, club) === undefined ? undefined : opponentsOf(state, club);
