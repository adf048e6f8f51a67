import { shortNameOf } from '../../../english/words.ts';
import '../parts/panel.css';
import './charts.css';
import { useMemo } from 'react';
import { attemptsOf } from '../../../faces/attempts.ts';
import { courseOf } from '../../../faces/course.ts';
import type { PanelProps } from '../../panel.ts';
import { slowly } from '../parts/slowly.tsx';
import { Momentum } from './momentum.tsx';
import { Race } from './race.tsx';
import { Tie } from './tie.tsx';
import type { ChartProps } from './what.ts';

/** The match in three lines of drawing: chances, pressure, and what it all means for the tie. */
const Charts = ({ fixture, views, head, journal, goTo }: PanelProps) => {
  const { timeline, scoreboard, clock, stats, aggregate } = views;
  const entries = useMemo(() => journal?.entries.slice(0, head.cursor), [journal, head.cursor]);
  const attempts = useMemo(() => attemptsOf(timeline, clock.leg, entries ?? []), [timeline, clock.leg, entries]);
  const legs = useMemo(
    () => (aggregate === undefined ? [clock.leg] : fixture.legs.map((_, index) => index + 1)),
    [aggregate === undefined, clock.leg, fixture],
  );
  const times = useMemo(() => [...Object.values(timeline).map(({ at }) => at), clock], [timeline, clock]);
  const match = useMemo(() => courseOf(times, [clock.leg]), [times, clock.leg]);
  const tie = useMemo(() => courseOf(times, legs), [times, legs]);
  const sides = useMemo(
    () =>
      (['home', 'away'] as const).map((side) => ({
        side,
        club: scoreboard[side].club,
        name: shortNameOf(fixture, scoreboard[side].club),
      })) as unknown as ChartProps['sides'],
    [scoreboard, fixture],
  );
  const shared = { fixture, sides, clock, timeline, goTo };
  return (
    <div className="panel charts">
      <Race {...shared} course={match} attempts={attempts} stats={stats} isComplete={entries !== undefined} />
      <Momentum {...shared} course={match} attempts={attempts} />
      <Tie {...shared} course={tie} scoreboard={scoreboard} {...(aggregate === undefined ? {} : { aggregate })} />
    </div>
  );
};

export default slowly(Charts, 250);
