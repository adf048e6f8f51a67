import type { EntryId } from '../journal/entry.ts';
import { nameOf, subjectOf } from '../journal/naming.ts';
import type { Recorded } from '../journal/projection.ts';
import type { CommentaryItem } from '../projections/views.ts';
import type { CommentaryState } from './state.ts';

/** Marks the lines that a correction, or the fall of what they lean on, makes untrue; and frees those that are true again. */
export const withCorrections = (state: CommentaryState, { entry, moves, isNew }: Recorded): CommentaryState => {
  if (moves.length === 0 || isNew) return state;
  let { lines } = state;
  const name = nameOf(entry);
  for (const { id, was, now } of moves) {
    for (const key of state.linesOf.get(id) ?? []) {
      const item = lines.get(key);
      if (item === undefined) continue;
      if (now === undefined) lines = lines.set(key, { ...item, retractedBy: name });
      else if (was === undefined) lines = lines.set(key, reinstated(item, id, name));
      else if (entry.kind === 'amendment' && entry.of === id) lines = lines.set(key, { ...item, correctedBy: name });
    }
  }
  return lines === state.lines ? state : { ...state, lines };
};

/** Marks the lines of decisions that don't stand any more with what took their place. */
export const withSuperseded = (state: CommentaryState, { before, after, entry }: Recorded): CommentaryState => {
  if (before.decisions === after.decisions && before.superseded === after.superseded) return state;
  const subject = subjectOf(entry);
  const changed =
    before.superseded !== after.superseded
      ? new Set([...Object.keys(before.superseded), ...Object.keys(after.superseded)])
      : after.superseded[subject] !== undefined
        ? [subject]
        : [];
  let { lines } = state;
  for (const id of changed) {
    for (const key of state.linesOf.get(id) ?? []) {
      const item = lines.get(key);
      const by = after.superseded[id];
      if (item === undefined || item.entry !== id || item.supersededBy === by) continue;
      const { supersededBy: _former, ...standing } = item;
      lines = lines.set(key, by === undefined ? standing : { ...standing, supersededBy: by });
    }
  }
  return lines === state.lines ? state : { ...state, lines };
};

const reinstated = (item: CommentaryItem, id: EntryId, by: string): CommentaryItem => {
  const { retractedBy: _taken, ...stands } = item;
  // What told of the taking back is itself overtaken.
  return item.entry === id ? stands : { ...stands, correctedBy: by };
};
