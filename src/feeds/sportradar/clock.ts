import { HALVES, isHalf, MINUTE, type Millis, type Period } from '../../match/time.ts';
import { lengthOf, runningClock, spokenMinute, type Watch } from '../clock.ts';
import { dateTimeOf, type Fields, numberOf, textOf } from '../json.ts';

/**
 * Reads the times of a timeline, row after row. `match_clock` runs on over the match and stands at 45:00, 90:00 … in
 * added time, when `stoppage_time_clock` runs; `match_time` and `stoppage_time` are minutes counted from one. A row that
 * has no more than its minute, or a clock that stands, is timed by when it came.
 */
export class Watches {
  #period: Period = 'pre';
  #anchor: { readonly heardAt: Millis; readonly elapsed: Millis } | undefined;

  /** The period of the last row that named one. */
  get period(): Period {
    return this.#period;
  }

  enter(period: Period, heardAt: Millis | undefined): void {
    this.#period = period;
    this.#anchor = heardAt === undefined ? undefined : { heardAt, elapsed: 0 };
  }

  read(row: Fields): Watch {
    const heardAt = heardAtOf(row);
    const period = periodOf(row) ?? this.#period;
    if (period !== this.#period) this.enter(period, undefined);
    const onWatch = clockOf(row, period);
    if (onWatch !== undefined) {
      // A change in the interval stands at the half's first instant, and came before it.
      if (heardAt !== undefined && onWatch.elapsed > 0) this.#anchor = { heardAt, elapsed: onWatch.elapsed };
      return onWatch;
    }
    const run =
      this.#anchor === undefined || heardAt === undefined
        ? undefined
        : Math.max(0, this.#anchor.elapsed + heardAt - this.#anchor.heardAt);
    const { from, to } = spanOf(row, period);
    const elapsed = Math.min(Math.max(run ?? from, from), to);
    return runningFrom(period, elapsed);
  }
}

/** UTC, in milliseconds since 1970. */
export const heardAtOf = ({ time }: Fields): Millis | undefined => {
  const iso = dateTimeOf(time);
  return iso === undefined ? undefined : Date.parse(iso);
};

/** Extra time is `overtime`, its halves counted from one or on from the second; the shoot-out is `penalties`. */
export const periodOf = ({ period, period_type }: Fields): Period | undefined => {
  const number = numberOf(period);
  switch (textOf(period_type)) {
    case 'penalties':
      return 'PEN';
    case 'overtime':
      return number === 2 || number === 4 ? 'ET2' : number === 1 || number === 3 ? 'ET1' : undefined;
    case 'pause':
      return undefined;
    default:
      return number === undefined ? undefined : IN_ORDER[number - 1];
  }
};

const IN_ORDER: readonly Period[] = ['1H', '2H', 'ET1', 'ET2', 'PEN'];

/** What the row's own clock says, where it runs. */
export const clockOf = (row: Fields, period: Period): Watch | undefined => {
  const clock = secondsIn(row.match_clock);
  if (clock === undefined || !isHalf(period)) return undefined;
  const added = secondsIn(row.stoppage_time_clock);
  const end = HALVES[period].to * 60;
  if (added !== undefined) return runningClock(period, 0, Math.min(clock, end) + added);
  return clock === end ? undefined : runningClock(period, 0, clock);
};

const secondsIn = (value: unknown): number | undefined => {
  const [, minutes, seconds] = /^(\d{1,3}):(\d\d)$/.exec(textOf(value) ?? '') ?? [];
  return minutes === undefined ? undefined : Number(minutes) * 60 + Number(seconds);
};

/** Where in its period a row can lie that has no clock of its own: its minute, or anywhere once the clock stands. */
const spanOf = (row: Fields, period: Period): { readonly from: Millis; readonly to: Millis } => {
  const [minute, added] = [numberOf(row.match_time), numberOf(row.stoppage_time)];
  if (!isHalf(period)) return ANYWHERE;
  const { elapsed } = spokenMinute(minute ?? HALVES[period].to, added ?? 0, period);
  const stands = secondsIn(row.match_clock) === HALVES[period].to * 60;
  if (added === undefined && stands) return { from: lengthOf(period), to: Number.POSITIVE_INFINITY };
  return minute === undefined ? ANYWHERE : { from: elapsed, to: elapsed + MINUTE - 1 };
};

const ANYWHERE = { from: 0, to: Number.POSITIVE_INFINITY };

const runningFrom = (period: Period, elapsed: Millis): Watch =>
  runningClock(period, isHalf(period) ? HALVES[period].from : 0, elapsed / 1000);
