import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Cues, cursorAt, layOut, MARKS, positionOf } from '../../src/playback/pacing.ts';
import {
  type Control,
  isAtEnd,
  type Playhead,
  placeOf,
  positionAt,
  steer,
  waitOf,
} from '../../src/playback/playhead.ts';

const SECOND = 1000;
const NOON = Date.UTC(2026, 1, 25, 12);

// A minute of play: kick-off, two things at 10 s, a goal at 20 s, three things at 40 s, the whistle at 60 s.
const OFFSETS = [0, 10, 10, 20, 40, 40, 40, 60].map((seconds) => seconds * SECOND);
const CUES: Cues = layOut(
  OFFSETS.map((offset) => ({ offset, live: true })),
  {
    first: 1,
    maxGap: 20 * SECOND,
    marks: { goal: [4], 'key-moment': [1, 4, 6, 8] },
    moment: (time) => ({ "1'": { offset: 25 * SECOND }, 'full-time': { cursor: 8 } })[time],
  },
);

const at = (seconds: number): number => NOON + seconds * SECOND;
const head = (here: Partial<Playhead> = {}): Playhead => ({
  playing: true,
  speed: 1,
  position: 0,
  since: NOON,
  cursor: 1,
  pass: 1,
  ...here,
});
const paused = (cursor: number): Playhead => head({ playing: false, cursor, position: positionOf(CUES, cursor) });
const tick = (from: Playhead, now: number, cues = CUES): Playhead => steer(from, { type: 'tick' }, now, cues);
const seek = (to: Extract<Control, { type: 'seek' }>['to'], from: Playhead, now = NOON, cues = CUES): Playhead =>
  steer(from, { type: 'seek', to }, now, cues);

describe('as time passes', () => {
  test('the playhead shows what has fallen due, and no more', () => {
    expect(tick(head(), at(9.999))).toMatchObject({ cursor: 1, position: 9_999 });
    expect(tick(head(), at(10))).toMatchObject({ cursor: 3, position: 10_000 });
    expect(tick(head({ speed: 60 }), at(0.5))).toMatchObject({ cursor: 4, position: 30_000 });
  });

  test('a paused playhead stays', () => {
    expect(tick(paused(3), at(99))).toMatchObject({ cursor: 3, position: 10_000, playing: false });
    expect(positionAt(paused(3), at(99), CUES)).toBe(10_000);
  });

  test('the next entry falls due at a deadline that no tick in between moves', () => {
    const start = head({ speed: 0.3, position: 1 });
    expect(waitOf(start, NOON, CUES)).toBe(33_330);
    expect(waitOf(tick(start, at(7.001)), at(7.001), CUES)).toBe(33_330 - 7_001);
    expect(waitOf(head({ speed: 6_000 }), NOON, CUES)).toBe(2);
    expect(waitOf(head({ speed: Infinity }), NOON, CUES)).toBe(0);
  });

  test('nothing falls due while paused, or after the last entry', () => {
    expect(waitOf(paused(3), NOON, CUES)).toBeUndefined();
    expect(waitOf(head({ cursor: 8, position: 60_000 }), NOON, CUES)).toBeUndefined();
  });

  test('a position shown between ticks never runs past an entry that is still to come', () => {
    expect(positionAt(head(), at(4), CUES)).toBe(4_000);
    expect(positionAt(head(), at(30), CUES)).toBe(10_000);
    expect(positionAt(head({ cursor: 7, position: 40_000 }), at(90), CUES)).toBe(60_000);
    expect(positionAt(head({ speed: Infinity }), NOON, CUES)).toBe(0);
  });

  test('a clock that is put back stops nothing: the playhead goes on from there', () => {
    const put = tick(head({ cursor: 3, position: 14_000 }), at(-3600));
    expect(put).toMatchObject({ cursor: 3, position: 14_000, since: at(-3600) });
    expect(waitOf(put, at(-3600), CUES)).toBe(6_000);
  });

  test('the playhead is never behind an entry that a sum of fractions left a hair short', () => {
    const short = tick(head({ position: 10_000 - 1e-9 }), NOON);
    expect(short).toMatchObject({ cursor: 3, position: 10_000 });
  });

  test('at the last entry it stops, and its position is the whole duration', () => {
    expect(tick(head(), at(75))).toMatchObject({ playing: false, cursor: 8, position: 60_000 });
  });

  test('at full speed everything is due at once', () => {
    expect(tick(head({ speed: Infinity }), NOON)).toMatchObject({ playing: false, cursor: 8, position: 60_000 });
  });
});

