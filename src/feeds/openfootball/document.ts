import type { FeedFile } from '../importer.ts';
import { type Day, dateOf } from './date-line.ts';
import { readScoreLine, type ScoreLine } from './score-line.ts';

/** A match as the file sets it out, its parts still text. */
export interface Section {
  readonly file: string;
  /** Of the match's own line, counted from one. */
  readonly line: number;
  readonly score: ScoreLine;
  readonly title?: string;
  readonly round?: string;
  readonly group?: string;
  readonly day: Day;
  /** The brackets below the score. */
  readonly goals?: Part;
  /** Whatever begins with a word and a colon, by that word: line-ups, `Refs`, `Penalties`, `Coaches`. */
  readonly parts: readonly (Part & { readonly name: string })[];
  /** Lines that are none of these. */
  readonly strange: readonly Part[];
}

export interface Part {
  readonly text: string;
  readonly line: number;
}

/** Cuts a Football.TXT file into its matches. Each line is looked at once. */
export function* sectionsOf({ name, text }: FeedFile): Generator<Section> {
  const heading: Heading = { day: {} };
  let open: Draft | undefined;
  let number = 0;
  for (const raw of text.split('\n')) {
    number += 1;
    const line = raw.replace(/\s+$/, '').replaceAll('\t', '  ');
    const kind = kindOf(line, open);
    if (open !== undefined && CLOSES.has(kind)) {
      yield sectionOf(open, name);
      open = undefined;
    }
    switch (kind) {
      case 'blank':
      case 'comment':
        if (kind === 'blank' && open !== undefined) open.last = undefined;
        break;
      case 'title':
        heading.title = line.replace(/^=+\s*|\s*=+$/g, '').trim();
        heading.day = {};
        break;
      case 'round':
        setRound(heading, line);
        break;
      case 'day':
        heading.day = { ...dateOf(line, yearsIn(heading.title), heading.day) };
        break;
      case 'match':
        open = draftOf(line, number, heading);
        break;
      case 'goals':
      case 'part':
      case 'more':
        if (open !== undefined) add(open, kind, line, number);
        break;
    }
  }
  if (open !== undefined) yield sectionOf(open, name);
}

interface Heading {
  title?: string;
  round?: string;
  group?: string;
  day: Day;
}

interface Draft extends Heading {
  readonly line: number;
  readonly score: ScoreLine;
  goals?: { text: string; line: number };
  readonly parts: { name: string; text: string; line: number }[];
  readonly strange: Part[];
  /** What a line that runs on belongs to. */
  last: { text: string } | undefined;
}

type Kind = 'blank' | 'comment' | 'title' | 'round' | 'day' | 'match' | 'goals' | 'part' | 'more';

const CLOSES: ReadonlySet<Kind> = new Set<Kind>(['title', 'round', 'day', 'match']);

const kindOf = (line: string, open: Draft | undefined): Kind => {
  const text = line.trim();
  if (text === '') return 'blank';
  if (text.startsWith('#')) return 'comment';
  if (/^=/.test(text)) return 'title';
  if (
    /^[▪»:]/.test(text) ||
    /^(?:Group \w+|Matchday \d+|Round of \d+|Final|Semi-finals?|Quarter-finals?)\s*(?:\||$)/i.test(text)
  )
    return 'round';
  const begins = /^\S/.test(line);
  if (open !== undefined && /^[([]/.test(text) && !begins && open.parts.length === 0)
    return open.goals === undefined ? 'goals' : 'more';
  if (begins && PART.test(text)) return 'part';
  // Kicks and goals hold scores too; they run on from a line that is open.
  if (open?.last !== undefined && !begins && (open.parts.length > 0 || isUnclosed(open.last.text))) return 'more';
  if (text.length < LINE_LENGTH_MAX && MATCH.test(text) && readScoreLine(withoutTime(text)) !== undefined)
    return 'match';
  if (DAY.test(text)) return 'day';
  return 'more';
};

/** Clubs, a score and a place take no more. */
const LINE_LENGTH_MAX = 400;
const PART = /^\p{L}[\p{L}\p{M} .&'’()-]{1,40}:(?=\s|$)/u;
const MATCH = /\sv(?:s\.?)?\s|\s\d{1,2}-\d{1,2}\s/i;
const DAY =
  /^\[?(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\b|\d{4}-\d\d-\d\d|\d{1,2}[ /.]\p{L}{3}|\p{L}{3,9}[ /]\d{1,2}\b)/u;

const isUnclosed = (text: string): boolean => (text.match(/[([]/g)?.length ?? 0) > (text.match(/[)\]]/g)?.length ?? 0);

const setRound = (heading: Heading, line: string): void => {
  const [, marks = '', words = ''] = /^([▪»:]*)\s*(.*)$/u.exec(line.trim()) ?? [];
  const text = words.replace(/\s*\|.*$/, '').trim();
  const isGroup = /^group\s+\S+$/i.test(text);
  if (isGroup) heading.group = text;
  else {
    heading.round = text;
    delete heading.group;
  }
  if (marks.length < 2 && isGroup) heading.round = text;
};

/** `(12)  18:00 UTC+3  Russia v …`: the number and the time of the match. */
const withoutTime = (text: string): string =>
  text.replace(/^\(\d+\)\s*/, '').replace(/^(?:\S+\s+)?\d{1,2}[:.]\d\d(?:\s+UTC[+-]\d{1,2}(?::\d\d)?)?\s+/, '');

const draftOf = (line: string, number: number, { title, round, group, day }: Heading): Draft => {
  const text = line.trim();
  const score = readScoreLine(withoutTime(text)) as ScoreLine;
  const prefix = text.slice(0, text.length - withoutTime(text).length);
  return {
    line: number,
    score,
    day: dateOf(`${prefix} ${score.rest}`, yearsIn(title), day),
    parts: [],
    strange: [],
    last: { text: '' },
    ...(title === undefined ? {} : { title }),
    ...(round === undefined ? {} : { round }),
    ...(group === undefined ? {} : { group }),
  };
};

const add = (draft: Draft, kind: 'goals' | 'part' | 'more', line: string, number: number): void => {
  const text = line.trim();
  if (kind === 'goals') {
    draft.goals = { text, line: number };
    draft.last = draft.goals;
  } else if (kind === 'part') {
    const colon = text.indexOf(':');
    const part = { name: text.slice(0, colon).trim(), text: text.slice(colon + 1).trim(), line: number };
    draft.parts.push(part);
    draft.last = part;
  } else if (draft.last === undefined || draft.last.text === '') draft.strange.push({ text, line: number });
  else draft.last.text = joined(draft.last.text, text);
};

/** A part that runs over thousands of lines is no line-up. */
const joined = (text: string, more: string): string => (text.length > PART_LENGTH_MAX ? text : `${text} ${more}`);
const PART_LENGTH_MAX = 10_000;

const sectionOf = ({ last: _last, ...draft }: Draft, file: string): Section => ({ file, ...draft });

/** `2018`, and of a season that runs over the new year `2018/19` both. */
const yearsIn = (title: string | undefined): readonly number[] => {
  const [, first, second] = /\b(\d{4})(?:[/-](\d{2,4}))?\b/.exec(title ?? '') ?? [];
  if (first === undefined) return [];
  const year = Number(first);
  return second === undefined ? [year] : [year, year + 1];
};
