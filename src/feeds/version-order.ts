import type { EntryId } from '../journal/entry.ts';
import type { Unplaced } from './changes.ts';
import type { EventEntry } from './same-rows.ts';

/** Where rows stand among those of the same instant: the seq that a row first came with, and what goes before it. */
export type Ranks = Map<EntryId, { readonly seq: number; readonly rank: number }>;

/**
 * At one instant events stand as they were first told, so a whistle that is moved would come before a touch of that
 * instant which was told after it. What a version changes therefore gets an `order` wherever the version has it
 * elsewhere among the rows of its instant. `told` is how many entries came before these; ranks are noted in `ranks`.
 */
export const inVersionOrder = (
  changes: readonly Unplaced[],
  version: readonly EventEntry[],
  ranks: Ranks,
  told: number,
): Unplaced[] => {
  const changed = new Set<EntryId>();
  for (const [index, change] of changes.entries()) {
    if (change.kind === 'retraction') continue;
    const id = idOf(change);
    const seq = ranks.get(id)?.seq ?? told + index + 1;
    ranks.set(id, { seq, rank: seq });
    changed.add(id);
  }
  const orders = new Map<EntryId, number>();
  for (const rows of Map.groupBy(version, instantOf).values()) {
    if (rows.length < 2 || !rows.some(({ id }) => changed.has(id))) continue;
    let before = 0;
    for (const [index, { id }] of rows.entries()) {
      const { seq = 0, rank = 0 } = ranks.get(id) ?? {};
      const after = rows
        .slice(index + 1)
        .flatMap((row) => (changed.has(row.id) ? [] : (ranks.get(row.id)?.rank ?? [])));
      const order = rank < before ? before + 1 : Math.min(rank, Math.max(before, Math.min(...after) - 1));
      if (changed.has(id) && order !== rank) {
        orders.set(id, order);
        ranks.set(id, { seq, rank: order });
      }
      before = Math.max(before, ranks.get(id)?.rank ?? 0);
    }
  }
  return changes.map((change) => {
    const order = change.kind === 'retraction' ? undefined : orders.get(idOf(change));
    return order === undefined || change.kind === 'retraction' || change.event.at.order !== undefined
      ? change
      : { ...change, event: { ...change.event, at: { ...change.event.at, order } } };
  });
};

const idOf = (change: Exclude<Unplaced, { readonly kind: 'retraction' }>): EntryId =>
  change.kind === 'event' ? change.id : change.of;

const instantOf = ({ event: { at } }: EventEntry): string => `${at.leg} ${at.period} ${at.elapsed}`;
