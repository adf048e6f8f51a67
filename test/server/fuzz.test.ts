import * as fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import * as z from 'zod';
import { hear, type Session } from '../../src/server/session.ts';
import { clientMessage, control, refused, wish } from '../../src/wire/message.ts';
import { asker, follower, match, on, posted } from './follower.ts';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Path = readonly string[];

interface Schema {
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly const?: Json;
  readonly enum?: readonly Json[];
  readonly type?: string;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
}

/** One valid value of each alternative of a schema. */
const samples = (schema: Schema): Json[] => {
  const alternatives = schema.anyOf ?? schema.oneOf;
  if (alternatives !== undefined) return alternatives.flatMap(samples);
  if (schema.const !== undefined) return [schema.const];
  if (schema.enum !== undefined) return [...schema.enum];
  switch (schema.type) {
    case 'object':
      return objects(Object.entries(schema.properties ?? {}));
    case 'array':
      return [samples(schema.items ?? {})];
    case 'string':
      return ['a1'];
    case 'number':
    case 'integer':
      return [1];
    case 'boolean':
      return [true];
    default:
      throw new Error(`no sample of ${JSON.stringify(schema)}`);
  }
};

/** Each alternative of each field once, beside the first one of the others. */
const objects = (fields: readonly (readonly [string, Schema])[]): Json[] => {
  const values = fields.map(([name, schema]) => [name, samples(schema)] as const);
  const first = Object.fromEntries(values.map(([name, [value]]) => [name, value as Json]));
  return values.flatMap(([name, all]) => all.map((value) => ({ ...first, [name]: value })));
};

const pathsIn = (value: Json, path: Path = []): Path[] =>
  typeof value === 'object' && value !== null
    ? [path, ...Object.entries(value).flatMap(([key, inner]) => pathsIn(inner, [...path, key]))]
    : [path];

const withAt = (value: Json, [key, ...rest]: Path, wrong: Json | undefined): Json | undefined => {
  if (key === undefined) return wrong;
  const copy = structuredClone(value) as { [key: string]: Json };
  const inner = withAt(copy[key] as Json, rest, wrong);
  if (inner === undefined) delete copy[key];
  else copy[key] = inner;
  return copy;
};

const valueAt = (value: Json, path: Path): Json =>
  path.reduce((outer, key) => (outer as { [key: string]: Json })[key] as Json, value);

const isRecord = (value: Json): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);

const WRONG: readonly (Json | undefined)[] = [
  ...[undefined, null, true, 0, -1, 1.5, 1e308, '', 'nonsense', 'a:b', 'x'.repeat(500), '\ud800', '\u0000'],
  ...[
    [],
    {},
    [null],
    ['nonsense'],
    [[[]]],
    { toString: 1 },
    { length: -1 },
    { type: 'join' },
    { nested: { more: [] } },
  ],
];

/** Every valid message with every wrong value at every place, and with a field too many. */
const broken = (schema: z.ZodType): Json[] => {
  const valid = samples(z.toJSONSchema(schema, { io: 'input' }) as Schema).map((message) =>
    typeof message === 'object' && message !== null && 'match' in message ? { ...message, match } : message,
  );
  const all = valid.flatMap((message) => [
    ...pathsIn(message).flatMap((path) => WRONG.map((wrong) => withAt(message, path, wrong) ?? null)),
    ...pathsIn(message)
      .filter((path) => isRecord(valueAt(message, path)))
      .map((path) => withAt(message, [...path, 'surplus'], 1) ?? null),
  ]);
  return [...new Map(all.map((message) => [JSON.stringify(message), message])).values()];
};

test('the messages to be broken are whole, so that it is the breach that is refused', () => {
  const valid = samples(z.toJSONSchema(clientMessage, { io: 'input' }) as Schema);
  expect(valid.length).toBeGreaterThan(20);
  for (const message of valid) expect(clientMessage.safeParse(message).success, JSON.stringify(message)).toBe(true);
  expect(broken(clientMessage).length).toBeGreaterThan(1000);
});

describe('wrong types in each field of each message', () => {
  test('are refused over the socket, one by one in a sentence, and the connection stays', async () => {
    const { server, join } = await on({ messagesPerSecondMax: 1_000_000, playbacksPerClientMax: 1 });
    const client = follower(server.url);
    await client.hears({ type: 'welcome' });
    const wrong = broken(clientMessage).filter((message) => !clientMessage.safeParse(message).success);
    for (const message of wrong) client.say(message);
    const refusals = () => client.messages.filter(({ type }) => type === 'refused');
    await vi.waitFor(() => expect(refusals()).toHaveLength(wrong.length), { timeout: 5000 });
    for (const refusal of refusals()) {
      expect(refused.parse(refusal)).toEqual(refusal);
      expect(['malformed', 'unknown-type', 'invalid-message', 'unknown-view']).toContain(refusal.code);
      expect(refusal.message.length).toBeLessThan(700);
      expect(refusal.message).not.toMatch(/\p{Cc}|undefined|\[object/u);
    }
    client.say(join);
    await client.hears({ type: 'snapshot' });
  });

  test('that are no breach are done or refused, and the connection stays', async () => {
    const { server, join } = await on({ messagesPerSecondMax: 1_000_000, playbacksPerClientMax: 1 });
    const client = follower(server.url);
    await client.hears({ type: 'welcome' });
    const right = broken(clientMessage).filter((message) => clientMessage.safeParse(message).success);
    expect(right.length).toBeGreaterThan(20);
    for (const message of right) client.say(message);
    client.say({ ...join, views: ['result'] });
    await client.hears({ type: 'snapshot' });
  });

  test.each([
    ['control', control],
    ['playbacks', wish],
  ])('are refused over HTTP, by %s', async (path, schema) => {
    const { server } = await on({ requestsPerSecondMax: 100_000 });
    const ask = asker(server);
    // Each third, since a request costs more than a message.
    const wrong = broken(schema).filter((body, index) => index % 3 === 0 && !schema.safeParse(body).success);
    expect(wrong.length).toBeGreaterThan(20);
    const statuses = await Promise.all(
      wrong.map(async (body) => (await ask(`/matches/${match}/${path}`, posted(JSON.stringify(body)))).status),
    );
    expect(new Set(statuses)).toEqual(new Set([400]));
  });
});

test('whatever is said, there is one answer to it, and it is short', () => {
  const session: Session = {
    matches: [match],
    isOn: ({ playback }) => playback === undefined,
    follows: () => false,
    mayControl: () => true,
  };
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.json({ maxDepth: 6 }),
    fc
      .record(
        {
          type: fc.constantFrom('join', 'leave', 'control'),
          match: fc.constantFrom(match, '__proto__'),
          channel: fc.jsonValue(),
          views: fc.jsonValue(),
          playback: fc.jsonValue(),
          control: fc.jsonValue(),
        },
        { requiredKeys: ['type'] },
      )
      .map((value) => JSON.stringify(value)),
  );
  fc.assert(
    fc.property(anything, (text) => {
      const effect = hear(session, text);
      if (effect.kind !== 'refuse') return;
      expect(refused.safeParse(effect.refused).success).toBe(true);
      expect(effect.refused.message.length).toBeLessThan(700);
    }),
    { numRuns: 150 },
  );
});
