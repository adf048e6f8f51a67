import type { EventType, MatchEvent } from '../match/event.ts';

/** Touches, passes and other restarts feed the statistics alone. */
export const isTold = (type: EventType): boolean => !UNTOLD.has(type);

const UNTOLD: ReadonlySet<EventType> = new Set<EventType>([
  'touch',
  'throw-in',
  'goal-kick',
  'free-kick',
  'dropped-ball',
  'statistics',
  'possession',
  'officials',
  'snapshot',
  'shoot-out-score',
]);

/** Goals, reds, penalties, reviews and verdicts, whistles, rulings: what one jumps to. */
export const isKey = (event: MatchEvent): boolean => {
  switch (event.type) {
    case 'goal':
    case 'goal-disallowed':
    case 'second-yellow':
    case 'red':
    case 'penalty-awarded':
    case 'kick':
    case 'retake':
    case 'var-review':
    case 'half-time':
    case 'full-time':
    case 'period-end':
    case 'period-reopened':
    case 'suspended':
    case 'resumed':
    case 'abandoned':
    case 'postponed':
    case 'cancelled':
    case 'ruling':
    case 'card-cancelled':
    case 'card-transferred':
      return true;
    case 'penalty':
      return event.outcome !== 'scored';
    case 'var-decision':
      return event.outcome !== 'confirmed';
    case 'kick-off':
      return event.at.elapsed === 0;
    default:
      return false;
  }
};
