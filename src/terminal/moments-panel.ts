import { formatScore, inWords, upperFirst } from '../english/words.ts';
import type { KeyMoment } from '../faces/key-moments.ts';
import { words } from '../faces/words.ts';
import type { ReviewView, TimelineView, VarView } from '../projections/views.ts';
import { BOLD, DIM, letter } from './looks.ts';
import { type Line, padStart, span, wrapped } from './span.ts';
import { says } from './words.ts';

/** Key moments, the latest on top. */
export const momentsPanel = (moments: readonly KeyMoment[], height: number): Line[] =>
  moments.length === 0 ? [[span(says.noKeyYet, DIM)]] : moments.slice(-height).reverse().map(momentLine);

const momentLine = ({ label, title, about, score, shape, tone, void: isVoid, club }: KeyMoment): Line => [
  span(padStart(label, 6), DIM),
  span(' '),
  letter(shape, isVoid ? 'quiet' : tone),
  span(' '),
  ...(score === undefined || isVoid ? [] : [span(`${formatScore(score)} `, BOLD)]),
  span(about === '' ? title : `${title}, ${about}`, isVoid ? { strike: true, dim: true } : undefined),
  ...(club === undefined ? [] : [span(` ${club}`, DIM)]),
];

/** Each review of this leg, the latest on top. */
export const reviewsPanel = ({ reviews }: VarView, timeline: TimelineView, width: number): Line[] => {
  const all = Object.entries(reviews).sort(([, a], [, b]) => b.order - a.order);
  if (all.length === 0) return [[span(says.noReviews, DIM)]];
  return all.flatMap(([id, review]) => reviewLines(review, timeline[id]?.club, width));
};

const reviewLines = (review: ReviewView, club: string | undefined, width: number): Line[] => {
  const { category, kind, outcome, from, to, openedAt, closedAt } = review;
  const cause = review.for === undefined ? '' : `: ${inWords(review.for)}`;
  const what = `${upperFirst(words.review.categories[category])}${cause}${club === undefined ? '' : ` (${club})`}`;
  const change = from === undefined ? '' : to === undefined ? inWords(from) : `${inWords(from)} → ${inWords(to)}`;
  const verdict = outcome === undefined ? REVIEW_KINDS[kind] : words.review.outcomes[outcome];
  const when = closedAt === undefined || closedAt === openedAt ? openedAt : `${openedAt} to ${closedAt}`;
  return [
    [letter('review', 'review'), span(` ${when}`, DIM)],
    ...wrapped(what, width - 2).map((row): Line => [span(`  ${row}`)]),
    [span(`  ${verdict}`, BOLD), span(change === '' ? '' : `  ${change}`)],
    [],
  ];
};

const REVIEW_KINDS: Readonly<Record<ReviewView['kind'], string>> = {
  check: words.review.checking,
  'on-field': words.review.atMonitor,
  'var-only': words.review.byVideo,
};
