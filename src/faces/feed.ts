import { hourOf, inWords } from '../english/words.ts';
import type { ClubCode, Fixture, PersonId } from '../match/fixture.ts';
import type { Score } from '../match/laws/tie.ts';
import type { CommentaryItem, Importance, TimelineItem, Views } from '../projections/views.ts';
import { personName } from './names.ts';
import { type Shape, shapeOf, type Tone, toneOf } from './tone.ts';
import { kindInWords, words } from './words.ts';

/** A sentence of the commentary, with what has become of it since. */
export interface FeedLine {
  /** The commentary's key. */
  readonly id: string;
  /** The timeline's key of what it tells. */
  readonly entry: string;
  readonly leg: number;
  /** Entries that had been shown once it was told: a cursor to seek to. */
  readonly cursor: number;
  readonly label: string;
  readonly text: string;
  readonly importance: Importance;
  readonly shape: Shape;
  readonly tone: Tone;
  readonly club?: ClubCode;
  readonly person?: PersonId;
  /** After a goal that counts, as the sentence tells it: to be set apart. */
  readonly score?: Score;
  /** What it says doesn't hold any more: struck through. `corrected`: told anew elsewhere. */
  readonly struck?: 'superseded' | 'retracted' | 'corrected';
  /** What replaced it, and whatever else is to be known of it: `replaced by: penalty awarded`, `reported at 20:41`. */
  readonly notes: readonly string[];
  /** The line that tells what replaced it, where there is one. */
  readonly replacedBy?: string;
}

export interface FeedOptions {
  readonly filter?: 'all' | 'key';
  /** Lines that hold all of these words, without regard to case and accents. */
  readonly search?: string;
  /** Newest last unless told otherwise. */
  readonly newestFirst?: boolean;
  /** Of one leg alone. */
  readonly leg?: number;
}

type Seen = Pick<Views, 'commentary' | 'timeline'>;

/** The commentary in the order received, with what superseded, corrected or took back each line. */
export const feedOf = (views: Seen, fixture: Fixture, options: FeedOptions = {}): readonly FeedLine[] => {
  const { filter = 'all', search = '', newestFirst = false, leg } = options;
  const lines = linesOf(views, fixture);
  const wanted = wordsIn(search);
  if (filter === 'all' && wanted.length === 0 && leg === undefined) return newestFirst ? lines.toReversed() : lines;
  const chosen = lines.filter(
    (line) =>
      (filter === 'all' || line.importance === 'key') &&
      (leg === undefined || line.leg === leg) &&
      (wanted.length === 0 || holds(line, wanted)),
  );
  return newestFirst ? chosen.reverse() : chosen;
};

/** Where a search finds something: indices into the lines. */
export const foundIn = (lines: readonly FeedLine[], search: string): number[] => {
  const wanted = wordsIn(search);
  return wanted.length === 0 ? [] : lines.flatMap((line, index) => (holds(line, wanted) ? [index] : []));
};

/** Plain letters, so that `samardzic` finds Samardžić. */
export const folded = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ø', 'o').replaceAll('Ø', 'O').toLowerCase();

const wordsIn = (search: string): string[] =>
  folded(search)
    .split(/\s+/)
    .filter((word) => word !== '');

const holds = ({ label, text }: FeedLine, wanted: readonly string[]): boolean => {
  const plain = folded(`${label} ${text}`);
  return wanted.every((word) => plain.includes(word));
};

/** A view that is the same object as before gives the same lines, and a line that is the same gives the same one. */
const linesOf = ({ commentary, timeline }: Seen, fixture: Fixture): readonly FeedLine[] => {
  const known = LINES.get(commentary);
  if (known?.timeline === timeline && known.fixture === fixture) return known.lines;
  const cached = linesCache.get(fixture) ?? new WeakMap<CommentaryItem, Made>();
  linesCache.set(fixture, cached);
  const keys = new Map<string, string>();
  for (const [key, { entry }] of Object.entries(commentary)) if (!keys.has(entry)) keys.set(entry, key);
  const lines = Object.entries(commentary)
    .sort(([, a], [, b]) => a.order - b.order)
    .map(([id, item]) => {
      const about = timeline[item.entry];
      const by = timeline[replacing(item) ?? ''];
      const made = cached.get(item);
      if (made !== undefined && made.about === about && made.by === by) return made.line;
      const line = lineOf(id, item, about, by, keys, fixture);
      cached.set(item, { about, by, line });
      return line;
    });
  LINES.set(commentary, { timeline, fixture, lines });
  return lines;
};

