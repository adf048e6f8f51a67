import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';

/** The command line as people meet it: a process, started from source. */

export interface Run {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

export interface Setting {
  readonly cwd: string;
  readonly input?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** For Node itself. */
  readonly node?: readonly string[];
}

export const start = (words: readonly string[], { cwd, env = {}, node = [] }: Setting): ChildProcess =>
  spawn(process.execPath, [...node, MAIN, ...words], {
    cwd,
    // What a test sees mustn't depend on where it's run.
    env: { ...process.env, NO_COLOR: undefined, FORCE_COLOR: undefined, TOUCHLINE_DEBUG: undefined, ...env },
    stdio: 'pipe',
  });

export const touchline = async (words: readonly string[], setting: Setting): Promise<Run> => {
  const child = start(words, setting);
  child.stdin?.end(setting.input ?? '');
  return ended(child);
};

export const ended = async (child: ChildProcess): Promise<Run> => {
  const exit = new Promise<Pick<Run, 'code' | 'signal'>>((resolve) =>
    child.once('close', (code, signal) => resolve({ code, signal })),
  );
  const [out, err] = await Promise.all([read(child.stdout), read(child.stderr)]);
  return { ...(await exit), out, err };
};

const read = async (stream: ChildProcess['stdout']): Promise<string> => (stream === null ? '' : text(stream));

const MAIN = join(import.meta.dirname, '..', '..', 'src', 'cli', 'main.ts');

/** A working folder with files in it, by path. */
export const folderWith = (files: Readonly<Record<string, string>>): string => {
  const folder = mkdtempSync(join(tmpdir(), 'touchline-cli-'));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
};

export const remove = (folder: string): void => rmSync(folder, { recursive: true, force: true });

/** A goal that stands for eighty seconds. */
export const TAKEN_BACK = `title: VAR takes back an early goal
why: The goal counts until the review ends, then leaves the score as if it had never stood.
log:
  - { at: "1H 00:00", kick-off: home }
  - { at: "1H 02:10", goal: { by: away 9, assist: away 10 }, id: g1 }
  - { at: "1H 02:40", var-check: { of: g1, category: goal, for: offside }, id: r1 }
  - { at: "1H 03:30", var-decision: { of: r1, outcome: overturned, reason: offside } }
  - { at: "1H 03:40", caution: { person: home 4, reason: foul } }
`;
