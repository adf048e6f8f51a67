import type { Replay } from '../../playback/replay.ts';
import { isInForeground } from './foreground.ts';

/** Somebody's keyboard while lines are printed: what is typed isn't echoed between them. */
export interface Keyboard {
  /** Resolves when a key asks for the end. */
  readonly asked: Promise<'quit' | 'SIGINT'>;
  /** Gives the keyboard back as it was. */
  readonly close: () => void;
}

/**
 * Listens to the keys of somebody who sits at a terminal and reads lines: `q` and Ctrl-C end it, space pauses and plays
 * on where there is a showing to steer, Ctrl-Z stops it until `fg`, others do nothing. `undefined` where nobody does.
 */
export const openKeyboard = (showing?: Pick<Replay, 'control' | 'now'>): Keyboard | undefined => {
  const { stdin, stdout } = process;
  if (stdin.isTTY !== true || stdout.isTTY !== true || !isInForeground()) return undefined;
  const { promise: asked, resolve } = Promise.withResolvers<'quit' | 'SIGINT'>();
  const hear = (typed: string): void => {
    // An arrow or another named key.
    if (typed.startsWith('\u001b')) return;
    for (const key of typed) {
      if (key === 'q') resolve('quit');
      else if (key === CTRL_C) resolve('SIGINT');
      else if (key === ' ' && showing !== undefined) pauseOrPlay(showing);
      else if (key === CTRL_Z) sleep();
    }
  };
  const giveBack = (): void => void stdin.setRawMode(false);
  const takeAgain = (): void => {
    // The shell has set it as it was, and this stream doesn't know of that.
    giveBack();
    stdin.setRawMode(true);
  };
  const sleep = (): void => {
    giveBack();
    process.kill(0, 'SIGTSTP');
  };
  stdin.setRawMode(true).setEncoding('utf8').on('data', hear).resume();
  process.on('SIGCONT', takeAgain).on('exit', giveBack);
  return {
    asked,
    close: () => {
      process.off('SIGCONT', takeAgain).off('exit', giveBack);
      giveBack();
      stdin.off('data', hear).pause();
    },
  };
};

const CTRL_C = '\u0003';
const CTRL_Z = '\u001a';

const pauseOrPlay = (showing: Pick<Replay, 'control' | 'now'>): void => {
  const { playing } = showing.now();
  showing.control({ type: playing ? 'pause' : 'play' });
  // Beside the lines, since those may be data.
  process.stderr.write(playing ? 'paused; space plays on\n' : 'playing on\n');
};
