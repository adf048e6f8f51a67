import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Subject, VirtualTimeScheduler } from 'rxjs';
import { describe, expect, test } from 'vitest';
import type { Entry } from '../../src/journal/entry.ts';
import type { Recording } from '../../src/journal/recording.ts';
import type { Frame, Shown } from '../../src/playback/frame.ts';
import { NoSuchTime, type ReplayOptions, replay, view } from '../../src/playback/replay.ts';
import { history } from '../../src/playback/views.ts';
import { load } from '../../src/scenario/load.ts';

const flagship = ((): Recording => {
  const file = join(import.meta.dirname, '..', '..', 'scenarios', 'atalanta-dortmund.yaml');
  const loaded = load(readFileSync(file, 'utf8'), file, (path) => readFileSync(path, 'utf8'));
  if (!loaded.ok) throw new Error(loaded.problems[0]?.message);
  return loaded.scenario.recording;
})();

/** A showing in virtual time, and all that it has shown. */
const watching = (options: ReplayOptions = {}, source: Parameters<typeof replay>[0] = flagship) => {
  const scheduler = new VirtualTimeScheduler();
  const showing = replay(source, { scheduler, ...options });
  const shown: Shown[] = [];
  let completed = false;
  const subscription = showing.shown$.subscribe({
    next: (next) => shown.push(next),
    complete: () => (completed = true),
  });
  const wait = (ms: number) => {
    scheduler.schedule(() => undefined, ms);
    scheduler.maxFrames = scheduler.now() + ms;
    scheduler.flush();
  };
  return {
    showing,
    shown,
    wait,
    subscription,
    scheduler,
    isCompleted: () => completed,
    last: () => shown.at(-1) as Shown,
  };
};

const whole = history(flagship);

describe('the flagship, replayed', () => {
  test("starts just after the second leg's line-ups, with the first leg in the aggregate", () => {
    const { shown } = watching({ speed: 60 });
    expect(shown[0]?.frame.views).toMatchObject({
      clock: { leg: 2, period: 'pre', running: false },
      scoreboard: { home: { club: 'ATA', score: 0 }, away: { club: 'BVB', score: 0 } },
      aggregate: { score: { ATA: 0, BVB: 2 }, leader: 'BVB' },
      lineups: { ATA: { count: 11 }, BVB: { count: 11 } },
    });
    expect(shown[0]).toMatchObject({ cause: 'seek', entries: [], frame: { head: { position: 0 } } });
  });

  test('shows each entry once, in order, with the views of that moment, and completes', () => {
    const { shown, wait, isCompleted } = watching({ speed: 60 });
    wait(10 * 60_000);
    expect(isCompleted()).toBe(true);
    const first = shown[0]?.frame.head.cursor ?? 0;
    expect(shown.flatMap(({ entries }) => entries.map(({ seq }) => seq))).toEqual(
      Array.from({ length: whole.length - first }, (_, index) => first + index + 1),
    );
    for (const { frame } of shown) expect(frame.views).toEqual(whole.viewsAt(frame.head.cursor));
  });

  test('plays the ninety minutes in their own time, and shortens only what is dead', () => {
    const { shown, wait } = watching({ speed: 100 });
    wait(10 * 60_000);
    const at = (id: string) =>
      shown.find(({ entries }) => entries.some((entry) => entry.kind === 'event' && entry.id === id))?.frame.head
        .position ?? Number.NaN;
    const offset = (id: string) => whole.claimed(id)?.offset ?? Number.NaN;
    expect(at('g5') - at('g3')).toBe(offset('g5') - offset('g3'));
    expect(at('g1')).toBeLessThan(offset('g1') - offset('l1g2'));
  });

  test('a correction of eleven days later comes within twenty seconds of the whistle, as a correction', () => {
    const { wait, last } = watching({ speed: 100 });
    wait(10 * 60_000);
    expect(last()).toMatchObject({
      cause: 'correction',
      frame: { head: { at: '2026-03-08T12:00:00+01:00' }, views: { clock: { label: "90+9'", running: false } } },
    });
    const { position, duration } = last().frame.head;
    expect(position).toBe(duration);
  });

  test('runs the watch on between entries at the speed of the showing', () => {
    const { showing, wait } = watching({ speed: 60, from: 'L2 1H 06:00', playing: true });
    const before = showing.now().watch;
    wait(1000);
    expect(showing.now().watch - before).toBe(60_000);
  });
});

