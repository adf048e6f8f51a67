import type { EntryId } from '../../journal/entry.ts';
import type { ClubCode, PersonId } from '../../match/fixture.ts';
import { SECOND, type Stage } from '../stage.ts';

/** A shot that isn't a goal, and what comes of it. */
export const shot = (stage: Stage, club: ClubCode): void => {
  const { random } = stage;
  const opponents = stage.opponents(club);
  const by = stage.attacker(club);
  const outcome = random.weighted([
    ['off-target', 0.41],
    ['blocked', 0.3],
    ['saved', 0.27],
    ['woodwork', 0.02],
  ] as const);
  const keeper = outcome === 'saved' ? stage.keeper(opponents) : undefined;
  stage.ask({
    type: 'shot',
    by,
    ...(random.chance(0.6) ? { assist: stage.attacker(club, [by]) } : {}),
    ...attempt(stage, 0.02, 0.24),
    outcome,
    ...(keeper === undefined ? {} : { keeper }),
    ...(outcome === 'blocked' ? { blockedBy: stage.defender(opponents) } : {}),
  });
  stage.wait(3 * SECOND, 7 * SECOND);
  if (random.chance(CORNER_AFTER[outcome])) corner(stage, club);
  else if (outcome === 'off-target' && random.chance(0.8)) goalKick(stage, opponents);
};

const CORNER_AFTER = { saved: 0.25, blocked: 0.32, 'off-target': 0, woodwork: 0.05 } as const;

/** How a ball was struck, and what it was worth. */
export const attempt = (stage: Stage, least: number, most: number) => ({
  bodyPart: stage.random.weighted([
    ['right-foot', 0.52],
    ['left-foot', 0.3],
    ['head', 0.18],
  ] as const),
  place: stage.random.weighted([
    ['penalty area', 0.55],
    ['outside the area', 0.33],
    ['six-yard box', 0.12],
  ] as const),
  // Most are worth little.
  xg: Math.round((least + (most - least) * stage.random.float() ** 2) * 100) / 100,
});

/** The award, and the time until the ball has come in. */
export const corner = (stage: Stage, club: ClubCode): void => {
  stage.ask({ type: 'corner', club });
  stage.wait(22 * SECOND, 34 * SECOND);
};

const goalKick = (stage: Stage, club: ClubCode): void => {
  stage.wait(8 * SECOND, 16 * SECOND);
  const by = stage.keeper(club);
  stage.ask({ type: 'goal-kick', club, ...(by === undefined ? {} : { by }) });
  stage.wait(3 * SECOND);
};

/** An offence without a card. */
export const foul = (stage: Stage, club: ClubCode): void => {
  const handled = stage.random.chance(0.06);
  const by = stage.defender(club);
  const offence = handled ? stage.ask({ type: 'handball', by }) : fouled(stage, by, club).offence;
  stage.wait(9 * SECOND, 20 * SECOND);
  freeKick(stage, stage.opponents(club), offence);
};

/** Who fouled whom, and the entry that says so. */
export const fouled = (
  stage: Stage,
  by: PersonId,
  club: ClubCode,
  place?: string,
): { readonly offence: EntryId; readonly against: PersonId } => {
  const against = stage.attacker(stage.opponents(club));
  const reason = stage.random.pick(['trip', 'late tackle', 'holding', 'push', 'charge', 'aerial challenge']);
  const where = place ?? stage.random.pick(PLACES);
  return { offence: stage.must({ type: 'foul', by, against, reason, place: where }), against };
};

const PLACES = ['midfield', 'final third', 'left channel', 'right channel', 'centre circle', 'penalty arc'] as const;

export const freeKick = (stage: Stage, club: ClubCode, offence?: EntryId): void => {
  stage.ask({
    type: 'free-kick',
    club,
    by: stage.attacker(club),
    ...(offence === undefined ? {} : { direct: true, offence }),
  });
  stage.wait(4 * SECOND, 8 * SECOND);
};

export const offside = (stage: Stage, club: ClubCode): void => {
  stage.ask({ type: 'offside', by: stage.attacker(club) });
  stage.wait(10 * SECOND, 20 * SECOND);
  const opponents = stage.opponents(club);
  stage.ask({ type: 'free-kick', club: opponents, by: stage.defender(opponents), direct: false });
  stage.wait(4 * SECOND);
};

export const throwIn = (stage: Stage, club: ClubCode): void => {
  stage.ask({ type: 'throw-in', club, by: stage.defender(club) });
  stage.wait(4 * SECOND);
};

/** Play goes on from where it was stopped for no offence (Law 8.2). */
export const droppedBall = (stage: Stage, club: ClubCode): void => {
  stage.ask({ type: 'dropped-ball', club });
  stage.wait(4 * SECOND, 8 * SECOND);
};
