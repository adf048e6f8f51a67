import type { ClubCode, PersonId } from '../../match/fixture.ts';
import type { Millis } from '../../match/time.ts';
import { headCoachOf } from '../cast.ts';
import type { Incident } from '../incident.ts';
import { SECOND, Spoilt, type Stage } from '../stage.ts';
import { passArmband } from './armband.ts';
import { replaceGoalkeeper } from './changes.ts';
import { fouled, freeKick } from './open-play.ts';
import { runUp } from './run-up.ts';

/** A first yellow card; where a second is planned, for somebody who is then kept for it. */
export const caution = (stage: Stage, club: ClubCode, at: Millis, pair?: string): void => {
  const person = uncautioned(stage, club);
  if (pair === undefined && stage.random.chance(0.18)) {
    stage.until(at);
    stage.must({
      type: 'caution',
      person,
      reason: stage.random.pick(['dissent', 'time-wasting', 'delaying-the-restart']),
    });
    stage.wait(10 * SECOND, 20 * SECOND);
    return;
  }
  if (pair !== undefined) stage.reserved.set(pair, person);
  const next = runUp(stage, at, [8, 20]);
  const { offence, against } = fouled(stage, person, club);
  next();
  stage.must({ type: 'caution', person, against, reason: reasonFor(stage), offence });
  stage.wait(15 * SECOND, 30 * SECOND);
  freeKick(stage, stage.opponents(club), offence);
};

const reasonFor = (stage: Stage) =>
  stage.random.weighted([
    ['reckless', 0.45],
    ['stopping-a-promising-attack', 0.35],
    ['persistent-offences', 0.1],
    ['foul', 0.1],
  ] as const);

const uncautioned = (stage: Stage, club: ClubCode): PersonId => {
  const clean = stage.spare(stage.outfield(club)).filter((id) => stage.state.cards[id] === undefined);
  const person = stage.defender(
    club,
    stage.outfield(club).filter((id) => !clean.includes(id)),
  );
  return person;
};

/** Of the pair's person, who has one yellow card. */
export const secondYellow = (stage: Stage, club: ClubCode, at: Millis, pair: string): void => {
  const person = stage.reserved.get(pair);
  if (person === undefined) throw new Spoilt('nobody has the first yellow card that the second would follow on');
  const next = runUp(stage, at, [8, 20]);
  const { offence, against } = fouled(stage, person, club);
  next();
  stage.must({ type: 'second-yellow', person, against, reason: reasonFor(stage), offence });
  stage.reserved.delete(pair);
  passArmband(stage, club);
  stage.wait(40 * SECOND, 70 * SECOND);
  freeKick(stage, stage.opponents(club), offence);
};

/** Straight red, shown there and then or once the referee has seen on the screen what it was. */
export const red = (
  stage: Stage,
  club: ClubCode,
  { at, reviewed: late, goalkeeper = false }: Extract<Incident, { readonly kind: 'red' }>,
): void => {
  const keeper = goalkeeper ? stage.keeper(club) : undefined;
  const person = keeper ?? uncautioned(stage, club);
  // The review is of a yellow card, and for somebody who has one that would be the second.
  const reviewed = late && stage.state.cards[person] === undefined;
  const reason = stage.random.weighted([
    ['serious-foul-play', 0.5],
    ['denying-an-obvious-chance', keeper === undefined ? (reviewed ? 0.15 : 0.3) : 2],
    ['violent-conduct', keeper === undefined ? 0.2 : 0],
  ] as const);
  const next = reviewed ? runUp(stage, at, [8, 15], [15, 30], [25, 45], [30, 60], [2, 4]) : runUp(stage, at, [10, 22]);
  const { offence, against } = fouled(stage, person, club, keeper === undefined ? undefined : 'penalty arc');
  next();
  const shown = { person, against, offence } as const;
  if (reviewed) {
    const yellow = stage.must({ type: 'caution', ...shown, reason: 'reckless' });
    next();
    const review = stage.must({ type: 'var-check', of: yellow, category: 'direct-red', club, person, for: reason });
    next();
    stage.must({ type: 'var-review', of: review, kind: 'on-field' });
    next();
    stage.must({ type: 'var-decision', of: review, outcome: 'overturned', to: 'red', reason });
    next();
    stage.must({ type: 'red', ...shown, reason, review });
  } else stage.must({ type: 'red', ...shown, reason });
  passArmband(stage, club);
  if (keeper !== undefined) {
    stage.wait(30 * SECOND, 60 * SECOND);
    replaceGoalkeeper(stage, club);
  }
  stage.wait(45 * SECOND, 80 * SECOND);
  freeKick(stage, stage.opponents(club), offence);
};

export const staffCaution = (stage: Stage, club: ClubCode): void => {
  const person = headCoachOf(stage.state.fixture, club);
  if (person !== undefined && stage.state.cards[person] === undefined)
    stage.ask({ type: 'caution', person, reason: 'dissent' });
  stage.wait(10 * SECOND);
};
