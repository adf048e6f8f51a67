import type { EventOf, EventType, MatchEvent, VarCategory } from '../event.ts';
import type { EventId, Happening, MatchState } from '../state.ts';
import type { MatchTime } from '../time.ts';
import { reinstate, supersede } from './decisions.ts';
import { isFact, voidedBy } from './voided.ts';

/** The VAR protocol: checks and reviews of this leg, by the id with which each began. */
export interface Reviews {
  readonly all: Readonly<Record<EventId, Review>>;
  /** Those that aren't closed, in the order opened. */
  readonly open: readonly EventId[];
  readonly unavailable: boolean;
}

export interface Review {
  readonly id: EventId;
  /** 1, 2, 3 … in match order. */
  readonly order: number;
  readonly category: VarCategory;
  readonly kind: 'check' | 'var-only' | 'on-field';
  /** The entry that made a review of the check. */
  readonly reviewedAs?: EventId;
  readonly for?: string;
  /** The decision, or the fact, that is looked at. */
  readonly of?: EventId;
  readonly from?: string;
  readonly openedAt: MatchTime;
  /** When what is looked at happened. */
  readonly incidentAt: MatchTime;
  readonly closedAt?: MatchTime;
  readonly outcome?: EventOf<'var-decision'>['outcome'];
  readonly to?: string;
  readonly replacedBy?: EventId;
  /** What the changed decision voids (VAR protocol, principles; Law 5.2). */
  readonly voided?: readonly EventId[];
}

export const NO_REVIEWS: Reviews = { all: {}, open: [], unavailable: false };

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

/** A review by the id of its check, or of the entry that made a review of it. */
export const reviewNamed = ({ all }: Reviews, id: EventId): Review | undefined =>
  all[id] ?? Object.values(all).find(({ reviewedAs }) => reviewedAs === id);

/** Such a review leaves goals, awards and restarts as they are: what goes with the card is a decision of its own. */
export const isAboutCards = (category: VarCategory): boolean =>
  category === 'direct-red' || category === 'mistaken-identity' || category === 'second-yellow';

const opened = (state: MatchState, id: EventId, event: EventOf<'var-check'>): Review => {
  const decision = event.of === undefined ? undefined : state.decisions.get(event.of);
  return {
    id,
    order: Object.keys(state.reviews.all).length + 1,
    category: event.category,
    kind: 'check',
    openedAt: event.at,
    incidentAt: event.incidentAt ?? decision?.incidentAt ?? decision?.at ?? event.at,
    ...(event.for === undefined ? {} : { for: event.for }),
    ...(event.of === undefined ? {} : { of: event.of }),
    ...(decision === undefined ? {} : { from: isFact(decision.type) ? 'play-on' : wordFor(decision.type) }),
  };
};

/** A check that had been given up for closed is open again once the referee reviews it. */
const reviewed = (state: MatchState, id: EventId, event: EventOf<'var-review'>): Review => {
  const kind = event.kind ?? 'on-field';
  const known = reviewNamed(state.reviews, event.of);
  if (known === undefined) return { ...(openedLate(state, id, event) ?? blank(state, id, event)), kind };
  if (known.outcome !== undefined && known.outcome !== 'unknown') return { ...known, kind, reviewedAs: id };
  const { outcome: _unknown, closedAt: _then, ...open } = known;
  return { ...open, kind, reviewedAs: id };
};

/** A feed may leave out the check, or the review too: they then stand on the decision itself. */
const openedLate = (
  state: MatchState,
  id: EventId,
  event: EventOf<'var-review' | 'var-decision'>,
): Review | undefined => (state.decisions.get(event.of) === undefined ? undefined : blank(state, id, event));

const blank = (
  state: MatchState,
  id: EventId,
  { at, of, incidentAt }: EventOf<'var-review' | 'var-decision'>,
): Review =>
  opened(state, id, {
    type: 'var-check',
    at,
    of,
    category: CATEGORY[state.decisions.get(of)?.type ?? 'note'] ?? 'penalty',
    ...(incidentAt === undefined ? {} : { incidentAt }),
  });

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
  if (review.of === undefined || next.superseded[review.of] === undefined) return next;
  const moved = { ...next, superseded: { ...next.superseded, [review.of]: id } };
  // A goal that is given after all takes the place of the one that had been disallowed.
  const disallowed = state.decisions.get(review.of)?.of;
  return event.type === 'goal' && disallowed !== undefined ? supersede(moved, [disallowed], id) : moved;
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

const withReview = (state: MatchState, review: Review): MatchState => {
  const others = state.reviews.open.filter((id) => id !== review.id);
  return {
    ...state,
    reviews: {
      ...state.reviews,
      all: { ...state.reviews.all, [review.id]: review },
      open: review.outcome === undefined ? [...others, review.id] : others,
    },
  };
};

const withAvailability = (state: MatchState, unavailable: boolean): MatchState =>
  state.reviews.unavailable === unavailable ? state : { ...state, reviews: { ...state.reviews, unavailable } };

/** What a decision is called in `from` and `to`. */
const wordFor = (type: EventType): string =>
  type === 'penalty-awarded' ? 'penalty' : type === 'goal-disallowed' ? 'no-goal' : type;

const OPPOSITE: Partial<Record<EventType, string>> = {
  goal: 'no-goal',
  'goal-disallowed': 'goal',
  'penalty-awarded': 'no-penalty',
  red: 'no-red',
  'second-yellow': 'no-second-yellow',
  caution: 'no-caution',
  corner: 'no-corner',
};

const CATEGORY: Partial<Record<EventType, VarCategory>> = {
  goal: 'goal',
  'goal-disallowed': 'goal',
  shot: 'goal',
  offside: 'goal',
  red: 'direct-red',
  caution: 'direct-red',
  'second-yellow': 'second-yellow',
};
