import type { ClubCode } from '../fixture.ts';
import type { MatchState } from '../state.ts';
import { extraTimePlayed, secondHalfOfExtraTimePlayed } from './extra-time.ts';
import type { RulingStatus } from './rulings.ts';
import { answerTie, type LegScore, type Means, type Need, type Score, type TieAnswer } from './tie.ts';

/** Law 10.2 and the competition's regulations: how the leg and the tie stand, and whether they are over. */
export interface Standing {
  /** The last whistle has gone and the tie needs nothing more, or a body has ruled. */
  readonly over: boolean;
  /** … and no play is under way either. */
  readonly endsPlay: boolean;
  readonly leg: LegStanding;
  readonly tie?: TieStanding;
  /** In the last leg, or the only one, while nothing is decided: what would be if it ended now. */
  readonly asItStands?: AsItStands;
}

/** Who would go through, or win, and by what; else what would come next. */
export interface AsItStands {
  readonly advancing?: ClubCode;
  readonly by?: Means;
  readonly needs?: Need;
}

export interface LegStanding {
  readonly status: 'none' | 'provisional' | 'pending-ruling' | RulingStatus;
  readonly winner?: ClubCode;
  readonly level?: true;
  readonly by?: Means;
  readonly score?: Score;
}

export interface TieStanding {
  readonly aggregate: Readonly<Record<ClubCode, number>>;
  /** What each leg counts for in it, from `leg1` on: an extra time that nobody needed isn't in. */
  readonly legs: Readonly<Record<string, LegCounted>>;
  readonly level: boolean;
  readonly leader?: ClubCode;
  readonly advancing?: ClubCode;
  readonly by?: Means;
  readonly needs?: Need;
}

/** A leg's goals by club. */
export interface LegCounted {
  readonly home: ClubCode;
  readonly away: ClubCode;
  readonly score: Readonly<Record<ClubCode, number>>;
  readonly played?: Readonly<Record<ClubCode, number>>;
}

export type Basis = Pick<
  MatchState,
  'fixture' | 'rules' | 'leg' | 'sides' | 'clock' | 'tally' | 'before' | 'shootout' | 'ruled'
>;

export const standingOf = (state: Basis): Standing => {
  const answer = answerOf(state);
  const over = isOver(state, answer);
  const twoLegs = state.fixture.legs.length > 1;
  const outcome = isLastLeg(state) ? outcomeOf(state, answer) : {};
  const decided = over || state.ruled.advancing !== undefined;
  return {
    over,
    endsPlay: over && !isExtraTimeUnderWay(state),
    leg: legStanding(state, over, twoLegs ? undefined : answer),
    ...(twoLegs ? { tie: tieStanding(state, answer, decided ? outcome : needOf(outcome)) } : {}),
    ...(decided || isNothing(outcome) ? {} : { asItStands: outcome }),
  };
};

/** The last whistle of the play has gone, and kicks from the penalty mark are to come (Law 10.3). */
export const awaitsKicks = (state: Basis): boolean =>
  (state.clock.base === 'ENT' || state.clock.base === 'EET') &&
  isLastLeg(state) &&
  answerOf(state).needs === 'shoot-out';

const isLastLeg = ({ leg, fixture }: Basis): boolean => leg >= fixture.legs.length;

/** Only extra time and kicks are still to be played here; a replay is another match, and lots are drawn. */
const isOver = (state: Basis, { needs }: TieAnswer): boolean => {
  if (state.ruled.legs[state.leg] !== undefined) return true;
  if (!hasEnded(state, needs)) return false;
  const goesOn = isLastLeg(state) && (needs === 'extra-time' || needs === 'shoot-out');
  return !goesOn || state.clock.base === 'FT';
};

/** Normal time's whistle, extra time's, a golden or silver goal, or the kicks. */
const hasEnded = (state: Basis, needs: TieAnswer['needs']): boolean => {
  switch (state.clock.base) {
    case 'pre':
    case '1H':
    case 'HT':
    case '2H':
      return false;
    case 'ET1':
    case 'ETHT':
    case 'ET2':
      return endsAtOnce(state) || (needs === undefined && isSettledByNormalTime(state));
    case 'ENT':
    case 'EET':
    case 'PEN':
    case 'FT':
      return true;
  }
};

const endsAtOnce = ({ clock, rules, tally }: Basis): boolean =>
  tally.extra.home !== tally.extra.away &&
  (rules.extraTime === 'golden' || (rules.extraTime === 'silver' && clock.base === 'ETHT'));

/** The clock goes on with a feed that plays extra time although nothing was level. */
const isExtraTimeUnderWay = (state: Basis): boolean =>
  ['ET1', 'ETHT', 'ET2'].includes(state.clock.base) && !endsAtOnce(state);

const isSettledByNormalTime = (state: Basis): boolean =>
  answerTie(state.rules, { legs: legScores(state, { awards: true, extraTime: false }) }).needs === undefined;

/** As ruled, or as it would be without the awards. */
const answerOf = (state: Basis, { awards = true } = {}): TieAnswer => {
  const { shootout, sides } = state;
  const kicks = { home: shootout?.score[sides.home] ?? 0, away: shootout?.score[sides.away] ?? 0 };
  // A silver goal ends the match at half-time of extra time; after that it's a goal of extra time like another.
  const silverGone = state.rules.extraTime === 'silver' && secondHalfOfExtraTimePlayed(state);
  return answerTie(silverGone ? { ...state.rules, extraTime: 'full' } : state.rules, {
    legs: legScores(state, { awards, extraTime: extraTimePlayed(state) }),
    ...(shootout?.winner === undefined ? {} : { shootout: kicks }),
  });
};

