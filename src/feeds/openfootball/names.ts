/** A name as Football.TXT writes it, family name in capitals, as people write it. */
export const writtenOut = (text: string): { readonly name: string; readonly known: string } => {
  const words = text.trim().split(/\s+/);
  const name = cased(words);
  const first = words.findIndex(isCapitals);
  const last = words.findLastIndex(isCapitals);
  // `KIM Jong Boo` and `MARIO FERNANDES` are called by their whole name; `Franky VAN DER ELST` by the end of his.
  const known = first > 0 && last === words.length - 1 ? cased(words.slice(first)) : first === -1 ? undefined : name;
  return { name, known: known ?? cased(words.slice(-1)) };
};

const isCapitals = (word: string): boolean =>
  /^(?:Mc|Mac)?\p{Lu}[\p{Lu}\p{M}'’.-]*$/u.test(word) && (word.length > 1 || !word.endsWith('.'));

const cased = (words: readonly string[]): string =>
  words.map((word, index) => (isCapitals(word) ? lowered(word, index > 0) : word)).join(' ');

const lowered = (word: string, inside: boolean): string => {
  const small = word.toLowerCase();
  if (inside && PARTICLES.has(small)) return small;
  const [, clan = '', rest = ''] = /^(Mc|Mac(?=\p{Lu}))?(.*)$/u.exec(word) ?? [];
  return (
    clan +
    rest
      .toLowerCase()
      .replace(/(^|[-'’.])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
  );
};

const PARTICLES: ReadonlySet<string> = new Set(['der', 'den', 'da', 'do', 'dos', 'das', 'du', 'des', 'y', 'e']);
