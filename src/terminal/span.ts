import stringWidth from 'string-width';

/** Words that look alike. */
export interface Span {
  readonly text: string;
  readonly look?: Look;
}

/** A row of the screen. */
export type Line = readonly Span[];

export interface Look {
  readonly fg?: Colour;
  readonly bg?: Colour;
  readonly bold?: boolean;
  readonly dim?: boolean;
  readonly underline?: boolean;
  readonly inverse?: boolean;
  readonly strike?: boolean;
}

/** One of the terminal's own, or `#1e71b8`. */
export type Colour = 'black' | 'red' | 'green' | 'yellow' | 'blue' | 'magenta' | 'cyan' | 'white' | `#${string}`;

export const span = (text: string, look?: Look): Span => (look === undefined ? { text } : { text, look });

export const EMPTY: Line = [];

/** Columns that a text takes on a terminal: two for a wide character, none for an accent written apart. */
export const widthOf = (text: string): number => (PLAIN.test(text) ? text.length : stringWidth(text));

// Letters of Latin script, punctuation, arrows, box drawing and blocks: all that is usually on the screen.
const PLAIN =
  /^[\u0020-\u007e\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e\u2190-\u2193\u2205\u2500-\u25ff\u2713]*$/;

export const widthOfLine = (line: Line): number => line.reduce((sum, { text }) => sum + widthOf(text), 0);

export const textOf = (line: Line): string => line.map(({ text }) => text).join('');

/** At most `width` columns; what is cut off ends in `…`. */
export const cut = (text: string, width: number): string => {
  if (widthOf(text) <= width) return text;
  if (width <= 0) return '';
  let kept = '';
  let used = 0;
  for (const { segment } of GRAPHEMES.segment(text)) {
    const more = widthOf(segment);
    if (used + more > width - 1) break;
    kept += segment;
    used += more;
  }
  return `${kept.trimEnd()}…`;
};

const GRAPHEMES = new Intl.Segmenter();

export const padEnd = (text: string, width: number): string =>
  `${cut(text, width)}${' '.repeat(Math.max(0, width - widthOf(text)))}`;

export const padStart = (text: string, width: number): string =>
  `${' '.repeat(Math.max(0, width - widthOf(text)))}${cut(text, width)}`;

/** Exactly `width` columns: cut, or filled with blanks. `fill` is the look of those. */
export const fit = (line: Line, width: number, fill?: Look): Line => {
  const fitted: Span[] = [];
  let left = width;
  for (const each of line) {
    if (left <= 0) break;
    const needs = widthOf(each.text);
    if (needs <= left) {
      fitted.push(each);
      left -= needs;
      continue;
    }
    const text = cut(each.text, left);
    fitted.push({ ...each, text });
    left -= widthOf(text);
    break;
  }
  if (left > 0) fitted.push(span(' '.repeat(left), fill));
  return fitted;
};

/** `left` at one end and `right` at the other; the left one gives way, and the right one where it doesn't fit at all. */
export const ends = (left: Line, right: Line, width: number, fill?: Look): Line => {
  const room = width - widthOfLine(right);
  if (room < 0) return fit(left, width, fill);
  return room === 0 ? right : [...fit(left, room, fill), ...right];
};

export const centred = (line: Line, width: number, fill?: Look): Line => {
  const before = Math.max(0, Math.floor((width - widthOfLine(line)) / 2));
  return fit([span(' '.repeat(before), fill), ...line], width, fill);
};

/** Left, middle and right, the middle in the middle whatever stands beside it. */
export const threeParts = (left: Line, middle: Line, right: Line, width: number): Line => {
  const centre = Math.min(width, widthOfLine(middle));
  const before = Math.floor((width - centre) / 2);
  const after = width - before - centre;
  return [
    ...fit(left, before),
    ...fit(middle, centre),
    ...ends(EMPTY, fit(right, Math.min(after, widthOfLine(right))), after),
  ];
};

/** Breaks at blanks into lines of at most `width`; a longer word is broken anywhere. */
export const wrapped = (text: string, width: number): string[] => {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const word of text.split(' ')) {
    const needs = widthOf(word);
    if (line !== '' && used + 1 + needs > width) {
      lines.push(line);
      line = '';
      used = 0;
    }
    if (needs > width) {
      const head = cut(word, width);
      lines.push(head);
      continue;
    }
    line = line === '' ? word : `${line} ${word}`;
    used = line === word ? needs : used + 1 + needs;
  }
  if (line !== '' || lines.length === 0) lines.push(line);
  return lines;
};

/** Columns of rows beside one another, each filled to its width and to the same height. */
export const beside = (
  columns: readonly { readonly lines: readonly Line[]; readonly width: number }[],
  height: number,
  gap: Line,
): Line[] =>
  Array.from({ length: height }, (_, row) =>
    columns.flatMap(({ lines, width }, at) => [...(at === 0 ? [] : gap), ...fit(lines[row] ?? EMPTY, width)]),
  );
