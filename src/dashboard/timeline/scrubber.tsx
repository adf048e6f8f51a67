import { useRef } from 'react';
import { watchAt } from '../../client/connect.ts';
import { placeOnTrack, timeOnTrack } from '../../faces/place-on-track.ts';
import { clockLabel } from '../../faces/running-clock.ts';
import type { Track } from '../../faces/track.ts';
import { words } from '../../faces/words.ts';
import { formatTime, isHalf, PERIODS } from '../../match/time.ts';
import { counted } from '../desk/renders.ts';
import { useDesk, useTheDesk } from '../desk/use-desk.ts';
import { useEachFrame } from '../desk/use-now.ts';
import { WORDS } from '../words.ts';
import { share } from './share.ts';

/** A range from 0 to STEPS. What it shows moves with the watch, and by hand; a seek is asked for once a picture. */
export const Scrubber = ({ spans }: { readonly spans: Track['spans'] }) => {
  counted('Scrubber');
  const desk = useTheDesk();
  const leg = useDesk(({ shown }) => shown?.views.clock.leg ?? 1);
  const playing = useDesk(({ shown }) => shown?.head.playing === true && shown.views.clock.running);
  const isBack = useDesk(({ back }) => back !== undefined);
  const isBehind = useDesk(({ shown, furthest }) => (shown?.head.cursor ?? 0) < (furthest?.cursor ?? 0));
  const reachedBy = useDesk((state) => state.furthest?.clock);
  const input = useRef<HTMLInputElement>(null);
  const root = useRef<HTMLDivElement>(null);
  const held = useRef<{ at: number; until: number } | undefined>(undefined);
  const asked = useRef(0);

  const draw = (now: number): void => {
    const { shown } = desk.state;
    if (shown === undefined || input.current === null || root.current === null) return;
    const hold = held.current;
    // Until the showing has answered, the thumb stays where it was put.
    if (hold !== undefined && now > hold.until) held.current = undefined;
    const { clock } = shown.views;
    const elapsed = isHalf(clock.period) ? watchAt(shown, now) : clock.elapsed;
    const at = held.current?.at ?? placeOnTrack(spans, { period: clock.period, elapsed }, PERIODS);
    const value = String(Math.round(at * STEPS));
    if (input.current.value !== value) input.current.value = value;
    root.current.style.setProperty('--at', String(at));
    const time = held.current === undefined ? undefined : timeOnTrack(spans, at);
    const told = time === undefined ? { period: clock.period, elapsed } : time;
    const text = WORDS.timeline.fixed(clockLabel(told.period, told.elapsed), words.periods[told.period]);
    // Every second would be too often for whoever listens, so it's told as it is when somebody comes to it.
    if (held.current !== undefined || document.activeElement !== input.current) {
      if (input.current.getAttribute('aria-valuetext') !== text) input.current.setAttribute('aria-valuetext', text);
    }
    root.current.dataset.label = clockLabel(told.period, told.elapsed);
  };
  useEachFrame(draw, true);

  const seek = (value: number): void => {
    const at = value / STEPS;
    held.current = { at, until: performance.now() + HOLD_MS };
    cancelAnimationFrame(asked.current);
    asked.current = requestAnimationFrame(() => {
      const time = timeOnTrack(spans, at);
      if (time !== undefined) desk.goTo({ time: formatTime({ leg, ...time }, { leg: true }) });
    });
  };

  const reached =
    reachedBy !== undefined && reachedBy.leg === leg ? placeOnTrack(spans, reachedBy, PERIODS) : undefined;
  return (
    <div className="scrubber" ref={root} data-back={isBack ? '' : undefined} data-playing={playing ? '' : undefined}>
      <div className="scrubber-fill" />
      {reached !== undefined && isBehind && (
        <div
          className="scrubber-reached"
          title={isBack ? WORDS.timeline.live : WORDS.timeline.reached}
          style={{ insetInlineStart: share(reached) }}
        >
          <span>{WORDS.timeline.live}</span>
        </div>
      )}
      <input
        ref={input}
        type="range"
        min={0}
        max={STEPS}
        step={1}
        defaultValue={0}
        aria-label={WORDS.timeline.scrub}
        onInput={(event) => seek(Number(event.currentTarget.value))}
        onKeyDown={(event) => {
          const minutes = KEYS[event.key];
          if (minutes === undefined) return;
          event.preventDefault();
          event.stopPropagation();
          const [span] = spans;
          if (span === undefined) return;
          const minute = placeOnTrack(spans, { period: span.period, elapsed: span.from + 60_000 }, PERIODS);
          const at = Math.max(0, Math.min(1, Number(event.currentTarget.value) / STEPS + minutes * minute));
          event.currentTarget.value = String(Math.round(at * STEPS));
          seek(at * STEPS);
        }}
      />
      <div className="scrubber-thumb" aria-hidden="true" />
    </div>
  );
};

const STEPS = 6000;
/** How long the thumb waits for an answer before it goes back to where the showing is. */
const HOLD_MS = 600;

const KEYS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -5,
  PageUp: 5,
};
