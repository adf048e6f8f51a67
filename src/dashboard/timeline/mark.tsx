import { memo } from 'react';
import type { TrackMark } from '../../faces/track.ts';
import { counted } from '../desk/renders.ts';
import { Icon } from '../icon.tsx';
import { WORDS } from '../words.ts';

export interface MarkProps {
  readonly mark: TrackMark;
  /** 0 lies next to the bar. */
  readonly row: number;
  /** It comes after the moment that is shown. */
  readonly isAhead: boolean;
  readonly isTabStop: boolean;
  readonly onGo: (id: string) => void;
  readonly onFocus: (id: string) => void;
}

/** Something that happened, where it happened. */
export const Mark = memo(
  ({
    mark: { id, at, shape, tone, side, label, key, void: isVoid },
    row,
    isAhead,
    isTabStop,
    onGo,
    onFocus,
  }: MarkProps) => {
    counted('Mark');
    const { timeline } = WORDS;
    const told = [label, ...(isVoid ? [timeline.void] : []), ...(isAhead ? [timeline.ahead] : [])].join(', ');
    return (
      <li
        className="mark"
        data-side={side ?? 'both'}
        data-tone={tone}
        data-key={key ? '' : undefined}
        data-void={isVoid ? '' : undefined}
        data-ahead={isAhead ? '' : undefined}
        style={{ '--mark-at': at, '--row': row } as React.CSSProperties}
      >
        <button
          type="button"
          tabIndex={isTabStop ? 0 : -1}
          title={told}
          onClick={() => onGo(id)}
          onFocus={() => onFocus(id)}
        >
          <Icon name={shape} />
          <span className="unseen">{told}</span>
        </button>
      </li>
    );
  },
  (before, after) =>
    before.row === after.row &&
    before.isAhead === after.isAhead &&
    before.isTabStop === after.isTabStop &&
    before.mark.at === after.mark.at &&
    before.mark.shape === after.mark.shape &&
    before.mark.void === after.mark.void &&
    before.mark.label === after.mark.label,
);
