import { concatMap, from, map, type Observable } from 'rxjs';
import type { Shown } from '../../playback/frame.ts';

/** From one cursor to another: the entries between were passed, or the playhead was moved past them. */
export interface Step {
  /** The first one: where the showing stands when it begins. */
  readonly opens: boolean;
  readonly moved: boolean;
  readonly from: number;
  readonly to: number;
}

/**
 * The steps of a showing, one at a time: the next one waits until this one has been told. Only cursors wait, so that a
 * slow reader costs no memory. `first` is asked once the showing has begun: a feed doesn't know before where it starts.
 */
export const follow = (
  shown$: Observable<Shown>,
  first: () => number,
  tell: (step: Step) => Promise<void>,
): Observable<void> => {
  let told: number | undefined;
  return shown$.pipe(
    map(({ frame, cause }): Step => {
      const { cursor } = frame.head;
      const from = told ?? first();
      const opens = told === undefined;
      told = cursor;
      return { opens, moved: !opens && (cause === 'seek' || cursor < from), from, to: cursor };
    }),
    concatMap((step) => (step.opens || step.from !== step.to ? from(tell(step)) : [])),
  );
};
