import type { ClubCode, RegulationsChoice } from '../fixture.ts';
import { type Regulations, regulationsOf } from '../regulations/regulations.ts';

/** Goals by side in one leg. */
export interface Score {
  readonly home: number;
  readonly away: number;
}

/** A leg's goals in normal time, then in extra time alone. */
export interface LegScore {
  readonly home: ClubCode;
  readonly away: ClubCode;
  readonly score: Score;
  readonly extraTime?: Score;
}

export type Means =
  | 'normal-time'
  | 'extra-time'
  | 'shoot-out'
  | 'away-goals'
  | 'golden-goal'
  | 'silver-goal'
  | 'lots'
  | 'ruling';
export type Need = 'extra-time' | 'shoot-out' | 'replay' | 'lots';

export interface TieQuestion {
  readonly regulations?: RegulationsChoice;
  readonly legs: readonly [LegScore, ...LegScore[]];
  /** Kicks scored in the shoot-out, by side of the last leg. */
  readonly shootout?: Score;
  /** The club that lots were drawn for. */
  readonly lots?: ClubCode;
}

export interface TieAnswer {
  readonly aggregate: Readonly<Record<ClubCode, number>>;
  readonly advancing?: ClubCode;
  readonly by?: Means;
  /** What has to come next while nobody is through; absent too where a draw stands. */
  readonly needs?: Need;
}

/**
 * Who goes through, from the scores alone (UEFA Champions League regulations 2025/26, Article 20; away goals as up to
 * 2020/21, Article 15). Extra time belongs to the tie: its goals count in the aggregate, kicks never do (Law 10.3).
 * What normal time has settled stays settled: an extra time that nobody needed counts for nothing. The score of a
 * single leg is a tie of one.
 */
export const resolveTie = (question: TieQuestion): TieAnswer =>
  answerTie(regulationsOf(question.regulations), question);

/** `resolveTie` where the regulations are at hand already. */
export const answerTie = (rules: Regulations, question: Omit<TieQuestion, 'regulations'>): TieAnswer => {
  const { legs, shootout, lots } = question;
  const last = legs[legs.length - 1] ?? legs[0];
  const afterNormalTime = settled(rules, [...legs.slice(0, -1), withoutExtraTime(last)]);
  if (afterNormalTime.advancing !== undefined) return afterNormalTime;

  const { aggregate, ...answer } = last.extraTime === undefined ? afterNormalTime : settled(rules, legs);
  if (answer.advancing !== undefined) return { aggregate, ...answer };
  if (shootout !== undefined && shootout.home !== shootout.away) {
    return { aggregate, advancing: shootout.home > shootout.away ? last.home : last.away, by: 'shoot-out' };
  }
  if (lots !== undefined) return { aggregate, advancing: lots, by: 'lots' };
  if (last.extraTime === undefined && rules.extraTime !== 'none') return { aggregate, needs: 'extra-time' };
  return rules.ifLevel === 'draw' ? { aggregate } : { aggregate, needs: rules.ifLevel };
};

/** By goals, then by away goals where they count and there are two legs. */
const settled = (rules: Regulations, legs: readonly LegScore[]): TieAnswer => {
  const last = legs[legs.length - 1];
  const aggregate = aggregateOf(legs);
  const leader = ahead(aggregate, last);
  if (leader !== undefined) return { aggregate, advancing: leader, by: decidedBy(rules, last?.extraTime) };
  const counts = legs.length > 1 && countsAwayGoals(rules, last?.extraTime !== undefined);
  const away = counts ? ahead(awayGoalsOf(legs), last) : undefined;
  return away === undefined ? { aggregate } : { aggregate, advancing: away, by: 'away-goals' };
};

const withoutExtraTime = ({ extraTime: _later, ...normalTime }: LegScore): LegScore => normalTime;

const aggregateOf = (legs: readonly LegScore[]): Record<ClubCode, number> => {
  const total: Record<ClubCode, number> = {};
  for (const { home, away, score, extraTime } of legs) {
    total[home] = (total[home] ?? 0) + score.home + (extraTime?.home ?? 0);
    total[away] = (total[away] ?? 0) + score.away + (extraTime?.away ?? 0);
  }
  return total;
};

const awayGoalsOf = (legs: readonly LegScore[]): Record<ClubCode, number> =>
  aggregateOf(
    legs.map((leg) => ({
      ...leg,
      score: { home: 0, away: leg.score.away },
      extraTime: { home: 0, away: leg.extraTime?.away ?? 0 },
    })),
  );

const countsAwayGoals = (rules: Regulations, extraTimePlayed: boolean): boolean =>
  rules.awayGoals && (!extraTimePlayed || (rules.awayGoalsInET ?? true));

const ahead = (goals: Readonly<Record<ClubCode, number>>, last: LegScore | undefined): ClubCode | undefined => {
  if (last === undefined) return undefined;
  const difference = (goals[last.home] ?? 0) - (goals[last.away] ?? 0);
  return difference === 0 ? undefined : difference > 0 ? last.home : last.away;
};

const decidedBy = (rules: Regulations, extra: Score | undefined): Means => {
  if (extra === undefined) return 'normal-time';
  if (rules.extraTime === 'golden') return 'golden-goal';
  return rules.extraTime === 'silver' ? 'silver-goal' : 'extra-time';
};
