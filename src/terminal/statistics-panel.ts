import type { StatisticRow, Statistics } from '../faces/statistics.ts';
import { BOLD, DIM } from './looks.ts';
import { EMPTY, type Line, padEnd, padStart, span, threeParts } from './span.ts';
import { says } from './words.ts';

/** Paired bars that grow from the middle; what is counted and what a source reports stand apart. */
export const statisticsPanel = ({ counted, reported }: Statistics, width: number): Line[] => {
  if (counted.length === 0 && reported.length === 0) return [[span(says.noStatistics, DIM)]];
  return [
    ...group(says.reported, reported, width),
    ...(reported.length === 0 || counted.length === 0 ? [] : [EMPTY]),
    ...group(says.counted, counted, width),
  ];
};

const group = (title: string, rows: readonly StatisticRow[], width: number): Line[] =>
  rows.length === 0 ? [] : [[span(title, DIM)], ...rows.map((row) => rowLine(row, width))];

const FIGURE = 5;

const rowLine = ({ title, homeText, awayText, share, home, away }: StatisticRow, width: number): Line => {
  const [ahead, behind] = [(home ?? 0) > (away ?? 0), (away ?? 0) > (home ?? 0)];
  const bars = width - 2 * FIGURE - NAME - 4;
  const figures = (text: string, isMore: boolean) => span(text, isMore ? BOLD : undefined);
  if (bars < 8) {
    return threeParts(
      [figures(padStart(homeText, FIGURE), ahead)],
      [span(title)],
      [figures(padEnd(awayText, FIGURE), behind)],
      width,
    );
  }
  const each = Math.floor(bars / 2);
  const total = (home ?? 0) + (away ?? 0);
  const long = total === 0 ? 0 : Math.round(share * each);
  const other = total === 0 ? 0 : Math.round((1 - share) * each);
  return [
    figures(padStart(homeText, FIGURE), ahead),
    span(' '),
    span(padStart('━'.repeat(long), each), ahead ? BOLD : DIM),
    span(` ${centredName(title)} `),
    span(padEnd('━'.repeat(other), each), behind ? BOLD : DIM),
    span(' '),
    figures(padEnd(awayText, FIGURE), behind),
  ];
};

const NAME = 16;

const centredName = (title: string): string => {
  const before = Math.max(0, Math.floor((NAME - title.length) / 2));
  return padEnd(' '.repeat(before) + title, NAME);
};
