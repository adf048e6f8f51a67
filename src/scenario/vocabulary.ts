import * as z from 'zod';
import { unwrap } from '../journal/amiss.ts';
import { EVENTS, type EventType } from '../match/event.ts';
import { clubCode, identifier } from '../match/fixture.ts';

/** What a field of an event holds, as far as its writing in a scenario differs from a recording's. */
export type FieldKind = 'person' | 'club' | 'entry' | 'other';

/** How an event is written in a scenario; all of it follows from the event's own schema. */
export interface EventWords {
  readonly type: EventType;
  /** What the line's value must be once references are resolved: the event without `type` and its times. */
  readonly payload: z.ZodObject;
  /** Other words for a field, where they aren't fields themselves: `team` for `club`. */
  readonly aliases: ReadonlyMap<string, string>;
  /** Where a bare reference goes: `corner: away`, `corner: away 9`. */
  readonly clubField: 'club' | undefined;
  readonly personField: 'person' | 'by' | undefined;
  /** Where any other bare value goes: `note: "…"`, `added-time: 3`. */
  readonly valueField: 'text' | 'minutes' | 'why' | undefined;
}

export const EVENT_TYPES: readonly EventType[] = EVENTS.map((event) => event.shape.type.value);

export const isEventType = (word: string): word is EventType => VOCABULARY.has(word as EventType);

export const wordsFor = (type: EventType): EventWords => VOCABULARY.get(type) as EventWords;

/** Fields of that name point at another entry of the log; every other id is a person's. */
const ENTRY_FIELDS: ReadonlySet<string> = new Set(['of', 'review', 'offence', 'penalty', 'award']);

export const kindOf = (name: string, schema: z.ZodType): FieldKind => {
  const bare = unwrap(schema);
  if (bare === clubCode) return 'club';
  if (bare !== identifier) return 'other';
  return ENTRY_FIELDS.has(name) ? 'entry' : 'person';
};

const CLUB_ALIASES = ['for', 'team', 'to'] as const;

const aliasesOf = (shape: z.ZodRawShape): ReadonlyMap<string, string> => {
  const aliases = new Map<string, string>();
  if ('club' in shape) for (const alias of CLUB_ALIASES) if (!(alias in shape)) aliases.set(alias, 'club');
  if ('person' in shape && !('by' in shape)) aliases.set('by', 'person');
  if ('by' in shape && !('person' in shape)) aliases.set('person', 'by');
  return aliases;
};

const isKind = (shape: z.ZodRawShape, name: string, kind: FieldKind): boolean =>
  name in shape && kindOf(name, shape[name] as z.ZodType) === kind;

const describe = (event: (typeof EVENTS)[number]): EventWords => {
  const { type, at: _at, incidentAt: _incidentAt, ...shape } = event.shape as typeof event.shape & z.ZodRawShape;
  // A note may be about a person, a suspension has a reason: words first, then whom they concern.
  const valueField = (['text', 'minutes'] as const).find((name) => name in shape);
  const clubField = isKind(shape, 'club', 'club') ? 'club' : undefined;
  const personField = (['person', 'by'] as const).find((name) => isKind(shape, name, 'person'));
  const refers = clubField !== undefined || personField !== undefined;
  return {
    type: type.value,
    payload: z.strictObject(shape),
    aliases: aliasesOf(shape),
    clubField: valueField === undefined ? clubField : undefined,
    personField: valueField === undefined ? personField : undefined,
    valueField: valueField ?? (!refers && 'why' in shape ? 'why' : undefined),
  };
};

const VOCABULARY: ReadonlyMap<EventType, EventWords> = new Map(
  EVENTS.map((event) => [event.shape.type.value, describe(event)]),
);
