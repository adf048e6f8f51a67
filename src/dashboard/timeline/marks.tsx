import { memo, useCallback, useMemo, useRef, useState } from 'react';
import type { TrackMark } from '../../faces/track.ts';
import { counted } from '../desk/renders.ts';
import { useDesk, useTheDesk } from '../desk/use-desk.ts';
import { WORDS } from '../words.ts';
import { Mark } from './mark.tsx';

/** What happened, as a list that is one stop for the Tab key, with arrows from there on. */
export const Marks = memo(
  ({ marks, at }: { readonly marks: readonly TrackMark[]; readonly at: ReadonlyMap<string, number> }) => {
    counted('Marks');
    const desk = useTheDesk();
    const ahead = useAhead(marks);
    const [focused, setFocused] = useState<string>();
    const list = useRef<HTMLUListElement>(null);
    const goTo = useCallback(
      (id: string): void => {
        const { shown, furthest } = desk.state;
        const item = shown?.views.timeline[id] ?? furthest?.timeline[id];
        if (item !== undefined) desk.goTo({ cursor: item.order });
      },
      [desk],
    );
    const move = (by: number): void => {
      const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
      const here = buttons.indexOf(document.activeElement as HTMLButtonElement);
      buttons[Math.max(0, Math.min(buttons.length - 1, here + by))]?.focus();
    };
    const tabStop = focused !== undefined && at.has(focused) ? focused : marks.at(-1)?.id;
    return (
      <ul
        className="marks"
        aria-label={WORDS.timeline.marks}
        ref={list}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
          event.preventDefault();
          event.stopPropagation();
          move(event.key === 'ArrowLeft' ? -1 : 1);
        }}
      >
        {marks.map((mark) => (
          <Mark
            key={mark.id}
            mark={mark}
            row={at.get(mark.id) ?? 0}
            isAhead={ahead.has(mark.id)}
            isTabStop={mark.id === tabStop}
            onGo={goTo}
            onFocus={setFocused}
          />
        ))}
      </ul>
    );
  },
);

export const isSameMarks = (a: readonly TrackMark[], b: readonly TrackMark[]): boolean =>
  a === b ||
  (a.length === b.length &&
    a.every(({ id, at, shape, void: isVoid, label }, index) => {
      const other = b[index];
      return (
        other?.id === id && other.at === at && other.shape === shape && other.void === isVoid && other.label === label
      );
    }));

/** Marks of what comes after the moment that is shown. */
const useAhead = (marks: readonly TrackMark[]): ReadonlySet<string> => {
  const ids = useDesk(({ shown }) =>
    marks
      .filter(({ id }) => shown?.views.timeline[id] === undefined)
      .map(({ id }) => id)
      .join(' '),
  );
  // An id holds no blank.
  return useMemo(() => new Set(ids === '' ? [] : ids.split(' ')), [ids]);
};
