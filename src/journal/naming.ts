import type { Entry, EntryId } from './entry.ts';

// Apart from the schema of an entry, so that a browser that folds a journal doesn't load a validator.

/** The id of the event that an entry is about: its own, or the one that it amends or retracts. */
export const subjectOf = (entry: Entry): EntryId => (entry.kind === 'event' ? entry.id : entry.of);

/** What an entry itself is called in the record's views; corrections have no id of their own. */
export const nameOf = (entry: Entry): string => (entry.kind === 'event' ? entry.id : `e${entry.seq}`);
