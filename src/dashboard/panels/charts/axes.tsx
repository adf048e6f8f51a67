import type { ScaleLinear } from 'd3-scale';
import type { Course, CourseSpan } from '../../../faces/course.ts';
import { HALVES, isHalf, MINUTE } from '../../../match/time.ts';
import { WORDS } from '../words.ts';
import { HEIGHT, MARGIN } from './what.ts';

export type Scale = ScaleLinear<number, number>;

/** The halves below a drawing, with the added time set apart. */
export const MinuteAxis = ({ course: { spans }, x }: { readonly course: Course; readonly x: Scale }) => {
  const named = new Set(spans.map(({ leg }) => leg)).size > 1;
  const short = spans.some((span) => x(span.from + span.length) - x(span.from) < 84);
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group of lines can't be focused
    <g className="chart-axis" aria-hidden="true">
      {spans.map((span) => (
        <Span key={`${span.leg} ${span.period}`} span={span} x={x} leg={named ? (short ? 'short' : 'long') : 'none'} />
      ))}
    </g>
  );
};

interface SpanProps {
  readonly span: CourseSpan;
  readonly x: Scale;
  readonly leg: 'long' | 'short' | 'none';
}

const Span = ({ span, x, leg }: SpanProps) => {
  const [from, to] = [x(span.from), x(span.from + span.length)];
  const half = isHalf(span.period) ? HALVES[span.period] : undefined;
  const whistle = half === undefined ? to : x(span.from + (half.to - half.from) * MINUTE);
  const name = WORDS.charts.half[span.period];
  return (
    <>
      <rect className="chart-added" x={whistle} y={MARGIN.top} width={Math.max(0, to - whistle)} height={INNER} />
      <path className="chart-bound" d={`M${from} ${MARGIN.top}V${BOTTOM}M${to} ${MARGIN.top}V${BOTTOM}`} />
      {half !== undefined &&
        [15, 30].map((minute) => (
          <path
            key={minute}
            className="chart-grid"
            d={`M${x(span.from + minute * MINUTE)} ${BOTTOM}v${half.to - half.from > minute ? 4 : 0}`}
          />
        ))}
      {to - from > 34 && (
        <text x={(from + whistle) / 2} y={BOTTOM + 17} textAnchor="middle">
          {leg === 'long' && `${WORDS.charts.leg(span.leg)}, `}
          {leg === 'short' && `${WORDS.charts.legShort(span.leg)} `}
          {name}
        </text>
      )}
    </>
  );
};

/** Lines across, with their figures at the left. */
export const ValueAxis = ({
  y,
  ticks,
  width,
  format,
}: {
  readonly y: Scale;
  readonly ticks: readonly number[];
  readonly width: number;
  readonly format: (value: number) => string;
}) => (
  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group of lines can't be focused
  <g className="chart-axis" aria-hidden="true">
    {ticks.map((tick) => (
      <g key={tick}>
        <path className="chart-grid" d={`M${MARGIN.left} ${y(tick)}H${width - MARGIN.right}`} />
        <text x={MARGIN.left - 6} y={y(tick)} dy="0.32em" textAnchor="end">
          {format(tick)}
        </text>
      </g>
    ))}
  </g>
);

const BOTTOM = HEIGHT - MARGIN.bottom;
const INNER = BOTTOM - MARGIN.top;
