import type { Mode } from '../command.ts';
import type { EventOf } from '../event.ts';
import type { MatchState } from '../state.ts';
import { type Breach, when } from './breach.ts';

/** A source's score without the goals: a record believes it, a match by the Laws has scored all that it has. */
export const judgeSnapshot = ({ tally }: MatchState, { score }: EventOf<'snapshot'>, mode: Mode): Breach[] =>
  when(
    mode === 'simulate' && (score.home !== tally.home || score.away !== tally.away),
    'running-score-differs',
    () => `the source has ${score.home}–${score.away}, and the goals make it ${tally.home}–${tally.away}`,
  );
