import { describe, expect, test } from 'vitest';
import { attemptsOf } from '../../src/faces/attempts.ts';
import { courseOf, placeOn } from '../../src/faces/course.ts';
import { expectedGoals } from '../../src/faces/expected-goals.ts';
import { momentumOf } from '../../src/faces/momentum.ts';
import { tieCourse } from '../../src/faces/tie-course.ts';
import { MINUTE } from '../../src/match/time.ts';
import { history } from '../../src/playback/views.ts';
import { flagship } from '../client/flagship.ts';
import {
  amend,
  awarded,
  check,
  firstHalf,
  goal,
  type Line,
  legOf,
  line,
  oneLeg,
  ownGoal,
  penalty,
  playing,
  retract,
  twoLegs,
  verdict,
} from '../support/story.ts';

const CLUBS = ['HOM', 'AWY'];

/** The attempts of a match of one leg, as its last entry leaves them. */
const attemptsAfter = (...lines: readonly Line[]) => {
  const { seen, recording } = playing(oneLeg()).tell(...lines);
  return { seen, attempts: attemptsOf(seen.timeline, 1, recording.entries) };
};
const raceAfter = (...lines: readonly Line[]) => {
  const { seen, attempts } = attemptsAfter(...lines);
  return expectedGoals(attempts, CLUBS, seen.stats);
};
const shot = (by: string, at: string, xg?: number, outcome: 'saved' | 'off-target' = 'saved'): Line =>
  line('shot', at, { by, outcome, ...(xg === undefined ? {} : { xg }) });

describe('attempts on goal', () => {
  test('a penalty and the goal that it scores are one, with the xG of the kick', () => {
    const { attempts } = attemptsAfter(
      ...firstHalf(),
      awarded('HOM', '2H 60:00', { id: 'a1' }),
      penalty('home-9', 'scored', '2H 61:00', { id: 'p1', award: 'a1', xg: 0.79 }),
      goal('home-9', '2H 61:00', { penalty: 'p1' }),
    );
    expect(attempts).toMatchObject([{ what: 'goal', penalty: true, xg: 0.79, club: 'HOM' }]);
  });

  test("an own goal is nobody's attempt", () => {
    expect(attemptsAfter(...firstHalf(), ownGoal('away-4', '2H 50:00')).attempts).toEqual([]);
  });

  test('a goal that a review cancelled, and a shot that the feed took back, are none', () => {
    const { attempts } = attemptsAfter(
      ...firstHalf(),
      goal('home-9', '2H 50:00', { id: 'g1', xg: 0.4 }),
      check('g1', '2H 50:30', { id: 'r1', for: 'offside' }),
      verdict('r1', 'overturned', '2H 52:00'),
      line('goal-disallowed', '2H 52:10', { of: 'g1', for: 'offside', review: 'r1' }),
      { ...shot('away-9', '2H 55:00', 0.1), id: 's1' } as Line,
      retract('s1'),
      shot('away-10', '2H 56:00', 0.2),
    );
    expect(attempts.map(({ person }) => person)).toEqual(['away-10']);
  });

  test('an amended shot has the xG that was given last', () => {
    const { attempts } = attemptsAfter(
      ...firstHalf(),
      { ...shot('home-9', '2H 50:00', 0.1), id: 's1' } as Line,
      amend('s1', shot('home-9', '2H 50:00', 0.34)),
    );
    expect(attempts.map(({ xg }) => xg)).toEqual([0.34]);
  });
});

