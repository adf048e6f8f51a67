import type { EventOf } from '../../match/event.ts';
import type { ClubCode, PersonId } from '../../match/fixture.ts';
import { changesLeft } from '../../match/laws/substitutions.ts';
import { lineOf } from '../line-up.ts';
import { RATES } from '../rates.ts';
import { SECOND, Spoilt, type Stage } from '../stage.ts';
import { passArmband } from './armband.ts';

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

/** One change, of whoever is tired or of him who is named; whether it has been made. */
export const substitute = (
  stage: Stage,
  club: ClubCode,
  reason: EventOf<'substitution'>['reason'] & string,
  named?: PersonId,
): boolean => {
  // Only a substitution for concussion may be one more than all.
  if (reason !== 'concussion' && changesLeft(stage.state, club).left === 0) return false;
  const off = named ?? tired(stage, club);
  const on = off === undefined ? undefined : fresh(stage, club, reason === 'goalkeeper' ? 'GK' : lineAt(stage, off));
  if (off === undefined || on === undefined) return false;
  if (stage.ask({ type: 'substitution', on, off, reason }) === undefined) return false;
  passArmband(stage, club);
  return true;
};

/** Somebody has to go in goal: a substitute, for whom an outfield footballer makes way, or else one of those. */
export const replaceGoalkeeper = (stage: Stage, club: ClubCode): void => {
  if (stage.keeper(club) !== undefined || substitute(stage, club, 'goalkeeper')) return;
  const person = stage.random.pick(stage.outfield(club));
  stage.must({ type: 'goalkeeper', person, club });
};

/** Forwards and midfielders more often than defenders; nobody who has just come on. */
const tired = (stage: Stage, club: ClubCode): PersonId | undefined => {
  const { people, teams } = stage.state;
  const may = stage.spare(stage.outfield(club)).filter((id) => people[id]?.on === undefined);
  if (may.length === 0) return undefined;
  const weights = { GK: 0, DF: 1, MF: 2.2, FW: 3 };
  const often = (id: PersonId) =>
    weights[lineAt(stage, id)] * (id === teams[club]?.captain ? RATES.captainReplaced : 1);
  return stage.random.weighted(may.map((id) => [id, often(id)] as const));
};

/** From that line if there is one on the bench. */
const fresh = (stage: Stage, club: ClubCode, line: ReturnType<typeof lineOf>): PersonId | undefined => {
  const { people, cards } = stage.state;
  const bench = Object.entries(people).flatMap(([id, person]) =>
    person.club === club && person.status === 'bench' && cards[id]?.sentOff === undefined ? [id] : [],
  );
  const able = bench.filter((id) => (lineAt(stage, id) === 'GK') === (line === 'GK'));
  return able.find((id) => lineAt(stage, id) === line) ?? able[0];
};

const lineAt = ({ state }: Stage, id: PersonId) => lineOf(state.roster.get(id)?.person.position);
