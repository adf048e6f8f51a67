import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { VirtualTimeScheduler } from 'rxjs';
import { describe, expect, test } from 'vitest';
import type { Recording } from '../../src/journal/recording.ts';
import type { Shown } from '../../src/playback/frame.ts';
import { type MatchdayOptions, matchday } from '../../src/playback/matchday.ts';
import { positionOf } from '../../src/playback/pacing.ts';
import { replay } from '../../src/playback/replay.ts';
import { history } from '../../src/playback/views.ts';
import { load } from '../../src/scenario/load.ts';

const flagship = ((): Recording => {
  const file = join(import.meta.dirname, '..', '..', 'scenarios', 'atalanta-dortmund.yaml');
  const loaded = load(readFileSync(file, 'utf8'), file);
  if (!loaded.ok) throw new Error(loaded.problems[0]?.message);
  return loaded.scenario.recording;
})();

const MINUTE = 60_000;
const LAST = flagship.entries.length;

/** The same match, kicked off so much later. */
const later = (ms: number): Recording => {
  const startedAt = new Date(Date.parse(flagship.header.startedAt) + ms).toISOString();
  return { ...flagship, header: { ...flagship.header, startedAt } };
};

/** A matchday in virtual time, and what each of its matches has shown. */
const watching = (recordings: readonly Recording[], options: MatchdayOptions = {}) => {
  const scheduler = new VirtualTimeScheduler();
  const showings = matchday(recordings, { scheduler, ...options });
  const order: { match: number; shown: Shown; at: number }[] = [];
  let completed = 0;
  for (const [match, { shown$ }] of showings.entries()) {
    shown$.subscribe({
      next: (shown) => order.push({ match, shown, at: scheduler.now() }),
      complete: () => (completed += 1),
    });
  }
  const wait = (ms: number) => {
    scheduler.schedule(() => undefined, ms);
    scheduler.maxFrames = scheduler.now() + ms;
    scheduler.flush();
  };
  const last = (match: number): Shown => order.findLast((each) => each.match === match)?.shown as Shown;
  const [one, other] = showings as [(typeof showings)[0], (typeof showings)[0]];
  return { showings, one, other, order, wait, last, completed: () => completed };
};

