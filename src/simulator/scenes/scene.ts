import type { Incident } from '../incident.ts';
import type { Stage } from '../stage.ts';
import { caution, red, secondYellow, staffCaution } from './cards.ts';
import { substitution } from './changes.ts';
import { goal, ownGoal } from './goals.ts';
import { concussion, injury } from './injuries.ts';
import { corner, foul, offside, shot, throwIn } from './open-play.ts';
import { penalty } from './penalties.ts';
import { disallowed, upheld, withdrawnPenalty } from './reviews.ts';

/** Plays an incident: what leads to it, itself, and the restart. */
export const playScene = (stage: Stage, incident: Incident): void => {
  const { at, side } = incident;
  const club = stage.club(side);
  switch (incident.kind) {
    case 'goal':
      goal(stage, club, at);
      break;
    case 'own-goal':
      ownGoal(stage, club, at);
      break;
    case 'penalty':
      penalty(stage, club, incident);
      break;
    case 'disallowed':
      disallowed(stage, club, at);
      break;
    case 'withdrawn-penalty':
      withdrawnPenalty(stage, club, at);
      break;
    case 'upheld':
      upheld(stage, club, at);
      break;
    case 'caution':
      caution(stage, club, at, incident.pair);
      break;
    case 'second-yellow':
      secondYellow(stage, club, at, incident.pair);
      break;
    case 'red':
      red(stage, club, incident);
      break;
    case 'staff-caution':
      staffCaution(stage, club);
      break;
    case 'substitution':
      substitution(stage, club, incident.changes, incident.kept);
      break;
    case 'injury':
      injury(stage, club, incident);
      break;
    case 'concussion':
      concussion(stage, club, incident);
      break;
    case 'shot':
      shot(stage, club);
      break;
    case 'corner':
      corner(stage, club);
      break;
    case 'foul':
      foul(stage, club);
      break;
    case 'offside':
      offside(stage, club);
      break;
    case 'throw-in':
      throwIn(stage, club);
      break;
    case 'added-time':
      stage.ask({ type: 'added-time', minutes: incident.minutes });
      break;
  }
};
