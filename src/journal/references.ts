import type { MatchEvent } from '../match/event.ts';
import type { EntryId } from './entry.ts';

/** The fields of an event that name other entries. */
export const referencesOf = (event: MatchEvent): EntryId[] => {
  const named: EntryId[] = [];
  for (const field of REFERENCES) {
    const value = (event as unknown as Record<string, unknown>)[field];
    if (typeof value === 'string') named.push(value);
  }
  return named;
};

export const REFERENCES = ['of', 'review', 'offence', 'penalty', 'award'] as const;
