import type { Recording } from '../journal/recording.ts';
import type { Fixture, PersonId } from '../match/fixture.ts';
import type { EventEntry } from './same-rows.ts';

/**
 * The events of a recording with people named as in another fixture of the same match: two versions of a feed may come
 * to different ids for one man, since ids depend on who else is listed. The provider's own id says who he is.
 */
export const inTermsOf = (fixture: Fixture, recording: Recording): EventEntry[] => {
  const names = differing(recording.header.fixture, fixture);
  const events = recording.entries.filter((entry) => entry.kind === 'event');
  if (names.size === 0) return events;
  return events.map((entry) => ({ ...entry, event: renamed(entry.event, names) as EventEntry['event'] }));
};

const differing = (from: Fixture, to: Fixture): Map<PersonId, PersonId> => {
  const ids = idsByRef(to);
  const names = new Map<PersonId, PersonId>();
  for (const [ref, id] of idsByRef(from)) {
    const other = ids.get(ref);
    if (other !== undefined && other !== id) names.set(id, other);
  }
  return names;
};

const idsByRef = ({ clubs }: Fixture): Map<string, PersonId> =>
  new Map(
    Object.values(clubs).flatMap(({ people }) =>
      Object.entries(people).flatMap(([id, { ref }]) => (ref === undefined ? [] : [[ref, id] as const])),
    ),
  );

/** People stand in many fields; words for a reader, and what is one of a list of words, in these. */
const WORDS: ReadonlySet<string> = new Set([
  'type',
  'detail',
  'text',
  'why',
  'kind',
  'outcome',
  'reason',
  'bodyPart',
  'category',
  'from',
  'to',
  'place',
  'into',
]);

const renamed = (value: unknown, names: ReadonlyMap<PersonId, PersonId>): unknown => {
  if (typeof value === 'string') return names.get(value) ?? value;
  if (Array.isArray(value)) return value.map((each) => renamed(each, names));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, WORDS.has(key) ? each : renamed(each, names)]),
  );
};
