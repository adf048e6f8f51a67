import { distance } from 'fastest-levenshtein';

/** `; did you mean "goal"?`, or what there is to choose from, or nothing. */
export const instead = (word: string, names: readonly string[], choices = 'one of'): string => {
  const near = nearest(word, names);
  if (near !== undefined) return `; did you mean ${quote(near)}?`;
  return names.length === 0 ? '' : `; ${choices}: ${listed(names)}`;
};

const NAMES_SEARCHED = 2_000;
const WORD_LENGTH_MAX = 80;

/** The name that a few slips of the pen would turn into this word; fewer in a short one. */
export const nearest = (word: string, names: readonly string[], slipsMax = slipsIn(word)): string | undefined => {
  if (word.length > WORD_LENGTH_MAX) return undefined;
  let best: { name: string; slips: number } | undefined;
  for (const name of names.slice(-NAMES_SEARCHED)) {
    if (Math.abs(name.length - word.length) > slipsMax) continue;
    const slips = slipsBetween(word.toLowerCase(), name.toLowerCase());
    if (slips <= slipsMax && (best === undefined || slips < best.slips)) best = { name, slips };
  }
  return best?.name;
};

const slipsIn = (word: string): number => (word.length < 5 ? 1 : word.length < 8 ? 2 : 3);

/** Two letters swapped are one slip: "gaol" for "goal". */
const slipsBetween = (a: string, b: string): number => {
  const at = [...a].findIndex((letter, index) => letter !== b[index]);
  const swapped = a.slice(0, at) + (a[at + 1] ?? '') + (a[at] ?? '') + a.slice(at + 2);
  return at >= 0 && swapped === b ? 1 : distance(a, b);
};

const NAMES_LISTED = 16;

export const listed = (names: readonly string[]): string =>
  names.length <= NAMES_LISTED
    ? names.join(', ')
    : `${names.slice(0, NAMES_LISTED).join(', ')} and ${names.length - NAMES_LISTED} more`;

/** A word as it was written, shortened where it would flood the line. */
export const quote = (word: string): string =>
  JSON.stringify(word.length <= WORD_LENGTH_MAX ? word : `${word.slice(0, WORD_LENGTH_MAX)}…`);

export const withArticle = (word: string): string => `${/^[aeiou]/.test(word) ? 'an' : 'a'} ${word}`;

/** What was found, as short as an error line wants it. */
export const found = (value: unknown): string => {
  if (value === undefined || value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a mapping of keys to values';
  return typeof value === 'string' ? quote(value) : String(value);
};
