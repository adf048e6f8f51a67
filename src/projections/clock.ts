import { partsOfMatch } from '../journal/projection.ts';
import { initialState, type MatchState } from '../match/state.ts';
import { labelOf } from '../match/time.ts';
import type { ClockView } from './views.ts';

/** The period, the watch, added time, and the restart that is owed. */
export const clock = partsOfMatch<ClockView>(
  initialState,
  (before, after) => before.clock !== after.clock || before.leg !== after.leg,
  ({ clock, leg }: MatchState) => ({
    leg,
    period: clock.period,
    elapsed: clock.watch.elapsed,
    label: clock.period === 'pre' ? 'pre' : labelOf(clock.watch),
    running: clock.running,
    ...(clock.addedTime === undefined ? {} : { addedTime: clock.addedTime }),
    ...(clock.status === undefined ? {} : { status: clock.status }),
    ...(clock.restart === undefined ? {} : { restart: clock.restart }),
  }),
);
