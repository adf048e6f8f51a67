import type { HeadlineKick, HeadlineShootout } from '../../faces/headline.ts';
import { words } from '../../faces/words.ts';
import { counted } from '../desk/renders.ts';
import { WORDS } from '../words.ts';
import './shootout.css';

/** Kicks from the penalty mark, each a dot: filled where it was scored, crossed where it wasn't. */
export const Shootout = ({
  shootout,
  home,
  away,
}: {
  readonly shootout: HeadlineShootout;
  readonly home: string;
  readonly away: string;
}) => {
  counted('Shootout');
  const isOver = shootout.winner !== undefined;
  return (
    <section className="shootout" aria-label={WORDS.header.shootout}>
      <Kicks club={home} kicks={shootout.home} isOver={isOver} />
      <p className="shootout-score">{shootout.text}</p>
      <Kicks club={away} kicks={shootout.away} isOver={isOver} />
    </section>
  );
};

interface KicksProps {
  readonly club: string;
  readonly kicks: readonly HeadlineKick[];
  /** Nobody kicks any more: what is left of the five isn't to come. */
  readonly isOver: boolean;
}

const Kicks = ({ club, kicks, isOver }: KicksProps) => (
  <ol className="kicks" aria-label={club}>
    {kicks.map(({ number, name, scored, outcome }) => {
      const told = WORDS.header.kick(number, name, words.kicks[outcome]);
      return (
        <li key={number} className="kick" data-scored={scored ? '' : undefined} title={told}>
          <span className="unseen">{told}</span>
        </li>
      );
    })}
    {Array.from({ length: isOver ? 0 : Math.max(0, 5 - kicks.length) }, (_, index) => (
      <li key={`ahead ${index}`} className="kick kick-ahead" aria-hidden="true" />
    ))}
  </ol>
);
