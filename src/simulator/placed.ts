import type { Fixture, Side } from '../match/fixture.ts';
import type { Regulations } from '../match/regulations/regulations.ts';
import { HALVES, type Half, MINUTE, type Millis } from '../match/time.ts';
import { type Incident, opposite } from './incident.ts';
import type { Random } from './random.ts';
import { RATES } from './rates.ts';
import type { LegGoals, Until } from './skeleton.ts';
import type { Window, Wish } from './wish.ts';

/** A wish as something that is to happen: in a leg, in a half of it. */
export interface Placed {
  readonly leg: number;
  readonly half: Half;
  readonly incident: Incident;
  /** The side that it's a goal for. */
  readonly goalFor?: Side;
}

/** The longest time that may be added to a half for a wish. */
export const ADDED_MAX: Millis = 20 * MINUTE;

/** Puts each wish somewhere into its windows; `undefined` where there is none that is played. */
export const place = (
  wishes: readonly Wish[],
  random: Random,
  { fixture, rules, until }: { readonly fixture: Fixture; readonly rules: Regulations; readonly until: Until },
): Placed[] | undefined => {
  const placed: Placed[] = [];
  for (const [index, wish] of wishes.entries()) {
    const leg = wish.leg ?? fixture.legs.length;
    const extraTime = leg === fixture.legs.length && rules.extraTime !== 'none';
    const windows = wish.windows.filter(({ half }) => extraTime || !isExtra(half)).map(withEnd);
    const window = oneOf(windows, until, random);
    if (window === undefined) return undefined;
    const drawn = random.int(window.from, window.to);
    // A second yellow card needs some time after the first.
    const at = wish.event === 'second-yellow' ? Math.max(drawn, random.int(window.from, window.to)) : drawn;
    placed.push(...happening(wish, { leg, half: window.half, at }, `wish${index + 1}`, random));
  }
  return placed;
};

/** An open window ends with what time is usually added. */
const withEnd = ({ half, from, to }: Window): Window => {
  const whole = (HALVES[half].to - HALVES[half].from) * MINUTE;
  const usual = whole + (half === '2H' ? 3.5 : 1) * MINUTE;
  return {
    half,
    from: Math.max(from, FIRST_MS),
    to: Math.min(to, from > usual ? from + MINUTE : usual, whole + ADDED_MAX),
  };
};

/** The ball has to be kicked off first. */
const FIRST_MS = 4000;

/** Longer windows more often; extra time where nothing else is asked for, or it's played anyway. */
const oneOf = (windows: readonly Window[], until: Until, random: Random): Window | undefined => {
  const open = windows.filter(({ from, to }) => to >= from);
  const normal = open.filter(({ half }) => !isExtra(half));
  const usable = normal.length === 0 || (until !== 'full-time' && random.chance(0.2)) ? open : normal;
  return usable.length === 0
    ? undefined
    : random.weighted(usable.map((window) => [window, window.to - window.from + 1] as const));
};

export const isExtra = (half: Half): boolean => half === 'ET1' || half === 'ET2';

interface Moment {
  readonly leg: number;
  readonly half: Half;
  readonly at: Millis;
}

const happening = (
  { event, side: wished }: Wish,
  { leg, half, at }: Moment,
  pair: string,
  random: Random,
): Placed[] => {
  const side = wished ?? (random.chance(RATES.homeShare) ? 'home' : 'away');
  const kept = { at, side, kept: true } as const;
  const one = (incident: Incident, goalFor?: Side): Placed[] => [
    { leg, half, incident, ...(goalFor === undefined ? {} : { goalFor }) },
  ];
  switch (event) {
    case 'goal':
      return one({ ...kept, kind: 'goal' }, side);
    case 'own-goal':
      return one({ ...kept, kind: 'own-goal' }, opposite(side));
    case 'penalty':
      return random.chance(0.5)
        ? one({ ...kept, kind: 'penalty', scored: false, reviewed: false })
        : one({ ...kept, kind: 'penalty', scored: true, reviewed: false }, side);
    case 'penalty scored':
      return one({ ...kept, kind: 'penalty', scored: true, reviewed: false }, side);
    case 'penalty missed':
      return one({ ...kept, kind: 'penalty', scored: false, reviewed: false });
    case 'retake':
      return random.chance(0.5)
        ? one({ ...kept, kind: 'penalty', scored: false, reviewed: false, retaken: true })
        : one({ ...kept, kind: 'penalty', scored: true, reviewed: false, retaken: true }, side);
    case 'yellow':
      return one({ ...kept, kind: 'caution' });
    case 'second-yellow': {
      const { first, second } = cautions(half, at, random);
      return [
        { leg, half: first.half, incident: { at: first.at, side, kept: true, kind: 'caution', pair } },
        { leg, half, incident: { at: second, side, kept: true, kind: 'second-yellow', pair } },
      ];
    }
    case 'red':
      return one({ ...kept, kind: 'red', reviewed: false });
    case 'goalkeeper red':
      return one({ ...kept, kind: 'red', reviewed: false, goalkeeper: true });
    case 'var overturned':
      return one({ ...kept, kind: random.chance(0.7) ? 'disallowed' : 'withdrawn-penalty' });
    case 'var upheld':
      return one({ ...kept, kind: 'upheld' });
    case 'substitution':
      return one({ ...kept, kind: 'substitution', changes: 1 });
    case 'injury':
      return one({ ...kept, kind: 'injury', change: false });
    case 'concussion substitution':
      return one({ ...kept, kind: 'concussion' });
    case 'temporarily off':
      return one({ ...kept, kind: 'injury', change: false, aside: true });
  }
};

/** The first one some minutes earlier, in the half before where there aren't any. */
export const cautions = (
  half: Half,
  at: Millis,
  random: Random,
): { readonly first: { readonly half: Half; readonly at: Millis }; readonly second: Millis } => {
  const before = ({ '1H': undefined, '2H': '1H', ET1: '2H', ET2: 'ET1' } as const)[half];
  if (before !== undefined && at < 6 * MINUTE) {
    const whole = (HALVES[before].to - HALVES[before].from) * MINUTE;
    return { first: { half: before, at: random.int(whole / 3, whole - 2 * MINUTE) }, second: at };
  }
  const latest = Math.max(10_000, at - 75_000);
  return { first: { half, at: random.int(Math.max(8000, latest - 30 * MINUTE), latest) }, second: at };
};

/** The goals that the wishes bring with them, leg by leg. */
export const goalsIn = (placed: readonly Placed[], legs: number): LegGoals[] =>
  Array.from({ length: legs }, (_, index) => {
    const count = (side: Side, extra: boolean) =>
      placed.filter(({ leg, half, goalFor }) => leg === index + 1 && goalFor === side && isExtra(half) === extra)
        .length;
    return {
      normal: { home: count('home', false), away: count('away', false) },
      extra: { home: count('home', true), away: count('away', true) },
    };
  });
