import type * as fc from 'fast-check';
import { History } from '../../../src/journal/history.ts';
import type { Recording } from '../../../src/journal/recording.ts';
import { history, type MatchHistory, PROJECTIONS } from '../../../src/playback/views.ts';
import type { MatchViews, Views } from '../../../src/projections/views.ts';
import { type Match, playOut } from './matchday.ts';
import { anyPlan, type Wanted } from './plan.ts';

/** A lawful match that nobody played. */
export const anyMatch = (wanted: Wanted = {}): fc.Arbitrary<Match> => anyPlan(wanted).map(playOut);

/** What can be seen at the end. */
export const viewsOf = (recording: Recording): Views => endOf(history(recording));

export const endOf = (folded: MatchHistory): Views => folded.viewsAt(folded.length);

/** The views that don't tell how the match came to be known. */
export const matchViews = ({ timeline: _timeline, commentary: _commentary, ...match }: Views): MatchViews => match;

export const matchOf = (recording: Recording): MatchViews =>
  endOf(History.of<Views>(recording, { ...PROJECTIONS, record: {} }));

/** The match without what VAR looked at. */
export const withoutReviews = ({ var: _reviews, ...match }: MatchViews): Omit<MatchViews, 'var'> => match;

/** The same recording with other entries, counted anew; each keeps its feed time where that doesn't go back. */
export const retold = (recording: Recording, entries: readonly Recording['entries'][number][]): Recording => {
  let offset = 0;
  return {
    ...recording,
    entries: entries.map((entry, index) => {
      offset = Math.max(offset, entry.offset);
      return { ...entry, seq: index + 1, offset };
    }),
  };
};
