import { useEffect, useRef } from 'react';

/**
 * Calls `draw` with the time of `performance.now()` before each picture of the screen, as long as `isOn`, and once when
 * anything that it draws from has changed. What moves all the time is drawn past React, so that nothing else is.
 */
export const useEachFrame = (draw: (now: number) => void, isOn: boolean): void => {
  const drawing = useRef(draw);
  drawing.current = draw;
  // Without a list: whatever the component was rendered for may move what is drawn.
  useEffect(() => drawing.current(performance.now()));
  useEffect(() => {
    if (!isOn) return;
    let frame = 0;
    const next = (now: number): void => {
      drawing.current(now);
      frame = requestAnimationFrame(next);
    };
    frame = requestAnimationFrame(next);
    return () => cancelAnimationFrame(frame);
  }, [isOn]);
};
