import type { Entry } from '../../../src/journal/entry.ts';
import { FORMAT, type Recording, VERSION } from '../../../src/journal/recording.ts';
import { isSame } from '../../../src/journal/same.ts';
import { decide, type Refusal } from '../../../src/match/decide.ts';
import type { MatchEvent } from '../../../src/match/event.ts';
import type { ClubCode, Fixture, PersonId } from '../../../src/match/fixture.ts';
import { isOnPitch } from '../../../src/match/laws/numbers.ts';
import { evolve, initialState, type MatchState } from '../../../src/match/state.ts';
import { HALVES, type Half, isHalf, type MatchTime, MINUTE, type Period } from '../../../src/match/time.ts';
import { schedule } from '../../../src/scenario/schedule.ts';
import { befall } from './incidents.ts';
import { takeKicks } from './kicks.ts';
import { type Choice, fixtureOf, type LegPlan, type Phase, type Plan } from './plan.ts';

/** A match by the Laws: of all that was asked for, what `decide` accepted. */
export interface Match {
  readonly plan: Plan;
  readonly fixture: Fixture;
  readonly recording: Recording;
  readonly steps: readonly Step[];
  readonly state: MatchState;
  readonly refused: readonly Refused[];
}

/** A command that was accepted, and the match before and after it. */
export interface Step {
  readonly id: string;
  readonly event: MatchEvent;
  readonly before: MatchState;
  readonly after: MatchState;
}

export interface Refused {
  readonly event: MatchEvent;
  readonly refusal: Refusal;
  readonly before: MatchState;
  readonly after: MatchState;
}

/** Plays a match to its end, whatever was planned: an empty plan is a goalless match with all that follows from one. */
export const playOut = (plan: Plan): Match => {
  const day = new Matchday(fixtureOf(plan.setting));
  for (const leg of plan.legs) playLeg(day, leg);
  const { fixture, steps, refused, state } = day;
  return { plan, fixture, steps, refused, state, recording: recordingOf(fixture, steps) };
};

/** As a feed tells it at once: each entry comes at its own match time. */
export const recordingOf = (fixture: Fixture, steps: readonly Pick<Step, 'id' | 'event'>[]): Recording => {
  const laid = schedule(
    fixture,
    steps.map(({ event: { at, type } }) => ({ at, type })),
  );
  const entries = steps.map(
    ({ id, event }, index): Entry => ({ kind: 'event', seq: index + 1, offset: laid.offsets[index] ?? 0, id, event }),
  );
  return { header: { format: FORMAT, version: VERSION, startedAt: laid.startedAt, fixture }, entries };
};

/** What is asked for: an event without its time, which is now unless it's given. */
export type Asked = MatchEvent extends infer E
  ? E extends MatchEvent
    ? Omit<E, 'at'> & { at?: MatchTime }
    : never
  : never;

/** A match while it's being played: asks the decider for one thing after another, and remembers what it says. */
export class Matchday {
  readonly fixture: Fixture;
  readonly steps: Step[] = [];
  readonly refused: Refused[] = [];
  state: MatchState;
  /** Since the interval began. */
  #interval = 0;

  constructor(fixture: Fixture) {
    this.fixture = fixture;
    this.state = initialState(fixture);
  }

  /** The id of what was asked for, if it was accepted. */
  ask(asked: Asked, after = 1): string | undefined {
    const id = `x${this.steps.length + 1}`;
    const event = { ...asked, at: asked.at ?? this.now(after) } as MatchEvent;
    const before = this.state;
    // A journal would take it for the same told twice.
    if (event.type !== 'kick' && this.steps.some((step) => isSame(step.event, event))) return undefined;
    const verdict = decide(before, { ...event, id }, 'simulate');
    if (verdict.kind !== 'accepted') {
      if (verdict.kind === 'refused') this.refused.push({ event, refusal: verdict.refusal, before, after: this.state });
      return undefined;
    }
    this.state = evolve(before, { id, event: verdict.event });
    this.steps.push({ id, event: verdict.event, before, after: this.state });
    return id;
  }

