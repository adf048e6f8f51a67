import type { Entry } from '../journal/entry.ts';
import { isSame } from '../journal/same.ts';
import type { Millis } from '../match/time.ts';
import type { EventEntry, Known } from './same-rows.ts';

/** An entry whose place in the journal isn't known yet. */
export type Unplaced = Entry extends infer Each ? (Each extends Entry ? Omit<Each, 'seq'> : never) : never;

/**
 * What a version says that the ones before it didn't, noted in `known`. What happened since then comes at its own time;
 * whatever is corrected, or comes late, when the version does, so ordered that no score is shown that no version had:
 * first the goals that vanished, since the review that took one back may vanish with it; then the amendments, then the
 * other rows that vanished, which nothing names any more; what is late comes last. A whistle that was moved comes
 * before what happened just then, which would come after the end otherwise. A goal that is told in the place of one
 * that vanished waits for that, and what came after the goal with it.
 */
export const changesOf = (
  version: readonly EventEntry[],
  known: Map<string, Known>,
  { since, came }: { readonly since: Millis; readonly came: Millis },
): Unplaced[] => {
  const inTime: Unplaced[] = [];
  const whistles: Unplaced[] = [];
  const amendments: Unplaced[] = [];
  const late: Unplaced[] = [];
  const ids = new Set(version.map(({ id }) => id));
  const gone = [...known.values()].flatMap(({ entry, stands }) => (stands && !ids.has(entry.id) ? entry : []));
  const [goneGoals, goneOthers] = [gone.filter(isScoring), gone.filter((entry) => !isScoring(entry))];
  let waits = false;
  for (const { seq: _seq, ...entry } of version) {
    const before = known.get(entry.id);
    known.set(entry.id, { entry: { seq: 0, ...entry }, stands: true });
    if (before?.stands) {
      if (!isSame(before.entry.event, entry.event))
        (isWhistle(entry) ? whistles : amendments).push(amendmentBy(entry, came));
      continue;
    }
    waits ||= goneGoals.length > 0 && isScoring(entry);
    if (before === undefined && entry.offset > since && !waits)
      inTime.push({ ...entry, offset: Math.min(entry.offset, came) });
    else late.push({ ...entry, offset: came });
  }
  for (const entry of gone) known.set(entry.id, { entry, stands: false });
  const retractions = (entries: readonly EventEntry[]): Unplaced[] => entries.map((entry) => retractionOf(entry, came));
  const [earlier, justThen] = [
    inTime.filter(({ offset }) => offset < came),
    inTime.filter(({ offset }) => offset >= came),
  ];
  return [
    ...earlier,
    ...whistles,
    ...justThen,
    ...retractions(goneGoals),
    ...amendments,
    ...retractions(goneOthers),
    ...late,
  ];
};

const isScoring = ({ event: { type } }: Pick<EventEntry, 'event'>): boolean => type === 'goal' || type === 'kick';

/** It names no other row, and no score hangs on it. */
const isWhistle = ({ event: { type } }: Pick<EventEntry, 'event'>): boolean =>
  type === 'half-time' || type === 'full-time' || type === 'period-end';

const amendmentBy = ({ id, event, reported }: Omit<EventEntry, 'seq'>, offset: Millis): Unplaced => ({
  kind: 'amendment',
  offset,
  of: id,
  event,
  ...(reported === undefined ? {} : { reported }),
  why: 'the feed says otherwise now',
});

const retractionOf = ({ id, reported }: EventEntry, offset: Millis): Unplaced => ({
  kind: 'retraction',
  offset,
  of: id,
  ...(reported?.by === undefined ? {} : { reported: { by: reported.by } }),
  why: "it isn't in the feed any more",
});
