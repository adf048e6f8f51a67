import type { FeedFile, FeedProblem } from './importer.ts';

// Tolerant reading: feeds leave fields out, write numbers as text and null as "null". Whoever reads asks for what he
// needs, and says himself what is wrong where it isn't there.

export type Fields = Readonly<Record<string, unknown>>;

/** The file's JSON, or a sentence with the place where it stops being JSON. */
export const parseJson = (file: FeedFile): { readonly value: unknown } | { readonly problem: FeedProblem } => {
  try {
    return { value: JSON.parse(file.text) };
  } catch (error) {
    const at = placeOf(file.text, String(error));
    return {
      problem: { file: file.name, ...(at === undefined ? {} : { at }), message: 'this is no JSON, or was cut off' },
    };
  }
};

/** The engine names the place, unless it's the end, or shows what stands there instead. */
const placeOf = (text: string, error: string): string | undefined => {
  const [, position] = /position (\d+)/.exec(error) ?? [];
  if (position !== undefined) return placeIn(text, Number(position));
  return /end of JSON/.test(error) ? placeIn(text, text.length) : undefined;
};

/** What is under a key of an object; nothing where it's another kind of value. */
export const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : NO_FIELDS;

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : NO_ITEMS);

/** Text, or a number written as such; never empty, and never the word null. */
export const textOf = (value: unknown): string | undefined => {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  return text === '' || text === 'null' ? undefined : text.slice(0, TEXT_LENGTH_MAX);
};

/** As much as a fixture takes. */
const TEXT_LENGTH_MAX = 400;

/** A finite number, or text that reads as one. */
export const numberOf = (value: unknown): number | undefined => {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value !== 'string' || value.trim() === '') return undefined;
  const number = Number(value);
  return Number.isFinite(number) ? number : undefined;
};

/** A whole number from nought on: a score, a shirt. */
export const countOf = (value: unknown): number | undefined => {
  const number = numberOf(value);
  return number !== undefined && Number.isInteger(number) && number >= 0 ? number : undefined;
};

/**
 * A date and time as feeds write them (`2018-07-15 15:00:00`, `2018-07-15T18:00+0300`), as ISO 8601 with an offset; in
 * `zone` where the text names none.
 */
export const dateTimeOf = (value: unknown, zone = 'Z'): string | undefined => {
  const [, date, time, seconds, written] =
    /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(:\d\d)?(?:\.\d+)?\s*(Z|[+-]\d\d:?\d\d)?$/i.exec(textOf(value) ?? '') ?? [];
  if (date === undefined || time === undefined) return undefined;
  const offset = (written ?? zone).toUpperCase().replace(/^([+-]\d\d):?(\d\d)$/, '$1:$2');
  const iso = `${date}T${time}${seconds ?? ':00'}${offset}`;
  const ms = Date.parse(iso);
  // `2018-02-30` would roll over into March.
  const isReal = !Number.isNaN(ms) && !Number.isNaN(Date.parse(`${date}T00:00Z`)) && isDay(date);
  return isReal ? iso : undefined;
};

const isDay = (date: string): boolean => new Date(`${date}T00:00Z`).toISOString().startsWith(date);

/** `12:7`, both counted from one. */
export const placeIn = (text: string, offset: number): string => {
  const before = text.slice(0, offset);
  return `${before.split('\n').length}:${offset - before.lastIndexOf('\n')}`;
};

const NO_FIELDS: Fields = Object.freeze({});
const NO_ITEMS: readonly unknown[] = Object.freeze([]);
