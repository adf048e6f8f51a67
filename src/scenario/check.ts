import type * as z from 'zod';
import { amissIn } from '../journal/amiss.ts';
import { keyAt, placeAt, plain, type Written } from './place.ts';
import type { Complaints } from './problem.ts';

/**
 * Checks what was written against a schema, and complains in the house's words, each at its own place. `what` names
 * the thing in a complaint about one of its keys: `a goal`.
 */
export const check = <T>(
  schema: z.ZodType<T>,
  written: Written,
  complaints: Complaints,
  what: string,
): T | undefined => {
  const value = plain(written);
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  for (const { path, key, message } of amissIn(schema, value, what)) {
    complaints.add(key === undefined ? placeAt(written, path) : keyAt(written, path, key), message);
  }
  return undefined;
};
