import type { Said } from './documents.ts';
import { type JsonObject, jsonSchemas, type SchemaName, withThoseUsed } from './json-schemas.ts';
import { CLOSES, MESSAGE_BYTES_MAX, PROTOCOL } from './message.ts';

/** The protocol over WebSocket, as AsyncAPI 3.0 (https://www.asyncapi.com/docs/reference/specification/v3.0.0). */
export const asyncApi = (version: string, said: readonly Said[]): JsonObject => ({
  asyncapi: '3.0.0',
  info: { title: 'Touchline', version, description: ABOUT, license: { name: 'MIT' } },
  defaultContentType: 'application/json',
  servers: {
    local: {
      host: '127.0.0.1:8484',
      protocol: 'ws',
      description: 'Where `touchline serve` listens unless told otherwise. Behind a TLS proxy it is `wss`.',
      security: [ref('securitySchemes', 'bearer'), ref('securitySchemes', 'subprotocol')],
    },
  },
  channels: {
    showings: {
      address: '/',
      description: `Text frames of JSON, one object a frame; a client’s are at most ${MESSAGE_BYTES_MAX} bytes.`,
      messages: Object.fromEntries(TYPES.map((type) => [type, ref('messages', type)])),
      bindings: { ws: { method: 'GET', headers: HANDSHAKE, bindingVersion: '0.1.0' } },
    },
  },
  operations: {
    join: asked('join', ['snapshot', 'update', 'opened', 'entries', 'rewound', 'refused']),
    control: asked('control', ['update', 'refused']),
    leave: asked('leave', ['refused']),
    welcome: told(['welcome'], 'The first thing that is said.'),
    views: told(['snapshot', 'update'], 'To whoever has joined the views of a match.'),
    journal: told(['opened', 'entries', 'rewound'], 'To whoever has joined the journal of a match.'),
    part: told(['refused', 'bye'], 'What can’t be done, and why a connection ends.'),
  },
  components: {
    messages: Object.fromEntries(TYPES.map((type) => [type, messageOf(type, said)])),
    schemas: withThoseUsed(
      Object.values(MESSAGES),
      jsonSchemas((name) => `#/components/schemas/${name}`, 'draft-7'),
    ),
    securitySchemes: {
      bearer: { type: 'http', scheme: 'bearer', description: 'For programs.' },
      subprotocol: {
        type: 'httpApiKey',
        in: 'header',
        name: 'Sec-WebSocket-Protocol',
        description: 'For browsers, which can’t set headers: a second subprotocol `touchline.token.<token>`.',
      },
    },
  },
});

/** The schema of each `type` of message. */
export const MESSAGES = {
  join: 'Join',
  control: 'ControlRequest',
  leave: 'Leave',
  welcome: 'Welcome',
  snapshot: 'Snapshot',
  update: 'Update',
  opened: 'Opened',
  entries: 'Entries',
  rewound: 'Rewound',
  refused: 'Refused',
  bye: 'Bye',
} as const satisfies Record<string, SchemaName>;

type MessageType = keyof typeof MESSAGES;
const TYPES = Object.keys(MESSAGES) as MessageType[];

const ABOUT = `The WebSocket protocol \`${PROTOCOL}\`: football matches as live event streams.

Join a match and you get a \`snapshot\` of its views, then an \`update\` at each change, whose \`patch\` is a JSON Merge
Patch (RFC 7396). A gap in \`revision\` means: join again. The \`journal\` channel sends the entries themselves, each when
the cursor passes it, and is resumed with \`since\`. Pass over fields and types of message that you don't know.

A connection ends with one of these codes: ${Object.values(CLOSES)
  .map(({ code, reason }) => `${code} (${reason})`)
  .join(', ')}. After 1000 there is nothing to come back for; after any other, come back a while later.`;

const HANDSHAKE = {
  type: 'object',
  properties: {
    'Sec-WebSocket-Protocol': {
      type: 'string',
      description: `\`${PROTOCOL}\`, and beside it \`touchline.token.<token>\` where a token is needed.`,
    },
    Authorization: { type: 'string', description: '`Bearer <token>`, from those who can set it.' },
    Origin: {
      type: 'string',
      description: 'From a page: the server’s own, or one that the server was told to let in.',
    },
  },
};

const ref = (kind: string, name: string): JsonObject => ({ $ref: `#/components/${kind}/${name}` });
const channel = { $ref: '#/channels/showings' };
const inChannel = (type: MessageType): JsonObject => ({ $ref: `#/channels/showings/messages/${type}` });

const asked = (type: MessageType, replies: readonly MessageType[]): JsonObject => ({
  action: 'receive',
  channel,
  messages: [inChannel(type)],
  reply: { channel, messages: replies.map(inChannel) },
});

const told = (types: readonly MessageType[], summary: string): JsonObject => ({
  action: 'send',
  summary,
  channel,
  messages: types.map(inChannel),
});

const messageOf = (type: MessageType, said: readonly Said[]): JsonObject => ({
  name: type,
  title: MESSAGES[type],
  payload: ref('schemas', MESSAGES[type]),
  examples: examplesOf(said.map(({ message }) => message).filter((message) => message.type === type)),
});

/** One of each sort. */
const examplesOf = (messages: readonly JsonObject[]): JsonObject[] => [
  ...new Map(messages.map((payload) => [sortOf(payload), { payload }])).values(),
];

const sortOf = ({ channel, since, playback, cause, control, of }: JsonObject): string =>
  JSON.stringify([channel, since !== undefined, playback !== undefined, cause, (control as JsonObject)?.type, of]);
