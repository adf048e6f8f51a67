import type { PanelProps } from '../../panel.ts';
import { WORDS } from '../words.ts';
import type { Answered } from './compare.ts';

interface Props {
  readonly answered: Extract<Answered, { readonly ok: true }>;
  readonly onlyDifferences: boolean;
  readonly goTo: PanelProps['goTo'];
}

/** Fact by fact, as it was known at one moment and at the other. */
export const Sides = ({ answered: { comparison, first, second }, onlyDifferences, goTo }: Props) => (
  <table className="known-table">
    <caption className="panel-spoken">{`${first.title}; ${second.title}`}</caption>
    <thead>
      <tr>
        <th scope="col">{WORDS.known.fact}</th>
        {[first, second].map(({ title, cursor }, index) => (
          <th key={index} scope="col">
            {title}
            <button type="button" className="panel-jump" onClick={() => goTo({ cursor })}>
              {WORDS.inspector.here}
            </button>
          </th>
        ))}
      </tr>
    </thead>
    {comparison.groups.map(({ name, rows }) => {
      const shown = onlyDifferences ? rows.filter(({ differs }) => differs) : rows;
      return shown.length === 0 ? null : (
        <tbody key={name}>
          <tr className="known-group">
            <th colSpan={3} scope="rowgroup">
              {name}
            </th>
          </tr>
          {shown.map(({ key, about, was, is, differs }) => (
            <tr key={key} data-differs={differs || undefined}>
              <th scope="row">
                {differs && (
                  <span className="known-mark" role="img" aria-label={WORDS.known.differs}>
                    ≠
                  </span>
                )}
                {about}
              </th>
              <td>{was ?? <span className="panel-soft">{WORDS.known.nothing}</span>}</td>
              <td>{is ?? <span className="panel-soft">{WORDS.known.nothing}</span>}</td>
            </tr>
          ))}
        </tbody>
      );
    })}
  </table>
);
