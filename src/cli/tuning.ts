import { type Client, type ConnectionState, connect, type Welcome } from '../client/connect.ts';
import { isToken } from '../server/token.ts';
import { diff } from '../wire/patch.ts';
import { DoesNotHold, WrongUse } from './complaint.ts';
import { depthOf, drawUntil, isDrawn, loadTerminal } from './drawing.ts';
import { harmless, mannerOf, print } from './output.ts';
import { programmeOver, type Viewer } from './programme-over.ts';
import { Reception, type Sight } from './reception.ts';
import { inText } from './showing.ts';
import { awaitStop } from './signal.ts';
import type { WatchOptions } from './watch.ts';
import { type Place, placeOf, whyShut } from './way.ts';

/**
 * Tells a showing of a server's as `play` tells one of its own, until it has ended or somebody has had enough.
 * Throws `WrongUse` for what is no URL and for a match that isn't on, `DoesNotHold` where nobody lets it in.
 */
export const tuneIn = async (word: string, { match, token, format, color }: WatchOptions): Promise<void> => {
  const place = placeOf(word);
  if (token !== undefined && !isToken(token)) throw new WrongUse('--token is none that a server could have given out');
  const terminal = isDrawn(format) ? await loadTerminal(format) : undefined;
  const stop = awaitStop();
  const line = new Line(place, token);
  try {
    const welcome = await Promise.race([stop.asked, line.welcome]);
    if (typeof welcome === 'object' && terminal !== undefined) {
      const id = chosen(welcome, match, place);
      const programme = programmeOver(line.client, id);
      line.hears(programme);
      await drawUntil(terminal, programme, id, depthOf(color), stop);
    } else if (typeof welcome === 'object') {
      const teller = format === 'json' ? inJson() : inWords(color);
      if (teller.announces) process.stderr.write(`Watching ${place.shown}; Ctrl-C ends it.\n`);
      const ended = followed(line, chosen(welcome, match, place), teller);
      const signal = await Promise.race([stop.asked, ended]);
      if (signal !== undefined) process.exitCode = signal === 'SIGINT' ? 130 : 143;
    } else process.exitCode = welcome === 'SIGINT' ? 130 : 143;
  } finally {
    stop.forget();
    line.hangUp();
  }
};

/** A connection that is kept up, and what is said about it on standard error. */
export class Line {
  readonly client: Client;
  readonly #place: Place;
  readonly #token: string | undefined;
  readonly #welcome = Promise.withResolvers<Welcome>();
  readonly #over = Promise.withResolvers<undefined>();
  #isAway = false;
  #isHungUp = false;
  /** Where a screen is drawn on, all that is to be said is said on it. */
  #viewer: Viewer | undefined;

