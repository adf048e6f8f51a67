import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Cues,
  cursorAt,
  extend,
  layOut,
  offsetAt,
  type Paced,
  type Pacing,
  placeAt,
  positionOf,
} from '../../src/playback/pacing.ts';

const MINUTE = 60_000;

// A first half of 47 minutes after ten minutes of waiting, an interval with two substitutions in it, the restart.
const lineups: Paced = { offset: 0, live: false };
const kickOff: Paced = { offset: 10 * MINUTE, live: true };
const goal: Paced = { offset: 33 * MINUTE, live: true };
const halfTime: Paced = { offset: 57 * MINUTE, live: false };
const firstChange: Paced = { offset: 62 * MINUTE, live: false };
const secondChange: Paced = { offset: 67 * MINUTE, live: false };
const secondHalf: Paced = { offset: 72 * MINUTE, live: true };
const corner: Paced = { offset: 73 * MINUTE, live: true };
const MATCH = [lineups, kickOff, goal, halfTime, firstChange, secondChange, secondHalf, corner];

const shown = (pacing: Partial<Pacing> = {}, entries: readonly Paced[] = MATCH): Cues =>
  layOut(entries, { first: 0, maxGap: 20_000, ...pacing });

const positions = (cues: Cues): number[] =>
  Array.from({ length: cues.last }, (_, entry) => positionOf(cues, entry + 1));

describe('playback time', () => {
  test('equals feed time while the watch runs', () => {
    const cues = shown({ first: 2 });
    expect(positionOf(cues, 3)).toBe(23 * MINUTE);
    expect(positionOf(cues, 4)).toBe(47 * MINUTE);
  });

  test('shortens an interval as a whole, its substitutions spaced in proportion', () => {
    const whistle = 47 * MINUTE;
    expect(positions(shown({ first: 2 })).slice(3)).toEqual([
      whistle,
      whistle + 6_666,
      whistle + 13_333,
      whistle + 20_000,
      whistle + 20_000 + MINUTE,
    ]);
  });

  test('leaves an interval alone that is shorter than the gap', () => {
    expect(positionOf(shown({ first: 2, maxGap: 16 * MINUTE }), 7)).toBe(62 * MINUTE);
  });

  test('shortens each stretch by itself: the wait for the kick-off, then the interval', () => {
    expect(positions(shown())).toEqual([
      0,
      20_000,
      20_000 + 23 * MINUTE,
      20_000 + 47 * MINUTE,
      26_666 + 47 * MINUTE,
      33_333 + 47 * MINUTE,
      40_000 + 47 * MINUTE,
      40_000 + 48 * MINUTE,
    ]);
  });

  test('counts the wait for the first entry as dead time too', () => {
    const cues = shown({}, [{ ...lineups, offset: 5 * MINUTE }, kickOff]);
    expect(positions(cues)).toEqual([10_000, 20_000]);
  });

  test('is feed time throughout when no gap is too long', () => {
    expect(positions(shown({ maxGap: Infinity }))).toEqual(MATCH.map(({ offset }) => offset));
  });

  test('leaves nothing of dead time when no gap is allowed', () => {
    expect(positions(shown({ maxGap: 0 })).slice(3)).toEqual([...Array(4).fill(47 * MINUTE), 48 * MINUTE]);
  });

  test('has what came before the start of the showing at 0, and of an interval under way only the rest', () => {
    const cues = shown({ first: 5 });
    expect(positions(cues)).toEqual([0, 0, 0, 0, 0, 10_000, 20_000, 20_000 + MINUTE]);
    expect(cursorAt(cues, 0)).toBe(5);
  });

  test('starts between two entries when told to', () => {
    const cues = shown({ first: 2, start: 30 * MINUTE });
    expect(positionOf(cues, 3)).toBe(3 * MINUTE);
    expect(offsetAt(cues, 0)).toBe(30 * MINUTE);
  });

  test('never starts before an entry that it has shown, nor after the next', () => {
    expect(offsetAt(shown({ first: 2, start: MINUTE }), 0)).toBe(10 * MINUTE);
    expect(positionOf(shown({ first: 2, start: 90 * MINUTE }), 3)).toBe(0);
  });

  test('ends with the last entry, or with the one that the showing goes up to', () => {
    expect(shown({ first: 2 })).toMatchObject({ last: 8, duration: 48 * MINUTE + 20_000 });
    expect(shown({ first: 2, until: 3 })).toMatchObject({ last: 3, duration: 23 * MINUTE });
  });

  test('is no time at all for a showing without entries', () => {
    expect(shown({}, [])).toMatchObject({ first: 0, last: 0, duration: 0 });
    expect(shown({ first: 99 })).toMatchObject({ first: 8, last: 8, duration: 0 });
    expect(shown({ first: 5, until: 2 })).toMatchObject({ first: 5, last: 5, duration: 0 });
  });
});

