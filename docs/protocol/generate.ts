import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Document, documents } from '../../src/wire/documents.ts';
import { transcript } from './transcript.ts';

/** The documents as they ought to be, for this version of Touchline. */
export const generate = (): readonly Document[] => documents(version, transcript());

const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'));

// Run as a program, it writes them beside itself: node docs/protocol/generate.ts
if (process.argv[1] === import.meta.filename) {
  for (const { path, text } of generate()) {
    const file = join(import.meta.dirname, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}
