import type { RegulationsChoice } from '../../match/fixture.ts';

/**
 * The regulations that a match was played under, by the title of its file: how many could be changed, how a level match
 * went on, and whether there was a video assistant. A group's draw stands.
 */
export const regulationsFor = (title: string | undefined, isGroup: boolean): RegulationsChoice => {
  const words = title ?? '';
  const year = Number(/\b(\d{4})\b/.exec(words)?.[1] ?? LATEST);
  const group = isGroup ? { extraTime: 'none', ifLevel: 'draw' } : {};
  if (/world cup/i.test(words)) return { ...worldCup(year), ...group };
  if (/euro\b|european championship/i.test(words)) return { ...championship(year), ...group };
  if (/copa am[eé]rica|nations|confederations|asian cup|africa/i.test(words))
    return { base: 'fifa-world-cup', ...group };
  if (/champions league|europa|conference/i.test(words)) return { base: 'uefa-champions-league-2025-26', ...group };
  return /\b(?:cup|pokal|copa|coupe|coppa)\b/i.test(words) ? { base: 'domestic-cup', ...group } : 'domestic-league';
};

/** What names no year is taken for one of today. */
const LATEST = 9999;

/** The golden goal came for 1998, with a third change, and went after 2002; the video came in 2018. */
const worldCup = (year: number): { readonly base: string } => {
  if (year >= 2022) return { base: 'fifa-world-cup' };
  if (year >= 2018) return { base: 'fifa-world-cup-2018' };
  if (year >= 2004) return { base: 'fifa-world-cup-1998', ...FULL };
  return year >= 1998 ? { base: 'fifa-world-cup-1998' } : { base: 'fifa-world-cup-1998', ...FULL, ...TWO_CHANGES };
};

const championship = (year: number): { readonly base: string } => {
  if (year >= 2020) return { base: 'uefa-euro' };
  if (year >= 2005) return { base: 'uefa-euro-2004', ...FULL };
  if (year >= 2004) return { base: 'uefa-euro-2004' };
  return year >= 1996 ? { base: 'uefa-euro-1996' } : { base: 'uefa-euro-1996', ...FULL, ...TWO_CHANGES };
};

const FULL = { extraTime: 'full' };
/** Of five on the bench. */
const TWO_CHANGES = {
  substitutions: { normal: 2, extraTime: 0, extraTimeWindows: 0, concussion: 0 },
  bench: 5,
};
