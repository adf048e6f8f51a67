import { useMemo, useState } from 'react';
import { type Track, type TrackMark, trackOf } from '../../faces/track.ts';
import { counted } from '../desk/renders.ts';
import { useDesk } from '../desk/use-desk.ts';
import { WORDS } from '../words.ts';
import { Axis } from './axis.tsx';
import { distinct } from './distinct.ts';
import { isSameMarks, Marks } from './marks.tsx';
import { placed } from './placed.ts';
import { useWidth } from './use-width.ts';
import './timeline.css';

/** The whole match as a bar in match time, with a thumb to drag: home above it, away below, reviews on it. */
export const Timeline = () => {
  counted('Timeline');
  const track = useTrack();
  const [box, width] = useWidth();
  const marks = useSame(track?.marks ?? NONE, isSameMarks);
  const { at, lanes } = useMemo(() => placed(marks, width), [marks, width]);
  if (track === undefined) return null;
  const rows = { '--above': lanes.home, '--below': lanes.away } as React.CSSProperties;
  return (
    <section className="timeline" aria-label={WORDS.timeline.label} ref={box} style={rows}>
      <Marks marks={marks} at={at} />
      <Axis spans={track.spans} />
    </section>
  );
};

const NONE: readonly TrackMark[] = [];

/** The value before, as long as nothing in it has changed. */
const useSame = <Value,>(value: Value, isSame: (a: Value, b: Value) => boolean): Value => {
  const [kept, keep] = useState(value);
  if (kept === value || isSame(kept, value)) return kept;
  keep(value);
  return value;
};

/** All that was seen of the leg, so that the bar keeps what lies ahead of an earlier moment. */
const useTrack = (): Track | undefined => {
  const fixture = useDesk(({ shown }) => shown?.fixture);
  const clock = useDesk(({ shown }) => shown?.views.clock);
  const scoreboard = useDesk(({ shown }) => shown?.views.scoreboard);
  const shootout = useDesk(({ shown }) => shown?.views.shootout);
  const now = useDesk(({ shown }) => shown?.views.timeline);
  const furthest = useDesk((state) => state.furthest);
  return useMemo(() => {
    if (fixture === undefined || clock === undefined || scoreboard === undefined || now === undefined) return;
    const timeline = furthest === undefined || furthest.timeline === now ? now : { ...furthest.timeline, ...now };
    const track = trackOf({ clock, timeline, scoreboard, ...(shootout === undefined ? {} : { shootout }) }, fixture);
    return { ...track, marks: distinct(track.marks, timeline) };
  }, [fixture, clock, scoreboard, shootout, now, furthest]);
};
