import { shortNameOf } from '../../../english/words.ts';
import '../parts/panel.css';
import './statistics.css';
import { memo, useMemo } from 'react';
import { type StatisticRow, statisticsOf } from '../../../faces/statistics.ts';
import type { PanelProps } from '../../panel.ts';
import { WORDS } from '../words.ts';

/** Figures in pairs. What the journal counts and what a source reports stand apart: they needn't agree. */
const Statistics = ({ fixture, views: { stats, scoreboard } }: PanelProps) => {
  const { counted, reported } = useMemo(() => statisticsOf({ stats, scoreboard }), [stats, scoreboard]);
  const home = shortNameOf(fixture, scoreboard.home.club);
  const away = shortNameOf(fixture, scoreboard.away.club);
  if (counted.length + reported.length === 0) {
    return <p className="panel panel-empty">{WORDS.statistics.none}</p>;
  }
  return (
    <div className="panel statistics">
      <div className="statistics-clubs" aria-hidden="true">
        <span className="panel-club">
          <span className="panel-swatch" data-side="home" />
          {home}
        </span>
        <span className="panel-club">
          {away}
          <span className="panel-swatch" data-side="away" />
        </span>
      </div>
      <div className="statistics-kinds">
        <Kind
          name={WORDS.statistics.counted}
          from={WORDS.statistics.countedFrom}
          rows={counted}
          {...{ home, away }}
          kind="counted"
        />
        <Kind
          name={WORDS.statistics.reported}
          from={WORDS.statistics.reportedBy}
          rows={reported}
          {...{ home, away }}
          kind="reported"
        />
      </div>
    </div>
  );
};

export default Statistics;

interface KindProps {
  readonly kind: 'counted' | 'reported';
  readonly name: string;
  readonly from: string;
  readonly rows: readonly StatisticRow[];
  readonly home: string;
  readonly away: string;
}

const Kind = ({ kind, name, from, rows, home, away }: KindProps) =>
  rows.length === 0 ? null : (
    <section className="statistics-kind" data-kind={kind}>
      <h2>
        {name} <span className="panel-soft">{from}</span>
      </h2>
      <ul>
        {rows.map((row) => (
          <Pair key={row.name} {...row} homeClub={home} awayClub={away} />
        ))}
      </ul>
    </section>
  );

const Pair = memo(
  ({
    title,
    home = 0,
    away = 0,
    homeText,
    awayText,
    share,
    homeClub,
    awayClub,
  }: StatisticRow & { readonly homeClub: string; readonly awayClub: string }) => (
    <li className="pair">
      <span className="panel-spoken">{WORDS.statistics.pair(title, homeClub, homeText, awayClub, awayText)}</span>
      <span className="pair-value" data-leads={home > away || undefined} aria-hidden="true">
        {homeText}
      </span>
      <span className="pair-title" aria-hidden="true">
        {title}
      </span>
      <span className="pair-value" data-leads={away > home || undefined} aria-hidden="true">
        {awayText}
      </span>
      <span
        className="pair-bars"
        aria-hidden="true"
        data-none={home + away === 0 || undefined}
        style={{ '--share': share } as React.CSSProperties}
      >
        <span className="pair-bar" data-side="home" />
        <span className="pair-bar" data-side="away" />
      </span>
    </li>
  ),
);
