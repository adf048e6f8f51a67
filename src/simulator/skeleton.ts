import type { ClubCode, Fixture, Side } from '../match/fixture.ts';
import { answerTie, type LegScore, type Score, type TieAnswer } from '../match/laws/tie.ts';
import type { Regulations } from '../match/regulations/regulations.ts';
import type { Random } from './random.ts';
import { RATES } from './rates.ts';

/** How far a match may be made to go. */
export const STAGES = ['full-time', 'extra-time', 'shoot-out'] as const;
export type Until = (typeof STAGES)[number];

/** The goals of each leg: in normal time, and in an extra time, should it come to one. */
export interface Skeleton {
  readonly legs: readonly [LegGoals, ...LegGoals[]];
}

export interface LegGoals {
  readonly normal: Score;
  readonly extra: Score;
}

export interface Demands {
  /** What the last leg ends with, extra time included and kicks from the mark not. */
  readonly score?: Score;
  readonly until: Until;
  /** Goals that have to be among them, leg by leg. */
  readonly atLeast: readonly LegGoals[];
}

/**
 * The goals of a tie, drawn from what is usual among all that meets the demands; `undefined` where nothing does. Whether
 * a tie goes on is the regulations' to say (`answerTie`), so that nobody has to play until it happens to be level.
 */
export const drawSkeleton = (
  random: Random,
  fixture: Fixture,
  rules: Regulations,
  demands: Demands,
): Skeleton | undefined => {
  const free =
    demands.score === undefined &&
    demands.until === 'full-time' &&
    demands.atLeast.every(({ normal, extra }) => sum(normal) + sum(extra) === 0);
  const legs = fixture.legs.length;
  if (free) return { legs: Array.from({ length: legs }, () => usual(random, rules)) as unknown as Skeleton['legs'] };
  const all = skeletons(fixture, rules, demands);
  return all.length === 0 ? undefined : random.weighted(all);
};

const usual = (random: Random, rules: Regulations): LegGoals => ({
  normal: drawn(random, RATES.goals),
  extra: allowed(drawn(random, RATES.extraTimeGoals), rules),
});

const drawn = (random: Random, { home, away }: Score): Score => ({
  home: Math.min(GOALS_MAX, random.poisson(home)),
  away: Math.min(GOALS_MAX, random.poisson(away)),
});

/** The first golden goal is the last. */
const allowed = (extra: Score, { extraTime }: Regulations): Score =>
  extraTime === 'golden' && sum(extra) > 1 ? { home: extra.home > 0 ? 1 : 0, away: extra.home > 0 ? 0 : 1 } : extra;

const GOALS_MAX = 9;

/** Every skeleton that meets the demands, with how usual it is. */
const skeletons = (fixture: Fixture, rules: Regulations, demands: Demands): (readonly [Skeleton, number])[] => {
  const found: (readonly [Skeleton, number])[] = [];
  const { score } = demands;
  const [firstDemand, lastDemand] = [demands.atLeast[0] ?? NO_DEMAND, demands.atLeast.at(-1) ?? NO_DEMAND];
  const most = Math.max(
    USUAL_MAX,
    score?.home ?? 0,
    score?.away ?? 0,
    ...demands.atLeast.flatMap(({ normal }) => [normal.home, normal.away]),
  );
  const firsts = fixture.legs.length === 1 ? [undefined] : scores(firstDemand.normal, { home: most, away: most });
  const lasts = scores(lastDemand.normal, score ?? { home: most, away: most });
  for (const first of firsts) {
    for (const normal of lasts) {
      for (const { extra, answer } of endings(fixture, rules, first, normal, lastDemand.extra)) {
        const final = extra === undefined ? normal : { home: normal.home + extra.home, away: normal.away + extra.away };
        if (score !== undefined && (final.home !== score.home || final.away !== score.away)) continue;
        if (!reaches(demands.until, extra, answer, rules)) continue;
        if (extra === undefined && sum(lastDemand.extra) > 0) continue;
        const last = { normal, extra: extra ?? ZERO };
        const weight =
          (first === undefined ? 1 : likelihood(first, RATES.goals)) *
          likelihood(normal, RATES.goals) *
          (extra === undefined ? 1 : likelihood(extra, RATES.extraTimeGoals));
        found.push([{ legs: first === undefined ? [last] : [{ normal: first, extra: ZERO }, last] }, weight]);
      }
    }
  }
  return found;
};

const NO_DEMAND: LegGoals = { normal: { home: 0, away: 0 }, extra: { home: 0, away: 0 } };
const ZERO: Score = { home: 0, away: 0 };
const USUAL_MAX = 6;
const EXTRA_MAX = 3;

/** How a last leg may end that stands so after normal time: as it is, or after one of many extra times. */
const endings = (
  fixture: Fixture,
  rules: Regulations,
  first: Score | undefined,
  normal: Score,
  atLeast: Score,
): { readonly extra?: Score; readonly answer: TieAnswer }[] => {
  const normalTime = answerTie(rules, { legs: legScores(fixture, first, normal) });
  if (normalTime.needs !== 'extra-time') return [{ answer: normalTime }];
  const most = rules.extraTime === 'golden' ? 1 : Math.max(EXTRA_MAX, atLeast.home, atLeast.away);
  return scores(atLeast, { home: most, away: most })
    .filter((extra) => rules.extraTime !== 'golden' || sum(extra) <= 1)
    .map((extra) => ({ extra, answer: answerTie(rules, { legs: legScores(fixture, first, normal, extra) }) }));
};

const legScores = (
  { legs }: Fixture,
  first: Score | undefined,
  normal: Score,
  extraTime?: Score,
): [LegScore, ...LegScore[]] => {
  const clubs = (index: number): { home: ClubCode; away: ClubCode } => ({
    home: legs[index]?.home ?? 'HOM',
    away: legs[index]?.away ?? 'AWY',
  });
  const last: LegScore = {
    ...clubs(legs.length - 1),
    score: normal,
    ...(extraTime === undefined ? {} : { extraTime }),
  };
  return first === undefined ? [last] : [{ ...clubs(0), score: first }, last];
};

const reaches = (until: Until, extra: Score | undefined, answer: TieAnswer, { extraTime }: Regulations): boolean => {
  switch (until) {
    case 'full-time':
      return true;
    case 'extra-time':
      return extra !== undefined;
    case 'shoot-out':
      return answer.needs === 'shoot-out' && (extra !== undefined || extraTime === 'none');
  }
};

const scores = (least: Score, most: Score): Score[] => {
  const all: Score[] = [];
  for (let home = least.home; home <= most.home; home += 1)
    for (let away = least.away; away <= most.away; away += 1) all.push({ home, away });
  return all;
};

const sum = ({ home, away }: Score): number => home + away;

/** As each side's goals would come, each for itself. */
const likelihood = (score: Score, means: Readonly<Record<Side, number>>): number =>
  poisson(score.home, means.home) * poisson(score.away, means.away);

const poisson = (times: number, mean: number): number => {
  let probability = Math.exp(-mean);
  for (let each = 1; each <= times; each += 1) probability *= mean / each;
  return probability;
};
