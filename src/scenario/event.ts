import * as z from 'zod';
import { unwrap } from '../journal/amiss.ts';
import { found, listed, quote, withArticle } from '../journal/complaint.ts';
import type { EventType } from '../match/event.ts';
import { clubCode } from '../match/fixture.ts';
import { check } from './check.ts';
import type { Directory, Reference, Strangers } from './people.ts';
import { type Place, plain, textOf, type Written, type WrittenField, type WrittenMapping } from './place.ts';
import type { Complaints } from './problem.ts';
import { type EventWords, kindOf, wordsFor } from './vocabulary.ts';

/** What an event needs to be understood: who is who, and in which leg it stands. */
export interface EventContext {
  readonly complaints: Complaints;
  readonly directory: Directory;
  readonly leg: number;
  readonly strangers: Strangers;
  /** Told of each field that names another entry. */
  readonly refer: (reference: EntryReference) => void;
}

/** A field that names an entry, of an event or of a correction (`amend`, `retract`: then without a type). */
export interface EntryReference {
  readonly place: Place;
  readonly type?: EventType;
  readonly field: string;
  readonly id: string;
}

export type Payload = Readonly<Record<string, unknown>>;

/**
 * Reads the value of an event's key: an object, a bare reference (`corner: away`, `goal: home 9`) or nothing. Aliases
 * become the schema's own words, people and clubs their ids. `undefined` where it is wrong.
 */
export const readPayload = (type: EventType, value: Written, context: EventContext): Payload | undefined => {
  const words = wordsFor(type);
  const mapping = asMapping(words, value, context);
  if (mapping === undefined) return undefined;
  const fields = new Map<string, WrittenField>();
  let whole = true;
  for (const [key, field] of mapping.fields) {
    const name = words.aliases.get(key) ?? key;
    if (fields.has(name)) {
      whole = false;
      context.complaints.add(field.place, `${quote(key)} says the same as ${quote(name)}; give one of the two`);
      continue;
    }
    const schema = words.payload.shape[name] as z.ZodType | undefined;
    const resolved = schema === undefined ? field.value : resolve(field.value, schema, name, { ...context, type });
    fields.set(name, { place: field.place, value: resolved });
  }
  const payload = check(words.payload, { ...mapping, fields }, context.complaints, withArticle(type));
  return whole ? payload : undefined;
};

/** A bare value under the key of the field that it belongs to. */
const asMapping = (words: EventWords, value: Written, context: EventContext): WrittenMapping | undefined => {
  const { complaints } = context;
  if (value.kind === 'mapping') return value;
  const field = value.kind === 'scalar' ? bareField(words, value.value, context) : undefined;
  if (field === undefined) {
    const { type, payload } = words;
    complaints.add(
      value.place,
      () =>
        `${withArticle(type)} takes ${shapes(words)}; found ${found(plain(value))}. Its keys: ${listed(Object.keys(payload.shape))}`,
    );
    return undefined;
  }
  const fields = new Map(field === 'none' ? [] : [[field, { place: value.place, value }]]);
  return { kind: 'mapping', place: value.place, fields };
};

const bareField = (
  words: EventWords,
  value: string | number | boolean | null,
  context: EventContext,
): string | undefined => {
  if (value === null || value === true) return 'none';
  if (value === false) return undefined;
  const { clubField, personField, valueField } = words;
  if (valueField !== undefined) return valueField;
  if (typeof value === 'number') return undefined;
  if (clubField === undefined || personField === undefined) return clubField ?? personField;
  return 'id' in context.directory.club(value, context.leg) ? clubField : personField;
};

const shapes = ({ clubField, personField, valueField }: EventWords): string => {
  if (valueField !== undefined)
    return valueField === 'minutes' ? 'a number of minutes or a mapping' : 'text or a mapping';
  const bare = [
    ...(clubField === undefined ? [] : ['a club like home']),
    ...(personField === undefined ? [] : ['a person like home 9']),
  ];
  return bare.length === 0 ? 'a mapping or nothing' : `${bare.join(', ')} or a mapping`;
};

interface FieldContext extends EventContext {
  readonly type: EventType;
}

const resolve = (written: Written, schema: z.ZodType, name: string, context: FieldContext): Written => {
  const bare = unwrap(schema);
  switch (kindOf(name, bare)) {
    case 'person':
      return resolved(written, context, 'a person like "home 9", an id or a name', (text) =>
        context.directory.person(text, context.leg, context.strangers),
      );
    case 'club':
      return resolved(written, context, 'a club: home, away or its code', (text) =>
        context.directory.club(text, context.leg),
      );
    case 'entry': {
      const id = textOf(written);
      if (id !== undefined) context.refer({ place: written.place, type: context.type, field: name, id });
      return written;
    }
    case 'other':
      return resolveGroup(written, bare, name, context);
  }
};

const resolveGroup = (written: Written, schema: z.ZodType, name: string, context: FieldContext): Written => {
  if (written.kind === 'list' && schema instanceof z.ZodArray) {
    return {
      ...written,
      items: written.items.map((item) => resolve(item, schema.element as z.ZodType, name, context)),
    };
  }
  if (written.kind !== 'mapping') return written;
  if (schema instanceof z.ZodRecord) {
    const fields = new Map<string, WrittenField>();
    for (const [key, field] of written.fields) {
      const code = schema.keyType === clubCode ? clubKey(key, field.place, context) : key;
      if (code === undefined) continue;
      if (fields.has(code)) context.complaints.add(field.place, `${code} is given twice`);
      fields.set(code, { ...field, value: resolve(field.value, schema.valueType as z.ZodType, name, context) });
    }
    return { ...written, fields };
  }
  if (!(schema instanceof z.ZodObject)) return written;
  const fields = [...written.fields].map(([key, field]): [string, WrittenField] => {
    const inner = schema.shape[key] as z.ZodType | undefined;
    return [key, inner === undefined ? field : { ...field, value: resolve(field.value, inner, key, context) }];
  });
  return { ...written, fields: new Map(fields) };
};

const clubKey = (key: string, place: Place, { directory, leg, complaints }: FieldContext): string | undefined => {
  const club = directory.club(key, leg);
  if ('id' in club) return club.id;
  complaints.add(place, club.problem);
  return undefined;
};

const resolved = (
  written: Written,
  context: FieldContext,
  expected: string,
  look: (text: string) => Reference,
): Written => {
  const text = written.kind === 'scalar' && typeof written.value === 'string' ? written.value : undefined;
  const reference =
    text === undefined ? { problem: `expected ${expected}; found ${found(plain(written))}` } : look(text);
  if ('id' in reference) return { kind: 'scalar', place: written.place, value: reference.id };
  context.complaints.add(written.place, reference.problem);
  return { kind: 'scalar', place: written.place, value: 'NONE' };
};
