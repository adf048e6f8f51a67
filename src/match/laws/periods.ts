import type { EventOf, EventType, MatchEvent } from '../event.ts';
import type { ClubCode } from '../fixture.ts';
import type { Happening, MatchState } from '../state.ts';
import { comparePeriod, HALVES, type Half, isHalf, type MatchTime, type Millis, type Period } from '../time.ts';
import { isPlay, type Restart, type Taken, withoutRestart, withRestart } from './restarts.ts';
import type { Standing } from './standing.ts';

export type { Restart, Taken } from './restarts.ts';

/** Laws 7 and 8: the period, the watch, the restart that is owed. */
export interface Clock {
  /** What the whistles say. */
  readonly base: Period;
  /** The same, but `FT` as soon as nothing more can follow. */
  readonly period: Period;
  /** The watch: in an interval as the whistle left it. */
  readonly watch: { readonly period: Period; readonly elapsed: Millis };
  readonly running: boolean;
  readonly addedTime?: number;
  /** A whistle has been taken back, and this half not been ended again. */
  readonly reopened?: true;
  readonly status?: 'delayed' | 'suspended' | 'abandoned' | 'postponed' | 'cancelled';
  readonly restart?: Restart;
  /** In an interval: what would be owed if the half before it were opened again. */
  readonly leftover?: Restart;
  /** The restart with which the ball came into play, while nothing else has been told of it. */
  readonly taken?: Taken;
  /** Which side kicked off a half, as far as it's told. */
  readonly begun?: Readonly<Partial<Record<Half, ClubCode>>>;
  /** Rises each time the ball is seen in play: two events with the same number lie in one stoppage. */
  readonly plays: number;
  /** How many kick-offs have followed on goals: none in a log that leaves them out. */
  readonly kickOffsAfterGoals: number;
}

export const KICK_OFF_AWAITED: Clock = {
  base: 'pre',
  period: 'pre',
  watch: { period: 'pre', elapsed: 0 },
  running: false,
  plays: 0,
  kickOffsAfterGoals: 0,
};

export const evolveClock = (state: MatchState, { event }: Happening): MatchState => {
  const now = afterEvent(catchUp(takenUp(state.clock, event), event.at), event);
  const clock = withRestart(now, state, event);
  const interval = intervalAt(state, clock.base, event.at);
  return clock === state.clock && interval === state.interval ? state : { ...state, clock, interval };
};

const intervalAt = ({ clock, interval }: MatchState, base: Period, { period, elapsed }: MatchTime): Millis => {
  if (isWatched(base)) return 0;
  const since = base === clock.base ? interval : 0;
  return period === base ? Math.max(since, elapsed) : since;
};

/**
 * ENT and EET stand only while nobody is through: once the tie is settled, the whistle was the last one. A golden goal
 * or the deciding kick ends the match without a whistle. A match that was broken off holds its period.
 */
export const settleClock = (clock: Clock, standing: Standing): Clock => {
  const period = standing.over && standing.endsPlay && !isBrokenOff(clock) ? 'FT' : clock.base;
  const running = isHalf(period) && clock.status === undefined;
  return period === clock.period && running === clock.running ? clock : { ...clock, period, running };
};

/** A delay or a suspension that the feed never ended is over when play is seen again. */
const takenUp = (clock: Clock, event: MatchEvent): Clock => {
  if (clock.status === undefined) return clock;
  const { type, at } = event;
  switch (clock.status) {
    case 'delayed':
      return isHalf(at.period) ? withoutStatus(clock) : clock;
    case 'suspended': {
      const later = comparePeriod(at.period, clock.base) > 0 || at.elapsed > clock.watch.elapsed;
      return type === 'resumed' || type === 'kick-off' || WHISTLES.has(type) || (isPlay(event) && later)
        ? withoutStatus(clock)
        : clock;
    }
    case 'abandoned':
    case 'postponed':
    case 'cancelled':
      return type === 'resumed' || type === 'kick-off' ? withoutStatus(clock) : clock;
  }
};

/** What ends a period. */
export const WHISTLES: ReadonlySet<EventType> = new Set<EventType>(['half-time', 'full-time', 'period-end']);

