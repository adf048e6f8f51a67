/**
 * An append-only list shared by successive states: each state sees its own prefix. Appending to the newest costs a
 * push, so that folding a match isn't quadratic; appending to an older one (after a seek back) copies its prefix.
 */
export class Ledger<T> {
  readonly length: number;
  readonly #items: T[];

  private constructor(items: T[], length: number) {
    this.#items = items;
    this.length = length;
  }

  static empty<T>(): Ledger<T> {
    return new Ledger<T>([], 0);
  }

  static of<T>(items: Iterable<T>): Ledger<T> {
    return Ledger.empty<T>().append(...items);
  }

  append(...added: readonly T[]): Ledger<T> {
    if (added.length === 0) return this;
    const items = this.#items.length === this.length ? this.#items : this.#items.slice(0, this.length);
    for (const item of added) items.push(item);
    return new Ledger(items, items.length);
  }

  at(index: number): T | undefined {
    return index < this.length ? this.#items[index] : undefined;
  }

  last(): T | undefined {
    return this.at(this.length - 1);
  }

  /** Whether `earlier` is a prefix of this one, as it is unless something was folded anew in between. */
  extends(earlier: Ledger<T>): boolean {
    return this.#items === earlier.#items && earlier.length <= this.length;
  }

  /** How many items both begin with; a copy of a prefix holds the same ones. */
  commonWith(other: Ledger<T>): number {
    let count = 0;
    while (count < this.length && count < other.length && this.#items[count] === other.#items[count]) count += 1;
    return count;
  }

  *[Symbol.iterator](): Generator<T> {
    for (let index = 0; index < this.length; index += 1) yield this.#items[index] as T;
  }

  *from(start: number): Generator<T> {
    for (let index = start; index < this.length; index += 1) yield this.#items[index] as T;
  }

  /** The newest item that fits, searched backwards. */
  findLast(fits: (item: T) => boolean): T | undefined {
    for (let index = this.length - 1; index >= 0; index -= 1) {
      const item = this.#items[index] as T;
      if (fits(item)) return item;
    }
    return undefined;
  }
}

/** A ledger whose items have an id, found without walking; of two with one id the first is found. */
export class Register<T extends { readonly id: string }> {
  readonly length: number;
  readonly #items: T[];
  readonly #places: Map<string, number>;

  private constructor(items: T[], places: Map<string, number>, length: number) {
    this.#items = items;
    this.#places = places;
    this.length = length;
  }

  static empty<T extends { readonly id: string }>(): Register<T> {
    return new Register<T>([], new Map(), 0);
  }

  append(item: T): Register<T> {
    const newest = this.#items.length === this.length;
    const items = newest ? this.#items : this.#items.slice(0, this.length);
    const places = newest ? this.#places : firstPlaces(items);
    if (!places.has(item.id)) places.set(item.id, items.length);
    items.push(item);
    return new Register(items, places, items.length);
  }

  get(id: string): T | undefined {
    const place = this.#places.get(id);
    return place === undefined || place >= this.length ? undefined : this.#items[place];
  }

  *[Symbol.iterator](): Generator<T> {
    for (let index = 0; index < this.length; index += 1) yield this.#items[index] as T;
  }

  /** What came after the item of that id; nothing where there is no such item. */
  *after(id: string): Generator<T> {
    const place = this.#places.get(id) ?? this.length;
    for (let index = place + 1; index < this.length; index += 1) yield this.#items[index] as T;
  }

  /** Newest first. */
  *backwards(): Generator<T> {
    for (let index = this.length - 1; index >= 0; index -= 1) yield this.#items[index] as T;
  }
}

const firstPlaces = (items: readonly { readonly id: string }[]): Map<string, number> => {
  const places = new Map<string, number>();
  for (const [place, { id }] of items.entries()) if (!places.has(id)) places.set(id, place);
  return places;
};

/** What was last said under each key, as an append-only list of changes: a state sees its own prefix. */
export class ChangeLog<T> {
  readonly length: number;
  readonly #changes: Ledger<readonly [key: string, value: T]>;
  readonly #places: Map<string, number[]>;
  #object: Readonly<Record<string, T>> | undefined;

  private constructor(changes: Ledger<readonly [key: string, value: T]>, places: Map<string, number[]>) {
    this.#changes = changes;
    this.#places = places;
    this.length = changes.length;
  }

  static empty<T>(): ChangeLog<T> {
    return new ChangeLog<T>(Ledger.empty(), new Map());
  }

  set(key: string, value: T): ChangeLog<T> {
    const changes = this.#changes.append([key, value]);
    const shared = changes.extends(this.#changes);
    const places = shared ? this.#places : placesOf(this.#changes);
    const known = places.get(key);
    if (known === undefined) places.set(key, [this.length]);
    else known.push(this.length);
    return new ChangeLog(changes, places);
  }

  get(key: string): T | undefined {
    const place = this.#places.get(key)?.findLast((at) => at < this.length);
    return place === undefined ? undefined : this.#changes.at(place)?.[1];
  }

  /** The latest value of each key; the same object each time it's asked for. */
  get object(): Readonly<Record<string, T>> {
    this.#object ??= Object.fromEntries(this.#changes);
    return this.#object;
  }

  *[Symbol.iterator](): Generator<readonly [key: string, value: T]> {
    yield* this.#changes;
  }

  /** The keys whose value may differ between this and another state: those of what came after they parted. */
  touchedSince(other: ChangeLog<T>): ReadonlySet<string> {
    if (this.length < other.length) return other.touchedSince(this);
    const since = this.#changes.extends(other.#changes) ? other.length : this.#changes.commonWith(other.#changes);
    return new Set([...other.#changes.from(since), ...this.#changes.from(since)].map(([key]) => key));
  }
}

const placesOf = <T>(changes: Ledger<readonly [key: string, value: T]>): Map<string, number[]> => {
  const places = new Map<string, number[]>();
  let place = 0;
  for (const [key] of changes) {
    const known = places.get(key);
    if (known === undefined) places.set(key, [place]);
    else known.push(place);
    place += 1;
  }
  return places;
};