describe('speed', () => {
  test('a change loses and repeats no time', () => {
    const faster = steer(head(), { type: 'speed', speed: 4 }, at(3), CUES);
    expect(faster).toMatchObject({ speed: 4, position: 3_000, since: at(3) });
    expect(waitOf(faster, at(3), CUES)).toBe(1_750);
  });

  test('a change shows what had fallen due before it', () => {
    expect(steer(head(), { type: 'speed', speed: 4 }, at(11), CUES)).toMatchObject({ cursor: 3, position: 11_000 });
  });

  test('max is without limit', () => {
    expect(steer(head(), { type: 'speed', speed: 'max' }, NOON, CUES).speed).toBe(Infinity);
  });

  test('stays when paused and changed', () => {
    expect(steer(paused(3), { type: 'speed', speed: 4 }, at(5), CUES)).toMatchObject({ playing: false, cursor: 3 });
  });
});

describe('play and pause', () => {
  test('a pause keeps the position of that moment, and play goes on from it', () => {
    const still = steer(head(), { type: 'pause' }, at(4), CUES);
    expect(still).toMatchObject({ playing: false, position: 4_000, cursor: 1 });
    const again = steer(still, { type: 'play' }, at(300), CUES);
    expect(again).toMatchObject({ playing: true, position: 4_000 });
    expect(waitOf(again, at(300), CUES)).toBe(6_000);
  });

  test('playing again at the end starts from the beginning of the showing', () => {
    const again = steer(paused(8), { type: 'play' }, at(90), CUES);
    expect(again).toMatchObject({ playing: true, cursor: 1, position: 0, since: at(90), pass: 1 });
  });

  test('playing a showing in which there is nothing stops at once', () => {
    const empty = layOut([], { first: 0, maxGap: 0 });
    expect(steer(head({ playing: false, cursor: 0 }), { type: 'play' }, NOON, empty).playing).toBe(false);
  });
});

