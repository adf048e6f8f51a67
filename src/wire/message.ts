import * as z from 'zod';
import { entry } from '../journal/entry.ts';
import { recordingHeader } from '../journal/recording.ts';
import { fixture } from '../match/fixture.ts';
import { CAUSES, type Head } from '../playback/frame.ts';
import { SPEED_MAX } from '../playback/playhead.ts';
import { VIEW_NAMES, type Views } from '../projections/views.ts';
import type { Json } from './patch.ts';

/**
 * Everything that server and clients say to each other: a WebSocket subprotocol, text frames of JSON, one object a
 * frame. What clients say is checked strictly, so that a misspelt field is told and not ignored; what the server says
 * may gain fields, which a client passes over.
 */
export const PROTOCOL = 'touchline.v1.json';

/** The longest message that a client may send, unless the server is told otherwise. */
export const MESSAGE_BYTES_MAX = 65_536;

/**
 * Why a connection ends: the WebSocket close code (RFC 6455 §7.4) and the reason, as in `bye` and the close frame.
 * After `ended` (1000) there is nothing to come back for. After any other one may come back, after `stopping` (1001)
 * as soon as there is a server again.
 */
export const CLOSES = {
  ended: { code: 1000, reason: 'the showing has ended' },
  stopping: { code: 1001, reason: 'the server is stopping' },
  fault: { code: 1011, reason: 'a mistake of the server' },
  joinTimeout: { code: 4001, reason: 'nothing was joined in time' },
  tooSlow: { code: 4002, reason: 'too far behind' },
  unanswered: { code: 4003, reason: 'heartbeats went unanswered' },
  tooManyMessages: { code: 4004, reason: 'too many messages' },
  showingFailed: { code: 4005, reason: 'the showing has failed' },
} as const satisfies Record<string, { readonly code: number; readonly reason: string }>;
export type CloseName = keyof typeof CLOSES;

/** Operators may control a showing, viewers only watch it. */
export const ROLES = ['operator', 'viewer'] as const;
export type Role = (typeof ROLES)[number];

const match = z.string().min(1).max(200);
const playback = z.string().min(1).max(80);
/** Names one run through the journal; a loop is a new one. It holds no colon, since `epoch:seq` is an event id. */
const epoch = z.string().regex(/^[\w-]{1,80}$/, 'an epoch holds letters, digits, - and _');
const seq = z.int().min(0);
const revision = z.int().min(0);
const millis = z.number().min(0);
const speed = z.number().positive().max(SPEED_MAX);
/** `max` shows everything at once. */
const wantedSpeed = z.union([speed, z.literal('max')], `expected a number above 0 and up to ${SPEED_MAX}, or "max"`);
/** A time as people write it: 57', 45+2', L1 1H 02:04, half-time. */
const time = z.string().min(1).max(40);
const sentence = z.string();
const named = z.string().min(1).max(80);
const landmark = z.enum(['goal', 'key-moment']);

export const control = z.discriminatedUnion('type', [
  z.strictObject({ type: z.enum(['play', 'pause']) }),
  z.strictObject({ type: z.literal('speed'), speed: wantedSpeed }),
  z.strictObject({
    type: z.literal('seek'),
    to: z.union(
      [
        z.strictObject({ position: millis }),
        z.strictObject({ time }),
        z.strictObject({ cursor: z.int().min(0) }),
        z.strictObject({ next: landmark }),
        z.strictObject({ previous: landmark }),
      ],
      'expected one of { position }, { time }, { cursor }, { next } and { previous }, the last two "goal" or "key-moment"',
    ),
  }),
  z.strictObject({ type: z.literal('step'), by: z.literal([1, -1]) }),
]);

/** How a showing of one's own is to run; all of it is optional. `maxGap` in milliseconds. */
export const wish = z.strictObject({
  speed: z.exactOptional(wantedSpeed),
  from: z.exactOptional(time),
  maxGap: z.exactOptional(millis),
  paused: z.exactOptional(z.boolean()),
});

export const join = z.strictObject({
  type: z.literal('join'),
  match,
  channel: z.enum(['views', 'journal']),
  /** On the views channel; all where absent. */
  views: z.exactOptional(z.array(z.enum(VIEW_NAMES)).max(100)),
  /** On the journal channel: what the client has. */
  since: z.exactOptional(z.strictObject({ epoch, seq })),
  /** One's own showing: a new one, or one that was opened before. */
  playback: z.exactOptional(
    z.union([playback, wish], 'expected the id of a showing, or { speed, from, maxGap, paused }, all of them optional'),
  ),
});

export const controlRequest = z.strictObject({
  type: z.literal('control'),
  match,
  playback: z.exactOptional(playback),
  control,
});

export const leave = z.strictObject({ type: z.literal('leave'), match, playback: z.exactOptional(playback) });

export const clientMessage = z.discriminatedUnion('type', [join, controlRequest, leave]);

