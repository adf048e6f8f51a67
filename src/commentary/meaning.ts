import type { ClubCode, PersonId } from '../match/fixture.ts';
import type { Goal } from '../match/laws/goals.ts';
import type { Need } from '../match/laws/tie.ts';
import type { EventId, MatchState } from '../match/state.ts';
import { MINUTE, type Millis } from '../match/time.ts';
import { opponentsOf } from '../match/who.ts';
import { isLateInTheMatch, isPastAddedTime, minuteOf, minutesBetween, minutesSince } from './clock.ts';
import { leadOf, needNow, throughNow, tieLeadOf } from './now.ts';
import { goalsOf, type Past, pastOf } from './past.ts';

/** What a goal means: of everything that is true of it, the strongest. `scope` is what it means it for. */
export type Meaning =
  | { readonly kind: 'ends-match'; readonly club: ClubCode }
  | {
      readonly kind: 'through-as-it-stands';
      readonly scope: 'tie' | 'match';
      readonly club: ClubCode;
      readonly instead?: Need;
    }
  | { readonly kind: 'after-added-time'; readonly minutes: number }
  | { readonly kind: 'leads-tie'; readonly club: ClubCode; readonly first?: boolean; readonly from?: number }
  | { readonly kind: 'ahead-on-away-goals'; readonly club: ClubCode }
  | { readonly kind: 'levels-tie'; readonly club: ClubCode; readonly firstLegLead?: number; readonly needs?: Need }
  | {
      readonly kind: 'leads';
      readonly club: ClubCode;
      readonly again?: boolean;
      readonly from?: number;
      readonly within?: number;
    }
  | { readonly kind: 'levels'; readonly club: ClubCode; readonly from?: number; readonly lasted?: number }
  | { readonly kind: 'goals-of-one'; readonly by: PersonId; readonly count: number }
  | { readonly kind: 'came-on'; readonly by: PersonId; readonly minutes: number }
  | { readonly kind: 'answers'; readonly minutes: number }
  | {
      readonly kind: 'opener';
      readonly elapsed: Millis;
      readonly minute: number;
      readonly tie?: { readonly from: number; readonly to: number };
    }
  | { readonly kind: 'reviewed-penalty' }
  | { readonly kind: 'numbers'; readonly club: ClubCode; readonly own: number; readonly other: number }
  | {
      readonly kind: 'reduces';
      readonly scope: 'tie' | 'match';
      readonly club: ClubCode;
      readonly to: number;
      readonly late: boolean;
    }
  | {
      readonly kind: 'stretches';
      readonly scope: 'tie' | 'match';
      readonly club: ClubCode;
      readonly other: ClubCode;
      readonly lead: number;
    };

/** The strongest thing that is true of a goal; most have none. It must be believed, and the newest of its leg. */
export const meaningOf = (id: EventId, club: ClubCode, before: MatchState, after: MatchState): Meaning | undefined => {
  const goal = after.goals.findLast((its) => its.id === id);
  if (goal === undefined) return undefined;
  const past = pastOf(before, club);
  const story = { goal, club, before, after, past, lead: leadOf(after, club), tieLead: tieLeadOf(after, club) };
  return (
    ofTheEnd(story) ??
    ofTheTie(story) ??
    ofTheScore(story) ??
    ofTheScorer(story) ??
    ofTheMoment(story) ??
    ofTheMargin(story)
  );
};

const ANSWERED_WITHIN_MS = 3 * MINUTE;
const CAME_ON_WITHIN_MS = 10 * MINUTE;
/** A first goal is told as the first when it comes this early, or this late. */
const EARLY_MINUTE = 3;
const LONG_AWAITED_MINUTE = 60;

interface Story {
  readonly goal: Goal;
  readonly club: ClubCode;
  readonly before: MatchState;
  readonly after: MatchState;
  readonly past: Past;
  /** Of the scoring side, after the goal. */
  readonly lead: number;
  readonly tieLead: number;
}

const ofTheEnd = ({ goal, club, before, after, lead, tieLead }: Story): Meaning | undefined => {
  if (after.standing.over && after.standing.endsPlay && !before.standing.over) return { kind: 'ends-match', club };
  const needed = needNow(before);
  if (needed !== undefined && throughNow(after) === club && isLateInTheMatch(goal.at)) {
    return { kind: 'through-as-it-stands', scope: after.leg > 1 ? 'tie' : 'match', club, instead: needed };
  }
  const turns = [lead, tieLead].some((margin) => margin === 0 || margin === 1);
  const { addedTime } = before.clock;
  return turns && addedTime !== undefined && isPastAddedTime(goal.at, addedTime)
    ? { kind: 'after-added-time', minutes: addedTime }
    : undefined;
};

