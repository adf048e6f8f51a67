import { commentary } from '../commentary/commentary.ts';
import { History } from '../journal/history.ts';
import type { Projections } from '../journal/projections.ts';
import type { Recording } from '../journal/recording.ts';
import { aggregate } from '../projections/aggregate.ts';
import { cards } from '../projections/cards.ts';
import { clock } from '../projections/clock.ts';
import { lineups } from '../projections/lineups.ts';
import { result } from '../projections/result.ts';
import { scoreboard } from '../projections/scoreboard.ts';
import { shootout } from '../projections/shootout.ts';
import { stats } from '../projections/stats.ts';
import { timeline } from '../projections/timeline.ts';
import { videoReviews } from '../projections/var.ts';
import type { MatchViews, RecordViews, Views } from '../projections/views.ts';

/** The eleven views. */
export const PROJECTIONS: Projections = {
  match: { clock, scoreboard, aggregate, cards, var: videoReviews, lineups, shootout, stats, result } satisfies Record<
    keyof MatchViews,
    unknown
  >,
  record: { timeline, commentary } satisfies Record<keyof RecordViews, unknown>,
};

/** A recording folded into the eleven views: at any cursor, at any match time, as known at any cursor. */
export type MatchHistory = History<Views>;

export const history = (recording: Recording): MatchHistory => History.of<Views>(recording, PROJECTIONS);
