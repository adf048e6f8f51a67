import type { EventOf, EventType, VarCategory } from '../event.ts';
import type { EventId, MatchState } from '../state.ts';
import type { MatchTime } from '../time.ts';
import { isFact } from './voided.ts';

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

/** A review by the id of its check, or of the entry that made a review of it. */
export const reviewNamed = ({ all }: Reviews, id: EventId): Review | undefined =>
  all[id] ?? Object.values(all).find(({ reviewedAs }) => reviewedAs === id);

/** Such a review leaves goals, awards and restarts as they are: what goes with the card is a decision of its own. */
export const isAboutCards = (category: VarCategory): boolean =>
  category === 'direct-red' || category === 'mistaken-identity' || category === 'second-yellow';

/** A check begins. */
export const opened = (state: MatchState, id: EventId, event: EventOf<'var-check'>): Review => {
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
export const reviewed = (state: MatchState, id: EventId, event: EventOf<'var-review'>): Review => {
  const kind = event.kind ?? 'on-field';
  const known = reviewNamed(state.reviews, event.of);
  if (known === undefined) return { ...(openedLate(state, id, event) ?? blank(state, id, event)), kind };
  if (known.outcome !== undefined && known.outcome !== 'unknown') return { ...known, kind, reviewedAs: id };
  const { outcome: _unknown, closedAt: _then, ...open } = known;
  return { ...open, kind, reviewedAs: id };
};

/** A feed may leave out the check, or the review too: they then stand on the decision itself. */
export const openedLate = (
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

export const withReview = (state: MatchState, review: Review): MatchState => {
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

/** What a decision is called in `from` and `to`. */
export const wordFor = (type: EventType): string =>
  type === 'penalty-awarded' ? 'penalty' : type === 'goal-disallowed' ? 'no-goal' : type;

const CATEGORY: Partial<Record<EventType, VarCategory>> = {
  goal: 'goal',
  'goal-disallowed': 'goal',
  shot: 'goal',
  offside: 'goal',
  red: 'direct-red',
  caution: 'direct-red',
  'second-yellow': 'second-yellow',
};
