import { feedTime } from '../journal/feed-time.ts';
import type { EventType } from '../match/event.ts';
import { WHISTLES } from '../match/laws/periods.ts';
import { isHalf, type MatchTime, MINUTE, type Millis, PERIODS, type Period } from '../match/time.ts';
import { msOf } from './instant.ts';

export const DEFAULT_STARTED_AT = '2026-01-01T12:00:00Z';

const BETWEEN_LEGS: Millis = 7 * 24 * 60 * MINUTE;
/** How long before a dated kick-off, and before any other, a leg's `pre` begins, if anything happens in it. */
const LEAD_DATED: Millis = 60 * MINUTE;
const LEAD: Millis = MINUTE;

/** What the log tells of one leg, wherever it tells it. */
export interface Survey {
  readonly told: boolean;
  readonly kickOff?: string;
  /** How long before its kick-off the leg begins. */
  readonly lead: Millis;
  /** The latest of each period. */
  readonly longest: ReadonlyMap<Period, Millis>;
  /** The last whistle of each half. */
  readonly whistles: ReadonlyMap<Period, Millis>;
  /** The last period with play or kicks in it. */
  readonly last: Period;
}

interface Told {
  readonly at: MatchTime;
  readonly type?: EventType;
}

/** A leg that the log passes over. */
export const UNTOLD: Survey = { told: false, lead: 0, longest: new Map(), whistles: new Map(), last: '2H' };

/** Reads off the whole log, since feed time may be asked for before the log gets there. */
export const survey = (steps: readonly Told[], leg: number, kickOff: string | undefined): Survey => {
  const longest = new Map<Period, Millis>();
  const whistles = new Map<Period, Millis>();
  for (const { at, type } of steps) {
    if (at.leg !== leg) continue;
    longest.set(at.period, Math.max(longest.get(at.period) ?? 0, at.elapsed));
    if (isHalf(at.period) && type !== undefined && WHISTLES.has(type)) whistles.set(at.period, at.elapsed);
  }
  const last = PERIODS.findLast((period) => (isHalf(period) || period === 'PEN') && longest.has(period));
  const before = longest.get('pre');
  return {
    told: longest.size > 0,
    ...(kickOff === undefined ? {} : { kickOff }),
    lead: before === undefined ? 0 : Math.max(before, kickOff === undefined ? LEAD : LEAD_DATED),
    longest,
    whistles,
    last: last ?? '2H',
  };
};

/** Each leg's kick-off in milliseconds since 1970. Undated legs lie seven days from the one beside them. */
export const kickOffsOf = (legs: readonly Survey[], first: number, startedAt: string | undefined): Millis[] => {
  const dated = legs.findIndex(({ kickOff }) => kickOff !== undefined);
  const origin = dated === -1 ? first : dated;
  const { kickOff: date, lead } = legs[origin] ?? UNTOLD;
  const originMs = date === undefined ? msOf(startedAt ?? DEFAULT_STARTED_AT) + lead : msOf(date);
  const kickOffs: Millis[] = [];
  for (const [index, { kickOff }] of legs.entries()) {
    const before = kickOffs.at(-1);
    if (kickOff !== undefined) kickOffs.push(msOf(kickOff));
    else if (index > origin && before !== undefined) kickOffs.push(before + BETWEEN_LEGS);
    else kickOffs.push(originMs - (origin - index) * BETWEEN_LEGS);
  }
  return kickOffs;
};

/** Feed time zero: when the first leg that the log tells of begins, in the zone of its kick-off. */
export const startOf = (legs: readonly Survey[], kickOffs: readonly Millis[], first: number): string => {
  const { kickOff, lead } = legs[first] ?? UNTOLD;
  const dated = kickOff ?? legs.find((leg) => leg.kickOff !== undefined)?.kickOff;
  return dated === undefined ? DEFAULT_STARTED_AT : feedTime(dated, (kickOffs[first] ?? 0) - lead - msOf(dated));
};
