import type { Fixture } from '../match/fixture.ts';
import { WHISTLES } from '../match/laws/periods.ts';
import { compareTime, isHalf, type MatchTime, type Millis, type TimeRef } from '../match/time.ts';
import type { Entry } from './entry.ts';
import type { Claim } from './journal.ts';
import type { Moment } from './moments.ts';

/** What a time is looked up in. */
export interface Told {
  readonly fixture: Fixture;
  readonly entries: readonly Entry[];
  momentAt(cursor: number): Moment;
  /** In match order. */
  believedAt(cursor: number): readonly Claim[];
}

/** The number of entries that were known at that time; a sentence where the recording has no such time. */
export const cursorAsOf = (told: Told, time: TimeRef): number | string => {
  switch (time.kind) {
    case 'leg':
      return startOfLeg(told, time.leg);
    case 'name':
      return whistle(told, time);
    case 'clock': {
      const target: MatchTime = { leg: legOf(told, time), period: time.period, elapsed: time.to };
      let cursor = 0;
      for (let known = 1; known <= told.entries.length; known += 1) {
        const isUpTo = compareTime(watchTime(told, known), target) <= 0;
        // The whistle is of the half that it ends, though with it the watch stands beyond.
        if (isUpTo || (cursor === known - 1 && isWhistleUpTo(told.entries[cursor], target))) cursor = known;
      }
      return cursor;
    }
  }
};

/** The feed time at which the watch showed `time`, run on from the last entry that was known then. */
export const feedTimeAsOf = (told: Told, time: TimeRef, cursor: number): Millis => {
  const offset = told.entries[cursor - 1]?.offset ?? 0;
  const moment = told.momentAt(cursor);
  const next = told.entries[cursor]?.offset ?? Number.MAX_SAFE_INTEGER;
  if (time.kind !== 'clock' || !moment.running || time.period !== moment.period) return offset;
  return Math.min(Math.max(offset, time.to - moment.anchor), next);
};

/** The leg that a time is of: the last one, unless it says. */
export const legOf = ({ fixture }: Pick<Told, 'fixture'>, time: { readonly leg?: number }): number =>
  time.leg ?? fixture.legs.length;

const startOfLeg = ({ entries, fixture }: Told, leg: number): number | string => {
  const first = entries.findIndex((entry) => entry.kind === 'event' && entry.event.at.leg === leg);
  return first === -1 ? `there is no leg ${leg} in this recording; it has ${fixture.legs.length}` : first + 1;
};

const whistle = (told: Told, time: Extract<TimeRef, { kind: 'name' }>): number | string => {
  const leg = legOf(told, time);
  const fits = ({ event }: Claim): boolean => {
    if (event.at.leg !== leg) return false;
    if (time.name === 'kick-off') return event.type === 'kick-off' && event.at.period === '1H';
    if (time.name === 'half-time')
      return event.at.period === '1H' && (event.type === 'half-time' || event.type === 'period-end');
    return event.at.period !== '1H' && (event.type === 'full-time' || event.type === 'period-end');
  };
  const believed = told.believedAt(told.entries.length);
  const found = time.name === 'kick-off' ? believed.find(fits) : believed.findLast(fits);
  return found?.seq ?? `there is no ${time.name} of leg ${leg} in this recording`;
};

const isWhistleUpTo = (entry: Entry | undefined, target: MatchTime): boolean =>
  entry?.kind === 'event' && WHISTLES.has(entry.event.type) && compareTime(entry.event.at, target) <= 0;

const watchTime = (told: Told, cursor: number): MatchTime => {
  const moment = told.momentAt(cursor);
  const { leg, period, running, anchor, elapsed } = moment;
  const offset = told.entries[cursor - 1]?.offset ?? 0;
  return { leg, period, elapsed: running ? Math.max(elapsed, offset + anchor) : intervalTime(moment, offset) };
};

const intervalTime = ({ period, anchor, elapsed }: Moment, offset: Millis): Millis =>
  isHalf(period) || period === 'PEN' ? elapsed : offset + anchor;
