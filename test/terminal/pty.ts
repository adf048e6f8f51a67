import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type IPty, spawn } from '@lydell/node-pty';
import xterm, { type IBufferCell } from '@xterm/headless';

/** The built program, as people run it: what draws is in no other. */
export const BUILT =
  process.env.TOUCHLINE_BUILT ?? join(import.meta.dirname, '..', '..', 'dist', 'bin', 'touchline.js');

/** Why what needs the built program is left out; `undefined` where it's there. */
export const notBuilt = existsSync(BUILT) ? undefined : `${BUILT} isn't there; npm run build makes it`;

/** A terminal with a program in it, and what somebody who sits there would see. */
export interface Terminal {
  readonly pid: number;
  readonly exit: Promise<number>;
  readonly rows: () => readonly string[];
  readonly text: () => string;
  /** What stands in each cell, row by row, colours included. */
  readonly cells: () => readonly (readonly IBufferCell[])[];
  /** Anything on the screen has a colour of its own. */
  readonly isColoured: () => boolean;
  /** On the other screen, that of programs that take the whole of it. */
  readonly isFull: () => boolean;
  readonly isCursorHidden: () => boolean;
  readonly type: (keys: string) => void;
  readonly resize: (columns: number, rows: number) => void;
  /** Waits until the screen shows it; throws with the screen where it doesn't come. */
  readonly sees: (what: string | RegExp, withinMs?: number) => Promise<void>;
  /** Resolves when the program has written it, which may be before a screen has made a picture of it. */
  readonly hears: (what: string) => Promise<void>;
  readonly until: (holds: () => boolean, withinMs?: number) => Promise<void>;
  readonly kill: (signal?: string) => void;
}

export interface TerminalOptions {
  readonly columns?: number;
  readonly rows?: number;
  readonly env?: NodeJS.ProcessEnv;
}

export const KEYS = { enter: '\r', tab: '\t', escape: '\u001b', left: '\u001b[D', right: '\u001b[C', down: '\u001b[B' };

export const terminal = (program: string, words: readonly string[], options: TerminalOptions = {}): Terminal => {
  const { columns = 100, rows = 30, env = {} } = options;
  // Ink draws nothing where it takes this for a machine that builds.
  const { CI: _unset, NO_COLOR: _too, FORCE_COLOR: _three, ...inherited } = process.env;
  const screen = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true });
  screen.write(`${BEFORE}\r\n`);
  const pty: IPty = spawn(program, [...words], {
    name: env.TERM ?? 'xterm-256color',
    cols: columns,
    rows,
    env: { ...inherited, COLORTERM: 'truecolor', ...env },
  });
  let isHidden = false;
  pty.onData((piece) => {
    const [shows, hides] = ['\u001b[?25h', '\u001b[?25l'].map((sequence) => piece.lastIndexOf(sequence));
    if (shows !== hides) isHidden = (hides ?? -1) > (shows ?? -1);
    screen.write(piece);
  });
  const exit = new Promise<number>((resolve) =>
    pty.onExit(({ exitCode, signal }) => resolve(signal ? 128 + signal : exitCode)),
  );
  const seen = (): readonly string[] => {
    const { active } = screen.buffer;
    return Array.from(
      { length: screen.rows },
      (_, row) => active.getLine(active.baseY + row)?.translateToString(true) ?? '',
    );
  };
  const cells = (): readonly (readonly IBufferCell[])[] => {
    const { active } = screen.buffer;
    return Array.from({ length: screen.rows }, (_, row) => {
      const line = active.getLine(active.baseY + row);
      return Array.from({ length: screen.cols }, (_, column) => line?.getCell(column)).filter(
        (cell) => cell !== undefined,
      );
    });
  };
  const text = (): string => seen().join('\n');
  const until = async (holds: () => boolean, withinMs = 10_000): Promise<void> => {
    const limit = performance.now() + withinMs;
    while (!holds()) {
      if (performance.now() > limit) throw new Error(`it didn't come; the screen shows:\n${text()}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  };
  return {
    pid: pty.pid,
    exit,
    rows: seen,
    text,
    cells,
    isColoured: () => cells().some((row) => row.some((cell) => !cell.isFgDefault() || !cell.isBgDefault())),
    isFull: () => screen.buffer.active.type === 'alternate',
    isCursorHidden: () => isHidden,
    type: (keys) => pty.write(keys),
    resize: (columns, rows) => {
      screen.resize(columns, rows);
      pty.resize(columns, rows);
    },
    sees: (what, withinMs) =>
      until(() => (typeof what === 'string' ? text().includes(what) : what.test(text())), withinMs),
    hears: (what) =>
      new Promise((resolve) => {
        let heard = '';
        const listening = pty.onData((piece) => {
          heard += piece;
          if (!heard.includes(what)) return;
          listening.dispose();
          resolve();
        });
      }),
    until,
    kill: (signal) => pty.kill(signal),
  };
};

/** What stood on the screen before. */
export const BEFORE = 'the shell as it was';

/** The built program in a terminal of its own. */
export const playing = (words: readonly string[], options?: TerminalOptions): Terminal =>
  terminal(process.execPath, [BUILT, 'play', ...words], options);
