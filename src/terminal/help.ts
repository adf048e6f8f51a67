import type { Shape } from '../faces/tone.ts';
import { words } from '../faces/words.ts';
import { BOLD, DIM, letter, PLATES } from './looks.ts';
import { EMPTY, type Line, padEnd, span, widthOf, widthOfLine } from './span.ts';
import { says } from './words.ts';

/** Where the help is laid, and whether several matches are on. */
export interface HelpRoom {
  readonly width: number;
  readonly height: number;
  readonly isDay: boolean;
}

/** What the keys do and what the marks mean, in as many pages as it takes; from the last one it's back to the first. */
export const helpLines = (page: number, { width, height, isDay }: HelpRoom): Line[] => {
  const pages = pagesOf({ width, height, isDay });
  const lines = pages[page % pages.length] ?? [];
  const count = pages.length === 1 ? '' : `   ${says.helpPage((page % pages.length) + 1, pages.length)}`;
  return [[span(` ${says.help.toUpperCase()} `, PLATES.quiet), span(count, DIM)], ...lines];
};

export const helpPages = (room: HelpRoom): number => pagesOf(room).length;

const pagesOf = ({ width, height, isDay }: HelpRoom): Line[][] => {
  const room = Math.max(1, height - 1);
  const keys = inColumns(isDay ? [...DAY_ROWS, ...KEY_ROWS] : KEY_ROWS, width);
  const marks = [[span(says.marks, BOLD)], ...inColumns(MARK_ROWS, width)];
  if (keys.length + 1 + marks.length <= room) return [[...keys, EMPTY, ...marks]];
  return [...cutUp(keys, room), ...cutUp(marks, room)];
};

const cutUp = (lines: readonly Line[], size: number): Line[][] =>
  Array.from({ length: Math.ceil(lines.length / size) }, (_, at) => lines.slice(at * size, (at + 1) * size));

/** Down the first column, then down the next one, as many as there is room for. */
const inColumns = (rows: readonly Line[], width: number): Line[] => {
  const widest = Math.max(...rows.map(widthOfLine)) + 3;
  const columns = Math.max(1, Math.min(3, Math.floor(width / widest)));
  const deep = Math.ceil(rows.length / columns);
  return rows
    .slice(0, deep)
    .map((_, row) =>
      Array.from({ length: columns }, (_, column) => rows[column * deep + row] ?? EMPTY).flatMap((line) => [
        ...line,
        span(' '.repeat(Math.max(0, widest - widthOfLine(line)))),
      ]),
    );
};

const LABEL = 11;

const keyRow = ([keys, what]: readonly [string, string]): Line => [span(padEnd(` ${keys}`, LABEL), BOLD), span(what)];

const KEY_ROWS: readonly Line[] = says.keys.map(keyRow);
const DAY_ROWS: readonly Line[] = says.dayKeys.map(keyRow);

const MARKED: readonly Shape[] = [
  'goal',
  'own-goal',
  'disallowed',
  'penalty',
  'penalty-missed',
  'caution',
  'second-yellow',
  'red',
  'review',
  'substitution',
];

const TONES = { caution: 'caution', 'second-yellow': 'dismissal', red: 'dismissal', review: 'review' } as const;

/** The letters as they stand on the track and beside names, then the other signs. */
const MARK_ROWS: readonly Line[] = [
  ...MARKED.map(
    (shape): Line => [
      span(' '),
      letter(shape, shape in TONES ? TONES[shape as keyof typeof TONES] : 'quiet'),
      span(' '.repeat(4)),
      span(words.shapes[shape]),
    ],
  ),
  ...says.signs.map(
    ([sign, what]): Line => [span(' '), span(sign, BOLD), span(' '.repeat(Math.max(1, 5 - widthOf(sign)))), span(what)],
  ),
];
