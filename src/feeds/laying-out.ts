import { feedTime } from '../journal/feed-time.ts';
import { isHalf, MINUTE, type Millis, PERIODS, type Period } from '../match/time.ts';
import type { Told } from './telling.ts';

export interface LaidOut {
  /** Feed time zero, ISO 8601 with an offset. */
  readonly startedAt: string;
  /** Of each, in milliseconds from `startedAt`; the first ones may lie before it. */
  readonly offsets: readonly Millis[];
}

/**
 * Lays what was told, in match order, out in feed time. A period begins when the feed's own times say, else when the
 * one before it ended and its usual interval is over. `pre` begins an hour before a dated kick-off, a minute before any
 * other, or as early as its longest `elapsed` asks for.
 */
export const layOut = (told: readonly Told[], kickOff: string | undefined): LaidOut => {
  const lengths = lengthsOf(told);
  const before = Math.max(kickOff === undefined ? MINUTE : 60 * MINUTE, lengths.get('pre') ?? 0);
  const dated = zoned(kickOff ?? firstHeard(told) ?? UNDATED);
  const startedMs = Date.parse(dated) - before;
  const starts = startsOf(told, lengths, before, startedMs);
  return {
    startedAt: feedTime(dated, -before),
    offsets: told.map((each) => {
      const { period, elapsed } = each.event.at;
      return heardOf(each, startedMs) ?? (starts.get(period) ?? 0) + ran(period, elapsed);
    }),
  };
};

const UNDATED = '2026-01-01T12:00:00Z';
const BETWEEN_KICKS: Millis = 45_000;

/** How long after the period before it each begins, where the feed doesn't say. */
const INTERVALS: Readonly<Partial<Record<Period, Millis>>> = {
  '2H': 15 * MINUTE,
  ET1: 5 * MINUTE,
  ET2: 2 * MINUTE,
  PEN: 5 * MINUTE,
};

/** Kicks are counted, and follow one another. */
const ran = (period: Period, elapsed: Millis): Millis =>
  period === 'PEN' ? Math.max(0, elapsed / 1000 - 1) * BETWEEN_KICKS : elapsed;

const lengthsOf = (told: readonly Told[]): Map<Period, Millis> => {
  const lengths = new Map<Period, Millis>();
  for (const { event } of told) {
    const { period, elapsed } = event.at;
    lengths.set(period, Math.max(lengths.get(period) ?? 0, ran(period, elapsed)));
  }
  return lengths;
};

/** In feed time; an interval begins with the whistle before it. */
const startsOf = (
  told: readonly Told[],
  lengths: ReadonlyMap<Period, Millis>,
  before: Millis,
  startedMs: Millis,
): Map<Period, Millis> => {
  const heard = heardStarts(told, startedMs);
  const starts = new Map<Period, Millis>();
  let whistle = 0;
  let over = 0;
  for (const period of PERIODS) {
    const length = lengths.get(period);
    if (length === undefined) continue;
    const isPlayed = isHalf(period) || period === 'PEN';
    const due = period === 'pre' ? 0 : period === '1H' ? before : isPlayed ? whistle + (INTERVALS[period] ?? 0) : over;
    const start = heard.get(period) ?? Math.max(due, isPlayed ? over : 0);
    starts.set(period, start);
    over = Math.max(over, start + length);
    if (isPlayed) whistle = over;
  }
  return starts;
};

/** A period began when its kick-off was heard; what else was heard may have come late. */
const heardStarts = (told: readonly Told[], startedMs: Millis): Map<Period, Millis> => {
  const starts = new Map<Period, Millis>();
  for (const each of told) {
    const { period, elapsed } = each.event.at;
    const heard = heardOf(each, startedMs);
    if (heard === undefined) continue;
    const start = heard - ran(period, elapsed);
    if (start < (starts.get(period) ?? Number.POSITIVE_INFINITY)) starts.set(period, start);
  }
  return starts;
};

/** A feed's time that lies weeks before the match, or years after it, is none. */
const heardOf = ({ heardAt }: Told, startedMs: Millis): Millis | undefined => {
  if (heardAt === undefined) return undefined;
  const offset = heardAt - startedMs;
  return offset >= -DAY && offset <= YEAR ? Math.round(offset) : undefined;
};

const DAY: Millis = 86_400_000;
const YEAR: Millis = 366 * DAY;

const firstHeard = (told: readonly Told[]): string | undefined => {
  const { heardAt } =
    told.find(({ event, heardAt }) => event.type === 'kick-off' && heardAt !== undefined) ??
    told.find(({ heardAt }) => heardAt !== undefined) ??
    {};
  const isDate = heardAt !== undefined && heardAt > 0 && heardAt < Date.UTC(2200, 0);
  return isDate ? new Date(heardAt).toISOString() : undefined;
};

/** A kick-off without a zone is taken as it's written; feed time needs one. */
const zoned = (time: string): string => {
  const withZone = /(?:Z|[+-]\d\d:\d\d)$/.test(time) ? time : `${time}Z`;
  return Number.isNaN(Date.parse(withZone)) ? UNDATED : withZone;
};
