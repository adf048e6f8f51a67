import type { EventType } from '../event.ts';
import { isAboutCards } from '../laws/checks.ts';
import type { Decision } from '../laws/decisions.ts';
import type { EventId, MatchState } from '../state.ts';
import { comparePeriod, compareTime, isHalf, type MatchTime } from '../time.ts';

/**
 * Whether play has restarted since a decision was given or a fact happened (Law 5.2, VAR protocol): as far as the log
 * tells, since a record may leave restarts out.
 */
export const hasRestartedSince = (state: MatchState, since: EventId | MatchTime): boolean => {
  const first = typeof since === 'string' ? state.decisions.get(since) : undefined;
  const at = typeof since === 'string' ? first?.at : since;
  if (at === undefined) return false;
  if (at.leg !== state.leg) return true;
  if (isNextPeriodUnderWay(state, at)) return true;
  const later = typeof since === 'string' ? [...state.decisions.after(since)] : decisionsAfter(state, since);
  const standing = later.filter(({ id }) => state.superseded[id] === undefined);
  if (standing.some((decision) => isTaken(decision, first, at))) return true;
  // An award that is neither owed any more nor undone has been carried out.
  const awards = [...(first === undefined || state.superseded[first.id] !== undefined ? [] : [first]), ...standing];
  return (
    isHalf(state.clock.base) &&
    awards
      .filter((award) => award.type in OWED && !isTakenByReview(state, award))
      .some((award) => !isOwed(state, award, awards))
  );
};

/** A changed decision takes the restarts since its incident with it, one of the same second too. */
const isTakenByReview = ({ reviews }: MatchState, award: Decision): boolean =>
  award.review === undefined &&
  Object.values(reviews.all).some(
    ({ outcome, category, incidentAt }) =>
      (outcome === 'overturned' || outcome === 'amended') &&
      !isAboutCards(category) &&
      compareTime(award.at, incidentAt) === 0,
  );

const isNextPeriodUnderWay = ({ clock }: MatchState, at: MatchTime): boolean =>
  (isHalf(clock.base) || clock.base === 'PEN') && comparePeriod(clock.base, at.period) > 0;

const decisionsAfter = (state: MatchState, at: MatchTime): Decision[] => {
  const later: Decision[] = [];
  for (const decision of state.decisions.backwards()) {
    if (compareTime(decision.at, at) <= 0) break;
    later.unshift(decision);
  }
  return later;
};

/** A free kick or a goal kick close to the incident is still the referee's answer to it. */
const isTaken = (restart: Decision, first: Decision | undefined, at: MatchTime): boolean => {
  if (restart.type === 'penalty' || restart.type === 'kick') return true;
  if (restart.review !== undefined || compareTime(restart.at, at) <= 0) return false;
  if (restart.type === 'throw-in' || restart.type === 'dropped-ball') return true;
  if (restart.type !== 'free-kick' && restart.type !== 'goal-kick') return false;
  return !(first !== undefined && restart.offence === first.id) && restart.at.elapsed - at.elapsed > ANSWERED_WITHIN_MS;
};

const ANSWERED_WITHIN_MS = 20_000;

const OWED: Partial<Record<EventType, 'kick-off' | 'corner' | 'penalty'>> = {
  goal: 'kick-off',
  corner: 'corner',
  'penalty-awarded': 'penalty',
};

const isOwed = ({ clock }: MatchState, award: Decision, awards: readonly Decision[]): boolean =>
  clock.restart !== undefined &&
  clock.restart.kind === OWED[award.type] &&
  award === awards.findLast(({ type }) => type in OWED);
