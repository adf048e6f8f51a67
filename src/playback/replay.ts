import {
  asyncScheduler,
  distinctUntilChanged,
  filter,
  map,
  mergeMap,
  Observable,
  type OperatorFunction,
  ReplaySubject,
  type SchedulerLike,
  Subject,
  share,
} from 'rxjs';
import type { Entry } from '../journal/entry.ts';
import type { Recording, RecordingHeader } from '../journal/recording.ts';
import { type Millis, parseTime, TIME_EXAMPLES } from '../match/time.ts';
import { isKey } from '../projections/timeline.ts';
import type { Views } from '../projections/views.ts';
import { type Frame, type Head, headAt, type Shown, standAt } from './frame.ts';
import { type Cues, extend, layOut, type Marks, type Moment, type Paced, startOf } from './pacing.ts';
import { playback } from './playback.ts';
import { type Control, type Playhead, placeOf, positionAt, SPEED_MAX, steer } from './playhead.ts';
import { showingFrom } from './shown.ts';
import { history as historyOf, type MatchHistory } from './views.ts';

/** Dead time lasts no longer than this in a showing. */
export const MAX_GAP_MS: Millis = 20_000;

export interface ReplayOptions {
  /** 60 unless told otherwise; `max` shows everything at once. */
  readonly speed?: number | 'max';
  /** Starts at once unless told otherwise. */
  readonly playing?: boolean;
  /** Where the showing starts and ends: times as people write them. Otherwise as the recording says, or the whole of it. */
  readonly from?: string;
  readonly until?: string;
  /** How long a stretch of dead time may last. */
  readonly maxGap?: Millis;
  readonly loop?: boolean;
  /** Stays at the last frame and goes on listening, instead of completing. */
  readonly hold?: boolean;
  readonly scheduler?: SchedulerLike;
}

/** A showing of a match. Nothing runs before somebody subscribes; when the last one unsubscribes, the timer stops. */
export interface Replay {
  readonly frames$: Observable<Frame>;
  /** Entries as the cursor passes them. */
  readonly entries$: Observable<Entry>;
  /** Frames with why they came, and the entries that led to them. */
  readonly shown$: Observable<Shown>;
  /** Steers the showing; says in a sentence why it can't. */
  readonly control: (control: Control) => Refusal | undefined;
  /** The head at this moment, its time run on since the last frame. */
  readonly now: () => Head;
  /** The frame at the start of the showing. */
  readonly opening: Frame;
  readonly history: MatchHistory;
  readonly cues: Cues;
}

export interface Refusal {
  readonly code: string;
  readonly message: string;
}

/** The recording has no such time; the message says what there is. */
export class NoSuchTime extends Error {
  override readonly name = 'NoSuchTime';
}

/** A recording that is still being made: its entries come as they are written. */
export interface Feed {
  readonly header: RecordingHeader;
  readonly entries$: Observable<readonly Entry[]>;
}

/**
 * RxJS is the library's first face: a match is a stream. A feed plays as far as it has come, and goes on as it grows;
 * its showing starts when `from` has come, and `until` holds where it had come by then.
 * Throws `NoSuchTime` where `from` or `until` isn't in the recording, `RangeError` for a speed that isn't one.
 */
export const replay = (source: Recording | Feed, options: ReplayOptions = {}): Replay => {
  const { scheduler = asyncScheduler, playing = true, loop = false, hold = false } = options;
  const speed = speedOf(options.speed ?? 60);
  const isFeed = 'entries$' in source;
  const history = historyOf(isFeed ? { header: source.header, entries: [] } : source);
  const from = options.from ?? source.header.from ?? 'L1';
  const { until, maxGap = MAX_GAP_MS } = options;
  for (const time of isFeed ? [from, until] : [])
    if (time !== undefined && parseTime(time) === undefined) throw new NoSuchTime(noTime(time));
  let cues = isFeed ? layOut([], { first: 0, maxGap }) : cuesOf(history, { ...options, from });

  const controls$ = new Subject<Control>();
  const asked: Control[] = [];
  let head: Playhead = { ...startOf(cues), playing, speed, since: scheduler.now(), pass: 1 };

  /** The playhead, its position run on since it last moved. */
  const here = (): Playhead => ({ ...head, position: positionAt(head, scheduler.now(), cues) });

  /** The cues as the feed grows; none until it has come to where the showing starts. */
  const grown = (added: readonly Entry[]): Cues | undefined => {
    const known = history.length;
    // Whoever subscribes again hears the feed from its start.
    for (const entry of added) if (entry.seq > history.length) history.append(entry);
    if (hasBegun)
      cues = { ...extend(cues, pacedFrom(history, known), here()), marks: marksOf(history, known, cues.marks) };
    else if (typeof tryMoment(history, from) === 'string') return undefined;
    else cues = cuesOf(history, { maxGap, from, ...(hasCome(history, until) ? { until } : {}) });
    hasBegun = true;
    return cues;
  };
  let hasBegun = false;

  const shown$ = new Observable<Shown>((viewer) => {
    const show = showingFrom(history, scheduler);
    const { playing, speed, cursor } = head;
    const cues$ = isFeed
      ? source.entries$.pipe(
          filter((added) => added.length > 0),
          map(grown),
          filter((grown) => grown !== undefined),
        )
      : cues;
    return playback(cues$, controls$, { scheduler, speed, playing, from: { cursor }, loop, hold }).subscribe({
      next: (next) => {
        head = next;
        viewer.next(show(next, asked.shift(), cues));
      },
      error: (problem) => viewer.error(problem),
      complete: () => viewer.complete(),
    });
  }).pipe(share({ connector: () => new ReplaySubject<Shown>(1), resetOnComplete: false }));

  const control = (wanted: Control): Refusal | undefined => {
    if (wanted.type === 'seek' && placeOf(wanted.to, here(), cues) === undefined)
      return { code: 'no-such-time', message: unseekable(wanted.to) };
    if (wanted.type === 'speed' && !isSpeed(wanted.speed)) return { code: 'no-such-speed', message: SPEED_SENTENCE };
    if (!controls$.observed) {
      // Before anybody watches, no time passes; the showing begins where it was steered to.
      head = steer(head, wanted, head.since, cues);
      return undefined;
    }
    asked.push(wanted);
    controls$.next(wanted);
    return undefined;
  };

  return {
    shown$,
    frames$: shown$.pipe(map(({ frame }) => frame)),
    entries$: shown$.pipe(mergeMap(({ entries }) => entries)),
    control,
    now: () => headAt(history, cues, head, scheduler.now()),
    opening: {
      head: { ...standAt(history, cues, cues.first, 0), playing, speed: Math.min(speed, SPEED_MAX) },
      views: history.viewsAt(cues.first),
    },
    history,
    get cues() {
      return cues;
    },
  };
};

