import * as z from 'zod';
import { viewsSchema } from '../../projections/schema.ts';
import { scenarioJsonSchema } from '../../scenario/format.ts';
import { type SchemaName, wholeSchema } from '../../wire/json-schemas.ts';
import { WrongUse } from '../complaint.ts';
import { print } from '../output.ts';

/** Prints the JSON Schema of what is so called. Throws `WrongUse` where there is none. */
export const printSchema = async (what: string): Promise<void> => {
  await print([JSON.stringify(schemaOf(what), null, 2)]);
};

/** JSON Schema (2020-12), with a `$defs` of whatever it uses. */
export const schemaOf = (what: string): object => {
  if (what === 'scenario') return scenarioJsonSchema();
  if (what === 'views') return z.toJSONSchema(viewsSchema, { reused: 'ref' });
  if (!Object.hasOwn(ON_THE_WIRE, what)) {
    throw new WrongUse(`there is no schema of "${what}"`, {
      word: what,
      names: ['scenario', 'views', ...Object.keys(ON_THE_WIRE)],
    });
  }
  return wholeSchema(what, ON_THE_WIRE[what] ?? []);
};

/** A recording is JSON Lines: what is described is one of its lines. */
const ON_THE_WIRE: Readonly<Record<string, readonly SchemaName[]>> = {
  recording: ['RecordingHeader', 'Entry'],
  event: ['Event'],
  entry: ['Entry'],
  message: [
    ...(['Join', 'ControlRequest', 'Leave'] as const),
    ...(['Welcome', 'Snapshot', 'Update', 'Opened', 'Entries', 'Rewound', 'Refused', 'Bye'] as const),
  ],
};
