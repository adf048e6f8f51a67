import type { SeenPerson } from '../../../faces/people.ts';
import { Icon } from '../../icon.tsx';
import { Card } from '../parts/card.tsx';

/** What happened to somebody on the pitch: cards at the right, when he came on at the left, goals below. */
export const Marks = ({ person: { yellows, on, goals, ownGoals } }: { readonly person: SeenPerson }) => (
  <>
    {yellows.length > 0 && (
      <span className="spot-card">
        <Card card="yellow" />
      </span>
    )}
    {on !== undefined && (
      <span className="spot-on">
        <Icon name="substitution" />
        {on}
      </span>
    )}
    {goals + ownGoals > 0 && (
      <span className="spot-goals">
        <Icon name={goals > 0 ? 'goal' : 'own-goal'} />
        {goals + ownGoals > 1 && goals + ownGoals}
      </span>
    )}
  </>
);
