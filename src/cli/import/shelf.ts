import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { AuditedMatch } from '../../feeds/import.ts';
import { writeRecording } from '../../journal/recording.ts';
import { makeFolder, writeNew } from '../writing.ts';

/** Where recordings are put: a file takes one, a folder any number. */
export class Shelf {
  readonly #output: string;
  readonly isFolder: boolean;
  readonly #force: boolean;
  readonly #names = new Map<string, number>();

  constructor(output: string, force: boolean) {
    this.#output = output;
    this.#force = force;
    this.isFolder = /[/\\]$/.test(output) || (existsSync(output) && statSync(output).isDirectory());
  }

  async put(match: AuditedMatch): Promise<string> {
    const path = this.isFolder ? join(this.#output, this.#freeName(match.name)) : this.#output;
    await makeFolder(dirname(path));
    await writeNew(path, writeRecording(match.recording), this.#force);
    return path;
  }

  #freeName(name: string): string {
    const times = (this.#names.get(name) ?? 0) + 1;
    this.#names.set(name, times);
    return `${name}${times === 1 ? '' : `-${times}`}.jsonl`;
  }
}
