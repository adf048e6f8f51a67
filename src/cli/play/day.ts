import { setTimeout as delay } from 'node:timers/promises';
import { lastValueFrom, map, merge, takeUntil } from 'rxjs';
import type { Shown } from '../../playback/frame.ts';
import { matchday } from '../../playback/matchday.ts';
import type { Replay } from '../../playback/replay.ts';
import { WrongUse } from '../complaint.ts';
import { depthOf, drawShowing, isDrawn, loadTerminal } from '../drawing.ts';
import { type Match, openMatchAloud } from '../matches/match.ts';
import { type Manner, mannerOf, print, printText } from '../output.ts';
import type { PlayOptions } from '../play.ts';
import { awaitStop } from '../signal.ts';
import { headingOf, hintOf, summaryOf, tellingOf } from '../words/text.ts';
import { entryLine, snapshotLine } from './jsonl.ts';
import { openKeyboard } from './keyboard.ts';
import { EXIT_CODES, LAST_FRAME_MS, nameAndPort } from './showing.ts';

/**
 * Plays several matches at one clock: on the whole of the terminal where it can be drawn on, else the lines of all of
 * them on standard output, in the order in which they came.
 */
export const showDay = async (words: readonly string[], options: PlayOptions): Promise<void> => {
  refuseWhatIsForOne(words, options);
  // It's loaded while the matches are being read.
  const loading = isDrawn(options.format) ? loadTerminal(options.format) : undefined;
  loading?.catch(() => undefined);
  const { port } = nameAndPort(words[0], options.serve);
  const matches: Match[] = [];
  for (const word of words) matches.push(await openMatchAloud(word));
  const terminal = await loading;
  const pacing = { speed: options.speed, ...(options.maxGap === undefined ? {} : { maxGap: options.maxGap }) };
  // Who watches at a terminal decides when it's over, and may go back.
  const hold = terminal !== undefined || (port !== undefined && process.stdout.isTTY === true);
  const showings = matchday(matches, { ...pacing, hold });
  const shown = matches.map((match, place) => ({ match, showing: showings[place] as Replay }));
  const air = port === undefined ? undefined : await import('../serve/air.ts');
  const server = port === undefined ? undefined : await air?.putOnAir(shown, port);
  // On the full screen it stands for as long as it's true.
  if (server !== undefined && terminal === undefined) process.stderr.write(`${air?.howToConnect(server, matches)}\n`);

  const stop = awaitStop();
  if (terminal !== undefined) {
    const address = server === undefined ? undefined : air?.pageOf(server);
    const broadcast = address === undefined ? {} : { address };
    await drawShowing(terminal, showings, titleOf(matches), depthOf(options.color), stop, broadcast);
    await server?.close('stopping');
    return;
  }
  // One clock for all: whoever pauses one match pauses them all.
  const keyboard = showings[0] === undefined ? undefined : openKeyboard(showings[0]);
  const teller =
    options.format === 'json'
      ? inJson(shown)
      : inText(shown, mannerOf(options.color), options.speed, keyboard !== undefined);
  const asked = Promise.race([stop.asked, ...(keyboard === undefined ? [] : [keyboard.asked])]);
  await teller.open();
  const steps$ = merge(...shown.map(({ showing }, place) => showing.shown$.pipe(map((step) => ({ place, step })))));
  const queue = new Queue(shown, teller);
  const ended = lastValueFrom(steps$.pipe(takeUntil(asked)).pipe(map((each) => queue.take(each))), {
    defaultValue: undefined,
  });
  const signal = await Promise.race([asked, ended.then(() => queue.done())]).finally(() => keyboard?.close());
  stop.forget();
  if (signal !== undefined) process.exitCode = EXIT_CODES[signal];
  else {
    await teller.close();
    if (server !== undefined) await delay(LAST_FRAME_MS);
  }
  await server?.close(signal === undefined ? 'ended' : 'stopping');
};

const refuseWhatIsForOne = (words: readonly string[], { from, until }: PlayOptions): void => {
  if (words.includes('-')) throw new WrongUse('a feed on standard input (-) is played by itself, not on a matchday');
  if (from !== undefined || until !== undefined)
    throw new WrongUse('--from and --until are for one match; a matchday begins and ends with its matches');
};

/** `Atalanta v Dortmund, and 3 more` */
const titleOf = ([first, ...more]: readonly Match[]): string => `${first?.title}, and ${more.length} more`;

