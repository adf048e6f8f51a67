import type { Effect } from '../journal/journal.ts';
import { CODES } from '../match/decide.ts';

/** Announced on a line (`irregular`) that names an entry which the log doesn't have, as feeds do. */
export const UNKNOWN_ENTRY = 'unknown-entry';

/** What the history finds by itself, whatever the Laws say: what became of an entry when it came. */
export const EFFECT_CODES = {
  duplicate: 'duplicate',
  'suspected-duplicate': 'suspected-duplicate',
  conflict: 'conflict',
  parked: UNKNOWN_ENTRY,
  'unknown-subject': UNKNOWN_ENTRY,
} as const satisfies Readonly<Record<Exclude<Effect, 'applied'>, string>>;

/** Why an attempt may be refused. */
export const REFUSAL_CODES: readonly string[] = Object.keys(CODES);

/** What an entry may be announced to be. */
export const BREACH_CODES: readonly string[] = [...new Set([...REFUSAL_CODES, ...Object.values(EFFECT_CODES)])];