describe('feed time', () => {
  test('runs with the watch in play, and faster in shortened dead time', () => {
    const cues = shown({ first: 2 });
    expect(offsetAt(cues, 23 * MINUTE + 1_234)).toBe(33 * MINUTE + 1_234);
    expect(offsetAt(cues, 47 * MINUTE + 10_000)).toBe(57 * MINUTE + 7.5 * MINUTE);
  });

  test('has not yet come to an entry before it is shown, and never falls behind one that has been', () => {
    const cues = shown({ first: 2 });
    const firstChangeAt = positionOf(cues, 5);
    expect(offsetAt(cues, firstChangeAt - 0.001)).toBeLessThan(62 * MINUTE);
    expect(offsetAt(cues, firstChangeAt + 0.001)).toBe(62 * MINUTE);
  });

  test('is, at the position of an entry, that of the entry', () => {
    const cues = shown();
    for (let cursor = 1; cursor <= 8; cursor++) {
      expect(offsetAt(cues, positionOf(cues, cursor))).toBe(MATCH[cursor - 1]?.offset);
    }
  });

  test('follows the cursor where several entries share a position', () => {
    const cues = shown({ maxGap: 0 });
    const whistle = positionOf(cues, 4);
    expect([4, 5, 6, 7].map((cursor) => offsetAt(cues, whistle, cursor) / MINUTE)).toEqual([57, 62, 67, 72]);
    expect(offsetAt(cues, whistle)).toBe(72 * MINUTE);
  });
});

describe('a moment of the feed', () => {
  test('lies between its neighbours, with the entries shown that the feed had brought', () => {
    const cues = shown({ first: 2 });
    expect(placeAt(cues, { offset: 40 * MINUTE })).toEqual({ cursor: 3, position: 30 * MINUTE });
    expect(placeAt(cues, { offset: 64.5 * MINUTE })).toEqual({ cursor: 5, position: 47 * MINUTE + 10_000 });
  });

  test('picks its entry among those that share a position', () => {
    const cues = shown({ maxGap: 0 });
    expect(placeAt(cues, { offset: 65 * MINUTE })).toEqual({ cursor: 5, position: 47 * MINUTE });
  });

  test('stays within the showing', () => {
    const cues = shown({ first: 2, until: 7 });
    expect(placeAt(cues, { offset: 0 })).toEqual({ cursor: 2, position: 0 });
    expect(placeAt(cues, { offset: 99 * MINUTE })).toEqual({ cursor: 7, position: cues.duration });
    expect(placeAt(cues, { cursor: 1 })).toEqual({ cursor: 2, position: 0 });
    expect(placeAt(cues, { cursor: 8 })).toEqual({ cursor: 7, position: cues.duration });
  });
});

