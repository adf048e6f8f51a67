import { type FSWatcher, watch } from 'node:fs';
import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { sentenceOf, WrongUse } from '../complaint.ts';
import { printText } from '../output.ts';
import { awaitStop } from '../signal.ts';
import { packOf, type ScenarioFile } from './pack.ts';
import { readTrial, type Session, type Trial, textOrNothing } from './trial.ts';

/** Plays again whatever changes under the paths, until it's stopped. */
export const keepTrying = async (
  paths: readonly string[],
  session: Session,
  roots: readonly string[],
): Promise<void> => {
  const stop = awaitStop();
  const bell = new Bell();
  const watchers = await watchAll([...roots, ...session.trials.flatMap(({ shared }) => [...shared.keys()])], bell);
  await printText(['', 'Watching; Ctrl-C ends it.']);
  // Something may have changed before anybody watched.
  bell.ring();
  for (;;) {
    const signal = await Promise.race([stop.asked, bell.rung()]);
    if (signal !== undefined) {
      process.exitCode = signal === 'SIGINT' ? 130 : session.allHold ? 0 : 1;
      break;
    }
    // An editor writes in several strokes.
    await setTimeout(SETTLED_AFTER_MS);
    bell.silence();
    await playChanged(paths, session);
  }
  for (const watcher of watchers) watcher.close();
  stop.forget();
};

const SETTLED_AFTER_MS = 60;

const playChanged = async (paths: readonly string[], session: Session): Promise<void> => {
  const files = await filesUnder(paths);
  if (files === undefined) return;
  const before = new Map(session.trials.map((trial) => [trial.file, trial]));
  const changed = files.filter(({ file, text }) => isChanged(before.get(file), text));
  const here = new Set(files.map(({ file }) => file));
  const gone = [...before.keys()].filter((file) => !here.has(file));
  for (const file of gone) session.forget(file);
  for (const { file } of changed) session.forget(file);
  const trials = session.fitting(changed.map(readTrial));
  if (trials.length === 0 && gone.length === 0 && !changed.some(({ file }) => before.has(file))) return;
  if (process.stdout.isTTY) process.stdout.write(CLEAR);
  else await printText(['']);
  await session.play(trials);
};

/** What is there now; where that can't be said, a sentence about it, and the next change is waited for. */
const filesUnder = async (paths: readonly string[]): Promise<readonly ScenarioFile[] | undefined> => {
  try {
    return (await packOf(paths)).files;
  } catch (problem) {
    if (!(problem instanceof WrongUse)) throw problem;
    await printText([await sentenceOf(problem)]);
    return undefined;
  }
};

const isChanged = (before: Trial | undefined, text: string): boolean =>
  before === undefined ||
  before.text !== text ||
  [...before.shared].some(([path, read]) => textOrNothing(path) !== read);

const CLEAR = '\u001b[2J\u001b[3J\u001b[H';

/** Watches folders with all below them, and of a file its folder, since editors put a new file in its place. */
const watchAll = async (paths: readonly string[], bell: Bell): Promise<readonly FSWatcher[]> => {
  const folders = new Set<string>();
  for (const path of paths) {
    const isFolder = await stat(path).then(
      (found) => found.isDirectory(),
      () => false,
    );
    folders.add(isFolder ? path : dirname(path));
  }
  return [...folders].map((folder) =>
    watch(folder, { recursive: true }, () => bell.ring()).on('error', () => {
      // The folder is gone. What was in it is told as gone at the next change.
      bell.ring();
    }),
  );
};

/** Something has happened since somebody last looked. */
class Bell {
  #next = Promise.withResolvers<undefined>();

  ring(): void {
    this.#next.resolve(undefined);
  }

  rung(): Promise<undefined> {
    return this.#next.promise;
  }

  silence(): void {
    this.#next = Promise.withResolvers();
  }
}
