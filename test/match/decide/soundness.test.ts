import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { breachesOf, type Command, decide } from '../../../src/match/decide.ts';
import type { MatchEvent } from '../../../src/match/event.ts';
import type { Fixture, PersonId } from '../../../src/match/fixture.ts';
import { yellowsOf } from '../../../src/match/laws/cards.ts';
import { isOnPitch } from '../../../src/match/laws/numbers.ts';
import { isPlay } from '../../../src/match/laws/restarts.ts';
import { evolve, initialState, type MatchState } from '../../../src/match/state.ts';
import { HALVES, isHalf, type MatchTime, MINUTE } from '../../../src/match/time.ts';
import { oneLeg, twoLegs } from '../../support/story.ts';
import { anyEvent, anyHappenings } from '../any-event.ts';

const FIXTURES = {
  'one leg': oneLeg(),
  'one leg, 2026/27': oneLeg({ regulations: 'uefa-champions-league-2026-27' }),
  'one leg without team sheets': oneLeg({ sheets: false }),
  'a league match': oneLeg({ regulations: 'domestic-league' }),
  'straight to kicks': oneLeg({ regulations: { extraTime: 'none', substitutions: { concussion: 1 } } }),
  'golden goal': oneLeg({ regulations: { extraTime: 'golden' } }),
  'two legs': twoLegs(),
};
const anyFixture = fc.constantFrom(...Object.values(FIXTURES));

