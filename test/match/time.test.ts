import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  compareTime,
  formatClock,
  formatTime,
  HALVES,
  isHalf,
  labelOf,
  type MatchTime,
  MINUTE,
  PERIODS,
  type Period,
  parseTime,
} from '../../src/match/time.ts';

/** The running clock as a scoreboard shows it, in its period: `at('2H', '97:53')`. */
const at = (period: Period, running: string): MatchTime => {
  const [minutes = 0, seconds = 0] = running.split(':').map(Number);
  const from = isHalf(period) ? HALVES[period].from : 0;
  return { leg: 1, period, elapsed: (minutes - from) * MINUTE + seconds * 1000 };
};

describe('labels', () => {
  test.each([
    ['1H', '00:00', "1'"],
    ['1H', '44:59', "45'"],
    ['1H', '45:00', "45+1'"],
    ['1H', '46:30', "45+2'"],
    ['1H', '48:30', "45+4'"],
    ['2H', '45:00', "46'"],
    ['2H', '89:59', "90'"],
    ['2H', '90:00', "90+1'"],
    ['2H', '97:53', "90+8'"],
    ['ET1', '97:53', "98'"],
    ['ET1', '105:00', "105+1'"],
    ['ET1', '105:30', "105+1'"],
    ['ET2', '105:00', "106'"],
    ['ET2', '105:30', "106'"],
    ['ET2', '122:10', "120+3'"],
  ] as const)('%s %s reads %s', (period, running, label) => {
    expect(labelOf(at(period, running))).toBe(label);
  });

  test('a kick from the penalty mark has no minute, but a number', () => {
    expect(labelOf({ period: 'PEN', elapsed: 3000 })).toBe('PEN 3');
    expect(labelOf({ period: 'PEN', elapsed: 0 })).toBe('PEN');
  });

  test('what happens outside play is labelled with its period', () => {
    expect(labelOf({ period: 'HT', elapsed: 12 * MINUTE })).toBe('HT');
    expect(labelOf({ period: 'pre', elapsed: 0 })).toBe('pre');
  });

  test("45+4' comes before 46', although its clock shows more", () => {
    expect(compareTime(at('1H', '48:30'), at('2H', '45:20'))).toBeLessThan(0);
  });

  test('a later moment of a half never has an earlier minute', () => {
    const moment = fc.integer({ min: 0, max: 70 * MINUTE });
    fc.assert(
      fc.property(fc.constantFrom(...HALF_NAMES), moment, moment, (period, one, other) => {
        const [early, late] = one < other ? [one, other] : [other, one];
        expect(minuteOf(labelOf({ period, elapsed: early }))).toBeLessThanOrEqual(
          minuteOf(labelOf({ period, elapsed: late })),
        );
      }),
    );
  });

  test('a label read back covers the moment that it labels', () => {
    fc.assert(
      fc.property(fc.constantFrom(...HALF_NAMES), fc.integer({ min: 0, max: 60 * MINUTE }), (period, elapsed) => {
        const time = parseTime(labelOf({ period, elapsed }));
        expect(time).toMatchObject({ kind: 'clock', period });
        if (time?.kind !== 'clock') return;
        expect(time.from).toBeLessThanOrEqual(elapsed);
        expect(time.to).toBeGreaterThanOrEqual(elapsed);
        expect(time.to - time.from).toBe(MINUTE - 1);
      }),
    );
  });
});

describe('times as people write them', () => {
  test.each([
    ["57'", { kind: 'clock', period: '2H', from: 11 * MINUTE, to: 12 * MINUTE - 1 }],
    ['57', { kind: 'clock', period: '2H', from: 11 * MINUTE, to: 12 * MINUTE - 1 }],
    ["45'", { kind: 'clock', period: '1H', from: 44 * MINUTE, to: 45 * MINUTE - 1 }],
    ["46'", { kind: 'clock', period: '2H', from: 0, to: MINUTE - 1 }],
    ["45+2'", { kind: 'clock', period: '1H', from: 46 * MINUTE, to: 47 * MINUTE - 1 }],
    ['90+8', { kind: 'clock', period: '2H', from: 52 * MINUTE, to: 53 * MINUTE - 1 }],
    ["98'", { kind: 'clock', period: 'ET1', from: 7 * MINUTE, to: 8 * MINUTE - 1 }],
    ["120+3'", { kind: 'clock', period: 'ET2', from: 17 * MINUTE, to: 18 * MINUTE - 1 }],
    ['2H 97:53', { kind: 'clock', period: '2H', from: 3_173_000, to: 3_173_000 }],
    ['2h 97:53.250', { kind: 'clock', period: '2H', from: 3_173_250, to: 3_173_250 }],
    ['L1 1H 02:04', { kind: 'clock', leg: 1, period: '1H', from: 124_000, to: 124_000 }],
    ['HT 14:30', { kind: 'clock', period: 'HT', from: 870_000, to: 870_000 }],
    ["L2 90+8'", { kind: 'clock', leg: 2, period: '2H', from: 52 * MINUTE, to: 53 * MINUTE - 1 }],
    ['PEN 3', { kind: 'clock', period: 'PEN', from: 3000, to: 3000 }],
    ['L2', { kind: 'leg', leg: 2 }],
    ['kick-off', { kind: 'name', name: 'kick-off' }],
    ['L1 half-time', { kind: 'name', leg: 1, name: 'half-time' }],
    ['Full-Time', { kind: 'name', name: 'full-time' }],
  ])('%s', (written, meant) => {
    expect(parseTime(written)).toEqual(meant);
  });

  test('a period alone is all of it', () => {
    expect(parseTime('ET1')).toMatchObject({ kind: 'clock', period: 'ET1', from: 0 });
  });

  test.each(['', 'soon', "0'", "45+0'", "46+2'", "121'", '2H 44:59', '2H 97:60', 'PEN x', 'L', 'L0', '3H 12:00', '-5'])(
    '"%s" is no time',
    (written) => {
      expect(parseTime(written)).toBeUndefined();
    },
  );

  test('what is formatted is read back, to the second', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...PERIODS),
        fc.integer({ min: 0, max: 24 * 60 * 60 }),
        fc.integer({ min: 1, max: 9 }),
        (period, seconds, leg) => {
          const elapsed = period === 'PEN' ? (seconds % 60) * 1000 : seconds * 1000;
          expect(parseTime(formatTime({ leg, period, elapsed }, { leg: true }))).toEqual({
            kind: 'clock',
            leg,
            period,
            from: elapsed,
            to: elapsed,
          });
        },
      ),
    );
  });

  test('the running clock counts on through the match', () => {
    expect(formatClock(at('1H', '46:30'))).toBe('46:30');
    expect(formatClock(at('2H', '97:53'))).toBe('97:53');
    expect(formatTime({ leg: 2, period: '2H', elapsed: 3_173_000 }, { leg: true })).toBe('L2 2H 97:53');
    expect(formatTime({ leg: 1, period: 'PEN', elapsed: 4000 })).toBe('PEN 4');
  });
});

const HALF_NAMES = ['1H', '2H', 'ET1', 'ET2'] as const;

const minuteOf = (label: string): number =>
  label
    .replace("'", '')
    .split('+')
    .reduce((sum, part) => sum + Number(part), 0);
