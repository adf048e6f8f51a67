import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { generate } from '../../docs/protocol/generate.ts';
import { RECORDING, transcript } from '../../docs/protocol/transcript.ts';
import * as protocol from '../../src/protocol.ts';
import { type Server, serve } from '../../src/server/server.ts';
import { showingOf } from '../../src/server/showing.ts';
import { refsIn } from '../../src/wire/json-schemas.ts';
import { clientMessage, serverMessage } from '../../src/wire/message.ts';
import { resolve, type Schema, wrongWith } from './json-schema.ts';

const FOLDER = join(import.meta.dirname, '../../docs/protocol');
const written = (path: string) => JSON.parse(readFileSync(join(FOLDER, path), 'utf8'));

const generated = generate();
const said = transcript();
const asyncApi = written('asyncapi.json');
const openApi = written('openapi.json');
const urlOf = ({ url }: Server): string => url.replace('ws:', 'http:');
const typesOf = (union: typeof clientMessage | typeof serverMessage): string[] =>
  union.options.map(({ shape }) => shape.type.value);

describe('the documents', () => {
  test('are as the schemas say; else run: node docs/protocol/generate.ts', () => {
    for (const { path, text } of generated) {
      expect(readFileSync(join(FOLDER, path), 'utf8'), `${path} is out of date`).toBe(text);
    }
    const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'));
    expect(files.sort()).toEqual(generated.map(({ path }) => path).sort());
  });

  test.each(generated)('$path refers to nothing that is not there', ({ text }) => {
    const document = JSON.parse(text);
    const refs = refsIn(document);
    expect(refs.length).toBeGreaterThan(0);
    expect(refs.filter((ref) => resolve(ref, document) === undefined)).toEqual([]);
  });
});

