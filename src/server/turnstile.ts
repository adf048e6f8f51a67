import type { Millis } from '../match/time.ts';
import { countedAs } from './address.ts';
import { Bucket } from './bucket.ts';

export interface TurnstileOptions {
  readonly connectionsMax: number;
  readonly requestsPerSecondMax: number;
  readonly now: () => Millis;
}

/** Counts by address who is in, and how often he asks. */
export class Turnstile {
  readonly #options: TurnstileOptions;
  readonly #inside = new Map<string, number>();
  readonly #requests = new Map<string, Bucket>();

  constructor(options: TurnstileOptions) {
    this.#options = options;
  }

  /** Lets one more in, unless there are enough; whoever was let in has to be let out. */
  enter(address: string): boolean {
    const network = countedAs(address);
    const inside = this.#inside.get(network) ?? 0;
    if (inside >= this.#options.connectionsMax) return false;
    this.#inside.set(network, inside + 1);
    return true;
  }

  leave(address: string): void {
    const network = countedAs(address);
    const left = (this.#inside.get(network) ?? 0) - 1;
    if (left > 0) this.#inside.set(network, left);
    else this.#inside.delete(network);
  }

  /** Whether an address may ask once more, for something that costs as much as so many requests. */
  ask(address: string, cost = 1): boolean {
    const now = this.#options.now();
    if (this.#requests.size >= ADDRESSES_MAX) this.#forget(now);
    const network = countedAs(address);
    const bucket = this.#requests.get(network) ?? new Bucket(this.#options.requestsPerSecondMax, now);
    this.#requests.set(network, bucket);
    return bucket.take(now, cost);
  }

  /** Those who have been quiet, and if they are too few, all: memory must not grow with the number of addresses. */
  #forget(now: Millis): void {
    for (const [address, bucket] of this.#requests) if (bucket.isFull(now)) this.#requests.delete(address);
    if (this.#requests.size >= ADDRESSES_MAX) this.#requests.clear();
  }
}

const ADDRESSES_MAX = 10_000;
