export interface Backoff {
  /** The first wait is anything up to this, and the bound doubles with each attempt in a row. */
  readonly baseMs: number;
  readonly capMs: number;
  /** A connection that was open for so long counts as a success: the next wait begins at the base again. */
  readonly stableMs: number;
}

export const BACKOFF: Backoff = { baseMs: 500, capMs: 30_000, stableMs: 10_000 };

/**
 * How long to wait before attempt number `attempt` (0, 1, 2 …) in a row. Full jitter: anything from nothing up to the
 * exponential bound, so that those whom one restart threw out don't all come back at once (M. Brooker, "Exponential
 * Backoff And Jitter", AWS Architecture Blog, 2015). `random` gives 0 or more, less than 1.
 */
export const waitMs = (attempt: number, { baseMs, capMs }: Backoff, random: () => number): number =>
  Math.floor(random() * Math.min(capMs, baseMs * 2 ** attempt));
