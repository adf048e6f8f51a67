import type { EventOf, EventType } from '../event.ts';
import type { EventId, MatchState } from '../state.ts';
import { compareTime } from '../time.ts';
import type { Review } from './checks.ts';
import type { Decision } from './decisions.ts';

/**
 * What lies between the incident and the changed decision and falls with it (VAR protocol, principles): goals at either
 * end, awards, cards for stopping a promising attack or denying an obvious chance, and cards for an offence that turns
 * out to be none. Other cards stand, and so do substitutions.
 */
export const voidedBy = (state: MatchState, review: Review, outcome: EventOf<'var-decision'>['outcome']): EventId[] => {
  const reviewed = review.of === undefined ? undefined : state.decisions.get(review.of);
  const voided: EventId[] = [];
  for (const decision of state.decisions.backwards()) {
    const since = compareTime(decision.at, review.incidentAt);
    if (since < 0) break;
    if (decision.id === review.of || decision.review === review.id) continue;
    const falls = CARDS.has(decision.type)
      ? cardFalls(decision, reviewed, { after: since > 0, outcome })
      : since > 0 && VOIDABLE.has(decision.type);
    if (falls && state.superseded[decision.id] === undefined) voided.push(decision.id);
  }
  return voided.reverse();
};

/** What happened stays so, whatever is decided about it. */
export const isFact = (type: EventType): boolean => FACTS.has(type);

const FACTS: ReadonlySet<EventType> = new Set<EventType>(['foul', 'handball', 'appeal', 'chance']);

const VOIDABLE: ReadonlySet<EventType> = new Set<EventType>([
  'goal',
  'penalty-awarded',
  'free-kick',
  'corner',
  'penalty',
]);
const CARDS: ReadonlySet<EventType> = new Set<EventType>(['caution', 'second-yellow', 'red']);

const cardFalls = (
  { offence, reason }: Decision,
  reviewed: Decision | undefined,
  { after, outcome }: { readonly after: boolean; readonly outcome: EventOf<'var-decision'>['outcome'] },
): boolean => {
  const punished = reviewed?.type === 'penalty-awarded' || reviewed?.type === 'free-kick';
  const same = punished && offence !== undefined && (offence === reviewed.id || offence === reviewed.offence);
  // A penalty that becomes a free kick was still for an offence.
  if (same)
    return outcome === 'overturned' && (TACTICAL.has(reason ?? '') || ONLY_FOR_THE_OFFENCE.has(reason ?? 'foul'));
  return after && TACTICAL.has(reason ?? '');
};

const TACTICAL: ReadonlySet<string> = new Set(['stopping-a-promising-attack', 'denying-an-obvious-chance']);

/** Recklessness, violence and dissent deserve their card even when the offence is found to have been none. */
const ONLY_FOR_THE_OFFENCE: ReadonlySet<string> = new Set(['foul', 'handball', 'persistent-offences']);
