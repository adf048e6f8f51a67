import type { Seen } from '../../client/connect.ts';
import type { Millis } from '../../match/time.ts';

/** What became of the connection, for whoever asks. */
export type Note = { readonly at: number } & (
  | { readonly kind: 'open' }
  | { readonly kind: 'joined'; readonly revision: number; readonly cursor: number }
  | { readonly kind: 'joined-again'; readonly revision: number; readonly cursor: number }
  | { readonly kind: 'journal-opened'; readonly epoch: string }
  | { readonly kind: 'journal-resumed'; readonly seq: number }
  | { readonly kind: 'lost'; readonly code: number; readonly reason: string; readonly inMs: Millis }
  | { readonly kind: 'quiet' }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'closed'; readonly reason: string }
);

const NOTES_MAX = 30;

/** With one more, the oldest of too many forgotten. */
export const noted = (notes: readonly Note[], note: Note): readonly Note[] => [...notes, note].slice(-NOTES_MAX);

/**
 * How evenly the pictures come. Nobody can tell from here how old the first one was; but while the showing plays, each
 * says which moment it is of, so that one sees how much later than the quickest it came.
 */
export interface Pace {
  readonly lateMs: Millis;
  /** When position 0 would have come, going by the quickest picture since the showing was last steered. */
  readonly zeroAt: Millis;
  readonly speed: number;
}

export const paceAfter = (before: Pace | undefined, { head, heardAt, cause }: Seen): Pace | undefined => {
  if (!head.playing) return undefined;
  const zeroAt = heardAt - head.position / head.speed;
  const isSame = before !== undefined && before.speed === head.speed && (cause === 'play' || cause === 'correction');
  if (!isSame) return { lateMs: 0, zeroAt, speed: head.speed };
  return { lateMs: Math.max(0, zeroAt - before.zeroAt), zeroAt: Math.min(zeroAt, before.zeroAt), speed: head.speed };
};
