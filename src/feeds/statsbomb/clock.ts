import type { Period } from '../../match/time.ts';
import { runningClock, sinceStart, type Watch } from '../clock.ts';
import { type Fields, numberOf, textOf } from '../json.ts';

/** StatsBomb counts periods from one; the fifth is the shoot-out. */
export const PERIOD_OF: ReadonlyMap<number, Period> = new Map([
  [1, '1H'],
  [2, '2H'],
  [3, 'ET1'],
  [4, 'ET2'],
  [5, 'PEN'],
]);

/** `timestamp` counts from the start of the period; `minute` and `second`, where it's missing, run on over the match. */
export const watchOf = ({ period, timestamp, minute, second }: Fields): Watch | undefined => {
  const played = PERIOD_OF.get(numberOf(period) ?? 0);
  if (played === undefined) return undefined;
  const [, hours, minutes, seconds] = /^(\d+):(\d\d):(\d\d(?:\.\d+)?)$/.exec(textOf(timestamp) ?? '') ?? [];
  if (seconds !== undefined) return sinceStart(played, Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds));
  const [running, rest] = [numberOf(minute), numberOf(second)];
  return running === undefined ? undefined : runningClock(played, running, rest ?? 0);
};
