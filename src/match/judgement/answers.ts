import type { EventOf } from '../event.ts';
import type { ClubCode } from '../fixture.ts';
import { type Review, reviewNamed } from '../laws/checks.ts';
import type { Decision } from '../laws/decisions.ts';
import type { EventId, MatchState } from '../state.ts';
import type { MatchTime } from '../time.ts';
import { clubOf } from '../who.ts';
import { type Breach, breach, when } from './breach.ts';
import { nameOfClub, nameOfEntry, wordOf } from './names.ts';
import { hasRestartedSince } from './restarted.ts';

type Answer = EventOf<'penalty-awarded' | 'free-kick' | 'corner' | 'goal-kick' | 'dropped-ball'>;

/** Whether a restart is the one that the offence, or the review, calls for: as far as it names them (Laws 8 and 13). */
export const judgeAnswer = (state: MatchState, event: Answer): Breach[] => {
  if (event.offence === undefined && event.review === undefined) return [];
  const offence = event.offence === undefined ? undefined : state.decisions.get(event.offence);
  return [
    ...(offence === undefined ? [] : judgeOffence(state, event, offence)),
    ...judgeReviewed(state, event),
    ...judgeFinal(state, event),
  ];
};

/** What a restart answers, as far as it's told: the offence, else what was reviewed. */
const answeredBy = (
  { decisions, reviews }: MatchState,
  { offence, review: by }: Pick<Answer, 'offence' | 'review'>,
): EventId | MatchTime | undefined => {
  if (offence !== undefined && decisions.get(offence) !== undefined) return offence;
  const review = by === undefined ? undefined : reviewNamed(reviews, by);
  return review?.of ?? review?.incidentAt;
};

const judgeOffence = (state: MatchState, event: Answer, offence: Decision): Breach[] => {
  if (!OFFENCES.has(offence.type)) return [];
  const club = clubOf(state, event);
  const given = event.type === 'free-kick' || event.type === 'penalty-awarded';
  return [
    ...when(
      given && club !== undefined && club === offence.club,
      'restart-for-the-offender',
      () => `${nameOfClub(state, club)} committed ${nameOfEntry(state, offence.id)} themselves`,
    ),
    ...when(
      !isAnswer(state, event, offence),
      'wrong-restart',
      () => `no ${nameOf(event)} follows on ${nameOfEntry(state, offence.id)}`,
    ),
  ];
};

const nameOf = (event: Answer): string => {
  if (event.type === 'penalty-awarded') return 'penalty';
  const direct = event.type === 'free-kick' && event.direct !== undefined;
  return `${direct ? (event.direct ? 'direct ' : 'indirect ') : ''}${wordOf(event.type)}`;
};

const OFFENCES: ReadonlySet<Decision['type']> = new Set<Decision['type']>(['foul', 'handball', 'offside']);

/** With a review a ball that was out stays out; it's dropped where play was stopped for what can't be punished any more. */
const isAnswer = (state: MatchState, event: Answer, offence: Decision): boolean => {
  switch (event.type) {
    case 'penalty-awarded':
      return offence.type !== 'offside';
    case 'free-kick':
      if (offence.type === 'offside') return event.direct !== true;
      // A goalkeeper's hand in his own area may be worth an indirect one (Law 12.2).
      return offence.type !== 'handball' || event.direct !== false || mayBeGoalkeeper(state, offence);
    case 'corner':
      // For whoever holds the ball for more than eight seconds (Law 12.2, 2025/26).
      return event.review !== undefined || (offence.type !== 'offside' && isByKeeperOfOthers(state, event, offence));
    case 'goal-kick':
      return event.review !== undefined;
    case 'dropped-ball':
      return true;
  }
};

const isByKeeperOfOthers = (state: MatchState, event: Answer, offence: Decision): boolean => {
  const club = clubOf(state, event);
  return mayBeGoalkeeper(state, offence) && (club === undefined || club !== offence.club);
};

const mayBeGoalkeeper = (state: MatchState, { person, club }: Decision): boolean => {
  const keeper = club === undefined ? undefined : state.teams[club]?.goalkeeper;
  return person === undefined || keeper === undefined || keeper === person;
};

/** A goal or a penalty that a review upholds is followed by its own restart, one that it takes away by that of the offence. */
const judgeReviewed = (state: MatchState, event: Answer): Breach[] => {
  const review = event.review === undefined ? undefined : reviewNamed(state.reviews, event.review);
  if (review === undefined || event.type === 'penalty-awarded') return [];
  const stands = upheldBy(state, review);
  if (stands !== undefined)
    return [breach('wrong-restart', `${nameOfEntry(state, stands)} stands, and no ${nameOf(event)} follows on it`)];
  const cancelled = cancelledFor(state, review);
  if (cancelled === undefined) return [];
  if (event.type !== 'free-kick' || (cancelled.for === 'offside' && event.direct === true))
    return [breach('wrong-restart', `the goal was cancelled for ${wordFor(cancelled.for)}: a free kick follows on it`)];
  const club = clubOf(state, event);
  return when(
    club !== undefined && club === cancelled.club && event.offence === undefined,
    'restart-for-the-offender',
    () => `a goal of ${nameOfClub(state, club)} was cancelled for ${wordFor(cancelled.for)}`,
  );
};

const upheldBy = ({ decisions, superseded }: MatchState, { of, outcome }: Review): EventId | undefined => {
  const type = of === undefined ? undefined : decisions.get(of)?.type;
  const upheld = outcome === 'upheld' || outcome === 'confirmed';
  const restarts = type === 'goal' || type === 'penalty-awarded';
  return of !== undefined && upheld && restarts && superseded[of] === undefined ? of : undefined;
};

interface Cancelled {
  readonly for: 'offside' | 'foul' | 'handball';
  /** Whose goal it was. */
  readonly club: ClubCode | undefined;
}

/** The goal that a review cancelled, where it was for an offence by those who scored it. */
const cancelledFor = ({ decisions, goals }: MatchState, { replacedBy }: Review): Cancelled | undefined => {
  const decision = replacedBy === undefined ? undefined : decisions.get(replacedBy);
  if (decision?.type !== 'goal-disallowed') return undefined;
  const { reason } = decision;
  if (reason !== 'offside' && reason !== 'foul' && reason !== 'handball') return undefined;
  return { for: reason, club: goals.findLast(({ id }) => id === decision.of)?.club };
};

const wordFor = (reason: Cancelled['for']): string => (reason === 'foul' ? 'a foul' : reason);

/** Law 5.2: once play has restarted only a card may follow, whatever was seen since. */
const judgeFinal = (state: MatchState, event: Answer): Breach[] => {
  if (event.type !== 'free-kick' && event.type !== 'penalty-awarded') return [];
  const since = answeredBy(state, event);
  return when(
    since !== undefined && hasRestartedSince(state, since),
    'decision-final',
    () => 'play has restarted since the offence, and only a card may follow',
  );
};
