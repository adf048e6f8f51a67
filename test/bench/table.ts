import { availableParallelism } from 'node:os';
import { median, quantile, SEED } from './measure.ts';

type Cell = string | number;

/** A heading with what the figures were made on, so that a table can be read without the run. */
export const heading = (title: string, what: string): void => {
  const machine = `${availableParallelism()} cores, Node ${process.versions.node}, seed ${SEED}`;
  print(`\n### ${title}\n\n${what}\n\n_${machine}_\n`);
};

/** A Markdown table, its columns padded so that it reads as well in a terminal. */
export const table = (columns: readonly string[], rows: readonly (readonly Cell[])[]): void => {
  const cells = [columns, ...rows].map((row) => row.map(String));
  const widths = columns.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join(' | ')} |`;
  const rule = widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`));
  print([line(cells[0] ?? []), line(rule), ...cells.slice(1).map(line)].join('\n'));
};

export const print = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

/** `12.3 (11.9–14.0)`: the median, and from the least to the most. */
export const withSpread = (values: readonly number[], digits = 2): string =>
  `${written(median(values), digits)} (${written(Math.min(...values), digits)}–${written(Math.max(...values), digits)})`;

/** `12.3 (11.9–14.0)`: the median, and from the 5th percentile to the 95th. */
export const withBulk = (values: readonly number[], digits = 2): string =>
  `${written(median(values), digits)} (${written(quantile(values, 0.05), digits)}–${written(quantile(values, 0.95), digits)})`;

export const written = (value: number, digits = 2): string =>
  value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });

/** Whether a figure reaches what it must. */
export const verdict = (what: string, value: number, atMost: number): void => {
  print(`\n${what}: ${written(value)}, at most ${atMost}: ${value <= atMost ? 'reached' : 'missed'}`);
};
