import { setTimeout as delay } from 'node:timers/promises';
import { lastValueFrom, takeUntil } from 'rxjs';
import { type Replay, replay } from '../playback/replay.ts';
import { WrongUse } from './complaint.ts';
import { follow, type Step } from './follow.ts';
import { entryLine, snapshotLine } from './jsonl.ts';
import { FLAGSHIP, openMatchAloud } from './match.ts';
import { type Manner, mannerOf, print, printText } from './output.ts';
import type { PlayOptions } from './play.ts';
import { PORT } from './serve.ts';
import { awaitStop } from './signal.ts';
import { headingOf, hintOf, linesOf, movedTo, standingOf, summaryOf, tellingOf } from './text.ts';

/** Plays a match on standard output until it ends, or until somebody has had enough. */
export const show = async (word: string | undefined, options: PlayOptions): Promise<void> => {
  if (options.format === 'tui') {
    throw new WrongUse("the full-screen view isn't there yet; --format text tells the match line by line");
  }
  const { name = FLAGSHIP, port } = nameAndPort(word, options.serve);
  const match = await openMatchAloud(name);
  const showing = replay(match, { ...pacingOf(options), hold: port !== undefined && process.stdout.isTTY === true });
  // The server is loaded only by those who want one.
  const air = port === undefined ? undefined : await import('./air.ts');
  const server = port === undefined ? undefined : await air?.putOnAir(match, showing, port);
  if (server !== undefined) process.stderr.write(`${air?.howToConnect(server, [match])}\n`);

  const stop = awaitStop();
  const telling = options.format === 'json' ? inJson(showing) : inText(showing, mannerOf(options.color), options.speed);
  await telling.open();
  const steps$ = follow(showing.shown$, showing.cues.first, telling.tell);
  const ended = lastValueFrom(steps$.pipe(takeUntil(stop.asked)), { defaultValue: undefined });
  const signal = await Promise.race([stop.asked, ended]);
  stop.forget();
  if (signal !== undefined) process.exitCode = signal === 'SIGINT' ? 130 : 143;
  else if (server !== undefined) await delay(LAST_FRAME_MS);
  await server?.close(signal === undefined ? 'ended' : 'stopping');
};

/** Those who are connected get the last frame with the server's next tick, and mustn't be cut off before it. */
const LAST_FRAME_MS = 250;

/** `--serve atalanta-dortmund` names the match: the parser can't know it from a port. */
const nameAndPort = (
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

interface Telling {
  readonly open: () => Promise<void>;
  readonly tell: (step: Step) => Promise<void>;
}

/** After a move the patches go on from a new `{ head, views }`. */
const inJson = ({ history, cues }: Replay): Telling => ({
  open: () => print([snapshotLine(history, cues, cues.first)]),
  tell: ({ moved, from, to }) =>
    print(moved ? [snapshotLine(history, cues, to)] : passed(from, to, (seq) => [entryLine(history, cues, seq)])),
});

const inText = ({ history, cues, opening }: Replay, manner: Manner, speed: number | 'max'): Telling => {
  const { fixture } = history;
  const summaryAt = (cursor: number): string[] =>
    cursor === cues.last ? summaryOf(fixture, history.viewsAt(cursor), manner) : [];
  return {
    open: () => {
      const told = tellingOf(history, cues.first, manner);
      return printText([
        ...headingOf(fixture, opening.views, manner),
        ...hintOf(speed, cues.duration, manner),
        ...told,
        // The score has just been told where a goal is the first thing that is shown.
        ...standingOf(opening.views, manner).filter((line) => !told.includes(line)),
        ...summaryAt(cues.first),
      ]);
    },
    tell: async ({ moved, from, to }) => {
      await printText(
        moved ? movedTo(history.viewsAt(to), manner) : passed(from, to, (seq) => linesOf(history, seq, manner)),
      );
      await printText(summaryAt(to));
    },
  };
};

/** The lines of the entries that were passed, made as they are printed. */
function* passed(from: number, to: number, lines: (seq: number) => readonly string[]): Generator<string> {
  for (let seq = from + 1; seq <= to; seq += 1) yield* lines(seq);
}
