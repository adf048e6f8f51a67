import type { EventOf } from '../event.ts';
import type { ClubCode, PersonId, Side } from '../fixture.ts';
import { Ledger } from '../ledger.ts';
import type { EventId, Happening, MatchState } from '../state.ts';
import type { MatchTime } from '../time.ts';
import { clubOf, opponentsOf, sideOf } from '../who.ts';
import { add, asReported, named, type Part, partOf, takenBack } from './tally.ts';
import type { Score } from './tie.ts';

/** Law 10.1. A goal that counts for `club`; the scorer of an own goal plays for the others. */
export interface Goal {
  readonly id: EventId;
  readonly at: MatchTime;
  readonly club: ClubCode;
  readonly side: Side;
  readonly by?: PersonId;
  readonly assist?: PersonId;
  readonly own: boolean;
  readonly penalty?: EventId;
  readonly review?: EventId;
  readonly part: Part;
  /** What a source's score told of beyond the goals, when this one was scored. */
  readonly unattributed: Score;
}

export const evolveGoals = (state: MatchState, { id, event }: Happening): MatchState => {
  switch (event.type) {
    case 'goal':
      return score(state, id, event);
    case 'snapshot': {
      const tally = asReported(state.tally, event.score, partOf(event.at.period, state));
      return tally === state.tally ? state : { ...state, tally };
    }
    case 'ruling':
      return event.kind === 'goal-reattributed' ? reattribute(state, event) : state;
    default:
      return state;
  }
};

/** The club of this match that a goal counts for: an own goal, unless told otherwise, for the scorer's opponents. */
export const scoringClub = (
  state: Pick<MatchState, 'roster' | 'sides'>,
  event: EventOf<'goal'>,
): ClubCode | undefined => {
  const club = clubOf(state, event);
  if (club === undefined || sideOf(state, club) === undefined) return undefined;
  return event.own === true && event.club === undefined ? opponentsOf(state, club) : club;
};

/** Takes goals out of the score that don't stand any more, or back into it. */
export const withGoals = (state: MatchState, ids: readonly EventId[], what: 'fallen' | 'reinstated'): MatchState => {
  let { tally } = state;
  for (const id of ids) {
    const goal = state.goals.findLast((its) => its.id === id);
    if (goal === undefined || goal.at.leg !== state.leg) continue;
    tally = what === 'fallen' ? takenBack(tally, goal.side, goal.part) : add(tally, goal.side, goal.part, 1);
  }
  return tally === state.tally ? state : { ...state, tally };
};

/** The score of its leg after each goal, by the goal's id; only standing goals count. */
export const runningScores = (state: Pick<MatchState, 'goals' | 'superseded'>): ReadonlyMap<EventId, Score> => {
  const scores = new Map<EventId, Score>();
  let leg = 0;
  let counted: Score = { home: 0, away: 0 };
  for (const goal of state.goals) {
    if (goal.at.leg !== leg) [leg, counted] = [goal.at.leg, { home: 0, away: 0 }];
    if (state.superseded[goal.id] === undefined) counted = { ...counted, [goal.side]: counted[goal.side] + 1 };
    scores.set(goal.id, {
      home: Math.max(0, counted.home + goal.unattributed.home),
      away: Math.max(0, counted.away + goal.unattributed.away),
    });
  }
  return scores;
};

/** Law 10.3: kicks from the penalty mark are no goals, whatever a feed calls them. */
const score = (state: MatchState, id: EventId, event: EventOf<'goal'>): MatchState => {
  const club = scoringClub(state, event);
  const side = sideOf(state, club);
  if (club === undefined || side === undefined || event.tentative === true || event.at.period === 'PEN') return state;
  const part = partOf(event.at.period, state);
  const known = state.tally.unattributed[side] > 0 && (event.running?.[side] ?? Infinity) <= state.tally[side];
  // A source may have timed the goal after the decision that took it away.
  const fallen = state.superseded[id] !== undefined;
  const counted = known ? named(state.tally, side, part) : add(state.tally, side, part, 1);
  const tally = fallen ? state.tally : counted;
  const goal: Goal = {
    id,
    at: event.at,
    club,
    side,
    own: event.own === true,
    part,
    unattributed: tally.unattributed,
    ...(event.by === undefined ? {} : { by: event.by }),
    ...(event.assist === undefined ? {} : { assist: event.assist }),
    ...(event.penalty === undefined ? {} : { penalty: event.penalty }),
    ...(event.review === undefined ? {} : { review: event.review }),
  };
  return { ...state, goals: state.goals.append(goal), tally };
};

/** A body names another scorer; the goal goes on counting for the same club. */
const reattribute = (state: MatchState, { of, person, own }: EventOf<'ruling'>): MatchState => {
  if (of === undefined || person === undefined || state.goals.findLast(({ id }) => id === of) === undefined)
    return state;
  const ruled = (goal: Goal): Goal => {
    const { assist, ...kept } = goal;
    const club = state.roster.get(person)?.club;
    return {
      ...kept,
      by: person,
      own: own ?? (club !== undefined && club !== goal.club),
      ...(assist === undefined || assist === person ? {} : { assist }),
    };
  };
  return { ...state, goals: Ledger.of([...state.goals].map((goal) => (goal.id === of ? ruled(goal) : goal))) };
};
