import { isHalf } from '../../../src/match/time.ts';
import { pick, who } from './choosing.ts';
import { endHalf, type Matchday } from './matchday.ts';
import type { Choice } from './plan.ts';

/** What sources tell of the whole; it does nothing to the match. */
export const report = (day: Matchday, { home, twist, after }: Choice): void => {
  const { home: hosts, away: guests } = day.state.sides;
  if (twist % 3 === 0) day.ask({ type: 'note', text: 'the wind has turned', club: day.club(home) }, after);
  if (twist % 3 === 1) day.ask({ type: 'possession', clubs: { [hosts]: 50 + twist, [guests]: 50 - twist } }, after);
  if (twist % 3 === 2) {
    const { home, away } = day.state.tally;
    day.ask({ type: 'snapshot', score: { home, away } }, after);
  }
};

export const rule = (day: Matchday, { home, one, other, twist }: Choice): void => {
  const at = { ...day.now(600), period: 'FT' } as const;
  const club = day.club(home);
  const [goal, card] = [
    day.state.goals.last(),
    Object.values(day.state.cards).find(({ sentOff }) => sentOff)?.sentOff?.card,
  ];
  const person = day.one(home, one + other);
  switch (twist % 6) {
    case 0:
      day.ask({ type: 'ruling', kind: 'confirmed', at });
      return;
    case 1:
      day.ask({ type: 'ruling', kind: 'awarded', club, at });
      return;
    case 2:
      if (goal !== undefined && person !== undefined)
        day.ask({ type: 'ruling', kind: 'goal-reattributed', of: goal.id, person, at });
      return;
    case 3:
      if (card !== undefined) day.ask({ type: 'ruling', kind: 'card-rescinded', of: card, at });
      return;
    case 4:
      if (person !== undefined) day.ask({ type: 'ruling', kind: 'suspension', person, matches: 1 + (one % 3), at });
      return;
    default:
      day.ask({
        type: 'ruling',
        kind: pick(['annulled', 'replay-ordered', 'advances', 'confirmed'] as const, other),
        club,
        at,
      });
  }
};

/** The last whistle is taken back, a penalty given and taken, and the half ended again. */
export const reopened = (day: Matchday, { home, one, twist }: Choice): void => {
  const { watch, base } = day.state.clock;
  if (!isHalf(watch.period) || isHalf(base)) return;
  const half = watch.period;
  const at = { leg: day.state.leg, period: half, elapsed: watch.elapsed + 60_000 } as const;
  if (day.ask({ type: 'period-reopened', why: 'whistled too soon', at }) === undefined) return;
  if (twist % 2 === 0) day.ask({ type: 'shot', ...who(day.one(home, one)), outcome: 'saved' }, 30);
  endHalf(day, half, true);
};
