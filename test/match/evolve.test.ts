import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Believed } from '../../src/journal/projection.ts';
import { matchEvent } from '../../src/match/event.ts';
import type { Fixture } from '../../src/match/fixture.ts';
import { evolve, type Happening, initialState, type MatchState } from '../../src/match/state.ts';
import { compareTime } from '../../src/match/time.ts';
import { MATCH_PROJECTIONS, oneLeg, twoLegs } from '../support/story.ts';
import { anyEvent, anyHappenings } from './any-event.ts';

const FIXTURES = {
  'one leg': oneLeg(),
  'two legs': twoLegs(),
  'one leg, no team sheets': oneLeg({ sheets: false }),
  'two legs with away goals': twoLegs({ regulations: 'uefa-champions-league-2020-21' }),
  'one leg with a golden goal': oneLeg({ regulations: { extraTime: 'golden' } }),
  'a league match': oneLeg({ regulations: 'domestic-league' }),
};
const anyFixture = fc.constantFrom(...(Object.keys(FIXTURES) as (keyof typeof FIXTURES)[]));

describe('whatever a journal holds', () => {
  test('the events that these tests make up are events', () => {
    fc.assert(
      fc.property(anyEvent(), (event) => {
        expect(matchEvent.safeParse(event).error).toBeUndefined();
      }),
      { numRuns: 200 },
    );
  });

  test('the fold and its views never throw, in match order or not', () => {
    fc.assert(
      fc.property(anyFixture, anyHappenings(), fc.boolean(), (name, happenings, sorted) => {
        const views = viewsOf(FIXTURES[name], sorted ? inMatchOrder(happenings) : happenings);
        // Plain JSON without null: absent means none.
        expect(JSON.stringify(views)).not.toMatch(/[:,[]null/);
      }),
      { numRuns: 200 },
    );
  });

  test('a part that an event leaves as it was is the same reference', () => {
    fc.assert(
      fc.property(anyFixture, anyHappenings(), (name, happenings) => {
        let state = initialState(FIXTURES[name]);
        for (const happening of inMatchOrder(happenings)) {
          const next = evolve(state, happening);
          // A team sheet is laid out anew, whatever it says.
          if (happening.event.type === 'line-ups') continue;
          for (const part of PARTS) {
            if (next[part] === state[part] || next.leg !== state.leg) continue;
            expect([happening.event.type, part, JSON.stringify(next[part])]).not.toEqual([
              happening.event.type,
              part,
              JSON.stringify(state[part]),
            ]);
          }
          state = next;
        }
      }),
      { numRuns: 200 },
    );
  });

  test('an earlier state stays as it was when the fold goes on from it again', () => {
    fc.assert(
      fc.property(anyFixture, anyHappenings(), anyHappenings(), (name, one, other) => {
        const fixture = FIXTURES[name];
        const start = fold(fixture, one);
        const before = seen(start);
        other.reduce(evolve, start);
        expect(seen(start)).toBe(before);
        expect(seen(other.reduce(evolve, start))).toBe(seen([...one, ...other].reduce(evolve, initialState(fixture))));
      }),
      { numRuns: 200 },
    );
  });
});

describe('of any match', () => {
  const inAnyMatch = (check: (state: MatchState, happenings: readonly Happening[]) => void) =>
    fc.assert(
      fc.property(anyFixture, anyHappenings(), (name, happenings) => {
        const told = inMatchOrder(once(happenings));
        check(fold(FIXTURES[name], told), told);
      }),
      { numRuns: 100 },
    );

  test('the score is the standing goals, and what a source told beyond them', () => {
    inAnyMatch(({ goals, superseded, tally, leg, sides }) => {
      for (const side of ['home', 'away'] as const) {
        const standing = [...goals].filter((goal) => goal.at.leg === leg && superseded[goal.id] === undefined);
        const scored = standing.filter((goal) => goal.club === sides[side]).length;
        expect(tally[side]).toBe(scored + tally.unattributed[side]);
      }
    });
  });

  test('the parts of a match sum to its score, and none is negative', () => {
    inAnyMatch(({ tally }) => {
      for (const side of ['home', 'away'] as const) {
        expect(tally[side]).toBe(tally.normal[side] + tally.extra[side]);
        expect(tally.firstHalf[side]).toBeLessThanOrEqual(tally.normal[side]);
        for (const part of [tally, tally.firstHalf, tally.normal, tally.extra]) {
          expect(part[side]).toBeGreaterThanOrEqual(0);
        }
      }
    });
  });

  test('kicks from the penalty mark never change the score', () => {
    inAnyMatch(({ fixture }, told) => {
      const unreviewed = told.filter(({ event }) => !/^var-|retake|disallowed/.test(event.type));
      const without = unreviewed.map(
        ({ id, event }): Happening => ({
          id,
          event: event.type === 'kick' ? { type: 'note', at: event.at, text: 'a kick' } : event,
        }),
      );
      const [{ tally }, { tally: kickless }] = [fold(fixture, unreviewed), fold(fixture, without)];
      expect(tally).toEqual(kickless);
    });
  });

  test('no more are on the pitch than the changes and the cards leave there', () => {
    inAnyMatch((state) => {
      for (const club of ['HOM', 'AWY']) {
        const team = state.teams[club];
        if (team?.known !== true) continue;
        const on = Object.entries(state.people).filter(([, person]) => person.club === club && person.status === 'on');
        expect(team.count).toBeLessThanOrEqual(on.length);
      }
    });
  });

  test('the match is the same in the mirror', () => {
    inAnyMatch(({ fixture, rules }, happenings) => {
      // A goal changes its worth with the ground that it's scored on.
      if (rules.awayGoals) return;
      // Nobody is on both sheets, as he may be here.
      const told = happenings.filter(({ event }) => event.type !== 'line-ups');
      // Seen in the mirror, the fixture is itself.
      const swapped = told.map(({ id, event }) => ({ id, event: mirrored(event) }));
      expect(viewsOf(fixture, swapped)).toEqual(mirrored(viewsOf(fixture, told)));
    });
  });
});

const PARTS = [
  'sides',
  'clock',
  'tally',
  'people',
  'teams',
  'cards',
  'reviews',
  'superseded',
  'shootout',
  'before',
  'ruled',
  'standing',
] as const satisfies readonly (keyof MatchState)[];

const inMatchOrder = (happenings: readonly Happening[]): Happening[] =>
  happenings.toSorted((a, b) => compareTime(a.event.at, b.event.at));

/** A journal has each id once. */
const once = (happenings: readonly Happening[]): Happening[] => [
  ...new Map(happenings.map((happening) => [happening.id, happening])).values(),
];

const fold = (fixture: Fixture, happenings: readonly Happening[]): MatchState =>
  happenings.reduce(evolve, initialState(fixture));

/** The match projections' views, as JSON has them. */
const viewsOf = (fixture: Fixture, happenings: readonly Happening[]): unknown => {
  let before = initialState(fixture);
  const states = Object.entries(MATCH_PROJECTIONS.match).map(([name, projection]) => ({
    name,
    projection,
    state: projection.init(fixture),
  }));
  for (const { id, event } of happenings) {
    const after = evolve(before, { id, event });
    const believed: Believed = { id, event, before, after };
    for (const each of states) each.state = each.projection.evolve(each.state, believed);
    before = after;
  }
  return JSON.parse(
    JSON.stringify(Object.fromEntries(states.map(({ name, projection, state }) => [name, projection.view(state)]))),
  );
};

const seen = ({ goals, decisions, roster: _roster, ...state }: MatchState): string =>
  JSON.stringify({ ...state, goals: [...goals], decisions: [...decisions] });

/** Home for Away and the other way round, in names, sides and clubs. */
const mirrored = <T>(value: T): T =>
  JSON.parse(
    JSON.stringify(value).replaceAll(/home|away(?!-goals)|hom|awy|HOM|AWY|Home|Away/g, (word) => MIRROR[word] ?? word),
  );

const MIRROR: Readonly<Record<string, string>> = {
  home: 'away',
  away: 'home',
  hom: 'awy',
  awy: 'hom',
  HOM: 'AWY',
  AWY: 'HOM',
  Home: 'Away',
  Away: 'Home',
};