describe('seeking', () => {
  test('to a position shows everything due at it', () => {
    expect(seek({ position: 40_000 }, head(), at(2))).toMatchObject({ cursor: 7, position: 40_000, since: at(2) });
    expect(seek({ position: 39_999 }, head())).toMatchObject({ cursor: 4, position: 39_999 });
  });

  test('to a cursor shows exactly so many, even of those that share a position', () => {
    expect(seek({ cursor: 6 }, head())).toMatchObject({ cursor: 6, position: 40_000, playing: true });
  });

  test('to one of those that share a position, the rest follows when time moves on, and not before', () => {
    const there = seek({ cursor: 6 }, head());
    expect(steer(there, { type: 'pause' }, NOON, CUES)).toMatchObject({ cursor: 6, position: 40_000 });
    expect(waitOf(there, NOON, CUES)).toBe(0);
    expect(tick(there, NOON)).toMatchObject({ cursor: 7, position: 40_000 });
    expect(steer(there, { type: 'pause' }, NOON + 1, CUES)).toMatchObject({ cursor: 7, position: 40_001 });
  });

  test('beyond either end stops there', () => {
    expect(seek({ position: -1 }, paused(4))).toMatchObject({ cursor: 1, position: 0 });
    expect(seek({ position: 99_000 }, paused(4))).toMatchObject({ cursor: 8, position: 60_000 });
    expect(seek({ cursor: 0 }, paused(4))).toMatchObject({ cursor: 1, position: 0 });
    expect(seek({ cursor: 99 }, paused(4))).toMatchObject({ cursor: 8, position: 60_000 });
  });

  test('to the end while playing ends the playing', () => {
    expect(seek({ cursor: 8 }, head())).toMatchObject({ cursor: 8, playing: false });
  });

  test('to a time goes to the feed time of that moment, or just after the entry that a name means', () => {
    expect(seek({ time: "1'" }, paused(1))).toMatchObject({ cursor: 4, position: 25_000 });
    expect(seek({ time: 'full-time' }, paused(1))).toMatchObject({ cursor: 8, position: 60_000 });
  });

  test('to what there is not stays where it is, and says so to whoever asks first', () => {
    expect(seek({ time: "57'" }, head(), at(4))).toMatchObject({ cursor: 1, position: 4_000, playing: true });
    expect(placeOf({ time: "57'" }, head(), CUES)).toBeUndefined();
    expect(placeOf({ time: "1'" }, head(), layOut([], { first: 0, maxGap: 0 }))).toBeUndefined();
    expect(placeOf({ next: 'goal' }, paused(4), CUES)).toBeUndefined();
  });

  test('to the next goal and the next key moment counts from the cursor', () => {
    expect(seek({ next: 'goal' }, paused(3))).toMatchObject({ cursor: 4, position: 20_000 });
    expect(seek({ next: 'key-moment' }, paused(4))).toMatchObject({ cursor: 6, position: 40_000 });
    expect(seek({ next: 'key-moment' }, paused(6))).toMatchObject({ cursor: 8, position: 60_000 });
  });

  test('back to a goal that was a while ago goes to it', () => {
    expect(seek({ previous: 'goal' }, head({ cursor: 4, position: 22_000 }))).toMatchObject({ cursor: 4 });
    expect(seek({ previous: 'key-moment' }, paused(5))).toMatchObject({ cursor: 4, position: 20_000 });
  });

  test('back from a moment just passed goes to the one before', () => {
    const justPassed = head({ cursor: 4, position: 20_000 });
    expect(seek({ previous: 'key-moment' }, justPassed, at(1))).toMatchObject({ cursor: 1, position: 0 });
    expect(seek({ previous: 'key-moment' }, justPassed, at(1.001))).toMatchObject({ cursor: 4, position: 20_000 });
    expect(seek({ previous: 'key-moment' }, paused(4))).toMatchObject({ cursor: 1 });
  });

  test("just passed is a second of the viewer's time, so that one gets back at sixty times the speed too", () => {
    const long = layOut(
      [0, 100, 300, 400].map((seconds) => ({ offset: seconds * SECOND, live: true })),
      { first: 0, maxGap: 0, marks: { goal: [2, 3], 'key-moment': [] } },
    );
    const fast = head({ speed: 60, cursor: 3, position: 300_000 });
    expect(seek({ previous: 'goal' }, fast, at(0.9), long)).toMatchObject({ cursor: 2 });
    expect(seek({ previous: 'goal' }, fast, at(1.1), long)).toMatchObject({ cursor: 3 });
    expect(seek({ previous: 'goal' }, { ...fast, playing: false, position: 302_000 }, NOON, long)).toMatchObject({
      cursor: 3,
    });
  });

  test('knows no mark outside the showing', () => {
    const short = { ...CUES, ...layOut([{ offset: 0, live: true }], { first: 0, maxGap: 0 }), marks: CUES.marks };
    expect(placeOf({ next: 'goal' }, head({ cursor: 0 }), short)).toBeUndefined();
    const late = { ...CUES, first: 5 };
    expect(placeOf({ previous: 'goal' }, paused(7), late)).toBeUndefined();
  });
});

describe('stepping', () => {
  test('moves by one entry, to its position, and stays paused', () => {
    const next = steer(paused(3), { type: 'step', by: 1 }, at(5), CUES);
    expect(next).toMatchObject({ cursor: 4, position: 20_000, playing: false });
    expect(tick(next, at(50))).toMatchObject({ cursor: 4, position: 20_000 });
  });

  test('goes back over entries that share a position one by one', () => {
    const back = [1, 2, 3].reduce<Playhead[]>(
      (heads) => [...heads, steer(heads.at(-1) ?? paused(7), { type: 'step', by: -1 }, at(heads.length), CUES)],
      [],
    );
    expect(back.map(({ cursor, position }) => [cursor, position])).toEqual([
      [6, 40_000],
      [5, 40_000],
      [4, 20_000],
    ]);
  });

  test('leaves a playhead that plays playing, from there', () => {
    const next = steer(head(), { type: 'step', by: 1 }, at(4), CUES);
    expect(next).toMatchObject({ playing: true, cursor: 2, position: 10_000, since: at(4) });
  });

  test('stops at either end', () => {
    expect(steer(paused(1), { type: 'step', by: -1 }, NOON, CUES)).toMatchObject({ cursor: 1, position: 0 });
    expect(steer(paused(8), { type: 'step', by: 1 }, NOON, CUES)).toMatchObject({ cursor: 8, position: 60_000 });
  });
});

