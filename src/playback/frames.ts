import { asyncScheduler, map, type OperatorFunction, type SchedulerLike } from 'rxjs';
import { type Frame, frameAt } from './frame.ts';
import type { Cues } from './pacing.ts';
import type { Playhead } from './playhead.ts';
import type { MatchHistory } from './views.ts';

/** Makes frames of the playheads of a showing: `playback(cues, controls$).pipe(frames(history, cues))`. */
export const frames = (
  history: MatchHistory,
  cues: Cues,
  scheduler: SchedulerLike = asyncScheduler,
): OperatorFunction<Playhead, Frame> => map((playhead) => frameAt(history, cues, playhead, scheduler.now()));
