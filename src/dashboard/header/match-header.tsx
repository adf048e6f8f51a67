import { memo, useMemo } from 'react';
import { formatScore } from '../../english/words.ts';
import { type Headline, type HeadlineSide, headlineOf } from '../../faces/headline.ts';
import { words } from '../../faces/words.ts';
import { counted } from '../desk/renders.ts';
import { useDesk } from '../desk/use-desk.ts';
import { Icon } from '../icon.tsx';
import { WORDS } from '../words.ts';
import { Clock } from './clock.tsx';
import { Shootout } from './shootout.tsx';
import { Tie } from './tie.tsx';
import './match-header.css';

/** Who plays whom, how it stands, and what that means: the part that is read across a room. */
export const MatchHeader = () => {
  const headline = useHeadline();
  counted('MatchHeader');
  if (headline === undefined) return null;
  const { home, away, occasion, venue, shootout } = headline;
  return (
    <div className="match-header">
      <p className="occasion">
        {occasion}
        {venue !== undefined && <span className="occasion-venue">{venue}</span>}
      </p>
      <div className="scoreboard">
        <Club side="home" club={home} />
        <Score home={home.score} away={away.score} homeName={home.short} awayName={away.short} />
        <Club side="away" club={away} />
        <Scorers side="home" scorers={home.scorers} />
        <div className="scoreboard-clock">
          <Clock earlier={earlierOf(headline)} />
        </div>
        <Scorers side="away" scorers={away.scorers} />
      </div>
      {shootout !== undefined && <Shootout shootout={shootout} home={home.short} away={away.short} />}
      <Tie headline={headline} />
    </div>
  );
};

/** Made anew when a view that it tells of has changed. */
const useHeadline = (): Headline | undefined => {
  const fixture = useDesk(({ shown }) => shown?.fixture);
  const clock = useDesk(({ shown }) => shown?.views.clock);
  const scoreboard = useDesk(({ shown }) => shown?.views.scoreboard);
  const aggregate = useDesk(({ shown }) => shown?.views.aggregate);
  const cards = useDesk(({ shown }) => shown?.views.cards);
  const lineups = useDesk(({ shown }) => shown?.views.lineups);
  const shootout = useDesk(({ shown }) => shown?.views.shootout);
  const timeline = useDesk(({ shown }) => shown?.views.timeline);
  const result = useDesk(({ shown }) => shown?.views.result);
  return useMemo(() => {
    if (fixture === undefined || clock === undefined || scoreboard === undefined || cards === undefined) return;
    if (lineups === undefined || timeline === undefined || result === undefined) return;
    const tie = aggregate === undefined ? {} : { aggregate };
    const kicks = shootout === undefined ? {} : { shootout };
    return headlineOf({ clock, scoreboard, ...tie, cards, lineups, ...kicks, timeline, result }, fixture);
  }, [fixture, clock, scoreboard, aggregate, cards, lineups, shootout, timeline, result]);
};

const Score = memo(
  ({
    home,
    away,
    homeName,
    awayName,
  }: {
    readonly home: number;
    readonly away: number;
    readonly homeName: string;
    readonly awayName: string;
  }) => {
    counted('Score');
    return (
      <h1 className="score">
        <span className="unseen">{WORDS.header.score(homeName, home, awayName, away)}</span>
        {/* A number that is new is another element, so that it comes in anew. */}
        <span aria-hidden="true" className="score-number" key={`home ${home}`}>
          {home}
        </span>
        <span aria-hidden="true" className="score-dash" />
        <span aria-hidden="true" className="score-number" key={`away ${away}`}>
          {away}
        </span>
      </h1>
    );
  },
);

const Club = memo(
  ({ side, club }: { readonly side: 'home' | 'away'; readonly club: HeadlineSide }) => {
    counted('Club');
    const { name, short, club: code, onPitch, dismissed } = club;
    const isShort = onPitch !== undefined && onPitch < 11;
    return (
      <div className={`club club-${side}`}>
        <span className="club-code" aria-hidden="true">
          {code}
        </span>
        <div className="club-words">
          <p className="club-name">
            <span className="club-full">{name}</span>
            <span className="club-short" aria-hidden="true">
              {short}
            </span>
          </p>
          {(dismissed > 0 || isShort) && (
            <p className="club-state">
              {dismissed > 0 && (
                <span className="club-reds" title={WORDS.header.dismissed(dismissed)}>
                  <Icon name="red" />
                  <span aria-hidden="true">{dismissed}</span>
                  <span className="unseen">{WORDS.header.dismissed(dismissed)}</span>
                </span>
              )}
              {isShort && <span className="club-number">{WORDS.header.onPitch(onPitch)}</span>}
            </p>
          )}
        </div>
      </div>
    );
  },
  (before, after) => before.side === after.side && isSameClub(before.club, after.club),
);

const isSameClub = (a: HeadlineSide, b: HeadlineSide): boolean =>
  a.club === b.club && a.onPitch === b.onPitch && a.dismissed === b.dismissed && a.name === b.name;

const Scorers = memo(
  ({ side, scorers }: { readonly side: 'home' | 'away'; readonly scorers: HeadlineSide['scorers'] }) => {
    counted('Scorers');
    return (
      <ul className={`scorers scorers-${side}`}>
        {byPerson(scorers).map(({ name, goals }) => (
          <li key={`${name} ${goals[0]?.id}`}>
            <span className="scorer">{name}</span>{' '}
            {goals.map(({ label, penalty, own }) => goalOf(label, penalty, own)).join(', ')}
          </li>
        ))}
      </ul>
    );
  },
  (before, after) => before.side === after.side && JSON.stringify(before.scorers) === JSON.stringify(after.scorers),
);

const goalOf = (label: string, penalty: boolean, own: boolean): string =>
  [label, ...(penalty ? [words.penalty] : []), ...(own ? [words.ownGoal] : [])].join(' ');

/** Whoever scored twice is named once. */
const byPerson = (scorers: HeadlineSide['scorers']) => {
  const people: { name: string; goals: HeadlineSide['scorers'][number][] }[] = [];
  for (const goal of scorers) {
    const known = people.find(({ goals: [first] }) => goal.person !== undefined && first?.person === goal.person);
    if (known === undefined) people.push({ name: goal.name, goals: [goal] });
    else known.goals.push(goal);
  }
  return people;
};

const earlierOf = ({ halfTime, extraTime }: Headline): string =>
  [
    ...(halfTime === undefined ? [] : [WORDS.header.halfTime(formatScore(halfTime))]),
    ...(extraTime === undefined ? [] : [WORDS.header.extraTime(formatScore(extraTime))]),
  ].join(' · ');
