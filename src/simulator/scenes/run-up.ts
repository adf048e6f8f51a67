import type { Millis } from '../../match/time.ts';
import { SECOND, type Stage } from '../stage.ts';

/**
 * The pauses between the steps of a scene that is to end at a moment of the watch, each so many seconds long. It waits
 * until it's time to begin; where it's later than that already, the pauses are shortened.
 */
export const runUp = (
  stage: Stage,
  at: Millis,
  ...pauses: readonly (readonly [least: number, most: number])[]
): (() => void) => {
  const usual = pauses.map(([least, most]) => stage.random.int(least * SECOND, most * SECOND));
  const total = usual.reduce((sum, pause) => sum + pause, 0);
  stage.until(at - total);
  const left = Math.max(0, at - stage.elapsed);
  const shortened = usual.map((pause) => Math.max(SECOND, Math.floor((pause * Math.min(total, left)) / total)));
  const remaining = shortened.values();
  return () => stage.wait(remaining.next().value ?? SECOND);
};
