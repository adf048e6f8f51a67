import { concatMap, from, map, type Observable } from 'rxjs';
import type { Shown } from '../playback/frame.ts';

/** From one cursor to another: the entries between were passed, or the playhead was moved past them. */
export interface Step {
  readonly moved: boolean;
  readonly from: number;
  readonly to: number;
}

/**
 * The steps of a showing that starts at cursor `first`, one at a time: the next one waits until this one has been told.
 * Only cursors wait, so that a slow reader costs no memory.
 */
export const follow = (
  shown$: Observable<Shown>,
  first: number,
  tell: (step: Step) => Promise<void>,
): Observable<void> => {
  let told = first;
  return shown$.pipe(
    map(({ frame, cause }): Step => {
      const step = { moved: cause === 'seek' || frame.head.cursor < told, from: told, to: frame.head.cursor };
      told = step.to;
      return step;
    }),
    concatMap((step) => (step.from === step.to ? [] : from(tell(step)))),
  );
};
