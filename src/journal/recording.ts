import * as z from 'zod';
import { fixture } from '../match/fixture.ts';
import { amissIn } from './amiss.ts';
import { found } from './complaint.ts';
import { type Entry, entry } from './entry.ts';
import { columnAt } from './json-column.ts';

export { feedTime } from './feed-time.ts';

export const FORMAT = 'touchline';
export const VERSION = 1;

/** The first line of a recording. */
export const recordingHeader = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  /** Feed time zero, ISO 8601 with an offset. */
  startedAt: z.iso.datetime({ offset: true }),
  id: z.exactOptional(z.string().min(1).max(200)),
  title: z.exactOptional(z.string().min(1).max(400)),
  why: z.exactOptional(z.string().max(4000)),
  /** Where a showing starts unless told otherwise: a time as people write it, like `L2`. */
  from: z.exactOptional(z.string().max(40)),
  fixture,
});

export type RecordingHeader = z.infer<typeof recordingHeader>;

/** A fixture and its journal, in one file. */
export interface Recording {
  readonly header: RecordingHeader;
  readonly entries: readonly Entry[];
}

/** What is wrong with a recording: `line` and `column` count from one. */
export interface RecordingProblem {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

export type RecordingRead =
  | { readonly ok: true; readonly recording: Recording; readonly warnings: readonly RecordingProblem[] }
  | { readonly ok: false; readonly problems: readonly RecordingProblem[] };

/**
 * Reads JSON Lines: the header, then one entry a line. A last line that was cut off in the middle is left out, with a
 * warning; anything else that is wrong is a problem with its place.
 */
export const readRecording = (text: string): RecordingRead => {
  const reader = new RecordingReader();
  const problems: RecordingProblem[] = [];
  const warnings: RecordingProblem[] = [];
  const entries: Entry[] = [];
  let header: RecordingHeader | undefined;
  for (const read of chain(reader.read(text), reader.end())) {
    if (read.kind === 'header') header = read.header;
    else if (read.kind === 'entry') entries.push(read.entry);
    else (read.kind === 'problem' ? problems : warnings).push(read.problem);
    if (problems.length >= PROBLEMS_MAX) break;
  }
  if (problems.length > 0 || header === undefined) return { ok: false, problems };
  return { ok: true, recording: { header, entries }, warnings };
};

/** JSON Lines, ending in a newline; `readRecording` gives the same recording back. */
export const writeRecording = ({ header, entries }: Recording): string =>
  `${[header, ...entries].map((line) => JSON.stringify(line)).join('\n')}\n`;

/** What a reader makes of a line. */
export type Read =
  | { readonly kind: 'header'; readonly header: RecordingHeader }
  | { readonly kind: 'entry'; readonly entry: Entry }
  | { readonly kind: 'problem' | 'warning'; readonly problem: RecordingProblem };

/** A line longer than this is refused, so that a reader's memory is bounded whatever it's given. */
export const LINE_LENGTH_MAX = 1_000_000;

/**
 * Reads a recording piece by piece, however it's cut: what a live feed prints, or a file of a million entries. It
 * holds no more than the line that it's in. A line that is wrong is told and left out; nothing is lost after it. Where
 * the header is wrong, that is all there is to tell: nothing after it can be understood.
 */
export class RecordingReader {
  #line = 0;
  #rest = '';
  #overlong = false;
  #hasHeader = false;
  #isUnreadable = false;
  #entries = 0;
  /** Lines since the last entry that couldn't be read: what they were called isn't known. */
  #unread = 0;
  #offset = 0;