describe('at the end of what the feed has brought so far', () => {
  const open: Cues = { ...CUES, ending: 'wait' };
  const grown = (after: number): Cues => ({
    ...layOut(
      [...OFFSETS, ...[after, after + 5].map((seconds) => seconds * SECOND)].map((offset) => ({ offset, live: true })),
      {
        first: 1,
        maxGap: 0,
      },
    ),
    ending: 'wait',
  });

  test('the playhead waits: it plays on, where it is', () => {
    const waiting = tick(head(), at(75), open);
    expect(waiting).toMatchObject({ playing: true, cursor: 8, position: 60_000, since: at(60) });
    expect(positionAt(waiting, at(80), open)).toBe(60_000);
    expect(tick(waiting, at(80), open)).toBe(waiting);
    expect(waitOf(waiting, at(80), open)).toBeUndefined();
  });

  test('an entry that comes in its time is shown as it comes', () => {
    const waiting = tick(head(), at(60.4), open);
    const gone = steer(waiting, { type: 'more' }, at(70), grown(70));
    expect(gone).toMatchObject({ cursor: 9, position: 70_000, since: at(70) });
  });

  test('after a stall the first entry is shown as it comes, and the next at its own pace', () => {
    const waiting = tick(head(), at(60), open);
    const gone = steer(waiting, { type: 'more' }, at(3600), grown(70));
    expect(gone).toMatchObject({ cursor: 9, position: 70_000 });
    expect(waitOf(gone, at(3600), grown(70))).toBe(5_000);
  });

  test('an entry that comes before its time is shown in its time', () => {
    const waiting = tick(head(), at(60), open);
    const gone = steer(waiting, { type: 'more' }, at(61), grown(70));
    expect(gone).toMatchObject({ cursor: 8, position: 61_000 });
    expect(waitOf(gone, at(61), grown(70))).toBe(9_000);
  });

  test('a paused playhead takes no notice', () => {
    expect(steer(paused(8), { type: 'more' }, at(99), grown(70))).toMatchObject({ cursor: 8, playing: false });
  });

  test('play waits for more instead of starting from the beginning', () => {
    expect(steer(paused(8), { type: 'play' }, NOON, open)).toMatchObject({ cursor: 8, playing: true });
  });
});

describe('a loop', () => {
  const looped: Cues = { ...CUES, ending: 'loop' };

  test('plays on at the end, and the next pass is another one', () => {
    const end = tick(head({ speed: 2 }), at(40), looped);
    expect(end).toMatchObject({ playing: true, cursor: 8, since: at(30) });
    expect(steer(end, { type: 'again' }, at(41), looped)).toEqual(
      head({ speed: 2, cursor: 1, position: 0, since: at(41), pass: 2 }),
    );
  });
});

