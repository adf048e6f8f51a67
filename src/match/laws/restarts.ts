import type { EventOf, EventType, MatchEvent } from '../event.ts';
import type { ClubCode, PersonId } from '../fixture.ts';
import type { MatchState } from '../state.ts';
import { isHalf, type MatchTime } from '../time.ts';
import { clubOf, opponentsOf } from '../who.ts';
import { isAboutCards, reviewNamed } from './checks.ts';
import { scoringClub } from './goals.ts';
import type { Clock } from './periods.ts';

/** Law 8: how play is to be restarted, and by whom. */
export interface Restart {
  readonly kind: 'kick-off' | 'corner' | 'penalty';
  readonly club?: ClubCode;
}

/** A restart that was taken, and by whom. */
export interface Taken {
  readonly kind: 'free-kick' | 'goal-kick' | 'throw-in';
  readonly by: PersonId;
  readonly at: MatchTime;
}

/** What is owed after an event, and whether the ball was in play. */
export const withRestart = (clock: Clock, state: MatchState, event: MatchEvent): Clock =>
  withTaken(owedAfter(clock, state, event), event);

const owedAfter = (clock: Clock, state: MatchState, event: MatchEvent): Clock => {
  switch (event.type) {
    case 'kick-off':
      return played(withoutRestart(kickedOff(clock)));
    case 'goal':
      return event.tentative === true ? clock : owed(played(clock), 'kick-off', conceding(state, event));
    case 'penalty-awarded':
      return owed(clock, 'penalty', clubOf(state, event));
    case 'penalty':
      return event.outcome === 'not-taken' ? withoutRestart(clock) : played(withoutRestart(clock));
    case 'retake':
      return owed(clock, 'penalty', state.decisions.get(event.of)?.club);
    case 'corner':
      return owed(played(clock), 'corner', clubOf(state, event));
    case 'var-decision':
      return movesRestart(state, event) ? afterReview(clock, state, event) : clock;
    case 'half-time':
    case 'full-time':
    case 'period-end':
      return setAside(clock);
    case 'period-reopened':
      return takenUpAgain(clock);
    case 'abandoned':
    case 'postponed':
    case 'cancelled':
    case 'goal-disallowed':
      return withoutRestart(clock);
    default:
      return isPlay(event) ? played(withoutRestart(clock)) : clock;
  }
};

const withTaken = (clock: Clock, event: MatchEvent): Clock => {
  switch (event.type) {
    case 'free-kick':
    case 'goal-kick':
    case 'throw-in':
      if (event.by !== undefined) return { ...clock, taken: { kind: event.type, by: event.by, at: event.at } };
  }
  if (clock.taken === undefined || !isPlay(event)) return clock;
  const { taken: _over, ...kept } = clock;
  return kept;
};

export const withoutRestart = (clock: Clock): Clock => {
  if (clock.restart === undefined && clock.leftover === undefined) return clock;
  const { restart: _dropped, leftover: _too, ...kept } = clock;
  return kept;
};

/** A half may end with a restart owed: nothing of it is left, unless the whistle is taken back. */
const setAside = (clock: Clock): Clock => {
  const { restart, ...kept } = clock;
  return restart === undefined ? clock : { ...kept, leftover: restart };
};

/** Laws 5.2 and 7.4: the half goes on with what the whistle left, or with what was given after it. */
const takenUpAgain = (clock: Clock): Clock => {
  const { leftover, ...kept } = clock;
  return leftover === undefined || !isHalf(clock.base) ? clock : { ...kept, restart: leftover };
};

/**
 * Whether the ball was in play, or was put there, so that whatever was stopped before is over. A goal that is only
 * possible shows nothing of the kind.
 */
export const isPlay = (event: MatchEvent): boolean =>
  IN_PLAY.has(event.type) && !(event.type === 'goal' && event.tentative === true);

const IN_PLAY: ReadonlySet<EventType> = new Set<EventType>([
  'kick-off',
  'goal',
  'shot',
  'chance',
  'error',
  'penalty',
  'kick',
  'free-kick',
  'throw-in',
  'goal-kick',
  'dropped-ball',
  'offside',
  'foul',
  'handball',
  'touch',
  'corner',
]);

const conceding = (state: MatchState, event: EventOf<'goal'>): ClubCode | undefined => {
  const club = scoringClub(state, event);
  return club === undefined ? undefined : opponentsOf(state, club);
};

/** A changed decision takes its restart with it; one about a card leaves the restart as it was (VAR protocol). */
const movesRestart = ({ reviews }: MatchState, { of, outcome }: EventOf<'var-decision'>): boolean => {
  const category = reviewNamed(reviews, of)?.category;
  return (outcome === 'overturned' || outcome === 'amended') && (category === undefined || !isAboutCards(category));
};

/** A goal that is given after all is followed by a kick-off, like any other. */
const afterReview = (clock: Clock, state: MatchState, { of, outcome }: EventOf<'var-decision'>): Clock => {
  const { reviews, decisions, goals } = state;
  const decision = decisions.get(reviewNamed(reviews, of)?.of ?? of);
  const given =
    outcome === 'overturned' && decision?.type === 'goal-disallowed' && decision.of !== undefined
      ? goals.findLast(({ id }) => id === decision.of)
      : undefined;
  return given === undefined ? withoutRestart(clock) : owed(clock, 'kick-off', opponentsOf(state, given.club));
};

const kickedOff = (clock: Clock): Clock =>
  clock.restart?.kind === 'kick-off' ? { ...clock, kickOffsAfterGoals: clock.kickOffsAfterGoals + 1 } : clock;

const played = (clock: Clock): Clock => ({ ...clock, plays: clock.plays + 1 });

/** When the match is broken off nothing is owed, and in an interval only if the half before it is opened again. */
const owed = (clock: Clock, kind: Restart['kind'], club: ClubCode | undefined): Clock => {
  if (clock.status !== undefined && clock.status !== 'delayed') return clock;
  const restart: Restart = { kind, ...(club === undefined ? {} : { club }) };
  if (isHalf(clock.base)) return { ...clock, restart };
  return clock.base === 'pre' || clock.base === 'PEN' ? clock : { ...clock, leftover: restart };
};
