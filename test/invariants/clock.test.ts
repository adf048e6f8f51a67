import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Entry } from '../../src/journal/entry.ts';
import { referencesOf } from '../../src/journal/references.ts';
import { decide } from '../../src/match/decide.ts';
import { evolve, initialState } from '../../src/match/state.ts';
import {
  comparePeriod,
  compareTime,
  HALVES,
  isHalf,
  labelOf,
  type MatchTime,
  MINUTE,
  PERIODS,
  parseTime,
} from '../../src/match/time.ts';
import { history } from '../../src/playback/views.ts';
import { anyFeed, type Feed } from './support/feeds.ts';
import { invariant, refuted } from './support/invariant.ts';
import { anyMatch, matchOf, retold } from './support/match.ts';
import { lengthOf, type Match, recordingOf, type Step } from './support/matchday.ts';
import { PLAY } from './support/plan.ts';

const isWhistle = ({ event: { type } }: Pick<Step, 'event'>): boolean =>
  type === 'half-time' || type === 'full-time' || type === 'period-end';

const asLongAsAnnounced = ({ steps }: Match): void => {
  const announced = new Map<string, number>();
  for (const step of steps) {
    const { event, before } = step;
    const { leg, period, elapsed } = event.at;
    if (event.type === 'added-time') announced.set(`${leg} ${period}`, event.minutes);
    const ended = before.standing.over && before.standing.endsPlay;
    if (!isWhistle(step) || !isHalf(period) || ended) continue;
    expect(elapsed).toBeGreaterThanOrEqual(lengthOf(period) + (announced.get(`${leg} ${period}`) ?? 0) * MINUTE);
  }
};

const beginsWithAKickOff = ({ steps }: Match): void => {
  for (const [index, { event, before }] of steps.entries()) {
    if (!isHalf(event.at.period) || isHalf(before.clock.base)) continue;
    if (event.type === 'period-reopened') continue;
    expect([index, event.type, event.at.elapsed]).toEqual([index, 'kick-off', 0]);
    expect(before.clock.restart).toBeUndefined();
    if (event.type !== 'kick-off' || event.club === undefined) continue;
    const begun = steps.find(
      ({ event: { type, at } }) =>
        type === 'kick-off' && at.leg === event.at.leg && at.period === BEGUN_BY[event.at.period],
    )?.event;
    if (begun?.type === 'kick-off') expect([index, begun.club]).not.toEqual([index, event.club]);
    const other = event.club === 'HOM' ? 'AWY' : 'HOM';
    const swapped = decide(before, { ...event, club: other }, 'simulate');
    expect([index, swapped.kind]).toEqual([index, begun === undefined ? 'accepted' : 'refused']);
  }
};

const BEGUN_BY: Readonly<Record<string, string>> = { '2H': '1H', ET2: 'ET1' };

describe('the periods', () => {
  const onlyGoOn = ({ recording }: Feed): void => {
    const folded = history(recording);
    let state = initialState(recording.header.fixture);
    for (const { id, event } of folded.believedAt(folded.length)) {
      const after = evolve(state, { id, event });
      const inOneLeg = state.leg === after.leg && event.at.leg === after.leg;
      if (inOneLeg && event.type !== 'period-reopened') {
        expect([id, comparePeriod(after.clock.base, state.clock.base) >= 0]).toEqual([id, true]);
      }
      const heldBack = after.clock.status !== undefined || after.clock.reopened === true;
      // Whatever is told of a period shows that it has begun.
      if (inOneLeg && !heldBack)
        expect([id, comparePeriod(event.at.period, after.clock.base) <= 0]).toEqual([id, true]);
      state = after;
    }
  };
  invariant('I37: periods follow one another, and what is told of one shows that it has begun', anyFeed(), onlyGoOn);

  invariant(
    'I38: what is believed stands in the order of the watch, and nobody may turn it back',
    anyFeed({ play: [...PLAY] }),
    ({ match, recording }) => {
      const folded = history(recording);
      const believed = folded.believedAt(folded.length);
      for (const [index, { event }] of believed.entries()) {
        const before = believed[index - 1];
        if (before !== undefined) expect(compareTime(before.event.at, event.at)).toBeLessThanOrEqual(0);
      }
      for (const { event, after } of match.steps) {
        const { period, elapsed } = event.at;
        if (period !== after.clock.base || elapsed < 1000 || event.at.leg !== after.leg) continue;
        const back = { leg: after.leg, period, elapsed: elapsed - 1000 };
        for (const asked of [
          { type: 'shot', club: 'HOM', at: back } as const,
          { type: 'caution', person: 'home-9', at: back } as const,
          { type: 'substitution', on: 'home-20', off: 'home-9', at: back } as const,
        ])
          expect(decide(after, asked, 'simulate').kind).toBe('refused');
      }
    },
    { runs: 30 },
  );

  invariant('I40: no half ends with a review open or a penalty to be taken', anyMatch(), ({ steps }) => {
    for (const step of steps.filter(isWhistle)) {
      expect(step.before.reviews.open).toEqual([]);
      expect(step.before.clock.restart?.kind).not.toBe('penalty');
    }
  });

  invariant(
    'I41: as much time is added as was announced, or more',
    anyMatch({ play: ['added-time', 'goal', 'change', 'suspended'] }),
    asLongAsAnnounced,
  );

  invariant(
    'I43: after the last whistle there are cards, rulings and remarks, and no football',
    anyMatch(),
    ({ steps }) => {
      for (const { event, before } of steps) {
        const over = before.standing.over && before.standing.endsPlay && event.at.leg === before.leg;
        if (over) expect(AFTERWARDS).toContain(event.type);
      }
    },
  );

  invariant(
    'I44: a half begins with its kick-off, and with nothing owed from the half before',
    anyMatch(),
    beginsWithAKickOff,
  );
});

