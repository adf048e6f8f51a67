import { useId } from 'react';
import { counted } from '../desk/renders.ts';
import { useDesk } from '../desk/use-desk.ts';
import { WORDS } from '../words.ts';
import { ConnectionPanel } from './connection-panel.tsx';
import './connection.css';

/** How it is connected, in a word; the whole story on request. */
export const ConnectionPill = () => {
  counted('ConnectionPill');
  const id = useId();
  const state = useDesk(({ connection }) => connection.state);
  const told = useDesk(({ connection, shown, back }) => {
    if (connection.state !== 'open' || shown === undefined) return WORDS.connection.states[connection.state];
    if (back !== undefined) return WORDS.connection.lookingBack;
    const { playing, speed, cursor, entries } = shown.head;
    if (playing) return WORDS.connection.playing(WORDS.director.speedOf(speed));
    return cursor >= entries ? WORDS.connection.ended : WORDS.connection.paused;
  });
  return (
    <>
      <button type="button" className="pill" data-state={state} popoverTarget={id}>
        <span className="pill-light" aria-hidden="true" />
        <span className="unseen">{WORDS.connection.label}: </span>
        {told}
      </button>
      <ConnectionPanel id={id} />
    </>
  );
};
