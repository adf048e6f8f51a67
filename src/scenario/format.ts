import * as z from 'zod';
import { unwrap } from '../journal/amiss.ts';
import { reported } from '../journal/entry.ts';
import { clubCode, identifier } from '../match/fixture.ts';
import { TIME_EXAMPLES } from '../match/time.ts';
import { VIEW_NAMES, type ViewName } from '../projections/views.ts';
import { BREACH_CODES, REFUSAL_CODES } from './codes.ts';
import { writtenFixture, writtenInstant } from './fixture.ts';
import { REGULATION_NAMES, writtenRegulations } from './regulations.ts';
import { EVENT_TYPES, type EventWords, kindOf, wordsFor } from './vocabulary.ts';

/**
 * A scenario file as people write it. Whatever a schema can say about it is here; what needs the fixture or the log
 * (who `home 9` is, whether `of` names an entry) is the compiler's.
 */

const opt = <T extends z.ZodType>(schema: T) => z.exactOptional(schema);
const time = z.union([z.string(), z.int()]).describe(`A time: ${TIME_EXAMPLES}`);
/** A law may look like a number: `10.3`. */
const label = z.union([z.string().min(1).max(400), z.number()]);
const labels = z.union([label, z.array(label).max(50)]);

/** A partial match of the views; `null` means absent. */
export const writtenViews = z.strictObject(
  Object.fromEntries(VIEW_NAMES.map((name) => [name, opt(z.unknown())])) as Record<
    ViewName,
    z.ZodExactOptional<z.ZodUnknown>
  >,
);

export const VERDICTS = ['upheld', 'contradicted', 'undecided'] as const;

export const writtenClaim = z.strictObject({
  by: z.string().min(1).max(200),
  says: writtenViews,
  at: opt(time),
  asOf: opt(time.describe(`A time, or the seq of an entry: ${TIME_EXAMPLES}`)),
  verdict: z.enum(VERDICTS),
});

export const MODES = ['record', 'simulate'] as const;

const header = {
  title: z.string().min(1).max(400).describe('What happens, in a line'),
  why: opt(z.string().min(1).max(4000).describe('What it proves')),
  law: opt(labels.describe('Laws of the Game, articles of regulations, the VAR protocol')),
  tags: opt(labels),
  mode: opt(z.enum(MODES).describe('record: entries are reports. simulate: what the Laws forbid is refused')),
  from: opt(time.describe('Where a showing starts: L2')),
  startedAt: opt(writtenInstant.describe('Feed time zero')),
};

/** The file, with the parts left open that are read with their places. */
export const writtenFile = z.strictObject({
  ...header,
  regulations: opt(z.unknown()),
  fixture: opt(z.unknown()),
  log: z.array(z.unknown()),
  claims: opt(z.array(z.unknown()).max(1000)),
});

/** A code like `unknown-entry`. */
const breachCode = z.string().regex(/^[a-z][a-z0-9-]{0,79}$/, 'expected a code like unknown-entry');

const oneOrMore = <T extends z.ZodType>(code: T) => z.union([code, z.array(code).min(1).max(20)]);

/** The keys that may stand beside an event. */
export const LINE_FIELDS = {
  at: time,
  id: opt(identifier.describe('What other lines call it; e<seq> where absent')),
  received: opt(z.union([z.string(), z.int()]).describe('When it came in: +40s, +11d, a date and time, or a time')),
  reported: opt(reported),
  incidentAt: opt(time.describe('When it happened, where it was decided later')),
  order: opt(z.number().describe("The source's own order within one instant")),
  detail: opt(z.string().min(1).max(1000)),
  irregular: opt(oneOrMore(breachCode)),
} as const;

export const CORRECTION_FIELDS = { of: identifier, why: opt(z.string().max(1000)) } as const;