describe('the race of expected goals', () => {
  test('each side climbs with its own shots', () => {
    const race = raceAfter(
      ...firstHalf(),
      shot('home-9', '2H 50:00', 0.1),
      shot('away-9', '2H 51:00', 0.3),
      goal('home-9', '2H 52:00', { xg: 0.2 }),
    );
    expect(race.isKnown).toBe(true);
    expect(race.sides.map(({ club, total }) => [club, total])).toEqual([
      ['HOM', 0.3],
      ['AWY', 0.3],
    ]);
    expect(race.sides[0]?.steps.map(({ total }) => total)).toEqual([0.1, 0.3]);
  });

  test('shots without a figure are counted, since the lines are too low without them', () => {
    const { isKnown, without } = raceAfter(
      ...firstHalf(),
      shot('home-9', '2H 50:00', 0.1),
      shot('home-10', '2H 51:00'),
    );
    expect([isKnown, without]).toEqual([true, 1]);
  });

  test('in the flagship no shot has one, and what a source reports is told instead', () => {
    const recording = flagship();
    const { timeline, stats } = history(recording).viewsAt(recording.entries.length);
    const race = expectedGoals(attemptsOf(timeline, 2, recording.entries), ['ATA', 'BVB'], stats);
    expect(race).toMatchObject({ isKnown: false, without: 0, reported: { ATA: 2.61, BVB: 0.93 } });
  });
});

describe('pressure', () => {
  const { seen, attempts } = attemptsAfter(
    ...firstHalf(),
    shot('home-9', '2H 47:00', 0.25, 'off-target'),
    line('corner', '2H 48:00', { club: 'HOM' }),
    goal('away-9', '2H 51:00'),
    line('chance', '2H 92:00', { by: 'home-7' }),
  );
  const bins = momentumOf(seen.timeline, attempts, 1, CLUBS);
  const binOf = (label: string) => bins.find((bin) => bin.label === label);

  test('five minutes hold what happened in them, the nearer to a goal the more', () => {
    // Off target counts one, a quarter of a goal twice that, a corner a half.
    expect(binOf("46–50'")?.sides).toMatchObject({ HOM: { weight: 2, corners: 1 }, AWY: { weight: 0 } });
    expect(binOf("51–55'")?.sides).toMatchObject({ HOM: { weight: 0 }, AWY: { weight: 3, goals: 1 } });
  });

  test('added time is a stretch of its own, as long as it went', () => {
    expect(bins.at(-1)?.label).toBe("90+1–90+3'");
    expect(bins.at(-1)?.sides.HOM?.weight).toBe(1);
  });
});

describe('the course of the tie', () => {
  test('in the flagship Dortmund lead until the second goal, and Atalanta from the last kick on', () => {
    const recording = flagship();
    const views = history(recording).viewsAt(recording.entries.length);
    const { steps, legs, ruled } = tieCourse(views, recording.header.fixture);
    expect(legs).toEqual([1, 2]);
    expect(steps.map(({ label, score, leader }) => [label, `${score.ATA}–${score.BVB}`, leader ?? 'level'])).toEqual([
      ["3'", '0–1', 'BVB'],
      ["42'", '0–2', 'BVB'],
      ["5'", '1–2', 'BVB'],
      ["45'", '2–2', 'level'],
      ["57'", '3–2', 'ATA'],
      ["75'", '3–3', 'level'],
      ["90+8'", '4–3', 'ATA'],
    ]);
    expect(ruled).toBeUndefined();
  });

  test('a match that was awarded counts as ruled, whatever was scored', () => {
    const fixture = twoLegs();
    const { seen } = playing(fixture).tell(
      ...legOf(1, { HOM: 0, AWY: 1 }),
      ...legOf(2, { HOM: 1, AWY: 0 }),
      line('ruling', 'FT 60:00', { kind: 'awarded', score: { home: 3, away: 0 } }),
    );
    expect(tieCourse(seen, fixture).ruled).toEqual({ HOM: 3, AWY: 1 });
  });

  test('both legs lie end to end, the second after a gap, and an interval where its half ends', () => {
    const course = courseOf([{ leg: 1, period: '1H', elapsed: 48 * MINUTE }], [1, 2]);
    expect(course.spans.map(({ leg, period }) => `${leg} ${period}`)).toEqual(['1 1H', '1 2H', '2 1H', '2 2H']);
    expect(placeOn(course, { leg: 1, period: 'HT', elapsed: 0 })).toBe(48 * MINUTE);
    expect(placeOn(course, { leg: 2, period: '1H', elapsed: MINUTE })).toBe((48 + 45 + 6 + 1) * MINUTE);
  });
});
