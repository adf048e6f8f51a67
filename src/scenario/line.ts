import * as z from 'zod';
import { instead, listed, nearest, quote } from '../journal/complaint.ts';
import type { Reported } from '../journal/entry.ts';
import type { EventType } from '../match/event.ts';
import { check } from './check.ts';
import { BREACH_CODES, REFUSAL_CODES } from './codes.ts';
import { LINE_FIELDS } from './format.ts';
import { type Place, textOf, type Written, type WrittenField, type WrittenMapping } from './place.ts';
import type { Complaints } from './problem.ts';
import { type Received, readAt, readReceived, type WrittenTime } from './times.ts';
import { EVENT_TYPES, isEventType } from './vocabulary.ts';

/** What a line of the log is about: an event, a correction, or something that must hold. */
export type Subject =
  | { readonly kind: 'event'; readonly type: EventType; readonly field: WrittenField }
  | { readonly kind: 'amend' | 'retract' | 'expect' | 'attempt'; readonly field: WrittenField };

/** What stands beside the subject. */
export interface Beside {
  readonly place: Place;
  readonly id?: string;
  readonly at?: WrittenTime;
  /** Whether a time was given, even one that can't be read. */
  readonly timed: boolean;
  readonly incidentAt?: WrittenTime;
  readonly order?: number;
  readonly received?: { readonly when: Received; readonly place: Place };
  readonly reported?: Reported;
  readonly detail?: WrittenField;
  readonly irregular: readonly string[];
  readonly refused?: string;
  /** Whether a code was given, even one that can't be read. */
  readonly refusal: boolean;
}

/** The one thing that a line is about, with its keys sorted out. `undefined` where that isn't one thing. */
export const subjectOf = (line: Written, complaints: Complaints): Subject | undefined => {
  if (line.kind !== 'mapping') {
    complaints.add(line.place, 'a line of the log is a mapping, like { at: "1H 12:30", goal: home 9 }');
    return undefined;
  }
  const subjects = [...line.fields].filter(([key]) => isSubject(key));
  const [first, second] = subjects;
  if (first === undefined) {
    const unknown = [...line.fields].find(([key]) => !ALLOWED_SOMEWHERE.has(key));
    const place = unknown?.[1].place ?? line.place;
    complaints.add(place, () =>
      unknown === undefined
        ? 'this line says nothing: it needs an event, like goal: home 9, or expect, attempt, amend or retract'
        : `no such event ${quote(unknown[0])}${eventMeant(unknown[0], SUBJECTS)}`,
    );
    return undefined;
  }
  if (second !== undefined) {
    complaints.add(
      second[1].place,
      `a line is about one thing; this one has ${quote(first[0])} and ${quote(second[0])}`,
    );
    return undefined;
  }
  const subject = subjectFor(first[0], first[1]);
  refuseOthers(line, subject, first[0], complaints);
  return subject;
};

/** The one event in a mapping that may hold a few other keys: in `amend`, in `attempt`. */
export const soleEventIn = (
  written: Written,
  others: readonly string[],
  expected: string,
  complaints: Complaints,
): { readonly type: EventType; readonly field: WrittenField } | undefined => {
  const fields = written.kind === 'mapping' ? [...written.fields].filter(([key]) => !others.includes(key)) : [];
  let sole: { readonly type: EventType; readonly field: WrittenField } | undefined;
  for (const [key, field] of fields) {
    if (!isEventType(key)) complaints.add(field.place, () => `no such event ${quote(key)}${eventMeant(key, others)}`);
    else if (sole !== undefined)
      complaints.add(field.place, `one event is enough; here are ${quote(sole.type)} and ${quote(key)}`);
    else sole = { type: key, field };
  }
  if (fields.length === 0) complaints.add(written.place, expected);
  return sole;
};

