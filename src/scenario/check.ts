import type * as z from 'zod';
import { type Amiss, amissIn } from '../journal/amiss.ts';
import { nearest } from '../journal/complaint.ts';
import { fieldOf, keyAt, placeAt, plain, type Written } from './place.ts';
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
  const amiss = amissIn(schema, value, what);
  for (const { path, key, message } of amiss.filter((each) => !isMisspelt(each, written, amiss))) {
    complaints.add(key === undefined ? placeAt(written, path) : keyAt(written, path, key), message);
  }
  return undefined;
};

/** Whether a key is wanted only because it was misspelt: `titel` for `title` is one slip, and told once. */
const isMisspelt = ({ path, key }: Amiss, written: Written, amiss: readonly Amiss[]): boolean => {
  const wanted = path.at(-1);
  const owner = partAt(written, path.slice(0, -1));
  if (key !== undefined || typeof wanted !== 'string' || fieldOf(owner, wanted) !== undefined) return false;
  return amiss.some(
    (other) =>
      other.key !== undefined && partAt(written, other.path) === owner && nearest(other.key, [wanted]) === wanted,
  );
};

const partAt = (written: Written | undefined, path: readonly PropertyKey[]): Written | undefined =>
  path.reduce<Written | undefined>(
    (part, step) => (part?.kind === 'list' ? part.items[Number(step)] : fieldOf(part, String(step))),
    written,
  );
