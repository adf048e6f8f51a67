import type { Side } from '../fixture.ts';
import type { MatchState } from '../state.ts';
import { comparePeriod, type Period } from '../time.ts';
import { extraTimePlayed } from './extra-time.ts';
import type { Score } from './tie.ts';

/** A leg's goals, by the part of it in which they fell. */
export interface Tally extends Score {
  readonly firstHalf: Score;
  /** Normal time, the first half included. */
  readonly normal: Score;
  readonly extra: Score;
  /** Goals that a source's score tells of and no event does (negative where it tells of fewer). */
  readonly unattributed: Score;
}

export type Part = 'first-half' | 'second-half' | 'extra-time';

const NIL: Score = { home: 0, away: 0 };
export const NO_GOALS: Tally = { ...NIL, firstHalf: NIL, normal: NIL, extra: NIL, unattributed: NIL };

/** What is only reported after the last whistle fell before it. */
export const partOf = (period: Period, state: Pick<MatchState, 'clock' | 'rules' | 'tally'>): Part => {
  if (comparePeriod(period, 'HT') <= 0) return 'first-half';
  if (comparePeriod(period, 'ENT') <= 0) return 'second-half';
  if (period !== 'PEN' && period !== 'FT') return 'extra-time';
  return extraTimePlayed(state) ? 'extra-time' : 'second-half';
};

export const add = (tally: Tally, side: Side, part: Part, goals: number): Tally => {
  if (goals === 0) return tally;
  const plus = (score: Score): Score => ({ ...score, [side]: score[side] + goals });
  return {
    ...plus(tally),
    firstHalf: part === 'first-half' ? plus(tally.firstHalf) : tally.firstHalf,
    normal: part === 'extra-time' ? tally.normal : plus(tally.normal),
    extra: part === 'extra-time' ? plus(tally.extra) : tally.extra,
    unattributed: tally.unattributed,
  };
};

/** A goal that doesn't stand any more. A source whose score told of fewer had taken it back already. */
export const takenBack = (tally: Tally, side: Side, part: Part): Tally =>
  tally.unattributed[side] < 0
    ? withUnattributed(tally, side, 1)
    : add(tally, side, has(tally, side, part) ? part : latestPart(tally, side), -1);

/** A goal that the score had already: it gives one of the unattributed its place and its name. */
export const named = (tally: Tally, side: Side, part: Part): Tally =>
  withUnattributed(add(add(tally, side, latestPart(tally, side), -1), side, part, 1), side, -1);

/** After an outage a source may say "2–1" without the goals: the score is right at once, the scorers come later. */
export const asReported = (tally: Tally, score: Score, part: Part): Tally => {
  let adjusted = tally;
  for (const side of ['home', 'away'] as const) {
    const missing = score[side] - tally[side];
    if (missing > 0) adjusted = add(adjusted, side, part, missing);
    for (let fewer = missing; fewer < 0; fewer += 1) adjusted = add(adjusted, side, latestPart(adjusted, side), -1);
    adjusted = withUnattributed(adjusted, side, missing);
  }
  return adjusted;
};

const withUnattributed = (tally: Tally, side: Side, goals: number): Tally =>
  goals === 0 ? tally : { ...tally, unattributed: { ...tally.unattributed, [side]: tally.unattributed[side] + goals } };

const PARTS: readonly Part[] = ['extra-time', 'second-half', 'first-half'];

const latestPart = (tally: Tally, side: Side): Part => PARTS.find((part) => has(tally, side, part)) ?? 'first-half';

const has = ({ firstHalf, normal, extra }: Tally, side: Side, part: Part): boolean => {
  switch (part) {
    case 'first-half':
      return firstHalf[side] > 0;
    case 'second-half':
      return normal[side] > firstHalf[side];
    case 'extra-time':
      return extra[side] > 0;
  }
};
