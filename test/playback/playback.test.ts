import * as fc from 'fast-check';
import {
  BehaviorSubject,
  concat,
  EMPTY,
  merge,
  NEVER,
  type Observable,
  of,
  type SchedulerLike,
  Subject,
  take,
  throwError,
  VirtualTimeScheduler,
} from 'rxjs';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { type Cues, extend, layOut, type Paced, type Pacing, positionOf } from '../../src/playback/pacing.ts';
import { LOOP_REST_MS, type PlaybackOptions, playback } from '../../src/playback/playback.ts';
import type { Control, Playhead } from '../../src/playback/playhead.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const NOON = Date.UTC(2026, 1, 25, 12);

// A minute of play: kick-off, two things at 10 s, a goal at 20 s, three things at 40 s, the whistle at 60 s.
const SHORT = [0, 10, 10, 20, 40, 40, 40, 60].map((seconds) => ({ offset: seconds * SECOND, live: true }));
const laid = (entries: readonly Paced[] = SHORT, pacing: Partial<Pacing> = {}): Cues =>
  layOut(entries, { first: 0, maxGap: 20 * SECOND, marks: { goal: [4], 'key-moment': [] }, ...pacing });

/** A virtual clock that starts at noon, and everything that one showing does in front of it. */
class Noon extends VirtualTimeScheduler {
  override frame = NOON;

  get timers(): number {
    return this.actions.length;
  }

  /** Lets the clock run up to a time, and no further. */
  runTo(time: number): void {
    this.maxFrames = time;
    this.flush();
    this.frame = time;
  }
}

const showing = (
  cues: Cues | Observable<Cues>,
  options: PlaybackOptions = {},
  controls$: Observable<Control> = NEVER,
  scheduler = new Noon(),
) => {
  const seen: { readonly at: number; readonly head: Playhead }[] = [];
  let completed = false;
  const subscription = playback(cues, controls$, { scheduler, ...options }).subscribe({
    next: (head) => seen.push({ at: scheduler.now() - NOON, head }),
    complete: () => {
      completed = true;
    },
  });
  return {
    scheduler,
    subscription,
    seen,
    story: () => seen.map(({ at, head }) => [at, head.cursor]),
    last: () => seen.at(-1)?.head,
    isOver: () => completed,
    runTo: (ms: number) => scheduler.runTo(NOON + ms),
  };
};

/** A whole match of 3,500 entries in 5,900 s, the same each time. */
const wholeMatch = (): Paced[] => {
  let seed = 97;
  const random = () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
  const offsets = Array.from({ length: 3_500 }, () => Math.floor(random() * 5_900 * SECOND));
  return offsets.sort((a, b) => a - b).map((offset) => ({ offset, live: true }));
};

