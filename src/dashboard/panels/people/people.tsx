import { fullNameOf, shortNameOf } from '../../../english/words.ts';
import '../parts/panel.css';
import './people.css';
import { useDeferredValue, useId, useMemo, useState } from 'react';
import { deedsOf } from '../../../faces/deeds.ts';
import { peopleOf, type SeenPerson } from '../../../faces/people.ts';
import { words } from '../../../faces/words.ts';
import type { Side } from '../../../match/fixture.ts';
import { Icon } from '../../icon.tsx';
import type { PanelProps } from '../../panel.ts';
import { slowly } from '../parts/slowly.tsx';
import { WORDS } from '../words.ts';
import { officialsOf } from './officials.ts';

/** Everybody who is named: on the pitch, on the bench, off it, staff and officials, with what came their way. */
const People = ({ fixture, views, goTo }: PanelProps) => {
  const { lineups, cards, timeline, clock, scoreboard } = views;
  const [text, setText] = useState('');
  const wanted = useDeferredValue(text);
  const field = useId();
  const deeds = useMemo(() => deedsOf({ timeline, clock }, fixture), [timeline, clock, fixture]);
  const sides = useMemo(
    () =>
      (['home', 'away'] as const).map((side) => {
        const { club } = scoreboard[side];
        return { side, club, people: peopleOf({ lineups, cards, timeline, clock }, fixture, club) };
      }),
    [lineups, cards, timeline, clock, scoreboard, fixture],
  );
  const officials = officialsOf(fixture, clock.leg);
  const isWanted = (name: string): boolean => plain(name).includes(plain(wanted));
  const found = sides.map((each) => ({ ...each, people: each.people.filter(({ name }) => isWanted(name)) }));
  const foundOfficials = officials.filter(({ name }) => isWanted(name));
  const isNobody = foundOfficials.length === 0 && found.every(({ people }) => people.length === 0);
  return (
    <div className="panel people">
      <label className="people-find" htmlFor={field}>
        <span>{WORDS.people.filter}</span>
        <input id={field} type="search" value={text} onChange={(event) => setText(event.target.value)} />
      </label>
      {isNobody && <p className="panel-empty">{WORDS.people.none(wanted)}</p>}
      <div className="people-sides">
        {found.map(({ side, club, people }) => (
          <section key={club} aria-label={WORDS.people.clubsPeople(shortNameOf(fixture, club))}>
            {people.length > 0 && (
              <h2 className="panel-club">
                <span className="panel-swatch" data-side={side} />
                {fullNameOf(fixture, club)}
              </h2>
            )}
            {PLACES.map((where) => (
              <Group
                key={where}
                name={WORDS.pitch.where[where]}
                people={people.filter((person) => person.where === where).toSorted(inOrder)}
                {...{ deeds, goTo, side }}
              />
            ))}
          </section>
        ))}
      </div>
      {foundOfficials.length > 0 && (
        <section className="people-officials">
          <h2>{WORDS.people.officials}</h2>
          <dl>
            {foundOfficials.map(({ role, name }) => (
              <div key={`${role} ${name}`}>
                <dt>{role}</dt>
                <dd>{name}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
    </div>
  );
};

export default slowly(People, 250);

const PLACES = ['pitch', 'off', 'bench', 'staff'] as const satisfies readonly SeenPerson['where'][];

interface GroupProps {
  readonly name: string;
  readonly people: readonly SeenPerson[];
  readonly deeds: ReturnType<typeof deedsOf>;
  readonly goTo: PanelProps['goTo'];
  readonly side: Side;
}

const Group = ({ name, people, deeds, goTo, side }: GroupProps) =>
  people.length === 0 ? null : (
    <>
      <h3 className="people-where">{name}</h3>
      <ul>
        {people.map((person) => (
          <li key={person.id} className="person">
            <span className="person-shirt" data-side={side} data-none={person.shirt === undefined || undefined}>
              {person.shirt ?? ''}
            </span>
            <span className="person-name">
              {person.name}
              <span className="panel-soft"> {roleOf(person)}</span>
            </span>
            {(deeds[person.id]?.length ?? 0) > 0 && (
              <ul className="person-deeds">
                {deeds[person.id]?.map(({ id, label, text, shape, tone, cursor, isVoid }) => (
                  <li key={id}>
                    <button
                      type="button"
                      className="deed"
                      data-tone={tone}
                      data-void={isVoid || undefined}
                      onClick={() => goTo({ cursor })}
                    >
                      <Icon name={shape} />
                      <span className="deed-when">{label}</span>
                      <span className="deed-what">{text}</span>
                    </button>
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </>
  );

const roleOf = ({ goalkeeper, captain, position = '' }: SeenPerson): string =>
  [goalkeeper ? WORDS.pitch.goalkeeper : (words.positions[position] ?? ''), captain ? WORDS.pitch.captain : '']
    .filter((part) => part !== '')
    .join(', ');

/** Goalkeepers first, then by shirt: a view's people come in no order. */
const inOrder = (a: SeenPerson, b: SeenPerson): number =>
  Number(b.position === 'GK') - Number(a.position === 'GK') || (a.shirt ?? 1000) - (b.shirt ?? 1000);

/** `Samardzic` finds Samardžić. */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .replaceAll(/[øØ]/g, 'o')
    .toLocaleLowerCase('en')
    .trim();