/** Reads what stands beside the subject; whatever is wrong is complained about and left out. */
export const readBeside = (line: WrittenMapping, legs: number, complaints: Complaints): Beside => {
  const value = (key: string): Written | undefined => line.fields.get(key)?.value;
  const given = <T>(key: string, read: (written: Written) => T | undefined): T | undefined => {
    const written = value(key);
    return written === undefined ? undefined : read(written);
  };
  const by = <T>(key: keyof typeof LINE_FIELDS | 'refused', schema: z.ZodType<T>): T | undefined =>
    given(key, (written) => check(schema, written, complaints, quote(key)));

  const irregular = by('irregular', LINE_FIELDS.irregular);
  const refused = by('refused', refusalCode);
  if (irregular !== undefined) checkCodes(value('irregular'), BREACH_CODES, complaints);
  if (refused !== undefined) checkCodes(value('refused'), REFUSAL_CODES, complaints);
  const id = by('id', LINE_FIELDS.id.unwrap());
  return dropAbsent({
    place: line.place,
    id,
    at: given('at', (written) => readAt(written, legs, complaints)),
    timed: value('at') !== undefined,
    incidentAt: given('incidentAt', (written) => readAt(written, legs, complaints)),
    order: by('order', LINE_FIELDS.order),
    received: given('received', (written) => {
      const when = readReceived(written, legs, complaints);
      return when === undefined ? undefined : { when, place: written.place };
    }),
    reported: by('reported', LINE_FIELDS.reported),
    detail: line.fields.get('detail'),
    irregular: irregular === undefined ? [] : [irregular].flat(),
    refused,
    refusal: value('refused') !== undefined,
  });
};

const refusalCode = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,79}$/, 'expected the code of a refusal, like review-already-closed');

const checkCodes = (written: Written | undefined, codes: readonly string[], complaints: Complaints): void => {
  for (const each of written?.kind === 'list' ? written.items : [written]) {
    const code = textOf(each);
    if (each === undefined || code === undefined || codes.includes(code)) continue;
    complaints.add(each.place, () => `no such code ${quote(code)}${codeMeant(code, codes)}`);
  }
};

const codeMeant = (code: string, codes: readonly string[]): string => {
  const near = nearest(code, codes);
  return near === undefined ? '; docs/codes.md lists them' : `; did you mean ${quote(near)}?`;
};

const eventMeant = (word: string, others: readonly string[]): string => {
  const near = nearest(word, [...EVENT_TYPES, ...others]);
  return near === undefined ? '; touchline schema event lists them' : `; did you mean ${quote(near)}?`;
};

const SUBJECTS = ['amend', 'retract', 'expect', 'attempt'] as const;
const isSubject = (key: string): boolean => isEventType(key) || (SUBJECTS as readonly string[]).includes(key);

const subjectFor = (key: string, field: WrittenField): Subject =>
  isEventType(key) ? { kind: 'event', type: key, field } : { kind: key as (typeof SUBJECTS)[number], field };

const ALLOWED: Readonly<Record<Subject['kind'], readonly string[]>> = {
  event: ['at', 'id', 'received', 'reported', 'incidentAt', 'order', 'detail', 'irregular'],
  amend: ['at', 'received', 'reported', 'incidentAt', 'order', 'detail', 'irregular'],
  retract: ['received', 'reported', 'irregular'],
  expect: [],
  attempt: ['at', 'incidentAt', 'order', 'detail', 'refused'],
};
const ALLOWED_SOMEWHERE: ReadonlySet<string> = new Set(Object.values(ALLOWED).flat());

/** Why a key that other lines have makes no sense here. */
const MISPLACED: Readonly<Record<string, string>> = {
  'retract at': 'a retraction has no match time of its own; say when it came in: received',
  'retract id': 'a correction has no id of its own; its entry is called e<seq>',
  'amend id': 'a correction has no id of its own; its entry is called e<seq>',
  'expect at': 'an expectation holds where it stands in the log; it has no time',
  'attempt irregular': 'an attempt is refused, with a code: refused',
};

const refuseOthers = (line: WrittenMapping, subject: Subject, name: string, complaints: Complaints): void => {
  const allowed = ALLOWED[subject.kind];
  for (const [key, { place }] of line.fields) {
    if (key === name || allowed.includes(key)) continue;
    complaints.add(
      place,
      () =>
        MISPLACED[`${subject.kind} ${key}`] ?? `no such key ${quote(key)} beside ${quote(name)}${others(key, allowed)}`,
    );
  }
};

const others = (key: string, allowed: readonly string[]): string => {
  const suggestion = instead(key, allowed);
  return suggestion.startsWith('; did') || allowed.length === 0 ? suggestion : `; there may be ${listed(allowed)}`;
};

type Optional<T> = { [Key in keyof T]: T[Key] | undefined };

const dropAbsent = (beside: Optional<Required<Beside>>): Beside =>
  Object.fromEntries(Object.entries(beside).filter(([, value]) => value !== undefined)) as unknown as Beside;
