import { describe, expect, test } from 'vitest';
import { clubOf, every, type Moment, played } from './matches.ts';

// A failure names its seed: `touchline simulate --seed N --with retake` gives the match.

const outcomeOf = ({ before, event }: Moment<'retake'>) => before.decisions.get(event.of)?.outcome;

describe('a penalty that is taken again', () => {
  const matches = played(60, { with: ['retake'] });
  const retakes = every(matches, 'retake').filter(({ event }) => event.at.period !== 'PEN');

  test("is spoilt by the goalkeeper or defenders only where it wasn't scored, by attackers only where it was", () => {
    expect(retakes.length).toBeGreaterThanOrEqual(60);
    const seen = new Set<string>();
    for (const retake of retakes) {
      const reason = retake.event.for ?? '';
      seen.add(reason);
      const theirs = reason === 'goalkeeper-off-line' || reason === 'defender-encroachment';
      expect(outcomeOf(retake), `seed ${retake.seed}: ${reason}`).toBe(theirs ? 'saved' : 'scored');
    }
    expect([...seen].sort()).toEqual([
      'attacker-encroachment',
      'defender-encroachment',
      'double-touch',
      'encroachment-by-both',
      'goalkeeper-off-line',
    ]);
  });

  test('leads to another kick by the same side for the same award, before anything else is played', () => {
    for (const { seed, event, before } of retakes) {
      const kicks = every(matches.slice(seed, seed + 1), 'penalty');
      const first = kicks.findIndex(({ id }) => id === event.of);
      const [spoilt, again] = [kicks[first], kicks[first + 1]];
      expect(again?.event.award, `seed ${seed}`).toBe(spoilt?.event.award);
      expect(again?.before.clock.plays, `seed ${seed}`).toBe(before.clock.plays);
    }
  });

  test('counts for nothing the first time, whatever came of it', () => {
    for (const retake of retakes.filter((each) => outcomeOf(each) === 'scored')) {
      const { before, after, seed } = retake;
      expect(before.tally.home + before.tally.away - after.tally.home - after.tally.away, `seed ${seed}`).toBe(
        // A review has taken the goal back before the order to kick again.
        retake.event.review === undefined ? 1 : 0,
      );
      const goal = [...after.goals].find(({ penalty }) => penalty === retake.event.of);
      expect(after.superseded[goal?.id ?? ''], `seed ${seed}`).toBeDefined();
    }
  });

  test('is reviewed now and then, and never where there is no VAR', () => {
    const reviewed = retakes.filter(({ event }) => event.review !== undefined).length;
    expect(reviewed).toBeGreaterThan(retakes.length / 5);
    expect(reviewed).toBeLessThan((retakes.length * 4) / 5);
    const alone = every(played(10, { with: ['retake'], regulations: 'uefa-champions-league-2015-16' }), 'retake');
    expect(alone.length).toBeGreaterThanOrEqual(10);
    for (const { event } of alone) expect(event.review).toBeUndefined();
  });
});

describe('a goalkeeper who leaves his line too soon', () => {
  const cautionedFor = (matches: ReturnType<typeof played>) =>
    every(matches, 'caution').filter(({ event }) => event.detail === 'the goalkeeper was off his line');

  test('is warned the first time and cautioned the second', () => {
    const matches = played(40, { with: ['retake by home in 1H', 'retake by home in 2H', 'retake by home in 2H'] });
    const cautions = cautionedFor(matches);
    expect(cautions.length).toBeGreaterThan(0);
    for (const { seed, id, event } of cautions) {
      const { moments = [] } = matches[seed] ?? {};
      const until = moments.slice(
        0,
        moments.findIndex((each) => each.id === id),
      );
      const his = every([{ moments: until }], 'retake').filter((each) => each.event.by === event.person);
      expect(his.length, `seed ${seed}`).toBeGreaterThanOrEqual(2);
    }
  });

  test('was cautioned each time from 2016 to 2020, off the post too', () => {
    const matches = played(40, { with: ['retake'], regulations: 'uefa-champions-league-2019-20' });
    const offLine = every(matches, 'retake').filter(({ event }) => event.for === 'goalkeeper-off-line');
    expect(cautionedFor(matches)).toHaveLength(offLine.length);
    expect(new Set(offLine.filter(({ event }) => event.at.period !== 'PEN').map(outcomeOf))).toContain('woodwork');
  });

  test('costs nobody a golden goal: what would have ended the match is never taken again', () => {
    const golden = { regulations: { extraTime: 'golden' }, with: ['retake in ET1'] } as const;
    const retakes = every(played(20, golden), 'retake').filter(({ event }) => event.at.period !== 'PEN');
    expect(retakes.length).toBeGreaterThanOrEqual(20);
    for (const { seed, before } of retakes) expect(before.clock.period, `seed ${seed}`).not.toBe('FT');
  });
});

describe('kicks from the mark that are taken again', () => {
  const matches = played(150, { until: 'shoot-out' });
  const retakes = every(matches, 'retake').filter(({ event }) => event.at.period === 'PEN');

  test('are taken by the same man under the same number, and only the last counts', () => {
    expect(retakes.length).toBeGreaterThan(3);
    for (const { seed, event } of retakes) {
      const kicks = matches[seed]?.last.shootout?.kicks ?? [];
      const first = kicks.findIndex(({ id }) => id === event.of);
      expect(kicks[first], `seed ${seed}`).toMatchObject({ superseded: true });
      expect(kicks[first + 1], `seed ${seed}`).toMatchObject({
        by: kicks[first]?.by,
        number: kicks[first]?.number,
        superseded: false,
      });
    }
  });

  test('are saved, with the goalkeeper off his line; encroachment there is none, with everybody in the centre circle', () => {
    for (const { seed, event, before } of retakes) {
      const kick = before.shootout?.kicks.find(({ id }) => id === event.of);
      if (event.for === 'double-touch') expect(kick?.outcome, `seed ${seed}`).toBe('scored');
      else {
        expect(event.for, `seed ${seed}`).toBe('goalkeeper-off-line');
        expect(kick?.outcome, `seed ${seed}`).toBe('saved');
        expect(clubOf(before, event.by), `seed ${seed}`).not.toBe(kick?.club);
      }
    }
  });
});
