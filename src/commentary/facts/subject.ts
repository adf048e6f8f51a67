import type { MatchEvent } from '../../match/event.ts';
import { scoringClub } from '../../match/laws/goals.ts';
import type { EventId, MatchState } from '../../match/state.ts';
import { labelOf } from '../../match/time.ts';
import { clubOf, personOf } from '../../match/who.ts';
import type { Subject } from '../fact.ts';
import { given } from './scene.ts';

/** An event as another line speaks of it. */
export const subjectFrom = (event: MatchEvent, match: MatchState, leg = match.leg): Subject => {
  const club = event.type === 'goal' ? scoringClub(match, event) : clubOf(match, event);
  return {
    type: event.type,
    label: labelOf(event.at),
    ...(event.at.leg === leg ? {} : { leg: event.at.leg }),
    ...given({
      club,
      person: personOf(event),
      assist: 'assist' in event ? event.assist : undefined,
      off: event.type === 'substitution' ? event.off : undefined,
      outcome: 'outcome' in event ? event.outcome : undefined,
      minutes: event.type === 'added-time' ? event.minutes : undefined,
    }),
    ...('own' in event && event.own === true ? { own: true as const } : {}),
  };
};

export const subjectOf = (match: MatchState, id: EventId | undefined): Subject | undefined => {
  const decision = id === undefined ? undefined : match.decisions.get(id);
  if (decision === undefined) return undefined;
  const { type, at, person } = decision;
  // An own goal is its scorer's decision and the other side's goal.
  const club = (type === 'goal' ? match.goals.findLast((goal) => goal.id === id)?.club : undefined) ?? decision.club;
  return { type, label: labelOf(at), ...(at.leg === match.leg ? {} : { leg: at.leg }), ...given({ club, person }) };
};
