import type { EventOf } from '../../match/event.ts';
import type { ClubCode, PersonId } from '../../match/fixture.ts';
import { type MatchTime, MINUTE } from '../../match/time.ts';
import type { Kicks } from '../kicks.ts';
import type { Told } from '../telling.ts';
import { type Cast, type Row, tell } from './row.ts';
import { bodyPartOf, intoOf, shotOutcome, TAGS } from './tags.ts';

/** The last pass that was marked as one. */
export interface Assist {
  readonly by: PersonId;
  readonly club: ClubCode;
  readonly at: MatchTime;
}

/** A pass counts as the assist where the goal follows within so long. */
const ASSIST_MAX_MS = MINUTE / 4;

export const goalOf = (row: Row, assist: Assist | undefined, from?: EventOf<'goal'>['from']): Told => {
  const { at, by, tags } = row;
  const isHis =
    assist !== undefined &&
    assist.club === by.club &&
    assist.by !== by.by &&
    assist.at.period === at.period &&
    at.elapsed - assist.at.elapsed <= ASSIST_MAX_MS;
  const origin = from ?? (tags.has(TAGS.counter) ? 'counter' : undefined);
  return tell(row, {
    type: 'goal',
    at,
    ...by,
    ...(isHis ? { assist: assist.by } : {}),
    ...bodyPartOf(tags),
    ...intoOf(tags),
    ...(origin === undefined ? {} : { from: origin }),
  });
};

export const ownGoal = (row: Row, cast: Cast): Told => {
  const { by, club } = row.by;
  const benefits = club === undefined ? undefined : cast.opponentsOf(club);
  return tell(row, {
    type: 'goal',
    at: row.at,
    ...(by === undefined ? {} : { by }),
    ...(benefits === undefined ? {} : { club: benefits }),
    own: true,
    ...bodyPartOf(row.tags),
  });
};

export const shotOf = (row: Row, from?: EventOf<'shot'>['from']): Told => {
  const outcome = shotOutcome(row.tags);
  const origin = from ?? (row.tags.has(TAGS.counter) ? 'counter' : undefined);
  return tell(row, {
    type: 'shot',
    at: row.at,
    ...row.by,
    ...bodyPartOf(row.tags),
    ...(outcome === undefined ? {} : { outcome }),
    ...(origin === undefined ? {} : { from: origin }),
  });
};

/** Corners, free kicks, goal kicks, throw-ins and penalties, with the goals that come of them at once. */
export const setPiece = (row: Row, kicks: Kicks, assist: Assist | undefined): Told[] => {
  const { at, by, tags, sub, id } = row;
  const isGoal = tags.has(TAGS.goal);
  switch (sub) {
    case 30:
      return [tell(row, { type: 'corner', at, ...by }, 'c'), ...(isGoal ? [goalOf(row, assist, 'corner')] : [])];
    case 31:
    case 32:
    case 33: {
      const taken = tell(row, { type: 'free-kick', at, ...by, ...(sub === 33 ? { direct: true } : {}) }, 'f');
      if (isGoal) return [taken, goalOf(row, assist, 'free-kick')];
      return sub === 33 ? [taken, shotOf(row, 'free-kick')] : [taken];
    }
    case 34:
      return [tell(row, { type: 'goal-kick', at, ...by })];
    case 35: {
      const { club } = by;
      if (club === undefined) return [];
      const outcome = isGoal ? 'scored' : shotOutcome(tags);
      return kicks.penalty({
        ref: id,
        at,
        ...by,
        club,
        ...bodyPartOf(tags),
        ...(isGoal ? intoOf(tags) : {}),
        ...(outcome === undefined || outcome === 'blocked' ? {} : { outcome }),
      });
    }
    case 36:
      return [tell(row, { type: 'throw-in', at, ...by })];
    default:
      return [];
  }
};

export const kickOf = (row: Row, kicks: Kicks): Told => {
  const outcome = row.tags.has(TAGS.goal) ? 'scored' : shotOutcome(row.tags);
  return tell(row, {
    type: 'kick',
    at: kicks.next(),
    ...row.by,
    outcome: outcome === undefined || outcome === 'blocked' ? 'missed' : outcome,
    ...bodyPartOf(row.tags),
    ...intoOf(row.tags),
  });
};
