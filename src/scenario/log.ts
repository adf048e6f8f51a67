import * as z from 'zod';
import { quote } from '../journal/complaint.ts';
import type { Entry, EntryId } from '../journal/entry.ts';
import type { EventType } from '../match/event.ts';
import type { MatchTime } from '../match/time.ts';
import { check } from './check.ts';
import { UNKNOWN_ENTRY } from './codes.ts';
import type { EntryReference } from './event.ts';
import { readExpected } from './expected.ts';
import { CORRECTION_FIELDS } from './format.ts';
import { type Beside, readBeside, soleEventIn, subjectOf } from './line.ts';
import { fieldOf, type Place, placeAt, textOf, type Written, type WrittenField } from './place.ts';
import { checkNames, checkReferences, type Told } from './references.ts';
import { type LogContext, readEvent, reportedIn } from './report.ts';
import type { Check } from './scenario.ts';
import { type Received, readAt } from './times.ts';

/** An entry before it has its feed time. */
export interface Draft {
  readonly place: Place;
  /** The match time that it comes at unless `received` says otherwise; of a retraction, that of what it retracts. */
  readonly at: MatchTime;
  readonly entry: Undated<Entry>;
  readonly received?: { readonly when: Received; readonly place: Place };
}

type Undated<T> = T extends Entry ? Omit<T, 'offset'> : never;

export interface Log {
  /** Without those that are wrong; then there are complaints. */
  readonly drafts: readonly Draft[];
  readonly checks: readonly Check[];
}

/** Reads the log, line by line: entries, and what must hold in between. */
export const readLog = (log: readonly Written[], context: LogContext): Log => {
  const reader = new LogReader(context);
  for (const line of log) reader.read(line);
  return reader.finish();
};

/** Remembers what the log has told so far: the seq, and the type and match time of every id. */
class LogReader {
  readonly #context: LogContext;
  readonly #drafts: Draft[] = [];
  readonly #checks: Check[] = [];
  readonly #told = new Map<EntryId, Told>();
  readonly #unnamed = new Map<EntryId, Place>();
  /** Ids of lines that are wrong themselves: those that name them aren't to blame. */
  readonly #unread = new Set<EntryId>();
  readonly #references: EntryReference[] = [];
  #seq = 0;

  constructor(context: LogContext) {
    this.#context = context;
  }

  read(line: Written): void {
    const { complaints, legs } = this.#context;
    const subject = subjectOf(line, complaints);
    if (subject === undefined || line.kind !== 'mapping') {
      // It was meant as an entry: those after it keep their seq, and so their ids.
      this.#seq += 1;
      this.#unread.add(`e${this.#seq}`);
      const id = textOf(fieldOf(line, 'id'));
      if (id !== undefined) this.#unread.add(id);
      return;
    }
    const { kind, field } = subject;
    const beside = readBeside(line, legs, complaints);
    if (kind === 'expect') this.#expect(line.place, field.value);
    else if (kind === 'attempt') this.#attempt(field, beside);
    else {
      this.#seq += 1;
      if (kind === 'event') this.#event(subject.type, field, beside);
      else if (kind === 'amend') this.#amendment(field, beside);
      else this.#retraction(field, beside);
    }
  }

