import { type EntryId, subjectOf } from '../journal/entry.ts';
import { broughtBy } from './judgement.ts';
import type { Place } from './place.ts';
import type { Played } from './run.ts';
import type { Check, Scenario } from './scenario.ts';

/** What a scenario says beforehand of the breaches in its log. */
export interface Announcements {
  /** Where a breach of an event is announced: on its own line, on that of a correction, or of what made it one. */
  readonly placeOf: (id: EntryId, code: string) => Place | undefined;
  /** The entry that made an event this breach, where that was another's doing. */
  readonly since: (id: EntryId, code: string) => number | undefined;
}

export const announcedIn = ({ checks, recording }: Scenario, { recorded }: Played): Announcements => {
  const places = new Map<string, Place>();
  const culprits = new Map<string, number>();
  for (const each of recorded) {
    for (const { id, code } of broughtBy(each)) culprits.set(keyOf(id, code), each.entry.seq);
  }
  for (const check of checks.filter(isAnnouncement)) {
    const entry = recording.entries[check.cursor - 1];
    const passed = recorded[check.cursor - 1];
    if (entry === undefined || passed === undefined) continue;
    const brought = broughtBy(passed).filter(({ code }) => check.codes.includes(code));
    for (const { id, code } of brought) places.set(keyOf(id, code), check.place);
    for (const code of check.codes) places.set(keyOf(subjectOf(entry), code), check.place);
  }
  return {
    placeOf: (id, code) => places.get(keyOf(id, code)),
    since: (id, code) => {
      const seq = culprits.get(keyOf(id, code));
      const entry = seq === undefined ? undefined : recording.entries[seq - 1];
      return entry === undefined || subjectOf(entry) === id ? undefined : seq;
    },
  };
};

const isAnnouncement = (check: Check): check is Extract<Check, { kind: 'irregular' }> => check.kind === 'irregular';

const keyOf = (id: EntryId, code: string): string => `${code} ${id}`;
