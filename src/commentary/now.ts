import type { ClubCode } from '../match/fixture.ts';
import type { Need, Score } from '../match/laws/tie.ts';
import type { MatchState } from '../match/state.ts';
import { opponentsOf, sideOf } from '../match/who.ts';

/** How the match stands. */
export interface Now {
  readonly home: ClubCode;
  readonly away: ClubCode;
  readonly score: Score;
  /** The score isn't told where only the tie has changed, by news of another leg. */
  readonly only?: 'aggregate';
  /** From the second leg on: in the first it's the score itself. */
  readonly aggregate?: Aggregate;
}

/** Goals of both legs, from the side of `club`. */
export interface Aggregate {
  readonly club: ClubCode;
  readonly own: number;
  readonly other: number;
}

/** What a penalty would do if it were scored: the score after it, from the side of `club`. */
export interface Stakes extends Aggregate {
  readonly kind: 'lead' | 'level';
  readonly scope: 'tie' | 'match';
}

export const nowOf = (match: MatchState, club: ClubCode = match.sides.home): Now => {
  const { home, away } = match.sides;
  const aggregate = aggregateFor(match, club);
  return {
    home,
    away,
    score: { home: match.tally.home, away: match.tally.away },
    ...(aggregate === undefined ? {} : { aggregate }),
  };
};

/** What the match or the tie needs if nothing changes; `undefined` where somebody is ahead, or a draw stands. */
export const needNow = ({ standing }: MatchState): Need | undefined => standing.asItStands?.needs;

/** Whoever is through, or has won, or would if nothing changed; `undefined` while the first leg of two is played. */
export const throughNow = ({ standing: { asItStands, tie, leg } }: MatchState): ClubCode | undefined =>
  asItStands?.advancing ?? (tie === undefined ? leg.winner : tie.advancing);

export const stakesOf = (match: MatchState, club: ClubCode): Stakes | undefined => {
  const aggregate = aggregateFor(match, club);
  const { own, other } = aggregate ?? scoreFor(match, club);
  if (own !== other && own !== other - 1) return undefined;
  const scope = aggregate === undefined ? 'match' : 'tie';
  return { kind: own === other ? 'lead' : 'level', scope, club, own: own + 1, other };
};

/** On the night; negative for a deficit. */
export const leadOf = (match: MatchState, club: ClubCode): number => {
  const { own, other } = scoreFor(match, club);
  return own - other;
};

/** In the tie; in a first or only leg the lead itself. */
export const tieLeadOf = (match: MatchState, club: ClubCode): number => {
  const { own, other } = aggregateFor(match, club) ?? scoreFor(match, club);
  return own - other;
};

const scoreFor = ({ tally, sides }: MatchState, club: ClubCode): Aggregate =>
  sideOf({ sides }, club) === 'away'
    ? { club, own: tally.away, other: tally.home }
    : { club, own: tally.home, other: tally.away };

const aggregateFor = (match: MatchState, club: ClubCode): Aggregate | undefined => {
  const score = match.leg > 1 ? match.standing.tie?.aggregate : undefined;
  return score && { club, own: score[club] ?? 0, other: score[opponentsOf(match, club)] ?? 0 };
};
