import { memo, useEffect, useState } from 'react';
import type { Seen } from '../../client/connect.ts';
import { shortNameOf } from '../../english/words.ts';
import { runningClock } from '../../faces/running-clock.ts';
import { words } from '../../faces/words.ts';
import { isHalf } from '../../match/time.ts';
import { Icon } from '../icon.tsx';
import { kitsOf } from '../kit.ts';
import { WORDS } from '../panels/words.ts';
import { tieIn } from './tie-in.ts';

/** The views that a small scoreboard shows, and so the only ones that it asks for. */
export const VIEWS = ['clock', 'scoreboard', 'aggregate', 'var', 'result'] as const;
type SeenTile = Seen<(typeof VIEWS)[number]>;

interface Props {
  readonly match: string;
  readonly title: string;
  /** Another match has the same title, so that only its id tells it apart. */
  readonly isNamesake: boolean;
  readonly seen: SeenTile | undefined;
  readonly open: (match: string) => void;
}

/** One match as a small scoreboard; the whole of it opens the match. */
export const Tile = memo(({ match, title, isNamesake, seen, open }: Props) => {
  if (seen === undefined) {
    return (
      <button type="button" className="tile" onClick={() => open(match)} aria-label={WORDS.wall.open(title)}>
        <span className="tile-title">{title}</span>
        {isNamesake && <span className="panel-soft">{match}</span>}
        <span className="panel-soft">{WORDS.wall.waiting}</span>
      </button>
    );
  }
  const { fixture, views } = seen;
  const { scoreboard, clock } = views;
  const [home, away] = [scoreboard.home, scoreboard.away].map(({ club }) => fixture.clubs[club]?.colours);
  const kits = kitsOf(plain(home), plain(away));
  const { status } = views.var;
  const isOn = status === 'checking' || status === 'reviewing';
  const below = tieIn(views, fixture) ?? fixture.competition;
  return (
    <button
      type="button"
      className="tile"
      data-review={isOn || undefined}
      data-over={clock.period === 'FT' || undefined}
      onClick={() => open(match)}
    >
      <span className="panel-spoken">{WORDS.wall.open(title)}: </span>
      <span className="tile-top">
        <Watch seen={seen} />
        {isOn && (
          <span className="tile-review">
            <Icon name="review" />
            {words.review.title[status]}
          </span>
        )}
      </span>
      {(['home', 'away'] as const).map((side) => {
        const { club, score } = scoreboard[side];
        return (
          <span key={side} className="tile-side">
            <span className="tile-kit" style={{ background: kits[side].main }} />
            <span className="tile-name">{shortNameOf(fixture, club)}</span>
            {scoreboard.shootout !== undefined && <span className="tile-kicks">({scoreboard.shootout[side]})</span>}
            <span className="tile-score">{score}</span>
          </span>
        );
      })}
      {below !== undefined && <span className="tile-tie">{below}</span>}
      {isNamesake && <span className="tile-id">{match}</span>}
    </button>
  );
});

/** The clock alone runs on between two messages, so it alone is drawn anew. */
const Watch = ({ seen: { head, views, heardAt } }: { readonly seen: SeenTile }) => {
  const [now, setNow] = useState(() => performance.now());
  const runs = head.playing && views.clock.running;
  useEffect(() => {
    setNow(performance.now());
    if (!runs) return;
    const timer = setInterval(() => setNow(performance.now()), 250);
    return () => clearInterval(timer);
  }, [runs, heardAt]);
  const { label, period, added } = runningClock(head, views.clock, heardAt, now);
  return (
    <span className="tile-clock" data-running={runs || undefined}>
      <strong>{isHalf(views.clock.period) ? label : period}</strong>
      {views.clock.running && added !== undefined && <span> +{added}</span>}
      {isHalf(views.clock.period) && <span className="panel-soft"> {period}</span>}
    </span>
  );
};

const plain = (colours: { readonly main: string; readonly text?: string | undefined } | undefined) =>
  colours === undefined
    ? undefined
    : { main: colours.main, ...(colours.text === undefined ? {} : { text: colours.text }) };
