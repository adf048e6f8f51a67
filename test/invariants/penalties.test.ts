import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Entry } from '../../src/journal/entry.ts';
import type { ClubCode, PersonId } from '../../src/match/fixture.ts';
import type { Kick } from '../../src/match/laws/shootout.ts';
import type { MatchState } from '../../src/match/state.ts';
import { isHalf } from '../../src/match/time.ts';
import { invariant, refuted } from './support/invariant.ts';
import { anyMatch, retold, viewsOf } from './support/match.ts';
import type { Match, Step } from './support/matchday.ts';
import { type Setting, STRAIGHT_TO_KICKS } from './support/plan.ts';

const anyPenalties = anyMatch({ play: ['penalty', 'missed-penalty', 'penalty-at-the-monitor', 'goal', 'red'] });

const ABBA: Setting = { legs: 1, regulations: { extraTime: 'none', shootOut: { order: 'ABBA' } } };
/** Goalless, straight to the kicks, after some have been sent off or hurt. */
const anyShootout = (setting: Setting = STRAIGHT_TO_KICKS) =>
  anyMatch({ settings: [setting], play: ['red', 'change', 'off', 'second-yellow', 'left'], most: 4 });

const live = ({ shootout }: MatchState): readonly Kick[] =>
  shootout?.kicks.filter(({ superseded }) => !superseded) ?? [];

const comesToOneEnd = ({ steps, state }: Match): void => {
  if (steps.some(({ event }) => event.type === 'abandoned')) return;
  for (const { id, event } of steps) {
    if (event.type !== 'penalty-awarded' || state.superseded[id] !== undefined) continue;
    const taken = steps.filter(
      ({ event }) => event.type === 'penalty' && isKickOf(steps, event.award, id, event.at.elapsed),
    );
    const counting = taken.filter((kick) => state.superseded[kick.id] === undefined);
    expect([id, counting.length]).toEqual([id, 1]);
  }
};

const takeTurns = ({ steps }: Match): void => {
  for (const { event, after } of steps) {
    if (event.type !== 'kick') continue;
    const clubs = live(after).map(({ club }) => club);
    const [first] = clubs;
    for (const [index, club] of clubs.entries()) {
      const odd = after.rules.shootOut.order === 'ABBA' ? [1, 2].includes(index % 4) : index % 2 === 1;
      expect([index, club === first]).toEqual([index, !odd]);
    }
    const taken = (club: ClubCode) => clubs.filter((one) => one === club).length;
    expect(Math.abs(taken('HOM') - taken('AWY'))).toBeLessThanOrEqual(1);
  }
};

const kickFromThePitch = ({ steps }: Match): void => {
  const end = steps.findLast(({ event }) => event.type === 'full-time' || event.type === 'period-end')?.after;
  if (end === undefined) return;
  const there = new Set(
    Object.entries(end.people).flatMap(([id, { status }]) =>
      status === 'on' || status === 'temporarily-off' ? [id] : [],
    ),
  );
  for (const { event, before } of steps) {
    // Only a goalkeeper who can't go on is replaced.
    if (event.type === 'substitution' && !isHalf(event.at.period) && event.on !== undefined)
      if (
        event.reason === 'goalkeeper' ||
        event.off === before.teams[before.roster.get(event.on)?.club ?? '']?.goalkeeper
      )
        there.add(event.on);
    if (event.type !== 'kick' || event.by === undefined) continue;
    expect([...there]).toContain(event.by);
    expect([event.by, before.cards[event.by]?.sentOff, before.leftOut.includes(event.by)]).toEqual([
      event.by,
      undefined,
      false,
    ]);
  }
};

describe('penalties', () => {
  invariant('I69: each penalty that is given and stands is taken once that counts', anyPenalties, comesToOneEnd);

  invariant(
    'I70: no more penalties are scored than are given and stand, and each that is scored is a goal',
    anyPenalties,
    ({ recording, steps, state }) => {
      const { timeline } = viewsOf(recording);
      const stand = (type: string) =>
        Object.entries(timeline).filter(([, item]) => item.kind === type && item.supersededBy === undefined);
      const scored = steps.filter(
        ({ id, event }) => event.type === 'goal' && event.penalty !== undefined && state.superseded[id] === undefined,
      );
      expect(scored.length).toBeLessThanOrEqual(stand('penalty-awarded').length);
      const goals = stand('goal').map(([id]) => id);
      for (const { id, event } of scored) {
        expect(goals).toContain(id);
        if (event.type === 'goal') expect(state.superseded[event.penalty ?? '']).toBeUndefined();
      }
    },
  );
});

