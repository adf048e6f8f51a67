import { scaleLinear } from 'd3-scale';
import { curveStepAfter, line } from 'd3-shape';
import { useMemo } from 'react';
import type { Attempt } from '../../../faces/attempts.ts';
import { placeOn } from '../../../faces/course.ts';
import { expectedGoals, type XgStep } from '../../../faces/expected-goals.ts';
import { nameOrSomebody } from '../../../faces/names.ts';
import type { Views } from '../../../projections/views.ts';
import { AsTable } from '../parts/as-table.tsx';
import { WORDS } from '../words.ts';
import { MinuteAxis, ValueAxis } from './axes.tsx';
import { Frame } from './frame.tsx';
import { labelsApart } from './labels-apart.ts';
import { Dot } from './marks.tsx';
import { usePoints } from './use-points.ts';
import { type ChartProps, type ChartSide, HEIGHT, MARGIN } from './what.ts';

interface Props extends ChartProps {
  readonly attempts: readonly Attempt[];
  readonly stats: Views['stats'];
  /** The journal is here: what it doesn't hold, nobody knows. */
  readonly isComplete: boolean;
}

/** Whose chances were worth more, as they came. */
export const Race = ({ attempts, stats, isComplete, ...shared }: Props) => {
  const { sides, fixture } = shared;
  const xg = useMemo(
    () =>
      expectedGoals(
        attempts,
        sides.map(({ club }) => club),
        stats,
      ),
    [attempts, sides, stats],
  );
  if (xg.isKnown) return <Drawn {...shared} xg={xg} />;
  const [home, away] = sides;
  const reported = xg.reported;
  return (
    <section className="chart">
      <h2>{WORDS.charts.xg}</h2>
      <p className="panel-empty">
        {isComplete ? WORDS.charts.xgNone : WORDS.noJournal}
        {isComplete && reported !== undefined && (
          <strong className="chart-reported">
            {WORDS.charts.xgReported(
              nameIn(fixture, home),
              figure(reported[home.club]),
              nameIn(fixture, away),
              figure(reported[away.club]),
            )}
          </strong>
        )}
      </p>
    </section>
  );
};

const Drawn = ({ fixture, sides, course, clock, timeline, goTo, xg }: ChartProps & { readonly xg: Xg }) => {
  const steps = xg.sides
    .flatMap((side, index) => side.steps.map((step) => ({ ...step, at: placeOn(course, step.attempt.at), index })))
    .sort((a, b) => a.at - b.at);
  const points = usePoints(steps.length, (index) =>
    goTo({ cursor: timeline[steps[index]?.attempt.id ?? '']?.order ?? 0 }),
  );
  const now = placeOn(course, clock);
  const highest = Math.max(1, ...xg.sides.map(({ total }) => total));
  const told = ({ attempt, xg: value, total }: XgStep): string =>
    WORDS.charts.xgPoint(
      attempt.label,
      nameOrSomebody(fixture, attempt.person),
      figure(value),
      figure(total),
      attempt.what === 'goal',
    );
  const active = points.active === undefined ? undefined : steps[points.active];
  return (
    <Frame
      title={WORDS.charts.xg}
      readout={
        active !== undefined ? (
          told(active)
        ) : (
          <Totals sides={sides} totals={xg.sides.map(({ total }) => figure(total))} />
        )
      }
      {...(xg.without > 0 ? { note: WORDS.charts.xgWithout(xg.without) } : {})}
      draw={(width) => {
        const x = scaleLinear([0, course.length], [MARGIN.left, width - MARGIN.right]);
        const y = scaleLinear([0, highest * 1.08], [HEIGHT - MARGIN.bottom, MARGIN.top]);
        const path = line<readonly [number, number]>(
          ([at]) => x(at),
          ([, total]) => y(total),
        ).curve(curveStepAfter);
        const ends = labelsApart(xg.sides.map(({ total }) => y(total)));
        return (
          <>
            <MinuteAxis course={course} x={x} />
            <ValueAxis y={y} ticks={y.ticks(4)} width={width} format={(value) => value.toFixed(highest > 3 ? 0 : 1)} />
            {xg.sides.map(({ club, steps: own, total }, index) => (
              <g key={club}>
                <path
                  className="chart-line"
                  data-side={sides[index]?.side}
                  d={
                    path([
                      [0, 0],
                      ...own.map((step) => [placeOn(course, step.attempt.at), step.total] as const),
                      [now, total],
                    ]) ?? ''
                  }
                />
                <text className="chart-end" data-side={sides[index]?.side} x={x(now) + 6} y={ends[index]} dy="0.32em">
                  {club}
                </text>
              </g>
            ))}
            {steps.map((step, index) => (
              <g key={step.attempt.id} {...points.pointAt(index, told(step))}>
                <Dot
                  side={sides[step.index]?.side ?? 'home'}
                  x={x(step.at)}
                  y={y(step.total)}
                  isGoal={step.attempt.what === 'goal'}
                />
              </g>
            ))}
          </>
        );
      }}
      table={
        <AsTable
          caption={WORDS.charts.xg}
          columns={WORDS.charts.xgColumns}
          numbers={[4, 5]}
          rows={steps.map(({ attempt, xg: value, total }) => [
            attempt.label,
            attempt.club,
            nameOrSomebody(fixture, attempt.person),
            `${WORDS.charts.what[attempt.what]}${attempt.penalty ? `, ${WORDS.charts.penalty}` : ''}`,
            figure(value),
            figure(total),
          ])}
        />
      }
    />
  );
};

type Xg = ReturnType<typeof expectedGoals>;

const Totals = ({ sides, totals }: { readonly sides: ChartProps['sides']; readonly totals: readonly string[] }) =>
  sides.map(({ side, club, name }, index) => (
    <span key={club} className="chart-key">
      <svg className="chart-key-mark" viewBox="0 0 28 10" aria-hidden="true">
        <path className="chart-line" data-side={side} d="M1 5H27" />
      </svg>
      {name} <strong>{totals[index]}</strong>
    </span>
  ));

const nameIn = ({ clubs }: ChartProps['fixture'], { club, name }: ChartSide): string => clubs[club]?.short ?? name;

const figure = (xg: number | undefined): string => (xg === undefined ? '–' : xg.toFixed(2));