  /** So many seconds from now. No half is longer by more than eight minutes, so that matches keep some measure. */
  now(after = 1): MatchTime {
    const { clock, leg } = this.state;
    const { base, watch } = clock;
    if (isHalf(base)) {
      const most = Math.max(watch.elapsed + 1000, lengthOf(base) + 8 * MINUTE);
      return { leg, period: base, elapsed: Math.min(watch.elapsed + after * 1000, most) };
    }
    if (base === 'PEN') return { leg, period: base, elapsed: Math.max(1000, watch.elapsed) };
    if (base === 'pre') return { leg, period: base, elapsed: 0 };
    this.#interval += after * 1000;
    return { leg, period: base, elapsed: this.#interval };
  }

  beginInterval(): void {
    this.#interval = 0;
  }

  club(home: boolean): ClubCode {
    return home ? this.state.sides.home : this.state.sides.away;
  }

  /** One of those of a side who are there in that capacity, if there are any. */
  one(home: boolean, number: number, status: 'on' | 'bench' | 'off' | 'temporarily-off' | 'staff' = 'on') {
    const there = this.all(home, status);
    return there[number % Math.max(1, there.length)];
  }

  all(home: boolean, status: 'on' | 'bench' | 'off' | 'temporarily-off' | 'staff' = 'on'): PersonId[] {
    const club = this.club(home);
    return Object.entries(this.state.people)
      .filter(([, its]) => its.club === club && its.status === status)
      .map(([id]) => id)
      .filter((id) => (status === 'on' ? isOnPitch(this.state, id) : true));
  }

  get over(): boolean {
    const { standing, clock } = this.state;
    return (standing.over && standing.endsPlay) || clock.status === 'abandoned';
  }
}

export const lengthOf = (half: Half): number => (HALVES[half].to - HALVES[half].from) * MINUTE;

/** Goes on until play can: a goalkeeper for whoever has none, reviews closed, penalties taken, kick-offs made. */
export const settle = (day: Matchday): void => {
  for (const id of day.state.reviews.open) day.ask({ type: 'var-decision', of: id, outcome: 'upheld' }, 30);
  if (day.state.clock.status === 'suspended') day.ask({ type: 'resumed' });
  for (const home of [true, false]) {
    const keeper = day.state.teams[day.club(home)]?.goalkeeper;
    if (keeper === undefined || isOnPitch(day.state, keeper)) continue;
    const next = day.one(home, 0);
    if (next !== undefined) day.ask({ type: 'goalkeeper', person: next });
  }
  const { restart } = day.state.clock;
  if (restart?.kind === 'penalty') {
    const by = day.one(restart.club === day.state.sides.home, 9);
    if (by !== undefined) day.ask({ type: 'penalty', by, outcome: 'off-target' }, 60);
  }
  if (restart?.kind === 'kick-off' && restart.club !== undefined) day.ask({ type: 'kick-off', club: restart.club }, 45);
};

const playLeg = (day: Matchday, plan: LegPlan): void => {
  const leg = day.steps.length === 0 ? 1 : day.state.leg + 1;
  const dueHalves: readonly [Phase, Half][] = [
    ['HT', '1H'],
    ['ENT', '2H'],
    ['ETHT', 'ET1'],
    ['EET', 'ET2'],
  ];
  if (leg > 1) day.ask({ type: 'note', text: 'the second leg', at: { leg, period: 'pre', elapsed: 0 } });
  for (const choice of plan.pre) befall(day, choice);
  for (const [interval, half] of dueHalves) {
    if (!playHalf(day, half, plan[half])) break;
    day.beginInterval();
    if (day.over) break;
    for (const choice of plan[interval]) befall(day, choice);
  }
  if (!day.over && KICKS_FOLLOW.has(day.state.clock.base)) takeKicks(day, plan.PEN);
  for (const choice of plan.FT) befall(day, choice);
};

const KICKS_FOLLOW: ReadonlySet<Period> = new Set<Period>(['ENT', 'EET']);

/** Whether it was begun: extra time may not be due, and six don't go on. */
const playHalf = (day: Matchday, half: Half, choices: readonly Choice[]): boolean => {
  settle(day);
  const at: MatchTime = { leg: day.state.leg, period: half, elapsed: 0 };
  const begins = half === '1H' || half === 'ET1';
  if (day.ask({ type: 'kick-off', club: day.club(begins), at }) === undefined) {
    abandonIfTooFew(day);
    return false;
  }
  for (const choice of choices) {
    if (day.over) return true;
    befall(day, choice);
  }
  endHalf(day, half, choices.length % 2 === 0);
  return true;
};

/** Whatever is still to be done first is done first. */
export const endHalf = (day: Matchday, half: Half, plain: boolean): void => {
  for (let turn = 0; turn < 4 && day.state.clock.base === half && !day.over; turn += 1) {
    abandonIfTooFew(day);
    const { watch, addedTime = 0 } = day.state.clock;
    const elapsed = Math.max(watch.elapsed + 1000, lengthOf(half) + addedTime * MINUTE);
    const type = plain ? 'period-end' : half === '2H' ? 'full-time' : half === '1H' ? 'half-time' : 'period-end';
    if (day.ask({ type, at: { leg: day.state.leg, period: half, elapsed } }) === undefined) settle(day);
  }
  if (day.state.clock.base === half && !day.over) throw new Error(`${half} can't be ended: ${lastRefusal(day)}`);
};

const abandonIfTooFew = (day: Matchday): void => {
  const sides = [day.all(true), day.all(false)];
  if (sides.some(({ length }) => length < day.state.rules.minPlayers)) day.ask({ type: 'abandoned' });
};

const lastRefusal = ({ refused }: Matchday): string => refused.at(-1)?.refusal.message ?? 'nobody knows why';
