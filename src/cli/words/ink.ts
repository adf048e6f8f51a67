/** What sets words apart. */
export interface Ink {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  /** Stands before a key moment, in a club's colour (`#1e71b8`) where there are colours. */
  readonly mark: (colour?: string) => string;
}

/** Without colour: it reads the same in a pipe, a file and a log. */
export const plain: Ink = { bold: (text) => text, dim: (text) => text, mark: () => '*' };

/** ECMA-48 sequences, for a terminal of that colour depth in bits (`tty.WriteStream.getColorDepth`). */
export const colours = (depth: number): Ink => ({
  bold: (text) => `\u001b[1m${text}\u001b[22m`,
  dim: (text) => `\u001b[2m${text}\u001b[22m`,
  mark: (colour) => `${foreground(colour, depth)}▌\u001b[39m`,
});

const foreground = (colour: string | undefined, depth: number): string => {
  const [red, green, blue] = rgbOf(colour ?? '') ?? [];
  if (red === undefined || green === undefined || blue === undefined || depth < 8) return '\u001b[36m';
  if (depth >= 24) return `\u001b[38;2;${red};${green};${blue}m`;
  const sixth = (value: number): number => Math.round((value / 255) * 5);
  return `\u001b[38;5;${16 + 36 * sixth(red) + 6 * sixth(green) + sixth(blue)}m`;
};

const rgbOf = (colour: string): number[] | undefined => {
  const [, digits] = /^#([0-9a-f]{6})$/i.exec(colour) ?? [];
  return digits === undefined ? undefined : [0, 2, 4].map((at) => Number.parseInt(digits.slice(at, at + 2), 16));
};
