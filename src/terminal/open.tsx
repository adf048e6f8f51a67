import { render } from 'ink';
import type { Depth } from './paint.ts';
import type { Programme } from './programme.ts';
import { type Ending, Stage } from './stage.ts';
import { View } from './view.tsx';

export interface OpenOptions {
  readonly depth: Depth;
  /** Standard output and input unless told otherwise. */
  readonly stdout?: NodeJS.WriteStream;
  readonly stdin?: NodeJS.ReadStream;
}

/** A screen that is open. */
export interface Opened {
  /** Resolves when the viewer has had enough and the terminal is as it was; rejects with what broke it. */
  readonly ended: Promise<Ending>;
  /** Gives the terminal back at once. */
  readonly close: () => void;
}

/**
 * Takes the whole terminal for a showing, or for those of a day; it's given back however this process ends.
 */
export const openScreen = (programmes: readonly Programme[], { depth, stdout, stdin }: OpenOptions): Opened => {
  const stage = new Stage(programmes);
  let ending: Ending = 'quit';
  // Ink does it after the first frame, and a key that was pressed in between would be echoed into the picture.
  const keyboard = stdin ?? process.stdin;
  if (keyboard.isTTY) keyboard.setRawMode(true);
  const instance = render(
    <View
      stage={stage}
      depth={depth}
      onEnd={(how) => {
        ending = how;
        instance.unmount();
      }}
      sleep={sleep}
    />,
    {
      ...(stdout === undefined ? {} : { stdout }),
      ...(stdin === undefined ? {} : { stdin }),
      alternateScreen: true,
      // Whoever opened it has seen to it that somebody sits there.
      interactive: true,
      exitOnCtrlC: false,
      incrementalRendering: true,
      isScreenReaderEnabled: false,
      maxFps: 60,
      // What is said on the console by mistake mustn't stand in the midst of the picture.
      patchConsole: stdout === undefined,
    },
  );
  const close = (): void => instance.unmount();
  // What has gone wrong is told on the screen that was there before.
  process.prependListener('uncaughtException', close);
  const ended = instance
    .waitUntilExit()
    .then(() => ending)
    .finally(() => process.off('uncaughtException', close));
  return { ended, close };
};

/** Stops all that the shell counts as this job, as Ctrl-Z does where nobody reads the keys; resolves once it goes on. */
const sleep = (): Promise<void> =>
  new Promise((resolve) => {
    process.once('SIGCONT', () => resolve());
    // Without a shell that could wake it a job isn't stopped at all (POSIX, orphaned process groups): it goes on.
    setTimeout(resolve, AWAKE_MS);
    process.kill(0, 'SIGTSTP');
  });

const AWAKE_MS = 300;
