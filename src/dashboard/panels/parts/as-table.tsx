import type { ReactNode } from 'react';
import { WORDS } from '../words.ts';

interface Props {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly ReactNode[])[];
  /** Which columns hold figures. */
  readonly numbers?: readonly number[];
}

/** The same as the drawing above it, for those who'd rather read it, or have it read. */
export const AsTable = ({ caption, columns, rows, numbers = [] }: Props) => (
  <details className="as-table">
    <summary>
      {WORDS.asTable}
      <span className="panel-spoken">: {caption}</span>
    </summary>
    {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached with the keyboard */}
    <section className="as-table-scroll" tabIndex={0} aria-label={caption}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column, index) => (
              <th key={column} scope="col" className={classOf(numbers, index)}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={at}>
              {row.map((cell, index) =>
                index === 0 ? (
                  <th key={columns[index]} scope="row" className={classOf(numbers, index)}>
                    {cell}
                  </th>
                ) : (
                  <td key={columns[index]} className={classOf(numbers, index)}>
                    {cell}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  </details>
);

const classOf = (numbers: readonly number[], index: number): string | undefined =>
  numbers.includes(index) ? 'number' : undefined;
