import { asyncApi, MESSAGES } from './asyncapi.ts';
import { type JsonObject, type SchemaName, wholeSchema } from './json-schemas.ts';
import { openApi } from './openapi.ts';

/** What was said over one connection, in order: the examples are taken from it, so that they are real. */
export interface Said {
  readonly by: 'client' | 'server';
  readonly message: JsonObject;
}

export interface Document {
  /** In `docs/protocol`. */
  readonly path: string;
  readonly text: string;
}

/** The documents of the protocol, generated from the schemas that check the messages: AsyncAPI, OpenAPI, JSON Schema. */
export const documents = (version: string, said: readonly Said[]): readonly Document[] => [
  document('asyncapi.json', asyncApi(version, said)),
  document('openapi.json', openApi(version)),
  ...Object.entries(FILES).map(([name, schemas]) => document(`schemas/${name}.json`, wholeSchema(name, schemas))),
];

const FILES: Readonly<Record<string, readonly SchemaName[]>> = {
  'client-message': [MESSAGES.join, MESSAGES.control, MESSAGES.leave],
  'server-message': ['Welcome', 'Snapshot', 'Update', 'Opened', 'Entries', 'Rewound', 'Refused', 'Bye'],
  'recording-header': ['RecordingHeader'],
  entry: ['Entry'],
  event: ['Event'],
};

const document = (path: string, content: JsonObject): Document => ({
  path,
  text: `${JSON.stringify(content, undefined, 2)}\n`,
});
