import type { Mode } from '../command.ts';
import type { EventOf, VarCategory } from '../event.ts';
import { isAboutCards, type Review, reviewNamed } from '../laws/checks.ts';
import type { EventId, MatchState } from '../state.ts';
import type { MatchTime } from '../time.ts';
import { type Breach, breach, when } from './breach.ts';
import { noSuch } from './named.ts';
import { nameOfEntry, wordOf } from './names.ts';
import { hasRestartedSince } from './restarted.ts';

/** The VAR protocol: what may be looked at, and until when. */
export const judgeCheck = (state: MatchState, event: EventOf<'var-check'>, mode: Mode): Breach[] => [
  ...judgeAvailable(state),
  ...judgeCategory(state, event, mode),
  ...(event.of !== undefined && state.decisions.get(event.of) === undefined
    ? [breach('unknown-entry', noSuch(event.of))]
    : []),
  ...judgeWindow(state, event.category, event.of ?? event.incidentAt),
];

export const judgeReview = (state: MatchState, event: EventOf<'var-review'>): Breach[] => {
  const review = reviewNamed(state.reviews, event.of);
  if (review === undefined && state.decisions.get(event.of) === undefined)
    return [breach('unknown-entry', `no check, and no decision, is called "${event.of}"`)];
  return [
    ...judgeAvailable(state),
    ...when(isClosed(review), 'review-already-closed', () => `the review "${event.of}" ended ${review?.outcome}`),
    ...when(
      state.reviews.open.some((id) => id !== review?.id && state.reviews.all[id]?.kind !== 'check'),
      'another-review-open',
      () => 'another decision is still being reviewed',
    ),
    ...(isClosed(review)
      ? []
      : judgeWindow(state, review?.category, review?.of ?? (review === undefined ? event.of : review.incidentAt))),
  ];
};

export const judgeOutcome = (state: MatchState, event: EventOf<'var-decision'>, mode: Mode): Breach[] => {
  const review = reviewNamed(state.reviews, event.of);
  const changes = event.outcome === 'overturned' || event.outcome === 'amended';
  if (review === undefined) {
    if (state.decisions.get(event.of) === undefined)
      return [breach('unknown-entry', `no review, and no decision, is called "${event.of}"`)];
    // A record may tell of the outcome alone.
    return [
      ...when(
        mode === 'simulate',
        'no-review-open',
        () => `nobody has begun to review ${nameOfEntry(state, event.of)}`,
      ),
      ...(changes ? judgeWindow(state, undefined, event.of) : []),
    ];
  }
  if (isClosed(review))
    return [breach('review-already-closed', `the review "${review.id}" has been closed: ${review.outcome}`)];
  return changes ? judgeWindow(state, review.category, review.of ?? review.incidentAt) : [];
};

/** Whether a review took a decision away, and no other has come in its place yet: then the one that does may name it. */
export const isTakenAway = (state: MatchState, id: EventId, by: EventId | undefined): boolean => {
  const review = by === undefined ? undefined : reviewNamed(state.reviews, by);
  return (
    review !== undefined &&
    review.replacedBy === undefined &&
    (review.outcome === 'overturned' || review.outcome === 'amended') &&
    (review.of === id || review.voided?.includes(id) === true)
  );
};

/** An outcome may still follow where a feed was silent. */
const isClosed = (review: Review | undefined): boolean => review?.outcome !== undefined && review.outcome !== 'unknown';

const judgeAvailable = ({ rules, reviews }: MatchState): Breach[] => [
  ...when(!rules.var.enabled, 'var-unavailable', () => `${rules.name} is played without VAR`),
  ...when(rules.var.enabled && reviews.unavailable, 'var-unavailable', () => 'VAR is out of order'),
];

/** §2: the categories, each about its own kind of decision. */
const judgeCategory = (state: MatchState, { category, of }: EventOf<'var-check'>, mode: Mode): Breach[] => {
  const { rules, decisions } = state;
  if (rules.var.enabled && !rules.var.categories.includes(category))
    return [breach('not-reviewable', `${NAMES[category]} isn't among what VAR may look at under ${rules.name}`)];
  const decision = of === undefined ? undefined : decisions.get(of);
  if (decision === undefined) return [];
  const not = (what: string) => [breach('not-reviewable', what)];
  switch (category) {
    case 'second-yellow':
      // A red card that followed from a second caution may be undone; one that wasn't shown may not be proposed.
      return isSecond(state, decision.id) ? [] : not(`${nameOfEntry(state, decision.id)} was no second yellow card`);
    case 'corner':
      return decision.type === 'corner' ? [] : not(`${nameOfEntry(state, decision.id)} is no corner`);
    case 'mistaken-identity':
    case 'wrong-team':
      return isCard(decision.type) ? [] : not(`${nameOfEntry(state, decision.id)} is no card`);
    case 'goal':
      return isCard(decision.type) ? not(`a ${wordOf(decision.type)} is no matter of a goal`) : [];
    case 'penalty':
      return isCard(decision.type) ? not(`a ${wordOf(decision.type)} is no matter of a penalty`) : [];
    case 'direct-red':
      // Shown for a second caution, it isn't a direct one (2025/26).
      return mode === 'simulate' && decision.type === 'second-yellow'
        ? not(`${nameOfEntry(state, decision.id)} is no direct red card`)
        : [];
  }
};

const isCard = (type: string): boolean => type === 'caution' || type === 'second-yellow' || type === 'red';

const isSecond = (state: MatchState, id: EventId): boolean => {
  const card = state.decisions.get(id);
  if (card?.type === 'second-yellow') return true;
  const held = card?.person === undefined ? undefined : state.cards[card.person];
  return card?.type === 'caution' && held?.sentOff?.by === 'second-yellow' && held.sentOff.card === id;
};

const NAMES: Readonly<Record<VarCategory, string>> = {
  goal: 'a goal',
  penalty: 'a penalty',
  'direct-red': 'a direct red card',
  'mistaken-identity': 'mistaken identity',
  'second-yellow': 'a second yellow card',
  'wrong-team': "the wrong team's being penalised",
  corner: 'a corner',
};

/** §1: until play restarts; violent conduct and the like, and who did it, also after that. */
const judgeWindow = (
  state: MatchState,
  category: VarCategory | undefined,
  since: EventId | MatchTime | undefined,
): Breach[] => {
  const kept = category !== undefined && isAboutCards(category) && category !== 'second-yellow';
  return when(since !== undefined && !kept && hasRestartedSince(state, since), 'review-window-closed', () =>
    typeof since === 'string'
      ? `play has restarted since ${nameOfEntry(state, since)}`
      : 'play has restarted since the incident',
  );
};
