import { inWords, shortNameOf, upperFirst } from '../english/words.ts';
import type { ClubCode, Fixture, PersonId } from '../match/fixture.ts';
import { compareTime, type Millis } from '../match/time.ts';
import type { ReviewView, TimelineItem, Views } from '../projections/views.ts';
import { personName } from './names.ts';
import { words } from './words.ts';

export type ReviewPhase = 'idle' | 'unavailable' | 'checking' | 'reviewing' | 'decided';

/** VAR as a stage of its own. */
export interface ReviewStage {
  readonly phase: ReviewPhase;
  /** The review's id; absent where nothing is looked at. */
  readonly id?: string;
  /** `VAR review` */
  readonly title: string;
  /** `Possible penalty: high boot` */
  readonly what: string;
  /** `Referee at the monitor`; once decided the verdict in a word: `Overturned`. */
  readonly now: string;
  /** The decision given on the field and, once it's decided, what it became: `corner`, `penalty`. */
  readonly from?: string;
  readonly to?: string;
  readonly outcome?: NonNullable<ReviewView['outcome']>;
  readonly club?: ClubCode;
  readonly clubName?: string;
  readonly person?: PersonId;
  readonly personName?: string;
  readonly openedAt?: string;
  readonly closedAt?: string;
  readonly steps: readonly ReviewStep[];
}

export interface ReviewStep {
  readonly name: string;
  readonly state: 'done' | 'now' | 'ahead' | 'skipped';
  readonly label?: string;
}

type Seen = Pick<Views, 'var' | 'timeline' | 'clock'>;

/** A verdict stays on stage for so much of match time, unless play goes on or another review begins. */
export const VERDICT_MS: Millis = 120_000;

/** What is being reviewed, or has just been decided. `fixture` gives names where there are any. */
export const reviewStage = (views: Seen, fixture: Fixture, verdictMs: Millis = VERDICT_MS): ReviewStage => {
  const { status, reviews } = views.var;
  const open = latest(reviews, ({ outcome }) => outcome === undefined);
  if (open !== undefined && (status === 'checking' || status === 'reviewing'))
    return onStage(...open, status, views, fixture);
  const closed = latest(reviews, ({ outcome }) => outcome !== undefined);
  if (closed !== undefined && isFresh(closed[0], views, verdictMs))
    return onStage(...closed, 'decided', views, fixture);
  if (status === 'unavailable') {
    return { ...NOTHING, phase: 'unavailable', title: words.review.title.unavailable, now: words.review.unavailable };
  }
  return NOTHING;
};

const NOTHING: ReviewStage = { phase: 'idle', title: '', what: '', now: '', steps: [] };

const latest = (
  reviews: Views['var']['reviews'],
  fits: (review: ReviewView) => boolean,
): readonly [string, ReviewView] | undefined => {
  let found: readonly [string, ReviewView] | undefined;
  for (const each of Object.entries(reviews)) {
    if (fits(each[1]) && (found === undefined || each[1].order > found[1].order)) found = each;
  }
  return found;
};

const isFresh = (id: string, { timeline, clock }: Seen, verdictMs: Millis): boolean => {
  const items = Object.values(timeline);
  const verdict = items.find(({ kind, of }) => kind === 'var-decision' && (of === id || timeline[of ?? '']?.of === id));
  if (verdict === undefined || verdict.at.leg !== clock.leg || verdict.at.period !== clock.period) return false;
  if (Math.abs(clock.elapsed - verdict.at.elapsed) > verdictMs) return false;
  return !items.some(({ kind, at }) => GOES_ON.has(kind) && compareTime(at, verdict.at) > 0);
};

/** Whoever sees one of these isn't looking at the verdict any more. */
const GOES_ON: ReadonlySet<string> = new Set(['goal', 'penalty', 'kick-off', 'shot', 'chance', 'corner', 'offside']);

const onStage = (
  id: string,
  review: ReviewView,
  phase: 'checking' | 'reviewing' | 'decided',
  { timeline }: Seen,
  fixture: Fixture,
): ReviewStage => {
  const { category, kind, from, to, outcome, openedAt, closedAt } = review;
  const about = timeline[id];
  const decision = timeline[review.decision ?? ''];
  const club = about?.club ?? decision?.club;
  const person = about?.person ?? decision?.person;
  const cause = review.for === undefined ? '' : `: ${inWords(review.for)}`;
  return {
    phase,
    id,
    title: words.review.title[phase],
    what: `${upperFirst(words.review.categories[category])}${cause}`,
    now: outcome !== undefined ? words.review.outcomes[outcome] : doingNow(kind),
    ...(from === undefined ? {} : { from: inWords(from) }),
    ...(to === undefined ? {} : { to: inWords(to) }),
    ...(outcome === undefined ? {} : { outcome }),
    ...(club === undefined ? {} : { club, clubName: shortNameOf(fixture, club) }),
    ...(person === undefined ? {} : { person, personName: personName(fixture, person) }),
    openedAt,
    ...(closedAt === undefined ? {} : { closedAt }),
    steps: stepsOf(id, review, phase, timeline),
  };
};

const doingNow = (kind: ReviewView['kind']): string => {
  switch (kind) {
    case 'check':
      return words.review.checking;
    case 'on-field':
      return words.review.atMonitor;
    case 'var-only':
      return words.review.byVideo;
  }
};

const stepsOf = (
  id: string,
  { kind, openedAt, closedAt }: ReviewView,
  phase: 'checking' | 'reviewing' | 'decided',
  timeline: Views['timeline'],
): ReviewStep[] => {
  const { check, review, decision } = words.review.steps;
  const reviewed: TimelineItem | undefined = Object.values(timeline).find(
    (item) => item.kind === 'var-review' && item.of === id,
  );
  const labelled = (label: string | undefined) => (label === undefined ? {} : { label });
  return [
    { name: check, state: phase === 'checking' ? 'now' : 'done', label: openedAt },
    {
      name: review,
      state: phase === 'reviewing' ? 'now' : phase === 'checking' ? 'ahead' : kind === 'check' ? 'skipped' : 'done',
      ...labelled(reviewed?.label),
    },
    { name: decision, state: phase === 'decided' ? 'now' : 'ahead', ...labelled(closedAt) },
  ];
};
