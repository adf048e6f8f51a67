import type { ClubCode } from '../match/fixture.ts';
import { afterWhistle } from '../match/judgement/periods.ts';
import type { Millis } from '../match/time.ts';
import { type HalfPlan, type Incident, leadOf } from './incident.ts';
import { backOn } from './scenes/injuries.ts';
import { playScene } from './scenes/scene.ts';
import { SECOND, Spoilt, type Stage } from './stage.ts';

/** Plays a half from its kick-off to its whistle, or to the goal that ends the match. */
export const playHalf = (stage: Stage, { half, incidents, whistle }: HalfPlan, first: ClubCode): void => {
  stage.enter(half);
  stage.must({ type: 'kick-off', club: first });
  for (const [index, incident] of incidents.entries()) {
    backOn(stage);
    if (!incident.kept && !hasRoom(stage, incident, incidents.slice(index + 1))) continue;
    stage.until(incident.at - leadOf(incident));
    playScene(stage, incident);
    if (stage.state.clock.period === 'FT') return;
    goesOn(stage);
  }
  stage.until(whistle);
  backOn(stage, true);
  stage.wait(2 * SECOND, 6 * SECOND);
  stage.must({ type: whistleOf(stage) });
};

/** No match goes on with fewer than seven on a side (Law 3.1). */
const goesOn = ({ state }: Stage): void => {
  for (const club of [state.sides.home, state.sides.away]) {
    const { count = 11 } = state.teams[club] ?? {};
    if (count < state.rules.minPlayers) throw new Spoilt(`${club} have ${count} left on the pitch`);
  }
};

/** What fills a match gives way: nothing begins that is late, or that would be in the way of what matters. */
const hasRoom = ({ elapsed }: Stage, incident: Incident, later: readonly Incident[]): boolean => {
  const start = incident.at - leadOf(incident);
  const next = later.find(({ kept, kind }) => kept && kind !== 'added-time');
  const free = next === undefined ? Number.POSITIVE_INFINITY : next.at - leadOf(next) - Math.max(elapsed, start);
  return elapsed - start <= LATE_MAX && free >= SCENE;
};

const LATE_MAX: Millis = 60 * SECOND;
const SCENE: Millis = 45 * SECOND;

/** What the end of a half is called depends on whether anything is to follow. */
const whistleOf = ({ state }: Stage): 'half-time' | 'full-time' | 'period-end' => {
  const { period } = state.clock;
  if (period === '1H' || period === 'ET1') return 'half-time';
  return afterWhistle(state).clock.period === 'FT' ? 'full-time' : 'period-end';
};