interface Made {
  readonly about: TimelineItem | undefined;
  readonly by: TimelineItem | undefined;
  readonly line: FeedLine;
}

const linesCache = new WeakMap<Fixture, WeakMap<CommentaryItem, Made>>();
const LINES = new WeakMap<
  Views['commentary'],
  { readonly timeline: Views['timeline']; readonly fixture: Fixture; readonly lines: readonly FeedLine[] }
>();

const replacing = ({ retractedBy, correctedBy, supersededBy }: CommentaryItem): string | undefined =>
  retractedBy ?? correctedBy ?? supersededBy;

const lineOf = (
  id: string,
  item: CommentaryItem,
  about: TimelineItem | undefined,
  by: TimelineItem | undefined,
  keys: ReadonlyMap<string, string>,
  fixture: Fixture,
): FeedLine => {
  const { entry, leg, label, text, importance } = item;
  const struck = struckBy(item);
  const score = about?.score === undefined || struck !== undefined ? undefined : scoreIn(text);
  const replacedBy = keys.get(replacing(item) ?? '');
  return {
    id,
    entry,
    leg,
    cursor: Math.floor(item.order),
    label,
    text,
    importance,
    shape: about === undefined ? 'other' : shapeOf(about),
    tone: about === undefined ? 'quiet' : toneOf(about),
    ...(about?.club === undefined ? {} : { club: about.club }),
    ...(about?.person === undefined ? {} : { person: about.person }),
    ...(score === undefined ? {} : { score }),
    ...(struck === undefined ? {} : { struck }),
    notes: notesOf(item, about, by, fixture),
    ...(replacedBy === undefined || replacedBy === id ? {} : { replacedBy }),
  };
};

/** As it was told: the record works the score after a goal out anew with each correction, and the sentence stays. */
const scoreIn = (text: string): Score | undefined => {
  const [, home, away] = /(\d+)–(\d+)/.exec(text) ?? [];
  return home === undefined || away === undefined ? undefined : { home: Number(home), away: Number(away) };
};

const struckBy = ({ retractedBy, correctedBy, supersededBy }: CommentaryItem): FeedLine['struck'] =>
  retractedBy !== undefined
    ? 'retracted'
    : correctedBy !== undefined
      ? 'corrected'
      : supersededBy !== undefined
        ? 'superseded'
        : undefined;

const notesOf = (
  item: CommentaryItem,
  about: TimelineItem | undefined,
  by: TimelineItem | undefined,
  fixture: Fixture,
): string[] => {
  const { marks } = words;
  const notes: string[] = [];
  if (item.supersededBy !== undefined && by !== undefined) {
    const who = by.person === undefined ? '' : `, ${personName(fixture, by.person)}`;
    notes.push(marks.superseded(`${kindInWords(by.kind).toLowerCase()}${who} (${by.label})`));
  }
  if (item.retractedBy !== undefined)
    notes.push(by?.text === undefined ? marks.retracted : `${marks.retracted}: ${by.text}`);
  if (item.correctedBy !== undefined) notes.push(marks.corrected(wasOf(about, fixture)));
  if (item.received !== undefined) notes.push(lateIn(item.received, item.leg, fixture));
  if (about?.irregular !== undefined) notes.push(marks.irregular(inWords(about.irregular.code), about.irregular.law));
  if (about?.status !== undefined) notes.push(marks.statuses[about.status]);
  return notes;
};

/** With the day, where it isn't that of the match. */
const lateIn = (received: string, leg: number, { legs }: Fixture): string => {
  const [day, time] = [received.slice(0, 10), hourOf(received)];
  const kickOff = legs[leg - 1]?.kickOff;
  return words.marks.late(time, kickOff === undefined || kickOff.startsWith(day) ? undefined : day);
};

const wasOf = (about: TimelineItem | undefined, fixture: Fixture): string => {
  const was = about?.corrected?.was;
  if (about === undefined || was === undefined) return '';
  return [
    ...(was.label === about.label ? [] : [was.label]),
    ...(was.kind === about.kind ? [] : [kindInWords(was.kind).toLowerCase()]),
    ...(was.person === undefined || was.person === about.person ? [] : [personName(fixture, was.person)]),
    ...(was.club === undefined || was.club === about.club ? [] : [was.club]),
  ].join(', ');
};
