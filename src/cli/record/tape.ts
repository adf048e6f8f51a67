import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Told } from '../../client/connect.ts';
import type { Since } from '../../client/journal-channel.ts';
import { readRecording } from '../../journal/recording.ts';
import { isSame } from '../../journal/same.ts';
import { formatProblem } from '../../scenario/problem.ts';
import { DoesNotHold, WrongUse } from '../complaint.ts';
import { alreadyThere } from '../writing.ts';
import { Reel } from './reel.ts';

/** What there is to say while it runs. */
export type Say = (sentence: string) => void;

/**
 * A recording that grows with what a server says. Each line is written whole as it comes. Beside it, as long as the
 * showing isn't over, lies `<file>.epoch`, which says which run of which match it's of, so that it can be gone on with.
 *
 * What is rewound is cut off, for it will come again. Another run (a loop, a server that was started again) mostly tells
 * the same once more: as long as it does nothing is written, and what it tells beyond is added. Where it tells something
 * else, that run has a file of its own, `match-2.jsonl` beside `match.jsonl`.
 */
export class Tape {
  readonly #first: string;
  readonly #say: Say;
  #file: Reel | undefined;
  #left: Left | undefined;
  /** Of the run that is heard. */
  #epoch = '';
  /** So many lines this run has told; fewer than there are while it repeats what another has told. */
  #told = 0;

  /** Throws `WrongUse` where a file is there that nobody left unfinished, `DoesNotHold` where it's no recording. */
  constructor(path: string, force: boolean, say: Say) {
    this.#first = path;
    this.#say = say;
    if (force) rmSync(this.#note, { force: true });
    this.#left = leftIn(this.#note);
    const file = this.#left === undefined ? path : join(dirname(path), this.#left.file);
    if (this.#left !== undefined && existsSync(file)) this.#file = this.#resume(file);
    else if (existsSync(path) && !force) throw alreadyThere(path);
    else this.#left = undefined;
    this.#told = this.length;
  }

  /** The match that was left unfinished. */
  get match(): string | undefined {
    return this.#left?.match;
  }

  /** What is held already, to be told to the server. */
  get since(): Since | undefined {
    return this.#left === undefined ? undefined : { epoch: this.#left.epoch, seq: this.length };
  }

  get path(): string {
    return this.#file?.path ?? this.#first;
  }

  /** Entries. */
  get length(): number {
    return this.#file?.length ?? 0;
  }

  /** How many entries of the present run have been heard. */
  get told(): number {
    return this.#told;
  }

  /** Whether anything is there to be kept. */
  get hasBegun(): boolean {
    return this.#file !== undefined;
  }

  hear(told: Told): void {
    switch (told.type) {
      case 'opened':
        this.#open(told.match, told.epoch, JSON.stringify(told.header));
        return;
      case 'entries':
        for (const entry of told.entries) this.#take(told.match, JSON.stringify(entry));
        return;
      case 'rewound':
        if (this.#told === this.length) this.#file?.cut(told.seq);
        this.#told = Math.min(this.#told, told.seq);
    }
  }

  /** The showing has ended: there is nothing to go on with. */
  finish(): void {
    this.stop();
    rmSync(this.#note, { force: true });
  }

  stop(): void {
    this.#file?.close();
  }

  #open(match: string, epoch: string, header: string): void {
    this.#epoch = epoch;
    this.#told = 0;
    if (this.#file === undefined) {
      this.#file = Reel.begin(this.#first, 'w', [header]);
      this.#remember(match);
    } else if (!isSameLine(this.#file.header, header)) this.#change(match, [header]);
    else if (this.length === 0) this.#remember(match);
  }

  #take(match: string, line: string): void {
    const known = this.#file?.lineAt(this.#told);
    if (known !== undefined && !isSameLine(known, line)) {
      this.#say(`Another run tells something else from entry ${this.#told + 1} on, and gets a file of its own`);
      this.#change(match, [this.#file?.header ?? '', ...(this.#file?.upTo(this.#told) ?? []), line]);
    } else if (known === undefined) this.#file?.add(line);
    this.#told += 1;
    // Before it has told all that is held, whoever goes on must hear this run from its beginning.
    if (this.#told === this.length && this.#left?.epoch !== this.#epoch) this.#remember(match);
  }

  #change(match: string, lines: readonly string[]): void {
    this.#file?.close();
    this.#file = Reel.begin(this.#nextPath(), 'wx', lines);
    this.#remember(match);
    this.#say(`Writing ${this.#file.path}`);
  }

  #nextPath(): string {
    for (let number = 2; ; number += 1) {
      const path = this.#first.replace(/(\.[^./\\]+)?$/, (ending) => `-${number}${ending}`);
      if (!existsSync(path)) return path;
    }
  }

  get #note(): string {
    return `${this.#first}.epoch`;
  }

  #remember(match: string): void {
    this.#left = { match, epoch: this.#epoch, file: basename(this.path) };
    writeFileSync(this.#note, `${JSON.stringify(this.#left)}\n`);
  }

  #resume(path: string): Reel {
    const bytes = readFileSync(path);
    const whole = bytes.subarray(0, bytes.lastIndexOf(10) + 1);
    const read = readRecording(whole.toString('utf8'));
    if (!read.ok) throw new DoesNotHold(read.problems.map((problem) => formatProblem({ file: path, ...problem })));
    const reel = Reel.resume(path, whole);
    if (whole.length < bytes.length) this.#say(`The last line of ${path} was cut off in the middle; it comes again`);
    return reel;
  }
}

/** The order of keys says nothing. */
const isSameLine = (one: string, other: string): boolean => one === other || isSame(JSON.parse(one), JSON.parse(other));

/** What is noted beside a recording that isn't finished. */
interface Left {
  readonly match: string;
  readonly epoch: string;
  /** In the same folder. */
  readonly file: string;
}

const leftIn = (note: string): Left | undefined => {
  if (!existsSync(note)) return undefined;
  try {
    const { match, epoch, file } = JSON.parse(readFileSync(note, 'utf8')) as Partial<Left>;
    if (typeof match === 'string' && typeof epoch === 'string' && typeof file === 'string' && file === basename(file))
      return { match, epoch, file };
  } catch {
    // Told below.
  }
  throw new WrongUse(`${note} doesn't say of which run the recording is; --force begins anew`);
};
