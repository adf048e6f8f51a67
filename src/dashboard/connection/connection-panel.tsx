import { useEffect, useState } from 'react';
import type { Note } from '../desk/notes.ts';
import { counted } from '../desk/renders.ts';
import { useDesk, useTheDesk } from '../desk/use-desk.ts';
import { WORDS } from '../words.ts';

/** State, revision, lag, and what has happened to the connection, in honest words. Drawn while it's open. */
export const ConnectionPanel = ({ id }: { readonly id: string }) => {
  const [isOpen, setOpen] = useState(false);
  const state = useDesk(({ connection }) => connection.state);
  return (
    <div
      id={id}
      popover="auto"
      className="connection-panel"
      role="dialog"
      aria-label={WORDS.connection.label}
      onToggle={({ newState }) => setOpen(newState === 'open')}
    >
      <p className="connection-state" data-state={state}>
        <span className="pill-light" aria-hidden="true" />
        {WORDS.connection.states[state]}
      </p>
      <p className="connection-explain">{WORDS.connection.explain[state]}</p>
      {isOpen && (
        <>
          <Facts />
          <Story />
        </>
      )}
    </div>
  );
};

const Facts = () => {
  counted('Facts');
  const desk = useTheDesk();
  const role = useDesk(({ welcome }) => welcome?.role);
  const revision = useDesk(({ live }) => live?.revision);
  const cursor = useDesk(({ live }) => live?.head.cursor);
  const entries = useDesk(({ live }) => live?.head.entries);
  const pace = useDesk((state) => state.pace);
  const [silence, setSilence] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSilence(desk.client.silenceMs), 500);
    return () => clearInterval(timer);
  }, [desk]);
  const { rows, roles, ago, late, noPace } = WORDS.connection;
  const facts: readonly (readonly [string, string])[] = [
    [rows.server, location.host],
    [rows.role, role === undefined ? '–' : roles[role]],
    [rows.revision, String(revision ?? '–')],
    [rows.entries, cursor === undefined ? '–' : `${cursor} / ${entries}`],
    [rows.silence, ago(silence / 1000)],
    [rows.late, pace === undefined ? noPace : late(pace.lateMs)],
  ];
  return (
    <dl className="connection-facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
};

const Story = () => {
  const notes = useDesk((state) => state.notes);
  return (
    <>
      <h2>{WORDS.connection.history}</h2>
      <ol className="connection-story">
        {notes.toReversed().map((note, index) => (
          <li key={`${note.at} ${notes.length - index}`}>
            <time dateTime={new Date(note.at).toISOString()}>{new Date(note.at).toLocaleTimeString()}</time>
            {toldOf(note)}
          </li>
        ))}
      </ol>
    </>
  );
};

const toldOf = (note: Note): string => {
  const { notes } = WORDS.connection;
  switch (note.kind) {
    case 'open':
      return notes.open;
    case 'joined':
      return notes.joined(note.revision, note.cursor);
    case 'joined-again':
      return notes.joinedAgain(note.revision, note.cursor);
    case 'journal-opened':
      return notes.journalOpened(note.epoch);
    case 'journal-resumed':
      return notes.journalResumed(note.seq);
    case 'lost':
      return notes.lost(note.reason, note.code);
    case 'quiet':
      return notes.quiet;
    case 'refused':
      return notes.refused(note.reason);
    case 'closed':
      return notes.closed(note.reason);
  }
};
