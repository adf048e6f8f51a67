import type { Side } from '../../../match/fixture.ts';

interface DotProps {
  readonly side: Side;
  readonly x: number;
  readonly y: number;
  readonly isGoal: boolean;
}

/** A point of a side's line: round for home, square on its corner for away, so that colours aren't needed. */
export const Dot = ({ side, x, y, isGoal }: DotProps) => {
  const size = isGoal ? 7 : 4;
  return (
    <>
      {/* Something to hit with a finger. */}
      <circle className="chart-reach" cx={x} cy={y} r="14" />
      {side === 'home' ? (
        <circle className="chart-dot" data-side={side} data-goal={isGoal || undefined} cx={x} cy={y} r={size} />
      ) : (
        <path
          className="chart-dot"
          data-side={side}
          data-goal={isGoal || undefined}
          d={`M${x} ${y - size * 1.2}l${size * 1.2} ${size * 1.2}l${-size * 1.2} ${size * 1.2}l${-size * 1.2} ${-size * 1.2}z`}
        />
      )}
    </>
  );
};
