import type { PersonId } from '../../../src/match/fixture.ts';
import { toWhom, who } from './choosing.ts';
import type { Matchday } from './matchday.ts';
import { look } from './monitor.ts';
import type { Choice } from './plan.ts';

export const penalty = (day: Matchday, { what, home, one, other, twist, after }: Choice): void => {
  const [by, against] = [day.one(home, one), day.one(!home, other)];
  const offence =
    against === undefined ? undefined : day.ask({ type: 'foul', by: against, ...(by && { against: by }) }, after);
  const award = day.ask({
    type: 'penalty-awarded',
    club: day.club(home),
    ...(against && { against }),
    ...(offence && { offence }),
  });
  if (award === undefined) return;
  if (twist % 4 === 1 && offence !== undefined)
    day.ask({ type: 'caution', ...toWhom(against), reason: 'stopping-a-promising-attack', offence }, 20);
  if (twist === 5) look(day, award, 'penalty', 'overturned');
  if (twist === 6) look(day, award, 'penalty', 'confirmed');
  if (day.state.superseded[award] === undefined)
    takePenalty(day, { by, award, scored: what === 'penalty', again: twist > 8 });
};

interface Kick {
  readonly by: PersonId | undefined;
  readonly award: string;
  readonly scored: boolean;
  readonly again: boolean;
}

const takePenalty = (day: Matchday, { by, award, scored, again }: Kick): void => {
  const taker = by ?? day.one(true, 8);
  const kick = day.ask({ type: 'penalty', ...who(taker), award, outcome: scored ? 'scored' : 'saved' }, 90);
  if (kick === undefined) return;
  if (again && day.ask({ type: 'retake', of: kick, why: 'both sides came too soon' }, 10) !== undefined) {
    takePenalty(day, { by: taker, award, scored: true, again: false });
    return;
  }
  if (scored) day.ask({ type: 'goal', ...who(taker), penalty: kick, from: 'penalty' });
};

/** A foul that nobody saw, play that goes on, and what is made of it at the screen. */
export const penaltyAtTheMonitor = (day: Matchday, { home, one, other, twist, after }: Choice): void => {
  const [by, against] = [day.one(home, one), day.one(!home, other)];
  const offence = day.ask({ type: 'foul', ...who(against) }, after);
  if (offence === undefined) return;
  if (twist % 3 === 0) day.ask({ type: 'corner', club: day.club(!home) }, 15);
  if (twist % 3 === 1) day.ask({ type: 'goal', ...who(day.one(!home, one)) }, 25);
  if (twist % 4 === 2) day.ask({ type: 'caution', ...toWhom(by), reason: 'stopping-a-promising-attack' }, 5);
  const review = look(day, offence, 'penalty', twist > 8 ? 'upheld' : 'overturned');
  if (review === undefined) return;
  const award = day.ask({ type: 'penalty-awarded', club: day.club(home), review, offence }, 5);
  if (award !== undefined) takePenalty(day, { by, award, scored: twist % 2 === 0, again: false });
};
