import * as z from 'zod';
import { found, instead, listed, quote, withArticle } from './complaint.ts';

/** One thing that is wrong with a value. */
export interface Amiss {
  /** Keys and indices from the value down to the part that is wrong. */
  readonly path: readonly PropertyKey[];
  /** The key of the part at `path` that is wrong itself, rather than what stands under it. */
  readonly key?: string;
  /** A sentence in the house's words; made only if it's heard, since looking for the nearest name takes time. */
  readonly message: () => string;
  /** Whether the sentence says by itself which part it's about. */
  readonly named: boolean;
}

/**
 * What a schema has against a value, in the house's words instead of its library's. `what` names the value in a
 * complaint about one of its keys (`a scenario`); parts that have a type are named by it (`a goal has no "buy"`).
 */
export const amissIn = (schema: z.ZodType, value: unknown, what: string): readonly Amiss[] => {
  const { error } = schema.safeParse(value);
  return error === undefined ? [] : error.issues.flatMap((issue) => amiss(issue, [], { schema, value, what }));
};

interface Checked {
  readonly schema: z.ZodType;
  readonly value: unknown;
  readonly what: string;
}

type Issue = z.core.$ZodIssue;

const amiss = (issue: Issue, above: readonly PropertyKey[], checked: Checked): Amiss[] => {
  const path = [...above, ...issue.path];
  const part = partAt(checked.value, path);
  switch (issue.code) {
    case 'unrecognized_keys': {
      const owner = ownerOf(path, checked);
      const names = keysOf(schemaAt(checked, path)).filter((name) => partAt(part, [name]) === undefined);
      return issue.keys.map((key) => ({
        path,
        key,
        message: () => `${owner} has no ${quote(key)}${instead(key, names, 'there is')}`,
        named: true,
      }));
    }
    case 'invalid_union': {
      if ('options' in issue && Array.isArray(issue.options))
        return [ofNoKind(issue.options.map(String), path, checked)];
      // What was meant is the alternative that fits as a whole, where only one does.
      const meant = issue.errors.filter((issues) => !issues.some(({ path: at }) => at.length === 0));
      const only = meant.length === 1 ? meant[0] : undefined;
      if (only !== undefined) return only.flatMap((inner) => amiss(inner, path, checked));
      const expected = wanted(issue, schemaAt(checked, path));
      return [{ path, message: () => `expected ${expected}, found ${found(part)}`, named: false }];
    }
    case 'invalid_key': {
      const said = issue.issues[0]?.message ?? issue.message;
      return [{ path: path.slice(0, -1), key: String(path.at(-1)), message: () => said, named: false }];
    }
    default: {
      const expected = wanted(issue, schemaAt(checked, path));
      return part === undefined && path.length > 0
        ? [missing(path, expected, checked)]
        : [{ path, message: () => mismatch(issue, expected, part), named: false }];
    }
  }
};

const missing = (path: readonly PropertyKey[], expected: string, checked: Checked): Amiss => ({
  path,
  message: () => `${ownerOf(path.slice(0, -1), checked)} needs ${quote(String(path.at(-1)))}: ${expected}`,
  named: true,
});

/** The word that says what kind of thing it is isn't one of those that there are: `no such event "gaol"`. */
const ofNoKind = (kinds: readonly string[], path: readonly PropertyKey[], checked: Checked): Amiss => {
  const word = partAt(checked.value, path);
  if (typeof word !== 'string') return missing(path, listed(kinds), checked);
  const key = path.slice(0, -1).findLast((step) => typeof step === 'string');
  const noun = key === undefined ? checked.what.replace(/^an? /, '') : String(key);
  return { path, message: () => `no such ${noun} ${quote(word)}${instead(word, kinds)}`, named: true };
};

const mismatch = (issue: Issue, expected: string, part: unknown): string => {
  if (issue.code === 'invalid_value' && typeof part === 'string') {
    return `no such ${String(issue.path.at(-1) ?? 'word')} ${quote(part)}${instead(part, issue.values.map(String))}`;
  }
  if (issue.code === 'custom' || (issue.code === 'invalid_format' && !issue.message.startsWith('Invalid'))) {
    return typeof part === 'object' && part !== null ? issue.message : `${issue.message}; found ${found(part)}`;
  }
  return `expected ${expected}, found ${found(part)}`;
};