describe('kicks from the penalty mark', () => {
  invariant(
    'I71: the sides take turns, by ones or by twos as the regulations say',
    fc.oneof(anyShootout(), anyShootout(ABBA)),
    takeTurns,
  );

  const endsWhenDecided = ({ steps }: Match): void => {
    for (const { event, before, after } of steps) {
      if (event.type !== 'kick') continue;
      expect(before.shootout?.winner).toBeUndefined();
      const score = (club: ClubCode) =>
        live(after).filter((kick) => kick.club === club && kick.outcome === 'scored' && kick.spoilt !== true).length;
      const taken = (club: ClubCode) => live(after).filter((kick) => kick.club === club).length;
      const left = (club: ClubCode) => Math.max(0, Math.max(5, taken('HOM'), taken('AWY')) - taken(club));
      const [home, away] = [score('HOM'), score('AWY')];
      const winner = home > away + left('AWY') ? 'HOM' : away > home + left('HOM') ? 'AWY' : undefined;
      expect(after.shootout?.winner).toBe(winner);
      if (winner !== undefined) expect(score(winner)).toBeGreaterThan(score(winner === 'HOM' ? 'AWY' : 'HOM'));
    }
  };
  invariant(
    'I72: nobody kicks after the decision, and it falls as soon as the others can’t catch up',
    anyShootout(),
    endsWhenDecided,
  );

  invariant(
    'I73: everybody kicks before anybody kicks again, and both sides have as many',
    anyShootout(),
    ({ steps }) => {
      for (const { event, before } of steps) {
        if (event.type !== 'kick' || event.by === undefined) continue;
        const club = before.roster.get(event.by)?.club ?? '';
        const those = [eligible(before, 'HOM'), eligible(before, 'AWY')].map(({ length }) => length);
        expect(new Set(those).size).toBe(1);
        const of = live(before).filter((kick) => kick.club === club);
        const cycle = of.slice(Math.floor(of.length / (those[0] ?? 1)) * (those[0] ?? 1)).map(({ by }) => by);
        expect(cycle).not.toContain(event.by);
      }
    },
  );

  invariant(
    'I74: who kicks was on the pitch at the end, wasn’t sent off, and wasn’t left out',
    anyShootout(),
    kickFromThePitch,
  );

  const anyMore = fc
    .tuple(anyShootout(), fc.array(fc.tuple(fc.boolean(), fc.boolean()), { maxLength: 8 }))
    .map(([match, more]) => {
      const number = live(match.state).length;
      const kicks = more.map(([home, scored], index): Entry => {
        const at = { leg: 1, period: 'PEN', elapsed: (number + index + 1) * 1000 } as const;
        const event = { type: 'kick', club: home ? 'HOM' : 'AWY', outcome: scored ? 'scored' : 'saved', at } as const;
        return { kind: 'event', seq: 0, offset: 0, id: `more${index}`, event };
      });
      return {
        match,
        before: match.recording,
        recording: retold(match.recording, [...match.recording.entries, ...kicks]),
      };
    });
  invariant(
    'I75: what is kicked after the decision changes neither winner nor score',
    anyMore,
    ({ match, before, recording }) => {
      if (match.state.shootout?.winner === undefined) return;
      const [was, is] = [viewsOf(before), viewsOf(recording)];
      expect([is.shootout?.winner, is.shootout?.score, is.result]).toEqual([
        was.shootout?.winner,
        was.shootout?.score,
        was.result,
      ]);
    },
  );
});

describe('these laws can fail', () => {
  test('a shoot-out in which one side kicks twice is found out', () => {
    const impatient = anyShootout().map((match) => ({ ...match, steps: match.steps.map(byTheSameSide) }));
    expect(refuted(impatient, takeTurns)).toBe(true);
  });

  test('a kick from the bench is found out', () => {
    const fromTheBench = anyShootout().map((match) => ({
      ...match,
      steps: match.steps.map(
        (step): Step => (step.event.type === 'kick' ? { ...step, event: { ...step.event, by: 'home-23' } } : step),
      ),
    }));
    expect(refuted(fromTheBench, kickFromThePitch)).toBe(true);
  });

  test('a penalty that nobody takes is found out', () => {
    const untaken = anyPenalties.map((match) => ({
      ...match,
      steps: match.steps.filter(({ event }) => event.type !== 'penalty'),
    }));
    expect(refuted(untaken, comesToOneEnd)).toBe(true);
  });
});

const byTheSameSide = (step: Step): Step => ({
  ...step,
  after:
    step.after.shootout === undefined
      ? step.after
      : {
          ...step.after,
          shootout: {
            ...step.after.shootout,
            kicks: step.after.shootout.kicks.map((kick) => ({ ...kick, club: 'HOM' })),
          },
        },
});

/** By the award that it names; without one, whichever was the last before it. */
const isKickOf = (steps: readonly Step[], award: string | undefined, id: string, elapsed: number): boolean => {
  if (award !== undefined) return award === id;
  const own = steps.findIndex((step) => step.id === id);
  const next = steps.findIndex(({ event }, index) => index > own && event.type === 'penalty-awarded');
  const until = next === -1 ? steps.length : next;
  return steps.slice(own, until).some(({ event }) => event.type === 'penalty' && event.at.elapsed === elapsed);
};

const eligible = (state: MatchState, club: ClubCode): PersonId[] =>
  Object.entries(state.people)
    .filter(([, its]) => its.club === club && (its.status === 'on' || its.status === 'temporarily-off'))
    .map(([id]) => id)
    .filter((id) => state.cards[id]?.sentOff === undefined && !state.leftOut.includes(id));
