import { reviewNamed } from '../match/laws/reviews.ts';
import { kicksEach, nextKick } from '../match/laws/shootout.ts';
import { isHalf } from '../match/time.ts';
import { clubOf } from '../match/who.ts';
import type { Fact } from './fact.ts';
import { cardFact, cardMovedFact } from './facts/cards.ts';
import { disallowedFact, goalFact, retakeFact } from './facts/goals.ts';
import { openingOf } from './facts/openings.ts';
import { given, kicksOf, numbersOf, type Scene } from './facts/scene.ts';
import { subjectOf } from './facts/subject.ts';
import { substitutionFact } from './facts/substitutions.ts';
import { verdictFact } from './facts/verdicts.ts';
import { whistleFact } from './facts/whistles.ts';
import { needNow, nowOf, stakesOf } from './now.ts';

/** What an event tells; `undefined` for one that isn't told by itself. */
export const factOf = (scene: Scene): Fact | undefined => {
  const { event, before, after, whole } = scene;
  const club = clubOf(after, event);
  const about = { ...given({ club }) };
  switch (event.type) {
    case 'goal':
      return goalFact(scene, event);
    case 'goal-disallowed':
      return disallowedFact(scene, event);
    case 'shot':
      return event.penalty === undefined ? { type: event.type, event, ...about } : undefined;
    case 'penalty':
      return event.outcome === 'scored' ? undefined : { type: event.type, event, ...about };
    case 'penalty-awarded': {
      const foul = event.offence === undefined ? undefined : after.decisions.get(event.offence);
      const by = event.against ?? foul?.person;
      return {
        type: event.type,
        event,
        ...about,
        ...given({ foul: by === undefined ? undefined : given({ by }) }),
        ...given({
          stakes: club === undefined || scene.late || !isHalf(event.at.period) ? undefined : stakesOf(after, club),
        }),
      };
    }
    case 'retake':
      return retakeFact(scene, event);
    case 'kick':
      if (club === undefined) return undefined;
      return {
        type: event.type,
        event,
        club,
        kicks: kicksOf(after, club),
        // A kick that is told late says nothing of the one that follows it now.
        ...(scene.late ? {} : given({ each: kicksEach(after), next: nextKick(after) })),
        ...(after.standing.tie === undefined ? {} : { tie: true as const }),
      };
    case 'caution':
    case 'second-yellow':
    case 'red':
      return cardFact(scene, event);
    case 'card-transferred':
    case 'card-cancelled':
      return cardMovedFact(scene, event);
    case 'substitution':
      return substitutionFact(scene, event);
    case 'temporarily-off':
    case 'back-on':
    case 'left':
    case 'arrived':
      return {
        type: event.type,
        event,
        ...about,
        ...given({ numbers: club === undefined ? undefined : numbersOf(scene, club) }),
      };
    case 'var-check':
      return { type: event.type, event, ...about, ...given({ given: subjectOf(after, event.of) }) };
    case 'var-review': {
      const review = reviewNamed(after.reviews, event.of);
      return {
        type: event.type,
        event,
        ...given({ category: review?.category, reason: review?.for, given: subjectOf(after, review?.of ?? event.of) }),
      };
    }
    case 'var-decision':
      return verdictFact(scene, event);
    case 'free-kick':
    case 'goal-kick':
    case 'dropped-ball':
      // Play goes on without a word, unless it is what a review led to.
      return event.review === undefined ? undefined : ({ type: event.type, event, ...about } as Fact);
    case 'line-ups':
      return { type: event.type, event, ...given({ opening: openingOf(after) }) };
    case 'kick-off':
      if (event.at.elapsed !== 0 || !isHalf(event.at.period)) return undefined;
      return {
        type: event.type,
        event,
        ...about,
        half: event.at.period,
        now: nowOf(after),
        ...given({ opening: event.at.period === '1H' ? openingOf(after) : undefined }),
      };
    case 'half-time':
    case 'full-time':
    case 'period-end':
      return whistleFact(scene, event);
    case 'added-time': {
      const was = before.clock.addedTime;
      const deciding = event.at.period === '2H' || event.at.period === 'ET2';
      if (was === event.minutes) return undefined;
      return {
        type: event.type,
        event,
        now: nowOf(whole.after),
        ...given({ was, asItStands: deciding ? needNow(whole.after) : undefined }),
      };
    }
    case 'snapshot':
      return before.tally === after.tally ? undefined : { type: event.type, event, now: nowOf(whole.after) };
    case 'suspended':
    case 'resumed':
    case 'abandoned':
    case 'postponed':
    case 'cancelled':
    case 'period-reopened': {
      const played = isHalf(after.clock.watch.period) && after.clock.plays > 0;
      return { type: event.type, event, ...given({ now: played ? nowOf(whole.after) : undefined }) };
    }
    case 'ruling':
      return {
        type: event.type,
        event,
        ...about,
        now: nowOf(whole.after),
        ...given({
          of: subjectOf(whole.after, event.of),
          awarded:
            event.kind === 'awarded' && event.at.leg === whole.after.leg ? whole.after.standing.leg.score : undefined,
          through:
            whole.after.standing.tie?.advancing === whole.before.standing.tie?.advancing
              ? undefined
              : whole.after.standing.tie?.advancing,
        }),
      };
    case 'note':
      return { type: event.type, event, ...about, ...given({ sources: scene.sources }) };
    case 'chance':
    case 'error':
    case 'corner':
    case 'offside':
    case 'foul':
    case 'handball':
    case 'appeal':
    case 'injury':
    case 'officials':
    case 'conditions':
    case 'delay':
    case 'clock-correction':
    case 'var-unavailable':
    case 'var-available':
    case 'captain':
    case 'goalkeeper':
    case 'formation':
    case 'excluded':
      return { type: event.type, event, ...about } as Fact;
    case 'throw-in':
    case 'touch':
    case 'statistics':
    case 'possession':
    case 'shoot-out-score':
      return undefined;
  }
};
