import type { Course } from '../../../faces/course.ts';
import type { ClubCode, Fixture, Side } from '../../../match/fixture.ts';
import type { Views } from '../../../projections/views.ts';
import type { PanelProps } from '../../panel.ts';

/** What each chart is given. */
export interface ChartProps {
  readonly fixture: Fixture;
  /** Home and away. */
  readonly sides: readonly [ChartSide, ChartSide];
  readonly clock: Views['clock'];
  readonly timeline: Views['timeline'];
  readonly course: Course;
  readonly goTo: PanelProps['goTo'];
}

export interface ChartSide {
  readonly side: Side;
  readonly club: ClubCode;
  readonly name: string;
}

/** Room around a drawing for its axes, in CSS pixels. */
export const MARGIN = { top: 14, right: 54, bottom: 30, left: 30 } as const;
export const HEIGHT = 240;