/** What would have been right, for people. */
const wanted = (issue: Issue, schema: z.ZodType | undefined): string => {
  switch (issue.code) {
    case 'invalid_value':
      return listed(issue.values.map(String));
    case 'invalid_format':
      return FORMAT_WORDS[issue.format] ?? issue.message;
    case 'too_big':
      return `at most ${issue.maximum}${issue.origin === 'string' ? ' letters' : ''}`;
    case 'too_small':
      return issue.origin === 'string' ? "text that isn't empty" : `at least ${issue.minimum}`;
    case 'invalid_type':
      return TYPE_WORDS[issue.expected] ?? issue.expected;
    default:
      return schema instanceof z.ZodUnion
        ? schema.options.map((option) => TYPE_WORDS[(option as z.ZodType).def.type] ?? 'something else').join(' or ')
        : issue.message;
  }
};

const TYPE_WORDS: Readonly<Record<string, string>> = {
  string: 'text',
  int: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a mapping of keys to values',
  record: 'a mapping of keys to values',
};

const FORMAT_WORDS: Readonly<Record<string, string>> = {
  datetime: 'a date and time with its offset, like 2026-02-25T20:45:00+01:00',
};

/** What a complaint calls the part that a path names: by its type where it has one, else by its key. */
const ownerOf = (path: readonly PropertyKey[], checked: Checked): string => {
  const schema = schemaAt(checked, path, 'whole');
  const word = schema instanceof z.ZodDiscriminatedUnion ? kindOf(schema, partAt(checked.value, path)) : undefined;
  if (word !== undefined) return withArticle(word);
  const key = path.findLast((step) => typeof step === 'string');
  return key === undefined ? checked.what : quote(String(key));
};

/** The schema of the part that a path names, where the schema says; of a union by kind, that of the kind it is. */
const schemaAt = ({ schema, value }: Checked, path: readonly PropertyKey[], end?: 'whole'): z.ZodType | undefined => {
  let part: z.ZodType | undefined = schema;
  for (const [depth, step] of path.entries()) {
    if (part === undefined) return undefined;
    part = partOf(narrowed(unwrap(part), partAt(value, path.slice(0, depth))), String(step));
  }
  if (part === undefined) return undefined;
  return end === 'whole' ? unwrap(part) : narrowed(unwrap(part), partAt(value, path));
};

const narrowed = (schema: z.ZodType, part: unknown): z.ZodType => {
  if (!(schema instanceof z.ZodDiscriminatedUnion)) return schema;
  const kind = kindOf(schema, part);
  const options = schema.options as readonly z.ZodType[];
  return options.find((option) => kind !== undefined && hasKind(option, schema.def.discriminator, kind)) ?? schema;
};

/** What kind of thing a value says that it is, if that is one of those that there are. */
const kindOf = (schema: z.ZodDiscriminatedUnion, part: unknown): string | undefined => {
  const { discriminator } = schema.def;
  const word = partAt(part, [discriminator]);
  const options = schema.options as readonly z.ZodType[];
  return typeof word === 'string' && options.some((option) => hasKind(option, discriminator, word)) ? word : undefined;
};

const hasKind = (option: z.ZodType, discriminator: string, word: string): boolean =>
  (partOf(unwrap(option), discriminator)?.safeParse(word).success ?? false) === true;

const partOf = (schema: z.ZodType, key: string): z.ZodType | undefined => {
  if (schema instanceof z.ZodObject) return schema.shape[key] as z.ZodType | undefined;
  if (schema instanceof z.ZodArray) return schema.element as z.ZodType;
  if (schema instanceof z.ZodRecord) return schema.valueType as z.ZodType;
  if (schema instanceof z.ZodUnion) {
    return schema.options.map((option) => partOf(unwrap(option as z.ZodType), key)).find((part) => part !== undefined);
  }
  return undefined;
};

const keysOf = (schema: z.ZodType | undefined): string[] => {
  if (schema instanceof z.ZodObject) return Object.keys(schema.shape);
  return schema instanceof z.ZodUnion ? schema.options.flatMap((option) => keysOf(unwrap(option as z.ZodType))) : [];
};

/** Without `optional` around it. */
export const unwrap = (schema: z.ZodType): z.ZodType =>
  schema instanceof z.ZodOptional || schema instanceof z.ZodExactOptional
    ? unwrap(schema.unwrap() as z.ZodType)
    : schema;

/** What stands at the end of a path, own members only: `constructor` is nobody's field. */
const partAt = (value: unknown, path: readonly PropertyKey[]): unknown => {
  let part = value;
  for (const step of path) {
    if (typeof part !== 'object' || part === null || !Object.hasOwn(part, step)) return undefined;
    part = (part as Record<PropertyKey, unknown>)[step];
  }
  return part;
};
