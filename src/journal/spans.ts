/** A value by cursor that seldom changes: only its changes are held. */
export class Spans<T> {
  readonly #spans: { readonly cursor: number; readonly value: T }[];
  #length = 1;

  /** `first` is the value at cursor 0. */
  constructor(first: T) {
    this.#spans = [{ cursor: 0, value: first }];
  }

  get last(): T {
    return (this.#spans[this.#spans.length - 1] as { readonly value: T }).value;
  }

  /** The value at the next cursor. */
  push(value: T): void {
    if (value !== this.last) this.#spans.push({ cursor: this.#length, value });
    this.#length += 1;
  }

  /** `undefined` where there is no such cursor. */
  at(cursor: number): T | undefined {
    return cursor >= 0 && cursor < this.#length ? lastUpTo(this.#spans, cursor)?.value : undefined;
  }
}

/** Of what lies in the order of cursors, the last that doesn't lie beyond this one; the first where all do. */
export const lastUpTo = <T extends { readonly cursor: number }>(items: readonly T[], cursor: number): T | undefined => {
  let low = 0;
  let high = items.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((items[middle] as T).cursor <= cursor) low = middle;
    else high = middle - 1;
  }
  return items[low];
};
