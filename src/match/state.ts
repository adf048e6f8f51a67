import type { MatchEvent } from './event.ts';
import type { ClubCode, Fixture, Person, PersonId, Side } from './fixture.ts';
import { type CardsOfPerson, evolveCards } from './laws/cards.ts';
import { NO_REVIEWS, type Reviews } from './laws/checks.ts';
import { type Decision, evolveDecisions } from './laws/decisions.ts';
import { evolveGoals, type Goal } from './laws/goals.ts';
import { evolveLineups, type PersonState, peopleOnTheSheet, type TeamState, teamsOnTheSheet } from './laws/line-ups.ts';
import { countPitch } from './laws/numbers.ts';
import { type Clock, evolveClock, KICK_OFF_AWAITED, settleClock } from './laws/periods.ts';
import { evolveReviews } from './laws/reviews.ts';
import { evolveRulings, NO_RULINGS, type Ruled } from './laws/rulings.ts';
import { evolveShootout, type Shootout } from './laws/shootout.ts';
import { type Standing, standingOf } from './laws/standing.ts';
import { evolveSubstitutions } from './laws/substitutions.ts';
import { NO_GOALS, type Tally } from './laws/tally.ts';
import { Ledger, Register } from './ledger.ts';
import { type Regulations, regulationsOf } from './regulations/regulations.ts';
import type { Millis } from './time.ts';

export type { Decision } from './laws/decisions.ts';
export { clubOf, opponentsOf, personOf, sideOf } from './who.ts';

/** The id of the entry that an event came with. */
export type EventId = string;

/** An event that is believed, in match order. */
export interface Happening {
  readonly id: EventId;
  readonly event: MatchEvent;
}

/**
 * The match as the Laws see it, with everything that follows from what was reported: a dismissal by a second caution,
 * what an overturned decision voids, the numbers on the pitch, who is through. A part that an event leaves alone is
 * the same reference before and after.
 */
export interface MatchState {
  readonly fixture: Fixture;
  readonly rules: Regulations;
  readonly roster: ReadonlyMap<PersonId, RosterEntry>;
  /** The leg being played; after its whistle still that leg, until the next one's first event. */
  readonly leg: number;
  readonly sides: Readonly<Record<Side, ClubCode>>;
  readonly clock: Clock;
  /** Before a leg, between its halves and after it: how long that has lasted; none while the watch runs. */
  readonly interval: Millis;
  readonly tally: Tally;
  /** Of all legs, in match order; superseded ones included. */
  readonly goals: Ledger<Goal>;
  readonly people: Readonly<Record<PersonId, PersonState>>;
  readonly teams: Readonly<Record<ClubCode, TeamState>>;
  readonly cards: Readonly<Record<PersonId, CardsOfPerson>>;
  readonly reviews: Reviews;
  /** Every decision, and every fact that a review may look at. */
  readonly decisions: Register<Decision>;
  /** Those of them that are kicks from the penalty mark in play (Law 14), of all legs. */
  readonly penalties: Ledger<Decision>;
  /** A decision that doesn't stand any more, and what took its place. */
  readonly superseded: Readonly<Record<EventId, EventId>>;
  readonly shootout: Shootout | undefined;
  /** Those whom a side left out of the kicks, to have no more than the other (Law 10.3); known before the first kick. */
  readonly leftOut: readonly PersonId[];
  /** What the legs before this one ended with. */
  readonly before: readonly Tally[];
  readonly ruled: Ruled;
  readonly standing: Standing;
}

export interface RosterEntry {
  readonly club: ClubCode;
  readonly person: Person;
}

export const initialState = (fixture: Fixture): MatchState => {
  const roster = new Map<PersonId, RosterEntry>();
  for (const [code, { people }] of Object.entries(fixture.clubs)) {
    for (const [id, person] of Object.entries(people)) roster.set(id, { club: code, person });
  }
  const start = {
    fixture,
    rules: regulationsOf(fixture.regulations),
    roster,
    goals: Ledger.empty<Goal>(),
    decisions: Register.empty<Decision>(),
    penalties: Ledger.empty<Decision>(),
    superseded: {},
    before: [],
    ruled: NO_RULINGS,
    ...freshLeg(fixture, 1),
  };
  return countPitch({ ...start, standing: standingOf(start) });
};

/** The next state. It takes whatever the journal holds and never throws; the same reference when nothing changes. */
export const evolve = (state: MatchState, happening: Happening): MatchState => {
  let next = inLeg(state, happening.event.at.leg);
  for (const step of STEPS) next = step(next, happening);
  return settle(state, next);
};

/** In this order: what a decision undoes is gone before anything is added. */
const STEPS: readonly ((state: MatchState, happening: Happening) => MatchState)[] = [
  evolveClock,
  evolveDecisions,
  evolveReviews,
  evolveGoals,
  evolveShootout,
  evolveLineups,
  evolveSubstitutions,
  evolveCards,
  evolveRulings,
];

/** What depends on several parts at once is worked out last, and only when one of them has changed. */
const settle = (before: MatchState, after: MatchState): MatchState => {
  const peopleMoved = after.people !== before.people || after.cards !== before.cards || after.leg !== before.leg;
  const counted = peopleMoved ? countPitch(after) : after;
  return isStandingTouched(before, after) ? withStanding(counted) : counted;
};

const isStandingTouched = (before: MatchState, after: MatchState): boolean =>
  after.clock.base !== before.clock.base ||
  after.clock.status !== before.clock.status ||
  after.tally !== before.tally ||
  after.shootout !== before.shootout ||
  after.ruled !== before.ruled ||
  after.leg !== before.leg;

const withStanding = (state: MatchState): MatchState => {
  const standing = standingOf(state);
  const same = JSON.stringify(standing) === JSON.stringify(state.standing);
  return { ...state, standing: same ? state.standing : standing, clock: settleClock(state.clock, standing) };
};

/** The next leg begins with its first event; one that the recording leaves out was goalless. */
const inLeg = (state: MatchState, leg: number): MatchState => {
  let next = state;
  while (next.leg < leg) {
    next = { ...next, before: [...next.before, next.tally], ...freshLeg(next.fixture, next.leg + 1) };
  }
  return next;
};

const freshLeg = (fixture: Fixture, number: number) => {
  const leg = fixture.legs[number - 1] ?? fixture.legs[fixture.legs.length - 1];
  const sides = { home: leg?.home ?? 'HOM', away: leg?.away ?? 'AWY' };
  const sheets = leg?.teams ?? {};
  return {
    leg: number,
    sides,
    clock: KICK_OFF_AWAITED,
    interval: 0,
    tally: NO_GOALS,
    people: peopleOnTheSheet(fixture, sides, sheets),
    teams: teamsOnTheSheet(sides, sheets),
    cards: {},
    reviews: NO_REVIEWS,
    shootout: undefined,
    leftOut: [],
  };
};