describe('a showing', () => {
  test('emits where it stands at once, then each moment at which entries fall due', () => {
    const { story, runTo, isOver } = showing(laid());
    expect(story()).toEqual([[0, 0]]);
    runTo(90 * SECOND);
    expect(story()).toEqual([
      [0, 0],
      [0, 1],
      [10_000, 3],
      [20_000, 4],
      [40_000, 7],
      [60_000, 8],
    ]);
    expect(isOver()).toBe(true);
  });

  test('stops at the end and completes, with no timer left', () => {
    const { last, runTo, scheduler, isOver } = showing(laid());
    runTo(59_999);
    expect(isOver()).toBe(false);
    expect(scheduler.timers).toBe(1);
    runTo(60_000);
    expect(last()).toMatchObject({ playing: false, cursor: 8, position: 60_000 });
    expect(isOver()).toBe(true);
    expect(scheduler.timers).toBe(0);
  });

  test.each([60, 6_000, 0.7, 100_000])('of a whole match at %d× shows each entry within its millisecond', (speed) => {
    const cues = laid(wholeMatch());
    const { seen, runTo, isOver } = showing(cues, { speed });
    runTo(Math.ceil(5_900_000 / speed) + 1);
    expect(isOver()).toBe(true);
    let cursor = 0;
    for (const { at, head } of seen) {
      for (; cursor < head.cursor; cursor++) {
        const late = at - positionOf(cues, cursor + 1) / speed;
        expect(late).toBeGreaterThan(-0.001);
        expect(late).toBeLessThan(1);
      }
    }
    expect(cursor).toBe(3_500);
  });

  test('shows everything at once at full speed', () => {
    const { story, runTo, isOver } = showing(laid(wholeMatch()), { speed: Infinity });
    runTo(0);
    expect(story()).toEqual([
      [0, 0],
      [0, 3_500],
    ]);
    expect(isOver()).toBe(true);
  });

  test('plays an interval shortened as a whole, its substitutions spaced in proportion', () => {
    const entries = [
      { offset: 0, live: true },
      { offset: 45 * MINUTE, live: false },
      { offset: 50 * MINUTE, live: false },
      { offset: 55 * MINUTE, live: false },
      { offset: 60 * MINUTE, live: true },
      { offset: 61 * MINUTE, live: true },
    ];
    const { story, runTo } = showing(laid(entries, { first: 1, maxGap: 30 * SECOND }), { speed: 10 });
    runTo(10 * MINUTE);
    const whistle = 4.5 * MINUTE;
    expect(story()).toEqual([
      [0, 1],
      [whistle, 2],
      [whistle + 1_000, 3],
      [whistle + 2_000, 4],
      [whistle + 3_000, 5],
      [whistle + 9_000, 6],
    ]);
  });

  test('begins elsewhere, and paused, when told to', () => {
    const { story, last, runTo, scheduler } = showing(laid(), { from: { next: 'goal' }, playing: false, speed: 5 });
    runTo(HOUR);
    expect(story()).toEqual([[0, 4]]);
    expect(last()).toMatchObject({ position: 20_000, playing: false, speed: 5 });
    expect(scheduler.timers).toBe(0);
  });

  test('that begins paused at its end waits for a control', () => {
    const { story, isOver } = showing(laid(), { from: { cursor: 8 }, playing: false });
    expect(story()).toEqual([[0, 8]]);
    expect(isOver()).toBe(false);
  });

  test('of nothing is over at once', () => {
    const { seen, isOver } = showing(laid([]));
    expect(seen.map(({ head }) => head.playing)).toEqual([false]);
    expect(isOver()).toBe(true);
  });

  test('runs for each viewer from the moment of subscribing, and not before', () => {
    const scheduler = new Noon();
    const heads$ = playback(laid(), NEVER, { scheduler });
    expect(scheduler.timers).toBe(0);
    scheduler.runTo(NOON + HOUR);
    const seen: Playhead[] = [];
    heads$.subscribe((head) => seen.push(head));
    scheduler.runTo(NOON + HOUR + 10 * SECOND);
    expect(seen.at(-1)).toMatchObject({ cursor: 3, position: 10_000 });
  });
});

