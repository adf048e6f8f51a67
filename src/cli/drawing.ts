import type { Entry } from '../journal/entry.ts';
import { nameOf } from '../journal/naming.ts';
import { parseTime } from '../match/time.ts';
import type { Control } from '../playback/playhead.ts';
import type { Replay } from '../playback/replay.ts';
import type { Depth } from '../terminal/paint.ts';
import type { Programme, Sight } from '../terminal/programme.ts';
import { WrongUse } from './complaint.ts';
import { harmless } from './output.ts';
import { isInForeground } from './play/foreground.ts';
import type { Stop } from './signal.ts';

/** Whether the full-screen view is wanted: it needs somebody who sits at a terminal that can be drawn on. */
export const isDrawn = (format: string): boolean => {
  const { stdin, stdout, env } = process;
  const isTerminal = stdout.isTTY === true && stdin.isTTY === true;
  if (format === 'tui') {
    if (isTerminal) return true;
    throw new WrongUse('--format tui draws on a terminal, and this is none; --format text tells it line by line');
  }
  // A job in the background would be stopped as it takes the terminal.
  return (
    format === 'auto' && isTerminal && isInForeground() && env.TERM !== 'dumb' && (env.CI ?? '') === '' && isSeen(env)
  );
};

/** Whoever has a screen read to him gets plain lines. */
const isSeen = (env: NodeJS.ProcessEnv): boolean => env.INK_SCREEN_READER !== 'true';

type Terminal = typeof import('../terminal/open.tsx');

/**
 * The full-screen view, loaded only by those who draw. It's there in the built program alone, since Node doesn't read
 * the language that it's written in: `undefined` where this runs from the sources.
 */
export const loadTerminal = async (format: string): Promise<Terminal | undefined> => {
  try {
    return await withoutFetch(() => import('../terminal/open.tsx'));
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code !== 'ERR_UNKNOWN_FILE_EXTENSION') throw problem;
    if (format !== 'tui') return undefined;
    throw new WrongUse(
      'the full-screen view is in the built program: npm run build, then node dist/bin/touchline.js; --format text works here',
    );
  }
};

/**
 * Ink's layout (Yoga) would fetch its own code from a `data:` URL, and Node loads a whole HTTP client for the first
 * fetch; where there is none it decodes that itself, which is there sooner.
 */
const withoutFetch = async <Result>(load: () => Promise<Result>): Promise<Result> => {
  const { fetch } = globalThis;
  Reflect.set(globalThis, 'fetch', undefined);
  try {
    return await load();
  } finally {
    globalThis.fetch = fetch;
  }
};

/** Bits of colour that standard output has and that are wanted (https://no-color.org). */
export const depthOf = (color: boolean): Depth => {
  const { stdout, env } = process;
  if (!color || (env.NO_COLOR ?? '') !== '') return 0;
  const depth = stdout.getColorDepth();
  return depth >= 24 ? 24 : depth >= 8 ? 8 : depth >= 4 ? 4 : 0;
};

/** What the screen says of a showing besides the match. */
export interface Broadcast {
  /** Where a browser finds it, while it's on the air. */
  readonly address?: string;
  /** Where it begins, as it was asked for. */
  readonly from?: string;
}

/** Draws a showing of one's own, or several at one clock, until their viewer quits, or this process is asked to end. */
export const drawShowing = async (
  terminal: Terminal,
  showings: readonly Replay[],
  title: string,
  depth: Depth,
  stop: Stop,
  broadcast: Broadcast = {},
): Promise<void> => {
  const programmes = showings.map((showing) => programmeOf(showing, broadcast));
  const leaves = programmes.map(({ start }) => start());
  try {
    await drawUntil(terminal, programmes, title, depth, stop);
  } finally {
    for (const leave of leaves) leave();
  }
};

/** Gives the terminal back whatever ends it, and leaves the exit code that the shell expects. */
export const drawUntil = async (
  terminal: Terminal,
  programmes: readonly Programme[],
  title: string,
  depth: Depth,
  stop: Stop,
): Promise<void> => {
  const untitle = entitle(title);
  const screen = terminal.openScreen(programmes, { depth });
  try {
    const ending = await Promise.race([stop.asked, screen.ended]);
    screen.close();
    await screen.ended;
    if (ending === 'interrupt' || ending === 'SIGINT') process.exitCode = 130;
    if (ending === 'SIGTERM') process.exitCode = 143;
  } finally {
    stop.forget();
    untitle();
  }
};

/** A showing of one's own. Nothing runs before `start`. */
export const programmeOf = (
  showing: Replay,
  { address, from }: Broadcast = {},
): Programme & { readonly start: () => () => void } => {
  const { history } = showing;
  let latest: Sight | undefined;
  let jumps = 0;
  return {
    start: () => {
      const subscription = showing.shown$.subscribe(({ frame: { head, views }, cause }) => {
        if (cause === 'seek') jumps += 1;
        const { entries, fixture } = history;
        const entry = entries[head.cursor - 1];
        latest = {
          fixture,
          head,
          views,
          heardAt: performance.now(),
          jumps,
          ...(entry === undefined ? {} : { entry }),
          entryOf: (id) => entryNamed(entries, id, head.cursor),
        };
      });
      return () => subscription.unsubscribe();
    },
    latest: () => latest,
    control: (control) => {
      const isEarlier = liesBefore(control, showing);
      const refusal = showing.control(control)?.message;
      // Before the first entry there is nothing, wherever it begins.
      if (from === undefined || showing.cues.first <= 1) return refusal;
      const isBack = isEarlier || (refusal !== undefined && control.type === 'seek' && 'previous' in control.to);
      return isBack ? `the showing begins at ${harmless(from)}; --from begins earlier` : refusal;
    },
    steering: () => ({ may: true }),
    trouble: () => undefined,
    rest: () => {
      if (!showing.now().playing) return () => undefined;
      showing.control({ type: 'pause' });
      return () => void showing.control({ type: 'play' });
    },
    onSaid: () => undefined,
    ...(address === undefined ? {} : { address }),
  };
};

/** Whether somebody asks for what lies before the showing, or goes as far back in it as it goes. */
const liesBefore = (control: Control, { cues, history, now }: Replay): boolean => {
  if (control.type === 'step') return control.by === -1 && now().cursor <= cues.first;
  if (control.type !== 'seek') return false;
  const { to } = control;
  if ('position' in to) return to.position <= 0;
  if ('cursor' in to) return to.cursor < cues.first;
  const time = 'time' in to ? parseTime(to.time) : undefined;
  const moment = time === undefined ? undefined : history.momentAsOf(time);
  if (typeof moment !== 'object') return false;
  return time?.kind === 'clock' ? moment.offset < cues.stretches[0].feed : moment.cursor < cues.first;
};

/** The latest of that name among the first `cursor`. */
export const entryNamed = (entries: readonly Entry[], id: string, cursor: number): Entry | undefined => {
  for (let at = Math.min(cursor, entries.length) - 1; at >= 0; at -= 1) {
    const entry = entries[at];
    if (entry !== undefined && nameOf(entry) === id) return entry;
  }
  return undefined;
};

/** The name of the window, where the terminal has one; it's given back at the end. */
export const entitle = (title: string): (() => void) => {
  process.stdout.write(`\u001b[22;0t\u001b]0;${harmless(title)}\u0007`);
  return () => void process.stdout.write('\u001b[23;0t');
};
