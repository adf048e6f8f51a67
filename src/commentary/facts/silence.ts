import type { MatchEvent } from '../../match/event.ts';
import type { MatchState } from '../../match/state.ts';
import { HALVES, isHalf, type MatchTime, MINUTE } from '../../match/time.ts';
import type { SilenceFact } from '../fact.ts';
import { needNow, nowOf } from '../now.ts';
import { given } from './scene.ts';

/** After this long without a line, an entry that tells nothing may carry one about how it stands. */
export const SILENCE_MS = 8 * MINUTE;

export const silenceFact = (
  { at }: MatchEvent,
  match: MatchState,
  last: MatchTime | undefined,
): SilenceFact | undefined => {
  const { clock } = match;
  if (!isHalf(at.period) || clock.base !== at.period || clock.status !== undefined || last === undefined)
    return undefined;
  if (last.leg !== at.leg || last.period !== at.period || at.elapsed - last.elapsed < SILENCE_MS) return undefined;
  const { from, to } = HALVES[at.period];
  const minute = from + Math.floor(at.elapsed / MINUTE);
  const asItStands = at.period === '2H' || at.period === 'ET2' ? needNow(match) : undefined;
  return {
    type: 'silence',
    half: at.period,
    minute,
    left: Math.max(0, to - minute),
    now: nowOf(match),
    ...given({ asItStands, unequal: unequalNumbers(match) }),
  };
};

const unequalNumbers = (match: MatchState): SilenceFact['unequal'] => {
  const { home, away } = match.sides;
  const numbers = (club: string) => {
    const count = match.teams[club]?.count ?? 11;
    return { club, count, before: count };
  };
  const [a, b] = [numbers(home), numbers(away)];
  if (a.count === b.count) return undefined;
  return a.count > b.count ? { more: a, fewer: b } : { more: b, fewer: a };
};
