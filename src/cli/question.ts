import type { Question } from '../journal/answer.ts';
import { parseTime, TIME_EXAMPLES, type TimeRef } from '../match/time.ts';
import { WrongUse } from './complaint.ts';

/** Which moment `--at` and `--as-of` ask for. Throws `WrongUse` where one of them is no time. */
export const questionOf = (at: string | undefined, asOf: string | undefined): Question => ({
  ...(at === undefined ? {} : { at: timeOf(at) }),
  ...(asOf === undefined || asOf === 'end' ? {} : { asOf: /^\d+$/.test(asOf) ? Number(asOf) : timeOf(asOf) }),
});

const timeOf = (text: string): TimeRef => {
  const time = parseTime(text);
  if (time === undefined) throw new WrongUse(`"${text}" is no time; times look like ${TIME_EXAMPLES}`);
  return time;
};
