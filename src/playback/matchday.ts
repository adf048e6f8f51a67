import { asyncScheduler, defer, filter, map, mergeMap, Observable, ReplaySubject, Subject, share } from 'rxjs';
import type { Recording } from '../journal/recording.ts';
import type { Millis } from '../match/time.ts';
import { headAt, type Shown, standAt } from './frame.ts';
import { type Cues, layOut, type Paced, positionOf, startOf } from './pacing.ts';
import { playback } from './playback.ts';
import { type Control, type Playhead, placeOf, positionAt, SPEED_MAX, steer, type Target } from './playhead.ts';
import {
  cuesOf,
  isSpeed,
  MAX_GAP_MS,
  type Refusal,
  type Replay,
  type ReplayOptions,
  SPEED_SENTENCE,
  speedOf,
  unseekable,
} from './replay.ts';
import { showingFrom } from './shown.ts';
import { history as historyOf, type MatchHistory } from './views.ts';

/** A matchday begins and ends with its matches. */
export type MatchdayOptions = Omit<ReplayOptions, 'from' | 'until'>;

/**
 * Several matches at one clock, each by the hour at which it was played: one position for all, with a cursor for each.
 * Dead time is shortened only where it is dead in all of them. Gives a showing for each recording, in the same order;
 * whoever steers one steers them all, and what is due in none of the others isn't shown there.
 * Throws `RangeError` for a speed that isn't one.
 */
export const matchday = (recordings: readonly Recording[], options: MatchdayOptions = {}): readonly Replay[] =>
  showingsOf(recordings.map(matchOf), options);

/** The same where all of them begin within a day, so that one clock is what people would expect; else `undefined`. */
export const matchdayOf = (
  recordings: readonly Recording[],
  options: MatchdayOptions = {},
): readonly Replay[] | undefined => {
  const alone = recordings.map(matchOf);
  const starts = alone.map(startOfShowing);
  return Math.max(...starts) - Math.min(...starts) < DAY_MS ? showingsOf(alone, options) : undefined;
};

const showingsOf = (alone: readonly Alone[], options: MatchdayOptions): readonly Replay[] => {
  const { scheduler = asyncScheduler, playing = true, loop = false, hold = false, maxGap = MAX_GAP_MS } = options;
  const speed = speedOf(options.speed ?? 60);
  const day = dayOf(alone, maxGap);
  const controls$ = new Subject<Control>();
  const asked: Control[] = [];
  let head: Playhead = { ...startOf(day.cues), playing, speed, since: scheduler.now(), pass: 1 };

  const steps$ = new Observable<Step>((viewer) => {
    const { playing, speed, cursor } = head;
    return playback(day.cues, controls$, { scheduler, speed, playing, from: { cursor }, loop, hold }).subscribe({
      next: (next) => {
        head = next;
        viewer.next({ head: next, asked: asked.shift() });
      },
      error: (problem) => viewer.error(problem),
      complete: () => viewer.complete(),
    });
  }).pipe(share({ connector: () => new ReplaySubject<Step>(1), resetOnComplete: false }));

  const control = (match: Match, wanted: Control): Refusal | undefined => {
    if (wanted.type === 'speed' && !isSpeed(wanted.speed)) return { code: 'no-such-speed', message: SPEED_SENTENCE };
    const here = { ...head, position: positionAt(head, scheduler.now(), day.cues) };
    const meant = forAll(wanted, match, here);
    if (meant === undefined && wanted.type === 'seek') return { code: 'no-such-time', message: unseekable(wanted.to) };
    if (meant === undefined) return undefined;
    if (!controls$.observed) {
      // Before anybody watches, no time passes; the showing begins where it was steered to.
      head = steer(head, meant, head.since, day.cues);
      return undefined;
    }
    asked.push(wanted);
    controls$.next(meant);
    return undefined;
  };

  return day.matches.map((match): Replay => {
    const { history, cues } = match;
    const shown$ = defer(() => {
      const show = showingFrom(history, scheduler);
      return inOwn(steps$, match).pipe(map(({ head, asked }) => show(head, asked, cues)));
    }).pipe(share({ connector: () => new ReplaySubject<Shown>(1), resetOnComplete: false }));
    return {
      shown$,
      frames$: shown$.pipe(map(({ frame }) => frame)),
      entries$: shown$.pipe(mergeMap(({ entries }) => entries)),
      control: (wanted) => control(match, wanted),
      now: () => headAt(history, cues, ownHead(head, match), scheduler.now()),
      opening: {
        head: { ...standAt(history, cues, cues.first, 0), playing, speed: Math.min(speed, SPEED_MAX) },
        views: history.viewsAt(cues.first),
      },
      history,
      cues,
    };
  });
};

const DAY_MS: Millis = 86_400_000;

const startOfShowing = ({ zero, cues }: Alone): Millis => zero + cues.stretches[0].feed;

/** Where the common playhead has gone, and the control that sent it there. */
interface Step {
  readonly head: Playhead;
  readonly asked: Control | undefined;
}

interface Match {
  readonly history: MatchHistory;
  /** Laid out on the day's positions. */
  readonly cues: Cues;
  /** The day's cursor at which each of its entries is shown, in order, beginning with the entry after `cues.first`. */
  readonly shownAt: readonly number[];
}

interface Day {
  readonly cues: Cues;
  readonly matches: readonly Match[];
}

