/** Any JSON value. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * The JSON Merge Patch (RFC 7396) that turns `before` into `after`; `undefined` where they are equal.
 *
 * A branch that kept its reference is skipped unseen. Arrays are replaced whole. Both sides are JSON whose objects hold
 * no `null`, since in a patch that means "delete"; a member that is `undefined` counts as absent, as in `JSON.stringify`.
 */
export const diff = (before: unknown, after: unknown): Json | undefined => {
  if (before === after) return undefined;
  if (!isObject(after)) return isSame(before, after) ? undefined : (after as Json);
  if (!isObject(before)) return after as Json;
  const patch: Record<string, Json> = {};
  let changed = false;
  const note = (key: string, change: Json): void => {
    put(patch, key, change);
    changed = true;
  };
  for (const key of Object.keys(after)) {
    if (after[key] === undefined) continue;
    const change = diff(own(before, key), after[key]);
    if (change !== undefined) note(key, change);
  }
  for (const key of Object.keys(before)) {
    if (before[key] !== undefined && own(after, key) === undefined) note(key, null);
  }
  return changed ? patch : undefined;
};

/**
 * `target` with a JSON Merge Patch (RFC 7396) applied. Neither argument is altered; what the patch leaves alone keeps
 * its reference, and where it changes nothing `target` itself comes back.
 */
export const apply = <Target>(target: Target, patch: Json): Target => merge(target, patch) as Target;

const merge = (target: unknown, patch: Json): unknown => {
  if (!isObject(patch)) return patch;
  const before = isObject(target) ? target : {};
  let after = before;
  // Copied at the first change, so that an empty patch costs nothing and keeps the reference.
  const writable = (): Record<string, unknown> => {
    if (after === before) after = { ...before };
    return after;
  };
  for (const key of Object.keys(patch)) {
    const change = patch[key] as Json;
    if (change === null) {
      if (Object.hasOwn(after, key)) delete writable()[key];
      continue;
    }
    const was = own(before, key);
    const is = merge(was, change);
    if (is !== was) put(writable(), key, is);
  }
  return after;
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A member of the object itself: `constructor` and `__proto__` are keys like any other, and prototypes are never read. */
const own = (object: Record<string, unknown>, key: string): unknown =>
  Object.hasOwn(object, key) ? object[key] : undefined;

const put = (object: Record<string, unknown>, key: string, value: unknown): void => {
  // Plain assignment to `__proto__` would set the prototype instead of a member.
  if (key !== '__proto__') object[key] = value;
  else Object.defineProperty(object, key, { value, writable: true, enumerable: true, configurable: true });
};

const isSame = (a: unknown, b: unknown): boolean => {
  if (a === b) return true;
  if (Array.isArray(a)) {
    return Array.isArray(b) && a.length === b.length && a.every((item, index) => isSame(item, b[index]));
  }
  if (!isObject(a) || !isObject(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && isSame(a[key], b[key]));
};