describe('the timer', () => {
  const inFrontOfTheClock = () => {
    vi.useFakeTimers({ now: NOON });
    onTestFinished(() => void vi.useRealTimers());
  };

  test('is one, and unsubscribing leaves none', () => {
    const { scheduler, subscription, seen, runTo } = showing(laid());
    runTo(15 * SECOND);
    expect(scheduler.timers).toBe(1);
    subscription.unsubscribe();
    expect(scheduler.timers).toBe(0);
    const before = seen.length;
    runTo(HOUR);
    expect(seen).toHaveLength(before);
  });

  test('of the machine is one too, and unsubscribing leaves none', () => {
    inFrontOfTheClock();
    const seen: number[] = [];
    const subscription = playback(laid(), NEVER, { speed: 10 }).subscribe(({ cursor }) => seen.push(cursor));
    vi.advanceTimersByTime(2_500);
    expect(seen).toEqual([0, 1, 3, 4]);
    expect(vi.getTimerCount()).toBe(1);
    subscription.unsubscribe();
    expect(vi.getTimerCount()).toBe(0);
  });

  test('is not armed when the viewer leaves with the first head', () => {
    const scheduler = new Noon();
    const controls$ = new Subject<Control>();
    playback(laid(), controls$, { scheduler }).pipe(take(1)).subscribe();
    expect(scheduler.timers).toBe(0);
    expect(controls$.observed).toBe(false);
  });

  test('may fire early: nothing is shown before its time, nor a loop begun, and nothing late', () => {
    const clock = new Noon();
    const early: SchedulerLike = {
      now: () => clock.now(),
      schedule: (work, delay = 0, ...state) =>
        clock.schedule(work as () => void, delay > 1 ? delay - 0.6 : delay, ...state),
    };
    const { seen } = showing(laid(), { scheduler: early, speed: 7, loop: true }, NEVER, clock);
    clock.runTo(NOON + 9 * SECOND);
    expect(seen.map(({ head }) => head.cursor)).toEqual([0, 1, 3, 4, 7, 8]);
    for (const { at, head } of seen) {
      expect(at - positionOf(laid(), head.cursor) / 7).toBeGreaterThanOrEqual(0);
      expect(at - positionOf(laid(), head.cursor) / 7).toBeLessThan(1.5);
    }
    clock.runTo(NOON + 10 * SECOND);
    expect(seen[6]?.head).toMatchObject({ cursor: 0, pass: 2 });
    expect(seen[6]?.at).toBeGreaterThanOrEqual(MINUTE / 7 + LOOP_REST_MS);
  });

  test('may fire late: all that has fallen due meanwhile is one emission, and no time is lost', () => {
    inFrontOfTheClock();
    const seen: [number, number][] = [];
    playback(laid(), NEVER).subscribe(({ cursor }) => seen.push([Date.now() - NOON, cursor]));
    vi.advanceTimersByTime(1_000);
    // The machine sleeps for half a minute: clocks go on, timers don't.
    vi.setSystemTime(NOON + 31_000);
    vi.advanceTimersByTime(30_000);
    expect(seen).toEqual([
      [0, 0],
      [0, 1],
      [40_000, 7],
      [60_000, 8],
    ]);
  });

  test('waits for weeks between two legs, though a timer of the machine runs out of bits after 24 days', () => {
    inFrontOfTheClock();
    const legs = [0, 30 * 24 * HOUR].map((offset) => ({ offset, live: false }));
    const seen: [number, number][] = [];
    playback(laid(legs, { first: 1, maxGap: Infinity }), NEVER).subscribe(({ cursor }) =>
      seen.push([Date.now() - NOON, cursor]),
    );
    vi.advanceTimersByTime(31 * 24 * HOUR);
    expect(seen).toEqual([
      [0, 1],
      [30 * 24 * HOUR, 2],
    ]);
  });
});

