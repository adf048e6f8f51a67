import type { EventOf, MatchEvent } from '../event.ts';
import type { Decision } from '../laws/decisions.ts';
import type { MatchState } from '../state.ts';
import { compareTime } from '../time.ts';
import { type Breach, when } from './breach.ts';
import { nameOfPerson } from './names.ts';

/**
 * What may follow on a penalty kick: nothing, where the half was kept open for it alone (Law 7.4), and nothing by the
 * kicker until somebody else has touched the ball (Law 14.2). The goal that the kick itself scores is part of it.
 */
export const judgeRebound = (state: MatchState, event: EventOf<'goal' | 'shot'>): Breach[] => {
  const kick = lastKick(state, event);
  if (kick === undefined || event.penalty !== undefined) return [];
  return [
    ...judgeExtended(kick),
    ...when(
      isTouchedTwice(kick, event) && [...state.decisions.after(kick.id)].length === 0,
      'touched-twice',
      () => `${nameOfPerson(state, event.by)} has taken the penalty, and nobody else has touched the ball since`,
    ),
  ];
};

/** … and no restart either: the half is over with the kick. */
export const judgeAfterLastKick = (state: MatchState, event: MatchEvent): Breach[] => {
  const kick = lastKick(state, event);
  return kick === undefined ? [] : judgeExtended(kick);
};

const judgeExtended = ({ extended }: Decision): Breach[] =>
  when(extended === true, 'rebound-after-time', () => 'the half was kept open for the penalty alone');

/** The last penalty of the period that wasn't taken again. */
const lastKick = ({ penalties, superseded }: MatchState, { at }: MatchEvent): Decision | undefined => {
  const kick = penalties.findLast(({ id }) => superseded[id] === undefined);
  const isBefore = kick?.at.leg === at.leg && kick.at.period === at.period && compareTime(kick.at, at) <= 0;
  return isBefore ? kick : undefined;
};

/** Off the frame of the goal and straight back to him; what a goalkeeper has saved, anybody may put in. */
const isTouchedTwice = (kick: Decision, { by, assist, at }: EventOf<'goal' | 'shot'>): boolean =>
  kick.outcome === 'woodwork' &&
  by !== undefined &&
  by === kick.person &&
  assist === undefined &&
  at.elapsed - kick.at.elapsed <= TOUCHED_WITHIN_MS;

/** Later than that the ball has been played by somebody, whether or not the log tells of it. */
const TOUCHED_WITHIN_MS = 5_000;
