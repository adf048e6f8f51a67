import { type KeyboardEvent, useRef, useState } from 'react';

/** The points of a chart as one stop of the keyboard: arrows go from one to the next, Enter shows the moment. */
export const usePoints = (count: number, choose: (index: number) => void) => {
  const [active, setActive] = useState<number>();
  const points = useRef(new Map<number, SVGElement>());
  const stop = active === undefined || active >= count ? 0 : active;
  const move = (index: number): void => points.current.get(Math.min(count - 1, Math.max(0, index)))?.focus();
  return {
    active: active !== undefined && active < count ? active : undefined,
    /** What a point's element is given. */
    pointAt: (index: number, label: string) => ({
      ref: (element: SVGGElement | null): void => {
        if (element === null) points.current.delete(index);
        else points.current.set(index, element);
      },
      role: 'button' as const,
      tabIndex: index === stop ? 0 : -1,
      'aria-label': label,
      className: 'chart-point',
      'data-active': index === active || undefined,
      onFocus: () => setActive(index),
      onBlur: () => setActive(undefined),
      onPointerEnter: () => setActive(index),
      onPointerLeave: () => setActive(undefined),
      onClick: () => choose(index),
      onKeyDown: (event: KeyboardEvent) => {
        const to = TO[event.key]?.(index, count);
        if (event.key === 'Enter' || event.key === ' ') choose(index);
        else if (to !== undefined) move(to);
        else return;
        event.preventDefault();
        // The page's own keys steer the showing.
        event.stopPropagation();
      },
    }),
  };
};

const TO: Readonly<Record<string, (index: number, count: number) => number>> = {
  ArrowLeft: (index) => index - 1,
  ArrowRight: (index) => index + 1,
  ArrowUp: (index) => index - 1,
  ArrowDown: (index) => index + 1,
  Home: () => 0,
  End: (_, count) => count - 1,
};
