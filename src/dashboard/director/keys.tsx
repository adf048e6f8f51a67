import { useEffect, useRef } from 'react';
import { chooseLine, chosenSeq, isLine, leaveLines, toggleKeyOnly } from '../commentary/by-keyboard.ts';
import { useTheDesk } from '../desk/use-desk.ts';
import { PANELS } from '../match/panels.ts';
import { WORDS } from '../words.ts';
import { transport } from './transport.ts';
import './keys.css';

/** The keyboard, and the list of what each key does. */
export const Keys = ({
  isOpen,
  onToggle,
}: {
  readonly isOpen: boolean;
  readonly onToggle: (open: boolean) => void;
}) => {
  const dialog = useRef<HTMLDialogElement>(null);
  useKeyboard(onToggle);
  useEffect(() => {
    if (isOpen) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isOpen]);
  const { title, rows, close } = WORDS.keys;
  return (
    <dialog ref={dialog} className="keys" aria-label={title} onClose={() => onToggle(false)}>
      <h2>{title}</h2>
      <dl>
        {rows.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <button type="button" className="quiet-button" onClick={() => onToggle(false)}>
        {close}
      </button>
    </dialog>
  );
};

const useKeyboard = (onHelp: (open: boolean) => void): void => {
  const desk = useTheDesk();
  useEffect(() => {
    const act = transport(desk);
    const acts: Readonly<Record<string, (isLong: boolean) => void>> = {
      ' ': act.playOrPause,
      ',': act.stepBack,
      '.': act.stepOn,
      ArrowLeft: (isLong) => act.wind(isLong ? -60_000 : -10_000),
      ArrowRight: (isLong) => act.wind(isLong ? 60_000 : 10_000),
      Home: () => act.goToPart(0),
      End: () => act.goToPart(1),
      '[': act.keyBack,
      ']': act.keyOn,
      g: () => document.querySelector<HTMLElement>('.director-seek input')?.focus(),
      '+': act.faster,
      '=': act.faster,
      '-': act.slower,
      _: act.slower,
      ArrowUp: () => chooseLine(-1),
      ArrowDown: () => chooseLine(1),
      k: () => chooseLine(-1),
      j: () => chooseLine(1),
      e: () => desk.explain(chosenSeq()),
      f: toggleKeyOnly,
      Escape: leaveLines,
      l: () => desk.goLive(),
      t: act.nextTheme,
      '/': () => document.querySelector<HTMLElement>('.commentary-search')?.focus(),
      '?': () => onHelp(true),
      h: () => onHelp(true),
      p: () => {
        const here = PANELS.findIndex(({ name }) => name === desk.state.route.panel);
        desk.choose(PANELS[(Math.max(0, here) + 1) % PANELS.length]?.name ?? PANELS[0].name);
      },
      ...Object.fromEntries(
        Array.from({ length: 10 }, (_, tenths) => [String(tenths), () => act.goToPart(tenths / 10)]),
      ),
    };
    const press = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTaken(event)) return;
      const found = acts[event.key];
      if (found === undefined) return;
      event.preventDefault();
      found(event.shiftKey);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [desk, onHelp]);
};

/** What has the focus wants the key itself. */
const isTaken = ({ target, key }: KeyboardEvent): boolean => {
  if (!(target instanceof HTMLElement)) return false;
  if (target.closest('input:not([type="radio"], [type="checkbox"]), select, textarea, dialog') !== null) return true;
  // A line of the commentary that was chosen is gone to with Enter: space plays on, as in the terminal.
  const isButton = !isLine(target) && target.closest('button, a, summary, label, input') !== null;
  return isButton && (key === ' ' || (key.startsWith('Arrow') && target.matches('input')));
};
