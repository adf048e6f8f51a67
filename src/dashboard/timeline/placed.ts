import type { TrackMark } from '../../faces/track.ts';

/** How far apart two marks of one row are at least, in CSS pixels. */
const APART = 20;
/** Rows above or below the bar; what finds no place lies over others in the last. */
const ROWS_MAX = 4;

/**
 * A row for each mark, so that none hides another: 0 lies next to the bar. Marks that belong to no side, such as
 * reviews, lie with the home side's.
 */
export const placed = (marks: readonly TrackMark[], width: number) => {
  const at = new Map<string, number>();
  const ends: Record<'home' | 'away', number[]> = { home: [], away: [] };
  for (const mark of marks) {
    const lane = ends[laneOf(mark)];
    const x = mark.at * width;
    const free = lane.findIndex((end) => x - end >= APART);
    const row = free === -1 ? Math.min(lane.length, ROWS_MAX - 1) : free;
    lane[row] = x;
    at.set(mark.id, row);
  }
  return { at, lanes: { home: ends.home.length, away: ends.away.length } };
};

const laneOf = ({ side }: TrackMark): 'home' | 'away' => (side === 'away' ? 'away' : 'home');
