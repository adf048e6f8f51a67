import type { EventOf } from '../../../src/match/event.ts';
import { pick, toWhom, who } from './choosing.ts';
import type { Matchday } from './matchday.ts';
import type { Choice } from './plan.ts';

/** A check, and sometimes a review of it, with its outcome; the id of the check where the decision was changed. */
export const look = (
  day: Matchday,
  of: string,
  category: EventOf<'var-check'>['category'],
  outcome: EventOf<'var-decision'>['outcome'],
): string | undefined => {
  const check = day.ask({ type: 'var-check', of, category }, 20);
  if (check === undefined) return undefined;
  if (outcome !== 'confirmed') day.ask({ type: 'var-review', of: check, kind: 'on-field' }, 40);
  const closed = day.ask({ type: 'var-decision', of: check, outcome }, 50);
  return closed === undefined || (outcome !== 'overturned' && outcome !== 'amended') ? undefined : check;
};

/** A goal that was disallowed on the pitch, and given after all, or not. */
export const goalAtTheMonitor = (day: Matchday, { home, one, twist, after }: Choice): void => {
  const goal = day.ask({ type: 'goal', ...who(day.one(home, one)) }, after);
  if (goal === undefined || day.over) return;
  const disallowed = day.ask({ type: 'goal-disallowed', of: goal, for: 'offside' }, 5);
  if (disallowed !== undefined) look(day, disallowed, 'goal', twist % 2 === 0 ? 'overturned' : 'upheld');
};

export const cardAtTheMonitor = (day: Matchday, { home, one, twist, after }: Choice): void => {
  const person = day.one(home, one);
  const offence = day.ask({ type: 'foul', ...who(person) }, after);
  if (offence === undefined) return;
  const type = twist % 3 === 2 ? 'red' : 'caution';
  const card = day.ask({ type, ...toWhom(person), offence, reason: 'serious-foul-play' }, 10);
  // Play goes on first: such a check outlives a restart.
  if (twist % 4 === 3) day.ask({ type: 'free-kick', club: day.club(!home), offence }, 30);
  if (card === undefined) return;
  const review = look(day, card, 'direct-red', pick(['overturned', 'upheld', 'overturned'], twist));
  if (review !== undefined && type === 'caution')
    day.ask({ type: 'red', ...toWhom(person), offence, review, reason: 'serious-foul-play' }, 5);
};
