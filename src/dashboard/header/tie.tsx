import { memo } from 'react';
import { formatScore, upperFirst } from '../../english/words.ts';
import type { Headline } from '../../faces/headline.ts';
import { counted } from '../desk/renders.ts';
import { Icon } from '../icon.tsx';
import { WORDS } from '../words.ts';
import './tie.css';

/** What the score means: both legs together, and who goes through, for good or as it stands. */
export const Tie = memo(
  ({ headline: { tie, verdict, settled, home, away } }: { readonly headline: Headline }) => {
    counted('Tie');
    if (tie === undefined && verdict === undefined) return null;
    const leads = tie?.leader === undefined ? undefined : tie.leader === home.club ? 'home' : 'away';
    return (
      <div className="tie" data-settled={settled ? '' : undefined} data-leads={leads}>
        {tie !== undefined && (
          <p className="tie-score">
            <abbr className="tie-label" title={tie.text}>
              {WORDS.header.aggregate}
            </abbr>
            <span className="tie-club" data-side="home">
              {home.club}
            </span>
            <strong>{formatScore(tie.score)}</strong>
            <span className="tie-club" data-side="away">
              {away.club}
            </span>
          </p>
        )}
        {verdict !== undefined && (
          <p className="tie-verdict" key={verdict}>
            {settled && <Icon name="done" />}
            {upperFirst(verdict)}
          </p>
        )}
        {tie?.firstLeg !== undefined && <p className="tie-first">{tie.firstLeg}</p>}
      </div>
    );
  },
  (before, after) => keyOf(before.headline) === keyOf(after.headline),
);

const keyOf = ({ tie, verdict, settled, home, away }: Headline): string =>
  JSON.stringify([tie, verdict, settled, home.club, away.club]);
