import type { CommentaryState } from '../commentary/state.ts';
import type { Projections } from '../journal/projections.ts';
import type { ChangeLog } from '../match/ledger.ts';
import type { TimelineItem, ViewName } from '../projections/views.ts';
import { PROJECTIONS } from './views.ts';

/** The projections of one view alone, for whoever asks for no other. */
export const oneView = (view: ViewName): Projections => {
  const { match, record } = PROJECTIONS;
  const [ofMatch, ofRecord] = [match[view], record[view]];
  return {
    match: ofMatch === undefined ? {} : { [view]: ofMatch },
    record: ofRecord === undefined ? {} : { [view]: ofRecord },
  };
};

/**
 * The same, but timeline and commentary as the logs that they are made from: looked at after every entry, making an
 * object of all that has been told would cost more each time.
 */
export const oneViewLogged = (view: ViewName): Projections => {
  const { match, record } = oneView(view);
  const projection = record[view];
  const log = LOGS[view];
  return projection === undefined || log === undefined
    ? { match, record }
    : { match, record: { [view]: { ...projection, view: log } } };
};

// biome-ignore lint/suspicious/noExplicitAny: each projection has a state of its own, and only it looks inside
const LOGS: Readonly<Partial<Record<ViewName, (state: any) => ChangeLog<unknown>>>> = {
  timeline: (log: ChangeLog<TimelineItem>) => log,
  commentary: ({ lines }: CommentaryState) => lines,
};

/** Timeline and commentary are written entry by entry, and what was told once stays in them. */
export const isOfRecord = (view: ViewName): boolean => view in PROJECTIONS.record;
