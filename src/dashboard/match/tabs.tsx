import { useId, useRef } from 'react';
import { WORDS } from '../words.ts';
import './tabs.css';

export interface TabsProps {
  readonly names: readonly TabName[];
  readonly chosen: string;
  readonly onChoose: (name: string) => void;
  readonly children: React.ReactNode;
}

type TabName = Exclude<keyof typeof WORDS.panels, 'label' | 'loading' | 'failed' | 'again' | 'journalComes'>;

/** Tabs as the ARIA Authoring Practices have them: one stop, arrows between, each opened when it's reached. */
export const Tabs = ({ names, chosen, onChoose, children }: TabsProps) => {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const move = (to: number): void => {
    const next = names[(to + names.length) % names.length];
    if (next === undefined) return;
    onChoose(next);
    list.current?.querySelector<HTMLElement>(`[data-name="${next}"]`)?.focus();
  };
  return (
    <section className="tabs" aria-label={WORDS.panels.label}>
      <div
        className="tab-list"
        role="tablist"
        aria-label={WORDS.panels.label}
        ref={list}
        onKeyDown={(event) => {
          const here = names.indexOf(chosen as TabName);
          const to = { ArrowRight: here + 1, ArrowLeft: here - 1, Home: 0, End: names.length - 1 }[event.key];
          if (to === undefined) return;
          event.preventDefault();
          event.stopPropagation();
          move(to);
        }}
      >
        {names.map((name) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`${id}-${name}`}
            data-name={name}
            aria-selected={name === chosen}
            aria-controls={`${id}-panel`}
            tabIndex={name === chosen ? 0 : -1}
            onClick={() => onChoose(name)}
          >
            {WORDS.panels[name]}
          </button>
        ))}
      </div>
      <div className="tab-panel" role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${chosen}`}>
        {children}
      </div>
    </section>
  );
};
