import type { EventOf } from '../../match/event.ts';
import type { ClubCode, PersonId } from '../../match/fixture.ts';
import { RATES } from '../rates.ts';
import type { Stage } from '../stage.ts';

/** What went wrong at a kick that is taken again. */
export interface Offence {
  readonly for: EventOf<'retake'>['for'] & string;
  /** In a word, and in a sentence. */
  readonly what: string;
  readonly why: string;
  /** What came of the kick: Law 14 lets it depend on that. */
  readonly outcome: 'scored' | 'saved' | 'off-target' | 'woodwork';
}

/**
 * A penalty's, in play, by the Law 14 of the year. How often each is the reason is an assumption. `golden`: a goal ends
 * the match, so that nothing that was scored is taken again.
 */
export const offenceAtPenalty = (
  stage: Stage,
  keeper: PersonId | undefined,
  { golden }: { readonly golden: boolean },
): Offence => {
  const { doubleTouch, goalkeeperOffLine } = stage.state.rules.penalties;
  const scored = golden ? 0 : 1;
  return stage.random.weighted<Offence>([
    [{ ...OFF_LINE, outcome: 'saved' }, mayBeToldOff(stage, keeper) ? 0.45 : 0],
    [{ ...OFF_LINE, outcome: 'woodwork' }, goalkeeperOffLine === '2016' && mayBeToldOff(stage, keeper) ? 0.05 : 0],
    [{ ...tooSoon('attackers'), for: 'attacker-encroachment', outcome: 'scored' }, 0.25 * scored],
    [{ ...tooSoon('defenders'), for: 'defender-encroachment', outcome: 'saved' }, 0.15],
    [{ ...tooSoon('both sides'), for: 'encroachment-by-both', outcome: 'scored' }, 0.1 * scored],
    [DOUBLE_TOUCH, doubleTouch === 'retake-if-scored' ? 0.03 * scored : 0],
  ]);
};

/** In kicks from the mark only the goalkeeper and the kicker can spoil it: the others stand in the centre circle. */
export const offenceAtKick = (
  stage: Stage,
  keeper: PersonId | undefined,
  outcome: Offence['outcome'],
): Offence | undefined => {
  const { doubleTouch, goalkeeperOffLine } = stage.state.rules.penalties;
  const drawn = stage.random.float();
  if (outcome === 'scored')
    return doubleTouch === 'retake-if-scored' && drawn < RATES.doubleTouches ? DOUBLE_TOUCH : undefined;
  const due = outcome === 'saved' || goalkeeperOffLine === '2016';
  return due && mayBeToldOff(stage, keeper) && drawn < RATES.offLineInKicks ? { ...OFF_LINE, outcome } : undefined;
};

const tooSoon = (who: string) => ({ what: 'encroachment', why: `${who} were in the area too soon` });
const OFF_LINE = {
  for: 'goalkeeper-off-line',
  what: 'the goalkeeper off his line',
  why: 'the goalkeeper was off his line',
} as const;
const DOUBLE_TOUCH = {
  for: 'double-touch',
  what: 'a second touch',
  why: 'the kicker slipped and touched the ball twice',
  outcome: 'scored',
} as const;

/** Who offended, where it was one man. */
export const offenderAt = (
  stage: Stage,
  club: ClubCode,
  { by, keeper, offence }: { readonly by: PersonId; readonly keeper?: PersonId | undefined; readonly offence: Offence },
): PersonId | undefined => {
  switch (offence.for) {
    case 'goalkeeper-off-line':
      return keeper;
    case 'attacker-encroachment':
      return stage.attacker(club, [by]);
    case 'defender-encroachment':
      return stage.defender(stage.opponents(club));
    case 'double-touch':
      return by;
    case 'encroachment-by-both':
    case 'interference':
    case 'other':
      return undefined;
  }
};

/** A warning the first time, a caution after that; from 2016 to 2020 a caution each time (Law 14.2). */
export const tellOff = (stage: Stage, keeper: PersonId | undefined, { for: reason }: Offence): void => {
  if (reason !== 'goalkeeper-off-line' || keeper === undefined) return;
  if (isCautionDue(stage, keeper))
    stage.must({ type: 'caution', person: keeper, reason: 'other', detail: OFF_LINE.why });
  else stage.warned.add(keeper);
};

const isCautionDue = ({ state, warned }: Stage, keeper: PersonId): boolean =>
  warned.has(keeper) || (state.rules.penalties.goalkeeperOffLine === '2016' && state.rules.laws >= '2016/17');

/** Nobody is to be sent off for it: whoever has a card and would be shown another stays on his line. */
const mayBeToldOff = (stage: Stage, keeper: PersonId | undefined): keeper is PersonId =>
  keeper !== undefined && !(isCautionDue(stage, keeper) && stage.state.cards[keeper] !== undefined);
