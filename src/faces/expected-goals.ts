import type { ClubCode } from '../match/fixture.ts';
import type { StatsView } from '../projections/views.ts';
import type { Attempt } from './attempts.ts';

/** How the expected goals of both sides grew, attempt by attempt. */
export interface ExpectedGoals {
  /** Whether any attempt carries an xG; otherwise there is nothing to draw. */
  readonly isKnown: boolean;
  /** Attempts that carry none, where others do: the sums are then too low. */
  readonly without: number;
  readonly sides: readonly { readonly club: ClubCode; readonly total: number; readonly steps: readonly XgStep[] }[];
  /** What a source reports for the whole, where it does. */
  readonly reported?: Readonly<Record<ClubCode, number>>;
}

export interface XgStep {
  readonly attempt: Attempt;
  readonly xg: number;
  /** Of the side, with this attempt. */
  readonly total: number;
}

export const expectedGoals = (
  attempts: readonly Attempt[],
  clubs: readonly ClubCode[],
  stats: StatsView,
): ExpectedGoals => {
  const shots = attempts.filter(({ what }) => what !== 'chance');
  const isKnown = shots.some(({ xg }) => xg !== undefined);
  const reported = Object.fromEntries(
    clubs.flatMap((club) => {
      const xg = stats[club]?.reported?.xg;
      return xg === undefined ? [] : [[club, xg]];
    }),
  );
  return {
    isKnown,
    without: isKnown ? shots.filter(({ xg }) => xg === undefined).length : 0,
    sides: clubs.map((club) => {
      const steps = stepsOf(attempts.filter((attempt) => attempt.club === club));
      return { club, total: steps.at(-1)?.total ?? 0, steps };
    }),
    ...(Object.keys(reported).length === 0 ? {} : { reported }),
  };
};

const stepsOf = (attempts: readonly Attempt[]): XgStep[] => {
  const steps: XgStep[] = [];
  for (const attempt of attempts) {
    if (attempt.xg === undefined) continue;
    // Sums of decimals are kept as a person would write them.
    const total = Math.round(((steps.at(-1)?.total ?? 0) + attempt.xg) * 1e6) / 1e6;
    steps.push({ attempt, xg: attempt.xg, total });
  }
  return steps;
};
