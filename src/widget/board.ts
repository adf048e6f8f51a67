import type { ConnectionState } from '../client/connect.ts';
import type { Millis } from '../client/time.ts';
import type { Seen } from '../client/views-channel.ts';
import { shortNameOf } from '../english/words.ts';
import { runningClock } from '../faces/running-clock.ts';
import type { ClubCode, Fixture } from '../match/fixture.ts';
import { isHalf } from '../match/time.ts';
import type { AggregateView, ReviewView, ScoreboardSide } from '../projections/views.ts';
import { WORDS } from './words.ts';

/** The views that the widget shows, and so the only ones that it asks for. */
export const SHOWN = ['clock', 'scoreboard', 'aggregate', 'var'] as const;
export type SeenScore = Seen<(typeof SHOWN)[number]>;

/** Everything that stands on the board, as text. */
export interface Board {
  readonly home: BoardSide;
  readonly away: BoardSide;
  /** `90+7:53` while the ball may be played, else the period: `Half-time`. */
  readonly clock: string;
  /** `+3`, as announced. */
  readonly added?: string;
  readonly review?: { readonly stage: 'checking' | 'reviewing' | 'decided' | 'unavailable'; readonly text: string };
  /** The tie, and who goes through. */
  readonly tie?: string;
  /** Kicks from the penalty mark. */
  readonly shootout?: string;
}

export interface BoardSide {
  readonly code: ClubCode;
  readonly name: string;
  readonly score: number;
  /** The club's own, where the fixture has it: any CSS colour. */
  readonly colour?: string;
}

/** `decided`: the review whose verdict is still news. `now` is on the clock of `heardAt`. */
export const boardOf = (seen: SeenScore, decided: string | undefined, now: Millis): Board => {
  const { views, fixture } = seen;
  const { clock, scoreboard, aggregate } = views;
  const review = reviewOf(views.var, decided);
  const watch = runningClock(seen.head, clock, seen.heardAt, now);
  const { shootout } = scoreboard;
  return {
    home: sideOf(scoreboard.home, fixture),
    away: sideOf(scoreboard.away, fixture),
    clock: isHalf(clock.period) && clock.status === undefined ? watch.label : watch.period,
    ...(watch.added !== undefined && isHalf(clock.period) ? { added: `+${watch.added}` } : {}),
    ...(review === undefined ? {} : { review }),
    ...(aggregate === undefined ? {} : { tie: tieOf(aggregate, scoreboard, fixture) }),
    ...(shootout === undefined ? {} : { shootout: WORDS.shootout(shootout.home, shootout.away) }),
  };
};

/** The review that is open, if one is. */
export const openReview = ({ status, reviews }: SeenScore['views']['var']): string | undefined =>
  status === 'checking' || status === 'reviewing'
    ? Object.keys(reviews).reduce<string | undefined>((latest, id) => later(reviews, latest, id), undefined)
    : undefined;

/**
 * How the page stands with the server, in a sentence; `undefined` when there is nothing to say. `leftMs` is what is
 * left of the wait for the next attempt.
 */
export const plightOf = (state: ConnectionState, hasSeen: boolean, leftMs: Millis): string | undefined => {
  switch (state.state) {
    case 'connecting':
      return hasSeen ? WORDS.reconnecting : WORDS.connecting;
    case 'open':
      return hasSeen ? undefined : WORDS.connecting;
    case 'quiet':
      return WORDS.quiet;
    case 'reconnecting':
      return (hasSeen ? WORDS.lost : WORDS.notReached)(Math.max(1, Math.ceil(leftMs / 1000)));
    case 'refused':
      return WORDS.refused(state.reason);
    case 'closed':
      return state.code === 1000 ? WORDS.ended : WORDS.closed(state.reason);
  }
};

const sideOf = ({ club, name, score }: ScoreboardSide, fixture: Fixture): BoardSide => {
  const colour = fixture.clubs[club]?.colours?.main;
  return { code: club, name: fixture.clubs[club]?.short ?? name, score, ...(colour === undefined ? {} : { colour }) };
};

const reviewOf = (
  { status, reviews }: SeenScore['views']['var'],
  decided: string | undefined,
): Board['review'] | undefined => {
  const open = openReview({ status, reviews });
  const at = open === undefined ? undefined : reviews[open];
  if (at !== undefined) {
    const stage = status === 'reviewing' ? 'reviewing' : 'checking';
    return { stage, text: WORDS[stage](WORDS.category[at.category], at.kind === 'on-field') };
  }
  if (status === 'unavailable') return { stage: 'unavailable', text: WORDS.unavailable };
  const verdict = decided === undefined ? undefined : reviews[decided];
  return verdict?.outcome === undefined ? undefined : { stage: 'decided', text: verdictOf(verdict) };
};

const verdictOf = ({ outcome, from, to, category }: ReviewView): string => {
  if (outcome === 'overturned' && from !== undefined && to !== undefined) return WORDS.became(spoken(from), spoken(to));
  return WORDS.verdict[outcome ?? 'unknown'](WORDS.category[category]);
};

const spoken = (word: string): string => word.replaceAll('-', ' ');

const tieOf = (
  { score, advancing, leader, asItStands }: AggregateView,
  { home, away }: SeenScore['views']['scoreboard'],
  { clubs }: Fixture,
): string => {
  const sum = WORDS.aggregate(score[home.club] ?? 0, score[away.club] ?? 0);
  const nameOf = (club: ClubCode): string => shortNameOf({ clubs }, club);
  if (advancing !== undefined) return `${sum}, ${WORDS.through(nameOf(advancing))}`;
  // Level on goals, away goals may decide all the same.
  if (leader === undefined && asItStands?.advancing !== undefined)
    return `${sum}, ${WORDS.throughAsItStands(nameOf(asItStands.advancing))}`;
  return leader === undefined ? `${sum}, ${WORDS.level}` : `${sum}, ${WORDS.ahead(nameOf(leader))}`;
};

const later = (reviews: Readonly<Record<string, ReviewView>>, a: string | undefined, b: string): string | undefined => {
  if (reviews[b]?.outcome !== undefined) return a;
  return a === undefined || (reviews[b]?.order ?? 0) > (reviews[a]?.order ?? 0) ? b : a;
};