describe('a control', () => {
  /** Sends controls at their times, and tells what was seen up to the end of the last minute. */
  const told = (script: readonly (readonly [number, Control])[], options: PlaybackOptions = {}, until = 5 * MINUTE) => {
    const controls$ = new Subject<Control>();
    const { runTo, ...rest } = showing(laid(), options, controls$);
    for (const [ms, control] of script) {
      runTo(ms);
      controls$.next(control);
    }
    runTo(until);
    return rest;
  };

  test('that changes the speed on the way loses no time', () => {
    const { story } = told([
      [15_000, { type: 'speed', speed: 2 }],
      [17_000, { type: 'speed', speed: 0.5 }],
      [18_000, { type: 'speed', speed: 60 }],
    ]);
    // 20 s are reached after 15 + 4 + 0.5 s and half a second's worth at 60×.
    expect(story().slice(2)).toEqual([
      [10_000, 3],
      [15_000, 3],
      [17_000, 3],
      [18_000, 3],
      [18_009, 4],
      [18_342, 7],
      [18_675, 8],
    ]);
  });

  test('that pauses stops the timer, and play goes on from there', () => {
    const { story } = told([
      [15_000, { type: 'pause' }],
      [100_000, { type: 'play' }],
    ]);
    expect(story().slice(3)).toEqual([
      [15_000, 3],
      [100_000, 3],
      [105_000, 4],
      [125_000, 7],
      [145_000, 8],
    ]);
  });

  test('that seeks goes on from the target, forward or back', () => {
    const { story } = told([
      [11_000, { type: 'seek', to: { position: 39_000 } }],
      [13_000, { type: 'seek', to: { previous: 'goal' } }],
      [14_000, { type: 'seek', to: { cursor: 7 } }],
    ]);
    expect(story().slice(3)).toEqual([
      [11_000, 4],
      [12_000, 7],
      [13_000, 4],
      [14_000, 7],
      [34_000, 8],
    ]);
  });

  test('that seeks to one of several at the same position shows exactly that one first', () => {
    const { story } = told([[1_000, { type: 'seek', to: { cursor: 6 } }]]);
    expect(story().slice(2)).toEqual([
      [1_000, 6],
      [1_000, 7],
      [21_000, 8],
    ]);
  });

  test('that steps back, paused, shows one entry less each time, at the same position too', () => {
    const { seen, scheduler, isOver } = told(
      [
        [1_000, { type: 'step', by: -1 }],
        [2_000, { type: 'step', by: -1 }],
        [3_000, { type: 'step', by: -1 }],
        [4_000, { type: 'step', by: 1 }],
      ],
      { playing: false, from: { cursor: 7 } },
    );
    expect(seen.map(({ head }) => [head.cursor, head.position])).toEqual([
      [7, 40_000],
      [6, 40_000],
      [5, 40_000],
      [4, 20_000],
      [5, 40_000],
    ]);
    expect(scheduler.timers).toBe(0);
    expect(isOver()).toBe(false);
  });

  test('that steps to the end, paused, leaves the showing open for a step back', () => {
    const { story, isOver } = told(
      [
        [1_000, { type: 'step', by: 1 }],
        [2_000, { type: 'step', by: -1 }],
      ],
      { playing: false, from: { cursor: 7 } },
    );
    expect(story()).toEqual([
      [0, 7],
      [1_000, 8],
      [2_000, 7],
    ]);
    expect(isOver()).toBe(false);
  });

  test('that seeks to the end while playing completes the showing', () => {
    const { last, isOver } = told([[1_000, { type: 'seek', to: { cursor: 8 } }]]);
    expect(last()).toMatchObject({ cursor: 8, playing: false });
    expect(isOver()).toBe(true);
  });

  test('sent at once or from within the first emission comes after it, each in its turn', () => {
    const controls$ = new Subject<Control>();
    const cursors: number[] = [];
    const heads$ = playback(laid(), merge(of<Control>({ type: 'pause' }), controls$), { scheduler: new Noon() });
    heads$.subscribe(({ cursor }) => {
      if (cursors.length === 0) {
        controls$.next({ type: 'step', by: 1 });
        controls$.next({ type: 'step', by: 1 });
      }
      cursors.push(cursor);
    });
    expect(cursors).toEqual([0, 0, 1, 2]);
  });
});

describe('at the end', () => {
  test('a held showing keeps its final frame, and plays again from the beginning when asked to', () => {
    const controls$ = new Subject<Control>();
    const { story, last, runTo, scheduler, isOver } = showing(laid(), { hold: true, speed: 60 }, controls$);
    runTo(HOUR);
    expect(last()).toMatchObject({ cursor: 8, playing: false });
    expect(scheduler.timers).toBe(0);
    controls$.next({ type: 'seek', to: { cursor: 4 } });
    expect(last()).toMatchObject({ cursor: 4, playing: false });
    controls$.next({ type: 'seek', to: { cursor: 8 } });
    controls$.next({ type: 'play' });
    runTo(2 * HOUR);
    expect(story().slice(-7)).toEqual([
      [HOUR, 8],
      [HOUR, 0],
      [HOUR, 1],
      [HOUR + 167, 3],
      [HOUR + 334, 4],
      [HOUR + 667, 7],
      [HOUR + 1_000, 8],
    ]);
    expect(isOver()).toBe(false);
  });

  test('a loop rests, then begins the next pass', () => {
    const { seen, runTo, scheduler, isOver } = showing(laid(), { loop: true, speed: 60 });
    runTo(2 * (SECOND + LOOP_REST_MS));
    const starts = seen.filter(({ head }) => head.cursor === 0);
    expect(starts.map(({ at, head }) => [at, head.pass])).toEqual([
      [0, 1],
      [SECOND + LOOP_REST_MS, 2],
      [2 * (SECOND + LOOP_REST_MS), 3],
    ]);
    expect(seen.every(({ head }) => head.playing)).toBe(true);
    expect(scheduler.timers).toBe(1);
    expect(isOver()).toBe(false);
  });

  test('a loop at full speed takes its rest too', () => {
    const { seen, runTo } = showing(laid(), { loop: true, speed: Infinity, restMs: 100 });
    runTo(350);
    expect(seen.filter(({ head }) => head.cursor === 8).map(({ at, head }) => [at, head.pass])).toEqual([
      [0, 1],
      [100, 2],
      [200, 3],
      [300, 4],
    ]);
  });

  test('a pause while a loop rests keeps it there', () => {
    const controls$ = new Subject<Control>();
    const { last, runTo, scheduler, isOver } = showing(laid(), { loop: true }, controls$);
    runTo(MINUTE + 500);
    controls$.next({ type: 'pause' });
    runTo(HOUR);
    expect(last()).toMatchObject({ cursor: 8, playing: false, pass: 1 });
    expect(scheduler.timers).toBe(0);
    expect(isOver()).toBe(false);
  });
});

