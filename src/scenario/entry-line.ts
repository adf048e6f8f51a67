import type { Entry } from '../journal/entry.ts';
import type { Effect } from '../journal/journal.ts';
import { REFERENCES } from '../journal/references.ts';
import type { MatchEvent } from '../match/event.ts';
import type { Fixture } from '../match/fixture.ts';
import { labelOf } from '../match/time.ts';
import type { MatchHistory } from '../playback/views.ts';

/** An entry for people, in the cells of a table. */
export interface EntryLine {
  readonly seq: number;
  /** `45+2'`; with its leg where there are two. Empty for a retraction, which has no match time. */
  readonly label: string;
  /** The event's type; with what was done to it, for a correction: `amend goal`. */
  readonly type: string;
  /** Who and what, and the entries that it names. */
  readonly about: string;
  /** What other lines call it, where that isn't `e` and its seq. */
  readonly id: string;
}

/** The last entries up to a cursor, oldest first. */
export const lastEntries = (history: MatchHistory, cursor: number, count: number): EntryLine[] =>
  history.entries
    .slice(Math.max(0, cursor - count), cursor)
    .map((entry) => entryLine(entry, history.fixture, history.effectAt(entry.seq) ?? 'applied'));

/** The cells under one another: `#3  45+2'  goal  Away 9 (AWY)  g1`. */
export const formatEntries = (lines: readonly EntryLine[]): string[] => {
  const rows = lines.map(({ seq, label, type, about, id }) => [`#${seq}`, label, type, about, id]);
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(0, ...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
};

const entryLine = (entry: Entry, fixture: Fixture, effect: Effect): EntryLine => {
  const doubt = effect === 'applied' ? '' : effect;
  const { seq } = entry;
  switch (entry.kind) {
    case 'event': {
      const { event } = entry;
      const about = joined(subjectOf(event, fixture), naming(event), doubt);
      return {
        seq,
        label: labelIn(event, fixture),
        type: event.type,
        about,
        id: entry.id === `e${seq}` ? '' : entry.id,
      };
    }
    case 'amendment': {
      const { event, of } = entry;
      const about = joined(subjectOf(event, fixture), `for ${of}`, doubt);
      return { seq, label: labelIn(event, fixture), type: `amend ${event.type}`, about, id: '' };
    }
    case 'retraction':
      return { seq, label: '', type: 'retract', about: joined(entry.of, entry.why ?? '', doubt), id: '' };
  }
};

const joined = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(', ');

const labelIn = ({ at }: MatchEvent, { legs }: Fixture): string =>
  `${legs.length > 1 ? `L${at.leg} ` : ''}${labelOf(at)}`;

/** Whom and what the event is about, in a few words. */
const subjectOf = (event: MatchEvent, fixture: Fixture): string => {
  const fields = event as unknown as Readonly<Record<string, unknown>>;
  const words: string[] = [];
  for (const [field, before] of PEOPLE) {
    const id = fields[field];
    // Whom it's for is told by a club's field too; a ruling's `by` is a body.
    if (typeof id === 'string')
      words.push(`${before}${event.type === 'ruling' && field === 'by' ? id : nameIn(id, fixture)}`);
  }
  if (typeof fields.club === 'string') words.push(`${words.length === 0 ? '' : 'for '}${fields.club}`);
  if (fields.own === true) words.push('own goal');
  for (const field of WORDS) if (typeof fields[field] === 'string') words.push(shortened(fields[field]));
  if (typeof fields.minutes === 'number') words.push(`+${fields.minutes}`);
  return words.join(', ');
};

const PEOPLE = [
  ['by', ''],
  ['person', ''],
  ['on', 'on '],
  ['off', 'off '],
  ['to', 'to '],
  ['assist', 'assist '],
  ['against', 'against '],
] as const;

const WORDS = ['category', 'kind', 'for', 'outcome', 'reason', 'text', 'why'] as const;
const WORDS_LENGTH_MAX = 48;

const shortened = (text: string): string =>
  text.length <= WORDS_LENGTH_MAX ? text : `${text.slice(0, WORDS_LENGTH_MAX - 1).trimEnd()}…`;

/** `Away 9 (AWY)`; an id that the fixture doesn't have, as it is. */
const nameIn = (id: string, { clubs }: Fixture): string => {
  for (const [code, { people }] of Object.entries(clubs)) {
    const person = Object.hasOwn(people, id) ? people[id] : undefined;
    if (person !== undefined) return `${person.known ?? person.name} (${code})`;
  }
  return id;
};

const naming = (event: MatchEvent): string => {
  const fields = event as unknown as Readonly<Record<string, unknown>>;
  return joined(
    ...REFERENCES.flatMap((field) => (typeof fields[field] === 'string' ? [`${field} ${fields[field]}`] : [])),
  );
};
