import type { ClubCode } from '../../match/fixture.ts';
import type { Millis } from '../../match/time.ts';
import type { Stage } from '../stage.ts';
import { scored } from './goals.ts';
import { droppedBall, fouled, freeKick } from './open-play.ts';
import { runUp } from './run-up.ts';

/** A goal that a review takes back, at that moment. */
export const disallowed = (stage: Stage, club: ClubCode, at: Millis): void => {
  const reason = stage.random.weighted([
    ['offside', 0.65],
    ['foul', 0.2],
    ['handball', 0.15],
  ] as const);
  const next = runUp(stage, at, [18, 32], [10, 25], [20, 45]);
  const of = scored(stage, club, 'open-play');
  next();
  const review = stage.must({ type: 'var-check', of, category: 'goal', for: reason });
  next();
  // Where somebody stood is a matter of fact; a foul the referee looks at himself.
  if (reason !== 'offside') stage.must({ type: 'var-review', of: review, kind: 'on-field' });
  next();
  stage.must({ type: 'var-decision', of: review, outcome: 'overturned', reason });
  stage.wait(15_000, 30_000);
  freeKick(stage, stage.opponents(club));
};

/** A penalty given to a side, and taken back at that moment. */
export const withdrawnPenalty = (stage: Stage, club: ClubCode, at: Millis): void => {
  const opponents = stage.opponents(club);
  const next = runUp(stage, at, [2, 4], [15, 30], [30, 50], [30, 60]);
  const against = stage.defender(opponents);
  const { offence } = fouled(stage, against, opponents, 'penalty area');
  next();
  const of = stage.must({ type: 'penalty-awarded', club, against, offence });
  next();
  const review = stage.must({ type: 'var-check', of, category: 'penalty', for: 'foul' });
  next();
  stage.must({ type: 'var-review', of: review, kind: 'on-field' });
  next();
  stage.must({ type: 'var-decision', of: review, outcome: 'overturned', reason: 'no foul' });
  stage.wait(10_000, 25_000);
  droppedBall(stage, opponents);
};

/** A side appeals in vain, and the screen shows the referee that he was right. */
export const upheld = (stage: Stage, club: ClubCode, at: Millis): void => {
  const opponents = stage.opponents(club);
  const next = runUp(stage, at, [15, 30], [30, 50], [30, 60]);
  const of = stage.must({
    type: 'appeal',
    by: stage.attacker(club),
    for: 'penalty',
    against: stage.defender(opponents),
    outcome: 'play on',
  });
  next();
  const review = stage.must({ type: 'var-check', of, category: 'penalty', for: 'handball' });
  next();
  stage.must({ type: 'var-review', of: review, kind: 'on-field' });
  next();
  stage.must({ type: 'var-decision', of: review, outcome: 'upheld' });
  stage.wait(10_000, 25_000);
  droppedBall(stage, opponents);
};