/** JSON Schema (2020-12) of a scenario file, for editors. Every event type is a key, with its fields and aliases. */
export const scenarioJsonSchema = (): Record<string, unknown> => {
  const names = z.registry<{ id?: string; title?: string; description?: string }>();
  const payloads = Object.fromEntries(
    EVENT_TYPES.map((type) => [type, opt(writtenPayload(wordsFor(type)).register(names, { id: type }))]),
  );
  const { of, why } = CORRECTION_FIELDS;
  const regulations = z.union([z.enum(REGULATION_NAMES as [string, ...string[]]), writtenRegulations.options[1]]);
  const { id: _id, detail: _detail, ...common } = LINE_FIELDS;
  const line = z.strictObject({
    ...LINE_FIELDS,
    at: opt(LINE_FIELDS.at),
    ...payloads,
    retract: opt(z.strictObject({ of, why })),
    amend: opt(z.strictObject({ of, why, at: opt(common.at), ...payloads })),
    expect: opt(writtenViews),
    attempt: opt(z.strictObject(payloads)),
    irregular: opt(oneOrMore(z.enum(BREACH_CODES)).describe('The breach of the Laws that this entry is')),
    refused: opt(z.enum(REFUSAL_CODES).describe('Why the attempt is refused')),
  });
  const file = z.strictObject({
    ...header,
    regulations: opt(regulations),
    fixture: opt(
      z.union([
        z.string().describe('A file with a fixture that several scenarios share'),
        writtenFixture.extend({ regulations: opt(regulations) }),
      ]),
    ),
    log: z.array(line),
    claims: opt(z.array(writtenClaim)),
  });
  names.add(line, { id: 'line' });
  names.add(file, { title: 'A Touchline scenario' });
  return z.toJSONSchema(file, {
    metadata: names,
    io: 'input',
    override: ({ zodSchema, jsonSchema }) => {
      const description = z.globalRegistry.get(zodSchema)?.description;
      if (description !== undefined) jsonSchema.description ??= description;
    },
  }) as Record<string, unknown>;
};

/** An event as its key's value: its fields under their names and aliases, a bare reference, or nothing. */
const writtenPayload = ({ payload, aliases, clubField, personField, valueField }: EventWords): z.ZodType => {
  const renamed = new Set(aliases.values());
  const fields: Record<string, z.ZodType> = {};
  for (const [name, schema] of Object.entries(payload.shape)) {
    const written = writtenField(name, schema as z.ZodType);
    fields[name] = schema instanceof z.ZodExactOptional || renamed.has(name) ? opt(written) : written;
  }
  for (const [alias, name] of aliases) fields[alias] = opt(writtenField(name, payload.shape[name] as z.ZodType));
  const shorthand: z.ZodType[] = [];
  if (valueField === 'minutes') shorthand.push(z.int());
  else if (valueField !== undefined || clubField !== undefined || personField !== undefined) shorthand.push(z.string());
  const bare = Object.values(payload.shape).every((schema) => schema instanceof z.ZodExactOptional)
    ? [z.null(), z.literal(true)]
    : [];
  return z.union([z.strictObject(fields), ...shorthand, ...bare]);
};

/** People and clubs are written in more ways than a recording holds them. */
const writtenField = (name: string, schema: z.ZodType): z.ZodType => {
  const bare = unwrap(schema);
  switch (kindOf(name, bare)) {
    case 'person':
    case 'club':
      return z.string().min(1).max(200);
    case 'entry':
      return bare;
    case 'other':
      return writtenGroup(name, bare);
  }
};

const writtenGroup = (name: string, schema: z.ZodType): z.ZodType => {
  if (schema instanceof z.ZodArray) return z.array(writtenField(name, schema.element as z.ZodType));
  if (schema instanceof z.ZodRecord) {
    const key = schema.keyType === clubCode ? z.string().min(1).max(200) : (schema.keyType as z.core.$ZodRecordKey);
    return z.record(key, writtenField(name, schema.valueType as z.ZodType));
  }
  if (!(schema instanceof z.ZodObject)) return schema;
  const fields = Object.entries(schema.shape).map(([key, field]) => {
    const written = writtenField(key, field as z.ZodType);
    return [key, field instanceof z.ZodExactOptional ? opt(written) : written];
  });
  return z.strictObject(Object.fromEntries(fields));
};
