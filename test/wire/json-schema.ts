// A plain reading of JSON Schema, apart from the library that writes ours: what the documents say is checked as a
// stranger would check it. It knows the keywords that they use, and no others.

export type Schema = boolean | { readonly [keyword: string]: unknown };

/** What is wrong with a value, as `place: keyword`; nothing where it fits. `root` is what `$ref` looks things up in. */
export const wrongWith = (value: unknown, schema: Schema, root: Schema, place = '$'): string[] => {
  if (typeof schema === 'boolean') return schema ? [] : [`${place}: false`];
  return Object.entries(schema).flatMap(([keyword, wanted]) => {
    const check = KEYWORDS[keyword];
    if (check === undefined) throw new Error(`${place}: no such keyword "${keyword}"`);
    const wrong = check(value, wanted as never, { schema, root, place });
    return wrong === false ? [`${place}: ${keyword}`] : wrong === true ? [] : wrong;
  });
};

/** What a `$ref` within a document means; `undefined` where there is no such thing. */
export const resolve = (ref: string, root: unknown): unknown => {
  if (!ref.startsWith('#/')) return undefined;
  const path = ref
    .slice(2)
    .split('/')
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  return path.reduce<unknown>((at, step) => (isObject(at) && Object.hasOwn(at, step) ? at[step] : undefined), root);
};

interface Context {
  readonly schema: { readonly [keyword: string]: unknown };
  readonly root: Schema;
  readonly place: string;
}

type Check = (value: unknown, wanted: never, context: Context) => boolean | string[];

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const typeOf = (value: unknown): string => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value);
const fits = (value: unknown, schema: Schema, { root }: Context): boolean =>
  wrongWith(value, schema, root).length === 0;
const note = (): boolean => true;

const KEYWORDS: Readonly<Record<string, Check>> = {
  $schema: note,
  $defs: note,
  title: note,
  description: note,
  format: note,
  default: note,
  $ref: (value, ref: string, { root, place }) => {
    const found = resolve(ref, root);
    if (found === undefined) throw new Error(`${place}: nothing at ${ref}`);
    return wrongWith(value, found as Schema, root, place);
  },
  type: (value, type: string) => (type === 'integer' ? Number.isInteger(value) : typeOf(value) === type),
  const: (value, wanted: unknown) => value === wanted,
  enum: (value, wanted: readonly unknown[]) => wanted.includes(value),
  allOf: (value, schemas: readonly Schema[], context) => schemas.every((each) => fits(value, each, context)),
  anyOf: (value, schemas: readonly Schema[], context) => schemas.some((each) => fits(value, each, context)),
  oneOf: (value, schemas: readonly Schema[], context) =>
    schemas.filter((each) => fits(value, each, context)).length === 1,
  properties: (value, properties: Readonly<Record<string, Schema>>, { root, place }) =>
    !isObject(value)
      ? []
      : Object.entries(properties).flatMap(([key, each]) =>
          Object.hasOwn(value, key) ? wrongWith(value[key], each, root, `${place}.${key}`) : [],
        ),
  required: (value, keys: readonly string[]) => !isObject(value) || keys.every((key) => Object.hasOwn(value, key)),
  additionalProperties: (value, each: Schema, { schema, root, place }) =>
    !isObject(value)
      ? []
      : Object.keys(value)
          .filter((key) => !Object.hasOwn((schema.properties ?? {}) as object, key))
          .flatMap((key) => wrongWith(value[key], each, root, `${place}.${key}`)),
  propertyNames: (value, each: Schema, { root, place }) =>
    !isObject(value) ? [] : Object.keys(value).flatMap((key) => wrongWith(key, each, root, `${place}.${key}`)),
  items: (value, each: Schema, { root, place }) =>
    !Array.isArray(value) ? [] : value.flatMap((item, index) => wrongWith(item, each, root, `${place}[${index}]`)),
  minItems: (value, least: number) => !Array.isArray(value) || value.length >= least,
  maxItems: (value, most: number) => !Array.isArray(value) || value.length <= most,
  minimum: (value, least: number) => typeof value !== 'number' || value >= least,
  maximum: (value, most: number) => typeof value !== 'number' || value <= most,
  exclusiveMinimum: (value, bound: number) => typeof value !== 'number' || value > bound,
  minLength: (value, least: number) => typeof value !== 'string' || [...value].length >= least,
  maxLength: (value, most: number) => typeof value !== 'string' || [...value].length <= most,
  pattern: (value, pattern: string) => typeof value !== 'string' || new RegExp(pattern, 'u').test(value),
};