describe('for any sequence of controls', () => {
  const match = fc
    .record({
      gaps: fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 120_000 })), { maxLength: 20 }),
      first: fc.nat({ max: 8 }),
      until: fc.option(fc.nat({ max: 20 }), { nil: undefined }),
      maxGap: fc.constantFrom(0, 20_000, Infinity),
      ending: fc.constantFrom('stop', 'wait', 'loop'),
    })
    .map(({ gaps, first, until, maxGap, ending }): Cues => {
      let offset = 0;
      const entries = gaps.map((gap, index) => {
        offset += gap;
        return { offset, live: index % 5 !== 3 };
      });
      const marks = { goal: [2, 5, 11], 'key-moment': [1, 2, 3, 5, 8, 11] };
      return {
        ...layOut(entries, { first, maxGap, marks, ...(until !== undefined && { until }) }),
        ending,
      };
    });
  const target = fc.oneof(
    fc.record({ position: fc.double({ min: -10, max: 1e6, noNaN: true }) }),
    fc.record({ cursor: fc.integer({ min: -2, max: 30 }) }),
    fc.record({ next: fc.constantFrom(...MARKS) }),
    fc.record({ previous: fc.constantFrom(...MARKS) }),
    fc.record({ time: fc.constant("57'") }),
  );
  const speed = fc.oneof(
    fc.constantFrom(0.3, 1, 60, 6_000, 100_000, 'max' as const),
    fc.double({ min: 0.01, max: 200, noNaN: true }),
  );
  const signal = fc.oneof(
    fc.record({ type: fc.constantFrom('play', 'pause', 'tick', 'again', 'more') }),
    fc.record({ type: fc.constant('speed' as const), speed }),
    fc.record({ type: fc.constant('seek' as const), to: target }),
    fc.record({ type: fc.constant('step' as const), by: fc.constantFrom(1 as const, -1 as const) }),
  );
  const wait = fc.oneof(fc.constant(0), fc.constant(1), fc.integer({ min: -50, max: 200_000 }));

  test('the cursor and the position stay within the showing, and agree', () => {
    fc.assert(
      fc.property(match, fc.array(fc.record({ signal, wait }), { maxLength: 30 }), (cues, steps) => {
        let now = NOON;
        let here = tick(head({ cursor: cues.first }), now, cues);
        for (const { signal, wait } of steps) {
          now += wait;
          const before = here;
          here = steer(here, signal, now, cues);
          expect(here.cursor).toBeGreaterThanOrEqual(cues.first);
          expect(here.cursor).toBeLessThanOrEqual(cues.last);
          expect(here.position).toBeGreaterThanOrEqual(positionOf(cues, here.cursor));
          expect(here.position).toBeLessThanOrEqual(positionOf(cues, here.cursor + 1));
          expect(here.position).toBeLessThanOrEqual(cues.duration);
          const shown = positionAt(here, now, cues);
          expect(shown).toBeGreaterThanOrEqual(here.position);
          expect(shown).toBeLessThanOrEqual(cues.duration);
          if (here.playing && cues.ending === 'stop' && signal.type !== 'speed')
            expect(isAtEnd(here, cues)).toBe(false);
          if (signal.type === 'tick' && before.playing) expect(here.cursor).toBe(cursorAt(cues, here.position));
          if (signal.type === 'tick') expect(here.cursor).toBeGreaterThanOrEqual(before.cursor);
        }
      }),
    );
  });

  test('ticks in between change nothing: the playhead is where one tick would have put it', () => {
    const waits = fc.array(fc.integer({ min: 0, max: 40_000 }), { maxLength: 30 });
    fc.assert(
      fc.property(match, fc.constantFrom(0.25, 0.3, 1, 1.7, 60, 100_000, Infinity), waits, (cues, speed, waits) => {
        let now = NOON;
        const start = head({ cursor: cues.first, speed });
        let here = start;
        for (const wait of waits) {
          now += wait;
          here = tick(here, now, cues);
        }
        const once = tick(start, now, cues);
        if (waits.length > 0) {
          expect(here.cursor).toBe(once.cursor);
          expect(here.playing).toBe(once.playing);
          expect(positionAt(here, now, cues)).toBeCloseTo(positionAt(once, now, cues), 3);
        }
      }),
    );
  });

  test('the next entry falls due when the wait is over, and not a millisecond sooner', () => {
    fc.assert(
      fc.property(match, fc.double({ min: 0.01, max: 100_000, noNaN: true }), fc.nat(99_000), (cues, speed, ago) => {
        const start = tick(head({ cursor: cues.first, speed }), NOON + ago, cues);
        const wait = waitOf(start, NOON + ago, cues);
        if (wait === undefined) return;
        expect(tick(start, NOON + ago + wait, cues).cursor).toBeGreaterThan(start.cursor);
        if (wait > 0) expect(tick(start, NOON + ago + wait - 1, cues).cursor).toBe(start.cursor);
      }),
    );
  });
});