  finish(): Log {
    const { complaints } = this.#context;
    const blamed = this.#references.filter(({ id }) => !this.#unread.has(id));
    checkReferences(blamed, this.#told, complaints);
    checkNames(this.#told, this.#unnamed, complaints);
    return { drafts: this.#drafts, checks: this.#checks };
  }

  #event(type: EventType, field: WrittenField, beside: Beside): void {
    const seq = this.#seq;
    const id = beside.id ?? `e${seq}`;
    this.#tell(id, type, beside);
    const event = readEvent({ type, field, use: 'entry' }, beside.at, beside, this.#reading);
    if (event === undefined) return;
    this.#add({ kind: 'event', seq, id, event, ...reportedIn(beside, beside.at) }, event.at, beside);
  }

  #amendment({ place, value }: WrittenField, beside: Beside): void {
    const { complaints, legs } = this.#context;
    const of = this.#named(withoutEvent(value), 'amend', beside);
    if (value.kind !== 'mapping') return;
    const sole = soleEventIn(
      value,
      ['of', 'at', 'why'],
      'an amendment gives the event anew and in full, like amend: { of: g1, goal: home 11 }',
      complaints,
    );
    const inner = value.fields.get('at');
    const time = inner === undefined ? beside.at : readAt(inner.value, legs, complaints);
    if (inner !== undefined && beside.timed) complaints.add(inner.place, 'the new time is given twice; once is enough');
    if (of === undefined || sole === undefined) return;

    const told = this.#told.get(of.of);
    const { type, field } = sole;
    if (told === undefined && inner === undefined && !beside.timed && !this.#unread.has(of.of)) {
      complaints.add(place, `nothing above is called ${quote(of.of)}, so this needs the time of the event: at`);
    }
    const kept = told?.at === undefined ? undefined : { at: told.at, minute: false };
    const timed = { ...beside, timed: true };
    const event = readEvent({ type, field, use: 'entry' }, time ?? kept, timed, this.#reading);
    if (event === undefined) return;
    if (told !== undefined) this.#told.set(of.of, { ...told, type, at: event.at, retracted: false });
    this.#add({ kind: 'amendment', seq: this.#seq, ...of, event, ...reportedIn(beside, time) }, event.at, beside);
  }

  #retraction({ value }: WrittenField, beside: Beside): void {
    const of = this.#named(value, 'retract', beside);
    if (of === undefined) return;
    const told = this.#told.get(of.of);
    if (told !== undefined) this.#told.set(of.of, { ...told, retracted: true });
    const at = told?.at ?? this.#drafts.at(-1)?.at ?? { leg: 1, period: 'pre', elapsed: 0 };
    this.#add({ kind: 'retraction', seq: this.#seq, ...of, ...reportedIn(beside, undefined) }, at, beside);
  }

  #expect(place: Place, written: Written): void {
    const expected = readExpected(written, this.#context.complaints);
    if (expected !== undefined) this.#checks.push({ kind: 'expect', place, cursor: this.#seq, expected });
  }

  #attempt({ place, value }: WrittenField, beside: Beside): void {
    const { complaints } = this.#context;
    const sole = soleEventIn(value, [], 'an attempt is at an event, like attempt: { goal: home 9 }', complaints);
    if (!beside.refusal)
      complaints.add(place, 'an attempt is refused, with a code: refused, like review-already-closed');
    const event = sole && readEvent({ ...sole, use: 'attempt' }, beside.at, beside, this.#reading);
    const { refused } = beside;
    if (event === undefined || refused === undefined) return;
    this.#checks.push({ kind: 'attempt', place: beside.place, cursor: this.#seq, event, refused });
  }

  get #reading() {
    return { ...this.#context, refer: (reference: EntryReference) => void this.#references.push(reference) };
  }

  #add(entry: Draft['entry'], at: MatchTime, { place, received, irregular }: Beside): void {
    this.#drafts.push({ place, at, entry, ...(received === undefined ? {} : { received }) });
    if (irregular.length === 0) return;
    const name = entry.kind === 'event' ? entry.id : `e${entry.seq}`;
    this.#checks.push({ kind: 'irregular', place, cursor: this.#seq, entry: name, codes: irregular });
  }

  /** Feeds send an event again, under its id; anything else under that id is a slip. */
  #tell(id: EntryId, type: EventType, { at, id: named, place, irregular }: Beside): void {
    if (named === undefined) this.#unnamed.set(id, place);
    const before = this.#told.get(id);
    // Where the id only follows from the seq, it was the other line that took it: see `checkNames`.
    if (named !== undefined && before !== undefined && before.type !== type && irregular.length === 0) {
      const { complaints } = this.#context;
      complaints.add(
        place,
        `${quote(id)} is already the ${before.type} of line ${before.place.line}; under that id it can only be sent again`,
      );
    }
    if (before !== undefined && !before.retracted) return;
    const told = { type, place, seq: this.#seq, named: named !== undefined, retracted: false };
    this.#told.set(id, at === undefined ? told : { ...told, at: at.at });
  }

  /** What a correction is about, and why. */
  #named(
    written: Written,
    field: 'amend' | 'retract',
    { irregular }: Beside,
  ): { of: EntryId; why?: string } | undefined {
    const { complaints } = this.#context;
    if (written.kind !== 'mapping') {
      complaints.add(written.place, `${field} names what it corrects, like ${field}: { of: g1 }`);
      return undefined;
    }
    const named = check(correction, written, complaints, quote(field));
    if (named !== undefined && !irregular.includes(UNKNOWN_ENTRY)) {
      this.#references.push({ place: placeAt(written, ['of']), field, id: named.of });
    }
    return named;
  }
}

const correction = z.strictObject(CORRECTION_FIELDS);

/** An amendment apart from the event that it gives. */
const withoutEvent = (written: Written): Written =>
  written.kind === 'mapping'
    ? { ...written, fields: new Map([...written.fields].filter(([key]) => key in CORRECTION_FIELDS)) }
    : written;
