import type { EventOf } from '../event.ts';
import type { Taken } from '../laws/periods.ts';
import type { MatchState } from '../state.ts';
import { compareTime } from '../time.ts';
import { type Breach, when } from './breach.ts';
import { nameOfPerson } from './names.ts';

/**
 * Laws 13, 15 and 16: nobody scores with a throw-in, nor against his own side with a restart; the opponents have a goal
 * kick or a corner. A log may leave touches out, so that only whoever took it himself, and at once, is sure to have
 * been the last to touch the ball.
 */
export const judgeStraight = (state: MatchState, event: EventOf<'goal'>): Breach[] => {
  const { taken } = state.clock;
  return when(
    taken !== undefined && isStraight(taken, event) && (event.own === true || taken.kind === 'throw-in'),
    'goal-straight-from-the-restart',
    () =>
      `${nameOfPerson(state, event.by)} took the ${NAMES[taken?.kind ?? 'throw-in']}, and nobody else has touched the ball`,
  );
};

const NAMES: Readonly<Record<Taken['kind'], string>> = {
  'free-kick': 'free kick',
  'goal-kick': 'goal kick',
  'throw-in': 'throw-in',
};

const isStraight = ({ by, at }: Taken, goal: EventOf<'goal'>): boolean =>
  goal.by === by &&
  goal.assist === undefined &&
  goal.contributions === undefined &&
  goal.at.leg === at.leg &&
  goal.at.period === at.period &&
  compareTime(goal.at, at) >= 0 &&
  goal.at.elapsed - at.elapsed <= STRAIGHT_WITHIN_MS;

/** In that time the ball can't have been to anybody and back. */
const STRAIGHT_WITHIN_MS = 1_000;
