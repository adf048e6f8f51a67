import { setTimeout as delay } from 'node:timers/promises';
import { lastValueFrom, takeUntil } from 'rxjs';
import { parseTime } from '../../match/time.ts';
import type { Cues } from '../../playback/pacing.ts';
import { type Replay, type ReplayOptions, replay } from '../../playback/replay.ts';
import type { MatchHistory } from '../../playback/views.ts';
import { WrongUse } from '../complaint.ts';
import { depthOf, drawShowing, isDrawn, loadTerminal } from '../drawing.ts';
import type { LiveMatch } from '../matches/feed.ts';
import { FLAGSHIP, isLive, type Match, openShow } from '../matches/match.ts';
import { type Manner, mannerOf, print, printText } from '../output.ts';
import type { PlayOptions } from '../play.ts';
import { PORT } from '../serve.ts';
import { awaitStop } from '../signal.ts';
import { headingOf, hintOf, linesOf, movedTo, standingOf, summaryOf, tellingOf } from '../words/text.ts';
import { follow, type Step } from './follow.ts';
import { entryLine, snapshotLine } from './jsonl.ts';
import { openKeyboard } from './keyboard.ts';

/** Plays a match on standard output until it ends, or until somebody has had enough. */
export const show = async (word: string | undefined, options: PlayOptions): Promise<void> => {
  // It's loaded while the match is being read.
  const loading = isDrawn(options.format) ? loadTerminal(options.format) : undefined;
  loading?.catch(() => undefined);
  const { name = FLAGSHIP, port } = nameAndPort(word, options.serve);
  const match = await openShow(name, options);
  const terminal = await loading;
  const live = isLive(match);
  // Who watches at a terminal decides when it's over, and may go back.
  const hold = terminal !== undefined || (port !== undefined && process.stdout.isTTY === true);
  const showing = showingOf(match, { ...pacingOf(options), hold });
  refuseBackwards(showing, match, options);
  // The server is loaded only by those who want one.
  const air = port === undefined ? undefined : await import('../serve/air.ts');
  const server = port === undefined ? undefined : await air?.putOnAir([{ match, showing }], port);
  // On the full screen it stands for as long as it's true.
  if (server !== undefined && terminal === undefined) process.stderr.write(`${air?.howToConnect(server, [match])}\n`);

  const stop = awaitStop();
  if (terminal !== undefined) {
    const from = options.from ?? (live ? match.from : match.header.from);
    const address = server === undefined ? undefined : air?.pageOf(server);
    const broadcast = { ...(from === undefined ? {} : { from }), ...(address === undefined ? {} : { address }) };
    await drawShowing(terminal, [showing], match.title, depthOf(options.color), stop, broadcast);
    if (live) process.stdin.destroy();
    await server?.close('stopping');
    return;
  }
  const keyboard = live ? undefined : openKeyboard(showing);
  const manner = mannerOf(options.color);
  const telling =
    options.format === 'json' ? inJson(showing) : inText(showing, manner, options.speed, live, keyboard !== undefined);
  const asked = Promise.race([stop.asked, ...(keyboard === undefined ? [] : [keyboard.asked])]);
  const steps$ = follow(showing.shown$, () => showing.cues.first, telling.tell);
  const ended = lastValueFrom(steps$.pipe(takeUntil(asked)), { defaultValue: undefined });
  const signal = await Promise.race([asked, ended]).finally(() => keyboard?.close());
  stop.forget();
  // A feed may never end by itself.
  if (live) process.stdin.destroy();
  if (signal === undefined) await telling.close();
  if (signal !== undefined) process.exitCode = EXIT_CODES[signal];
  else if (server !== undefined) await delay(LAST_FRAME_MS);
  await server?.close(signal === undefined ? 'ended' : 'stopping');
};

/** What the shell expects of a program that was ended so. */
export const EXIT_CODES = { quit: 0, SIGINT: 130, SIGTERM: 143 } as const;

