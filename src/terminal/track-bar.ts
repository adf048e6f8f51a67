import type { Shape } from '../faces/tone.ts';
import type { Track, TrackMark } from '../faces/track.ts';
import { BOLD, DIM, letter } from './looks.ts';
import { EMPTY, type Line, padEnd, type Span, span } from './span.ts';

/** The whole leg in three rows: what happened for home above the bar, for away below it. */
export const trackBar = (track: Track, [home, away]: readonly [string, string], width: number): Line[] => {
  const cells = width - LEFT - 1;
  const cellOf = (at: number): number => Math.min(cells - 1, Math.floor(at * cells));
  const marks = (isHome: boolean): Line => {
    const row = new Map<number, TrackMark>();
    for (const mark of track.marks) {
      if ((mark.side === 'away') === isHome) continue;
      const cell = cellOf(mark.at);
      const there = row.get(cell);
      if (there === undefined || RANK.indexOf(mark.shape) < RANK.indexOf(there.shape)) row.set(cell, mark);
    }
    return spread(row, cells);
  };
  return [
    [span(padEnd(` ${home}`, LEFT), DIM), ...marks(true)],
    [span(' '.repeat(LEFT)), ...bar(track, cells, cellOf)],
    [span(padEnd(` ${away}`, LEFT), DIM), ...marks(false)],
  ];
};

const LEFT = 6;

/** Where two fall on one column, the one that matters more is shown. */
const RANK: readonly Shape[] = [
  'goal',
  'own-goal',
  'red',
  'second-yellow',
  'disallowed',
  'penalty-missed',
  'penalty',
  'review',
  'caution',
  'substitution',
];

const spread = (row: ReadonlyMap<number, TrackMark>, cells: number): Line => {
  const spans: Span[] = [];
  let at = 0;
  for (const [cell, mark] of [...row].sort(([a], [b]) => a - b)) {
    if (cell > at) spans.push(span(' '.repeat(cell - at)));
    spans.push(letter(mark.shape, mark.void ? 'quiet' : mark.tone));
    at = cell + 1;
  }
  return at >= cells ? spans : [...spans, span(' '.repeat(cells - at))];
};

/** Played: a heavy line. To come: a light one. Halves are parted, and added time is dotted. */
const bar = ({ spans, playhead }: Track, cells: number, cellOf: (at: number) => number): Line => {
  if (spans.length === 0) return EMPTY;
  const here = cellOf(playhead);
  const borders = new Set(spans.slice(1).map(({ from }) => cellOf(from)));
  const added = new Set(
    spans.flatMap(({ regulation, to }) =>
      regulation === undefined || regulation >= to ? [] : range(cellOf(regulation) + 1, cellOf(to)),
    ),
  );
  const glyph = (cell: number): string => {
    if (borders.has(cell)) return cell <= here ? '┃' : '│';
    if (cell < here) return added.has(cell) ? '╍' : '━';
    return '─';
  };
  const run = (from: number, to: number): string => range(from, to).map(glyph).join('');
  return [span(run(0, here)), span('◆', BOLD), span(run(here + 1, cells), DIM)];
};

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);