describe('a feed that grows', () => {
  test('lays the interval out anew while the playhead is still in the first half', () => {
    const early = shown({ first: 2 }, MATCH.slice(0, 5));
    expect(positionOf(early, 5)).toBe(47 * MINUTE + 20_000);
    const later = extend(early, MATCH.slice(5), { cursor: 3, position: 30 * MINUTE });
    expect(positions(later)).toEqual(positions(shown({ first: 2 })));
  });

  test('moves nothing behind the playhead; the rest of the interval shares the rest of the gap', () => {
    // The first change had 20 s to itself; the playhead is half of the way to it.
    const early = shown({ first: 2 }, MATCH.slice(0, 5));
    const halfWay = { cursor: 4, position: 47 * MINUTE + 10_000 };
    const later = extend(early, MATCH.slice(5, 7), halfWay);
    expect(offsetAt(later, halfWay.position, 4)).toBe(59.5 * MINUTE);
    expect(positionOf(later, 5)).toBe(47 * MINUTE + 12_000);
    expect(positionOf(later, 7)).toBe(47 * MINUTE + 20_000);
  });

  test('shows what comes late in the interval at once, when its gap is used up', () => {
    const early = shown({ first: 2 }, MATCH.slice(0, 5));
    const atItsEnd = { cursor: 5, position: early.duration };
    const later = extend(early, MATCH.slice(5), atItsEnd);
    expect(positions(later).slice(4)).toEqual([
      early.duration,
      early.duration,
      early.duration,
      early.duration + MINUTE,
    ]);
  });

  test('is that of the playhead when the gap is used up and the next entry is still to be shown', () => {
    const early = shown({ first: 2 }, MATCH.slice(0, 5));
    const later = extend(early, [secondChange], { cursor: 4, position: early.duration });
    expect(offsetAt(later, early.duration, 4)).toBe(62 * MINUTE);
    expect(positionOf(later, 5)).toBe(early.duration);
  });

  test('leaves an interval that is over as it is, even ahead of the playhead', () => {
    const interval = [halfTime, { ...firstChange, offset: 57 * MINUTE + 39_005 }];
    const begun = shown({ first: 1 }, [...interval, { offset: 57 * MINUTE + 777_777, live: true }]);
    const grown = extend(begun, [corner], { cursor: 1, position: 1_000.5 });
    expect(positions(grown).slice(0, 3)).toEqual(positions(begun));
    expect(positions(begun)).toEqual([0, 1_002, 20_000]);
  });

  test('takes nothing after the cursor that the showing goes up to', () => {
    const cues = extend(shown({ until: 4 }, MATCH.slice(0, 3)), MATCH.slice(3));
    expect(cues.last).toBe(4);
    expect(extend(cues, [corner])).toBe(cues);
  });

  test('keeps two continuations of one beginning apart', () => {
    const begun = shown({}, MATCH.slice(0, 2));
    const one = extend(begun, [goal]);
    const other = extend(begun, [{ offset: 12 * MINUTE, live: true }]);
    expect(positionOf(one, 3)).toBe(20_000 + 23 * MINUTE);
    expect(offsetAt(one, one.duration)).toBe(33 * MINUTE);
    expect(offsetAt(other, other.duration)).toBe(12 * MINUTE);
    expect(begun.last).toBe(2);
  });
});

test('finding a place among 100,000 entries reads a few of them only', () => {
  const entries = Array.from({ length: 100_000 }, (_, index) => ({ offset: index * 60, live: index % 1000 > 20 }));
  const cues = shown({}, entries);
  let reads = 0;
  const offsets = new Proxy(cues.offsets, {
    get: (target, key) => {
      reads++;
      return Reflect.get(target, key);
    },
  });
  const counted = { ...cues, offsets };
  expect(cursorAt(counted, positionOf(cues, 77_777))).toBe(77_777);
  expect(placeAt(counted, { offset: 77_776 * 60 }).cursor).toBe(77_777);
  expect(reads).toBeLessThan(50);
});

