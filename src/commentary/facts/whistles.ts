import type { ClubCode } from '../../match/fixture.ts';
import type { Restart } from '../../match/laws/periods.ts';
import type { Decision, MatchState } from '../../match/state.ts';
import { isHalf, type MatchTime, MINUTE } from '../../match/time.ts';
import { isPastAddedTime, lengthOf } from '../clock.ts';
import type { WhistleFact } from '../fact.ts';
import { needNow, nowOf } from '../now.ts';
import { given, kicksOf, type Scene } from './scene.ts';

export const whistleFact = (scene: Scene, event: WhistleFact['event']): WhistleFact | undefined => {
  const { before, after, whole } = scene;
  if (before.clock === after.clock) return undefined;
  const ended = event.at.period;
  const { tie, leg: result } = after.standing;
  const through = tie?.advancing;
  const next = nextAfter(after, event);
  const winner = next === 'nothing' ? result.winner : undefined;
  return {
    type: event.type,
    event,
    ended,
    now: nowOf(whole.after, through),
    next,
    ...given({
      leg: after.fixture.legs.length > 1 ? after.leg : undefined,
      through:
        through === undefined || next !== 'nothing'
          ? undefined
          : { club: through, by: tie?.by ?? 'normal-time', ...firstLegOf(after, through) },
      winner,
      kicks: after.shootout?.winner === undefined ? undefined : kicksOf(after, after.shootout.winner),
      owed: owedAt(before, event.at),
      played: playedOf(before, event.at),
      meets:
        next === 'nothing' && (through ?? winner) !== undefined && after.leg >= after.fixture.legs.length
          ? after.fixture.next
          : undefined,
    }),
  };
};

const nextAfter = (after: MatchState, event: WhistleFact['event']): WhistleFact['next'] => {
  switch (after.clock.period) {
    case 'HT':
      return 'second-half';
    case 'ETHT':
      return 'extra-time-second-half';
    case 'FT':
      return after.leg < after.fixture.legs.length ? 'second-leg' : (needNow(after) ?? 'nothing');
    case 'ENT':
    case 'EET':
      return needNow(after) ?? 'undecided';
    case 'pre':
    case '1H':
    case '2H':
    case 'ET1':
    case 'ET2':
    case 'PEN':
      return event.type === 'full-time' ? 'nothing' : 'undecided';
  }
};

const firstLegOf = ({ before, fixture }: MatchState, club: ClubCode) => {
  const [tally, leg] = [before[0], fixture.legs[0]];
  if (tally === undefined || leg === undefined) return {};
  return {
    firstLeg: leg.home === club ? { own: tally.home, other: tally.away } : { own: tally.away, other: tally.home },
  };
};

/** A restart counts as owed only straight after what it follows from: a sparse log may have left it out. */
const OWED_WITHIN_MS = 45_000;

const owedAt = (before: MatchState, at: MatchTime): Restart | undefined => {
  const { restart } = before.clock;
  if (restart === undefined) return undefined;
  const from: Decision | undefined = lastDecision(before);
  const recent =
    from !== undefined &&
    from.at.leg === at.leg &&
    from.at.period === at.period &&
    at.elapsed - from.at.elapsed <= OWED_WITHIN_MS;
  return recent ? restart : undefined;
};

const lastDecision = (match: MatchState): Decision | undefined => {
  for (const decision of match.decisions.backwards()) {
    if (match.superseded[decision.id] !== undefined) continue;
    if (decision.type === 'goal' || decision.type === 'corner' || decision.type === 'penalty-awarded') return decision;
  }
  return undefined;
};

const playedOf = (before: MatchState, at: MatchTime): WhistleFact['played'] => {
  const { addedTime } = before.clock;
  if (
    !isHalf(at.period) ||
    addedTime === undefined ||
    !isPastAddedTime({ ...at, elapsed: at.elapsed - MINUTE }, addedTime)
  )
    return undefined;
  return { announced: addedTime, played: at.elapsed - lengthOf(at.period) };
};
