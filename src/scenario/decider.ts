import type { Decide } from './judgement.ts';

/**
 * Who says what the Laws make of an event. The one place to fill in once `match/decide.ts` is there:
 * `export const decider: Decide = decide`. Until then attempts and breaches of the Laws are counted as not judged.
 */
export const decider: Decide | undefined = undefined;
