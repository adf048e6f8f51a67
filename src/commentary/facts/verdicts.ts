import type { EventOf } from '../../match/event.ts';
import { type Review, reviewNamed } from '../../match/laws/reviews.ts';
import { isHalf, type Millis } from '../../match/time.ts';
import type { VerdictFact } from '../fact.ts';
import { nowOf } from '../now.ts';
import { bothNumbers, given, type Scene } from './scene.ts';
import { subjectOf } from './subject.ts';

export const verdictFact = (scene: Scene, event: EventOf<'var-decision'>): VerdictFact | undefined => {
  const { before, after, whole } = scene;
  const review = reviewNamed(after.reviews, event.of);
  if (review === undefined) return undefined;
  const counted = whole.before.tally !== whole.after.tally;
  return {
    type: event.type,
    event,
    category: review.category,
    reviewed: review.kind !== 'check',
    voided: (review.voided ?? []).flatMap((id) => subjectOf(after, id) ?? []),
    ...given({
      reason: event.reason ?? review.for,
      given: subjectOf(before, review.of),
      to: review.to,
      took: tookOf(review),
      now: counted ? nowOf(whole.after) : undefined,
      numbers: bothNumbers(scene),
    }),
  };
};

const tookOf = ({ openedAt, closedAt }: Review): Millis | undefined => {
  if (closedAt === undefined || closedAt.leg !== openedAt.leg || closedAt.period !== openedAt.period) return undefined;
  const took = closedAt.elapsed - openedAt.elapsed;
  return took > 0 && isHalf(openedAt.period) ? took : undefined;
};