describe('the watch', () => {
  const anyTime: fc.Arbitrary<MatchTime> = fc
    .record({
      leg: fc.constant(1),
      period: fc.constantFrom(...PERIODS),
      elapsed: fc.integer({ min: 0, max: 62 * MINUTE }),
    })
    .map((at) => (at.period === 'PEN' ? { ...at, elapsed: 1000 * Math.ceil(at.elapsed / MINUTE) } : at));
  invariant(
    'I39: a label means the minute that it was made in, and later labels are of later minutes',
    fc.tuple(anyTime, anyTime),
    ([one, other]) => {
      const read = parseTime(labelOf(one));
      expect(read?.kind).toBe('clock');
      if (read?.kind !== 'clock') return;
      expect(read.period).toBe(one.period);
      const last = isHalf(one.period) ? HALVES[one.period] : undefined;
      expect(one.elapsed).toBeGreaterThanOrEqual(read.from);
      // No label says how far beyond an hour the watch has run.
      if (last === undefined || one.elapsed < (last.to - last.from + 99) * MINUTE)
        expect(one.elapsed).toBeLessThanOrEqual(read.to);
      if (!isHalf(one.period) || !isHalf(other.period)) return;
      if (labelOf(one) === labelOf(other)) return expect(one.period).toBe(other.period);
      const [a, b] = [parseTime(labelOf(one)), parseTime(labelOf(other))];
      if (a?.kind !== 'clock' || b?.kind !== 'clock') return;
      const written = compareTime(
        { leg: 1, period: a.period, elapsed: a.from },
        { leg: 1, period: b.period, elapsed: b.from },
      );
      expect(Math.sign(written)).toBe(Math.sign(compareTime(one, other)));
    },
    { runs: 3000 },
  );

  test('added time of the first half sorts before the second', () => {
    expect(labelOf({ period: '1H', elapsed: 52 * MINUTE })).toBe("45+8'");
    expect(labelOf({ period: '2H', elapsed: 0 })).toBe("46'");
    const [late, early] = [parseTime("45+8'"), parseTime("46'")];
    if (late?.kind === 'clock' && early?.kind === 'clock')
      expect(comparePeriod(late.period, early.period)).toBeLessThan(0);
  });

  const anyBreak = fc.tuple(anyMatch(), fc.nat(400)).map(([match, number]) => {
    const { recording } = match;
    const places = match.steps.flatMap(({ after }, index) => {
      const next = match.steps[index + 1]?.event.type;
      const over = after.standing.over && after.standing.endsPlay;
      const goesOn = isHalf(after.clock.base) && after.clock.status === undefined && !over;
      return goesOn && next !== 'period-reopened' ? [index] : [];
    });
    const place = places[number % Math.max(1, places.length)] ?? 0;
    const { after } = match.steps[place] as Step;
    const at = { leg: after.leg, period: after.clock.base, elapsed: after.clock.watch.elapsed };
    const entry = (type: 'suspended' | 'resumed'): Entry => ({
      kind: 'event',
      seq: 0,
      offset: 0,
      id: type,
      event: { type, at },
    });
    const broken = [entry('suspended'), entry('resumed')];
    const entries = recording.entries.toSpliced(place + 1, 0, ...broken);
    return {
      straight: recording,
      recording: retold(recording, entries),
      place,
      suspendable: after.clock.base !== 'pre',
    };
  });
  invariant(
    'I42: a break adds nothing to the watch, and play goes on as it was left',
    anyBreak,
    ({ straight, recording, place }) => {
      const folded = history(recording);
      const before = folded.viewsAt(place + 1);
      const suspended = folded.viewsAt(place + 2);
      const after = folded.viewsAt(place + 3);
      expect(suspended.clock).toEqual({ ...before.clock, running: false, status: 'suspended' });
      for (const view of ['clock', 'scoreboard', 'cards', 'lineups', 'var', 'result'] as const)
        expect([view, after[view]]).toEqual([view, before[view]]);
      expect(matchOf(recording)).toEqual(matchOf(straight));
    },
  );
});

describe('these laws can fail', () => {
  test('halves that end early are found out', () => {
    const hasty = anyMatch({ play: ['added-time', 'added-time', 'goal'] }).map((match) => ({
      ...match,
      steps: match.steps.map((step) =>
        isWhistle(step)
          ? { ...step, event: { ...step.event, at: { ...step.event.at, elapsed: lengthOf('1H') } } }
          : step,
      ),
    }));
    expect(refuted(hasty, asLongAsAnnounced)).toBe(true);
  });

  test('a second half that nobody kicks off is found out', () => {
    const withoutKickOffs = anyMatch().map((match) => {
      const steps = match.steps.filter(({ event }) => event.type !== 'kick-off' || event.at.period === '1H');
      const events = steps.filter(({ event }) => referencesOf(event).length === 0);
      let state = initialState(match.fixture);
      const told = events.map(({ id, event }) => {
        const before = state;
        state = evolve(state, { id, event });
        return { id, event, before, after: state };
      });
      return { ...match, steps: told, recording: recordingOf(match.fixture, told) };
    });
    expect(refuted(withoutKickOffs, beginsWithAKickOff)).toBe(true);
  });
});

const AFTERWARDS = [
  'caution',
  'red',
  'second-yellow',
  'card-cancelled',
  'card-transferred',
  'ruling',
  'note',
  'possession',
  'snapshot',
  'statistics',
  'period-reopened',
  'var-check',
  'var-review',
  'var-decision',
  'goal-disallowed',
  'retake',
  'back-on',
];
