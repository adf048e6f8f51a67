import type { Shape, Tone } from '../faces/tone.ts';
import { words } from '../faces/words.ts';
import { readableOn, rgbOf } from './paint.ts';
import { type Look, type Span, span } from './span.ts';

// The terminal's own foreground and background carry all text, so that it's as legible on light as on dark. Colour comes
// in plates that bring their own background, and never alone: a word or a letter says the same.

export const BOLD: Look = { bold: true };
export const DIM: Look = { dim: true };
/** Video assistance is the one thing that calls for attention. */
export const ACCENT: Look = { fg: 'white', bg: '#6d3fd6', bold: true };
export const ACCENT_QUIET: Look = { fg: 'white', bg: '#6d3fd6' };

export const PLATES: Readonly<Record<Tone, Look>> = {
  goal: { fg: 'black', bg: 'green', bold: true },
  caution: { fg: 'black', bg: 'yellow', bold: true },
  dismissal: { fg: 'white', bg: 'red', bold: true },
  review: ACCENT,
  correction: { fg: 'black', bg: 'cyan', bold: true },
  quiet: { inverse: true },
};

/** ` GOAL ` on its colour; what is of no colour is only set apart. */
export const plate = (text: string, tone: Tone): Span =>
  tone === 'quiet' ? span(text, BOLD) : span(` ${text} `, PLATES[tone]);

/** A letter on its colour, one column wide. */
export const letter = (shape: Shape, tone: Tone): Span =>
  span(words.letters[shape], tone === 'quiet' ? BOLD : PLATES[tone]);

interface Colours {
  readonly main: string;
  readonly text?: string;
}

/** A club's colours; where the fixture has none, or none that a terminal knows, in reverse. */
export const clubLook = (colours: Colours | undefined): Look => {
  const main = colours?.main;
  if (main === undefined || rgbOf(main) === undefined) return { inverse: true, bold: true };
  const text = colours?.text;
  return {
    bg: main as `#${string}`,
    fg: text !== undefined && rgbOf(text) !== undefined ? (text as `#${string}`) : readableOn(main),
    bold: true,
  };
};

/** A bar in the club's colour, or none in particular. */
export const clubBar = (colours: Colours | undefined): Span =>
  colours === undefined ? span('│', DIM) : span(' ', { ...clubLook(colours), bold: false });
