import type { Place } from './place.ts';
import type { Played } from './run.ts';
import type { Scenario } from './scenario.ts';

/** What is probably a slip in a scenario, though nothing forbids it. */
export interface Doubt {
  readonly place: Place;
  /** Of the entry. */
  readonly entry: number;
  /** A sentence without a full stop. */
  readonly message: string;
}

/**
 * Entries that have the id of one above them and say otherwise: mostly a line that was copied with its id. Whoever
 * means a feed that contradicts itself writes `received` beside it, since that comes later.
 */
export const copiedIdsIn = ({ lines, received }: Scenario, { recorded }: Pick<Played, 'recorded'>): Doubt[] => {
  const told = new Map<string, number>();
  return recorded.flatMap(({ entry, effect }) => {
    if (entry.kind !== 'event') return [];
    const first = told.get(entry.id);
    if (first === undefined) told.set(entry.id, entry.seq);
    const place = lines[entry.seq - 1];
    const above = first === undefined ? undefined : lines[first - 1];
    if (effect !== 'conflict' || received.has(entry.seq) || place === undefined || above === undefined) return [];
    const message = `${entry.id} is the id of the entry in line ${above.line} too, and says otherwise: it is kept and counts for nothing`;
    return [{ place, entry: entry.seq, message }];
  });
};
