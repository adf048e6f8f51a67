import type { StatsSide, Views } from '../projections/views.ts';
import { statisticInWords } from './words.ts';

/** Both sides of one figure. */
export interface StatisticRow {
  readonly name: string;
  readonly title: string;
  readonly home?: number;
  readonly away?: number;
  /** `61 %`, `2.61` */
  readonly homeText: string;
  readonly awayText: string;
  /** What home has of both together, 0 to 1; a half where there is nothing to compare. */
  readonly share: number;
}

export interface Statistics {
  /** What the journal's own events add up to. */
  readonly counted: readonly StatisticRow[];
  /** What a source says the figures were: never mixed with the others. */
  readonly reported: readonly StatisticRow[];
}

export const statisticsOf = ({ stats, scoreboard }: Pick<Views, 'stats' | 'scoreboard'>): Statistics => {
  const [home, away] = [stats[scoreboard.home.club], stats[scoreboard.away.club]];
  return { counted: rowsOf(home?.counted, away?.counted), reported: rowsOf(home?.reported, away?.reported) };
};

type Figures = StatsSide['counted'];

const rowsOf = (home: Figures = {}, away: Figures = {}): StatisticRow[] =>
  [...new Set([...Object.keys(home), ...Object.keys(away)])]
    .sort((a, b) => rankOf(a) - rankOf(b) || a.localeCompare(b, 'en'))
    .map((name) => rowOf(name, home[name], away[name]));

const rowOf = (name: string, home: number | undefined, away: number | undefined): StatisticRow => {
  const total = (home ?? 0) + (away ?? 0);
  return {
    name,
    title: statisticInWords(name),
    ...(home === undefined ? {} : { home }),
    ...(away === undefined ? {} : { away }),
    homeText: textOf(name, home),
    awayText: textOf(name, away),
    share: total === 0 ? 0.5 : (home ?? 0) / total,
  };
};

const textOf = (name: string, value: number | undefined): string => {
  if (value === undefined) return '–';
  if (name === 'xg') return value.toFixed(2);
  if (name === 'possession' || name === 'passAccuracy') return `${Math.round(value)} %`;
  return Number.isInteger(value) ? String(value) : value.toFixed(1);
};

/** As people read them: chances first. */
const ORDER: readonly string[] = [
  'xg',
  'shots',
  'shotsOnTarget',
  'shotsOffTarget',
  'shotsBlocked',
  'woodwork',
  'chances',
  'possession',
  'corners',
  'penalties',
  'offsides',
  'fouls',
  'saves',
];

const rankOf = (name: string): number => {
  const rank = ORDER.indexOf(name);
  return rank === -1 ? ORDER.length : rank;
};
