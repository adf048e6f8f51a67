import { closeSync, ftruncateSync, openSync, writeSync } from 'node:fs';
import { WrongUse } from '../complaint.ts';

/** A file of lines: the header's, and one for each entry. */
export class Reel {
  readonly path: string;
  readonly #file: number;
  #isClosed = false;
  readonly #lines: string[] = [];
  /** Where each line ends, in bytes. */
  readonly #ends: number[] = [];

  private constructor(path: string, file: number) {
    this.path = path;
    this.#file = file;
  }

  static begin(path: string, flag: 'w' | 'wx', lines: readonly string[]): Reel {
    try {
      const reel = new Reel(path, openSync(path, flag));
      for (const line of lines) reel.add(line);
      return reel;
    } catch (problem) {
      throw unwritten(path, problem);
    }
  }

  static resume(path: string, whole: Buffer): Reel {
    try {
      const reel = new Reel(path, openSync(path, 'r+'));
      for (const line of whole.toString('utf8').trimEnd().split('\n')) reel.#note(line);
      ftruncateSync(reel.#file, whole.length);
      return reel;
    } catch (problem) {
      throw unwritten(path, problem);
    }
  }

  get header(): string {
    return this.#lines[0] ?? '';
  }

  get length(): number {
    return this.#lines.length - 1;
  }

  lineAt(entry: number): string | undefined {
    return this.#lines[entry + 1];
  }

  upTo(entry: number): readonly string[] {
    return this.#lines.slice(1, entry + 1);
  }

  add(line: string): void {
    const bytes = Buffer.from(`${line}\n`);
    const end = this.#ends.at(-1) ?? 0;
    try {
      for (let at = 0; at < bytes.length; ) at += writeSync(this.#file, bytes, at, bytes.length - at, end + at);
    } catch (problem) {
      // A line that didn't fit isn't left behind in part.
      ftruncateSync(this.#file, end);
      throw unwritten(this.path, problem);
    }
    this.#note(line);
  }

  cut(entries: number): void {
    this.#lines.length = Math.min(this.#lines.length, entries + 1);
    this.#ends.length = this.#lines.length;
    ftruncateSync(this.#file, this.#ends.at(-1) ?? 0);
  }

  close(): void {
    if (!this.#isClosed) closeSync(this.#file);
    this.#isClosed = true;
  }

  #note(line: string): void {
    this.#lines.push(line);
    this.#ends.push((this.#ends.at(-1) ?? 0) + Buffer.byteLength(line) + 1);
  }
}

const unwritten = (path: string, problem: unknown): unknown => {
  const { code, message } = problem as NodeJS.ErrnoException;
  if (code === undefined) return problem;
  const why = code === 'ENOENT' ? 'there is no such folder' : code === 'EISDIR' ? "it's a folder" : message;
  return new WrongUse(`${path} can't be written: ${why}`);
};
