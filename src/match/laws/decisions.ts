import type { EventOf, EventType } from '../event.ts';
import type { ClubCode, PersonId } from '../fixture.ts';
import type { EventId, Happening, MatchState } from '../state.ts';
import type { MatchTime } from '../time.ts';
import { clubOf, personOf } from '../who.ts';
import { withdrawCards } from './cards.ts';
import { withGoals } from './goals.ts';
import { withoutKicks } from './shootout.ts';

/** Law 5.2: what the referee decided, or may have missed. A decision stands until another takes its place. */
export interface Decision {
  readonly id: EventId;
  readonly type: EventType;
  readonly at: MatchTime;
  readonly incidentAt?: MatchTime;
  readonly club?: ClubCode;
  readonly person?: PersonId;
  readonly reason?: string;
  readonly review?: EventId;
  readonly offence?: EventId;
  /** The award that a penalty carries out, the kick that a goal scores, the goal that is disallowed. */
  readonly of?: EventId;
  /** Of a penalty. */
  readonly outcome?: EventOf<'penalty'>['outcome'] & string;
  /** Of a penalty that the half was kept open for. */
  readonly extended?: true;
}

export const evolveDecisions = (state: MatchState, happening: Happening): MatchState => {
  const { id, event } = happening;
  const known = REVIEWABLE.has(event.type) ? withDecision(state, decisionOf(state, happening)) : state;
  switch (event.type) {
    case 'goal-disallowed':
      return event.of === undefined ? known : supersede(known, [event.of], id);
    case 'retake':
      return supersede(known, [event.of, ...scoredFrom(known, event.of)], id);
    case 'card-cancelled':
    case 'card-transferred':
      return isCard(known, event.of) ? supersede(known, [event.of], id) : known;
    default:
      return known;
  }
};

const withDecision = (state: MatchState, decision: Decision): MatchState => ({
  ...state,
  decisions: state.decisions.append(decision),
  ...(decision.type === 'penalty' ? { penalties: state.penalties.append(decision) } : {}),
});

/**
 * Puts a later decision in the place of earlier ones, and undoes what they did. One that a source has timed too late
 * is undone when it comes.
 */
export const supersede = (state: MatchState, ids: readonly EventId[], by: EventId): MatchState => {
  const falling = withFollowers(state, ids).filter((id) => state.superseded[id] === undefined);
  if (falling.length === 0) return state;
  const superseded = { ...state.superseded };
  for (const id of falling) superseded[id] = by;
  return withdrawCards(withoutKicks(withGoals({ ...state, superseded }, falling, 'fallen'), falling), falling);
};

/** A goal that was disallowed stands again when that decision is overturned. */
export const reinstate = (state: MatchState, goals: readonly EventId[]): MatchState => {
  const back = goals.filter((id) => state.superseded[id] !== undefined);
  if (back.length === 0) return state;
  const superseded = Object.fromEntries(Object.entries(state.superseded).filter(([id]) => !back.includes(id)));
  return withGoals({ ...state, superseded }, back, 'reinstated');
};

const decisionOf = (state: MatchState, { id, event }: Happening): Decision => {
  const club = clubOf(state, event);
  const person = personOf(event);
  const of =
    event.type === 'goal'
      ? event.penalty
      : event.type === 'penalty'
        ? event.award
        : event.type === 'goal-disallowed'
          ? event.of
          : undefined;
  return {
    id,
    type: event.type,
    at: event.at,
    ...(event.incidentAt === undefined ? {} : { incidentAt: event.incidentAt }),
    ...(club === undefined ? {} : { club }),
    ...(person === undefined ? {} : { person }),
    ...('reason' in event && event.reason !== undefined ? { reason: event.reason } : {}),
    ...(event.type === 'goal-disallowed' && event.for !== undefined ? { reason: event.for } : {}),
    ...('review' in event && event.review !== undefined ? { review: event.review } : {}),
    ...('offence' in event && event.offence !== undefined ? { offence: event.offence } : {}),
    ...(of === undefined ? {} : { of }),
    ...(event.type === 'penalty' && event.outcome !== undefined ? { outcome: event.outcome } : {}),
    ...(event.type === 'penalty' && event.extended === true ? { extended: true } : {}),
  };
};

const isCard = (state: MatchState, id: EventId): boolean =>
  ['caution', 'second-yellow', 'red'].includes(state.decisions.get(id)?.type ?? 'caution');

/** Without the award there is no kick, and without the kick no goal. */
const withFollowers = (state: MatchState, ids: readonly EventId[]): EventId[] => {
  const falling = new Set(ids);
  for (const id of falling) {
    if (!FOLLOWED.has(state.decisions.get(id)?.type ?? 'note')) continue;
    for (const later of state.decisions.after(id)) {
      if (later.of === id && later.type !== 'goal-disallowed') falling.add(later.id);
    }
  }
  return [...falling];
};

const FOLLOWED: ReadonlySet<EventType> = new Set<EventType>(['penalty-awarded', 'penalty']);

/** A retake may name the goal: the kick that scored it is the one that is taken again. */
const scoredFrom = (state: MatchState, id: EventId): EventId[] => {
  const goal = state.decisions.get(id);
  return goal?.type === 'goal' && goal.of !== undefined ? [goal.of] : [];
};

/** What a review may look at: decisions, and facts that the referee may have missed. */
const REVIEWABLE: ReadonlySet<EventType> = new Set<EventType>([
  'goal',
  'goal-disallowed',
  'shot',
  'chance',
  'penalty-awarded',
  'penalty',
  'kick',
  'caution',
  'second-yellow',
  'red',
  'corner',
  'free-kick',
  'goal-kick',
  'throw-in',
  'dropped-ball',
  'offside',
  'foul',
  'handball',
  'appeal',
]);
