import type { ClubCode, Fixture, PersonId } from '../match/fixture.ts';
import { compareTime, type MatchTime } from '../match/time.ts';
import type { TimelineItem, Views } from '../projections/views.ts';
import { stands } from './tone.ts';

/** How the tie stood after each goal, over all legs. */
export interface TieCourse {
  /** Home and away of the leg being played. */
  readonly clubs: readonly [ClubCode, ClubCode];
  readonly legs: readonly number[];
  readonly steps: readonly TieStep[];
  /** The score that counts, where a ruling made it another than the goals did. */
  readonly ruled?: Readonly<Record<ClubCode, number>>;
}

export interface TieStep {
  /** Of the goal, in the timeline. */
  readonly id: string;
  readonly at: MatchTime;
  readonly label: string;
  readonly club: ClubCode;
  readonly person?: PersonId;
  readonly own: boolean;
  /** Of the tie, with this goal; outside a tie of two legs of the match. */
  readonly score: Readonly<Record<ClubCode, number>>;
  readonly leader?: ClubCode;
}

/** A goal that was taken back or superseded never counted, and isn't a step. */
export const tieCourse = (
  views: Pick<Views, 'timeline' | 'scoreboard' | 'aggregate' | 'clock'>,
  fixture: Fixture,
): TieCourse => {
  const { scoreboard, aggregate, clock } = views;
  const clubs = [scoreboard.home.club, scoreboard.away.club] as const;
  const legs = aggregate === undefined ? [clock.leg] : fixture.legs.map((_, index) => index + 1);
  let score: Record<ClubCode, number> = { [clubs[0]]: 0, [clubs[1]]: 0 };
  const steps: TieStep[] = [];
  for (const [id, { at, label, club, person, own }] of goalsOf(views.timeline, legs)) {
    score = { ...score, [club]: (score[club] ?? 0) + 1 };
    const leader = leaderOf(score, clubs);
    steps.push({
      ...{ id, at, label, club, own: own === true, score },
      ...(person === undefined ? {} : { person }),
      ...(leader === undefined ? {} : { leader }),
    });
  }
  const counts = aggregate?.score ?? { [clubs[0]]: scoreboard.home.score, [clubs[1]]: scoreboard.away.score };
  const isRuled = clubs.some((club) => (counts[club] ?? 0) !== (score[club] ?? 0));
  return { clubs, legs, steps, ...(isRuled ? { ruled: counts } : {}) };
};

type Goal = TimelineItem & { readonly club: ClubCode };

const goalsOf = (timeline: Views['timeline'], legs: readonly number[]): (readonly [string, Goal])[] =>
  Object.entries(timeline)
    // A tentative goal has no score.
    .filter((each): each is [string, Goal] => {
      const [, item] = each;
      const counts = item.kind === 'goal' && item.score !== undefined && item.club !== undefined && stands(item);
      return counts && item.at.period !== 'PEN' && legs.includes(item.at.leg);
    })
    .sort(([, a], [, b]) => compareTime(a.at, b.at) || a.order - b.order);

const leaderOf = (
  score: Readonly<Record<ClubCode, number>>,
  [a, b]: readonly [ClubCode, ClubCode],
): ClubCode | undefined => {
  const lead = (score[a] ?? 0) - (score[b] ?? 0);
  return lead === 0 ? undefined : lead > 0 ? a : b;
};
