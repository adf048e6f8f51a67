import type { Side } from '../match/fixture.ts';
import type { Regulations } from '../match/regulations/regulations.ts';
import { type Half, MINUTE, type Millis } from '../match/time.ts';
import { HALF_NAMES, type Length, lengthOf, risingTime } from './half-length.ts';
import { type HalfPlan, type Incident, type InHalf, leadOf, opposite } from './incident.ts';
import type { Placed } from './placed.ts';
import type { Random } from './random.ts';
import { RATES } from './rates.ts';
import { routine } from './routine.ts';
import { howGiven, sensations } from './sensations.ts';
import type { LegGoals } from './skeleton.ts';

export type LegPlan = Readonly<Record<Half, HalfPlan>>;

/** What is to happen in a leg: the goals and the wishes, then what is usual around them. */
export const planLeg = (
  random: Random,
  rules: Regulations,
  { goals, wished }: { readonly goals: LegGoals; readonly wished: readonly Placed[] },
): LegPlan => {
  const planned = new Map<Half, Incident[]>(HALF_NAMES.map((half) => [half, []]));
  const add = (half: Half, incident: Incident) => planned.get(half)?.push(incident);
  for (const { half, incident } of wished) add(half, incident);
  const lengths = Object.fromEntries(
    HALF_NAMES.map((half) => [half, lengthOf(half, planned.get(half) ?? [], random)]),
  ) as Record<Half, Length>;
  for (const { half, incident } of [
    ...goalsOf(goals, wished, rules, lengths, random),
    ...sensations(rules, lengths, random),
    ...changes(rules, wished, random),
  ])
    add(half, incident);
  for (const half of HALF_NAMES)
    for (const incident of routine(half, lengths[half], rules, random)) add(half, incident);
  return Object.fromEntries(
    HALF_NAMES.map((half): [Half, HalfPlan] => {
      const { whole, added, whistle } = lengths[half];
      add(half, { kind: 'added-time', minutes: added, at: whole + random.int(0, 15) * 1000, side: 'home', kept: true });
      const incidents = (planned.get(half) ?? []).sort((a, b) => a.at - leadOf(a) - (b.at - leadOf(b)));
      return [half, { half, incidents, whistle }];
    }),
  ) as LegPlan;
};

/** Those of the skeleton that no wish has brought, and the ones that a penalty or a footballer of the others scores. */
const goalsOf = (
  { normal, extra }: LegGoals,
  wished: readonly Placed[],
  rules: Regulations,
  lengths: Readonly<Record<Half, Length>>,
  random: Random,
): InHalf[] => {
  const planned: InHalf[] = [];
  for (const side of ['home', 'away'] as const) {
    const had = (halves: readonly Half[]) =>
      wished.filter(({ half, goalFor }) => goalFor === side && halves.includes(half)).length;
    for (let left = normal[side] - had(['1H', '2H']); left > 0; left -= 1)
      planned.push(goalIn(random.chance(RATES.secondHalf) ? '2H' : '1H', side, rules, lengths, random));
    for (let left = extra[side] - had(['ET1', 'ET2']); left > 0; left -= 1)
      // A silver goal has to come in the first half: a lead then is the end.
      planned.push(
        goalIn(rules.extraTime !== 'silver' && random.chance(0.5) ? 'ET2' : 'ET1', side, rules, lengths, random),
      );
  }
  return planned;
};

const goalIn = (
  half: Half,
  side: Side,
  rules: Regulations,
  lengths: Readonly<Record<Half, Length>>,
  random: Random,
): InHalf => {
  const at = risingTime(lengths[half].whistle - 20_000, random);
  const kind = random.weighted([
    ['penalty', RATES.penaltyGoals],
    ['own-goal', RATES.ownGoals],
    ['goal', 1 - RATES.penaltyGoals - RATES.ownGoals],
  ] as const);
  const planned = { at, side, kept: true } as const;
  if (kind === 'penalty') return { half, incident: { ...planned, kind, scored: true, ...howGiven(rules, random) } };
  return { half, incident: { ...planned, kind, side: kind === 'own-goal' ? opposite(side) : side } };
};

/** Who is replaced is decided when it's time; how often and when is the coach's plan. */
const changes = ({ substitutions }: Regulations, wished: readonly Placed[], random: Random): InHalf[] =>
  (['home', 'away'] as const).flatMap((side) => {
    const asked = wished.filter(({ incident }) => incident.kind === 'substitution' && incident.side === side).length;
    const { normal, extraTime } = substitutions;
    let left = Math.max(
      0,
      normal -
        asked -
        random.weighted([
          [0, 0.55],
          [1, 0.33],
          [2, 0.12],
        ] as const),
    );
    const stoppages = Math.min((substitutions.windows ?? 3) - asked, 3);
    const planned: InHalf[] = [];
    const change = (half: Half, at: Millis, most: number) => {
      const changes = Math.min(left, most);
      left -= changes;
      if (changes > 0) planned.push({ half, incident: { kind: 'substitution', at, side, changes } });
    };
    if (random.chance(RATES.earlyChanges))
      planned.push({ half: '1H', incident: { kind: 'injury', change: true, at: random.int(5, 43) * MINUTE, side } });
    const windows = [random.int(9, 22), random.int(22, 34), random.int(34, 43)].slice(-Math.max(0, stoppages));
    for (const [index, minute] of windows.entries()) {
      const later = windows.length - 1 - index;
      change(
        '2H',
        minute * MINUTE + random.int(0, 59) * 1000,
        later === 0 ? left : Math.max(1, Math.ceil(left / (later + 1)) - random.int(0, 1)),
      );
    }
    left = extraTime;
    change(random.chance(0.6) ? 'ET1' : 'ET2', random.int(2, 12) * MINUTE, 1);
    return planned;
  });
