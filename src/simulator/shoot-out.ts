import type { ClubCode, PersonId } from '../match/fixture.ts';
import { RATES } from './rates.ts';
import { type Offence, offenceAtKick, offenderAt, tellOff } from './scenes/retakes.ts';
import { SECOND, Spoilt, type Stage } from './stage.ts';

/** Kicks from the penalty mark (Law 10.3). Whose turn it is, and when it's over, the decider says. */
export const playShootOut = (stage: Stage): void => {
  equate(stage);
  stage.enter('PEN');
  stage.wait(60 * SECOND);
  const sides = stage.random.shuffle([stage.club('home'), stage.club('away')]);
  const kickers = new Map(sides.map((club) => [club, orderOf(stage, club)]));
  for (let number = 1; stage.state.shootout?.winner === undefined; number += 1) {
    if (number > KICKS_MAX) throw new Spoilt(`nobody has won after ${KICKS_MAX} kicks`);
    stage.count(number, stage.random.int(38, 55) * SECOND);
    // Where it isn't the turn of the one, it's the other's.
    if (!sides.some((club) => kicked(stage, club, { number, kickers: kickers.get(club) ?? [] })))
      throw new Spoilt(`nobody may take kick ${number}`);
  }
};

const KICKS_MAX = 120;

/** Both sides begin with as many: the larger one leaves somebody out. */
const equate = (stage: Stage): void => {
  const eligible = (club: ClubCode) => stage.onPitch(club).filter((id) => !stage.state.leftOut.includes(id));
  const [home, away] = [stage.club('home'), stage.club('away')];
  for (let more = eligible(home).length - eligible(away).length; more !== 0; more -= Math.sign(more)) {
    const keeper = stage.keeper(more > 0 ? home : away);
    const may = eligible(more > 0 ? home : away).filter((id) => id !== keeper);
    stage.must({ type: 'excluded', person: stage.random.pick(may), why: 'so that both sides have as many' });
  }
};

/** Everybody once, the goalkeeper last, and from the beginning again. */
const orderOf = (stage: Stage, club: ClubCode): PersonId[] => {
  const keeper = stage.keeper(club);
  const outfield = stage.outfield(club).filter((id) => !stage.state.leftOut.includes(id));
  return [...stage.random.shuffle(outfield), ...(keeper === undefined ? [] : [keeper])];
};

const kicked = (
  stage: Stage,
  club: ClubCode,
  { number, kickers }: { readonly number: number; readonly kickers: readonly PersonId[] },
): boolean => {
  const taken = stage.state.shootout?.kicks.filter((kick) => kick.club === club).length ?? 0;
  const by = kickers[taken % kickers.length];
  const keeper = stage.keeper(stage.opponents(club));
  if (by === undefined) return false;
  const outcome = outcomeOf(stage);
  const kick = { type: 'kick', by, club, ...(keeper === undefined ? {} : { keeper }) } as const;
  const of = stage.ask({ ...kick, outcome });
  if (of === undefined) return false;
  const offence = offenceAtKick(stage, keeper, outcome);
  if (offence === undefined) return true;
  stage.count(number, stage.random.int(8, 30) * SECOND);
  const offender = offenderAt(stage, club, { by, keeper, offence });
  stage.must({
    type: 'retake',
    of,
    for: offence.for,
    why: offence.why,
    ...(offender === undefined ? {} : { by: offender }),
  });
  tellOff(stage, keeper, offence);
  stage.count(number, stage.random.int(25, 45) * SECOND);
  stage.must({ ...kick, outcome: outcomeOf(stage) });
  return true;
};

const outcomeOf = ({ random }: Stage): Offence['outcome'] =>
  random.weighted([
    ['scored', RATES.kicksScored],
    ['saved', (1 - RATES.kicksScored) * 0.65],
    ['off-target', (1 - RATES.kicksScored) * 0.22],
    ['woodwork', (1 - RATES.kicksScored) * 0.13],
  ] as const);