describe('the decider', () => {
  test('has an answer for any event in any state, and never throws', () => {
    fc.assert(
      fc.property(anyFixture, anyHappenings(), anyEvent(), (fixture, happenings, event) => {
        const state = happenings.reduce(evolve, initialState(fixture));
        const simulated = decide(state, { ...event, id: 'x1' }, 'simulate');
        const recorded = decide(state, event, 'record');
        const unplaced = event.at.leg > fixture.legs.length;
        expect(simulated.kind).toMatch(/accepted|refused/);
        expect(recorded.kind === 'refused').toBe(unplaced);
        if (recorded.kind !== 'refused') expect(recorded.event).toEqual(event);
        // What breaks the Laws as a report is never lawful as a command.
        if (recorded.kind === 'irregular') expect(simulated.kind).toBe('refused');
        if (simulated.kind === 'refused') expect(simulated.refusal.message).not.toMatch(/undefined|\[object/);
      }),
      { numRuns: 1500 },
    );
  });

  test('treats both sides alike', () => {
    fc.assert(
      fc.property(fc.boolean(), anyHappenings(), anyEvent(), (two, happenings, event) => {
        const fixture = two ? twoLegs() : oneLeg();
        const codes = (at: Fixture, told: typeof happenings, asked: MatchEvent) =>
          breachesOf(told.reduce(evolve, initialState(at)), asked)
            .map(({ code }) => code)
            .sort();
        expect(codes(mirrored(fixture), mirrored(happenings), mirrored(event))).toEqual(
          codes(fixture, happenings, event),
        );
      }),
      { numRuns: 800 },
    );
  });
});

describe('a match by the Laws', () => {
  test('keeps them, whatever is asked for', () => {
    fc.assert(
      fc.property(anyFixture, fc.array(anyWish(), { minLength: 60, maxLength: 120 }), (fixture, wishes) => {
        let state = initialState(fixture);
        for (const [index, wish] of wishes.entries()) {
          const command = commandOf(state, wish, `x${index}`);
          const verdict = decide(state, command, 'simulate');
          if (verdict.kind !== 'accepted') continue;
          const before = state;
          state = evolve(state, { id: command.id ?? `x${index}`, event: verdict.event });
          expectLawful(before, verdict.event, state);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('gets through all its periods, kicks included', () => {
    const reached = new Set<string>();
    fc.assert(
      fc.property(
        fc.constant(FIXTURES['one leg']),
        fc.array(anyWish(), { minLength: 100, maxLength: 160 }),
        (fixture, wishes) => {
          let state = initialState(fixture);
          for (const [index, wish] of wishes.entries()) {
            const command = commandOf(state, wish, `x${index}`);
            const verdict = decide(state, command, 'simulate');
            if (verdict.kind === 'accepted') state = evolve(state, { id: `x${index}`, event: verdict.event });
            reached.add(state.clock.base);
            if (state.shootout?.winner !== undefined) reached.add('decided');
          }
        },
      ),
      { numRuns: 150, seed: 1 },
    );
    expect([...reached]).toEqual(
      expect.arrayContaining(['1H', 'HT', '2H', 'ENT', 'ET1', 'ETHT', 'ET2', 'EET', 'PEN', 'decided']),
    );
  });
});

/** Invariants I46, I47, I52, I55, I56, I57, I71 and I72 of a lawful match. */
const expectLawful = (before: MatchState, event: MatchEvent, after: MatchState): void => {
  for (const club of [after.sides.home, after.sides.away]) {
    const team = after.teams[club];
    if (team === undefined) continue;
    if (isPlay(event) && event.type !== 'kick') {
      expect(team.count).toBeGreaterThanOrEqual(after.rules.minPlayers);
      expect(team.count).toBeLessThanOrEqual(11);
      const keeper = team.goalkeeper;
      if (keeper !== undefined && team.known) expect([keeper, isOnPitch(after, keeper)]).toEqual([keeper, true]);
    }
    expect(team.count).toBeLessThanOrEqual(11);
    const { normal, windows = 99, extraTime, extraTimeWindows } = after.rules.substitutions;
    const theirs = after.teams[club === after.sides.home ? after.sides.away : after.sides.home]?.concussion ?? 0;
    const extra = ['1H', 'HT', '2H'].includes(after.clock.base) ? 0 : 1;
    expect(team.used).toBeLessThanOrEqual(normal + extra * extraTime + theirs);
    expect(team.windows).toBeLessThanOrEqual(windows + extra * extraTimeWindows + theirs);
  }
  for (const held of Object.values(after.cards)) {
    expect(yellowsOf(held, 'match').length).toBeLessThanOrEqual(2);
    expect(yellowsOf(held, 'shoot-out').length).toBeLessThanOrEqual(2);
    const last = held.cards.at(-1)?.id;
    if (held.sentOff !== undefined) expect(held.sentOff.card).toBe(last);
  }
  if (event.type === 'substitution') expectChange(before, event.on, event.off, after);
  for (const id of Object.keys(after.people)) {
    const gone = before.people[id]?.status === 'off' || before.cards[id]?.sentOff !== undefined;
    const back = isOnPitch(after, id) && !isOnPitch(before, id);
    // A card that is taken back brings its man back; nothing else does.
    if (gone && back && after.leg === before.leg)
      expect(after.cards[id]?.sentOff).not.toEqual(before.cards[id]?.sentOff);
  }
  if (event.type === 'kick') expectKicks(before, after);
  // The deciding kick may be taken again; nothing else reopens a shoot-out.
  const undone = before.shootout?.winner !== undefined && after.shootout?.winner !== before.shootout.winner;
  if (undone && after.leg === before.leg) expect(['retake', 'var-decision']).toContain(event.type);
};

const expectChange = (
  before: MatchState,
  on: PersonId | undefined,
  off: PersonId | undefined,
  after: MatchState,
): void => {
  expect(on).toBeDefined();
  expect(off).toBeDefined();
  if (on === undefined || off === undefined || !Object.values(before.teams).every(({ known }) => known)) return;
  expect(before.people[on]?.status).toBe('bench');
  expect(['on', 'temporarily-off']).toContain(before.people[off]?.status);
  expect(after.people[on]?.status).toBe('on');
  expect(after.people[off]?.status).toBe('off');
};

const expectKicks = (before: MatchState, after: MatchState): void => {
  expect(before.shootout?.winner).toBeUndefined();
  const taken = (club: string) =>
    after.shootout?.kicks.filter((kick) => kick.club === club && !kick.superseded).length ?? 0;
  expect(Math.abs(taken(after.sides.home) - taken(after.sides.away))).toBeLessThanOrEqual(1);
};

/** What somebody might ask for next: mostly something sensible, so that matches get somewhere. */
interface Wish {
  readonly what: (typeof WISHES)[number];
  readonly home: boolean;
  readonly one: number;
  readonly other: number;
  readonly later: number;
  readonly nonsense: MatchEvent;
}

const WISHES = [
  'go-on',
  'go-on',
  'go-on',
  'go-on',
  'go-on',
  'go-on',
  'goal',
  'shot',
  'caution',
  'caution',
  'red',
  'change',
  'change',
  'change',
  'concussion',
  'award',
  'penalty',
  'retake',
  'check',
  'review',
  'outcome',
  'kick',
  'kick',
  'kick',
  'kick',
  'keeper',
  'off',
  'back',
  'second-yellow',
  'transfer',
  'cancel',
  'reopen',
  'disallow',
  'nonsense',
  'suspend',
  'resume',
  'corner',
] as const;

const anyWish = (): fc.Arbitrary<Wish> =>
  fc.record({
    what: fc.constantFrom(...WISHES),
    home: fc.boolean(),
    one: fc.integer({ min: 1, max: 23 }),
    other: fc.integer({ min: 12, max: 23 }),
    later: fc.constantFrom(0, 5_000, 40_000, 3 * MINUTE),
    nonsense: anyEvent(),
  });

const commandOf = (state: MatchState, { what, home, one, other, later, nonsense }: Wish, id: string): Command => {
  const side = home ? 'home' : 'away';
  const club = home ? 'HOM' : 'AWY';
  const by = `${side}-${one}`;
  const { base, watch } = state.clock;
  const now: MatchTime = {
    leg: state.leg,
    period: base,
    elapsed: isHalf(base) ? watch.elapsed + later : base === 'PEN' ? 0 : 1000,
  };
  const last = [...state.decisions].at(-1)?.id ?? 'none';
  const review = state.reviews.open[0] ?? 'none';
  switch (what) {
    case 'go-on':
      return { id, ...goOn(state, now) };
    case 'goal':
      return { id, type: 'goal', at: now, by };
    case 'shot':
      return { id, type: 'shot', at: now, by };
    case 'corner':
      return { id, type: 'corner', at: now, club };
    case 'caution':
      return { id, type: 'caution', at: now, person: by };
    case 'second-yellow':
      return { id, type: 'second-yellow', at: now, person: by };
    case 'red':
      return { id, type: 'red', at: now, person: by };
    case 'change':
      return { id, type: 'substitution', at: now, off: by, on: `${side}-${other}` };
    case 'concussion':
      return { id, type: 'substitution', at: now, off: by, on: `${side}-${other}`, reason: 'concussion' };
    case 'keeper':
      return { id, type: 'goalkeeper', at: now, person: by };
    case 'off':
      return { id, type: one % 2 === 0 ? 'left' : 'temporarily-off', at: now, person: by };
    case 'back':
      return { id, type: 'back-on', at: now, person: by };
    case 'award':
      return { id, type: 'penalty-awarded', at: now, club };
    case 'penalty':
      return { id, type: 'penalty', at: now, by, outcome: 'saved' };
    case 'retake':
      return { id, type: 'retake', at: now, of: last };
    case 'check':
      return { id, type: 'var-check', at: now, of: last, category: one % 2 === 0 ? 'goal' : 'direct-red' };
    case 'review':
      return { id, type: 'var-review', at: now, of: review };
    case 'outcome':
      return { id, type: 'var-decision', at: now, of: review, outcome: one % 2 === 0 ? 'overturned' : 'upheld' };
    case 'disallow':
      return { id, type: 'goal-disallowed', at: now, of: last };
    case 'transfer':
      return { id, type: 'card-transferred', at: now, of: last, to: by };
    case 'cancel':
      return { id, type: 'card-cancelled', at: now, of: last };
    case 'reopen':
      return { id, type: 'period-reopened', at: { ...now, period: watch.period, elapsed: watch.elapsed + later } };
    case 'suspend':
      return { id, type: 'suspended', at: now };
    case 'resume':
      return { id, type: 'resumed', at: now };
    case 'kick':
      return {
        id,
        type: 'kick',
        at: { ...now, period: 'PEN', elapsed: 0 },
        by,
        outcome: one % 3 === 0 ? 'saved' : 'scored',
      };
    case 'nonsense':
      return { ...nonsense, id };
  }
};

/** The next whistle or kick-off. */
const goOn = (state: MatchState, now: MatchTime): MatchEvent => {
  const { base, restart, watch, addedTime = 0 } = state.clock;
  const next = { pre: '1H', HT: '2H', ENT: 'ET1', ETHT: 'ET2' } as const;
  if (base in next) return { type: 'kick-off', at: { ...now, period: next[base as keyof typeof next], elapsed: 0 } };
  if (restart?.kind === 'kick-off') return { type: 'kick-off', at: now };
  if (base === 'EET' || base === 'PEN') return nextKick(state, now);
  if (isHalf(base)) {
    const whole = (HALVES[base].to - HALVES[base].from + addedTime) * MINUTE;
    return { type: 'period-end', at: { ...now, elapsed: Math.max(watch.elapsed, whole) } };
  }
  return { type: 'kick-off', at: { ...now, leg: now.leg + 1, period: '1H', elapsed: 0 } };
};

/** By those of the eleven who haven't kicked, one after another. */
const nextKick = (state: MatchState, now: MatchTime): MatchEvent => {
  const kicks = state.shootout?.kicks.filter(({ superseded }) => !superseded) ?? [];
  const side = kicks.length % 2 === 0 ? 'home' : 'away';
  const by = `${side}-${1 + (Math.floor(kicks.length / 2) % 11)}`;
  const outcome = (now.leg + state.clock.plays) % 3 === 0 ? 'saved' : 'scored';
  return { type: 'kick', at: { ...now, period: 'PEN', elapsed: 0 }, by, outcome };
};

/** The same with the two sides changed over. */
const mirrored = <T>(told: T): T =>
  JSON.parse(
    JSON.stringify(told).replace(/HOM|AWY|home|away|Home|Away/g, (word) => MIRROR[word as keyof typeof MIRROR]),
  );

const MIRROR = { HOM: 'AWY', AWY: 'HOM', home: 'away', away: 'home', Home: 'Away', Away: 'Home' };
