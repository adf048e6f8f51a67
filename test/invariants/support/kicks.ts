import type { PersonId } from '../../../src/match/fixture.ts';
import { befall } from './incidents.ts';
import type { Matchday } from './matchday.ts';
import type { Choice } from './plan.ts';

/** Kicks from the penalty mark, as planned, and then until somebody has won: Home score and Away don't. */
export const takeKicks = (day: Matchday, choices: readonly Choice[]): void => {
  leaveOut(day);
  for (const choice of choices) {
    if (isDecided(day)) return;
    switch (choice.what) {
      case 'kick':
        kick(day, choice);
        break;
      case 'retaken-kick':
        takenAgain(day, choice);
        break;
      case 'keeper-change':
        changeKeeper(day, choice);
        break;
      default:
        befall(day, choice);
    }
    leaveOut(day);
  }
  for (let turn = 0; turn < 40 && !isDecided(day); turn += 1) {
    kick(day, { what: 'kick', home: true, one: turn, other: 0, twist: 0, after: 30 }, 'home-wins');
    leaveOut(day);
  }
};

const isDecided = ({ state }: Matchday): boolean =>
  state.shootout?.winner !== undefined || state.clock.status === 'abandoned';

const OUTCOMES = [
  'scored',
  'saved',
  'scored',
  'scored',
  'off-target',
  'scored',
  'woodwork',
  'scored',
  'forfeited',
] as const;

/** Whoever's turn it is, and of them whoever may: the decider says. */
const kick = (day: Matchday, { home, one, other }: Choice, fixed?: 'home-wins'): string | undefined => {
  const number = 1 + (day.state.shootout?.kicks.filter(({ superseded }) => !superseded).length ?? 0);
  const at = { leg: day.state.leg, period: 'PEN', elapsed: number * 1000 } as const;
  for (const side of [home, !home]) {
    const planned = OUTCOMES[other % OUTCOMES.length] ?? 'scored';
    const outcome = fixed === undefined ? planned : side ? 'scored' : 'saved';
    for (const by of kickers(day, side, one)) {
      const id = day.ask({ type: 'kick', by, outcome, at });
      if (id !== undefined) return id;
      if (day.refused.at(-1)?.refusal.code === 'kick-out-of-turn') break;
    }
  }
  return undefined;
};

const kickers = (day: Matchday, home: boolean, from: number): PersonId[] => {
  const all = [...day.all(home), ...day.all(home, 'temporarily-off')];
  const start = from % Math.max(1, all.length);
  return [...all.slice(start), ...all.slice(0, start)];
};

const takenAgain = (day: Matchday, choice: Choice): void => {
  const id = kick(day, choice);
  if (id === undefined) return;
  day.ask({ type: 'retake', of: id, at: day.now(0), why: 'the whistle had not gone' });
  kick(day, { ...choice, home: day.state.sides.home === day.state.shootout?.first, other: choice.twist });
};

const changeKeeper = (day: Matchday, { home, one }: Choice): void => {
  const off = day.state.teams[day.club(home)]?.goalkeeper;
  const on = day.one(home, one, 'bench');
  if (off !== undefined && on !== undefined) day.ask({ type: 'substitution', off, on, reason: 'goalkeeper' });
};

/** Law 10.3: the side with more leaves somebody out, if the decider lets it. */
const leaveOut = (day: Matchday): void => {
  for (const home of [true, false]) {
    for (const person of [...day.all(home)].reverse()) {
      const asked = day.ask({ type: 'excluded', person, at: day.now(1) });
      if (asked === undefined && day.refused.at(-1)?.refusal.message.includes('no more left')) break;
    }
  }
};