const legScores = (
  state: Basis,
  { awards, extraTime }: { readonly awards: boolean; readonly extraTime: boolean },
): [LegScore, ...LegScore[]] =>
  [...state.before, state.tally].map((tally, index): LegScore => {
    const ruled = awards ? state.ruled.legs[index + 1]?.score : undefined;
    const extra = extraTime && index + 1 === state.leg;
    return {
      home: state.fixture.legs[index]?.home ?? state.sides.home,
      away: state.fixture.legs[index]?.away ?? state.sides.away,
      score: ruled ?? tally.normal,
      ...(extra && ruled === undefined ? { extraTime: tally.extra } : {}),
    };
  }) as [LegScore, ...LegScore[]];

const legStanding = (state: Basis, over: boolean, single: TieAnswer | undefined): LegStanding => {
  const ruling = state.ruled.legs[state.leg];
  if (ruling !== undefined && ruling.status !== 'official') {
    const { status, score } = ruling;
    const winner = ruling.winner ?? (score === undefined ? undefined : winnerOf(score, state));
    return {
      status,
      ...(winner === undefined ? {} : { winner, by: 'ruling' }),
      ...(winner === undefined && score !== undefined ? { level: true } : {}),
      ...(score === undefined ? {} : { score }),
    };
  }
  if (state.clock.status === 'abandoned' && ruling === undefined) return { status: 'pending-ruling' };
  if (!over) return { status: 'none' };
  const status = ruling?.status ?? 'provisional';
  const score = ruling?.score === undefined ? {} : { score: ruling.score };
  if (single !== undefined && state.ruled.advancing !== undefined) {
    return { status, winner: state.ruled.advancing, by: single.needs === 'lots' ? 'lots' : 'ruling', ...score };
  }
  if (single?.advancing !== undefined && single.by !== undefined) {
    return { status, winner: single.advancing, by: single.by, ...score };
  }
  const winner = winnerOf(ruling?.score ?? state.tally, state);
  if (winner === undefined) return { status, level: true, ...score };
  return { status, winner, by: isWonInNormalTime(state, winner) ? 'normal-time' : 'extra-time', ...score };
};

const isWonInNormalTime = (state: Basis, winner: ClubCode): boolean =>
  winnerOf(state.tally.normal, state) === winner && winnerOf(state.tally.extra, state) !== winner;

const tieStanding = (state: Basis, answer: TieAnswer, outcome: AsItStands): TieStanding => {
  const { home, away } = state.sides;
  const aggregate = { [home]: 0, [away]: 0, ...answer.aggregate };
  const difference = (aggregate[home] ?? 0) - (aggregate[away] ?? 0);
  const leader = difference === 0 ? undefined : difference > 0 ? home : away;
  return {
    aggregate,
    legs: legsCounted(state),
    level: difference === 0,
    ...(leader === undefined ? {} : { leader }),
    ...outcome,
  };
};

/** By leg; what was played stands beside it where that's another score, or where a body has ruled on it. */
const legsCounted = (state: Basis): Readonly<Record<string, LegCounted>> => {
  const extraTime = extraTimePlayed(state) && !isThroughInNormalTime(state);
  const tallies = [...state.before, state.tally];
  const legs: Record<string, LegCounted> = {};
  for (const [index, leg] of legScores(state, { awards: true, extraTime }).entries()) {
    const { home, away } = leg;
    const [forHome, forAway] = [
      leg.score.home + (leg.extraTime?.home ?? 0),
      leg.score.away + (leg.extraTime?.away ?? 0),
    ];
    const played = tallies[index] ?? leg.score;
    const differs = played.home !== forHome || played.away !== forAway;
    legs[`leg${index + 1}`] = {
      home,
      away,
      score: { [home]: forHome, [away]: forAway },
      ...(differs || state.ruled.legs[index + 1]?.score !== undefined
        ? { played: { [home]: played.home, [away]: played.away } }
        : {}),
    };
  }
  return legs;
};

const isThroughInNormalTime = (state: Basis): boolean =>
  answerTie(state.rules, { legs: legScores(state, { awards: true, extraTime: false }) }).advancing !== undefined;

/** Of the scores as they are, whether the play is over or not. */
const outcomeOf = (state: Basis, { advancing, by, needs }: TieAnswer): AsItStands => {
  const { ruled } = state;
  if (ruled.advancing !== undefined) return { advancing: ruled.advancing, by: needs === 'lots' ? 'lots' : 'ruling' };
  // Who goes through can't be told from a leg that counts no more.
  if (Object.values(ruled.legs).some(({ status }) => UNDONE.has(status))) return {};
  if (needs !== undefined) return { needs };
  if (advancing === undefined || by === undefined) return {};
  return { advancing, by: isRuled(state, advancing) && by !== 'away-goals' ? 'ruling' : by };
};

const needOf = ({ needs }: AsItStands): Pick<AsItStands, 'needs'> => (needs === undefined ? {} : { needs });

const isNothing = ({ advancing, needs }: AsItStands): boolean => advancing === undefined && needs === undefined;

const UNDONE: ReadonlySet<string> = new Set(['annulled', 'replay-ordered', 'void']);

/** Whether an award ended the tie, or turned it. */
const isRuled = (state: Basis, advancing: ClubCode): boolean =>
  state.ruled.legs[state.leg]?.status === 'awarded' || answerOf(state, { awards: false }).advancing !== advancing;

const winnerOf = (score: Score, { sides }: Pick<MatchState, 'sides'>): ClubCode | undefined =>
  score.home === score.away ? undefined : score.home > score.away ? sides.home : sides.away;
