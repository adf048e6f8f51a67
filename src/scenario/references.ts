import { instead, quote } from '../journal/complaint.ts';
import type { EntryId } from '../journal/entry.ts';
import type { EventType } from '../match/event.ts';
import type { MatchTime } from '../match/time.ts';
import type { EntryReference } from './event.ts';
import type { Place } from './place.ts';
import type { Complaints } from './problem.ts';

/** An event that the log has told of, under its id. */
export interface Told {
  readonly type: EventType;
  readonly place: Place;
  readonly seq: number;
  /** Whether the id was written, rather than following from the seq. */
  readonly named: boolean;
  /** As last told; absent where it couldn't be read. */
  readonly at?: MatchTime;
  readonly retracted: boolean;
}

/** Complains about each `of`, `review`, `penalty` … that names nothing in the log, above or below. */
export const checkReferences = (
  references: readonly EntryReference[],
  told: ReadonlyMap<EntryId, Told>,
  complaints: Complaints,
): void => {
  for (const { place, type, field, id } of references) {
    if (told.has(id)) continue;
    complaints.add(place, () => {
      const { noun, types } = NAMED_BY[`${type ?? 'correction'} ${field}`] ?? NAMED_BY[field] ?? ANY_ENTRY;
      const fitting = [...told]
        .filter(([, event]) => types === undefined || types.includes(event.type))
        .map(([name]) => name);
      const hint = fitting.length === 0 ? `; the log has no ${noun}` : instead(id, fitting, 'there are');
      return `no such ${noun} ${quote(id)}${hint}`;
    });
  }
};

/** Complains about an id like `e7` where that is what a later entry is called, having none of its own. */
export const checkNames = (
  told: ReadonlyMap<EntryId, Told>,
  defaults: ReadonlyMap<EntryId, Place>,
  complaints: Complaints,
): void => {
  for (const [id, { named, place, seq }] of told) {
    const other = defaults.get(id);
    if (named && other !== undefined && id !== `e${seq}`) {
      complaints.add(place, `the id ${quote(id)} is what the entry of line ${other.line} is called; choose another`);
    }
  }
};

interface Named {
  readonly noun: string;
  readonly types?: readonly EventType[];
}

const ANY_ENTRY: Named = { noun: 'entry' };
const REVIEW: Named = { noun: 'review', types: ['var-check', 'var-review'] };
const CARD: Named = { noun: 'card', types: ['caution', 'second-yellow', 'red'] };

/** What a field names; by event and field where the event makes a difference. */
const NAMED_BY: Readonly<Record<string, Named>> = {
  'goal-disallowed of': { noun: 'goal', types: ['goal'] },
  'var-review of': REVIEW,
  'var-decision of': REVIEW,
  'card-transferred of': CARD,
  'card-cancelled of': CARD,
  review: REVIEW,
  penalty: { noun: 'penalty', types: ['penalty'] },
  award: { noun: 'award', types: ['penalty-awarded'] },
};
