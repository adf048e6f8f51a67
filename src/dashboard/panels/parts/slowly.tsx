import { type ComponentType, memo, useEffect, useRef, useState } from 'react';
import type { PanelProps } from '../../panel.ts';

/**
 * A panel that is drawn anew no more often than that. At 600× a match tells thirty things a second, and nobody who looks
 * at a chart sees more than a few of them. What comes after a while of nothing is drawn at once, and the last always is.
 */
export const slowly = (Panel: ComponentType<PanelProps>, everyMs: number): ComponentType<PanelProps> => {
  const Drawn = memo(Panel);
  return (props) => <Drawn {...useSlowly(props, everyMs)} />;
};

const useSlowly = <Value,>(value: Value, everyMs: number): Value => {
  const [shown, show] = useState(value);
  const shownAt = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    if (value === shown) return;
    const draw = (): void => {
      shownAt.current = performance.now();
      show(value);
    };
    const timer = setTimeout(draw, Math.max(0, shownAt.current + everyMs - performance.now()));
    return () => clearTimeout(timer);
  }, [value, shown, everyMs]);
  return shown;
};