  /** Yields what the whole lines so far hold. */
  *read(chunk: string): Generator<Read> {
    if (this.#isUnreadable) return;
    let start = 0;
    for (let end = chunk.indexOf('\n'); end !== -1; end = chunk.indexOf('\n', start)) {
      const text = this.#rest + chunk.slice(start, end);
      this.#rest = '';
      start = end + 1;
      yield* this.#take(text);
      if (this.#isUnreadable) return;
    }
    this.#rest += chunk.slice(start);
    if (this.#rest.length > LINE_LENGTH_MAX) {
      this.#overlong = true;
      this.#rest = '';
    }
  }

  /** The last line needs no newline; where it was cut off in the middle, that is a warning. */
  *end(): Generator<Read> {
    const text = this.#rest;
    this.#rest = '';
    if (this.#isUnreadable) return;
    if (text.trim() === '') {
      if (!this.#hasHeader) yield this.#problem(1, NO_HEADER);
      return;
    }
    if (this.#hasHeader && !isJson(text)) {
      this.#line += 1;
      const message = `the recording is cut off in the middle of line ${this.#line}; it plays up to entry ${this.#entries}`;
      yield { kind: 'warning', problem: { line: this.#line, column: text.length + 1, message } };
      return;
    }
    yield* this.#take(text);
  }

  *#take(raw: string): Generator<Read> {
    this.#line += 1;
    if (this.#overlong) {
      this.#overlong = false;
      this.#isUnreadable = !this.#hasHeader;
      yield this.#problem(1, `this line is longer than ${LINE_LENGTH_MAX} characters; each entry is a line of its own`);
      return;
    }
    const text = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
    if (text.trim() === '') return;
    const json = parseJson(text);
    if (!this.#hasHeader) {
      yield* this.#begin(json, text);
      this.#isUnreadable = !this.#hasHeader;
      return;
    }
    if (!('value' in json)) {
      this.#unread += 1;
      yield this.#problem(json.column, NO_JSON);
      return;
    }
    const read = entry.safeParse(json.value);
    if (!read.success) {
      this.#unread += 1;
      yield* this.#amiss(entry, json.value, 'an entry', text);
      return;
    }
    const wrong = this.#outOfPlace(read.data);
    if (wrong !== undefined) yield this.#problem(1, wrong);
    // Counting on from what stands there, one gap is one problem.
    this.#entries = read.data.seq;
    this.#unread = 0;
    this.#offset = Math.max(this.#offset, read.data.offset);
    if (wrong === undefined) yield { kind: 'entry', entry: read.data };
  }

  *#begin(json: Json, text: string): Generator<Read> {
    if (!isHeader(json)) {
      yield this.#problem(1, isPlayed(json) ? PLAYED : NO_HEADER);
      return;
    }
    const version = strangeVersion(json.value);
    if (version !== undefined) {
      yield this.#problem(columnAt(text, ['version']), version);
      return;
    }
    const header = recordingHeader.safeParse(json.value);
    if (header.success) {
      this.#hasHeader = true;
      yield { kind: 'header', header: header.data };
    } else yield* this.#amiss(recordingHeader, json.value, 'a header', text);
  }

  #outOfPlace({ seq, offset }: Entry): string | undefined {
    const next = this.#entries + 1;
    if (seq < next || seq > next + this.#unread)
      return `seq is ${seq}; entries count 1, 2, 3 … and the next is ${next}`;
    if (offset < this.#offset)
      return `offset is ${offset}, before that of the entry above (${this.#offset}); feed time never goes back`;
    return undefined;
  }

  /** What a schema has against a line, each thing at its own column. */
  *#amiss(schema: z.ZodType, value: unknown, what: string, text: string): Generator<Read> {
    for (const { path, key, message, named } of amissIn(schema, value, what).slice(0, PROBLEMS_MAX)) {
      const about = named || path.length === 0 ? '' : `${[...path, ...(key === undefined ? [] : [key])].join('.')}: `;
      yield this.#problem(columnAt(text, path, key), `${about}${message()}`);
    }
  }

  #problem(column: number, message: string): Read {
    return { kind: 'problem', problem: { line: Math.max(1, this.#line), column, message } };
  }
}

/** Enough to see a pattern; a broken file of a million lines needn't be told in full. */
export const PROBLEMS_MAX = 20;

const NO_HEADER = `a recording begins with its header: {"format":"${FORMAT}","version":${VERSION},"startedAt":…,"fixture":…}`;

const PLAYED = 'this is what play --format json prints; a recording begins with its header';

const NO_JSON = 'this line is no JSON; each line of a recording is one JSON object';

type Json = { readonly value: unknown } | { readonly column: number };

const parseJson = (text: string): Json => {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return { column: Number(/position (\d+)/.exec(String(error))?.[1] ?? text.length) + 1 };
  }
};

/** Whether it's meant as a header: then what is wrong with it can be told part by part. */
const isHeader = (json: Json): json is { readonly value: object } =>
  'value' in json && typeof json.value === 'object' && json.value !== null && 'format' in json.value;

/** Whether it's the first line that `play --format json` prints. */
const isPlayed = (json: Json): boolean =>
  'value' in json &&
  typeof json.value === 'object' &&
  json.value !== null &&
  'head' in json.value &&
  'views' in json.value;

/** What to say of a version that isn't known: whatever else such a header holds may be right there. */
const strangeVersion = (header: object): string | undefined => {
  const { format, version } = header as { readonly format?: unknown; readonly version?: unknown };
  if (format !== FORMAT || version === undefined || version === VERSION) return undefined;
  return `version ${found(version)} of the format isn't known; the one version that is known is ${VERSION}`;
};

const isJson = (text: string): boolean => 'value' in parseJson(text);

function* chain<T>(...parts: readonly Iterable<T>[]): Generator<T> {
  for (const part of parts) yield* part;
}
