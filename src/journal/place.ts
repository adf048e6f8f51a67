import { compareTime } from '../match/time.ts';
import type { Claim } from './journal.ts';

/** Where an event stands in the match. */
export type Place = Pick<Claim, 'event' | 'seq'>;

/** Match order; at the same instant the source's own sequence, else that of the original entries. */
export const comparePlaces = (a: Place, b: Place): number =>
  compareTime(a.event.at, b.event.at) || (a.event.at.order ?? a.seq) - (b.event.at.order ?? b.seq) || a.seq - b.seq;

/** The index at which an event stands, or would be put, among those in match order. */
export const placeAmong = (believed: readonly Claim[], claim: Claim): number => {
  let low = 0;
  let high = believed.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (comparePlaces(believed[middle] as Claim, claim) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
};