const ofTheTie = ({ club, after, past, tieLead }: Story): Meaning | undefined => {
  if (after.leg < 2) return undefined;
  if (tieLead === 1) {
    return past.known
      ? { kind: 'leads-tie', club, first: !past.ledTie, ...twoOrMore('from', -past.lowestInTie) }
      : { kind: 'leads-tie', club };
  }
  if (tieLead !== 0) return undefined;
  if (throughNow(after) === club) return { kind: 'ahead-on-away-goals', club };
  const needs = needNow(after);
  return {
    kind: 'levels-tie',
    club,
    ...(past.levelSinceFirstLeg || !past.known ? {} : twoOrMore('firstLegLead', -past.afterFirstLeg)),
    ...(needs === undefined ? {} : { needs }),
  };
};

const ofTheScore = ({ goal, club, before, lead, past }: Story): Meaning | undefined => {
  const from = past.known ? twoOrMore('from', -past.lowest) : {};
  if (lead === 0) {
    const lasted = past.behindSince === undefined ? undefined : minutesBetween(past.behindSince.at, goal.at);
    return { kind: 'levels', club, ...from, ...(lasted === undefined || !past.known ? {} : { lasted }) };
  }
  if (lead !== 1 || before.tally.home + before.tally.away === 0) return undefined;
  const within = past.last?.club === club ? undefined : minutesSince(past.last, goal.at, ANSWERED_WITHIN_MS);
  return {
    kind: 'leads',
    club,
    ...from,
    ...(past.known ? { again: past.led } : {}),
    ...(within === undefined ? {} : { within }),
  };
};

const ofTheScorer = ({ goal: { by, own, at }, after }: Story): Meaning | undefined => {
  if (by === undefined || own) return undefined;
  const count = goalsOf(after, by);
  if (count >= 2) return { kind: 'goals-of-one', by, count };
  const minutes = minutesSince(after.people[by]?.on, at, CAME_ON_WITHIN_MS);
  return minutes === undefined ? undefined : { kind: 'came-on', by, minutes };
};

const ofTheMoment = ({ goal, club, before, after, past, tieLead }: Story): Meaning | undefined => {
  const minutes = past.last?.club === club ? undefined : minutesSince(past.last, goal.at, ANSWERED_WITHIN_MS);
  if (minutes !== undefined) return { kind: 'answers', minutes };
  if (before.tally.home + before.tally.away === 0) {
    const behind: { tie?: { from: number; to: number } } =
      after.leg > 1 && tieLead < 0 ? { tie: { from: 1 - tieLead, to: -tieLead } } : {};
    const minute = minuteOf(goal.at);
    if (behind.tie !== undefined || minute <= EARLY_MINUTE || minute >= LONG_AWAITED_MINUTE) {
      return { kind: 'opener', elapsed: goal.at.elapsed, minute, ...behind };
    }
  }
  if (goal.penalty !== undefined && cameFromReview(after)) return { kind: 'reviewed-penalty' };
  const [own, other] = [club, opponentsOf(after, club)].map((code) => after.teams[code]?.count ?? 11);
  return own === undefined || other === undefined || own === other ? undefined : { kind: 'numbers', club, own, other };
};

const ofTheMargin = ({ goal, club, after, tieLead }: Story): Meaning | undefined => {
  const scope = after.leg > 1 ? 'tie' : 'match';
  if (tieLead < 0) return { kind: 'reduces', scope, club, to: -tieLead, late: isLateInTheMatch(goal.at) };
  return tieLead >= 2 ? { kind: 'stretches', scope, club, other: opponentsOf(after, club), lead: tieLead } : undefined;
};

const cameFromReview = ({ decisions }: MatchState): boolean => {
  for (const { type, review } of decisions.backwards()) if (type === 'penalty-awarded') return review !== undefined;
  return false;
};

/** Only from two on is it worth telling. */
const twoOrMore = <K extends string>(key: K, value: number): { readonly [P in K]?: number } =>
  (value >= 2 ? { [key]: value } : {}) as { readonly [P in K]?: number };
