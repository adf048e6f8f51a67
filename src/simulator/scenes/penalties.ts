import type { EntryId } from '../../journal/entry.ts';
import type { ClubCode, PersonId } from '../../match/fixture.ts';
import { isHalf, type Millis } from '../../match/time.ts';
import type { Incident } from '../incident.ts';
import { isExtra } from '../placed.ts';
import { RATES } from '../rates.ts';
import { SECOND, type Stage } from '../stage.ts';
import { kickOff } from './goals.ts';
import { corner, fouled } from './open-play.ts';
import { type Offence, offenceAtPenalty, offenderAt, tellOff } from './retakes.ts';
import { runUp } from './run-up.ts';

/** The award, the kick at that moment, and the goal where it goes in; or two kicks, the first of which doesn't count. */
export const penalty = (
  stage: Stage,
  club: ClubCode,
  { at, scored, reviewed, retaken = false }: Extract<Incident, { readonly kind: 'penalty' }>,
): void => {
  const first = retaken ? at - stage.random.int(20, 50) * SECOND : at;
  const award = reviewed ? givenByReview(stage, club, first) : given(stage, club, first);
  const by = stage.attacker(club);
  if (retaken) takenAgain(stage, club, { award, by, first, at });
  else stage.until(at);
  const opponents = stage.opponents(club);
  const outcome = scored
    ? 'scored'
    : stage.random.weighted([
        ['saved', 0.7],
        ['off-target', 0.2],
        ['woodwork', 0.1],
      ] as const);
  take(stage, club, { award, by, outcome });
  if (scored) {
    kickOff(stage, opponents);
    return;
  }
  stage.wait(4 * SECOND, 8 * SECOND);
  if (outcome === 'saved' && stage.random.chance(0.4)) corner(stage, club);
  else if (outcome === 'off-target') stage.ask({ type: 'goal-kick', club: opponents });
};

interface Kick {
  readonly award: EntryId;
  readonly by: PersonId;
  readonly outcome: Offence['outcome'];
}

/** The kick, and the goal that it scores. */
const take = (stage: Stage, club: ClubCode, { award, by, outcome }: Kick): EntryId => {
  const keeper = stage.keeper(stage.opponents(club));
  const struck = { bodyPart: stage.random.chance(0.75) ? 'right-foot' : 'left-foot', xg: 0.79 } as const;
  const kick = stage.must({
    type: 'penalty',
    by,
    award,
    outcome,
    ...struck,
    ...(keeper === undefined ? {} : { keeper }),
  });
  if (outcome === 'scored') stage.must({ type: 'goal', by, penalty: kick, from: 'penalty', ...struck });
  return kick;
};

/** A kick that the Laws don't let stand, and the order to take it again, which the screen may have led to. */
const takenAgain = (
  stage: Stage,
  club: ClubCode,
  { award, by, first, at }: Omit<Kick, 'outcome'> & { readonly first: Millis; readonly at: Millis },
): void => {
  const { rules } = stage.state;
  const keeper = stage.keeper(stage.opponents(club));
  const golden = rules.extraTime === 'golden' && isHalf(stage.period) && isExtra(stage.period);
  const offence = offenceAtPenalty(stage, keeper, { golden });
  const offender = offenderAt(stage, club, { by, keeper, offence });
  stage.until(first);
  const of = take(stage, club, { award, by, outcome: offence.outcome });
  const review =
    rules.var.enabled && stage.random.chance(RATES.retakesByReview) ? reviewed(stage, of, offence, at) : undefined;
  stage.until(at);
  stage.must({
    type: 'retake',
    of,
    for: offence.for,
    ...(offender === undefined ? {} : { by: offender }),
    // The review has said why.
    ...(review === undefined ? { why: offence.why } : { review }),
  });
  tellOff(stage, keeper, offence);
  stage.wait(25 * SECOND, 45 * SECOND);
};

/** Where feet were is a matter of fact: nobody goes to the screen (VAR protocol, 4). */
const reviewed = (stage: Stage, of: EntryId, { what, why }: Offence, at: Millis): EntryId => {
  const next = runUp(stage, at - 2 * SECOND, [4, 8], [10, 25]);
  next();
  const review = stage.must({ type: 'var-check', of, category: 'penalty', for: what });
  next();
  stage.must({ type: 'var-decision', of: review, outcome: 'overturned', reason: why });
  return review;
};

/** Given there and then. */
const given = (stage: Stage, club: ClubCode, at: Millis): EntryId => {
  const opponents = stage.opponents(club);
  const next = runUp(stage, at, [2, 4], [55, 90]);
  const by = stage.defender(opponents);
  const { offence } = fouled(stage, by, opponents, 'penalty area');
  next();
  const award = stage.must({ type: 'penalty-awarded', club, against: by, offence });
  next();
  return award;
};

/** Play had gone on; the referee looks at it on the screen, and gives it. */
const givenByReview = (stage: Stage, club: ClubCode, at: Millis): EntryId => {
  const next = runUp(stage, at, [15, 30], [30, 50], [35, 60], [2, 4], [40, 70]);
  const against = stage.defender(stage.opponents(club));
  const offence = stage.must({ type: 'appeal', by: stage.attacker(club), for: 'penalty', against, outcome: 'play on' });
  next();
  const review = stage.must({ type: 'var-check', of: offence, category: 'penalty', for: 'foul' });
  next();
  stage.must({ type: 'var-review', of: review, kind: 'on-field' });
  next();
  stage.must({ type: 'var-decision', of: review, outcome: 'overturned', to: 'penalty', reason: 'foul' });
  next();
  const award = stage.must({ type: 'penalty-awarded', club, against, offence, review });
  next();
  return award;
};
