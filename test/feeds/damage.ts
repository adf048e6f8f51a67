import * as fc from 'fast-check';
import type { FeedFile } from '../../src/feeds/importer.ts';

/** One way to damage a file: what is done, where in it (a part of the whole), and with what. */
export interface Stroke {
  readonly kind: (typeof KINDS)[number];
  readonly file: number;
  readonly where: number;
  readonly length: number;
  readonly junk: unknown;
}

const KINDS = [
  'cut-off',
  'leave-out',
  'repeat',
  'scribble',
  'shuffle-lines',
  'drop-file',
  'drop-field',
  'wrong-type',
  'repeat-row',
  'drop-rows',
  'shuffle-rows',
] as const;

const part = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });

const junk = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    '',
    'null',
    '0',
    -1,
    0,
    1e308,
    -1e12,
    0.5,
    true,
    [],
    {},
    [[]],
    { id: {} },
    '__proto__',
  ),
  fc.constantFrom<unknown>(
    'constructor',
    '9'.repeat(400),
    '2018-02-30 25:61:00',
    '🏴󠁧󠁢󠁥󠁮󠁧󠁿',
    '\u0000',
    "99'",
    '((((',
    '[Y 45',
    ' v 1-1',
  ),
  fc.string({ maxLength: 12 }),
  fc.integer(),
);

/** Up to four strokes, so that what one breaks another may break further. */
export const damage: fc.Arbitrary<readonly Stroke[]> = fc.array(
  fc.record({ kind: fc.constantFrom(...KINDS), file: fc.nat(7), where: part, length: part, junk }),
  { minLength: 1, maxLength: 4 },
);

/** The files with the damage done. Strokes at rows and fields leave alone what is no JSON. */
export const damaged = (files: readonly FeedFile[], strokes: readonly Stroke[]): FeedFile[] => {
  let left = [...files];
  for (const stroke of strokes) {
    const index = stroke.file % Math.max(1, left.length);
    const file = left[index];
    if (file === undefined) return left;
    if (stroke.kind === 'drop-file') left = left.filter((each) => each !== file);
    else left = left.with(index, { ...file, text: struck(file.text, stroke) });
  }
  return left;
};

const struck = (text: string, stroke: Stroke): string => {
  const { kind, where, length, junk } = stroke;
  const start = Math.floor(where * text.length);
  const end = Math.min(text.length, start + 1 + Math.floor(length * length * 2000));
  switch (kind) {
    case 'cut-off':
      return text.slice(0, start);
    case 'leave-out':
      return text.slice(0, start) + text.slice(end);
    case 'repeat':
      return text.slice(0, end) + text.slice(start);
    case 'scribble':
      return text.slice(0, start) + String(typeof junk === 'object' ? JSON.stringify(junk) : junk) + text.slice(end);
    case 'shuffle-lines':
      return shuffled(text.split('\n'), where).join('\n');
    case 'drop-file':
      return '';
    case 'drop-field':
    case 'wrong-type':
    case 'repeat-row':
    case 'drop-rows':
    case 'shuffle-rows':
      return inJson(text, stroke) ?? inMarkup(text, stroke);
  }
};

/** The stroke at a field or a list somewhere in the JSON; `undefined` where there is none. */
const inJson = (text: string, stroke: Stroke): string | undefined => {
  try {
    const json: unknown = JSON.parse(text);
    const places = placesIn(json, stroke.kind === 'drop-field' || stroke.kind === 'wrong-type');
    const place = places[Math.floor(stroke.where * places.length)];
    if (place !== undefined) strike(place, stroke);
    return JSON.stringify(json);
  } catch {
    return undefined;
  }
};

interface Place {
  readonly holder: Record<string, unknown>;
  readonly key: string;
}

/** Every field, or every list, with what holds it. */
const placesIn = (json: unknown, fields: boolean): Place[] => {
  const places: Place[] = [];
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const key of Object.keys(value)) {
      const holder = value as Record<string, unknown>;
      if (fields || (Array.isArray(holder[key]) && holder[key].length > 1)) places.push({ holder, key });
      walk(holder[key]);
    }
  };
  walk({ root: json });
  return places;
};

const strike = ({ holder, key }: Place, { kind, length, where, junk }: Stroke): void => {
  const list = holder[key];
  if (kind === 'drop-field') delete holder[key];
  else if (kind === 'wrong-type') holder[key] = junk;
  else if (Array.isArray(list)) {
    const at = Math.floor(length * list.length);
    if (kind === 'repeat-row') list.splice(at, 0, ...list.slice(at, at + 3));
    if (kind === 'drop-rows') list.splice(at, 1 + Math.floor(where * list.length));
    if (kind === 'shuffle-rows') holder[key] = shuffled(list, where);
  }
};

/** The same at an attribute or an element of XML. */
const inMarkup = (text: string, { kind, where, junk }: Stroke): string => {
  const pieces = text.split(/(?=<)|(?= [a-z_]+=")/i);
  const at = Math.floor(where * pieces.length);
  const piece = pieces[at] ?? '';
  if (kind === 'wrong-type') return pieces.with(at, piece.replace(/="[^"]*"/, `="${String(junk)}"`)).join('');
  if (kind === 'repeat-row') return pieces.toSpliced(at, 0, ...pieces.slice(at, at + 8)).join('');
  if (kind === 'shuffle-rows') return shuffled(text.split('\n'), where).join('\n');
  return pieces.toSpliced(at, kind === 'drop-field' ? 1 : 12).join('');
};

/** Always the same order for the same number. */
const shuffled = <T>(items: readonly T[], where: number): T[] =>
  items
    .map((item, index) => ({ item, rank: ((index + 1) * (where + 0.618) * 9301) % 1 }))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ item }) => item);