describe('the AsyncAPI document', () => {
  const { channels, operations, components } = asyncApi;
  const { showings } = channels;

  test('has what AsyncAPI 3.0 demands', () => {
    expect(asyncApi).toMatchObject({ asyncapi: '3.0.0', info: { title: 'Touchline', version: expect.any(String) } });
    expect(showings).toMatchObject({ address: '/', messages: expect.any(Object) });
    for (const { action, channel, messages, reply } of Object.values<(typeof operations)[string]>(operations)) {
      expect(['send', 'receive']).toContain(action);
      expect(resolve(channel.$ref, asyncApi)).toBe(showings);
      for (const { $ref } of [...messages, ...(reply?.messages ?? [])]) {
        expect($ref).toMatch(/^#\/channels\/showings\/messages\/\w+$/);
      }
    }
  });

  test('tells of each message that there is, and which side says it', () => {
    const said = (action: string): string[] =>
      Object.values<(typeof operations)[string]>(operations)
        .filter((operation) => operation.action === action)
        .flatMap(({ messages }) => messages.map(({ $ref }: { $ref: string }) => $ref.split('/').at(-1)));
    expect(said('receive').sort()).toEqual(typesOf(clientMessage).sort());
    expect(said('send').sort()).toEqual(typesOf(serverMessage).sort());
    expect(Object.keys(components.messages).sort()).toEqual([...said('send'), ...said('receive')].sort());
  });

  test.each(Object.keys(components.messages))('has real examples of %s, which fit', (type) => {
    const { payload, examples } = components.messages[type];
    expect(examples.length).toBeGreaterThan(0);
    const real = said.map(({ message }) => message);
    for (const example of examples) {
      expect(wrongWith(example.payload, payload, asyncApi)).toEqual([]);
      expect(real).toContainEqual(example.payload);
    }
  });
});

describe('the JSON Schemas', () => {
  const files = {
    client: written('schemas/client-message.json'),
    server: written('schemas/server-message.json'),
    header: written('schemas/recording-header.json'),
    entry: written('schemas/entry.json'),
    event: written('schemas/event.json'),
  } satisfies Record<string, Schema>;
  const ofType = (type: string) => said.map(({ message }) => message).filter((message) => message.type === type);

  test('take whatever was said over a connection', () => {
    for (const { by, message } of said) expect(wrongWith(message, files[by], files[by])).toEqual([]);
    expect(said.length).toBeGreaterThan(20);
  });

  test('take the headers, entries and events that were told', () => {
    const headers = ofType('opened').map(({ header }) => header);
    const entries = ofType('entries').flatMap(({ entries }) => entries as { event?: unknown }[]);
    expect([headers.length, entries.length]).toEqual([2, 9]);
    for (const header of headers) expect(wrongWith(header, files.header, files.header)).toEqual([]);
    for (const entry of entries) {
      expect(wrongWith(entry, files.entry, files.entry)).toEqual([]);
      if (entry.event !== undefined) expect(wrongWith(entry.event, files.event, files.event)).toEqual([]);
    }
  });

  test.each<[string, keyof typeof files, unknown]>([
    ['a join without a channel', 'client', { type: 'join', match: 'm' }],
    ['a misspelt field of a client', 'client', { type: 'join', match: 'm', channel: 'views', view: ['clock'] }],
    ['a view that there is not', 'client', { type: 'join', match: 'm', channel: 'views', views: ['table'] }],
    ['a speed of nothing', 'client', { type: 'control', match: 'm', control: { type: 'speed', speed: 0 } }],
    ['a server that speaks as a client', 'server', { type: 'leave', match: 'm' }],
    ['a refusal without a sentence', 'server', { type: 'refused', code: 'malformed' }],
    ['an entry of no kind', 'entry', { seq: 1, offset: 0 }],
    ['an entry that counts from nought', 'entry', { kind: 'retraction', seq: 0, offset: 0, of: 'g1' }],
    ['an event that cannot happen', 'event', { type: 'home-run', at: { leg: 1, period: '1H', elapsed: 0 } }],
    ['a goal in no period', 'event', { type: 'goal', at: { leg: 1, period: '3H', elapsed: 0 } }],
    ['a header of another format', 'header', { ...(ofType('opened')[0]?.header as object), format: 'opta' }],
  ])('refuse %s', (_, file, value) => {
    expect(wrongWith(value, files[file], files[file])).not.toEqual([]);
  });

  test('let a server say more than is known today', () => {
    const more = { type: 'rewound', match: 'm', epoch: 'a1', seq: 4, mood: 'glum' };
    expect(wrongWith(more, files.server, files.server)).toEqual([]);
  });
});

describe('the OpenAPI document', () => {
  test('has what OpenAPI 3.1 demands', () => {
    expect(openApi).toMatchObject({ openapi: '3.1.0', info: { title: 'Touchline', version: expect.any(String) } });
    for (const [path, item] of Object.entries<(typeof openApi)['paths'][string]>(openApi.paths)) {
      const { parameters: shared = [], ...methods } = item;
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      expect(shared.map(({ name }: { name: string }) => name)).toEqual(inPath);
      for (const { responses, parameters = [] } of Object.values<(typeof methods)[string]>(methods)) {
        expect(Object.keys(responses).length).toBeGreaterThan(0);
        for (const response of Object.values<(typeof responses)[string]>(responses)) {
          expect(response.description).toEqual(expect.any(String));
        }
        for (const each of [...shared, ...parameters]) {
          expect(['path', 'query', 'header']).toContain(each.in);
          expect(each.schema).toBeDefined();
        }
      }
    }
  });

  describe('is how a server answers', () => {
    const match = 'atalanta-dortmund';
    let server: Server;
    beforeAll(async () => {
      server = await serve([showingOf(match, RECORDING, { playing: false })], { rate: 500 });
      await vi.waitFor(async () => expect((await fetch(`${urlOf(server)}ready`)).status).toBe(200));
    });
    afterAll(() => server.close());

    test.each<[method: 'GET' | 'POST', path: string, query: string, status: number, body?: object]>([
      ['GET', '/matches', '', 200],
      ['GET', '/matches/{match}', '', 200],
      ['GET', '/matches/{match}', '?views=clock,scoreboard', 200],
      ['GET', '/matches/{match}', "?at=1'&asOf=1", 200],
      ['GET', '/matches/{match}', '?views=clok', 400],
      ['GET', '/matches/{match}', '?at=later', 400],
      ['GET', '/matches/{match}', '?playback=p1', 404],
      ['GET', '/matches/{match}/journal', '', 200],
      ['GET', '/matches/{match}/stream', '?channel=both', 400],
      ['POST', '/matches/{match}/control', '', 200, { type: 'pause' }],
      ['POST', '/matches/{match}/control', '', 400, { type: 'stop' }],
      ['POST', '/matches/{match}/control', '', 422, { type: 'seek', to: { time: 'half-time' } }],
      ['POST', '/matches/{match}/playbacks', '', 201, { paused: true }],
      ['POST', '/matches/{match}/playbacks', '', 400, { speed: 0 }],
      ['GET', '/health', '', 200],
      ['GET', '/ready', '', 200],
      ['GET', '/metrics', '', 200],
    ])('%s %s%s with %i', async (method, path, query, status, body) => {
      const url = new URL(path.replace('{match}', match) + query, urlOf(server));
      const answer = await fetch(url, {
        method,
        ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
      });
      const operation = openApi.paths[path][method.toLowerCase()];
      expect([answer.status, Object.keys(operation.responses)]).toEqual([
        status,
        expect.arrayContaining([`${status}`]),
      ]);
      const type = answer.headers.get('content-type')?.split(';')[0] ?? '';
      const { schema } = operation.responses[status].content[type];
      const content = await answer.text();
      if (type === 'application/json') expect(wrongWith(JSON.parse(content), schema, openApi)).toEqual([]);
      const asked = operation.requestBody?.content['application/json'].schema;
      if (body !== undefined && status < 400) expect(wrongWith(body, asked, openApi)).toEqual([]);
      if (status === 400 && body !== undefined) expect(wrongWith(body, asked, openApi)).not.toEqual([]);
    });

    test('and whose stream speaks as the WebSocket does', async () => {
      const url = new URL(`/matches/${match}/stream?views=scoreboard`, urlOf(server));
      const { body, headers } = await fetch(url);
      expect(headers.get('content-type')).toMatch(/^text\/event-stream/);
      let heard = '';
      for await (const chunk of body ?? []) {
        heard += new TextDecoder().decode(chunk);
        if (/^data: .*\n\n/m.test(heard)) break;
      }
      const message = JSON.parse(/^data: (.*)$/m.exec(heard)?.[1] ?? '');
      const schema = written('schemas/server-message.json');
      expect(message.type).toBe('snapshot');
      expect(wrongWith(message, schema, schema)).toEqual([]);
    });
  });
});

test('touchline/protocol hands out the schemas of what is said, and of what it carries', () => {
  for (const { by, message } of said) {
    const schema = by === 'client' ? protocol.clientMessage : protocol.serverMessage;
    expect(schema.parse(message)).toEqual(message);
    if (message.type === 'opened') protocol.fixture.parse(protocol.recordingHeader.parse(message.header).fixture);
    for (const entry of (message.entries as unknown[] | undefined) ?? []) {
      const read = protocol.entry.parse(entry);
      if (read.kind === 'event') expect(protocol.matchEvent.parse(read.event)).toEqual(read.event);
    }
  }
  expect(protocol.CLOSES.ended.code).toBe(1000);
  expect(protocol.VIEW_NAMES).toContain('scoreboard');
});
