import type { EventOf, VarCategory } from '../../match/event.ts';
import { type MatchTime, MINUTE } from '../../match/time.ts';
import { given } from '../given.ts';
import { type Fields, textOf } from '../json.ts';
import type { Told } from '../telling.ts';
import type { TimelineBook } from './book.ts';

/** A review that has begun and not ended. */
export interface OpenReview {
  readonly id: string;
  readonly category: VarCategory;
  /** The decision that is looked at, where the timeline tells of it. */
  readonly of?: string | undefined;
}

/**
 * `video_assistant_referee`: what is looked at stands in `description`. The decision itself is the last one of that
 * kind and side; a goal that was only ever `possible` is told here, since its own row is taken away with it.
 */
export const tellReview = (
  row: Fields,
  at: MatchTime,
  book: TimelineBook,
  possible: Told | undefined,
): { readonly told: readonly Told[]; readonly open: OpenReview } => {
  const category = categoryOf(row) ?? 'goal';
  const club = book.club(row);
  const known = lastDecision(category, club, at, book);
  const vanished = known === undefined && category === 'goal' ? possible : undefined;
  const of = known?.id ?? vanished?.id;
  const check: EventOf<'var-check'> = {
    type: 'var-check',
    at,
    category,
    ...given('of', of),
    ...given('club', club),
    ...given('person', book.person(row)),
  };
  const told = book.entry(row, check, 'var');
  return { told: [...(vanished === undefined ? [] : [vanished]), told], open: { id: told.id, category, of } };
};

/**
 * `video_assistant_referee_over`: `decision` says how it ended, in the seasons in which it was sent. Otherwise what
 * `description` says now is held against what had been decided: a penalty where none was given is a changed decision.
 */
export const tellReviewOver = (
  row: Fields,
  at: MatchTime,
  book: TimelineBook,
  open: OpenReview | undefined,
): readonly Told[] => {
  const begun =
    open === undefined ? tellReview({ ...row, id: `${textOf(row.id)}-check` }, at, book, undefined) : undefined;
  const review = open ?? begun?.open;
  if (review === undefined) return [];
  const result = textOf(row.description);
  const outcome = statedOutcome(textOf(row.decision)) ?? impliedOutcome(result, review);
  const to = outcome === 'overturned' ? result?.replaceAll('_', '-') : undefined;
  return [
    ...(begun?.told ?? []),
    book.entry(row, { type: 'var-decision', at, of: review.id, outcome, ...given('to', to) }, 'var'),
  ];
};

const categoryOf = ({ description }: Fields): VarCategory | undefined =>
  CATEGORIES[(textOf(description) ?? '').replace(/^no_/, '')];

const CATEGORIES: Readonly<Record<string, VarCategory>> = {
  goal: 'goal',
  penalty: 'penalty',
  red_card: 'direct-red',
  mistaken_identity: 'mistaken-identity',
  corner: 'corner',
};

const statedOutcome = (decision: string | undefined): EventOf<'var-decision'>['outcome'] | undefined => {
  switch (decision) {
    case 'upheld':
      return 'confirmed';
    case 'overturned':
    case 'cancelled':
      return 'overturned';
    default:
      return undefined;
  }
};

const impliedOutcome = (result: string | undefined, { of }: OpenReview): EventOf<'var-decision'>['outcome'] => {
  if (result === undefined) return 'unknown';
  const isGiven = !result.startsWith('no_');
  return isGiven === (of !== undefined) ? 'confirmed' : 'overturned';
};

const DECISIONS: Readonly<Record<VarCategory, readonly string[]>> = {
  goal: ['goal'],
  penalty: ['penalty-awarded'],
  'direct-red': ['red'],
  'second-yellow': ['second-yellow'],
  'mistaken-identity': ['red', 'second-yellow', 'caution'],
  'wrong-team': ['caution', 'red'],
  corner: ['corner'],
};

const lastDecision = (
  category: VarCategory,
  club: string | undefined,
  at: MatchTime,
  { told }: TimelineBook,
): Told | undefined =>
  told.findLast(({ event }) => {
    const since = event.at.period === at.period ? at.elapsed - event.at.elapsed : Number.POSITIVE_INFINITY;
    if (!DECISIONS[category].includes(event.type) || since < 0 || since > LOOKED_AT_WITHIN_MS) return false;
    const its = 'club' in event && event.club !== undefined ? event.club : undefined;
    // Cards are the offender's; which side a review of one names differs.
    return club === undefined || its === undefined || its === club || category === 'direct-red';
  });

/** Once play has gone on for longer, it's something else that is looked at. */
const LOOKED_AT_WITHIN_MS = 6 * MINUTE;
