import { type Millis, parseTime, TIME_EXAMPLES, type TimeRef } from '../match/time.ts';
import type { Frame, Head } from '../playback/frame.ts';
import type { Refusal } from '../playback/replay.ts';
import type { Role } from '../wire/message.ts';
import { quote } from './complaint.ts';
import type { ShowingRecord } from './on-air.ts';

/** A moment as it stands in a URL: times as people write them, a bare number in `asOf` being a `seq`, `end` the last. */
export interface Asked {
  readonly at: string | undefined;
  readonly asOf: string | undefined;
}

/**
 * The match at another moment. Without `asOf` it is answered as known where the showing stands, which is `head`. What
 * the showing hasn't come to is told to operators alone, and only where they ask for it by `asOf`; to others it's as if
 * nobody knew yet, so that the answer doesn't give away whether it will happen.
 */
export const travel = ({ at, asOf }: Asked, record: ShowingRecord, head: Head, role: Role): Frame | Refusal => {
  const atTime = at === undefined ? undefined : timeOf(at);
  if (atTime !== undefined && 'code' in atTime) return atTime;
  const asOfTime = asOf === undefined ? head.cursor : momentOf(asOf, record);
  if (typeof asOfTime === 'object' && 'code' in asOfTime) return asOfTime;

  const known = placeOf(asOfTime, record);
  const isFuture = typeof known === 'string' || known.cursor > head.cursor || known.offset > offsetOf(head, record);
  if (asOf !== undefined && isFuture && role !== 'operator') return notYet(asOf);
  if (typeof known === 'string') return { code: 'no-such-time', message: known };
  if (atTime === undefined) return record.answer({ asOf: asOfTime });
  // A whistle or a leg that isn't known of has no place in the match yet.
  const named = atTime.kind === 'clock' ? undefined : record.momentAsOf(atTime);
  if (typeof named === 'string' || (named !== undefined && named.cursor > known.cursor)) return notYet(at);
  return record.answer({ at: atTime, asOf: asOfTime });
};

type Place = { readonly cursor: number; readonly offset: Millis };

const placeOf = (asOf: TimeRef | number, { entries, momentAsOf }: ShowingRecord): Place | string => {
  if (typeof asOf === 'object') return momentAsOf(asOf);
  if (asOf > entries.length) return `there is no entry ${asOf}; the recording has ${entries.length}, counted from 1`;
  return { cursor: asOf, offset: entries[asOf - 1]?.offset ?? 0 };
};

/** Feed time where the showing stands, in whole milliseconds as its head gives it. */
const offsetOf = ({ at }: Head, { header }: ShowingRecord): Millis => Date.parse(at) - Date.parse(header.startedAt);

/** In a URL a blank between two numbers counts as +, which is what it was before it was decoded. */
export const withPlus = (text: string): string => text.replace(/(^|\s)(\d{1,3}) (\d{1,2})(?=['’′]?$)/, '$1$2+$3');

const momentOf = (text: string, { entries }: ShowingRecord): TimeRef | number | Refusal => {
  if (text === 'end') return entries.length;
  return /^\d{1,15}$/.test(text) ? Number(text) : timeOf(text);
};

const timeOf = (text: string): TimeRef | Refusal =>
  parseTime(withPlus(text)) ?? {
    code: 'invalid-time',
    message: `${quote(text)} is no time; times look like ${TIME_EXAMPLES}`,
  };

const notYet = (text: string | undefined): Refusal => ({
  code: 'not-shown-yet',
  message: `the showing hasn't come to ${quote(text ?? 'that moment')}`,
});
