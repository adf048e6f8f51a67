/**
 * What somebody is called after the first mention, where the feed doesn't say: the last word of his name, with the
 * particles that belong to it (`Di Lorenzo`, `ter Stegen`, `van der Vaart`) and a suffix (`Vinícius Júnior`). Who has no
 * name but a number (`No. 7`) is called by the whole.
 */
export const surnameOf = (name: string): string => {
  const words = name.trim().split(/\s+/);
  const word = (index: number): string => words[index]?.toLowerCase() ?? '';
  let first = words.length - 1;
  if (!/\p{L}/u.test(word(first))) return words.join(' ');
  if (first > 0 && SUFFIXES.has(word(first))) first -= 1;
  // De Gea alone is a surname; of Ben White Ben is no part of it.
  while (first > 0 && PARTICLES.has(word(first - 1)) && !(first === 1 && GIVEN_NAMES.has(word(0)))) first -= 1;
  return words.slice(first).join(' ');
};

const PARTICLES: ReadonlySet<string> = new Set(
  [
    'da das de del della den der des di do dos du la las le les lo los san santa st st.',
    "van vander von vom zu zur zum te ten ter 't af av mac mc fitz",
    'abd abdel abu ad al el ben bin ibn bint ould',
  ].flatMap((names) => names.split(' ')),
);

const GIVEN_NAMES: ReadonlySet<string> = new Set(['al', 'ben', 'mac', 'abu']);

const SUFFIXES: ReadonlySet<string> = new Set(['jr', 'jr.', 'sr', 'sr.', 'junior', 'júnior', 'ii', 'iii']);
