import { feedTime } from '../journal/feed-time.ts';
import { FORMAT, type Recording, VERSION } from '../journal/recording.ts';
import type { Fixture, PersonId } from '../match/fixture.ts';
import type { MatchState } from '../match/state.ts';
import { MINUTE, type Millis } from '../match/time.ts';
import { type Brief, briefOf, type SimulateOptions } from './brief.ts';
import { CannotSimulate } from './cannot-simulate.ts';
import { BEFORE_KICK_OFF, playLeg } from './leg.ts';
import { met } from './met.ts';
import { goalsIn, isExtra, place } from './placed.ts';
import { planLeg } from './plan.ts';
import { type Random, randomFrom } from './random.ts';
import { drawSkeleton } from './skeleton.ts';
import { Spoilt, Stage } from './stage.ts';
import { drawOnTheBrink, suspend } from './suspensions.ts';

export type { SimulateOptions } from './brief.ts';

/**
 * A match that nobody played, by the Laws: whatever is in it was asked for first, `decide` in `simulate` accepted it,
 * and nothing else is in it. 120 to 250 entries a leg, as a feed would send them, a few seconds late; extra time and
 * kicks where the tie needs them. How often things happen is in `rates.ts`, with the sources: about 2.7 goals, 25 shots,
 * 10 corners, 22 fouls, 4 offsides, 3.5 to 4 yellow cards and 0.2 dismissals a match. Over two legs, whoever is sent off
 * in the first, or cautioned once too often in the competition, is suspended for the second.
 *
 * Pure: the same options give the same recording, byte for byte. The clubs, their people and the date are the seed's
 * alone, whatever else is asked for. Wishes are met by planning (goals, when, which incidents; then what is usual
 * around them) and looked for in the outcome; after `TRIES` plans they are given up.
 *
 * Throws `CannotSimulate`, whose message is a sentence, where an option can't be meant or the options contradict one
 * another.
 */
export const simulate = (options: SimulateOptions): Recording => {
  const asked = briefOf(options);
  let last = '';
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const played = play(asked, randomFrom(options.seed, attempt));
    if (typeof played !== 'string') return played;
    last = played;
  }
  throw new CannotSimulate(`${asked.summary} can't be had in one match${last === '' ? '' : `: ${last}`}`);
};

export const TRIES = 60;

/** One try: the recording, or why it came to nothing. */
const play = (asked: Brief, random: Random): Recording | string => {
  const { fixture, rules, wishes, until, score } = asked;
  const placed = place(wishes, random, { fixture, rules, until });
  if (placed === undefined) return 'nothing is played then';
  const extraTimeWished = placed.some(({ half }) => isExtra(half));
  const skeleton = drawSkeleton(random, fixture, rules, {
    until: extraTimeWished && until === 'full-time' ? 'extra-time' : until,
    atLeast: goalsIn(placed, fixture.legs.length),
    ...(score === undefined ? {} : { score }),
  });
  if (skeleton === undefined) return 'no score leads there';
  const startedAt = isDated(fixture) ? feedTime(fixture.legs[0]?.kickOff ?? '', -BEFORE_KICK_OFF) : UNDATED;
  const stage = new Stage(fixture, random);
  try {
    let banned: readonly PersonId[] = [];
    for (const [index, goals] of skeleton.legs.entries()) {
      const another = index + 1 < skeleton.legs.length;
      const brink = another ? drawOnTheBrink(fixture, random) : NOBODY;
      const wished = placed.filter(({ leg }) => leg === index + 1);
      const plan = planLeg(random, rules, { goals, wished });
      playLeg(stage, plan, { number: index + 1, begins: beginningOf(fixture, index), banned, brink });
      if (another) banned = suspend(stage, brink);
    }
  } catch (problem) {
    if (problem instanceof Spoilt) return problem.message;
    throw problem;
  }
  const recording = recorded(asked, startedAt, stage);
  return met(recording, wishes) && isDemanded(stage.state, asked)
    ? recording
    : "the time doesn't suffice for all of it";
};

const recorded = ({ seed, fixture, summary }: Brief, startedAt: string, { entries }: Stage): Recording => ({
  header: {
    format: FORMAT,
    version: VERSION,
    startedAt,
    id: `simulated-${seed}`,
    title: titleOf(fixture, seed),
    why: `Nobody played this match: it was simulated from seed ${seed}${summary === '' ? '' : `, with ${summary}`}.`,
    fixture,
  },
  entries,
});

const titleOf = ({ title, clubs, legs }: Fixture, seed: number): string => {
  const name = (club: string | undefined) => clubs[club ?? '']?.name ?? club ?? '';
  return title ?? `${name(legs.at(-1)?.home)} v ${name(legs.at(-1)?.away)} (seed ${seed})`;
};

const NOBODY: ReadonlySet<PersonId> = new Set();

const isDemanded = ({ tally, clock, shootout }: MatchState, { score, until }: Brief): boolean => {
  const reached = {
    'full-time': true,
    'extra-time': clock.watch.period.startsWith('ET') || shootout !== undefined,
    'shoot-out': shootout !== undefined,
  };
  return reached[until] && (score === undefined || (tally.home === score.home && tally.away === score.away));
};

/** A kick-off without its zone could be any moment. */
const isDated = ({ legs }: Fixture): boolean =>
  legs.every(({ kickOff = '' }) => /(Z|[+-]\d{2}:?\d{2})$/i.test(kickOff));

const UNDATED = '2026-02-25T19:50:00+01:00';
const WEEK: Millis = 7 * 24 * 60 * MINUTE;

const beginningOf = (fixture: Fixture, index: number): Millis => {
  const [first, kickOff] = [fixture.legs[0]?.kickOff, fixture.legs[index]?.kickOff];
  if (first === undefined || kickOff === undefined || !isDated(fixture)) return index * WEEK;
  return Date.parse(kickOff) - Date.parse(first);
};
