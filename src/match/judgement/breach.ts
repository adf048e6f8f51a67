import { CODES, type Code } from './codes.ts';

/** What the Laws have against an event. */
export interface Breach {
  readonly code: Code;
  /** As in the table of codes. */
  readonly law: string;
  /** A sentence, with who and what. */
  readonly message: string;
}

export const breach = (code: Code, message: string): Breach => ({ code, law: CODES[code].law, message });

/** The breaches of those that hold: `when(left === 0, 'no-substitution-left', () => …)`. */
export const when = (holds: boolean, code: Code, message: () => string): Breach[] =>
  holds ? [breach(code, message())] : [];