/** A match laid out by itself. */
interface Alone {
  readonly history: MatchHistory;
  readonly cues: Cues;
  /** Its feed time zero, ms since the epoch. */
  readonly zero: Millis;
}

const matchOf = (recording: Recording): Alone => {
  const history = historyOf(recording);
  const cues = cuesOf(history, { from: recording.header.from ?? 'L1' });
  return { history, cues, zero: Date.parse(recording.header.startedAt) };
};

/** An entry of the day, and whose it is. */
interface Due extends Paced {
  readonly match: number;
}

const dayOf = (all: readonly Alone[], maxGap: Millis): Day => {
  const start = Math.min(...all.map(startOfShowing));
  const alone = all.map((each) => awaited(each, start));
  const due = inOrder(alone, start);
  const opening = alone.some(({ history, cues }) => history.momentAt(cues.first).live);
  // Entry 0 stands for the start, so that the day knows whether it begins with play.
  const cues = layOut([{ offset: 0, live: opening }, ...due], { first: START, maxGap });
  const matches = alone.map(({ history, cues: own, zero }, match): Match => {
    const shownAt: number[] = [];
    for (const [place, each] of due.entries()) if (each.match === match) shownAt.push(START + place + 1);
    const stretches = cues.stretches.map((stretch) => ({
      ...stretch,
      feed: stretch.feed + start - zero,
      entry: own.first + shownBy(shownAt, stretch.entry),
    }));
    const laid = { ...own, maxGap, duration: cues.duration, stretches: stretches as unknown as Cues['stretches'] };
    return { history, shownAt, cues: laid };
  });
  return { cues, matches };
};

/** A match of which nothing is told before its kick-off hasn't begun yet when the day begins, and its watch stands. */
const awaited = (each: Alone, start: Millis): Alone => {
  const { history, cues } = each;
  const kicksOffFirst = cues.first === 1 && history.momentAt(1).live;
  return kicksOffFirst && startOfShowing(each) > start ? { ...each, cues: { ...cues, first: 0 } } : each;
};

/** The entries of all matches by the hour at which they were told; at the same one, in the order of the matches. */
const inOrder = (alone: readonly Alone[], start: Millis): Due[] => {
  const live = alone.map(({ history, cues }) => history.momentAt(cues.first).live);
  return alone
    .flatMap(({ history, cues, zero }, match) =>
      history.entries.slice(cues.first).map(({ seq, offset }) => ({
        offset: Math.max(0, zero + offset - start),
        live: history.momentAt(seq).live,
        match,
      })),
    )
    .sort((a, b) => a.offset - b.offset || a.match - b.match)
    .map((due) => {
      live[due.match] = due.live;
      return { ...due, live: live.some((each) => each) };
    });
};

/** How many of a match's entries have been shown at the day's cursor. */
const shownBy = (shownAt: readonly number[], cursor: number): number => {
  let [low, high] = [0, shownAt.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((shownAt[middle] ?? 0) <= cursor) low = middle + 1;
    else high = middle;
  }
  return low;
};

const ownHead = (head: Playhead, { cues, shownAt }: Match): Playhead => ({
  ...head,
  cursor: cues.first + shownBy(shownAt, head.cursor),
});

/** Of the day's steps those that are news for one match: entries of its own, what was asked for, the next pass. */
const inOwn = (steps$: Observable<Step>, match: Match): Observable<Step> => {
  let before: Playhead | undefined;
  return steps$.pipe(
    map(({ head, asked }) => ({ head: ownHead(head, match), asked })),
    filter(({ head, asked }) => {
      const isNews =
        asked !== undefined ||
        before?.cursor !== head.cursor ||
        before.pass !== head.pass ||
        before.playing !== head.playing;
      if (isNews) before = head;
      return isNews;
    }),
  );
};

/** What somebody who follows one match asks for, as the day understands it; `undefined` where there is no such moment. */
const forAll = (wanted: Control, match: Match, here: Playhead): Control | undefined => {
  switch (wanted.type) {
    case 'play':
    case 'pause':
    case 'speed':
      return wanted;
    case 'step': {
      const cursor = stepped(ownHead(here, match).cursor + wanted.by, match);
      return cursor === undefined ? undefined : { type: 'seek', to: { cursor } };
    }
    case 'seek': {
      const to = targetOf(wanted.to, match, here);
      return to && { type: 'seek', to };
    }
  }
};

const targetOf = (to: Target, match: Match, here: Playhead): Target | undefined => {
  if ('position' in to) return to;
  const place = placeOf(to, ownHead(here, match), match.cues);
  if (place === undefined) return undefined;
  const { cursor, position } = place;
  // Just after an entry; others may share its position.
  return position === positionOf(match.cues, cursor) ? { cursor: dayCursor(cursor, match) } : { position };
};

/** There is no step beyond a match's beginning and its end, however long the day goes on. */
const stepped = (cursor: number, match: Match): number | undefined => {
  const { cues, shownAt } = match;
  if (cursor < cues.first || cursor > cues.last) return undefined;
  // Just before its first entry, which isn't where the day began.
  return cursor === cues.first ? (shownAt[0] ?? START) - 1 : dayCursor(cursor, match);
};

/** The day's cursor at which a match's own is reached. */
const dayCursor = (cursor: number, { cues, shownAt }: Match): number => shownAt[cursor - cues.first - 1] ?? START;

/** One for the entry that stands for the start. */
const START = 1;
