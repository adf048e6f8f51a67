import type { HeadlineSide } from '../faces/headline.ts';

/** A club's colours as the page may use them: filled with `main`, written on in `text`. */
export interface Kit {
  readonly main: string;
  readonly text: string;
}

/** The kits of both sides. Where they would be taken for one another the away side changes, as it does on the pitch. */
export const kitsOf = (home: HeadlineSide['colours'], away: HeadlineSide['colours']): { home: Kit; away: Kit } => {
  const first = kitOf(home, HOME);
  const second = kitOf(away, AWAY);
  if (!isAlike(first.main, second.main)) return { home: first, away: second };
  return { home: first, away: isAlike(first.main, AWAY.main) ? CHANGE : AWAY };
};

const HOME: Kit = { main: '#1f4e9e', text: '#ffffff' };
const AWAY: Kit = { main: '#d9dde3', text: '#14161a' };
const CHANGE: Kit = { main: '#3b424d', text: '#ffffff' };

const kitOf = (colours: HeadlineSide['colours'], otherwise: Kit): Kit => {
  if (colours === undefined) return otherwise;
  const { main, text } = colours;
  const ground = channels(main);
  if (ground === undefined) return { main, text: text ?? '#ffffff' };
  const ink = text === undefined ? undefined : channels(text);
  // A shirt may say what no eye can read.
  if (text !== undefined && ink !== undefined && contrast(ground, ink) >= 4.5) return { main, text };
  return { main, text: contrast(ground, [255, 255, 255]) >= contrast(ground, [20, 22, 26]) ? '#ffffff' : '#14161a' };
};

type Channels = readonly [number, number, number];

const channels = (colour: string): Channels | undefined => {
  const digits = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(colour.trim())?.[1];
  if (digits === undefined) return undefined;
  const pairs = digits.length === 3 ? [...digits].map((digit) => digit + digit) : (digits.match(/../g) ?? []);
  const [red = 0, green = 0, blue = 0] = pairs.map((pair) => Number.parseInt(pair, 16));
  return [red, green, blue];
};

/** As "redmean" has it: near enough to the eye to tell two shirts apart. */
const isAlike = (one: string, other: string): boolean => {
  const [a, b] = [channels(one), channels(other)];
  if (a === undefined || b === undefined) return one === other;
  const mean = (a[0] + b[0]) / 2;
  const [red, green, blue] = [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
  const squared = (2 + mean / 256) * red ** 2 + 4 * green ** 2 + (2 + (255 - mean) / 256) * blue ** 2;
  return Math.sqrt(squared) < 110;
};

/** WCAG 2, relative luminance and contrast. */
const contrast = (one: Channels, other: Channels): number => {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
};

const luminance = (colour: Channels): number => {
  const [red = 0, green = 0, blue = 0] = colour.map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
