/** Breaks text at blanks into lines of at most `width`; a word that is longer stands alone. `undefined`: one line. */
export const wrap = (text: string, width: number | undefined): string[] => {
  if (width === undefined) return [text];
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && widthOf(line) + 1 + widthOf(word) > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
};

/** Columns that a text takes: characters as people count them, so that an accent written apart takes none. */
export const widthOf = (text: string): number =>
  PUT_TOGETHER.test(text) ? [...graphemes().segment(text)].length : text.length;

export const padEnd = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)));

export const padStart = (text: string, width: number): string => ' '.repeat(Math.max(0, width - widthOf(text))) + text;

/** What takes more than one code unit a column: accents and joiners written apart, and signs beyond the first plane. */
const PUT_TOGETHER = /[\p{M}\p{Cf}\u{10000}-\u{10ffff}]/u;

// It takes longer to make than the rest of a line, and few lines need it.
let segmenter: Intl.Segmenter | undefined;
const graphemes = (): Intl.Segmenter => {
  segmenter ??= new Intl.Segmenter();
  return segmenter;
};

/** Rows whose columns begin under one another; the last one is broken into lines where the width is bounded. */
export const table = (rows: readonly (readonly string[])[], width?: number): string[] => {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, at) => Math.max(...rows.map((row) => widthOf(row[at] ?? ''))));
  const before = widths.slice(0, -1).reduce((sum, each) => sum + each + GAP.length, 0);
  const room = width === undefined ? undefined : Math.max(LAST_COLUMN_MIN, width - before);
  return rows.flatMap((row) => {
    const [last = '', ...more] = wrap(row[columns - 1] ?? '', room);
    const cells = widths.map((each, at) => (at < columns - 1 ? padEnd(row[at] ?? '', each) : last));
    return [cells.join(GAP).trimEnd(), ...more.map((line) => ' '.repeat(before) + line)];
  });
};

const GAP = '  ';
const LAST_COLUMN_MIN = 16;

/** Items of a view in their order. */
export const byOrder = <Item extends { readonly order: number }>(items: Readonly<Record<string, Item>>): Item[] =>
  Object.values(items).sort((a, b) => a.order - b.order);
