import '../parts/panel.css';
import './inspector.css';
import { useDeferredValue, useEffect, useId, useMemo, useState } from 'react';
import { entryLine, searchedIn } from '../../../faces/entry-line.ts';
import type { Entry } from '../../../journal/entry.ts';
import type { Fixture } from '../../../match/fixture.ts';
import type { JournalSoFar, PanelProps } from '../../panel.ts';
import { slowly } from '../parts/slowly.tsx';
import { WORDS } from '../words.ts';
import { EntryDetail } from './entry-detail.tsx';
import { EntryList } from './entry-list.tsx';

/** The journal as it came: each entry, who says so, and what it changed. */
const Inspector = ({ journal, ...props }: PanelProps) =>
  journal === undefined ? (
    <p className="panel panel-empty">{WORDS.noJournal}</p>
  ) : (
    <Inspecting key={journal.epoch} {...props} journal={journal} />
  );

export default slowly(Inspector, 200);

const Inspecting = ({ journal, fixture, head, asked, goTo }: PanelProps & { readonly journal: JournalSoFar }) => {
  const [kind, setKind] = useState<Kind>('all');
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(asked?.seq);
  useEffect(() => {
    if (asked !== undefined) setChosen(asked.seq);
  }, [asked]);
  const field = useId();
  const wanted = useDeferredValue(text.trim().toLocaleLowerCase('en'));
  const entries = useMemo(() => journal.entries.slice(), [journal]);
  const shown = useMemo(
    () => entries.filter((entry) => (kind === 'all' || entry.kind === kind) && says(entry, fixture, wanted)),
    [entries, kind, wanted, fixture],
  );
  // Until somebody chooses one, the entry that the showing stands at.
  const seq = useDeferredValue(chosen ?? Math.min(head.cursor, entries.length));
  const entry = entries[seq - 1];
  return (
    <div className="panel inspector">
      <div className="inspector-find">
        <label htmlFor={field}>
          <span className="panel-spoken">{WORDS.inspector.search}</span>
          <input
            id={field}
            type="search"
            value={text}
            placeholder={WORDS.inspector.searchHint}
            onChange={(event) => setText(event.target.value)}
          />
        </label>
        <fieldset>
          <legend className="panel-spoken">{WORDS.inspector.list}</legend>
          {KINDS.map((each) => (
            <button
              key={each}
              type="button"
              className="panel-button"
              aria-pressed={kind === each}
              onClick={() => setKind(each)}
            >
              {WORDS.inspector.kinds[each]}
            </button>
          ))}
        </fieldset>
        <p className="panel-soft" aria-live="polite">
          {shown.length === 0 ? WORDS.inspector.none : WORDS.inspector.shown(shown.length, entries.length)}
        </p>
      </div>
      <div className="inspector-both">
        <EntryList entries={shown} fixture={fixture} chosen={seq} cursor={head.cursor} choose={setChosen} />
        {entry !== undefined && <EntryDetail key={seq} {...{ entry, journal, fixture, goTo }} choose={setChosen} />}
      </div>
    </div>
  );
};

const KINDS = ['all', 'event', 'amendment', 'retraction'] as const;
type Kind = (typeof KINDS)[number];

const TEXTS = new WeakMap<Entry, string>();

const says = (entry: Entry, fixture: Fixture, wanted: string): boolean => {
  if (wanted === '') return true;
  let text = TEXTS.get(entry);
  if (text === undefined) {
    text = searchedIn(entry, entryLine(entry, fixture));
    TEXTS.set(entry, text);
  }
  return wanted.split(/\s+/).every((word) => text.includes(word));
};
