import type { EventOf, EventType, MatchEvent } from '../event.ts';
import type { EventId, Happening, MatchState } from '../state.ts';
import { isAboutCards, opened, openedLate, type Review, reviewed, reviewNamed, withReview, wordFor } from './checks.ts';
import { reinstate, supersede } from './decisions.ts';
import { isFact, voidedBy } from './voided.ts';

export { type Review, reviewNamed } from './checks.ts';

/** The VAR protocol: what is looked at, and what becomes of the decisions. */
export const evolveReviews = (state: MatchState, happening: Happening): MatchState => {
  const { id, event } = happening;
  switch (event.type) {
    case 'var-check':
      return withReview(state, opened(state, id, event));
    case 'var-review':
      return withReview(state, reviewed(state, id, event));
    case 'var-decision': {
      const review = reviewNamed(state.reviews, event.of) ?? openedLate(state, id, event);
      return review === undefined ? state : close(state, review, id, event);
    }
    case 'var-unavailable':
    case 'var-available':
      return withAvailability(state, event.type === 'var-unavailable');
    default:
      return 'review' in event && event.review !== undefined
        ? replaced(state, happening, event.review)
        : overtaken(state, id, event);
  }
};

/** The first outcome stands; that another may follow `unknown` is how a feed makes up for its silence. */
const close = (
  state: MatchState,
  review: Review,
  by: EventId,
  { at, outcome, to }: Pick<EventOf<'var-decision'>, 'at' | 'outcome' | 'to'>,
): MatchState => {
  if (review.outcome !== undefined && review.outcome !== 'unknown') return state;
  if (outcome !== 'overturned' && outcome !== 'amended') return withReview(state, { ...review, outcome, closedAt: at });
  const decision = review.of === undefined ? undefined : state.decisions.get(review.of);
  const voided = isAboutCards(review.category) ? [] : voidedBy(state, review, outcome);
  const now = to ?? review.to ?? OPPOSITE[decision?.type ?? 'note'];
  const closed = withReview(state, {
    ...review,
    outcome,
    closedAt: at,
    ...(now === undefined ? {} : { to: now }),
    ...(voided.length === 0 ? {} : { voided }),
  });
  const fallen = review.of === undefined || isFact(decision?.type ?? 'note') ? voided : [review.of, ...voided];
  const changed = supersede(closed, fallen, review.replacedBy ?? by);
  return decision?.type === 'goal-disallowed' && decision.of !== undefined && outcome === 'overturned'
    ? reinstate(changed, [decision.of])
    : changed;
};

/** A decision that names a review is what the review led to. */
const replaced = (state: MatchState, { id, event }: Happening, named: EventId): MatchState => {
  const review = reviewNamed(state.reviews, named);
  if (review === undefined || review.replacedBy !== undefined || !LEADS_ON.has(event.type)) return state;
  if (review.outcome === 'upheld' || review.outcome === 'confirmed') return state;
  // A card beside a restart is a consequence; it replaces only what was itself about a card.
  if (CARDS.has(event.type) && !isAboutCards(review.category) && review.category !== 'wrong-team') return state;
  const next = withReview(state, { ...review, replacedBy: id, to: wordFor(event.type) });
  const moved =
    review.of === undefined || next.superseded[review.of] === undefined
      ? next
      : { ...next, superseded: { ...next.superseded, [review.of]: id } };
  return supersede(moved, alsoReplaced(moved, review, event), id);
};

/** A goal given after all takes the place of the one that had been disallowed; a red that of the yellow for that foul. */
const alsoReplaced = (state: MatchState, { of }: Review, event: MatchEvent): EventId[] => {
  const decision = of === undefined ? undefined : state.decisions.get(of);
  if (event.type === 'goal')
    return decision?.type === 'goal-disallowed' && decision.of !== undefined ? [decision.of] : [];
  if (event.type !== 'red' || event.person === undefined) return [];
  const offences = [event.offence, of].filter((id) => id !== undefined);
  const shown = state.cards[event.person]?.cards ?? [];
  return shown.flatMap(({ id, offence }) => (offence !== undefined && offences.includes(offence) ? [id] : []));
};

/** A review after which play went on, or that a whistle cut short, ended without an outcome that anybody reported. */
const overtaken = (state: MatchState, by: EventId, { type, at }: MatchEvent): MatchState => {
  let next = state;
  for (const id of state.reviews.open) {
    const review = state.reviews.all[id];
    if (review === undefined || (!ENDS_ALL.has(type) && !(ENDS_THOSE_OF_PLAY.has(type) && !outlivesRestart(review))))
      continue;
    // … unless another decision followed from it: then the first was overturned.
    const outcome = review.replacedBy === undefined ? 'unknown' : 'overturned';
    next = close(next, review, review.replacedBy ?? by, { at, outcome });
  }
  return next;
};

/** Once play has restarted, only violent conduct and the like, and who did it, may still be looked at. */
const outlivesRestart = ({ kind, category }: Review): boolean =>
  kind === 'check' && (category === 'direct-red' || category === 'mistaken-identity');

const ENDS_ALL: ReadonlySet<EventType> = new Set<EventType>(['half-time', 'full-time', 'period-end', 'abandoned']);

/** Not the corner: what is recorded is its award. */
const ENDS_THOSE_OF_PLAY: ReadonlySet<EventType> = new Set<EventType>([
  'kick-off',
  'free-kick',
  'throw-in',
  'goal-kick',
  'dropped-ball',
  'penalty',
  'kick',
]);

const LEADS_ON: ReadonlySet<EventType> = new Set<EventType>([
  'goal',
  'goal-disallowed',
  'penalty-awarded',
  'retake',
  'corner',
  'free-kick',
  'goal-kick',
  'dropped-ball',
  'caution',
  'second-yellow',
  'red',
  'card-transferred',
  'card-cancelled',
]);

const CARDS: ReadonlySet<EventType> = new Set<EventType>(['caution', 'second-yellow', 'red', 'card-cancelled']);

const withAvailability = (state: MatchState, unavailable: boolean): MatchState =>
  state.reviews.unavailable === unavailable ? state : { ...state, reviews: { ...state.reviews, unavailable } };

const OPPOSITE: Partial<Record<EventType, string>> = {
  goal: 'no-goal',
  'goal-disallowed': 'goal',
  'penalty-awarded': 'no-penalty',
  red: 'no-red',
  'second-yellow': 'no-second-yellow',
  caution: 'no-caution',
  corner: 'no-corner',
};
