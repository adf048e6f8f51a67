import type { ClubCode, PersonId } from '../../match/fixture.ts';
import { changesLeft } from '../../match/laws/substitutions.ts';
import { lineOf } from '../line-up.ts';
import { SECOND, Spoilt, type Stage } from '../stage.ts';
import { droppedBall, throwIn } from './open-play.ts';

type Reason = 'tactical' | 'injury';

/** So many changes in one stoppage, as far as the competition still allows them. `kept`: the first has to be. */
export const substitution = (stage: Stage, club: ClubCode, changes: number, kept = false): void => {
  for (let change = 0; change < changes; change += 1) {
    const done = substitute(stage, club, 'tactical');
    if (!done && kept && change === 0) throw new Spoilt(`${club} ${whyNot(stage, club)}`);
    if (done) stage.wait(6 * SECOND, 15 * SECOND);
  }
};

const whyNot = (stage: Stage, club: ClubCode): string => {
  const { left, windowsLeft } = changesLeft(stage.state, club);
  if (left === 0) return 'have made as many changes as they may';
  return windowsLeft === 0 ? 'have no stoppage left to change in' : 'have nobody left to bring on';
};

const substitute = (stage: Stage, club: ClubCode, reason: Reason, injured?: PersonId): boolean => {
  if (changesLeft(stage.state, club).left === 0) return false;
  const off = injured ?? tired(stage, club);
  const on = off === undefined ? undefined : fresh(stage, club, off);
  return off !== undefined && on !== undefined && stage.ask({ type: 'substitution', on, off, reason }) !== undefined;
};

/** Forwards and midfielders more often than defenders; nobody who has just come on. */
const tired = (stage: Stage, club: ClubCode): PersonId | undefined => {
  const { people, roster } = stage.state;
  const may = stage.spare(stage.outfield(club)).filter((id) => people[id]?.on === undefined);
  if (may.length === 0) return undefined;
  const weights = { GK: 0, DF: 1, MF: 2.2, FW: 3 };
  return stage.random.weighted(may.map((id) => [id, weights[lineOf(roster.get(id)?.person.position)]] as const));
};

/** From the same line if there is one on the bench. */
const fresh = (stage: Stage, club: ClubCode, off: PersonId): PersonId | undefined => {
  const { people, roster, cards } = stage.state;
  const line = (id: PersonId) => lineOf(roster.get(id)?.person.position);
  const bench = Object.entries(people).flatMap(([id, person]) =>
    person.club === club && person.status === 'bench' && cards[id]?.sentOff === undefined ? [id] : [],
  );
  const outfield = bench.filter((id) => (line(id) === 'GK') === (line(off) === 'GK'));
  return outfield.find((id) => line(id) === line(off)) ?? outfield[0];
};

/** Somebody is hurt: treated on the pitch, or beside it, or replaced. */
export const injury = (stage: Stage, club: ClubCode, change: boolean): void => {
  const { random } = stage;
  const hurt = stage.spare(stage.outfield(club));
  if (hurt.length === 0) return;
  const person = random.pick(hurt);
  const aside = !change && random.chance(0.35);
  const outcome = change ? 'has to go off' : aside ? 'treated beside the pitch' : 'treated, and goes on';
  stage.ask({ type: 'injury', person, outcome });
  stage.wait(35 * SECOND, 90 * SECOND);
  if (change && substitute(stage, club, 'injury', person)) {
    stage.wait(5 * SECOND);
    throwIn(stage, stage.opponents(club));
    return;
  }
  if (aside && stage.ask({ type: 'temporarily-off', person, why: 'treatment' }) !== undefined)
    stage.treated.set(person, stage.elapsed + random.int(50, 150) * SECOND);
  droppedBall(stage, club);
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