describe('a feed that is still open', () => {
  const entry = (seconds: number): Paced => ({ offset: seconds * SECOND, live: true });
  const live = (
    options: PlaybackOptions = {},
    controls$: Observable<Control> = NEVER,
    pacing: Partial<Pacing> = {},
  ) => {
    const cues$ = new BehaviorSubject(laid(SHORT, pacing));
    const show = showing(cues$, options, controls$);
    const brought = (...more: Paced[]) => cues$.next(extend(cues$.value, more, show.last()));
    return { ...show, cues$, brought };
  };

  test('shows nothing before it has brought its beginning', () => {
    const cues$ = new Subject<Cues>();
    const { story, runTo, isOver } = showing(cues$);
    runTo(5_000);
    expect(story()).toEqual([]);
    cues$.next(laid());
    expect(story()).toEqual([[5_000, 0]]);
    runTo(15_000);
    expect(story().slice(1)).toEqual([
      [5_000, 1],
      [15_000, 3],
    ]);
    expect(isOver()).toBe(false);
  });

  test('goes on at its end when entries come: the first as it comes, the next at their own pace', () => {
    const { story, last, runTo, scheduler, brought, isOver } = live();
    runTo(100_000);
    expect(last()).toMatchObject({ cursor: 8, playing: true, position: 60_000 });
    expect(scheduler.timers).toBe(0);
    brought(entry(75), entry(80));
    runTo(200_000);
    expect(story().slice(-3)).toEqual([
      [60_000, 8],
      [100_000, 9],
      [105_000, 10],
    ]);
    expect(isOver()).toBe(false);
  });

  test('does not fall behind a feed that says what happens as it happens', () => {
    const { seen, runTo, brought } = live();
    // Each a little early, so that each waits for its timer, which is a little late.
    for (let second = 61; second < 1_461; second += 7) {
      runTo(second * SECOND - 0.25);
      brought(entry(second));
      runTo(second * SECOND + 2);
      expect(seen.at(-1)?.head.position).toBe(second * SECOND);
      expect(seen.at(-1)?.at).toBe(second * SECOND + 0.75);
    }
  });

  test('has no effect on what is being played when it brings what is still far off', () => {
    const { story, runTo, brought } = live();
    runTo(15_000);
    brought(entry(70));
    runTo(90_000);
    expect(story().slice(2)).toEqual([
      [10_000, 3],
      [15_000, 3],
      [20_000, 4],
      [40_000, 7],
      [60_000, 8],
      [70_000, 9],
    ]);
  });

  test('loses no time that the machine was late when it brings more', () => {
    const { last, runTo, scheduler, brought } = live();
    runTo(1_000);
    scheduler.frame = NOON + 31_000;
    brought(entry(70));
    expect(last()).toMatchObject({ cursor: 4, position: 31_000 });
  });

  test('stops and completes at its end once it is closed, and at once when it has been reached', () => {
    const early = live();
    early.runTo(15_000);
    early.cues$.complete();
    expect(early.isOver()).toBe(false);
    early.runTo(60_000);
    expect(early.last()).toMatchObject({ cursor: 8, playing: false });
    expect(early.isOver()).toBe(true);

    const late = live();
    late.runTo(90_000);
    late.cues$.complete();
    expect(late.last()).toMatchObject({ cursor: 8, playing: false });
    expect(late.isOver()).toBe(true);
  });

  test('begins the next pass of a loop once it is closed, and not before', () => {
    const { seen, last, runTo, cues$ } = live({ loop: true });
    runTo(HOUR);
    expect(last()).toMatchObject({ cursor: 8, pass: 1, playing: true });
    const before = seen.length;
    cues$.complete();
    expect(seen).toHaveLength(before);
    runTo(HOUR + LOOP_REST_MS);
    expect(last()).toMatchObject({ pass: 2, playing: true });
  });

  test('stops where the showing is to end, though the feed goes on', () => {
    const { last, runTo, isOver } = live({}, NEVER, { until: 7 });
    runTo(90_000);
    expect(last()).toMatchObject({ cursor: 7, playing: false });
    expect(isOver()).toBe(true);
  });

  test('keeps a showing that was paused at its end paused when more comes', () => {
    const controls$ = new Subject<Control>();
    const { seen, last, runTo, brought, cues$, scheduler, isOver } = live({}, controls$);
    runTo(90_000);
    controls$.next({ type: 'pause' });
    brought(entry(75));
    runTo(HOUR);
    expect(last()).toMatchObject({ cursor: 8, playing: false, position: 60_000 });
    controls$.next({ type: 'step', by: 1 });
    const before = seen.length;
    cues$.complete();
    expect(seen).toHaveLength(before);
    expect(scheduler.timers).toBe(0);
    expect(isOver()).toBe(false);
  });

  test('that breaks off says so, and so do controls', () => {
    const broken = throwError(() => new Error('the line is dead'));
    const errors: unknown[] = [];
    const error = (problem: unknown) => errors.push(String(problem));
    const scheduler = new Noon();
    playback(concat(of(laid()), broken), NEVER, { scheduler }).subscribe({ error });
    playback(laid(), broken, { scheduler }).subscribe({ error });
    expect(errors).toEqual(['Error: the line is dead', 'Error: the line is dead']);
    expect(scheduler.timers).toBe(0);
  });

  test('that never begins is over when it closes', () => {
    expect(showing(EMPTY).isOver()).toBe(true);
  });
});

