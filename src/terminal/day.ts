import { hourOf } from '../english/words.ts';
import type { Change } from '../faces/changes.ts';
import { runningClock } from '../faces/running-clock.ts';
import { words } from '../faces/words.ts';
import { isHalf, type Millis } from '../match/time.ts';
import { PLATES } from './looks.ts';
import type { Sight } from './programme.ts';
import { type Span, span } from './span.ts';
import { says } from './words.ts';

/** Several matches that are on together, and which one of them is open. */
export interface Day {
  readonly matches: readonly OnTheDay[];
  /** Its place among them, from 0. */
  readonly open: number;
}

export interface OnTheDay extends Pick<Sight, 'fixture' | 'head' | 'views' | 'heardAt'> {
  /** A goal or a dismissal that has just come. */
  readonly news?: Change;
}

/** Columns that the longest of all states takes: `Suspended`, `Postponed`. */
export const STATE = 9;

/** How far a match is: the hour of its kick-off, then `57'`, `HT`, `Suspended`, `FT`. */
export const stateOf = ({ fixture, head, views: { clock }, heardAt }: OnTheDay, now: Millis): string => {
  if (clock.status !== undefined) return words.statuses[clock.status];
  if (isHalf(clock.period)) return runningClock(head, clock, heardAt, now).minute;
  const kickOff = clock.period === 'pre' ? fixture.legs[clock.leg - 1]?.kickOff : undefined;
  return kickOff === undefined ? words.periodsShort[clock.period] : hourOf(kickOff);
};

/** ` GOAL ` for as long as it's news. */
export const newsOf = ({ news }: OnTheDay): Span | undefined =>
  news === undefined ? undefined : span(says.news(news.kind), PLATES[news.tone]);

/** Where a list of `count` begins, of which no more than `room` are seen at once: the open one is among them. */
export const startOfList = (open: number, count: number, room: number): number =>
  Math.max(0, Math.min(open - Math.floor(room / 2), count - room));
