import { scaleLinear } from 'd3-scale';
import { useMemo } from 'react';
import type { Attempt } from '../../../faces/attempts.ts';
import { placeOn } from '../../../faces/course.ts';
import { type MomentumBin, momentumOf, WEIGHTS } from '../../../faces/momentum.ts';
import { AsTable } from '../parts/as-table.tsx';
import { WORDS } from '../words.ts';
import { MinuteAxis } from './axes.tsx';
import { Frame } from './frame.tsx';
import { usePoints } from './use-points.ts';
import { type ChartProps, HEIGHT, MARGIN } from './what.ts';

/** Who pressed when: home upwards, away downwards. */
export const Momentum = ({
  sides,
  course,
  clock,
  timeline,
  goTo,
  attempts,
}: ChartProps & { readonly attempts: readonly Attempt[] }) => {
  const [home, away] = sides;
  const bins = useMemo(
    () => momentumOf(timeline, attempts, clock.leg, [home.club, away.club]),
    [timeline, attempts, clock.leg, home.club, away.club],
  );
  const weightOf = (bin: MomentumBin, club: string): number => bin.sides[club]?.weight ?? 0;
  const points = usePoints(bins.length, (index) => {
    const bin = bins[index];
    const first =
      bin &&
      Object.values(timeline).find(
        ({ at }) => at.leg === clock.leg && at.period === bin.period && at.elapsed >= bin.from,
      );
    if (first !== undefined) goTo({ cursor: first.order });
  });
  const highest = Math.max(4, ...bins.flatMap((bin) => sides.map(({ club }) => weightOf(bin, club))));
  const told = (bin: MomentumBin): string =>
    WORDS.charts.momentumPoint(bin.label, home.name, weightOf(bin, home.club), away.name, weightOf(bin, away.club));
  const active = points.active === undefined ? undefined : bins[points.active];
  if (bins.length === 0) {
    return (
      <section className="chart">
        <h2>{WORDS.charts.momentum}</h2>
        <p className="panel-empty">{WORDS.charts.momentumNone}</p>
      </section>
    );
  }
  return (
    <Frame
      title={WORDS.charts.momentum}
      readout={active !== undefined ? told(active) : <Key sides={sides} />}
      note={WORDS.charts.momentumHow(
        WEIGHTS.goal,
        WEIGHTS['on-target'],
        WEIGHTS['off-target'],
        WEIGHTS.corner,
        WEIGHTS.xg,
      )}
      draw={(width) => {
        const x = scaleLinear([0, course.length], [MARGIN.left, width - MARGIN.right]);
        const y = scaleLinear([-highest * 1.06, highest * 1.06], [HEIGHT - MARGIN.bottom, MARGIN.top]);
        return (
          <>
            <MinuteAxis course={course} x={x} />
            {bins.map((bin, index) => {
              const from = x(placeOn(course, { leg: clock.leg, period: bin.period, elapsed: bin.from })) + 1.5;
              const to = x(placeOn(course, { leg: clock.leg, period: bin.period, elapsed: bin.to })) - 1.5;
              return (
                <g key={bin.label} {...points.pointAt(index, told(bin))}>
                  <rect
                    className="chart-reach"
                    x={from}
                    y={MARGIN.top}
                    width={Math.max(1, to - from)}
                    height={HEIGHT - MARGIN.bottom - MARGIN.top}
                  />
                  {sides.map(({ side, club }) => {
                    const weight = weightOf(bin, club);
                    const goals = bin.sides[club]?.goals ?? 0;
                    const top = side === 'home' ? y(weight) : y(0);
                    return (
                      <g key={club}>
                        <rect
                          className="chart-bar"
                          data-side={side}
                          x={from}
                          y={top}
                          width={Math.max(1, to - from)}
                          height={Math.max(0, y(0) - y(weight))}
                          rx="2"
                        />
                        {Array.from({ length: goals }, (_, nth) => (
                          <circle
                            key={nth}
                            className="chart-goal"
                            data-side={side}
                            cx={(from + to) / 2}
                            cy={y(0) + (side === 'home' ? -1 : 1) * (9 + 13 * nth)}
                            r="4.5"
                          />
                        ))}
                      </g>
                    );
                  })}
                </g>
              );
            })}
            <path className="chart-zero" d={`M${MARGIN.left} ${y(0)}H${width - MARGIN.right}`} />
            {sides.map(({ side, club }) => (
              <text
                key={club}
                className="chart-end"
                data-side={side}
                x={width - MARGIN.right + 6}
                y={y(side === 'home' ? highest / 2 : -highest / 2)}
                dy="0.32em"
              >
                {club}
              </text>
            ))}
          </>
        );
      }}
      table={
        <AsTable
          caption={WORDS.charts.momentum}
          columns={WORDS.charts.momentumColumns(home.name, away.name)}
          numbers={[1, 2]}
          rows={bins.map((bin) => [
            bin.label,
            weightOf(bin, home.club),
            weightOf(bin, away.club),
            sides
              .flatMap(({ club }) => ((bin.sides[club]?.goals ?? 0) > 0 ? [`${club} ${bin.sides[club]?.goals}`] : []))
              .join(', '),
          ])}
        />
      }
    />
  );
};

const Key = ({ sides }: Pick<ChartProps, 'sides'>) =>
  sides.map(({ side, club, name }) => (
    <span key={club} className="chart-key">
      <svg className="chart-key-mark" viewBox="0 0 18 10" aria-hidden="true">
        <rect className="chart-bar" data-side={side} x="2" y="0" width="14" height="10" rx="2" />
      </svg>
      {name}
    </span>
  ));
