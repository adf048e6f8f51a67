import '../parts/panel.css';
import './pitch.css';
import { memo, useMemo } from 'react';
import type { SeenPerson } from '../../../faces/people.ts';
import { type SeenTeam, teamsOf } from '../../../faces/teams.ts';
import { words } from '../../../faces/words.ts';
import type { PanelProps } from '../../panel.ts';
import { AsTable } from '../parts/as-table.tsx';
import { Card } from '../parts/card.tsx';
import { slowly } from '../parts/slowly.tsx';
import { WORDS } from '../words.ts';
import { Grass } from './grass.tsx';
import { Marks } from './marks.tsx';
import { rowsOf } from './rows.ts';
import { spotsOf } from './spots.ts';

/** Both teams in formation, and beside it who isn't on the pitch, or no longer. */
const Pitch = ({ fixture, views }: PanelProps) => {
  const { lineups, cards, timeline, clock, scoreboard } = views;
  const teams = useMemo(
    () => teamsOf({ lineups, cards, timeline, clock, scoreboard }, fixture),
    [lineups, cards, timeline, clock, scoreboard, fixture],
  );
  const [home, away] = teams;
  if (teams.every(({ rows }) => rows.length === 0)) {
    return <p className="panel panel-empty">{WORDS.pitch.none}</p>;
  }
  return (
    <div className="panel pitch">
      <div className="pitch-heads">
        <Head team={home} />
        <Head team={away} />
      </div>
      <div className="pitch-field" role="img" aria-label={WORDS.pitch.label(home.short, away.short)}>
        <Grass />
        {teams.map((team) =>
          spotsOf(team).map(({ person, along, across, crowd }) => (
            <Spot key={person.id} {...{ person, along, across, crowd }} side={team.side} />
          )),
        )}
      </div>
      <div className="pitch-lists">
        {teams.map((team) => (
          <Beside key={team.club} team={team} />
        ))}
      </div>
      <AsTable
        caption={WORDS.pitch.everybody}
        columns={WORDS.pitch.columns}
        rows={teams.flatMap((team) => rowsOf(team))}
        numbers={[1]}
      />
    </div>
  );
};

export default slowly(Pitch, 150);

const Head = ({ team: { side, name, formation, count, changes, rows } }: { readonly team: SeenTeam }) => (
  <header className="pitch-head" data-side={side}>
    <h2 className="panel-club">
      <span className="panel-swatch" data-side={side} />
      {name}
    </h2>
    <p className="pitch-facts">
      {formation !== undefined && <span className="pitch-formation">{formation}</span>}
      {rows.length > 0 && count < 11 && <strong className="pitch-short">{WORDS.pitch.short(count)}</strong>}
      <span className="panel-soft">{WORDS.pitch.changes(changes.used, changes.left, changes.windowsLeft)}</span>
    </p>
  </header>
);

interface SpotProps {
  readonly person: SeenPerson;
  readonly side: SeenTeam['side'];
  readonly along: number;
  readonly across: number;
  readonly crowd: number;
}

const Spot = memo(({ person, side, along, across, crowd }: SpotProps) => (
  <div
    className="spot"
    data-side={side}
    data-keeper={person.goalkeeper || undefined}
    style={{ '--along': along, '--across': across, '--crowd': crowd } as React.CSSProperties}
  >
    <span className="spot-shirt">{person.shirt ?? '·'}</span>
    <Marks person={person} />
    <span className="spot-name">
      {person.known}
      {person.captain && <abbr title={WORDS.pitch.captain}> (c)</abbr>}
    </span>
  </div>
));

/** Whoever isn't on the pitch. */
const Beside = ({ team: { side, short, bench, off, staff } }: { readonly team: SeenTeam }) => (
  <section className="beside" data-side={side} aria-label={short}>
    <List name={WORDS.pitch.off} people={off} tells={leaving} />
    <List name={WORDS.pitch.bench} people={bench} tells={dismissal} />
    <List name={WORDS.pitch.staff} people={staff} tells={roleAndDismissal} />
  </section>
);

interface ListProps {
  readonly name: string;
  readonly people: readonly SeenPerson[];
  readonly tells: (person: SeenPerson) => string;
}

const List = ({ name, people, tells }: ListProps) =>
  people.length === 0 ? null : (
    <div>
      <h3>{name}</h3>
      <ul className="beside-list">
        {people.map((person) => (
          <li key={person.id}>
            <span className="beside-shirt">{person.shirt ?? ''}</span>
            <span className="beside-name">{person.name}</span>
            <Cards person={person} />
            <span className="panel-soft">{tells(person)}</span>
          </li>
        ))}
      </ul>
    </div>
  );

const Cards = ({ person: { yellows, sentOff } }: { readonly person: SeenPerson }) => (
  <span className="beside-cards">
    {yellows.map((label, index) =>
      sentOff?.by === 'second-yellow' && index === yellows.length - 1 ? null : <Card key={label} card="yellow" />,
    )}
    {sentOff !== undefined && <Card card={sentOff.by === 'second-yellow' ? 'second-yellow' : 'red'} />}
  </span>
);

const leaving = (person: SeenPerson): string =>
  [person.offAt, person.replacedBy === undefined ? '' : WORDS.pitch.by(person.replacedBy), dismissal(person)]
    .filter((part) => part !== undefined && part !== '')
    .join(' ');

/** The minute is told where it isn't that of leaving anyway. */
const dismissal = ({ sentOff, capacity, offAt }: SeenPerson): string => {
  if (sentOff === undefined) return '';
  const where = capacity === undefined ? '' : WORDS.pitch.sentOffWas[capacity];
  const at = sentOff.label === offAt ? '' : sentOff.label;
  return [at, where].filter((part) => part !== '').join(' ');
};

const roleAndDismissal = (person: SeenPerson): string =>
  [words.positions[person.position ?? ''] ?? '', dismissal(person)].filter((part) => part !== '').join(', ');
