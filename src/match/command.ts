import type { MatchEvent } from './event.ts';
import type { EventId } from './state.ts';

/** A command is an event that is asked for: the same words, before it has happened. `id` is what it would be called. */
export type Command = MatchEvent & { readonly id?: EventId };

/**
 * - `simulate`: a match by the Laws. What they forbid is refused; the log is complete, so what it doesn't tell of hasn't
 *   happened.
 * - `record`: what is reported has happened, lawful or not. A breach is one by what the log does tell: what it leaves
 *   out may have happened all the same.
 */
export type Mode = 'simulate' | 'record';
