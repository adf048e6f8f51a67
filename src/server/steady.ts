import { asyncScheduler, type SchedulerLike } from 'rxjs';

/**
 * The clock that only runs forwards. A showing that went by the time of day would jump with it, or stand still for an
 * hour, when the machine's clock is set.
 */
export const STEADY: SchedulerLike = {
  now: () => performance.now(),
  schedule: asyncScheduler.schedule.bind(asyncScheduler),
};
