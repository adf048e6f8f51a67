import { useMemo } from 'react';
import { type EntryLine, entryLine } from '../../../faces/entry-line.ts';
import { sourceOf } from '../../../faces/source.ts';
import type { Entry } from '../../../journal/entry.ts';
import type { Fixture } from '../../../match/fixture.ts';
import { diff } from '../../../wire/patch.ts';
import type { JournalSoFar, PanelProps } from '../../panel.ts';
import { WORDS } from '../words.ts';

interface Props {
  readonly entry: Entry;
  readonly journal: JournalSoFar;
  readonly fixture: Fixture;
  readonly goTo: PanelProps['goTo'];
  readonly choose: (seq: number) => void;
}

/** One entry: what it says, who says so, what it is about, and what it changed for everybody. */
export const EntryDetail = ({ entry, journal, fixture, goTo, choose }: Props) => {
  const { history, entries } = journal;
  const { seq, offset } = entry;
  const line = entryLine(entry, fixture);
  const source = sourceOf(entry);
  const patch = useMemo(() => patchOf(journal, seq), [journal, seq]);
  const links = useMemo(() => linksOf(line, entries, fixture), [line.id, entries, fixture]);
  const effect = history.effectAt(seq);
  return (
    <article className="entry-detail" aria-label={WORDS.inspector.entry(seq)}>
      <header>
        <h2>{line.title}</h2>
        <p>
          {[WORDS.inspector.entry(seq), line.time, line.about]
            .filter((part) => part !== undefined && part !== '')
            .join(' · ')}
        </p>
        <button type="button" className="panel-button" onClick={() => goTo({ cursor: seq })}>
          {WORDS.inspector.here}
        </button>
      </header>
      <dl>
        <dt>{WORDS.inspector.source}</dt>
        <dd>
          <span data-unsure={source.unsure || undefined}>{source.text}</span>
          {source.note !== undefined && <p className="panel-soft">{source.note}</p>}
        </dd>
        {source.why !== undefined && (
          <>
            <dt>{WORDS.inspector.why}</dt>
            <dd>{source.why}</dd>
          </>
        )}
        <dt>{WORDS.inspector.received}</dt>
        <dd>
          <time dateTime={history.feedTime(offset)}>{history.feedTime(offset).replace('T', ' ')}</time>
          {effect !== undefined && effect !== 'applied' && (
            <strong className="entry-effect">{WORDS.inspector.effects[effect]}</strong>
          )}
        </dd>
        <Links name={WORDS.inspector.about} links={links.names} choose={choose} />
        <Links name={WORDS.inspector.namedBy} links={links.namedBy} choose={choose} />
      </dl>
      <Json
        name={WORDS.inspector.json}
        text={JSON.stringify(entry, undefined, 2)}
        size={JSON.stringify(entry).length}
      />
      {patch === undefined ? (
        <>
          <h3>{WORDS.inspector.patch}</h3>
          <p className="panel-soft">{WORDS.inspector.noPatch}</p>
        </>
      ) : (
        <Json
          name={WORDS.inspector.patch}
          text={JSON.stringify(patch, undefined, 2)}
          size={new TextEncoder().encode(JSON.stringify(patch)).length}
        />
      )}
    </article>
  );
};

/** The merge patch that the entry caused, as it goes over the wire to those who follow all views. */
const patchOf = ({ history }: JournalSoFar, seq: number) => diff(history.viewsAt(seq - 1), history.viewsAt(seq));

interface Link {
  readonly field: string;
  readonly id: string;
  /** Absent where nobody has sent it. */
  readonly to?: EntryLine;
}

const linksOf = (line: EntryLine, entries: readonly Entry[], fixture: Fixture): { names: Link[]; namedBy: Link[] } => {
  const lineOf = (entry: Entry): EntryLine => entryLine(entry, fixture);
  const names = line.names.map(({ field, id }) => {
    const to = entries.find((entry) => entry.kind === 'event' && entry.id === id);
    return { field, id, ...(to === undefined ? {} : { to: lineOf(to) }) };
  });
  const own = line.kind === 'event' ? line.id : undefined;
  const namedBy =
    own === undefined
      ? []
      : entries
          .map(lineOf)
          .flatMap((to) => to.names.filter(({ id }) => id === own).map(({ field }) => ({ field, id: to.id, to })));
  return { names, namedBy };
};

const Links = ({
  name,
  links,
  choose,
}: {
  readonly name: string;
  readonly links: readonly Link[];
  readonly choose: (seq: number) => void;
}) =>
  links.length === 0 ? null : (
    <>
      <dt>{name}</dt>
      <dd>
        {links.map(({ field, id, to }) => (
          <span key={`${field} ${id}`} className="entry-link">
            <code>{field}</code>{' '}
            {to === undefined ? (
              <span>{id}</span>
            ) : (
              <button type="button" className="panel-jump" onClick={() => choose(to.seq)}>
                {`${to.seq} ${to.title}${to.about === '' ? '' : `, ${to.about}`}`}
              </button>
            )}
          </span>
        ))}
      </dd>
    </>
  );

const Json = ({ name, text, size }: { readonly name: string; readonly text: string; readonly size: number }) => (
  <>
    <h3>
      {name} <span className="entry-bytes">{WORDS.inspector.bytes(size)}</span>
    </h3>
    {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached with the keyboard */}
    <section className="entry-json" tabIndex={0} aria-label={name}>
      <pre>{text}</pre>
    </section>
  </>
);
