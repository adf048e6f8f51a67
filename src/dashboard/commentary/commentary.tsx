import { memo, useDeferredValue, useMemo, useRef, useState } from 'react';
import { formatScore } from '../../english/words.ts';
import { type FeedLine, feedOf } from '../../faces/feed.ts';
import { counted } from '../desk/renders.ts';
import { useDesk, useTheDesk } from '../desk/use-desk.ts';
import { Icon } from '../icon.tsx';
import { WORDS } from '../words.ts';
import './commentary.css';

const FILTERS = ['all', 'key', 'reviews', 'corrections'] as const;
type Filter = (typeof FILTERS)[number];

/** What has been told, newest first. What was taken back stays, struck through: a goal that was shown never vanishes silently. */
export const Commentary = () => {
  counted('Commentary');
  const desk = useTheDesk();
  const [filter, setFilter] = useState<Filter>('all');
  const [search, setSearch] = useState('');
  const lines = useLines(filter, useDeferredValue(search));
  const legs = useDesk(({ shown }) => shown?.fixture.legs.length ?? 1);
  const list = useRef<HTMLOListElement>(null);
  const goTo = useRef((id: string): void => {
    const order = desk.state.shown?.views.commentary[id]?.order;
    if (order !== undefined) desk.goTo({ cursor: order });
  }).current;
  const groups = useMemo(() => byLeg(lines), [lines]);
  const isFiltered = filter !== 'all' || search !== '';
  return (
    <section className="commentary" aria-label={WORDS.commentary.label} id="commentary" tabIndex={-1}>
      <div className="commentary-head">
        <h2>{WORDS.commentary.label}</h2>
        <fieldset className="chips">
          <legend className="unseen">{WORDS.commentary.filter}</legend>
          {FILTERS.map((each) => (
            <label key={each} className="chip">
              <input
                type="radio"
                name="commentary"
                value={each}
                checked={filter === each}
                onChange={() => setFilter(each)}
                className="unseen"
              />
              {WORDS.commentary.filters[each]}
            </label>
          ))}
        </fieldset>
        <input
          className="commentary-search"
          type="search"
          value={search}
          placeholder={WORDS.commentary.searchHint}
          aria-label={WORDS.commentary.search}
          onChange={({ target }) => setSearch(target.value)}
        />
      </div>
      {lines.length === 0 && (
        <p className="commentary-none">{isFiltered ? WORDS.commentary.noneFits : WORDS.commentary.none}</p>
      )}
      {groups.map(({ leg, lines: some }, index) => (
        <div key={leg}>
          {legs > 1 && index > 0 && <h3 className="commentary-leg">{WORDS.commentary.leg(leg)}</h3>}
          <ol className="lines" ref={index === 0 ? list : undefined}>
            {some.map((line) => (
              <Line key={line.id} line={line} onGo={goTo} />
            ))}
          </ol>
        </div>
      ))}
    </section>
  );
};

const useLines = (filter: Filter, search: string): readonly FeedLine[] => {
  const fixture = useDesk(({ shown }) => shown?.fixture);
  const commentary = useDesk(({ shown }) => shown?.views.commentary);
  const timeline = useDesk(({ shown }) => shown?.views.timeline);
  return useMemo(() => {
    if (fixture === undefined || commentary === undefined || timeline === undefined) return [];
    const lines = feedOf({ commentary, timeline }, fixture, {
      filter: filter === 'key' ? 'key' : 'all',
      search,
      newestFirst: true,
    });
    if (filter === 'reviews') return lines.filter(({ shape, struck }) => shape === 'review' || struck === 'superseded');
    if (filter === 'corrections')
      return lines.filter(
        ({ shape, struck, notes }) => shape === 'correction' || struck !== undefined || notes.length > 0,
      );
    return lines;
  }, [fixture, commentary, timeline, filter, search]);
};

const byLeg = (lines: readonly FeedLine[]) => {
  const groups: { leg: number; lines: FeedLine[] }[] = [];
  for (const line of lines) {
    const group = groups.find(({ leg }) => leg === line.leg);
    if (group === undefined) groups.push({ leg: line.leg, lines: [line] });
    else group.lines.push(line);
  }
  return groups;
};

/** A score at the end of a row stays whole. */
const unbroken = (text: string) =>
  text.split(/(\d+–\d+)/).map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      // A sentence never changes, and so its parts don't change places.
      <span key={index} className="line-whole">
        {part}
      </span>
    ),
  );

const Line = memo(({ line, onGo }: { readonly line: FeedLine; readonly onGo: (id: string) => void }) => {
  counted('Line');
  const { id, cursor, label, text, importance, shape, tone, struck, notes, score } = line;
  return (
    <li className="line" data-importance={importance} data-tone={tone} data-struck={struck}>
      <button
        type="button"
        className="line-time"
        data-seq={cursor}
        onClick={() => onGo(id)}
        title={WORDS.commentary.jump(label)}
      >
        <span className="unseen">{WORDS.commentary.jump(label)}</span>
        <span aria-hidden="true">{label}</span>
      </button>
      <span className="line-icon">{shape !== 'other' && <Icon name={shape} />}</span>
      <div className="line-words">
        {struck !== undefined && <span className="line-tag">{WORDS.commentary.struck[struck]}</span>}
        {struck === undefined ? (
          <p>{unbroken(text)}</p>
        ) : (
          <p>
            <del>{unbroken(text)}</del>
          </p>
        )}
        {notes.map((note) => (
          <p key={note} className="line-note">
            {note}
          </p>
        ))}
      </div>
      {score !== undefined && <strong className="line-score">{formatScore(score)}</strong>}
    </li>
  );
});
