import type { Side } from '../match/fixture.ts';
import type { Regulations } from '../match/regulations/regulations.ts';
import { type Half, MINUTE, type Millis } from '../match/time.ts';
import { HALF_NAMES, type Length, risingTime, shareOf } from './half-length.ts';
import type { Incident, InHalf } from './incident.ts';
import { cautions, isExtra } from './placed.ts';
import type { Random } from './random.ts';
import { RATES } from './rates.ts';

/** What people talk about afterwards: dismissals, penalties that didn't go in, reviews. */
export const sensations = (rules: Regulations, lengths: Readonly<Record<Half, Length>>, random: Random): InHalf[] => {
  const planned: InHalf[] = [];
  const each = (mean: number, make: (half: Half, at: Millis, side: Side) => InHalf[]) => {
    for (const half of HALF_NAMES) {
      const often = mean * shareOf(half, half === '1H' ? 0.42 : 0.58);
      for (let left = random.poisson(often); left > 0; left -= 1)
        planned.push(
          ...make(half, risingTime(lengths[half].whistle - 60_000, random), random.chance(0.5) ? 'home' : 'away'),
        );
    }
  };
  const one = (half: Half, incident: Incident): InHalf[] => [{ half, incident }];
  each(RATES.missedPenalties, (half, at, side) =>
    one(half, { at, side, kept: true, kind: 'penalty', scored: false, ...howGiven(rules, random) }),
  );
  each(RATES.straightReds, (half, at, side) =>
    one(half, {
      at,
      side,
      kept: true,
      kind: 'red',
      reviewed: rules.var.enabled && random.chance(RATES.redsByReview),
      goalkeeper: random.chance(RATES.goalkeeperReds),
    }),
  );
  each(RATES.concussions, (half, at, side) => one(half, { at, side, kind: 'concussion' }));
  let pairs = 0;
  each(RATES.secondYellows, (half, at, side) => {
    pairs += 1;
    const pair = `pair${pairs}`;
    const { first, second } = cautions(half, Math.max(at, 5 * MINUTE), random);
    return [
      { half: first.half, incident: { at: first.at, side, kept: true, kind: 'caution', pair } },
      { half, incident: { at: second, side, kept: true, kind: 'second-yellow', pair } },
    ];
  });
  if (!rules.var.enabled) return planned;
  const golden = rules.extraTime === 'golden';
  each(RATES.disallowed, (half, at, side) =>
    golden && isExtra(half) ? [] : one(half, { at, side, kept: true, kind: 'disallowed' }),
  );
  each(RATES.withdrawnPenalties, (half, at, side) => one(half, { at, side, kept: true, kind: 'withdrawn-penalty' }));
  each(RATES.upheld, (half, at, side) => one(half, { at, side, kept: true, kind: 'upheld' }));
  return planned;
};

/** Whether the referee needs the screen to give a penalty, and whether it's taken twice. */
export const howGiven = (
  { var: { enabled } }: Regulations,
  random: Random,
): { readonly reviewed: boolean; readonly retaken: boolean } => ({
  reviewed: random.chance(RATES.penaltiesByReview) && enabled,
  retaken: random.chance(RATES.retakenPenalties),
});
