import { useRef } from 'react';
import { runningClock } from '../../faces/running-clock.ts';
import { isHalf } from '../../match/time.ts';
import { counted } from '../desk/renders.ts';
import { useDesk, useTheDesk } from '../desk/use-desk.ts';
import { useEachFrame } from '../desk/use-now.ts';
import { WORDS } from '../words.ts';
import './clock.css';

/** The referee's watch, run on at the speed of the showing between what is heard. */
export const Clock = ({ earlier }: { readonly earlier: string }) => {
  counted('Clock');
  const desk = useTheDesk();
  const clock = useDesk(({ shown }) => shown?.views.clock);
  const playing = useDesk(({ shown }) => shown?.head.playing === true);
  const isCut = useDesk(({ connection }) => connection.state === 'reconnecting' || connection.state === 'closed');
  const face = useRef<HTMLSpanElement>(null);
  const runs = playing && clock?.running === true;
  useEachFrame((now) => {
    const { shown } = desk.state;
    if (shown === undefined || face.current === null) return;
    const { label } = runningClock(shown.head, shown.views.clock, shown.heardAt, isCut ? shown.heardAt : now);
    if (face.current.textContent !== label) face.current.textContent = label;
  }, true);
  if (clock === undefined) return null;
  const { added, period } = runningClock(
    { watch: clock.elapsed, playing: false, speed: 1 } as Parameters<typeof runningClock>[0],
    clock,
    0,
    0,
  );
  const restart = clock.restart?.kind;
  return (
    <div className="clock" data-runs={runs && !isCut ? '' : undefined}>
      <p className="clock-face">
        {/* It changes each second: whoever listens asks for it, or hears the key moments. */}
        <span className="clock-time" ref={face} role="timer" aria-live="off" />
        {added !== undefined && isHalf(clock.period) && (
          <span className="clock-added" title={WORDS.header.addedLong(added)}>
            <span aria-hidden="true">{WORDS.header.added(added)}</span>
            <span className="unseen">{WORDS.header.addedLong(added)}</span>
          </span>
        )}
      </p>
      <p className="clock-period">
        {[period, restart !== undefined && clock.running ? WORDS.header.restart(restart) : '', earlier]
          .filter((part) => part !== '')
          .join(' · ')}
      </p>
    </div>
  );
};