/** A showing that ends before it starts can't be meant. */
const refuseBackwards = (
  { history }: Replay,
  match: Match | LiveMatch,
  { from, until }: Pick<PlayOptions, 'from' | 'until'>,
): void => {
  if (until === undefined || isLive(match)) return;
  const start = from ?? match.header.from ?? 'L1';
  const [first, last] = [start, until].map((text) => {
    const time = parseTime(text);
    return time === undefined ? undefined : history.momentAsOf(time);
  });
  if (typeof first !== 'object' || typeof last !== 'object' || last.offset >= first.offset) return;
  const where = from === undefined ? `the start of the showing (${start}); give --from too` : `--from ${from}`;
  throw new WrongUse(`--until ${until} lies before ${where}`);
};

/** Those who are connected get the last frame with the server's next tick, and mustn't be cut off before it. */
export const LAST_FRAME_MS = 250;

/** `--serve atalanta-dortmund` names the match: the parser can't know it from a port. */
export const nameAndPort = (
  word: string | undefined,
  served: string | true | undefined,
): { readonly name?: string; readonly port?: number } => {
  const named = word === undefined ? {} : { name: word };
  if (served === undefined) return named;
  if (served === true) return { ...named, port: PORT };
  if (/^\d+$/.test(served)) return { ...named, port: Number(served) };
  if (word === undefined) return { name: served, port: PORT };
  throw new WrongUse(`--serve ${served} isn't a port; give a whole number from 0 to 65535, or none for ${PORT}`);
};

const pacingOf = ({ speed, maxGap, from, until }: PlayOptions) => ({
  speed,
  ...(maxGap === undefined ? {} : { maxGap }),
  ...(from === undefined ? {} : { from }),
  ...(until === undefined ? {} : { until }),
});

/** A showing of a match, or of one that is still being told. */
export const showingOf = (match: Match | LiveMatch, options: ReplayOptions): Replay => {
  if (!isLive(match)) return replay(match, options);
  const { header, entries$, from } = match;
  return replay({ header, entries$ }, { ...options, ...(from === undefined ? {} : { from }) });
};

/** What it takes to tell a showing. */
interface Told {
  readonly history: MatchHistory;
  readonly cues: Pick<Cues, 'last' | 'duration'>;
}

interface Telling {
  readonly tell: (step: Step) => Promise<void>;
  /** Called when the showing has reached its end. */
  readonly close: () => Promise<void>;
}

/** After a move the patches go on from a new `{ head, views }`. */
const inJson = (showing: Replay): Telling => ({
  tell: async ({ opens, moved, from, to }) => {
    // Those of a feed grow, so they are asked for each time.
    const { history, cues } = showing;
    if (opens || moved) await print([snapshotLine(history, cues, opens ? from : to)]);
    if (!moved) await print(passed(from, to, (seq) => [entryLine(history, cues, seq)]));
  },
  close: async () => undefined,
});

/** What is told of a showing in plain lines. With `live` its end isn't known before it has come. */
export const inText = (showing: Told, manner: Manner, speed: number | 'max', live: boolean, keyed = false): Telling => {
  const { history } = showing;
  const { fixture } = history;
  const summaryAt = (cursor: number): string[] => summaryOf(fixture, history.viewsAt(cursor), manner);
  const open = (first: number): Promise<void> => {
    const views = history.viewsAt(first);
    const told = tellingOf(history, first, manner);
    return printText([
      ...headingOf(fixture, views, manner),
      ...(live ? [] : hintOf(speed, showing.cues.duration, manner, keyed)),
      ...told,
      // The score has just been told where a goal is the first thing that is shown.
      ...standingOf(views, manner).filter((line) => !told.includes(line)),
    ]);
  };
  return {
    tell: async ({ opens, moved, from, to }) => {
      if (opens) await open(from);
      await printText(
        moved ? movedTo(history.viewsAt(to), manner) : passed(from, to, (seq) => linesOf(history, seq, manner)),
      );
      // More may come of a feed, and after its last entry somebody may still go back in a showing that is held.
      if (!live && to === showing.cues.last) await printText(summaryAt(to));
    },
    close: () => printText(live ? summaryAt(showing.cues.last) : []),
  };
};

/** The lines of the entries that were passed, made as they are printed. */
function* passed(from: number, to: number, lines: (seq: number) => readonly string[]): Generator<string> {
  for (let seq = from + 1; seq <= to; seq += 1) yield* lines(seq);
}