/** Law 7.5; a match in this state keeps its period and its watch, whatever is reported of it. */
const isBrokenOff = ({ status }: Clock): boolean => status !== undefined && status !== 'delayed';

/** A period that the feed never opened or closed is inferred from whatever happens in a later one. */
const catchUp = (clock: Clock, at: MatchTime): Clock => {
  if (isBrokenOff(clock)) return clock;
  // What happened in the interval that a whistle began is told of it, though the whistle has been taken back.
  if (clock.reopened === true && !isWatched(at.period)) return clock;
  if (comparePeriod(at.period, clock.base) > 0) return enter(clock, at.period, at.elapsed);
  if (at.period !== clock.base || !isWatched(at.period)) return clock;
  return clock.watch.elapsed === at.elapsed ? clock : { ...clock, watch: watchAt(at) };
};

const enter = (clock: Clock, period: Period, elapsed: Millis): Clock => {
  const { addedTime, reopened: _over, ...kept } = withoutRestart(clock);
  return {
    ...kept,
    base: period,
    watch: isWatched(period) ? { period, elapsed } : clock.watch,
    ...(isWatched(period) || addedTime === undefined ? {} : { addedTime }),
  };
};

/** In an interval the watch stays as the whistle left it. */
const isWatched = (period: Period): boolean => isHalf(period) || period === 'PEN';

const afterEvent = (clock: Clock, event: MatchEvent): Clock => {
  switch (event.type) {
    case 'half-time':
    case 'period-end':
    case 'full-time':
      return whistle(clock, event.at, event.type === 'full-time');
    case 'kick-off':
      return begin(clock, event);
    case 'period-reopened':
      return isHalf(event.at.period)
        ? { ...clock, base: event.at.period, watch: watchAt(event.at), reopened: true }
        : clock;
    case 'added-time':
      return clock.addedTime === event.minutes ? clock : { ...clock, addedTime: event.minutes };
    case 'delay':
      return delay(clock, event.ended === true);
    case 'suspended':
      return isBrokenOff(clock) || clock.period === 'FT' ? clock : { ...clock, status: 'suspended' };
    case 'abandoned':
    case 'postponed':
    case 'cancelled':
      return clock.status === event.type ? clock : { ...clock, status: event.type };
    default:
      return clock;
  }
};

/** Law 7: a half may end with a restart owed; it's dropped then, and full time needs no kick-off. */
const whistle = (clock: Clock, at: MatchTime, last: boolean): Clock => {
  if (isBrokenOff(clock)) return clock;
  if (!isHalf(at.period)) {
    const over = (last || at.period === 'PEN') && clock.base !== 'FT';
    return over ? { ...clock, base: 'FT' } : clock;
  }
  if (clock.base !== at.period) return clock;
  const early = last && (at.period === '1H' || at.period === 'ET1');
  const { reopened: _over, ...ended } = clock;
  return { ...ended, base: early ? 'FT' : HALVES[at.period].next, watch: watchAt(at) };
};

/** The first kick-off of a half (Law 8.1); any other follows on a goal. */
const begin = (clock: Clock, { at, club }: EventOf<'kick-off'>): Clock => {
  if (club === undefined || !isHalf(at.period) || at.elapsed > 0 || clock.begun?.[at.period] !== undefined)
    return clock;
  return clock.restart?.kind === 'kick-off' ? clock : { ...clock, begun: { ...clock.begun, [at.period]: club } };
};

/** Kick-off is put back, or the restart after an interval. In play the watch runs on: time is added for it (Law 7.3). */
const delay = (clock: Clock, ended: boolean): Clock => {
  if (ended) return clock.status === 'delayed' ? withoutStatus(clock) : clock;
  return clock.status !== undefined || isWatched(clock.base) ? clock : { ...clock, status: 'delayed' };
};

const watchAt = (at: MatchTime) => ({ period: at.period, elapsed: at.elapsed });

const withoutStatus = (clock: Clock): Clock => {
  if (clock.status === undefined) return clock;
  const { status: _over, ...kept } = clock;
  return kept;
};