  constructor(place: Place, token: string | undefined) {
    this.#place = place;
    this.#token = token;
    // Whoever has stopped listening needn't hear that it failed.
    for (const { promise } of [this.#welcome, this.#over] as const) promise.catch(() => undefined);
    this.client = connect(place.url, {
      ...(token === undefined ? {} : { token }),
      onState: (state) => this.#enter(state),
      onRefused: ({ message, of }) => {
        if (this.#viewer !== undefined && of === 'control') this.#viewer.said(message);
        else this.fail(`${place.shown} says: ${message}`);
      },
    });
  }

  /** What is on, once the server has let us in. */
  get welcome(): Promise<Welcome> {
    return this.#welcome.promise;
  }

  /** Resolves when the showing has ended. */
  get over(): Promise<undefined> {
    return this.#over.promise;
  }

  hears(viewer: Viewer): void {
    this.#viewer = viewer;
  }

  hangUp(): void {
    this.#isHungUp = true;
    this.client.close();
  }

  fail(problem: unknown): void {
    const told = typeof problem === 'string' ? new DoesNotHold([harmless(`touchline: ${problem}`)]) : problem;
    this.#viewer?.troubled(typeof problem === 'string' ? harmless(problem) : 'the showing has ended');
    this.#welcome.reject(told);
    this.#over.reject(told);
  }

  #enter(state: ConnectionState): void {
    // That it's closed then doesn't say that the showing has ended.
    if (this.#isHungUp) return;
    switch (state.state) {
      case 'connecting':
      case 'quiet':
        return;
      case 'open':
        if (this.client.welcome !== undefined) this.#welcome.resolve(this.client.welcome);
        if (this.#isAway) this.#tell('Connected again.', undefined);
        this.#isAway = false;
        return;
      case 'reconnecting':
        if (this.client.welcome === undefined) void this.#giveUp(state.reason);
        else if (!this.#isAway) {
          const why = state.reason === '' ? '' : ` (${harmless(state.reason)})`;
          const gone = `The connection to ${this.#place.shown} is gone${why}; trying again`;
          this.#tell(`${gone} until Ctrl-C.`, gone);
        }
        this.#isAway = true;
        return;
      case 'refused':
        // Whoever was never let in is being told why.
        if (this.client.welcome !== undefined) void this.#giveUp(state.reason);
        return;
      case 'closed':
        if (state.code === 1000) {
          this.#viewer?.troubled('the showing has ended');
          this.#over.resolve(undefined);
        } else this.fail(`${this.#place.shown} ended the connection: ${state.reason || `close code ${state.code}`}`);
    }
  }

  /** On standard error; on the screen what is wrong as long as it is. */
  #tell(sentence: string, trouble: string | undefined): void {
    if (this.#viewer === undefined) process.stderr.write(`${sentence}\n`);
    else this.#viewer.troubled(trouble);
  }

  async #giveUp(reason: string): Promise<void> {
    this.fail(await whyShut(this.#place, this.#token, reason));
  }
}

export const chosen = ({ matches }: Welcome, wanted: string | undefined, { shown }: Place): string => {
  const names = matches.map(({ id }) => id);
  const [first, ...more] = names;
  if (first === undefined) throw new DoesNotHold([`touchline: nothing is on at ${shown}`]);
  if (wanted === undefined) {
    if (more.length === 0) return first;
    throw new WrongUse(
      `${names.length} matches are on at ${shown}; choose one with --match: ${harmless(names.join(', '))}`,
    );
  }
  if (names.includes(wanted)) return wanted;
  throw new WrongUse(`no match "${wanted}" is on at ${shown}`, { word: wanted, names });
};

/** Resolves when the showing has ended, and all of it has been told. */
const followed = async (line: Line, match: string, teller: Teller): Promise<undefined> => {
  // The next one waits until this one has been told; only cursors wait.
  let telling = Promise.resolve();
  const reception = new Reception((sight) => {
    telling = telling.then(() => teller.tell(sight));
    telling.catch((problem) => line.fail(problem));
  });
  // The views are folded here from the journal, so that each entry has its own; the head is all that is missing.
  line.client.follow(match, { views: [] }, (seen) => reception.see(seen));
  line.client.journal(match, {}, (told) => reception.hear(told));
  await line.over;
  await telling;
  await teller.close();
};

interface Teller {
  /** For somebody who sits there. */
  readonly announces: boolean;
  readonly tell: (sight: Sight) => Promise<void>;
  /** Called when the showing has ended. */
  readonly close: () => Promise<void>;
}

/** The lines of `play`, and its summary whenever the showing stands at its end. */
const inWords = (color: boolean): Teller => {
  const manner = mannerOf(color);
  let last: Sight | undefined;
  let isSummedUp = false;
  const linesAt = ({ history, step }: Sight) =>
    // The end of a showing isn't known before it has come, as with a feed.
    inText({ history, cues: { last: step.to, duration: 0 } }, manner, 1, true);
  const sumUp = async (): Promise<void> => {
    if (last === undefined || isSummedUp) return;
    isSummedUp = true;
    await linesAt(last).close();
  };
  return {
    announces: manner.columns !== undefined,
    tell: async (sight) => {
      const { opens, from, to } = sight.step;
      last = sight;
      if (opens || from !== to) {
        isSummedUp = false;
        await linesAt(sight).tell(sight.step);
      }
      if (isAtEnd(sight)) await sumUp();
    },
    close: sumUp,
  };
};

export const isAtEnd = ({ head: { playing, position, duration } }: Pick<Sight, 'head'>): boolean =>
  !playing && position >= duration;

/**
 * JSON Lines in the shape of `play --format json`: `{ head, views }` as the showing stands when it's come to, and again
 * after somebody has moved it; then `{ seq, head, entry, patch }` for each entry. Where one update brings several
 * entries, each has a line all the same, with the patch that it caused by itself: the views before it are folded from the
 * journal. In its `head` the fields `cursor`, `at` and `watch` are the entry's own; `position`, `entries` and `duration`
 * are those of the update that brought it, since only the server knows how the showing is laid out. So they alone depend
 * on when something came, and after a break they are those of the moment at which the line was up again.
 */
const inJson = (): Teller => ({
  announces: false,
  tell: async ({ history, step: { opens, moved, from, to }, head }) => {
    const headOf = ({ cursor, entries, position, duration, at, watch }: Sight['head']) => ({
      ...{ cursor, entries, position, duration, at, watch },
    });
    if (opens || moved) return print([JSON.stringify({ head: headOf(head), views: history.viewsAt(to) })]);
    await print(
      history.entries.slice(from, to).map((entry) => {
        const { seq, offset } = entry;
        const own = { cursor: seq, at: history.feedTime(offset), watch: history.watchAt(seq, offset) };
        const patch = diff(history.viewsAt(seq - 1), history.viewsAt(seq)) ?? {};
        return JSON.stringify({ seq, head: headOf({ ...head, ...own }), entry, patch });
      }),
    );
  },
  close: async () => undefined,
});
