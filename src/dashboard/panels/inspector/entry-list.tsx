import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useId, useRef } from 'react';
import { entryLine } from '../../../faces/entry-line.ts';
import type { Entry } from '../../../journal/entry.ts';
import type { Fixture } from '../../../match/fixture.ts';
import { Icon } from '../../icon.tsx';
import { WORDS } from '../words.ts';

interface Props {
  readonly entries: readonly Entry[];
  readonly fixture: Fixture;
  /** Numbers of entries: the one that is looked at, and the last that the showing has passed. */
  readonly chosen: number;
  readonly cursor: number;
  readonly choose: (seq: number) => void;
}

const ROW_PX = 44;

/** Entries in the order they came. Only those in sight are drawn; there may be thousands. */
export const EntryList = ({ entries, fixture, chosen, cursor, choose }: Props) => {
  const box = useRef<HTMLDivElement>(null);
  const id = useId();
  const rows = useVirtualizer({
    count: entries.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_PX,
    overscan: 8,
  });
  const at = entries.findIndex(({ seq }) => seq === chosen);
  useEffect(() => {
    if (at >= 0) rows.scrollToIndex(at, { align: 'auto' });
  }, [at, rows]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const to = TO[event.key]?.(at, entries.length);
    const entry = to === undefined ? undefined : entries[Math.min(entries.length - 1, Math.max(0, to))];
    if (entry === undefined) return;
    choose(entry.seq);
    event.preventDefault();
    // The page's own keys steer the showing.
    event.stopPropagation();
  };
  return (
    <div
      ref={box}
      className="entries"
      role="listbox"
      tabIndex={0}
      aria-label={WORDS.inspector.list}
      aria-activedescendant={at < 0 ? undefined : `${id}-${chosen}`}
      onKeyDown={onKeyDown}
    >
      <div role="presentation" style={{ blockSize: rows.getTotalSize(), position: 'relative' }}>
        {rows.getVirtualItems().map(({ index, start }) => {
          const entry = entries[index];
          if (entry === undefined) return null;
          const { seq, kind, time, title, about, shape, tone } = entryLine(entry, fixture);
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the keys, as a list box does
            // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus, as a list box does
            <div
              key={seq}
              id={`${id}-${seq}`}
              className="entry"
              role="option"
              aria-selected={seq === chosen}
              aria-setsize={entries.length}
              aria-posinset={index + 1}
              data-kind={kind}
              data-tone={tone}
              data-ahead={seq > cursor || undefined}
              style={{ transform: `translateY(${start}px)`, blockSize: ROW_PX }}
              onClick={() => choose(seq)}
            >
              <span className="entry-seq">{seq}</span>
              <Icon name={shape} />
              <span className="entry-what">
                <strong>{title}</strong> {about}
              </span>
              <span className="entry-time">{time}</span>
            </div>
          );
        })}
      </div>
    </div>
  );
};

const TO: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowUp: (at) => at - 1,
  ArrowDown: (at) => at + 1,
  PageUp: (at) => at - 10,
  PageDown: (at) => at + 10,
  Home: () => 0,
  End: (_, count) => count - 1,
};
