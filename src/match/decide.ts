import type { Command, Mode } from './command.ts';
import type { MatchEvent } from './event.ts';
import { type Breach, breach } from './judgement/breach.ts';
import { judgeCancelled, judgeCard, judgeTransfer } from './judgement/cards.ts';
import { judgeDisallowed, judgeGoal } from './judgement/goals.ts';
import { judgeLineUps, judgeMove } from './judgement/line-ups.ts';
import { judgeNames } from './judgement/named.ts';
import { judgeOrder } from './judgement/order.ts';
import { judgeAward, judgePenalty, judgeRetake } from './judgement/penalties.ts';
import { judgeAddedTime, judgeBreakingOff, judgeKickOff, judgeReopening, judgeWhistle } from './judgement/periods.ts';
import { judgePlay } from './judgement/play.ts';
import { judgeSnapshot } from './judgement/reports.ts';
import { judgeCheck, judgeOutcome, judgeReview } from './judgement/reviews.ts';
import { judgeRuling } from './judgement/rulings.ts';
import { judgeExcluded, judgeKick } from './judgement/shootout.ts';
import { judgeSubstitution } from './judgement/substitutions.ts';
import { evolve, type MatchState } from './state.ts';

export type { Command, Mode } from './command.ts';
export type { Breach } from './judgement/breach.ts';
export { CODES, type Code, citation, codesDocument, ONLY_REFUSED } from './judgement/codes.ts';

/** Why something can't be: the code, the Law where it's one, and a sentence. */
export interface Refusal {
  readonly code: string;
  readonly law?: string;
  readonly message: string;
}

export type Verdict =
  | { readonly kind: 'accepted'; readonly event: MatchEvent }
  /** It happened, against the Laws. */
  | { readonly kind: 'irregular'; readonly event: MatchEvent; readonly breaches: readonly Breach[] }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/**
 * What the Laws and the competition's regulations make of an event, in a state of the match just before it. It returns
 * the event that was asked for and never what follows from it: that is for the fold. Total: it never throws, whatever
 * the state and the command are.
 *
 * `simulate` refuses with the first breach. `record` accepts what was reported and flags it: twelve on the pitch, three
 * yellow cards for one man and a whistle after 85 minutes have all happened. It refuses only what can't be placed, an
 * event of a leg that the fixture doesn't have.
 */
export const decide = (state: MatchState, command: Command, mode: Mode): Verdict => {
  const { id, ...asked } = command;
  const event = asked as MatchEvent;
  const unplaced = judgePlace(state, event);
  if (unplaced !== undefined) return { kind: 'refused', refusal: unplaced };
  const breaches = judge(state, event, 'record');
  if (mode === 'record')
    return breaches.length === 0 ? { kind: 'accepted', event } : { kind: 'irregular', event, breaches };
  // What breaks the Laws whatever the log leaves out is the better reason.
  const refusal = breaches[0] ?? judgeId(state, id)[0] ?? judge(state, event, 'simulate')[0];
  return refusal === undefined ? { kind: 'accepted', event } : { kind: 'refused', refusal };
};

/** What the Laws have against an event that was reported, `state` being the match just before it. */
export const breachesOf = (state: MatchState, event: MatchEvent): readonly Breach[] => {
  const unplaced = judgePlace(state, event);
  return unplaced === undefined ? judge(state, event, 'record') : [unplaced];
};

const judgePlace = ({ fixture }: MatchState, { at }: MatchEvent): Breach | undefined =>
  at.leg > fixture.legs.length
    ? breach(
        'unknown-leg',
        `the fixture has ${fixture.legs.length === 1 ? 'one leg' : 'two legs'}, and this is to be in leg ${at.leg}`,
      )
    : undefined;

const judgeId = (state: MatchState, id: string | undefined): Breach[] =>
  id !== undefined && state.decisions.get(id) !== undefined
    ? [breach('id-taken', `another event is called "${id}"`)]
    : [];

const judge = (state: MatchState, event: MatchEvent, mode: Mode): Breach[] => {
  const here = inItsLeg(state, event);
  if (event.at.leg < here.leg) return judgePastLeg(event, mode);
  return [...judgeByLaw(here, event, mode), ...judgeNames(here, event), ...judgeOrder(here, event, mode)];
};

/** The first event of a leg is judged in that leg, with nobody on the pitch but those who start in it. */
const inItsLeg = (state: MatchState, { at: { leg } }: MatchEvent): MatchState =>
  leg <= state.leg
    ? state
    : evolve(state, {
        id: '',
        event: { type: 'note', text: 'the leg begins', at: { leg, period: 'pre', elapsed: 0 } },
      });

/** Bodies rule on an earlier leg, and people remark on it; what a record tells of it was judged there. */
const judgePastLeg = (event: MatchEvent, mode: Mode): Breach[] =>
  mode === 'record' || event.type === 'ruling' || event.type === 'note' || event.type === 'statistics'
    ? []
    : [breach('clock-goes-back', `leg ${event.at.leg} is over`)];

const judgeByLaw = (state: MatchState, event: MatchEvent, mode: Mode): Breach[] => {
  switch (event.type) {
    case 'line-ups':
      return judgeLineUps(state, event, mode);
    case 'kick-off':
      return judgeKickOff(state, event, mode);
    case 'half-time':
    case 'full-time':
    case 'period-end':
      return judgeWhistle(state, event, mode);
    case 'period-reopened':
      return judgeReopening(state, event, mode);
    case 'added-time':
      return judgeAddedTime(state, event, mode);
    case 'suspended':
    case 'resumed':
    case 'abandoned':
    case 'postponed':
    case 'cancelled':
      return judgeBreakingOff(state, event, mode);
    case 'goal':
      return judgeGoal(state, event, mode);
    case 'goal-disallowed':
      return judgeDisallowed(state, event, mode);
    case 'penalty-awarded':
      return judgeAward(state, event, mode);
    case 'penalty':
      return judgePenalty(state, event, mode);
    case 'retake':
      return judgeRetake(state, event, mode);
    case 'kick':
      return judgeKick(state, event, mode);
    case 'excluded':
      return judgeExcluded(state, event, mode);
    case 'caution':
    case 'second-yellow':
    case 'red':
      return judgeCard(state, event, mode);
    case 'card-transferred':
      return judgeTransfer(state, event, mode);
    case 'card-cancelled':
      return judgeCancelled(state, event, mode);
    case 'substitution':
      return judgeSubstitution(state, event, mode);
    case 'temporarily-off':
    case 'back-on':
    case 'left':
    case 'arrived':
    case 'goalkeeper':
    case 'captain':
      return judgeMove(state, event, mode);
    case 'shot':
    case 'chance':
    case 'error':
    case 'corner':
    case 'free-kick':
    case 'throw-in':
    case 'goal-kick':
    case 'dropped-ball':
    case 'offside':
    case 'foul':
    case 'handball':
    case 'touch':
      return judgePlay(state, event, mode);
    case 'var-check':
      return judgeCheck(state, event, mode);
    case 'var-review':
      return judgeReview(state, event);
    case 'var-decision':
      return judgeOutcome(state, event, mode);
    case 'snapshot':
      return judgeSnapshot(state, event, mode);
    case 'ruling':
      return judgeRuling(state, event, mode);
    // Told about the match rather than done in it.
    case 'officials':
    case 'conditions':
    case 'delay':
    case 'clock-correction':
    case 'formation':
    case 'injury':
    case 'appeal':
    case 'var-unavailable':
    case 'var-available':
    case 'statistics':
    case 'possession':
    case 'shoot-out-score':
    case 'note':
      return [];
  }
};
