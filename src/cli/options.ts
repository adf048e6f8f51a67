import { SPEED_MAX } from '../playback/playhead.ts';
import { WrongUse } from './complaint.ts';

/** `60`, `0.5`, `60x`, `max`. */
export const speed = (text: string): number | 'max' => {
  if (text === 'max') return 'max';
  const number = /^\d*\.?\d+[x×]?$/.test(text) ? Number.parseFloat(text) : Number.NaN;
  if (number > 0 && number <= SPEED_MAX) return number;
  throw new WrongUse(`--speed ${text} can't be played; a speed is a number above 0 and up to ${SPEED_MAX}, or max`);
};

/** `20s`, `1m`, `500ms`, `1.5h`, `0`, or `none` for no limit; in milliseconds. */
export const duration =
  (option: string) =>
  (text: string): number => {
    if (text === 'none') return Number.POSITIVE_INFINITY;
    if (/^0+$/.test(text)) return 0;
    const [, number, unit] = /^(\d+(?:\.\d+)?)(ms|s|m|h)$/.exec(text) ?? [];
    if (number !== undefined && unit !== undefined) return Math.round(Number(number) * (UNITS_MS[unit] ?? Number.NaN));
    throw new WrongUse(`--${option} ${text} is no duration; one reads like 20s, 1m, 500ms, 0 or none`);
  };

const UNITS_MS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };

export const wholeNumber =
  (option: string, least: number, most: number) =>
  (text: string): number => {
    const number = /^\d+$/.test(text) ? Number(text) : Number.NaN;
    if (number >= least && number <= most) return number;
    throw new WrongUse(`--${option} ${text} isn't a whole number from ${least} to ${most}`);
  };

/** A word out of a few. Its `names` are what a shell completes. */
export const oneOf = <const Name extends string>(option: string, names: readonly Name[]) =>
  Object.assign(
    (text: string): Name => {
      const found = names.find((name) => name === text);
      if (found !== undefined) return found;
      throw new WrongUse(`--${option} knows no "${text}"`, { word: text, names });
    },
    { names },
  );

/** For an option that may be given several times. */
export const each = (text: string, before: readonly string[] = []): readonly string[] => [...before, text];
