import * as z from 'zod';
import { entry, reported } from '../journal/entry.ts';
import { recordingHeader } from '../journal/recording.ts';
import { matchEvent, matchTime } from '../match/event.ts';
import { fixture } from '../match/fixture.ts';
import * as message from './message.ts';

/** A JSON object as it's being written. */
export type JsonObject = { [key: string]: unknown };

/** What the documents describe, by the name that it has in them. */
const SCHEMAS = {
  Join: message.join,
  ControlRequest: message.controlRequest,
  Leave: message.leave,
  Control: message.control,
  Wish: message.wish,
  Welcome: message.welcome,
  Snapshot: message.snapshot,
  Update: message.update,
  Opened: message.opened,
  Entries: message.entriesMessage,
  Rewound: message.rewound,
  Refused: message.refused,
  Bye: message.bye,
  Head: message.snapshot.shape.head,
  Views: message.snapshot.shape.views,
  Patch: message.update.shape.patch,
  Fixture: fixture,
  Entry: entry,
  Event: matchEvent,
  MatchTime: matchTime,
  Reported: reported,
  RecordingHeader: recordingHeader,
  MatchList: message.matchList,
  MatchState: message.matchState,
  Controlled: message.controlled,
  PlaybackOpened: message.playbackOpened,
  Problem: message.httpError,
} as const;

export type SchemaName = keyof typeof SCHEMAS;
export const SCHEMA_NAMES = Object.keys(SCHEMAS) as SchemaName[];

/** What a reader should know of each, and of its fields where their names don't tell. */
const NOTES: Readonly<Record<SchemaName, { readonly about: string; readonly fields?: Readonly<JsonObject> }>> = {
  Join: {
    about:
      'Asks for the views or the journal of a match. Joining the same again gives a fresh snapshot; one connection is told of a showing once on each channel.',
    fields: {
      channel: '`views`: a snapshot, then updates. `journal`: `opened`, then the entries as the cursor passes them.',
      views: 'On the views channel: the names of those that are wanted; all of them where absent.',
      since:
        'On the journal channel: what the client holds already; only what follows is sent where the epoch is the same.',
      playback:
        "A showing of one's own: how a new one is to run, or the id of one that there is. Absent: the public one.",
    },
  },
  ControlRequest: {
    about:
      'Steers a showing. Operators may, and whoever asked for the showing; it is answered only where it is refused.',
    fields: { playback: 'The id of the showing, where it is not the public one.' },
  },
  Leave: { about: 'Ends what was joined of a showing, on both channels.' },
  Control: {
    about:
      'What a showing can be told to do. A seek is always as of a moment; `next` and `previous` go to what is so named.',
  },
  Wish: {
    about: "How a showing of one's own is to run; all of it is optional.",
    fields: {
      from: "Where it starts: a time as people write it, like `L2`, `57'` or `half-time`.",
      maxGap: 'How long a stretch of dead time may last, in milliseconds.',
      paused: 'Whether it waits to be told to play.',
    },
  },
  Welcome: { about: 'The first message of a connection: what is on, and what this client may do.' },
  Snapshot: {
    about: 'The whole of what was joined, at this moment. It replaces whatever was held of the showing.',
    fields: { revision: 'The next update is one more.' },
  },
  Update: {
    about:
      'What changed. Apply the patch where `revision` is one more than the last; otherwise one is missing, so join again.',
    fields: {
      cause: '`entries` came due, the cursor was moved, the playhead was steered, or the feed took something back.',
      entries: 'Those that the cursor passed; where the cause is play or correction.',
    },
  },
  Opened: {
    about:
      'The journal begins, or goes on. With another epoch than the one that is held, whatever is held is void. What follows are all entries up to the cursor, or those after `since`.',
    fields: { seq: 'What follows comes after this entry; whatever is held after it comes again.' },
  },
  Entries: {
    about: 'Entries that the cursor has passed, in order.',
    fields: { seq: 'Of the last one of them.' },
  },
  Rewound: {
    about: 'The cursor went back.',
    fields: { seq: 'Forget what is after it; it will come again.' },
  },
  Refused: {
    about: "What the client asked for won't be done; the connection stays.",
    fields: {
      code: 'For programs.',
      message: 'For people: what was wrong, and the nearest thing that would be right.',
      of: 'The `type` of the message that was refused, where it had one.',
    },
  },
  Bye: { about: 'The connection ends, with this code and reason in its close frame.' },
  Head: {
    about: 'Where a showing stands.',
    fields: {
      cursor: 'Entries shown so far.',
      entries: 'Entries that there are.',
      position: 'Playback time from the start of the showing, in milliseconds.',
      duration: 'Of the whole showing, in milliseconds.',
      at: 'Feed time.',
      watch:
        'The referee’s watch: milliseconds elapsed in the period. A client runs it on at `speed` while `playing` and while `clock.running`.',
      speed: 'Playback milliseconds a millisecond.',
    },
  },
  Views: { about: 'The views that were asked for, by name; those that are absent are not there yet, or do not apply.' },
  Patch: {
    about:
      'A JSON Merge Patch (RFC 7396) from the views of the revision before: `null` deletes, an object is merged, anything else replaces. `{}` where the head alone changed.',
  },
  Fixture: {
    about: "Who plays whom, when, under which competition's regulations; both legs, squads, staff, officials.",
  },
  Entry: {
    about: 'A line of the journal: an event as recorded, an amendment of an earlier one (in full), or its retraction.',
  },
  Event: { about: 'Something that happened, was decided, was ruled or was reported.' },
  MatchTime: {
    about:
      'The referee’s watch: `elapsed` is in milliseconds since the period began; in PEN, the number of the kick × 1,000.',
  },
  Reported: { about: 'Who reported an entry, and how sure the fact and its time are.' },
  RecordingHeader: { about: 'The first line of a recording; the entries follow, one a line.' },
  MatchList: { about: 'What is on.' },
  MatchState: {
    about: 'A match as it stands, or as it was asked for. `revision` is there where it is the present.',
  },
  Controlled: { about: 'Where the showing stands after it was steered.' },
  PlaybackOpened: { about: "A showing of one's own. Whoever gives `key` as `Touchline-Key` may control it." },
  Problem: { about: "What couldn't be done: a code for programs, and a sentence for people." },
};

