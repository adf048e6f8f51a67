import type { RegulationsChoice } from '../match/fixture.ts';
import type { Told } from './telling.ts';

/**
 * The regulations that a match was played under, as far as a feed without them shows: who played extra time had to, and
 * a match that ended level after ninety minutes could. As many may sit on the bench as did.
 */
export const likelyRules = (told: readonly Told[]): RegulationsChoice => {
  const periods = new Set(told.map(({ event }) => event.at.period));
  const bench = { bench: Math.max(12, longestBench(told)) };
  const awaitsMore = told.some(({ event: { type, at } }) => type === 'period-end' && at.period === '2H');
  if (periods.has('ET1') || periods.has('ET2') || (awaitsMore && !periods.has('PEN')))
    return { base: 'uefa-champions-league-2025-26', ...bench };
  return { base: 'domestic-league', ...bench, ...(periods.has('PEN') ? { ifLevel: 'shoot-out' } : {}) };
};

const longestBench = (told: readonly Told[]): number =>
  Math.max(
    0,
    ...told.flatMap(({ event }) =>
      event.type === 'line-ups' ? Object.values(event.teams).map(({ bench }) => bench?.length ?? 0) : [],
    ),
  );
