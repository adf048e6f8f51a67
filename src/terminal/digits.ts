/** A score in digits of three rows, drawn with half blocks: five pixels high, three wide. */
export const bigDigits = (text: string): readonly [string, string, string] => {
  const glyphs = [...text].map((character) => GLYPHS[character] ?? GLYPHS[' '] ?? []);
  const rows = [0, 2, 4].map((top) =>
    glyphs.map((pixels) => [0, 1, 2].map((x) => half(pixels[top]?.[x], pixels[top + 1]?.[x])).join('')).join(' '),
  );
  return [rows[0] ?? '', rows[1] ?? '', rows[2] ?? ''];
};

const half = (upper = ' ', lower = ' '): string =>
  upper === '#' ? (lower === '#' ? '█' : '▀') : lower === '#' ? '▄' : ' ';

const GLYPHS: Readonly<Record<string, readonly string[]>> = {
  '0': ['###', '# #', '# #', '# #', '###'],
  '1': [' # ', '## ', ' # ', ' # ', '###'],
  '2': ['###', '  #', '###', '#  ', '###'],
  '3': ['###', '  #', '###', '  #', '###'],
  '4': ['# #', '# #', '###', '  #', '  #'],
  '5': ['###', '#  ', '###', '  #', '###'],
  '6': ['###', '#  ', '###', '# #', '###'],
  '7': ['###', '  #', '  #', '  #', '  #'],
  '8': ['###', '# #', '###', '# #', '###'],
  '9': ['###', '# #', '###', '  #', '###'],
  '–': ['   ', '   ', '###', '   ', '   '],
  ' ': ['   ', '   ', '   ', '   ', '   '],
};
