import type { ClubCode, PersonId } from '../../match/fixture.ts';
import type { Incident } from '../incident.ts';
import { RATES } from '../rates.ts';
import { SECOND, Spoilt, type Stage } from '../stage.ts';
import { passArmband } from './armband.ts';
import { replaceGoalkeeper, substitute } from './changes.ts';
import { droppedBall, throwIn } from './open-play.ts';
import { runUp } from './run-up.ts';

/** Somebody is hurt: treated on the pitch, or beside it, or replaced. */
export const injury = (
  stage: Stage,
  club: ClubCode,
  { at, change, aside: asked }: Extract<Incident, { readonly kind: 'injury' }>,
): void => {
  const { random } = stage;
  const hurt = stage.spare(asked === true ? stage.outfield(club) : stage.onPitch(club));
  if (hurt.length === 0) return;
  const person = random.pick(hurt);
  const aside = asked === true || (!change && goesAside(stage, club, person));
  const bleeds = aside && random.chance(RATES.bleeding);
  const next = asked === true ? runUp(stage, at, [35, 90]) : () => stage.wait(35 * SECOND, 90 * SECOND);
  const treated = aside ? 'treated beside the pitch' : 'treated, and goes on';
  stage.ask({
    type: 'injury',
    person,
    outcome: change ? 'has to go off' : bleeds ? `bleeding, and ${treated}` : treated,
  });
  next();
  if (change) {
    if (!substitute(stage, club, 'injury', person)) leave(stage, club, person, 'hurt, and no change left');
    stage.wait(5 * SECOND);
    throwIn(stage, stage.opponents(club));
    return;
  }
  if (aside && stage.ask({ type: 'temporarily-off', person, why: bleeds ? 'bleeding' : 'treatment' }) !== undefined)
    stage.treated.set(person, stage.elapsed + random.int(60, bleeds ? 240 : 150) * SECOND);
  droppedBall(stage, club);
};

/** A goalkeeper is treated where he lies; from 2026/27 on anybody else is off for a minute, whatever it was (Law 5.3). */
const goesAside = ({ state, random }: Stage, club: ClubCode, person: PersonId): boolean => {
  if (person === state.teams[club]?.goalkeeper) return false;
  return state.rules.laws >= '2026/27' || random.chance(RATES.treatedAside);
};

/**
 * A blow to the head, after which somebody doesn't go on: his side replaces him beyond its changes where the competition
 * allows that, else by one of them; where none is left it has one fewer. `kept`: the additional change has to be.
 */
export const concussion = (
  stage: Stage,
  club: ClubCode,
  { at, kept }: Extract<Incident, { readonly kind: 'concussion' }>,
): void => {
  const { random } = stage;
  const hurt = stage.spare(stage.onPitch(club));
  if (hurt.length === 0) return;
  const person = random.pick(hurt);
  const next = runUp(stage, at, [60, 130]);
  stage.must({ type: 'injury', person, outcome: 'a blow to the head' });
  next();
  const { rules, teams } = stage.state;
  const allowed = (teams[club]?.concussion ?? 0) < rules.substitutions.concussion;
  const replaced = substitute(stage, club, allowed ? 'concussion' : 'injury', person);
  if (kept === true && !(allowed && replaced))
    throw new Spoilt(`${club} have ${allowed ? 'nobody left to bring on' : 'made their substitutions for concussion'}`);
  if (!replaced) leave(stage, club, person, 'a blow to the head, and no change left');
  else if (allowed && random.chance(RATES.concussionAnswered)) {
    stage.wait(8 * SECOND, 20 * SECOND);
    substitute(stage, stage.opponents(club), 'tactical');
  }
  stage.wait(8 * SECOND);
  droppedBall(stage, club);
};

/** Nobody comes for him. */
const leave = (stage: Stage, club: ClubCode, person: PersonId, why: string): void => {
  stage.must({ type: 'left', person, why });
  stage.wait(10 * SECOND);
  replaceGoalkeeper(stage, club);
  passArmband(stage, club);
};

/** Those whose treatment is over; at the whistle all. */
export const backOn = (stage: Stage, all = false): void => {
  for (const [person, from] of stage.treated) {
    if (!all && stage.elapsed < from) continue;
    stage.treated.delete(person);
    stage.must({ type: 'back-on', person });
    stage.wait(SECOND);
  }
};
