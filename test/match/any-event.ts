import * as fc from 'fast-check';
import * as z from 'zod';
import { EVENTS, type MatchEvent } from '../../src/match/event.ts';
import { clubCode, identifier } from '../../src/match/fixture.ts';
import type { Happening } from '../../src/match/state.ts';

/**
 * Whatever the schema of events lets through, sense or nonsense: people of both clubs, staff and strangers, clubs that
 * aren't playing, references to anything or nothing, any period and time.
 */
export const anyEvent = (): fc.Arbitrary<MatchEvent> =>
  fc.oneof(...EVENTS.map((schema) => arbitraryOf(schema) as fc.Arbitrary<MatchEvent>));

const EVENT_IDS = Array.from({ length: 12 }, (_, index) => `e${index + 1}`);
const PEOPLE = ['home-1', 'home-4', 'home-9', 'home-14', 'home-coach', 'away-4', 'away-9', 'away-15', 'stranger'];

const WORDS = ['shots', 'xg', 'offside', 'penalty', '3-4-3'];

/** Such events with ids, some of them twice. */
export const anyHappenings = (): fc.Arbitrary<Happening[]> =>
  fc.array(fc.record({ id: fc.constantFrom(...EVENT_IDS), event: anyEvent() }), { maxLength: 40 });

const arbitraryOf = (schema: z.core.$ZodType): fc.Arbitrary<unknown> => {
  if (schema === identifier) return fc.constantFrom(...EVENT_IDS, ...PEOPLE);
  if (schema === clubCode) return fc.constantFrom('HOM', 'AWY', 'XYZ');
  if (schema instanceof z.ZodObject) return objectOf(schema.shape);
  if (schema instanceof z.ZodLiteral) return fc.constantFrom(...schema.values);
  if (schema instanceof z.ZodEnum) return fc.constantFrom(...schema.options);
  if (schema instanceof z.ZodBoolean) return fc.boolean();
  if (schema instanceof z.ZodArray) return fc.array(arbitraryOf(schema.element), { maxLength: 4 });
  if (schema instanceof z.ZodRecord) {
    return fc.dictionary(arbitraryOf(schema.keyType) as fc.Arbitrary<string>, arbitraryOf(schema.valueType), {
      maxKeys: 3,
    });
  }
  if (schema instanceof z.ZodNumber) return numberOf(schema);
  if (schema instanceof z.ZodString) return fc.constantFrom(...WORDS.filter((word) => schema.safeParse(word).success));
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodExactOptional) return arbitraryOf(schema.unwrap());
  throw new Error(`no arbitrary for ${(schema as z.ZodType).def.type}`);
};

const objectOf = (shape: z.core.$ZodShape): fc.Arbitrary<unknown> => {
  const fields = Object.entries(shape);
  const requiredKeys = fields.filter(([, field]) => !(field instanceof z.ZodExactOptional)).map(([key]) => key);
  const arbitraries = Object.fromEntries(
    fields.map(([key, field]) => [key, key === 'elapsed' ? elapsed : key === 'leg' ? leg : arbitraryOf(field)]),
  );
  return fc.record(arbitraries, { requiredKeys });
};

/** Mostly within a half, on a few instants, so that things coincide. */
const elapsed = fc.oneof(
  fc.integer({ min: 0, max: 20 }).map((minutes) => minutes * 60_000),
  fc.integer({ min: -86_400_000, max: 86_400_000 }),
);
const leg = fc.constantFrom(1, 1, 1, 2, 2, 9);

const numberOf = (schema: z.ZodNumber): fc.Arbitrary<number> => {
  const min = Math.max(schema.minValue ?? -100, -100);
  const max = Math.min(schema.maxValue ?? 100, 100);
  return fc.integer({ min: Math.ceil(min), max: Math.floor(max) });
};
