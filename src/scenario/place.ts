/** Where something stands in a file; both count from one, as editors do. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/**
 * What somebody wrote, with the place of each part: a YAML document that has been read, its aliases followed.
 * Keys are unique, and none is a word that JavaScript objects already answer to.
 */
export type Written = WrittenScalar | WrittenList | WrittenMapping;

export interface WrittenScalar {
  readonly kind: 'scalar';
  readonly place: Place;
  readonly value: string | number | boolean | null;
}

export interface WrittenList {
  readonly kind: 'list';
  readonly place: Place;
  readonly items: readonly Written[];
}

export interface WrittenMapping {
  readonly kind: 'mapping';
  readonly place: Place;
  readonly fields: ReadonlyMap<string, WrittenField>;
}

export interface WrittenField {
  /** Of the key. */
  readonly place: Place;
  readonly value: Written;
}

/** The same as plain JSON, for a schema to check or a runner to compare with. */
export const plain = (written: Written): unknown => {
  switch (written.kind) {
    case 'scalar':
      return written.value;
    case 'list':
      return written.items.map(plain);
    case 'mapping':
      return Object.fromEntries([...written.fields].map(([key, { value }]) => [key, plain(value)]));
  }
};

/** What stands at the end of a path of keys and indices. */
export const partAt = (written: Written, path: readonly PropertyKey[]): Written | undefined => {
  let part: Written | undefined = written;
  for (const step of path) {
    if (part?.kind === 'mapping') part = part.fields.get(String(step))?.value;
    else if (part?.kind === 'list') part = part.items[Number(step)];
    else return undefined;
  }
  return part;
};

/** The place of what a path names, or of the last part of the path that was written. */
export const placeAt = (written: Written, path: readonly PropertyKey[]): Place => {
  for (let length = path.length; length > 0; length -= 1) {
    const part = partAt(written, path.slice(0, length));
    if (part !== undefined) return part.place;
  }
  return written.place;
};

/** The place of a key in the mapping that a path names. */
export const keyAt = (written: Written, path: readonly PropertyKey[], key: string): Place => {
  const mapping = partAt(written, path);
  return (mapping?.kind === 'mapping' ? mapping.fields.get(key)?.place : undefined) ?? placeAt(written, path);
};

export const fieldOf = (written: Written | undefined, key: string): Written | undefined =>
  written?.kind === 'mapping' ? written.fields.get(key)?.value : undefined;

/** The text of a scalar; a number counts, since `57` is a minute and `2025` a season. */
export const textOf = (written: Written | undefined): string | undefined =>
  written?.kind === 'scalar' && (typeof written.value === 'string' || typeof written.value === 'number')
    ? String(written.value)
    : undefined;