const head = z.object({
  cursor: z.int().min(0),
  entries: z.int().min(0),
  position: millis,
  duration: millis,
  at: z.iso.datetime({ offset: true, local: true }),
  watch: z.number(),
  playing: z.boolean(),
  speed,
}) satisfies z.ZodType<Head>;

// The shapes of the views have a schema of their own; here a view is an object of its name.
const views = z.partialRecord(z.enum(VIEW_NAMES), z.record(z.string(), z.unknown())) as unknown as z.ZodType<
  Partial<Views>
>;
const patch = z.partialRecord(z.enum(VIEW_NAMES), z.json()) as unknown as z.ZodType<
  Readonly<Partial<Record<keyof Views, Json>>>
>;
const entries = z.array(entry).readonly();
/** That of a recording; it may gain fields. */
const header = z.looseObject({ ...recordingHeader.shape });

const matches = z.array(z.object({ id: match, epoch, title: z.string() }));

export const welcome = z.object({
  type: z.literal('welcome'),
  protocol: z.literal(PROTOCOL),
  role: z.enum(ROLES),
  matches,
});

export const snapshot = z.object({
  type: z.literal('snapshot'),
  match,
  playback: z.exactOptional(playback),
  revision,
  head,
  fixture,
  views,
});

export const update = z.object({
  type: z.literal('update'),
  match,
  playback: z.exactOptional(playback),
  revision,
  cause: z.enum(CAUSES),
  head,
  /** Those that the cursor passed, when the cause is play or correction. */
  entries: z.exactOptional(entries),
  /** A JSON Merge Patch (RFC 7396) from the views of the revision before; `{}` when the head alone changed. */
  patch,
});

export const opened = z.object({
  type: z.literal('opened'),
  match,
  playback: z.exactOptional(playback),
  epoch,
  header,
  /** What follows comes after this entry; 0, or where the client said that it was. Whatever it has after it comes again. */
  seq: z.exactOptional(seq),
});

export const entriesMessage = z.object({
  type: z.literal('entries'),
  match,
  playback: z.exactOptional(playback),
  epoch,
  /** Of the last entry in it. */
  seq,
  entries,
});

export const rewound = z.object({
  type: z.literal('rewound'),
  match,
  playback: z.exactOptional(playback),
  epoch,
  /** Forget what is after it; it will come again. */
  seq,
});

export const refused = z.object({
  type: z.literal('refused'),
  match: z.exactOptional(match),
  playback: z.exactOptional(playback),
  code: named,
  message: sentence,
  /** The `type` that was refused. */
  of: z.exactOptional(named),
});

export const bye = z.object({ type: z.literal('bye'), code: z.int(), reason: sentence });

export const serverMessage = z.discriminatedUnion('type', [
  welcome,
  snapshot,
  update,
  opened,
  entriesMessage,
  rewound,
  refused,
  bye,
]);

/** What HTTP answers, where it isn't a message of the wire. `GET /matches` */
export const matchList = z.object({ matches });

/** `GET /matches/:id`: the showing as it stands, or as `at` and `asOf` ask; then it has no `revision`. */
export const matchState = z.object({
  match,
  playback: z.exactOptional(playback),
  epoch,
  revision: z.exactOptional(revision),
  head,
  fixture,
  views,
});

/** `POST /matches/:id/control`, whose body is a control: where the showing stands after it. */
export const controlled = z.object({ match, playback: z.exactOptional(playback), head });

/** `POST /matches/:id/playbacks`, whose body is a wish. Whoever gives `key` as `Touchline-Key` may control it. */
export const playbackOpened = z.object({ match, playback, epoch, key: z.string() });

/** What couldn't be done, over HTTP: a code as in `refused`, and a sentence. */
export const httpError = z.object({ code: named, error: sentence });

export type Control = z.infer<typeof control>;
export type Wish = z.infer<typeof wish>;
export type Join = z.infer<typeof join>;
export type ControlRequest = z.infer<typeof controlRequest>;
export type Leave = z.infer<typeof leave>;
export type ClientMessage = z.infer<typeof clientMessage>;

export type Welcome = z.infer<typeof welcome>;
export type Snapshot = z.infer<typeof snapshot>;
export type Update = z.infer<typeof update>;
export type Opened = z.infer<typeof opened>;
export type EntriesMessage = z.infer<typeof entriesMessage>;
export type Rewound = z.infer<typeof rewound>;
export type Refused = z.infer<typeof refused>;
export type Bye = z.infer<typeof bye>;
export type ServerMessage = z.infer<typeof serverMessage>;

export type MatchList = z.infer<typeof matchList>;
export type MatchState = z.infer<typeof matchState>;
export type Controlled = z.infer<typeof controlled>;
export type PlaybackOpened = z.infer<typeof playbackOpened>;
export type HttpError = z.infer<typeof httpError>;