interface OfTheDay {
  readonly match: Match;
  readonly showing: Replay;
}

/** An entry that was passed, or where somebody has moved a match to. */
interface News {
  readonly place: number;
  readonly seq: number;
  readonly moved: boolean;
  /** When it was told, ms since the epoch. */
  readonly hour: number;
}

interface Teller {
  readonly open: () => Promise<void>;
  readonly tell: (news: readonly News[]) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** What falls due in several matches at once is told by the hour, and nothing before the last has been read. */
class Queue {
  readonly #shown: readonly OfTheDay[];
  readonly #teller: Teller;
  #waiting: News[] = [];
  #telling = Promise.resolve();

  constructor(shown: readonly OfTheDay[], teller: Teller) {
    this.#shown = shown;
    this.#teller = teller;
  }

  take({ place, step }: { readonly place: number; readonly step: Shown }): void {
    const { cursor } = step.frame.head;
    // The matches of a day are moved within one turn of the loop.
    if (this.#waiting.length === 0) queueMicrotask(() => this.#flush());
    for (const { seq, offset } of step.entries)
      this.#waiting.push({ place, seq, moved: false, hour: this.#hourOf(place, offset) });
    const { showing } = this.#shown[place] as OfTheDay;
    if (step.cause === 'seek' && step.entries.length === 0 && cursor !== showing.cues.first)
      this.#waiting.push({ place, seq: cursor, moved: true, hour: this.#hourOf(place, 0) });
  }

  /** Resolves when all of it has been told. */
  async done(): Promise<undefined> {
    await Promise.resolve();
    await this.#telling;
  }

  #flush(): void {
    const news = this.#waiting.sort((a, b) => a.hour - b.hour || a.place - b.place);
    this.#waiting = [];
    if (news.length > 0) this.#telling = this.#telling.then(() => this.#teller.tell(news));
  }

  #hourOf(place: number, offset: number): number {
    return Date.parse(this.#shown[place]?.match.header.startedAt ?? '') + offset;
  }
}

const inJson = (shown: readonly OfTheDay[]): Teller => {
  const snapshot = ({ match, showing: { history, cues } }: OfTheDay, cursor: number): string =>
    snapshotLine(history, cues, cursor, match.name);
  return {
    open: () => print(shown.map((each) => snapshot(each, each.showing.cues.first))),
    tell: (news) =>
      print(
        news.map(({ place, seq, moved }) => {
          const each = shown[place] as OfTheDay;
          const { history, cues } = each.showing;
          return moved ? snapshot(each, seq) : entryLine(history, cues, seq, each.match.name);
        }),
      ),
    close: async () => undefined,
  };
};

const inText = (shown: readonly OfTheDay[], manner: Manner, speed: number | 'max', keyed: boolean): Teller => {
  const tags = shown.map(({ showing }) => {
    const { home, away } = showing.opening.views.scoreboard;
    return `${home.club}–${away.club}`;
  });
  const width = Math.max(...tags.map((tag) => tag.length)) + 2;
  const { columns, ink } = manner;
  const narrower: Manner = { ink, ...(columns === undefined ? {} : { columns: Math.max(40, columns - width) }) };
  const tagged = (place: number, lines: readonly string[]): string[] =>
    lines.map((line) => (line === '' ? '' : `${ink.dim((tags[place] ?? '').padEnd(width))}${line}`));
  const [first] = shown;
  return {
    open: () =>
      printText([
        ...shown.flatMap(({ showing }) =>
          headingOf(showing.history.fixture, showing.opening.views, manner).slice(0, -1),
        ),
        '',
        ...hintOf(speed, first?.showing.cues.duration ?? 0, manner, keyed),
        ...shown.flatMap(({ showing: { history, cues } }, place) =>
          tagged(place, tellingOf(history, cues.first, narrower)),
        ),
      ]),
    tell: (news) =>
      printText(
        news.flatMap(({ place, seq, moved }) => {
          const { history } = (shown[place] as OfTheDay).showing;
          if (moved) return tagged(place, [`moved to ${history.viewsAt(seq).clock.label}`]);
          return tagged(place, tellingOf(history, seq, narrower));
        }),
      ),
    close: () =>
      printText(
        shown.flatMap(({ showing: { history, cues } }) =>
          summaryOf(history.fixture, history.viewsAt(cues.last), manner).slice(0, -1),
        ),
      ),
  };
};
