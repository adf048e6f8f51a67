import { Component, lazy, type ReactNode, Suspense, useEffect, useRef } from 'react';
import { counted } from '../desk/renders.ts';
import type { DeskState } from '../desk/state.ts';
import { useDesk, useTheDesk } from '../desk/use-desk.ts';
import type { Panel, PanelProps } from '../panel.ts';
import { WORDS } from '../words.ts';
import { PANELS } from './panels.ts';

/** The panel that is open, loaded when it's first wanted and given what it says it reads. */
export const PanelHost = ({ name }: { readonly name: string }) => {
  const panel: Panel = PANELS.find((each) => each.name === name) ?? PANELS[0];
  return (
    <Guard key={panel.name}>
      <Suspense fallback={<p className="panel-wait">{WORDS.panels.loading}</p>}>
        <Filled panel={panel} />
      </Suspense>
    </Guard>
  );
};

const Filled = ({ panel }: { readonly panel: Panel }) => {
  counted('Panel');
  const desk = useTheDesk();
  const { readsJournal = false } = panel;
  const reading = useRef<Reading | undefined>(undefined);
  // The same reading as before, as long as nothing that the panel reads has changed.
  const { shown, journal, asked, role, isBack } = useDesk((state) => {
    if (reading.current === undefined || hasChanged(reading.current.of, state, panel)) {
      reading.current = { ...state, of: state, role: state.welcome?.role, isBack: state.back !== undefined };
    }
    return reading.current;
  });
  useEffect(() => {
    if (readsJournal) desk.wantJournal();
  }, [desk, readsJournal]);
  if (shown === undefined) return null;
  if (readsJournal && journal === undefined) return <p className="panel-wait">{WORDS.panels.journalComes}</p>;
  const Loaded = loaded(panel);
  return (
    <Loaded
      match={shown.match}
      fixture={shown.fixture}
      views={shown.views}
      head={shown.head}
      heardAt={shown.heardAt}
      {...(journal === undefined ? {} : { journal })}
      {...(asked === undefined ? {} : { asked })}
      goTo={desk.goTo}
      role={role ?? 'viewer'}
      isBack={isBack}
    />
  );
};

interface Reading extends Pick<DeskState, 'shown' | 'journal' | 'asked'> {
  readonly of: DeskState;
  readonly role: PanelProps['role'] | undefined;
  readonly isBack: boolean;
}

const hasChanged = (was: DeskState, is: DeskState, { reads, readsHead, readsJournal }: Panel): boolean =>
  was.shown?.match !== is.shown?.match ||
  was.shown?.fixture !== is.shown?.fixture ||
  was.welcome?.role !== is.welcome?.role ||
  (was.back === undefined) !== (is.back === undefined) ||
  (readsHead === true && was.shown?.head !== is.shown?.head) ||
  (readsJournal === true && (was.journal !== is.journal || was.asked !== is.asked)) ||
  reads.some((view) => was.shown?.views[view] !== is.shown?.views[view]);

const COMPONENTS = new Map<string, ReturnType<typeof lazy<React.ComponentType<PanelProps>>>>();

const loaded = ({ name, load }: Panel) => {
  const known = COMPONENTS.get(name);
  if (known !== undefined) return known;
  const component = lazy(load);
  COMPONENTS.set(name, component);
  return component;
};

/** One panel that can't be had is no reason to lose the match. */
class Guard extends Component<{ readonly children: ReactNode }, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError(): { readonly hasFailed: boolean } {
    return { hasFailed: true };
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children;
    return (
      <p className="panel-wait" role="alert">
        {WORDS.panels.failed}{' '}
        <button type="button" className="quiet-button" onClick={() => location.reload()}>
          {WORDS.panels.again}
        </button>
      </p>
    );
  }
}