describe('for any match', () => {
  const feed = fc
    .array(fc.record({ after: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 900_000 })), live: fc.boolean() }), {
      maxLength: 40,
    })
    .map((steps) => {
      let offset = 0;
      return steps.map(({ after, live }) => {
        offset += after;
        return { offset, live };
      });
    });
  const maxGap = fc.oneof(fc.constant(0), fc.constant(Infinity), fc.integer({ min: 0, max: 60_000 }));
  const first = fc.nat({ max: 40 });

  /** The rule as one would do it by hand: segment by segment, stretch by stretch. */
  const byHand = (entries: readonly Paced[], start: number, gap: number): number[] => {
    const laid = entries.slice(0, start).map(() => 0);
    let at = start === 0 ? 0 : (entries[start - 1]?.offset ?? 0);
    let position = 0;
    for (let next = start; next < entries.length; ) {
      const isLive = (entry: number) => entries[entry - 1]?.live ?? false;
      const live = isLive(next);
      let end = next;
      while (end + 1 < entries.length && isLive(end + 1) === live) end++;
      const length = (entries[end]?.offset ?? 0) - at;
      const lasts = live ? length : Math.min(length, gap);
      for (; next <= end; next++) {
        const along = (entries[next]?.offset ?? 0) - at;
        laid.push(position + (lasts === length ? along : Math.floor((along * lasts) / length)));
      }
      at += length;
      position += lasts;
    }
    return laid;
  };

  test('each entry is where the rule puts it', () => {
    fc.assert(
      fc.property(feed, maxGap, first, (entries, gap, wanted) => {
        const start = Math.min(wanted, entries.length);
        expect(positions(layOut(entries, { first: start, maxGap: gap }))).toEqual(byHand(entries, start, gap));
      }),
    );
  });

  test('position, cursor and feed time lead back to one another', () => {
    fc.assert(
      fc.property(feed, maxGap, first, (entries, gap, wanted) => {
        const cues = layOut(entries, { first: wanted, maxGap: gap });
        for (let cursor = cues.first; cursor <= cues.last; cursor++) {
          const position = positionOf(cues, cursor);
          const due = cursorAt(cues, position);
          expect(due).toBeGreaterThanOrEqual(cursor);
          expect(positionOf(cues, due)).toBe(position);
          if (due < cues.last) expect(positionOf(cues, due + 1)).toBeGreaterThan(position);
          if (cursor > cues.first) {
            expect(offsetAt(cues, position, cursor)).toBe(entries[cursor - 1]?.offset);
            const back = placeAt(cues, { offset: entries[cursor - 1]?.offset ?? 0 });
            expect(back.cursor).toBeGreaterThanOrEqual(cursor);
            expect(back.position).toBe(position);
          }
        }
      }),
    );
  });

  test('feed time never runs back while the showing goes on', () => {
    fc.assert(
      fc.property(feed, maxGap, fc.array(fc.double({ min: 0, max: 1, noNaN: true })), (entries, gap, moments) => {
        const cues = layOut(entries, { first: 0, maxGap: gap });
        const offsets = moments.sort((a, b) => a - b).map((share) => offsetAt(cues, share * cues.duration));
        expect(offsets).toEqual([...offsets].sort((a, b) => a - b));
      }),
    );
  });

  test('a feed that comes in pieces is laid out as if it had come at once, while nothing of it has been played', () => {
    fc.assert(
      fc.property(feed, maxGap, first, fc.array(fc.nat({ max: 6 })), (entries, gap, wanted, sizes) => {
        const start = Math.min(wanted, entries.length);
        let cues = layOut(entries.slice(0, start), { first: start, maxGap: gap });
        for (const size of sizes) cues = extend(cues, entries.slice(cues.last, cues.last + size));
        cues = extend(cues, entries.slice(cues.last));
        expect(positions(cues)).toEqual(positions(layOut(entries, { first: start, maxGap: gap })));
      }),
    );
  });

  test('a feed that comes while it is played moves nothing that was shown, and no dead stretch outlasts its gap', () => {
    const pieces = fc.array(fc.record({ size: fc.nat({ max: 4 }), along: fc.double({ min: 0, max: 1, noNaN: true }) }));
    fc.assert(
      fc.property(feed, maxGap, pieces, (entries, gap, brought) => {
        let cues = layOut([], { first: 0, maxGap: gap });
        let behind = { cursor: 0, position: 0 };
        for (const { size, along } of [...brought, { size: entries.length, along: 1 }]) {
          const before = cues;
          cues = extend(cues, entries.slice(cues.last, cues.last + size), behind);
          for (let cursor = 0; cursor <= behind.cursor; cursor++) {
            expect(positionOf(cues, cursor)).toBe(positionOf(before, cursor));
          }
          expect(positionOf(cues, behind.cursor + 1)).toBeGreaterThanOrEqual(Math.floor(behind.position));
          expect(positions(cues)).toEqual(positions(cues).sort((a, b) => a - b));
          expect(positions(cues).every(Number.isInteger)).toBe(true);
          const position = behind.position + (cues.duration - behind.position) * along;
          behind = { cursor: cursorAt(cues, position), position };
        }
        const atOnce = byHand(entries, 0, gap);
        expect(cues.duration).toBeLessThanOrEqual(entries.length === 0 ? 0 : Math.max(...atOnce));
      }),
    );
  });
});
