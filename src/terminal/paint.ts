import type { Colour, Line, Look } from './span.ts';

/** Bits of colour that the terminal has; 0: none are wanted. */
export type Depth = 0 | 4 | 8 | 24;

/**
 * A row with the sequences of ECMA-48 that make it look so. Without colours (https://no-color.org) a plate is shown in
 * reverse, so that it stays one.
 */
export const paint = (line: Line, depth: Depth): string =>
  line
    .map(({ text, look }) => {
      const harmless = text.replace(STEERING, '');
      return look === undefined || harmless === '' ? harmless : painted(harmless, look, depth);
    })
    .join('');

/** Words from anybody's file mustn't steer the terminal, nor turn the direction of writing. */
const STEERING = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

const painted = (text: string, look: Look, depth: Depth): string => {
  const on: string[] = [];
  const off: string[] = [];
  const set = (isSet: boolean | undefined, begin: string, end: string): void => {
    if (isSet !== true) return;
    on.push(begin);
    off.push(end);
  };
  set(look.bold, '1', '22');
  set(look.dim, '2', '22');
  set(look.underline, '4', '24');
  set(look.strike, '9', '29');
  set(look.inverse === true || (depth === 0 && look.bg !== undefined), '7', '27');
  if (depth > 0) {
    if (look.fg !== undefined) set(true, sgrOf(look.fg, 30, depth), '39');
    if (look.bg !== undefined) set(true, sgrOf(look.bg, 40, depth), '49');
  }
  return on.length === 0 ? text : `\u001b[${on.join(';')}m${text}\u001b[${[...new Set(off)].join(';')}m`;
};

const NAMES = ['black', 'red', 'green', 'yellow', 'blue', 'magenta', 'cyan', 'white'] as const;

const sgrOf = (colour: Colour, base: 30 | 40, depth: Depth): string => {
  const named = NAMES.indexOf(colour as (typeof NAMES)[number]);
  if (named !== -1) return String(base + named);
  const rgb = rgbOf(colour);
  if (rgb === undefined) return String(base + 9);
  if (depth === 24) return `${base + 8};2;${rgb.join(';')}`;
  if (depth === 8) {
    const [red, green, blue] = rgb.map(stepOf) as [number, number, number];
    return `${base + 8};5;${16 + 36 * red + 6 * green + blue}`;
  }
  return String(base + nearest(rgb));
};

/** The nearest of the six steps that the cube of 256 colours has: 0, 95, 135, 175, 215, 255. */
const stepOf = (value: number): number => (value < 48 ? 0 : value < 115 ? 1 : Math.floor((value - 35) / 40));

/** `#1e71b8` or `#17b`. */
export const rgbOf = (colour: string): readonly [number, number, number] | undefined => {
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(colour);
  const long = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour);
  const digits = short === null ? long?.slice(1) : short.slice(1).map((digit) => digit + digit);
  if (digits === undefined) return undefined;
  const [red = 0, green = 0, blue = 0] = digits.map((each) => Number.parseInt(each, 16));
  return [red, green, blue];
};

/** Black or white, whichever is easier to read on it (relative luminance, WCAG 2.2). */
export const readableOn = (colour: string): Colour => {
  const [red = 0, green = 0, blue = 0] = (rgbOf(colour) ?? []).map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 ? 'black' : 'white';
};

/** Of the eight colours that each terminal has. */
const nearest = ([red, green, blue]: readonly [number, number, number]): number => {
  const most = Math.max(red, green, blue);
  if (most < 60) return 0;
  const bit = (value: number): number => (value > most * 0.65 ? 1 : 0);
  return bit(red) + 2 * bit(green) + 4 * bit(blue);
};
