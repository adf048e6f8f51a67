import { found, quote } from '../journal/complaint.ts';
import {
  HALVES,
  isHalf,
  type MatchTime,
  MINUTE,
  type Millis,
  PERIODS,
  parseTime,
  TIME_EXAMPLES,
  type TimeRef,
} from '../match/time.ts';
import { INSTANT_EXAMPLE, msOf, normaliseInstant } from './instant.ts';
import { plain, textOf, type Written } from './place.ts';
import type { Complaints } from './problem.ts';

/** An event's match time, and whether only its minute was given. */
export interface WrittenTime {
  readonly at: MatchTime;
  readonly minute: boolean;
}

/** When a line came in: at an instant, some time after the event's own `at`, or when the watch showed a time. */
export type Received =
  | { readonly kind: 'instant'; readonly ms: Millis }
  | { readonly kind: 'delay'; readonly ms: Millis }
  | { readonly kind: 'time'; readonly ref: TimeRef };

/**
 * Reads an event's `at`. A minute (`57'`) stands for its first second, a whistle's name for the interval that it
 * begins, a leg for its start; without a leg it is the fixture's last.
 */
export const readAt = (written: Written, legs: number, complaints: Complaints): WrittenTime | undefined => {
  const ref = readTime(written, legs, complaints);
  if (ref === undefined) return undefined;
  const leg = ref.leg ?? legs;
  switch (ref.kind) {
    case 'leg':
      return { at: { leg, period: 'pre', elapsed: 0 }, minute: false };
    case 'name':
      return { at: { leg, period: PERIOD_OF_NAME[ref.name], elapsed: 0 }, minute: false };
    case 'clock':
      return { at: { leg, period: ref.period, elapsed: ref.from }, minute: ref.to - ref.from === MINUTE - 1 };
  }
};

/** A time as people write it, of a leg that the fixture has. */
export const readTime = (written: Written, legs: number, complaints: Complaints): TimeRef | undefined => {
  const text = textOf(written);
  const ref = text === undefined ? undefined : parseTime(text);
  if (ref === undefined) {
    complaints.add(
      written.place,
      () => `no such time ${found(plain(written))}${hint(text)}; write it like ${TIME_EXAMPLES}`,
    );
  } else if (ref.leg !== undefined && ref.leg > legs) {
    complaints.add(written.place, `no leg ${ref.leg}: the fixture has ${legs === 1 ? 'one leg' : `${legs} legs`}`);
    return undefined;
  }
  return ref;
};

export const readReceived = (written: Written, legs: number, complaints: Complaints): Received | undefined => {
  const text = textOf(written) ?? '';
  const delay = delayOf(text);
  if (delay !== undefined) return { kind: 'delay', ms: delay };
  const instant = normaliseInstant(text);
  if (instant !== undefined) return { kind: 'instant', ms: msOf(instant) };
  const ref = parseTime(text);
  if (ref === undefined) {
    complaints.add(
      written.place,
      () =>
        `expected when it came in, found ${found(plain(written))}; write a delay like +40s or +11d, a date and time like ${INSTANT_EXAMPLE}, or a time like ${TIME_EXAMPLES}`,
    );
    return undefined;
  }
  const known = readTime(written, legs, complaints);
  return known === undefined ? undefined : { kind: 'time', ref: known };
};

const PERIOD_OF_NAME = { 'kick-off': '1H', 'half-time': 'HT', 'full-time': 'FT' } as const;

const UNITS: Readonly<Record<string, Millis>> = { ms: 1, s: 1000, m: MINUTE, h: 60 * MINUTE, d: 1440 * MINUTE };
const DELAY_MAX: Millis = 3650 * 1440 * MINUTE;

/** `+40s`, `+2m`, `+1h30m`, `+11d`. */
const delayOf = (text: string): Millis | undefined => {
  const match = /^\+((?:\d{1,9}(?:\.\d{1,3})?(?:ms|s|m|h|d)){1,5})$/i.exec(text.trim());
  if (match === null) return undefined;
  let total = 0;
  for (const [, amount, unit = ''] of (match[1] ?? '').matchAll(/([\d.]+)(ms|[smhd])/gi)) {
    total += Number(amount) * (UNITS[unit.toLowerCase()] ?? 0);
  }
  return total <= DELAY_MAX ? Math.round(total) : undefined;
};

/** The usual slip: the second half's watch begins at 45:00, not at 00:00. */
const hint = (text: string | undefined): string => {
  const period = PERIODS.find(
    (known) => known.toLowerCase() === /^(?:L\d+\s+)?(\w+)\s+\d+:\d\d/i.exec(text ?? '')?.[1]?.toLowerCase(),
  );
  if (period === undefined || !isHalf(period) || HALVES[period].from === 0) return '';
  return `: the watch runs on, and ${quote(period)} begins at ${HALVES[period].from}:00`;
};
