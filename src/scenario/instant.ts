import type { Millis } from '../match/time.ts';

const INSTANT =
  /^((?:1[89]|2\d)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))T((?:[01]\d|2[0-3]):[0-5]\d)(?::([0-5]\d(?:\.\d{1,3})?))?(Z|[+-](?:0\d|1[0-4]):?[0-5]\d)?$/i;

export const INSTANT_EXAMPLE = '2026-02-25T21:00:00+01:00';

/**
 * An ISO 8601 date and time as people write it, in the one form that recordings hold: with seconds and an offset.
 * Without an offset it's UTC, so that it means the same on every machine. `undefined` when it is no date and time.
 */
export const normaliseInstant = (text: string): string | undefined => {
  const match = INSTANT.exec(text.trim());
  if (match === null) return undefined;
  const [, date = '', clock = '', seconds = '00', zone = 'Z'] = match;
  const offset = zone.length === 5 ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone.toUpperCase();
  const whole = `${date}T${clock}:${seconds}${offset}`;
  // JavaScript takes 30 February for 2 March.
  const exists = new Date(`${date}T00:00:00Z`).toISOString().startsWith(date);
  return exists ? whole : undefined;
};

/** Milliseconds since 1970 of a normalised instant. */
export const msOf = (instant: string): Millis => Date.parse(instant);