describe('steering', () => {
  test('a seek goes to the moment as it was known then', () => {
    const { showing, last } = watching({ playing: false });
    expect(showing.control({ type: 'seek', to: { time: "90+4'" } })).toBeUndefined();
    expect(last().frame.views).toEqual(
      (
        whole.answer({ asOf: { kind: 'clock', period: '2H', from: 48 * 60_000, to: 49 * 60_000 - 1 } }) as {
          views: Frame['views'];
        }
      ).views,
    );
    expect(last()).toMatchObject({ cause: 'seek', entries: [] });
  });

  test('back in time, a correction is not known yet', () => {
    const { showing, last } = watching({ playing: false });
    showing.control({ type: 'seek', to: { cursor: whole.length } });
    expect(last().frame.views.cards.people).toHaveProperty('scalvini');
    showing.control({ type: 'seek', to: { time: 'full-time' } });
    expect(last().frame.views.cards.people).not.toHaveProperty('scalvini');
    expect(last().frame.views.cards.people).toHaveProperty('bvb-staff');
  });

  test('from goal to goal, and back', () => {
    const { showing, last } = watching({ playing: false });
    const score = () => `${last().frame.views.scoreboard.home.score}-${last().frame.views.scoreboard.away.score}`;
    const scores = Array.from({ length: 5 }, () => {
      showing.control({ type: 'seek', to: { next: 'goal' } });
      return score();
    });
    expect(scores).toEqual(['1-0', '2-0', '3-0', '3-1', '4-1']);
    expect(showing.control({ type: 'seek', to: { next: 'goal' } })).toEqual({
      code: 'no-such-time',
      message: 'there is no further goal',
    });
    showing.control({ type: 'seek', to: { previous: 'goal' } });
    expect(score()).toBe('3-1');
  });

  test('a time that the match does not have is refused in a sentence, and nothing moves', () => {
    const { showing, shown } = watching({ playing: false });
    expect(showing.control({ type: 'seek', to: { time: 'tea-time' } })?.message).toMatch(
      /^there is no "tea-time" in this showing; times look like 57'/,
    );
    expect(shown).toHaveLength(1);
  });

  test('a step shows the next entry, a step back takes it from view', () => {
    const { showing, last } = watching({ playing: false });
    const start = last().frame.head.cursor;
    showing.control({ type: 'step', by: 1 });
    expect(last()).toMatchObject({
      cause: 'play',
      entries: [{ seq: start + 1 }],
      frame: { head: { cursor: start + 1, playing: false } },
    });
    showing.control({ type: 'step', by: -1 });
    expect(last()).toMatchObject({ cause: 'seek', entries: [], frame: { head: { cursor: start } } });
  });

  test('a pause tells of itself, and of the entries that were due with it', () => {
    const { showing, wait, last } = watching({ speed: 60, from: 'kick-off' });
    wait(100);
    showing.control({ type: 'pause' });
    expect(last()).toMatchObject({ cause: 'control', frame: { head: { playing: false } } });
  });

  test('before anybody watches, no time passes; the showing begins where it was steered to', () => {
    const scheduler = new VirtualTimeScheduler();
    const showing = replay(flagship, { scheduler });
    showing.control({ type: 'pause' });
    showing.control({ type: 'seek', to: { time: 'half-time' } });
    const frames: Frame[] = [];
    showing.frames$.subscribe((frame) => frames.push(frame)).unsubscribe();
    expect(frames[0]).toMatchObject({ head: { playing: false }, views: { clock: { period: 'HT' } } });
  });

  test('unsubscribing stops the timer', () => {
    const { subscription, scheduler, shown, wait } = watching({ speed: 60 });
    subscription.unsubscribe();
    const seen = shown.length;
    wait(60_000);
    expect(shown).toHaveLength(seen);
    expect(scheduler.actions).toEqual([]);
  });
});

test('one view of the frames emits when it changed, and only then', () => {
  const slow = new VirtualTimeScheduler();
  slow.maxFrames = Number.POSITIVE_INFINITY;
  const statuses: string[] = [];
  replay(flagship, { scheduler: slow, speed: 600 })
    .frames$.pipe(view('var'))
    .subscribe(({ status }) => statuses.push(status));
  slow.flush();
  expect(statuses).toEqual(['idle', 'checking', 'reviewing', 'idle']);
});

test('a start that is not in the recording is told', () => {
  expect(() => replay(flagship, { from: 'L3' })).toThrow(NoSuchTime);
  expect(() => replay(flagship, { from: 'noon' })).toThrow(/"noon" is no time; times look like/);
  expect(() => replay(flagship, { speed: 0 })).toThrow(/a speed is a number above 0/);
});

describe('a feed that is still open', () => {
  const live = () => {
    const entries$ = new Subject<readonly Entry[]>();
    const seen = watching({ speed: 60 }, { header: flagship.header, entries$ });
    return {
      ...seen,
      entries$,
      send: (...seqs: number[]) => entries$.next(seqs.map((seq) => flagship.entries[seq - 1] as Entry)),
    };
  };

  test('shows what comes as it comes, and ends with the feed', () => {
    const { send, wait, entries$, isCompleted, last } = live();
    send(...Array.from({ length: 50 }, (_, index) => index + 1));
    expect(last().frame.head).toMatchObject({ cursor: 50, entries: 50 });
    for (let seq = 51; seq <= whole.length; seq += 1) {
      send(seq);
      wait(3_600_000);
    }
    expect(last().frame.views).toEqual(whole.viewsAt(whole.length));
    expect(isCompleted()).toBe(false);
    entries$.complete();
    expect(isCompleted()).toBe(true);
  });

  test('starts when the moment to start from has come', () => {
    const { send, shown, wait } = live();
    for (let seq = 1; seq <= 49; seq += 1) send(seq);
    wait(60_000);
    expect(shown).toEqual([]);
    send(50);
    expect(shown[0]?.frame).toMatchObject({
      head: { cursor: 50, position: 0 },
      views: { clock: { leg: 2, period: 'pre' } },
    });
  });

  test('whatever the pieces, it ends with the same views', () => {
    const { entries$, wait, last } = live();
    for (const piece of [flagship.entries.slice(0, 60), flagship.entries.slice(60, 61), flagship.entries.slice(61)]) {
      entries$.next(piece);
      wait(20 * 60_000);
    }
    entries$.complete();
    wait(20 * 60_000);
    expect(last().frame.views).toEqual(whole.viewsAt(whole.length));
  });
});