const NAMES = z.registry<{ readonly id: string }>();
for (const [id, schema] of Object.entries(SCHEMAS)) NAMES.add(schema, { id });

/** Every schema by its name, those that it uses referred to by `refTo`. */
export const jsonSchemas = (
  refTo: (name: string) => string,
  target: 'draft-7' | 'draft-2020-12',
): Record<SchemaName, JsonObject> => {
  const { schemas } = z.toJSONSchema(NAMES, {
    uri: refTo,
    target,
    // What a sender may send: the server's messages may gain fields.
    io: 'input',
    override: ({ jsonSchema, zodSchema }) => {
      delete jsonSchema.readOnly;
      // Any JSON at all, which needs no schema that refers to itself.
      if ((zodSchema as unknown) === SCHEMAS.Patch) jsonSchema.additionalProperties = true;
    },
  });
  return Object.fromEntries(SCHEMA_NAMES.map((name) => [name, described(name, schemas[name] as JsonObject)])) as Record<
    SchemaName,
    JsonObject
  >;
};

const described = (name: SchemaName, { $schema, $id, ...schema }: JsonObject): JsonObject => {
  const { about, fields = {} } = NOTES[name];
  const properties = { ...(schema.properties as Record<string, JsonObject> | undefined) };
  for (const [field, description] of Object.entries(fields)) {
    if (!(field in properties)) throw new Error(`${name} has no field "${field}" to tell about`);
    properties[field] = { ...properties[field], description };
  }
  return { title: name, description: about, ...schema, ...(schema.properties !== undefined && { properties }) };
};

/** One schema that stands by itself, with those that it uses. */
export const wholeSchema = (id: string, names: readonly SchemaName[]): JsonObject => {
  const refTo = (name: string): string => `#/$defs/${name}`;
  const [first, ...others] = names;
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: id,
    ...(others.length === 0 ? { $ref: refTo(first ?? '') } : { oneOf: names.map((name) => ({ $ref: refTo(name) })) }),
    $defs: withThoseUsed(names, jsonSchemas(refTo, 'draft-2020-12')),
  };
};

/** Some of the schemas, and whatever they refer to. */
export const withThoseUsed = (
  names: readonly SchemaName[],
  all: Readonly<Record<SchemaName, JsonObject>>,
): Record<string, JsonObject> => {
  const needed = new Set<string>(names);
  // A set grows while it's gone through, and each is gone through once.
  for (const name of needed)
    for (const used of refsIn(all[name as SchemaName])) needed.add(used.split('/').at(-1) ?? '');
  return Object.fromEntries(SCHEMA_NAMES.filter((name) => needed.has(name)).map((name) => [name, all[name]]));
};

/** Every `$ref` in a document. */
export const refsIn = (value: unknown): string[] => {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) =>
    key === '$ref' && typeof each === 'string' ? [each] : refsIn(each),
  );
};
