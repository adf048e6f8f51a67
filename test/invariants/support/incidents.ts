import type { EventOf } from '../../../src/match/event.ts';
import { isHalf } from '../../../src/match/time.ts';
import { reopened, report, rule } from './afterwards.ts';
import { pick, reasonOf, toWhom, who } from './choosing.ts';
import { type Matchday, settle } from './matchday.ts';
import { cardAtTheMonitor, goalAtTheMonitor, look } from './monitor.ts';
import { penalty, penaltyAtTheMonitor } from './penalties.ts';
import type { Choice } from './plan.ts';

/**
 * What comes of a choice at this moment of the match. It may be asked for in vain: then nothing happens, or less. Only
 * that what is needed first is done first is seen to here, so that most wishes come true.
 */
export const befall = (day: Matchday, choice: Choice): void => {
  const { home, one, other, twist, after } = choice;
  const by = day.one(home, one);
  const opponent = day.one(!home, other);
  const club = day.club(home);
  if (isHalf(day.state.clock.base)) settle(day);
  switch (choice.what) {
    case 'goal':
      goal(day, choice);
      return;
    case 'shot':
      day.ask(
        { type: 'shot', ...who(by), outcome: pick(['saved', 'off-target', 'blocked', 'woodwork'], twist) },
        after,
      );
      return;
    case 'corner':
      day.ask({ type: 'corner', club }, after);
      return;
    case 'foul': {
      const offence = day.ask({ type: 'foul', ...who(by), ...(opponent && { against: opponent }) }, after);
      if (offence !== undefined) day.ask({ type: 'free-kick', club: day.club(!home), offence }, 25);
      return;
    }
    case 'offside':
      day.ask({ type: 'offside', ...who(by) }, after);
      return;
    case 'touch':
      day.ask(
        { type: pick(['touch', 'throw-in', 'goal-kick', 'chance', 'dropped-ball'] as const, twist), club },
        after,
      );
      return;
    case 'caution':
      if (by !== undefined) day.ask({ type: 'caution', person: by, reason: reasonOf(twist) }, after);
      return;
    case 'red':
      if (by !== undefined) day.ask({ type: 'red', person: by, reason: reasonOf(twist) }, after);
      return;
    case 'second-yellow': {
      const cautioned = day.all(home).find((id) => day.state.cards[id]?.sentOff === undefined && day.state.cards[id]);
      if (cautioned !== undefined) day.ask({ type: 'second-yellow', person: cautioned }, after);
      return;
    }
    case 'card-undone':
      cardUndone(day, choice);
      return;
    case 'card-at-the-line':
      cardAtTheLine(day, choice);
      return;
    case 'change':
      for (let turn = 0; turn <= twist % 3; turn += 1) change(day, choice, turn);
      return;
    case 'penalty':
    case 'missed-penalty':
      penalty(day, choice);
      return;
    case 'penalty-at-the-monitor':
      penaltyAtTheMonitor(day, choice);
      return;
    case 'goal-at-the-monitor':
      goalAtTheMonitor(day, choice);
      return;
    case 'card-at-the-monitor':
      cardAtTheMonitor(day, choice);
      return;
    case 'off':
      if (by !== undefined) day.ask({ type: 'temporarily-off', person: by }, after);
      return;
    case 'back': {
      const person = day.one(home, one, 'temporarily-off') ?? day.one(!home, one, 'temporarily-off');
      if (person !== undefined) day.ask({ type: 'back-on', person }, after);
      return;
    }
    case 'left':
      // A side that melts away is abandoned sooner than it's of use.
      if (by !== undefined && twist < 3) day.ask({ type: 'left', person: by }, after);
      return;
    case 'keeper':
      if (by !== undefined) day.ask({ type: 'goalkeeper', person: by }, after);
      return;
    case 'captain':
      if (by !== undefined) day.ask({ type: 'captain', person: by }, after);
      return;
    case 'suspended':
      if (day.ask({ type: 'suspended' }, after) !== undefined) day.ask({ type: 'resumed' }, 0);
      return;
    case 'added-time':
      day.ask({ type: 'added-time', minutes: twist }, after);
      return;
    case 'report':
      report(day, choice);
      return;
    case 'no-video':
      day.ask({ type: day.state.reviews.unavailable ? 'var-available' : 'var-unavailable' }, after);
      return;
    case 'ruling':
      rule(day, choice);
      return;
    case 'reopened':
      reopened(day, choice);
      return;
    case 'kick':
    case 'retaken-kick':
    case 'keeper-change':
      return;
  }
};

/** In open play, by oneself, or into one's own goal; given, taken away on the pitch, or looked at from the booth. */
const goal = (day: Matchday, { home, one, other, twist, after }: Choice): void => {
  const by = day.one(home, one);
  const assist = day.one(home, other);
  const own = twist === 5 ? day.one(!home, one) : undefined;
  const scored: Pick<EventOf<'goal'>, 'by' | 'own' | 'assist'> = own === undefined
    ? { ...who(by), ...(assist !== by && assist !== undefined ? { assist } : {}) }
    : { by: own, own: true };
  const id = day.ask({ type: 'goal', ...scored }, after);
  if (id === undefined || day.over) return;
  if (twist === 6) day.ask({ type: 'goal-disallowed', of: id, for: 'offside' }, 10);
  if (twist >= 7 && twist <= 10)
    look(day, id, 'goal', pick(['confirmed', 'overturned', 'upheld', 'overturned'], twist));
  // Else it's owed until something else happens.
  if (twist % 2 === 0) settle(day);
};

const cardUndone = (day: Matchday, { home, one, other, twist, after }: Choice): void => {
  const [person, to] = [day.one(home, one), day.one(twist % 3 === 0 ? !home : home, other)];
  const type = twist % 2 === 0 ? 'caution' : 'red';
  const card = day.ask({ type, ...toWhom(person), reason: 'foul' }, after);
  if (card === undefined) return;
  if (twist < 4) day.ask({ type: 'card-cancelled', of: card }, 5);
  else if (to !== undefined && twist < 8) day.ask({ type: 'card-transferred', of: card, to }, 5);
  else if (to !== undefined) {
    const review = look(day, card, 'mistaken-identity', 'overturned');
    if (review !== undefined) day.ask({ type: 'card-transferred', of: card, to, review }, 5);
  }
};

/** To somebody who isn't on the pitch: on the bench, replaced, of the staff. */
const cardAtTheLine = (day: Matchday, { home, one, twist, after }: Choice): void => {
  const person = day.one(home, one, pick(['bench', 'off', 'staff'] as const, twist));
  if (person !== undefined) day.ask({ type: twist % 4 === 3 ? 'red' : 'caution', person, reason: 'dissent' }, after);
};

const change = (day: Matchday, { home, one, other, twist, after }: Choice, turn: number): void => {
  const [off, on] = [day.one(home, one + turn), day.one(home, other + turn, 'bench')];
  if (off === undefined || on === undefined) return;
  const reason = pick(['tactical', 'injury', 'concussion', 'tactical'] as const, twist);
  day.ask({ type: 'substitution', off, on, reason }, turn === 0 ? after : 5);
};
