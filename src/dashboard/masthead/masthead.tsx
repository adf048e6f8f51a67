import { useState } from 'react';
import { ConnectionPill } from '../connection/connection-pill.tsx';
import { counted } from '../desk/renders.ts';
import { formatRoute } from '../desk/route.ts';
import { useDesk, useTheDesk } from '../desk/use-desk.ts';
import { Icon } from '../icon.tsx';
import { useMedia } from '../match/use-media.ts';
import { WORDS } from '../words.ts';
import { ThemeSwitch } from './theme-switch.tsx';
import './masthead.css';

/** The top of the page: whose it is, which match, how it is connected. */
export const Masthead = () => {
  counted('Masthead');
  const desk = useTheDesk();
  const match = useDesk(({ route }) => route.match);
  const matches = useDesk(({ welcome }) => welcome?.matches);
  // The tools need the room.
  const isPhone = useMedia('(max-width: 480px)');
  const isOneOfMany = (matches?.length ?? 0) > 1;
  return (
    <header className="masthead">
      <p className="masthead-name">
        <span className="masthead-line" aria-hidden="true" />
        {WORDS.page.title}
      </p>
      {isOneOfMany && match !== undefined && (
        <button type="button" className="quiet-button" onClick={() => desk.open(undefined)} title={WORDS.page.toWall}>
          <Icon name="wall" />
          <span className={isPhone ? 'unseen' : undefined}>{WORDS.page.toWall}</span>
        </button>
      )}
      <div className="masthead-tools">
        {match !== undefined && <ShareButton />}
        <ThemeSwitch />
        <ConnectionPill />
      </div>
    </header>
  );
};

/** A link to what is shown now: live as the number of entries that had been shown. */
const ShareButton = () => {
  const desk = useTheDesk();
  const [told, setTold] = useState('');
  const copy = async (): Promise<void> => {
    const { route, shown } = desk.state;
    const here = { ...route, ...(shown && { asOf: String(shown.head.cursor) }) };
    try {
      await navigator.clipboard.writeText(new URL(formatRoute(here), location.href).href);
      setTold(WORDS.share.copied);
    } catch {
      history.replaceState(null, '', formatRoute(here));
      setTold(WORDS.share.failed);
    }
    setTimeout(() => setTold(''), 2500);
  };
  return (
    <>
      <button type="button" className="quiet-button" onClick={() => void copy()} title={WORDS.share.copy}>
        <Icon name={told === '' ? 'link' : 'done'} />
        <span className="unseen">{WORDS.share.copy}</span>
      </button>
      <span role="status" className={told === '' ? 'unseen' : 'masthead-told'}>
        {told}
      </span>
    </>
  );
};
