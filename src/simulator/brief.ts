import type { Fixture, RegulationsChoice } from '../match/fixture.ts';
import type { Score } from '../match/laws/tie.ts';
import { REGULATIONS, type Regulations, regulationsOf } from '../match/regulations/regulations.ts';
import { HALVES, MINUTE } from '../match/time.ts';
import { CannotSimulate } from './cannot-simulate.ts';
import { footballersOf, inventFixture } from './cast.ts';
import { ADDED_MAX, isExtra } from './placed.ts';
import { randomFrom, SEED_MAX } from './random.ts';
import { STAGES, type Until } from './skeleton.ts';
import { parseWish, type Wish } from './wish.ts';

export interface SimulateOptions {
  /** A whole number from 0 to 4,294,967,295. */
  readonly seed: number;
  /** A name of `REGULATIONS`, or a base and the fields that differ; the default regulations where absent. */
  readonly regulations?: RegulationsChoice;
  /** 1 unless told otherwise. */
  readonly legs?: 1 | 2;
  /** Who plays: at least eleven footballers a side. Two clubs that don't exist where absent. */
  readonly fixture?: Fixture;
  /** What the scoreboard of the last leg says at the end: extra time included, kicks from the mark not. */
  readonly score?: Score;
  /** The match goes at least so far. */
  readonly until?: Until;
  /** What it has to have, in the words of `parseWish`: `red before 30'`. */
  readonly with?: readonly string[];
}

/** The options, understood. */
export interface Brief {
  readonly seed: number;
  readonly fixture: Fixture;
  readonly rules: Regulations;
  readonly score?: Score;
  readonly until: Until;
  readonly wishes: readonly Wish[];
  /** What is demanded, as a list for people; empty where nothing is. */
  readonly summary: string;
}

/** Checks the options as far as they can be before anything is played; throws `CannotSimulate`. */
export const briefOf = (options: SimulateOptions): Brief => {
  const { seed, legs, score, until = 'full-time' } = options;
  if (!Number.isInteger(seed) || seed < 0 || seed > SEED_MAX)
    throw new CannotSimulate(`the seed ${seed} isn't a whole number from 0 to ${SEED_MAX}`);
  if (!STAGES.includes(until))
    throw new CannotSimulate(`a match goes to ${STAGES.join(', ')}, not to "${until}"`, { word: until, names: STAGES });
  const fixture = fixtureOf(options);
  const rules = regulationsOf(fixture.regulations);
  const wishes = (options.with ?? []).map(parseWish);
  if (legs !== undefined && legs !== fixture.legs.length)
    throw new CannotSimulate(`the fixture has ${fixture.legs.length === 1 ? 'one leg' : 'two legs'}, not ${legs}`);
  const asked: Brief = {
    seed,
    fixture,
    rules,
    until,
    wishes,
    ...(score === undefined ? {} : { score }),
    summary: demandOf(options),
  };
  judge(asked);
  return asked;
};

const fixtureOf = ({ seed, fixture, legs = 1, regulations }: SimulateOptions): Fixture => {
  const base = typeof regulations === 'string' ? regulations : regulations?.base;
  if (typeof base === 'string' && REGULATIONS[base] === undefined)
    throw new CannotSimulate(`no regulations are called "${base}"`, { word: base, names: Object.keys(REGULATIONS) });
  if (fixture === undefined)
    return inventFixture(randomFrom(seed), { legs, ...(regulations === undefined ? {} : { regulations }) });
  return regulations === undefined ? fixture : { ...fixture, regulations };
};

/** What can be told without a try is told for what it is. */
const judge = ({ fixture, rules, wishes, until, score }: Brief): void => {
  for (const club of new Set(fixture.legs.flatMap(({ home, away }) => [home, away])))
    if (footballersOf(fixture, club).length < 11)
      throw new CannotSimulate(`${club} have ${footballersOf(fixture, club).length} footballers; eleven begin a match`);
  if (
    score !== undefined &&
    ![score.home, score.away].every((goals) => Number.isInteger(goals) && goals >= 0 && goals <= SCORE_MAX)
  )
    throw new CannotSimulate(`a score of ${score.home}-${score.away} isn't simulated; each side has 0 to ${SCORE_MAX}`);
  if (until !== 'full-time' && rules.extraTime === 'none' && (until === 'extra-time' || rules.ifLevel !== 'shoot-out'))
    throw new CannotSimulate(`${rules.name} has no ${until === 'extra-time' ? 'extra time' : 'shoot-out'}`);
  if (until === 'shoot-out' && rules.ifLevel !== 'shoot-out')
    throw new CannotSimulate(`${rules.name} has no shoot-out`);
  for (const { text, event, leg, windows } of wishes) {
    const last = leg === undefined || leg === fixture.legs.length;
    if (leg !== undefined && leg > fixture.legs.length)
      throw new CannotSimulate(`"${text}": there ${fixture.legs.length === 1 ? 'is one leg' : 'are two legs'}`);
    if (windows.every(({ half }) => isExtra(half)) && (rules.extraTime === 'none' || !last))
      throw new CannotSimulate(
        `"${text}": ${last ? `${rules.name} has no extra time` : 'extra time belongs to the last leg'}`,
      );
    if (windows.every(({ half, from }) => from > (HALVES[half].to - HALVES[half].from) * MINUTE + ADDED_MAX))
      throw new CannotSimulate(`"${text}": no more than ${ADDED_MAX / MINUTE} minutes are added to a half`);
    if (event === 'concussion substitution' && rules.substitutions.concussion === 0)
      throw new CannotSimulate(`"${text}": ${rules.name} has no additional substitution for concussion`);
    if (event === 'substitution' && rules.substitutions.normal === 0)
      throw new CannotSimulate(`"${text}": ${rules.name} is played without substitutions`);
    if (event.startsWith('var') && !rules.var.enabled)
      throw new CannotSimulate(`"${text}": ${rules.name} is played without VAR`);
  }
};

const SCORE_MAX = 15;

const demandOf = ({ score, until, with: wishes = [] }: SimulateOptions): string =>
  [
    ...(score === undefined ? [] : [`score ${score.home}-${score.away}`]),
    ...(until === undefined || until === 'full-time' ? [] : [`until ${until}`]),
    ...[...new Set(wishes)].map((wish) => {
      const times = wishes.filter((each) => each === wish).length;
      return times === 1 ? wish : `${times} × ${wish}`;
    }),
  ].join(', ');
