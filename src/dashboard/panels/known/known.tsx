import '../parts/panel.css';
import './known.css';
import { useId, useMemo, useState } from 'react';
import { labelOf } from '../../../match/time.ts';
import type { JournalSoFar, PanelProps } from '../../panel.ts';
import { slowly } from '../parts/slowly.tsx';
import { WORDS } from '../words.ts';
import { type Answered, type Asked, compare, correctionsIn } from './compare.ts';
import { Sides } from './sides.tsx';

/** What was known when: one moment of the match as it was known then, beside what is known of it now. */
const Known = ({ journal, ...props }: PanelProps) =>
  journal === undefined ? (
    <p className="panel panel-empty">{WORDS.noJournal}</p>
  ) : (
    // Another journal is another story; what was asked about the first means nothing in it.
    <Comparing key={journal.epoch} {...props} journal={journal} />
  );

export default slowly(Known, 250);

const Comparing = ({ journal, fixture, views, goTo }: PanelProps & { readonly journal: JournalSoFar }) => {
  const corrections = useMemo(() => correctionsIn(journal, fixture), [journal, fixture]);
  const [asked, setAsked] = useState<Asked>(() => corrections.at(-1)?.asked ?? { ...NOW, at: labelOf(views.clock) });
  const answered = useMemo(() => compare(journal, fixture, asked), [journal, fixture, asked]);
  const [onlyDifferences, setOnlyDifferences] = useState(false);
  const check = useId();
  return (
    <div className="panel known">
      <Question asked={asked} answered={answered} ask={setAsked} />
      <div className="known-presets">
        <h2 className="panel-caps">{WORDS.known.presets}</h2>
        {corrections.length === 0 ? (
          <p className="panel-soft">{WORDS.known.presetNone}</p>
        ) : (
          <ul>
            {corrections.map(({ seq, label, asked: preset }) => (
              <li key={seq}>
                <button
                  type="button"
                  className="panel-button"
                  aria-pressed={
                    preset.first === asked.first && preset.second === asked.second && preset.at === asked.at
                  }
                  onClick={() => setAsked(preset)}
                >
                  {WORDS.known.preset(label, seq)}
                </button>
              </li>
            ))}
          </ul>
        )}
      </div>
      {answered.ok && (
        <>
          <p className="known-sum" aria-live="polite">
            <strong>
              {answered.comparison.differing === 0
                ? WORDS.known.same
                : WORDS.known.differing(answered.comparison.differing)}
            </strong>
            {answered.comparison.differing > 0 && (
              <label htmlFor={check} className="known-only">
                <input
                  id={check}
                  type="checkbox"
                  checked={onlyDifferences}
                  onChange={(event) => setOnlyDifferences(event.target.checked)}
                />
                {WORDS.known.onlyDifferences}
              </label>
            )}
          </p>
          <Sides answered={answered} onlyDifferences={onlyDifferences} goTo={goTo} />
        </>
      )}
    </div>
  );
};

const NOW: Asked = { at: '', first: '', second: '' };

interface QuestionProps {
  readonly asked: Asked;
  readonly answered: Answered;
  readonly ask: (asked: Asked) => void;
}

/** `The match at 90+7, as known at 90+7, beside as known now.` */
const Question = ({ asked, answered, ask }: QuestionProps) => {
  const hint = useId();
  const field = (name: keyof Asked, label: string, empty: string) => (
    <label>
      <span>{label}</span>
      <input
        type="text"
        value={asked[name]}
        placeholder={empty}
        aria-describedby={hint}
        aria-invalid={!answered.ok && answered.field === name}
        onChange={(event) => ask({ ...asked, [name]: event.target.value })}
      />
    </label>
  );
  return (
    <form className="known-question" onSubmit={(event) => event.preventDefault()}>
      {field('at', WORDS.known.moment, WORDS.known.all)}
      {field('first', WORDS.known.first, WORDS.known.thatMoment)}
      {field('second', WORDS.known.second, WORDS.known.now)}
      <p id={hint} className="panel-soft" role={answered.ok ? undefined : 'alert'}>
        {answered.ok ? WORDS.known.hint : answered.message}
      </p>
    </form>
  );
};
