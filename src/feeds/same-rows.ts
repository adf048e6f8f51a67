import type { Entry } from '../journal/entry.ts';

export type EventEntry = Extract<Entry, { kind: 'event' }>;

/** What the feed said so far: each row under the id that it first came with. */
export interface Known {
  readonly entry: EventEntry;
  readonly stands: boolean;
}

/** Rows that say what a vanished one said are that one, whatever id they now have. */
export const withOldIds = (entries: readonly EventEntry[], known: ReadonlyMap<string, Known>): EventEntry[] => {
  const ids = new Set(entries.map(({ id }) => id));
  const vanished = new Map<string, string>();
  for (const [id, { entry, stands }] of known) if (stands && !ids.has(id)) vanished.set(contentOf(entry), id);
  if (vanished.size === 0) return [...entries];
  const renamed = new Map<string, string>();
  for (const entry of entries) {
    const content = contentOf(entry);
    const old = known.has(entry.id) ? undefined : vanished.get(content);
    if (old === undefined) continue;
    renamed.set(entry.id, old);
    vanished.delete(content);
  }
  return entries.map((entry) => {
    const event = { ...entry.event } as Record<string, unknown>;
    for (const field of REFERENCES) {
      const id = event[field];
      if (typeof id === 'string' && renamed.has(id)) event[field] = renamed.get(id);
    }
    return { ...entry, id: renamed.get(entry.id) ?? entry.id, event: event as EventEntry['event'] };
  });
};

/** The fields that name other entries. */
const REFERENCES = ['of', 'review', 'offence', 'penalty', 'award'] as const;

const contentOf = ({ event }: EventEntry): string =>
  JSON.stringify(Object.entries(event).sort(([a], [b]) => (a < b ? -1 : 1)));
