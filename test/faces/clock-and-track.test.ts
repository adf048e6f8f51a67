import { describe, expect, test } from 'vitest';
import { clockLabel, runningClock } from '../../src/faces/running-clock.ts';
import { trackOf } from '../../src/faces/track.ts';
import type { Head } from '../../src/playback/frame.ts';
import { FLAGSHIP, knownMatch } from './match.ts';

const MINUTE = 60_000;
const head = (watch: number, speed = 1, playing = true): Head => ({
  cursor: 1,
  entries: 2,
  position: 0,
  duration: 1,
  at: '2026-02-25T20:41:10+01:00',
  watch,
  playing,
  speed,
});

describe('the clock', () => {
  test('shows minutes and seconds, and in added time what is beyond the half', () => {
    expect(clockLabel('1H', 20 * MINUTE + 5_000)).toBe('20:05');
    expect(clockLabel('1H', 47 * MINUTE + 7_000)).toBe('45+2:07');
    expect(clockLabel('2H', 45 * MINUTE + 4_000)).toBe('90:04');
    expect(clockLabel('2H', 46 * MINUTE)).toBe('90+1:00');
    expect(clockLabel('2H', 12 * MINUTE + 20_000)).toBe('57:20');
    expect(clockLabel('2H', 52 * MINUTE + 53_000)).toBe('90+7:53');
    expect(clockLabel('ET1', 14 * MINUTE + 59_000)).toBe('104:59');
    expect(clockLabel('PEN', 3000)).toBe('PEN 3');
    expect(clockLabel('HT', 0)).toBe('HT');
    expect(clockLabel('pre', -5000)).toBe('00:00');
  });

  const running = { leg: 1, period: '2H', elapsed: 0, label: "46'", running: true } as const;

  test('runs on between entries at the speed of the showing', () => {
    expect(runningClock(head(10 * MINUTE, 60), running, 1000, 2500)).toMatchObject({
      label: '56:30',
      minute: "57'",
      period: 'Second half',
    });
  });

  test('stands while the showing is paused, and while the watch does', () => {
    expect(runningClock(head(10 * MINUTE, 60, false), running, 1000, 9000).label).toBe('55:00');
    const suspended = { ...running, running: false, status: 'suspended' } as const;
    expect(runningClock(head(10 * MINUTE, 60), suspended, 1000, 9000)).toMatchObject({
      label: '55:00',
      period: 'Suspended',
      running: false,
    });
  });

  test('shows the added time that was announced', () => {
    expect(runningClock(head(46 * MINUTE), { ...running, addedTime: 3 }, 0, 0)).toMatchObject({ added: 3 });
  });
});

describe('the track', () => {
  const { asOf, fixture } = knownMatch(FLAGSHIP);
  const track = (time: string) => trackOf(asOf(time), fixture);

  test('is two halves of equal length before anything has grown', () => {
    const { spans, playhead } = trackOf(asOf("10'"), fixture, 9 * MINUTE);
    expect(spans.map(({ period, from, to }) => [period, from, to])).toEqual([
      ['1H', 0, 0.5],
      ['2H', 0.5, 1],
    ]);
    expect(playhead).toBe(0.1);
  });

  test('grows with added time, whose share is marked off', () => {
    const [first, second] = track("90+8'").spans;
    expect(first?.regulation).toBeLessThan(first?.to ?? 0);
    expect(second?.regulation).toBeLessThan(1);
    expect(second?.to).toBe(1);
  });

  test('holds marks of the leg being played up to what has been told, each on its side', () => {
    const { marks, playhead } = track("60'");
    expect(marks.filter(({ shape }) => shape === 'goal').map(({ minute, side }) => [minute, side])).toEqual([
      ["5'", 'home'],
      ["45'", 'home'],
      ["57'", 'home'],
    ]);
    expect(marks.every(({ at }) => at >= 0 && at <= playhead)).toBe(true);
  });

  test('has extra time and a shoot-out once they come', () => {
    const { asOf, fixture } = knownMatch('atalanta-dortmund-002');
    expect(trackOf(asOf(), fixture).spans.map(({ period }) => period)).toEqual(['1H', '2H', 'ET1', 'ET2']);
  });

  test('at half-time stands where the first half ended', () => {
    const { spans, playhead } = track('half-time');
    expect(playhead).toBe(spans[0]?.to);
  });
});
