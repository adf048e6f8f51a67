import * as fc from 'fast-check';
import type { Fixture, RegulationsChoice } from '../../../src/match/fixture.ts';
import { scenarioInCode } from '../../../src/scenario/in-code.ts';

/**
 * What a generated match is made of: small choices, period by period, that `playOut` turns into commands. Nothing in a
 * choice is a name or a time, so that any list of choices makes a lawful match, and a shorter list a smaller one.
 */
export interface Plan {
  readonly setting: Setting;
  readonly legs: readonly LegPlan[];
}

export interface Setting {
  readonly legs: 1 | 2;
  readonly regulations?: RegulationsChoice;
}

export type LegPlan = Readonly<Record<Phase, readonly Choice[]>>;

export const PHASES = ['pre', '1H', 'HT', '2H', 'ENT', 'ET1', 'ETHT', 'ET2', 'EET', 'PEN', 'FT'] as const;
export type Phase = (typeof PHASES)[number];

/** Something that may happen, with numbers that choose among whoever and whatever there is at that moment. */
export interface Choice {
  readonly what: What;
  readonly home: boolean;
  readonly one: number;
  readonly other: number;
  readonly twist: number;
  /** Seconds since the last thing. */
  readonly after: number;
}

/** What may happen while the ball is in play. */
export const PLAY = [
  'goal',
  'goal',
  'shot',
  'corner',
  'foul',
  'offside',
  'touch',
  'caution',
  'red',
  'second-yellow',
  'card-undone',
  'card-at-the-line',
  'change',
  'change',
  'penalty',
  'missed-penalty',
  'penalty-at-the-monitor',
  'goal-at-the-monitor',
  'card-at-the-monitor',
  'off',
  'back',
  'left',
  'keeper',
  'captain',
  'suspended',
  'added-time',
  'report',
  'no-video',
] as const;
const INTERVAL = ['change', 'caution', 'card-at-the-line', 'red', 'report', 'back'] as const;
const KICKS = ['kick', 'kick', 'kick', 'kick', 'kick', 'retaken-kick', 'caution', 'keeper-change', 'off'] as const;
const AFTERWARDS = ['caution', 'red', 'ruling', 'ruling', 'report', 'reopened'] as const;
export type What =
  | (typeof PLAY)[number]
  | (typeof INTERVAL)[number]
  | (typeof KICKS)[number]
  | (typeof AFTERWARDS)[number];

/** The fixture that a scenario file has of itself, so that what fails is written in a few lines. */
export const fixtureOf = (setting: Setting): Fixture => {
  const key = JSON.stringify(setting);
  const known = FIXTURES.get(key) ?? compiled(setting);
  FIXTURES.set(key, known);
  return known;
};

const FIXTURES = new Map<string, Fixture>();

const compiled = ({ legs, regulations }: Setting): Fixture =>
  scenarioInCode(
    { fixture: { legs }, ...(regulations === undefined ? {} : { regulations: regulations as string }) },
    [],
  ).recording.header.fixture;

export const AWAY_GOALS = 'uefa-champions-league-2020-21';
export const UEFA: Setting = { legs: 1 };
export const STRAIGHT_TO_KICKS: Setting = { legs: 1, regulations: { extraTime: 'none' } };

/** A tie, and single matches under every kind of regulations that there is. */
export const SETTINGS: readonly Setting[] = [
  UEFA,
  { legs: 2 },
  { legs: 2, regulations: AWAY_GOALS },
  { legs: 1, regulations: 'uefa-champions-league-2026-27' },
  { legs: 1, regulations: 'domestic-league' },
  STRAIGHT_TO_KICKS,
  { legs: 1, regulations: { extraTime: 'golden' } },
  { legs: 1, regulations: { extraTime: 'silver' } },
  { legs: 1, regulations: { substitutions: { concussion: 1 } } },
  { legs: 1, regulations: { extraTime: 'none', shootOut: { order: 'ABBA', carryCautions: true } } },
];

export interface Wanted {
  /** One of these; any where absent. */
  readonly settings?: readonly Setting[];
  /** Only these happen in play (repeat one to have more of it). */
  readonly play?: readonly (typeof PLAY)[number][];
  /** At most as many in a half. */
  readonly most?: number;
}

export const anyPlan = ({ settings = SETTINGS, play = PLAY, most = 12 }: Wanted = {}): fc.Arbitrary<Plan> =>
  fc.constantFrom(...settings).chain((setting) =>
    fc.record({
      setting: fc.constant(setting),
      legs: fc.array(anyLeg(play, most), { minLength: setting.legs, maxLength: setting.legs }),
    }),
  );

const anyLeg = (play: readonly What[], most: number): fc.Arbitrary<LegPlan> =>
  fc.record({
    pre: choices(['caution', 'captain', 'report', 'change'], 1),
    '1H': choices(play, most),
    HT: choices(INTERVAL, 2),
    '2H': choices(play, most),
    ENT: choices(INTERVAL, 1),
    ET1: choices(play, Math.ceil(most / 3)),
    ETHT: choices(INTERVAL, 1),
    ET2: choices(play, Math.ceil(most / 3)),
    EET: choices(INTERVAL, 1),
    PEN: choices(KICKS, 26),
    FT: choices(AFTERWARDS, 3),
  });

const choices = (of: readonly What[], most: number): fc.Arbitrary<Choice[]> =>
  fc.array(
    fc.record({
      what: fc.constantFrom(...of),
      home: fc.boolean(),
      one: fc.nat(30),
      other: fc.nat(30),
      twist: fc.nat(11),
      after: fc.constantFrom(20, 1, 70, 240, 420),
    }),
    { maxLength: most },
  );
