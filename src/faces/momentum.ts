import type { ClubCode } from '../match/fixture.ts';
import { HALVES, type Half, isHalf, MINUTE, type Millis, PERIODS } from '../match/time.ts';
import type { TimelineView } from '../projections/views.ts';
import type { Attempt } from './attempts.ts';
import { stands } from './tone.ts';

/** Five minutes of a half, and what each side did with them. */
export interface MomentumBin {
  readonly period: Half;
  /** Elapsed in the period. */
  readonly from: Millis;
  readonly to: Millis;
  /** `41–45'`, `90+6–90+9'` */
  readonly label: string;
  readonly sides: Readonly<Record<ClubCode, MomentumSide>>;
}

export interface MomentumSide {
  readonly weight: number;
  readonly goals: number;
  readonly attempts: number;
  readonly corners: number;
}

/**
 * What an attempt counts for: more the nearer it came. Where the feed has its xG, twice that is added. The weights are
 * ours: enough to show who was pressing, and no measure of anything.
 */
export const WEIGHTS = {
  goal: 3,
  'on-target': 2,
  woodwork: 2,
  'off-target': 1,
  chance: 1,
  corner: 0.5,
  xg: 2,
} as const;

/**
 * The pressure of both sides in stretches of five minutes. A feed of touches would tell more; attempts and corners are
 * what every feed has.
 */
export const momentumOf = (
  timeline: TimelineView,
  attempts: readonly Attempt[],
  leg: number,
  clubs: readonly ClubCode[],
): MomentumBin[] => {
  const items = Object.values(timeline).filter((item) => item.at.leg === leg && stands(item));
  const corners = items.filter(({ kind }) => kind === 'corner');
  const reached = new Map<Half, Millis>();
  for (const { at } of items) {
    if (isHalf(at.period)) reached.set(at.period, Math.max(reached.get(at.period) ?? 0, at.elapsed));
  }
  const halves = PERIODS.filter(isHalf).filter((half) => reached.has(half));
  return halves.flatMap((half) =>
    binsOf(half, reached.get(half) ?? 0).map((bin) => ({
      ...bin,
      sides: Object.fromEntries(
        clubs.map((club) => [club, sideOf(attempts.filter(isIn(bin, club)), corners.filter(isIn(bin, club)).length)]),
      ),
    })),
  );
};

type Bin = Omit<MomentumBin, 'sides'>;

const BIN_MS = 5 * MINUTE;

/** Added time is in stretches of its own, so that a long one doesn't look like pressure. */
const binsOf = (period: Half, reached: Millis): Bin[] => {
  const { from: first, to: last } = HALVES[period];
  const count = Math.floor(Math.max(0, reached) / BIN_MS) + 1;
  return Array.from({ length: count }, (_, index) => {
    const [from, to] = [index * BIN_MS, (index + 1) * BIN_MS];
    const minute = first + from / MINUTE;
    const until = Math.min(minute + 5, first + Math.floor(Math.max(0, reached) / MINUTE) + 1);
    if (minute < last) return { period, from, to, label: `${minute + 1}–${minute + 5}'` };
    const [begins, ends] = [minute - last + 1, until - last];
    return { period, from, to, label: begins === ends ? `${last}+${begins}'` : `${last}+${begins}–${last}+${ends}'` };
  });
};

const isIn =
  ({ period, from, to }: Bin, club: ClubCode) =>
  ({ at, club: whose }: Pick<Attempt, 'at'> & { readonly club?: ClubCode }): boolean =>
    whose === club && at.period === period && at.elapsed >= from && at.elapsed < to;

const sideOf = (attempts: readonly Attempt[], corners: number): MomentumSide => ({
  weight: round(
    attempts.reduce((sum, { what, xg = 0 }) => sum + WEIGHTS[what] + WEIGHTS.xg * xg, corners * WEIGHTS.corner),
  ),
  goals: attempts.filter(({ what }) => what === 'goal').length,
  attempts: attempts.filter(({ what }) => what !== 'chance').length,
  corners,
});

const round = (weight: number): number => Math.round(weight * 100) / 100;
