import { entryLine } from '../../../faces/entry-line.ts';
import { type Comparison, thenAndNow } from '../../../faces/then-and-now.ts';
import type { Fixture } from '../../../match/fixture.ts';
import { labelOf, parseTime, type TimeRef } from '../../../match/time.ts';
import type { JournalSoFar } from '../../panel.ts';
import { WORDS } from '../words.ts';

/** What somebody typed: each a time, or a number of entries; empty as the field says. */
export interface Asked {
  /** A moment of the match; empty: all of it that was known. */
  readonly at: string;
  /** Known at; empty: at that moment itself. */
  readonly first: string;
  /** Known at; empty: now. */
  readonly second: string;
}

export type Answered =
  | {
      readonly ok: true;
      readonly comparison: Comparison;
      readonly first: Side;
      readonly second: Side;
    }
  | { readonly ok: false; readonly field: keyof Asked; readonly message: string };

interface Side {
  /** `as known at 90+7'` */
  readonly title: string;
  /** Entries that were known. */
  readonly cursor: number;
}

/** One moment of the match, as known at two. */
export const compare = ({ history }: JournalSoFar, fixture: Fixture, asked: Asked): Answered => {
  const at = asked.at.trim() === '' ? undefined : parseTime(asked.at);
  if (asked.at.trim() !== '' && at === undefined) return wrong('at', WORDS.known.noSuchTime(asked.at));
  const sides = (['first', 'second'] as const).map((field) => {
    const text = asked[field].trim() || (field === 'first' ? asked.at.trim() : '');
    const asOf =
      text === '' ? undefined : /^\d+$/.test(text) && asked[field].trim() !== '' ? Number(text) : parseTime(text);
    if (text !== '' && asOf === undefined) return wrong(field, WORDS.known.noSuchTime(text));
    if (typeof asOf === 'number' && asOf > history.length) return wrong(field, WORDS.known.notYet(history.length));
    const answer = history.answer({
      ...(at === undefined ? {} : { at }),
      ...(asOf === undefined ? {} : { asOf: asOf as TimeRef | number }),
    });
    if (!answer.ok) return wrong(field, answer.message);
    return { ok: true as const, views: answer.views, cursor: answer.cursor, title: titleOf(asOf, text) };
  });
  const [first, second] = sides;
  if (first === undefined || second === undefined || !first.ok) return first as Answered;
  if (!second.ok) return second;
  return { ok: true, comparison: thenAndNow(first.views, second.views, fixture), first, second };
};

const wrong = (field: keyof Asked, message: string) => ({ ok: false as const, field, message });

const titleOf = (asOf: TimeRef | number | undefined, text: string): string => {
  if (asOf === undefined) return WORDS.known.asKnownNow;
  return WORDS.known.asKnownAt(typeof asOf === 'number' ? WORDS.known.entry(asOf) : text);
};

/** Each correction of the feed, with the question that shows what it changed. */
export const correctionsIn = (
  { entries, history }: JournalSoFar,
  fixture: Fixture,
): readonly { readonly seq: number; readonly label: string; readonly asked: Asked }[] =>
  entries.flatMap((entry) => {
    if (entry.kind === 'event' || history.effectAt(entry.seq) !== 'applied') return [];
    const about = entry.kind === 'amendment' ? entry.event : history.claimed(entry.of)?.event;
    const { title, about: who } = entryLine(entry, fixture);
    const when = about === undefined ? '' : `${labelOf(about.at)} `;
    return [
      {
        seq: entry.seq,
        label: `${when}${title}${who === '' ? '' : `, ${who}`}`,
        asked: { at: '', first: String(entry.seq - 1), second: String(entry.seq) },
      },
    ];
  });
