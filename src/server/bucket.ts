import type { Millis } from '../match/time.ts';

/** So many a second on average, and twice as many at once (a token bucket). */
export class Bucket {
  readonly #perSecond: number;
  #tokens: number;
  #at: Millis;

  constructor(perSecond: number, now: Millis) {
    this.#perSecond = perSecond;
    this.#tokens = 2 * perSecond;
    this.#at = now;
  }

  /** Takes one, or as many as are wanted, unless there are too few left. */
  take(now: Millis, wanted = 1): boolean {
    this.#tokens = this.#tokensAt(now);
    this.#at = now;
    if (this.#tokens < wanted) return false;
    this.#tokens -= wanted;
    return true;
  }

  /** As if nothing had ever been taken. */
  isFull(now: Millis): boolean {
    return this.#tokensAt(now) >= 2 * this.#perSecond;
  }

  #tokensAt(now: Millis): number {
    return Math.min(2 * this.#perSecond, this.#tokens + (Math.max(0, now - this.#at) * this.#perSecond) / 1000);
  }
}
