import { scaleLinear } from 'd3-scale';
import { curveStepAfter, line } from 'd3-shape';
import { useMemo } from 'react';
import { placeOn } from '../../../faces/course.ts';
import { nameOrSomebody } from '../../../faces/names.ts';
import { type TieStep, tieCourse } from '../../../faces/tie-course.ts';
import type { Views } from '../../../projections/views.ts';
import { AsTable } from '../parts/as-table.tsx';
import { WORDS } from '../words.ts';
import { MinuteAxis, ValueAxis } from './axes.tsx';
import { Frame } from './frame.tsx';
import { labelsApart } from './labels-apart.ts';
import { Dot } from './marks.tsx';
import { usePoints } from './use-points.ts';
import { type ChartProps, HEIGHT, MARGIN } from './what.ts';

interface Props extends ChartProps {
  readonly scoreboard: Views['scoreboard'];
  readonly aggregate?: NonNullable<Views['aggregate']>;
}

/** How the tie stood, over all its legs: a step for each goal, and the lead as the ground between the lines. */
export const Tie = ({ fixture, sides, course, clock, timeline, goTo, scoreboard, aggregate }: Props) => {
  const { steps, ruled } = useMemo(
    () => tieCourse({ timeline, scoreboard, clock, ...(aggregate === undefined ? {} : { aggregate }) }, fixture),
    [timeline, scoreboard, clock, aggregate, fixture],
  );
  const points = usePoints(steps.length, (index) => goTo({ cursor: timeline[steps[index]?.id ?? '']?.order ?? 0 }));
  const [home, away] = sides;
  const scoreText = (score: TieStep['score']): string => `${score[home.club] ?? 0}–${score[away.club] ?? 0}`;
  const standing = ({ leader }: Pick<TieStep, 'leader'>): string =>
    leader === undefined ? WORDS.charts.level : WORDS.charts.ahead(leader === home.club ? home.name : away.name);
  const told = (step: TieStep): string =>
    WORDS.charts.tiePoint(
      labelled(step),
      nameOrSomebody(fixture, step.person),
      step.own,
      scoreText(step.score),
      standing(step),
    );
  const labelled = ({ at, label }: TieStep): string =>
    aggregate === undefined ? label : `${WORDS.charts.leg(at.leg)} ${label}`;
  const last = steps.at(-1);
  const score = last?.score ?? { [home.club]: 0, [away.club]: 0 };
  const active = points.active === undefined ? undefined : steps[points.active];
  const now = placeOn(course, clock);
  const highest = Math.max(2, ...Object.values(score));
  const title = aggregate === undefined ? WORDS.charts.match : WORDS.charts.tie;
  return (
    <Frame
      title={title}
      readout={
        active !== undefined ? (
          told(active)
        ) : (
          <strong>{`${home.name} ${scoreText(score)} ${away.name}, ${standing(last ?? {})}`}</strong>
        )
      }
      {...(ruled === undefined ? {} : { note: WORDS.charts.tieRuled(scoreText(ruled)) })}
      draw={(width) => {
        const x = scaleLinear([0, course.length], [MARGIN.left, width - MARGIN.right]);
        const y = scaleLinear([0, highest], [HEIGHT - MARGIN.bottom, MARGIN.top + 8]);
        const path = line<readonly [number, number]>(
          ([at]) => x(at),
          ([, goals]) => y(goals),
        ).curve(curveStepAfter);
        const ends = labelsApart(sides.map(({ club }) => y(score[club] ?? 0)));
        return (
          <>
            <MinuteAxis course={course} x={x} />
            <ValueAxis
              y={y}
              ticks={y.ticks(Math.min(highest, 5)).filter(Number.isInteger)}
              width={width}
              format={String}
            />
            {steps.map((step, index) => {
              const to = steps[index + 1] === undefined ? now : placeOn(course, (steps[index + 1] as TieStep).at);
              const [from, goals] = [x(placeOn(course, step.at)), sides.map(({ club }) => y(step.score[club] ?? 0))];
              return step.leader === undefined ? null : (
                <rect
                  key={step.id}
                  className="chart-lead"
                  data-side={step.leader === home.club ? 'home' : 'away'}
                  x={from}
                  y={Math.min(...goals)}
                  width={Math.max(0, x(to) - from)}
                  height={Math.abs((goals[0] ?? 0) - (goals[1] ?? 0))}
                />
              );
            })}
            {sides.map(({ side, club }, index) => (
              <g key={club}>
                <path
                  className="chart-line"
                  data-side={side}
                  d={
                    path([
                      [0, 0],
                      ...steps.map((step) => [placeOn(course, step.at), step.score[club] ?? 0] as const),
                      [now, score[club] ?? 0],
                    ]) ?? ''
                  }
                />
                <text className="chart-end" data-side={side} x={x(now) + 6} y={ends[index]} dy="0.32em">
                  {club} {score[club] ?? 0}
                </text>
              </g>
            ))}
            {steps.map((step, index) => {
              const side = step.club === home.club ? 'home' : 'away';
              return (
                <g key={step.id} {...points.pointAt(index, told(step))}>
                  <Dot side={side} x={x(placeOn(course, step.at))} y={y(step.score[step.club] ?? 0)} isGoal />
                </g>
              );
            })}
          </>
        );
      }}
      table={
        <AsTable
          caption={title}
          columns={WORDS.charts.tieColumns}
          rows={steps.map((step) => [
            labelled(step),
            `${nameOrSomebody(fixture, step.person)} (${step.club})`,
            scoreText(step.score),
            standing(step),
          ])}
        />
      }
    />
  );
};
