import type { TrackMark } from '../../faces/track.ts';
import type { TimelineView } from '../../projections/views.ts';

/**
 * One mark for one story: a review stands where it has got to, and a penalty that was scored is the goal. What was taken
 * back stays, since it was shown.
 */
export const distinct = (marks: readonly TrackMark[], timeline: TimelineView): readonly TrackMark[] => {
  const aboutOf = (kind: string): ReadonlySet<string> =>
    new Set(marks.flatMap(({ id }) => (timeline[id]?.kind === kind ? [timeline[id]?.of ?? ''] : [])));
  const reviewed = aboutOf('var-review');
  const decided = aboutOf('var-decision');
  const goals = new Set(marks.filter(({ kind }) => kind === 'goal').map(({ at, side }) => `${at} ${side}`));
  return marks.filter(({ id, kind, at, side }) => {
    switch (kind) {
      case 'var-check':
        return !reviewed.has(id) && !decided.has(id);
      // A verdict names the check, or the review where there was no check.
      case 'var-review':
        return !decided.has(id) && !decided.has(timeline[id]?.of ?? '');
      case 'penalty':
        return !goals.has(`${at} ${side}`);
      default:
        return true;
    }
  });
};
