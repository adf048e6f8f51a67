import { memo } from 'react';
import { placeOnTrack } from '../../faces/place-on-track.ts';
import type { Track } from '../../faces/track.ts';
import { HALVES, isHalf, MINUTE, PERIODS } from '../../match/time.ts';
import { counted } from '../desk/renders.ts';
import { Scrubber } from './scrubber.tsx';
import { share } from './share.ts';

/** The axis itself, filled up to where the watch stands, under the thumb that seeks. */
export const Axis = memo(
  ({ spans }: { readonly spans: Track['spans'] }) => {
    counted('Axis');
    return (
      <div className="axis">
        <div className="axis-bar" aria-hidden="true">
          {spans.map(({ period, from, to, regulation }) => (
            <div key={period} className="span" style={{ insetInlineStart: share(from), inlineSize: share(to - from) }}>
              {regulation !== undefined && regulation < to && (
                <span className="span-added" style={{ insetInlineStart: share((regulation - from) / (to - from)) }} />
              )}
            </div>
          ))}
        </div>
        <ol className="ticks" aria-hidden="true">
          {ticksOf(spans).map(({ minute, at }) => (
            <li key={minute} style={{ insetInlineStart: share(at) }}>
              {minute}
            </li>
          ))}
        </ol>
        <Scrubber spans={spans} />
      </div>
    );
  },
  (before, after) => JSON.stringify(before.spans) === JSON.stringify(after.spans),
);

/** Each quarter of an hour, as the clock shows it; a shoot-out has its name. */
const ticksOf = (spans: Track['spans']): readonly { readonly minute: string; readonly at: number }[] =>
  spans.flatMap(({ period, name, from, to }, index) => {
    // Where a shoot-out begins the last minute stands already.
    if (!isHalf(period)) return [{ minute: name, at: (from + to) / 2 }];
    const { from: first, to: last } = HALVES[period];
    const quarters = Array.from({ length: (last - first) / 15 + 1 }, (_, quarter) => first + 15 * quarter);
    // A half begins with the minute that the one before ended with.
    return quarters.slice(index === 0 ? 0 : 1).map((minute) => ({
      minute: String(minute),
      at: placeOnTrack(spans, { period, elapsed: (minute - first) * MINUTE }, PERIODS),
    }));
  });
