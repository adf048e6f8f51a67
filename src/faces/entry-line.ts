import type { Entry, EntryId } from '../journal/entry.ts';
import type { MatchEvent } from '../match/event.ts';
import type { Fixture } from '../match/fixture.ts';
import { formatTime } from '../match/time.ts';
import { personName } from './names.ts';
import { type Shape, shapeOf, type Tone, toneOf } from './tone.ts';
import { kindInWords } from './words.ts';

/** An entry of the journal in a line. */
export interface EntryLine {
  readonly seq: number;
  /** The id that others name it by: `e7` where it was given none. A correction is named by its number alone. */
  readonly id: EntryId;
  readonly kind: Entry['kind'];
  /** `L2 2H 97:53`; absent where a retraction says nothing of a time. */
  readonly time?: string;
  /** `Goal`, `Correction: Red card`, `Taken back` */
  readonly title: string;
  /** `Scamacca, ATA` */
  readonly about: string;
  readonly shape: Shape;
  readonly tone: Tone;
  /** Ids of the entries that it names, with the field that does. */
  readonly names: readonly { readonly field: string; readonly id: EntryId }[];
}

export const entryLine = (entry: Entry, fixture: Fixture): EntryLine => {
  const { seq, kind } = entry;
  if (kind === 'retraction') {
    const item = { kind };
    const names = [{ field: 'of', id: entry.of }];
    return { seq, id: `e${seq}`, kind, title: kindInWords(kind), about: entry.of, ...lookOf(item), names };
  }
  const { event } = entry;
  const title = kindInWords(event.type);
  return {
    seq,
    id: kind === 'event' ? entry.id : `e${seq}`,
    kind,
    time: formatTime(event.at, { leg: fixture.legs.length > 1 }),
    title: kind === 'event' ? title : `${kindInWords(kind)}: ${title}`,
    about: aboutOf(event, fixture),
    ...lookOf(kind === 'event' ? { kind: event.type, ...outcomeOf(event) } : { kind }),
    names: [...(kind === 'amendment' ? [{ field: 'of', id: entry.of }] : []), ...namedBy(event)],
  };
};

/** Everything that an entry says, in small letters, to search in. */
export const searchedIn = (entry: Entry, line: EntryLine): string =>
  `${line.id} ${line.title} ${line.about} ${JSON.stringify(entry)}`.toLocaleLowerCase('en');

const lookOf = (item: Parameters<typeof shapeOf>[0]): Pick<EntryLine, 'shape' | 'tone'> => ({
  shape: shapeOf(item),
  tone: toneOf(item),
});

const outcomeOf = (event: MatchEvent): { outcome?: string; own?: true } => ({
  ...('outcome' in event && event.outcome !== undefined ? { outcome: event.outcome } : {}),
  ...('own' in event && event.own === true ? { own: true } : {}),
});

const aboutOf = (event: MatchEvent, fixture: Fixture): string => {
  const people = PEOPLE.flatMap((field) => (field in event ? [(event as Record<string, unknown>)[field]] : []));
  const named = people.filter((id): id is string => typeof id === 'string').map((id) => personName(fixture, id));
  const club = 'club' in event && event.club !== undefined ? [event.club] : [];
  const clubs = 'clubs' in event ? Object.keys(event.clubs) : 'teams' in event ? Object.keys(event.teams) : [];
  return [...named, ...club, ...clubs].join(', ');
};

const PEOPLE = ['by', 'person', 'on', 'off', 'to'] as const;

const REFERENCES = ['of', 'review', 'offence', 'penalty', 'award'] as const;

const namedBy = (event: MatchEvent): { field: string; id: EntryId }[] =>
  REFERENCES.flatMap((field) => {
    const id = (event as Record<string, unknown>)[field];
    return typeof id === 'string' ? [{ field, id }] : [];
  });
