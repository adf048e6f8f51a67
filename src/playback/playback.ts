import { asyncScheduler, isObservable, Observable, of, type SchedulerLike, Subscription } from 'rxjs';
import type { Millis } from '../match/time.ts';
import { type Cues, startOf } from './pacing.ts';
import { type Beat, type Control, isAtEnd, type Playhead, steer, type Target, waitOf } from './playhead.ts';

export interface PlaybackOptions {
  /** The clock and the timer; virtual in tests. */
  readonly scheduler?: SchedulerLike;
  /** `Infinity` shows everything at once. */
  readonly speed?: number;
  readonly playing?: boolean;
  /** Where in the showing to begin; otherwise at its start. */
  readonly from?: Target;
  /** At the end, rest for `restMs` and begin the next pass. */
  readonly loop?: boolean;
  /** How long a loop shows its end, in the viewer's time. */
  readonly restMs?: Millis;
  /** At the end, keep the final frame and go on listening to controls instead of completing. */
  readonly hold?: boolean;
}

/** The final frame deserves to be seen, and a loop at the greatest speed mustn't spin. */
export const LOOP_REST_MS = 1000;

/**
 * Moves the playhead of one showing: emits it at once, then whenever entries fall due (all that are due are one
 * emission), after each control, and when the feed brings more. Completes when playing reaches the end, unless it
 * loops or holds.
 *
 * An Observable of cues is a feed that is still open until it completes: at its end the playhead waits. Nothing is
 * emitted, and no control heard, before its first cues. Nothing runs before somebody subscribes; unsubscribing stops
 * the timer.
 */
export const playback = (
  cues: Cues | Observable<Cues>,
  controls$: Observable<Control>,
  options: PlaybackOptions = {},
): Observable<Playhead> =>
  new Observable<Playhead>((viewer) => {
    const { scheduler = asyncScheduler, loop = false, restMs = LOOP_REST_MS, hold = false } = options;
    const cues$ = isObservable(cues) ? cues : of(cues);
    let open = isObservable(cues);
    let showing: Showing | undefined;
    let timer = Subscription.EMPTY;

    const show = (next: Showing) => {
      const wasPlaying = showing?.head.playing ?? options.playing ?? true;
      keep(next);
      viewer.next(next.head);
      const stopped = wasPlaying && !next.head.playing;
      if (stopped && isAtEnd(next.head, next.cues) && next.cues.ending === 'stop' && !hold) viewer.complete();
    };

    // One timer, re-armed from the playhead's anchor: chained timers would add their errors up.
    const keep = (next: Showing) => {
      showing = next;
      timer.unsubscribe();
      const now = scheduler.now();
      const wait = isResting(next) ? restOf(next, now, restMs) : waitOf(next.head, now, next.cues);
      if (wait === undefined) return;
      timer = scheduler.schedule(() => inTurn(wake), Math.min(wait, TIMER_MAX_MS));
    };

    const wake = () => {
      if (showing === undefined) return;
      const now = scheduler.now();
      const again = isResting(showing) && restOf(showing, now, restMs) === 0;
      const next = { ...showing, head: steer(showing.head, again ? AGAIN : TICK, now, showing.cues) };
      // Woken early, or part of the way to something far off: nothing to show yet.
      if (!again && next.head.cursor === showing.head.cursor) keep(next);
      else show(next);
    };

    const hear = (control: Control) => {
      if (showing === undefined) return;
      show({ ...showing, head: steer(showing.head, control, scheduler.now(), showing.cues) });
    };

    const grow = (brought: Cues) => {
      const now = scheduler.now();
      const cues = { ...brought, ending: endingOf(brought, open, loop) };
      if (showing === undefined) return show({ head: begin(cues, now, options), cues });
      show({ head: steer(steer(showing.head, TICK, now, showing.cues), MORE, now, cues), cues });
    };

    const close = () => {
      open = false;
      if (showing === undefined) return viewer.complete();
      const closed = { head: showing.head, cues: { ...showing.cues, ending: endingOf(showing.cues, open, loop) } };
      const waited = showing.head.playing && isAtEnd(showing.head, showing.cues);
      if (waited && !loop) show({ ...closed, head: steer(closed.head, TICK, scheduler.now(), closed.cues) });
      else keep(closed);
    };

    // A viewer may send a control from within `next`: it waits its turn, so that everybody sees one order.
    const waiting: (() => void)[] = [];
    let busy = false;
    const inTurn = (work: () => void) => {
      waiting.push(work);
      if (busy) return;
      busy = true;
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) if (!viewer.closed) next();
      busy = false;
    };

    inTurn(() => {
      const error = (problem: unknown) => viewer.error(problem);
      viewer.add(() => timer.unsubscribe());
      viewer.add(
        cues$.subscribe({ next: (brought) => inTurn(() => grow(brought)), error, complete: () => inTurn(close) }),
      );
      viewer.add(controls$.subscribe({ next: (control) => inTurn(() => hear(control)), error }));
    });
  });

interface Showing {
  readonly head: Playhead;
  readonly cues: Cues;
}

const TICK: Beat = { type: 'tick' };
const MORE: Beat = { type: 'more' };
const AGAIN: Beat = { type: 'again' };

/** A longer `setTimeout` overflows and fires at once. */
const TIMER_MAX_MS = 2 ** 31 - 1;

const begin = (cues: Cues, now: Millis, { playing = true, speed = 1, from }: PlaybackOptions): Playhead => {
  const head = { ...startOf(cues), playing, speed, since: now, pass: 1 };
  return steer(head, { type: 'seek', to: from ?? { cursor: cues.first } }, now, cues);
};

const endingOf = ({ until, last }: Cues, open: boolean, loop: boolean): Cues['ending'] =>
  open && last < (until ?? Infinity) ? 'wait' : loop ? 'loop' : 'stop';

const isResting = ({ head, cues }: Showing): boolean => head.playing && cues.ending === 'loop' && isAtEnd(head, cues);

const restOf = ({ head }: Showing, now: Millis, restMs: Millis): Millis =>
  Math.max(0, Math.ceil(restMs - (now - head.since)));
