import { partsOfMatch } from '../journal/projection.ts';
import type { Review, Reviews } from '../match/laws/checks.ts';
import { initialState } from '../match/state.ts';
import { labelOf } from '../match/time.ts';
import type { ReviewView, VarView } from './views.ts';

/** The video assistant referee: what is being looked at, and what became of it. */
export const videoReviews = partsOfMatch<VarView>(
  initialState,
  (before, after) => before.reviews !== after.reviews || before.leg !== after.leg,
  ({ reviews }) => ({
    status: statusOf(reviews),
    reviews: Object.fromEntries(Object.entries(reviews.all).map(([id, review]) => [id, reviewView(review)])),
  }),
);

const statusOf = ({ all, open, unavailable }: Reviews): VarView['status'] => {
  if (open.some((id) => all[id]?.kind !== 'check')) return 'reviewing';
  if (open.length > 0) return 'checking';
  return unavailable ? 'unavailable' : 'idle';
};

const reviewView = (review: Review): ReviewView => ({
  order: review.order,
  category: review.category,
  kind: review.kind,
  ...(review.outcome === undefined ? {} : { outcome: review.outcome }),
  ...(review.for === undefined ? {} : { for: review.for }),
  ...(review.from === undefined ? {} : { from: review.from }),
  ...(review.to === undefined ? {} : { to: review.to }),
  ...(review.of === undefined ? {} : { decision: review.of }),
  ...(review.replacedBy === undefined ? {} : { replacedBy: review.replacedBy }),
  openedAt: labelOf(review.openedAt),
  ...(review.closedAt === undefined ? {} : { closedAt: labelOf(review.closedAt) }),
});
