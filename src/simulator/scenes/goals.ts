import type { EntryId } from '../../journal/entry.ts';
import type { ClubCode } from '../../match/fixture.ts';
import type { Millis } from '../../match/time.ts';
import { RATES } from '../rates.ts';
import { SECOND, type Stage } from '../stage.ts';
import { attempt, corner, fouled, freeKick } from './open-play.ts';

/** A goal at that moment, from play or a set piece, and the kick-off that follows on it. */
export const goal = (stage: Stage, club: ClubCode, at: Millis): void => {
  const from = originOf(stage, club, at);
  stage.until(at);
  const id = scored(stage, club, from);
  maybeChecked(stage, id);
  kickOff(stage, stage.opponents(club));
};

/** The goal as it's given. */
export const scored = (stage: Stage, club: ClubCode, from: Origin): EntryId => {
  const by = stage.attacker(club);
  return stage.must({
    type: 'goal',
    by,
    ...(stage.random.chance(RATES.assisted) ? { assist: stage.attacker(club, [by]) } : {}),
    ...attempt(stage, 0.04, 0.85),
    into: stage.random.pick(CORNERS),
    from,
  });
};

type Origin = 'open-play' | 'corner' | 'free-kick' | 'counter' | 'rebound';

const CORNERS = [
  'bottom left corner',
  'bottom right corner',
  'top left corner',
  'top right corner',
  'centre of the goal',
];

/** A set piece is told of before the goal that comes from it, where there is time. */
const originOf = (stage: Stage, club: ClubCode, at: Millis): Origin => {
  const from = stage.random.weighted([
    ['open-play', 0.65],
    ['corner', 0.13],
    ['free-kick', 0.08],
    ['counter', 0.09],
    ['rebound', 0.05],
  ] as const);
  if ((from !== 'corner' && from !== 'free-kick') || at - stage.elapsed < 36 * SECOND) return from;
  stage.until(at - 36 * SECOND);
  if (from === 'corner') corner(stage, club);
  else {
    const opponents = stage.opponents(club);
    const { offence } = fouled(stage, stage.defender(opponents), opponents, 'penalty arc');
    stage.wait(20 * SECOND);
    freeKick(stage, club, offence);
  }
  return from;
};

/** Into the wrong net: `club` is the scorer's. */
export const ownGoal = (stage: Stage, club: ClubCode, at: Millis): void => {
  stage.until(at);
  const opponents = stage.opponents(club);
  const id = stage.must({ type: 'goal', by: stage.defender(club), club: opponents, own: true });
  maybeChecked(stage, id);
  kickOff(stage, club);
};

/** Every goal is checked; of some people are told. */
const maybeChecked = (stage: Stage, id: EntryId): void => {
  const { rules, clock } = stage.state;
  if (!rules.var.enabled || clock.period === 'FT' || !stage.random.chance(RATES.checkedGoals)) return;
  stage.wait(15 * SECOND, 30 * SECOND);
  const of = stage.must({
    type: 'var-check',
    of: id,
    category: 'goal',
    for: stage.random.pick(['offside', 'offside', 'foul', 'handball']),
  });
  stage.wait(15 * SECOND, 50 * SECOND);
  stage.must({ type: 'var-decision', of, outcome: 'confirmed' });
};

/** By whoever conceded; after a golden goal nobody does. */
export const kickOff = (stage: Stage, club: ClubCode): void => {
  if (stage.state.clock.period === 'FT') return;
  stage.wait(40 * SECOND, 65 * SECOND);
  stage.must({ type: 'kick-off', club });
  stage.wait(5 * SECOND);
};