describe('a matchday', () => {
  test('with one match is that match, replayed', () => {
    const [day] = matchday([flagship]);
    const alone = replay(flagship);
    for (let cursor = 0; cursor <= LAST; cursor += 1) {
      expect(positionOf(day?.cues ?? alone.cues, cursor), `entry ${cursor}`).toBe(positionOf(alone.cues, cursor));
    }
    expect(day?.opening).toEqual(alone.opening);
    expect(day?.cues.duration).toBe(alone.cues.duration);
  });

  test('tells what happened in its matches by the hour at which it was told', () => {
    const { order, wait, completed } = watching([flagship, later(10 * MINUTE)], { speed: 600 });
    wait(10 * 60 * MINUTE);
    expect(completed()).toBe(2);
    const hours = order
      .filter(({ shown }) => shown.entries.length > 0)
      .map(({ shown }) => Date.parse(shown.frame.head.at));
    expect(hours).toEqual(hours.toSorted((a, b) => a - b));
    // Each entry once, in both matches.
    for (const match of [0, 1]) {
      const seqs = order.filter((each) => each.match === match).flatMap(({ shown }) => shown.entries);
      const first = order.find((each) => each.match === match)?.shown.frame.head.cursor ?? 0;
      expect(seqs.map(({ seq }) => seq)).toEqual(Array.from({ length: LAST - first }, (_, place) => first + 1 + place));
    }
  });

  test('ends with what a straight fold of each match gives', () => {
    const recordings = [flagship, later(47 * MINUTE)];
    const { last, wait } = watching(recordings, { speed: 6000 });
    wait(10 * 60 * MINUTE);
    for (const [match, recording] of recordings.entries())
      expect(last(match).frame.views).toEqual(history(recording).viewsAt(LAST));
  });

  test('shortens an interval only where the others have one too', () => {
    const whistleOf = (recordings: readonly Recording[]) => {
      const [{ cues, history }] = matchday(recordings) as [ReturnType<typeof replay>];
      const [half, second] = ['half-time', 'kick-off'].map((type) =>
        history.entries.findLastIndex(
          (entry) =>
            entry.kind === 'event' &&
            entry.event.type === type &&
            entry.event.at.leg === 2 &&
            (type === 'half-time' || (entry.event.at.period === '2H' && entry.event.at.elapsed === 0)),
        ),
      ) as [number, number];
      const feed = (history.entries[second]?.offset ?? 0) - (history.entries[half]?.offset ?? 0);
      return { feed, laid: positionOf(cues, second + 1) - positionOf(cues, half + 1) };
    };
    const alone = whistleOf([flagship]);
    expect(alone.laid).toBeLessThanOrEqual(20_000);
    expect(alone.feed).toBeGreaterThan(10 * MINUTE);
    // While the other one is in its first half, nobody's interval is skipped.
    const beside = whistleOf([flagship, later(30 * MINUTE)]);
    expect(beside.laid).toBe(beside.feed);
    // At the same hour both are in the dressing room.
    expect(whistleOf([flagship, later(0)]).laid).toBeLessThanOrEqual(20_000);
  });

  test('stands still in all of its matches when somebody pauses one', () => {
    const { one, other, last, wait } = watching([flagship, later(10 * MINUTE)], { speed: 60 });
    wait(10_000);
    expect(one.control({ type: 'pause' })).toBeUndefined();
    const stood = [one.now(), other.now()];
    wait(60_000);
    expect([one.now(), other.now()]).toEqual(stood);
    expect(last(1)).toMatchObject({ cause: 'control', frame: { head: { playing: false } } });
  });

  test('goes to the same hour in all of its matches when somebody seeks in one', () => {
    const { one, other, last } = watching([flagship, later(10 * MINUTE)], { playing: false });
    one.control({ type: 'seek', to: { time: "57'" } });
    expect(last(0).frame.views.scoreboard).toMatchObject({ home: { score: 3 } });
    expect(other.now().watch).toBe(one.now().watch - 10 * MINUTE + between(one, other));
    expect(last(1)).toMatchObject({ cause: 'seek' });
    expect(one.control({ type: 'seek', to: { time: 'L3' } })).toMatchObject({ code: 'no-such-time' });
  });

  test('steps from entry to entry of the match that is steered', () => {
    const { other, last } = watching([flagship, later(10 * MINUTE)], { playing: false });
    other.control({ type: 'seek', to: { time: 'half-time' } });
    const { cursor } = other.now();
    other.control({ type: 'step', by: 1 });
    expect(other.now().cursor).toBe(cursor + 1);
    expect(last(1).entries.map(({ seq }) => seq)).toEqual([cursor + 1]);
    other.control({ type: 'step', by: -1 });
    expect(other.now().cursor).toBe(cursor);
    other.control({ type: 'seek', to: { next: 'goal' } });
    expect(last(1).frame.views.scoreboard.home.score).toBe(3);
  });

  test('has no step beyond the beginning and the end of the match that is steered', () => {
    const { one, other, last } = watching([flagship, later(10 * MINUTE)], { playing: false });
    other.control({ type: 'step', by: 1 });
    const began = other.now();
    other.control({ type: 'step', by: -1 });
    expect(last(1).entries).toEqual([]);
    expect(other.now().cursor).toBe(began.cursor - 1);
    // The first match had begun by then.
    expect(one.now().cursor).toBeGreaterThan(other.now().cursor);
    const before = one.now();
    other.control({ type: 'step', by: -1 });
    expect(one.now()).toEqual(before);
    // It ends ten minutes before the other one does.
    one.control({ type: 'seek', to: { cursor: LAST } });
    const ended = other.now();
    one.control({ type: 'step', by: 1 });
    expect(other.now()).toEqual(ended);
  });

  test('has a match stand before its kick-off for as long as that is to come, though nothing is told before', () => {
    const written = `title: A kick-off and a goal
why: Many a source begins with the kick-off.
log:
  - { at: "1H 00:00", kick-off: home }
  - { at: "1H 20:00", goal: { by: home 9 } }
`;
    const loaded = load(written, 'kick-off.yaml');
    if (!loaded.ok) throw new Error(loaded.problems[0]?.message);
    const { recording } = loaded.scenario;
    const late = {
      ...recording,
      header: {
        ...recording.header,
        startedAt: new Date(Date.parse(recording.header.startedAt) + 15 * MINUTE).toISOString(),
      },
    };
    const { other, last, wait } = watching([recording, late], { speed: 60 });
    expect(last(0).frame.views.clock).toMatchObject({ period: '1H', running: true });
    wait(10_000);
    expect(last(1).frame.views.clock).toMatchObject({ period: 'pre', running: false });
    expect(other.now()).toMatchObject({ cursor: 0, watch: 0 });
    wait(6_000);
    expect(last(1)).toMatchObject({ entries: [{ seq: 1 }], frame: { views: { clock: { period: '1H' } } } });
    expect(other.now().watch).toBe(MINUTE);
  });

  test('begins anew with all of its matches when it loops', () => {
    const { order, wait } = watching([flagship, later(10 * MINUTE)], { speed: 'max', loop: true });
    wait(1500);
    for (const match of [0, 1]) {
      const passes = order.filter((each) => each.match === match).map(({ shown }) => shown.pass);
      expect(new Set(passes)).toEqual(new Set([1, 2]));
    }
  });
});

/** Both watches stand in the same half here, so their feeds are as far apart as their kick-offs. */
const between = (one: ReturnType<typeof replay>, other: ReturnType<typeof replay>): number => {
  const [a, b] = [one, other].map(({ history, now }) => history.momentAt(now().cursor));
  if (a === undefined || b === undefined || a.period !== b.period) throw new Error('they are in different halves');
  return b.anchor - a.anchor;
};
