import type { SchedulerLike } from 'rxjs';
import type { Entry } from '../journal/entry.ts';
import { isSame } from '../journal/same.ts';
import type { Views } from '../projections/views.ts';
import { type Cause, frameAt, type Shown } from './frame.ts';
import type { Cues } from './pacing.ts';
import type { Control, Playhead } from './playhead.ts';
import type { MatchHistory } from './views.ts';

/** What is shown where the playhead has gone to; `asked` is the control that sent it there. */
export type Show = (next: Playhead, asked: Control | undefined, cues: Cues) => Shown;

/** Makes what one audience is shown of a match, frame by frame. It remembers the frame before. */
export const showingFrom = (history: MatchHistory, scheduler: SchedulerLike): Show => {
  let before: Playhead | undefined;
  let views: Views | undefined;
  return (next, asked, cues) => {
    const shown = shownBetween(before, next, asked, history);
    before = next;
    const frame = frameAt(history, cues, next, scheduler.now());
    views = steady(views, frame.views);
    return { ...shown, pass: next.pass, frame: { ...frame, views } };
  };
};

/** After a seek or a correction views are folded anew; those that came out the same keep their reference. */
const steady = (before: Views | undefined, after: Views): Views => {
  if (before === undefined) return after;
  const views = Object.entries(after) as [keyof Views, unknown][];
  return Object.fromEntries(
    views.map(([name, is]) => [name, isSame(before[name], is) ? before[name] : is]),
  ) as unknown as Views;
};

const shownBetween = (
  before: Playhead | undefined,
  next: Playhead,
  asked: Control | undefined,
  history: MatchHistory,
): Pick<Shown, 'cause' | 'entries'> => {
  const jumped = asked?.type === 'seek' || (asked?.type === 'step' && asked.by === -1);
  if (before === undefined || jumped || next.pass !== before.pass || next.cursor < before.cursor) {
    return { cause: 'seek', entries: [] };
  }
  const entries = history.entries.slice(before.cursor, next.cursor);
  if (entries.length === 0) return { cause: asked === undefined ? 'play' : 'control', entries };
  return { cause: causeOf(entries), entries };
};

const causeOf = (entries: readonly Entry[]): Cause =>
  entries.some(({ kind }) => kind !== 'event') ? 'correction' : 'play';
