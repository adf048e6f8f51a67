import { VIEW_NAMES } from '../projections/views.ts';
import { type JsonObject, jsonSchemas, type SchemaName, withThoseUsed } from './json-schemas.ts';
import { PROTOCOL } from './message.ts';

/** The same over HTTP, for those who poll or script, as OpenAPI 3.1 (https://spec.openapis.org/oas/v3.1.1.html). */
export const openApi = (version: string): JsonObject => ({
  openapi: '3.1.0',
  info: { title: 'Touchline', version, description: ABOUT, license: { name: 'MIT', identifier: 'MIT' } },
  servers: [{ url: 'http://127.0.0.1:8484', description: 'Where `touchline serve` listens unless told otherwise.' }],
  security: [{}, { bearer: [] }],
  paths: {
    '/matches': { get: get('What is on', { 200: ok('MatchList', 'The matches.', TAGGED), 304: UNCHANGED }) },
    '/matches/{match}': {
      parameters: [MATCH],
      get: get(
        'A match at a moment',
        { 200: ok('MatchState', 'The match.', TAGGED), 304: UNCHANGED, ...no(400, 404, 422) },
        [PLAYBACK, VIEWS, AT, AS_OF],
      ),
    },
    '/matches/{match}/journal': {
      parameters: [MATCH],
      get: get(
        'The journal as far as it has been shown',
        {
          200: {
            description:
              'A recording: the header, then an entry a line (`schemas/recording-header.json`, `schemas/entry.json`).',
            headers: TAGGED,
            content: { 'application/x-ndjson': { schema: { type: 'string' } } },
          },
          304: UNCHANGED,
          ...no(404),
        },
        [PLAYBACK],
      ),
    },
    '/matches/{match}/stream': {
      parameters: [MATCH],
      get: get(
        'A match as it goes on',
        {
          200: {
            description:
              'Server-sent events without a name, each a message of the WebSocket protocol (`schemas/server-message.json`). On the views channel `id` is the revision, and whoever comes back gets a snapshot; on the journal channel it is `epoch:seq`, from which it is resumed.',
            content: { 'text/event-stream': { schema: { type: 'string' } } },
          },
          ...no(400, 404, 429, 503),
        },
        [PLAYBACK, CHANNEL, VIEWS, SINCE, LAST_EVENT_ID],
      ),
    },
    '/matches/{match}/control': {
      parameters: [MATCH],
      post: post('Steer a showing', 'Control', { 200: ok('Controlled', 'Done.'), ...no(400, 403, 404, 422) }, [
        PLAYBACK,
        KEY,
      ]),
    },
    '/matches/{match}/playbacks': {
      parameters: [MATCH],
      post: post("Ask for a showing of one's own", 'Wish', {
        201: ok('PlaybackOpened', 'It ends when nobody has followed it for a while.', LOCATED),
        ...no(400, 404, 422, 429),
      }),
    },
    '/health': { get: get('Whether the server runs', { 200: status('It does.', 'ok') }) },
    '/ready': {
      get: get('Whether every match has something to show', {
        200: status('Each has.', 'ready'),
        503: status('Not yet, or not any more.', 'starting', 'stopping'),
      }),
    },
    '/metrics': {
      get: get('What the server does, for Prometheus', {
        200: { description: 'In its text format.', content: { 'text/plain': { schema: { type: 'string' } } } },
      }),
    },
  },
  components: {
    schemas: withThoseUsed(
      ['MatchList', 'MatchState', 'Control', 'Controlled', 'Wish', 'PlaybackOpened', 'Problem'],
      jsonSchemas((name) => `#/components/schemas/${name}`, 'draft-2020-12'),
    ),
    securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
  },
});

const ABOUT = `What the WebSocket protocol \`${PROTOCOL}\` tells (\`asyncapi.json\`), for those who poll or script. What
can't be done is answered with a \`Problem\`; a server that was started with a token answers 401 without one, 403 to pages
of strange origins, 429 to whoever asks too often.`;

const parameter = (
  where: 'path' | 'query' | 'header',
  name: string,
  description: string,
  schema: object,
): JsonObject => ({
  name,
  in: where,
  description,
  ...(where === 'path' && { required: true }),
  schema,
});

const TEXT = { type: 'string' };
const MATCH = parameter('path', 'match', 'The id of a match.', TEXT);
const PLAYBACK = parameter(
  'query',
  'playback',
  "The id of a showing of somebody's own; otherwise the public one.",
  TEXT,
);
const VIEWS: JsonObject = {
  ...parameter('query', 'views', 'Those that are wanted; otherwise all.', {
    type: 'array',
    items: { enum: VIEW_NAMES },
  }),
  explode: false,
};
const AT = parameter('query', 'at', "The match up to then, in match order: `57'`, `90+8'`, `L1 half-time`.", TEXT);
const AS_OF = parameter('query', 'asOf', 'As known then: a time as in `at`, or the number of an entry.', TEXT);
const CHANNEL = parameter('query', 'channel', 'What to follow.', { enum: ['views', 'journal'], default: 'views' });
const SINCE = parameter('query', 'since', 'What is held of the journal already, as `epoch:seq`.', TEXT);
const LAST_EVENT_ID = parameter('header', 'Last-Event-ID', 'What a browser sends when it comes back.', TEXT);
const KEY = parameter('header', 'Touchline-Key', "Of one's own showing, for those who are no operator.", TEXT);

const TAGGED = { ETag: { schema: TEXT, description: 'For `If-None-Match`.' } };
const LOCATED = { Location: { schema: TEXT, description: 'Of the showing.' } };
const UNCHANGED = { description: 'As it was.' };

const ref = (name: SchemaName): JsonObject => ({ $ref: `#/components/schemas/${name}` });
const asJson = (schema: object): JsonObject => ({ 'application/json': { schema } });

const ok = (name: SchemaName, description: string, headers?: object): JsonObject => ({
  description,
  ...(headers && { headers }),
  content: asJson(ref(name)),
});

const status = (description: string, ...values: string[]): JsonObject => ({
  description,
  content: asJson({ type: 'object', properties: { status: { enum: values } }, required: ['status'] }),
});

const WHY_NOT = {
  400: 'What was asked makes no sense.',
  403: 'It is not yours to ask.',
  404: 'There is no such match, showing or moment, or it has not been shown yet.',
  422: 'It was understood, and can’t be done.',
  429: 'That would be one too many.',
  503: 'Not now.',
};

const no = (...statuses: (keyof typeof WHY_NOT)[]): JsonObject =>
  Object.fromEntries(statuses.map((each) => [each, { description: WHY_NOT[each], content: asJson(ref('Problem')) }]));

const get = (summary: string, responses: object, parameters: readonly JsonObject[] = []): JsonObject => ({
  summary,
  ...(parameters.length > 0 && { parameters }),
  responses,
});

const post = (
  summary: string,
  body: SchemaName,
  responses: object,
  parameters: readonly JsonObject[] = [],
): JsonObject => ({ ...get(summary, responses, parameters), requestBody: { content: asJson(ref(body)) } });
