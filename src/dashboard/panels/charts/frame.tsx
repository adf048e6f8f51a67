import { type ReactNode, useId } from 'react';
import { useWidth } from '../parts/use-width.ts';
import { HEIGHT } from './what.ts';

interface FrameProps {
  readonly title: string;
  /** What is at the point that somebody looks at; otherwise what the whole shows. */
  readonly readout: ReactNode;
  readonly note?: ReactNode;
  readonly table: ReactNode;
  readonly draw: (width: number) => ReactNode;
}

/** A chart with its title, a line that reads out a point, and the same as a table. */
export const Frame = ({ title, readout, note, table, draw }: FrameProps) => {
  const id = useId();
  const [ref, width] = useWidth<HTMLDivElement>();
  return (
    <section className="chart" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p className="chart-readout">{readout}</p>
      <div ref={ref} className="chart-drawing">
        {width > 0 && (
          // biome-ignore lint/a11y/useSemanticElements: a drawing's points are a group, and no part of a form
          <svg width={width} height={HEIGHT} viewBox={`0 0 ${width} ${HEIGHT}`} role="group" aria-labelledby={id}>
            {draw(width)}
          </svg>
        )}
      </div>
      {note !== undefined && <p className="panel-soft">{note}</p>}
      {table}
    </section>
  );
};