/** One view of the frames: emits when it changed, by reference. */
export const view =
  <Name extends keyof Views>(name: Name): OperatorFunction<Frame, Views[Name]> =>
  (frames$) =>
    frames$.pipe(
      map(({ views }) => views[name]),
      distinctUntilChanged(),
    );

/** Lays a showing of a history out in playback time. Throws `NoSuchTime`. */
export const cuesOf = (
  history: MatchHistory,
  { from, until, maxGap = MAX_GAP_MS }: Pick<ReplayOptions, 'from' | 'until' | 'maxGap'>,
): Cues => {
  const start = from === undefined ? { cursor: Math.min(1, history.length) } : momentOf(history, from);
  const end = until === undefined ? undefined : momentOf(history, until);
  const first = cursorOf(history, start);
  return layOut(pacedFrom(history, 0), {
    first,
    ...('offset' in start ? { start: start.offset } : {}),
    ...(end === undefined ? {} : { until: Math.max(first, cursorOf(history, end)) }),
    maxGap,
    marks: marksOf(history, 0, NO_MARKS),
    moment: (text) => {
      const moment = tryMoment(history, text);
      return typeof moment === 'string' ? undefined : moment;
    },
  });
};

const pacedFrom = (history: MatchHistory, cursor: number): Paced[] =>
  history.entries.slice(cursor).map(({ seq, offset }) => ({ offset, live: history.momentAt(seq).live }));

const cursorOf = (history: MatchHistory, moment: Moment): number => {
  if ('cursor' in moment) return moment.cursor;
  const after = history.entries.findIndex(({ offset }) => offset > moment.offset);
  return after === -1 ? history.length : after;
};

const momentOf = (history: MatchHistory, text: string): Moment => {
  const moment = tryMoment(history, text);
  if (typeof moment === 'string') throw new NoSuchTime(moment);
  return moment;
};

const hasCome = (history: MatchHistory, time: string | undefined): time is string =>
  time !== undefined && typeof tryMoment(history, time) !== 'string';

const noTime = (text: string): string => `"${text}" is no time; times look like ${TIME_EXAMPLES}`;

const tryMoment = (history: MatchHistory, text: string): Moment | string => {
  const time = parseTime(text);
  if (time === undefined) return noTime(text);
  const moment = history.momentAsOf(time);
  if (typeof moment === 'string') return moment;
  return time.kind === 'clock' ? { offset: moment.offset } : { cursor: moment.cursor };
};

const NO_MARKS: Marks = { goal: [], 'key-moment': [] };

/** The marks with those of the entries after `cursor`. */
const marksOf = (history: MatchHistory, cursor: number, known: Marks): Marks => {
  const marks = { goal: [...known.goal], 'key-moment': [...known['key-moment']] };
  for (const entry of history.entries.slice(cursor)) {
    if (history.effectAt(entry.seq) !== 'applied') continue;
    const event = entry.kind === 'retraction' ? history.claimed(entry.of)?.event : entry.event;
    if (event === undefined || !isKey(event)) continue;
    marks['key-moment'].push(entry.seq);
    if (entry.kind === 'event' && event.type === 'goal') marks.goal.push(entry.seq);
  }
  return marks;
};

/** Throws a `RangeError` for what is no speed. */
export const speedOf = (speed: number | 'max'): number => {
  if (!isSpeed(speed)) throw new RangeError(SPEED_SENTENCE);
  return speed === 'max' ? Number.POSITIVE_INFINITY : speed;
};

export const isSpeed = (speed: number | 'max'): boolean => speed === 'max' || (speed > 0 && speed <= SPEED_MAX);

export const SPEED_SENTENCE = `a speed is a number above 0 and up to ${SPEED_MAX}, or max`;

export const unseekable = (to: Extract<Control, { type: 'seek' }>['to']): string => {
  if ('time' in to) return `there is no "${to.time}" in this showing; times look like ${TIME_EXAMPLES}`;
  return 'next' in to ? `there is no further ${to.next}` : 'there is none before';
};