test('however a match is paused, sought and sped up, each emission shows what is due by then, and one timer runs', () => {
  const control = fc.oneof(
    fc.record({ type: fc.constantFrom('play', 'pause') }),
    fc.record({ type: fc.constant('speed' as const), speed: fc.constantFrom(0.5, 1, 3, 60, 'max' as const) }),
    fc.record({ type: fc.constant('seek' as const), to: fc.record({ cursor: fc.integer({ min: -1, max: 9 }) }) }),
    fc.record({
      type: fc.constant('seek' as const),
      to: fc.record({ position: fc.integer({ min: -1, max: 70_000 }) }),
    }),
    fc.record({ type: fc.constant('step' as const), by: fc.constantFrom(1 as const, -1 as const) }),
  );
  const script = fc.array(fc.record({ control, wait: fc.integer({ min: 0, max: 30_000 }) }), { maxLength: 15 });
  fc.assert(
    fc.property(script, fc.boolean(), (steps, loop) => {
      const controls$ = new Subject<Control>();
      const { seen, runTo, scheduler, last } = showing(laid(), { hold: true, loop }, controls$);
      let now = 0;
      for (const { control, wait } of steps) {
        now += wait;
        runTo(now);
        controls$.next(control);
        expect(scheduler.timers).toBe(last()?.playing ? 1 : 0);
      }
      runTo(now + 3 * MINUTE);
      for (const { head } of seen) {
        expect(head.position).toBeGreaterThanOrEqual(positionOf(laid(), head.cursor));
        expect(head.position).toBeLessThanOrEqual(positionOf(laid(), head.cursor + 1));
      }
      if (!loop) expect(last()?.playing).toBe(false);
    }),
  );
});
