import * as fc from 'fast-check';
import type { Recording } from '../../../src/journal/recording.ts';
import type { MatchEvent } from '../../../src/match/event.ts';
import type { RegulationsChoice } from '../../../src/match/fixture.ts';
import type { LegScore, Score, TieQuestion } from '../../../src/match/laws/tie.ts';
import type { MatchTime, Period } from '../../../src/match/time.ts';
import { recordingOf } from './matchday.ts';
import { AWAY_GOALS, fixtureOf } from './plan.ts';

/** Two legs, Away at home in the first, and what would come after them if it had to. */
export interface Tie {
  readonly rules: (typeof RULES)[number];
  readonly first: Score;
  readonly second: Score;
  /** Of extra time alone. */
  readonly extra: Score;
  /** Who would win the kicks, and by how many to how many. */
  readonly kicks: 'HOM' | 'AWY';
}

/** What each set of regulations makes of away goals. */
export const RULES = [
  { name: 'no away goals', awayGoals: false, inExtraTime: false },
  { name: 'away goals', awayGoals: true, inExtraTime: true },
  { name: 'away goals in normal time', awayGoals: true, inExtraTime: false },
] as const;

const REGULATIONS: Readonly<Record<(typeof RULES)[number]['name'], RegulationsChoice>> = {
  'no away goals': 'uefa-champions-league-2025-26',
  'away goals': AWAY_GOALS,
  'away goals in normal time': { base: AWAY_GOALS, awayGoalsInET: false },
};

export interface Outcome {
  readonly club: 'HOM' | 'AWY';
  readonly by: 'normal-time' | 'away-goals' | 'extra-time' | 'shoot-out';
}

/** Who goes through, told as one would tell it in a bar: it shares nothing with the code that it's held against. */
export const whoGoesThrough = ({ rules, first, second, extra, kicks }: Tie): Outcome => {
  const home = first.away + second.home;
  const away = first.home + second.away;
  if (home > away) return { club: 'HOM', by: 'normal-time' };
  if (away > home) return { club: 'AWY', by: 'normal-time' };
  if (rules.awayGoals && first.away > second.away) return { club: 'HOM', by: 'away-goals' };
  if (rules.awayGoals && first.away < second.away) return { club: 'AWY', by: 'away-goals' };
  if (extra.home > extra.away) return { club: 'HOM', by: 'extra-time' };
  if (extra.away > extra.home) return { club: 'AWY', by: 'extra-time' };
  // One each in extra time: the guests scored theirs away from home.
  if (rules.awayGoals && rules.inExtraTime && extra.away > 0) return { club: 'AWY', by: 'away-goals' };
  return { club: kicks, by: 'shoot-out' };
};

const anyScore = (most: number): fc.Arbitrary<Score> => fc.record({ home: fc.nat(most), away: fc.nat(most) });

export const anyTie = (rules: readonly Tie['rules'][] = RULES): fc.Arbitrary<Tie> =>
  fc.record({
    rules: fc.constantFrom(...rules),
    first: anyScore(3),
    second: anyScore(3),
    extra: anyScore(1),
    kicks: fc.constantFrom('HOM', 'AWY'),
  });

/** As `resolveTie` is asked: with extra time and kicks where they had to come. */
export const questionOf = (tie: Tie): TieQuestion => {
  const { by } = whoGoesThrough(tie);
  const extraTime = needsExtraTime(tie) ? { extraTime: tie.extra } : {};
  const legs: [LegScore, LegScore] = [
    { home: 'AWY', away: 'HOM', score: tie.first },
    { home: 'HOM', away: 'AWY', score: tie.second, ...extraTime },
  ];
  const shootout = tie.kicks === 'HOM' ? { home: 3, away: 0 } : { home: 0, away: 3 };
  return { regulations: REGULATIONS[tie.rules.name], legs, ...(by === 'shoot-out' ? { shootout } : {}) };
};

export const needsExtraTime = (tie: Tie): boolean => {
  const settled = whoGoesThrough({ ...tie, extra: { home: 0, away: 0 } });
  return settled.by === 'shoot-out';
};

/** The tie as a journal, whistle by whistle and goal by goal, as far as it had to go. */
export const recordingOfTie = (tie: Tie, { goals = legGoals }: { goals?: typeof legGoals } = {}): Recording => {
  const { by } = whoGoesThrough(tie);
  const events = [
    ...goals(1, tie.first),
    ...goals(2, tie.second),
    ...(needsExtraTime(tie) ? extraTime(tie.extra) : []),
    ...(by === 'shoot-out' ? kicks(tie.kicks) : []),
  ];
  const fixture = fixtureOf({ legs: 2, regulations: REGULATIONS[tie.rules.name] });
  return recordingOf(
    fixture,
    events.map((event, index) => ({ id: `x${index + 1}`, event })),
  );
};

/** All goals in the second half, a minute apart. */
export const legGoals = (leg: number, score: Score): MatchEvent[] => [
  { type: 'kick-off', at: time(leg, '1H', 0) },
  { type: 'half-time', at: time(leg, '1H', 45) },
  { type: 'kick-off', at: time(leg, '2H', 0) },
  ...goalsOf(leg, '2H', score),
  { type: 'full-time', at: time(leg, '2H', 46) },
];

const extraTime = (score: Score): MatchEvent[] => [
  { type: 'kick-off', at: time(2, 'ET1', 0) },
  ...goalsOf(2, 'ET1', score),
  { type: 'period-end', at: time(2, 'ET1', 15) },
  { type: 'kick-off', at: time(2, 'ET2', 0) },
  { type: 'period-end', at: time(2, 'ET2', 15) },
];

const goalsOf = (leg: number, period: Period, score: Score): MatchEvent[] => {
  const [home, away] = leg === 1 ? (['AWY', 'HOM'] as const) : (['HOM', 'AWY'] as const);
  const clubs = [...Array<typeof home>(score.home).fill(home), ...Array<typeof home>(score.away).fill(away)];
  return clubs.map((club, index) => ({ type: 'goal', club, at: time(leg, period, 2 + index) }));
};

const kicks = (winner: 'HOM' | 'AWY'): MatchEvent[] =>
  Array.from({ length: 6 }, (_, index): MatchEvent => {
    const club = index % 2 === 0 ? 'HOM' : 'AWY';
    const at = { leg: 2, period: 'PEN', elapsed: (index + 1) * 1000 } as const;
    return { type: 'kick', club, outcome: club === winner ? 'scored' : 'saved', at };
  });

const time = (leg: number, period: Period, minute: number): MatchTime => ({ leg, period, elapsed: minute * 60_000 });
