/**
 * Whether two values are equal as canonical JSON (RFC 8785): the order of keys says nothing, and a member that is
 * `undefined` isn't there. Far quicker than writing both out.
 */
export const isSame = (a: unknown, b: unknown): boolean => compare(a, b, undefined);

/**
 * The same for two values that change step by step and share what didn't change with the step before. Branches once
 * found equal aren't looked at again as long as both keep their reference, so that a step costs what changed in it.
 */
export const sameByStep = (): ((a: unknown, b: unknown) => boolean) => {
  const equal = new WeakMap<object, object>();
  return (a, b) => compare(a, b, equal);
};

const compare = (a: unknown, b: unknown, equal: WeakMap<object, object> | undefined): boolean => {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (equal?.get(a) === b) return true;
  const same = Array.isArray(a) || Array.isArray(b) ? sameList(a, b, equal) : sameMembers(a, b, equal);
  if (same) equal?.set(a, b);
  return same;
};

const sameList = (a: object, b: object, equal: WeakMap<object, object> | undefined): boolean =>
  Array.isArray(a) &&
  Array.isArray(b) &&
  a.length === b.length &&
  a.every((item, index) => compare(item, b[index], equal));

const sameMembers = (a: object, b: object, equal: WeakMap<object, object> | undefined): boolean => {
  let members = 0;
  for (const key of Object.keys(a)) {
    const member = (a as Record<string, unknown>)[key];
    if (member === undefined) continue;
    const other = (b as Record<string, unknown>)[key];
    // Most members are the same value, or share their reference.
    if (member !== other && !(Object.hasOwn(b, key) && compare(member, other, equal))) return false;
    members += 1;
  }
  const keys = Object.keys(b);
  if (keys.length === members) return true;
  for (const key of keys) if ((b as Record<string, unknown>)[key] !== undefined) members -= 1;
  return members === 0;
};
