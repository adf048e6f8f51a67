import type { EventType, MatchEvent } from '../match/event.ts';
import { isKey } from '../projections/timeline.ts';
import type { Importance } from '../projections/views.ts';
import type { CorrectionFact, Fact } from './fact.ts';

/** `key` is what one would be woken for; what the timeline jumps to, and a caution that turns out to be a dismissal. */
export const importanceOf = (event: MatchEvent, fact: Fact): Importance => {
  if (fact.type === 'caution' && (fact.shown !== 'caution' || fact.secondAt !== undefined)) return 'key';
  if (fact.type === 'goal-disallowed' && fact.known) return 'normal';
  if (isKey(event)) return 'key';
  return DETAILS.has(event.type) ? 'detail' : 'normal';
};

/** As important as what it corrects; what is only added to a report is a detail. */
export const importanceOfCorrection = (fact: CorrectionFact, events: readonly MatchEvent[]): Importance => {
  const added = fact.changes.every((change) => change === 'details' || change === 'assist');
  if (fact.type === 'amended' && added) return 'detail';
  return events.some(isKey) || fact.now !== undefined || fact.numbers !== undefined ? 'key' : 'normal';
};

const DETAILS: ReadonlySet<EventType> = new Set<EventType>([
  'corner',
  'offside',
  'foul',
  'handball',
  'officials',
  'conditions',
  'clock-correction',
  'captain',
  'formation',
]);
