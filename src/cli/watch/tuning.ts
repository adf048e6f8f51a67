import type { Welcome } from '../../client/connect.ts';
import { isToken } from '../../server/token.ts';
import type { Programme } from '../../terminal/programme.ts';
import { diff } from '../../wire/patch.ts';
import { DoesNotHold, WrongUse } from '../complaint.ts';
import { depthOf, drawUntil, isDrawn, loadTerminal } from '../drawing.ts';
import { harmless, mannerOf, print } from '../output.ts';
import { openKeyboard } from '../play/keyboard.ts';
import { EXIT_CODES, inText } from '../play/showing.ts';
import { awaitStop } from '../signal.ts';
import type { WatchOptions } from '../watch.ts';
import { Line } from './line.ts';
import { programmeOver, type Viewer } from './programme-over.ts';
import { Reception, type Sight } from './reception.ts';
import { type Place, placeOf } from './way.ts';

/**
 * Tells a showing of a server's as `play` tells one of its own, until it has ended or somebody has had enough.
 * Throws `WrongUse` for what is no URL and for a match that isn't on, `DoesNotHold` where nobody lets it in.
 */
export const tuneIn = async (word: string, { match, token, format, color }: WatchOptions): Promise<void> => {
  const place = placeOf(word);
  if (token !== undefined && !isToken(token)) {
    throw new WrongUse('--token is none that a server could have given out: those have 8 to 256 characters, no blanks');
  }
  const terminal = isDrawn(format) ? await loadTerminal(format) : undefined;
  const stop = awaitStop();
  const line = new Line(place, token);
  try {
    const welcome = await Promise.race([stop.asked, line.welcome]);
    if (typeof welcome === 'object' && terminal !== undefined) {
      const [first, ...others] = onScreen(welcome, match, place);
      const programmes = [first, ...others].map((id) => programmeOver(line.client, id));
      line.hears(allOf(programmes));
      const title = others.length === 0 ? first : `${first}, and ${others.length} more`;
      await drawUntil(terminal, programmes, title, depthOf(color), stop);
    } else if (typeof welcome === 'object') {
      const teller = format === 'json' ? inJson() : inWords(color);
      if (teller.announces) process.stderr.write(`Watching ${place.shown}; Ctrl-C ends it.\n`);
      const ended = followed(line, chosen(welcome, match, place), teller);
      const keyboard = openKeyboard();
      const asked = keyboard === undefined ? stop.asked : Promise.race([stop.asked, keyboard.asked]);
      const signal = await Promise.race([asked, ended]).finally(() => keyboard?.close());
      if (signal !== undefined) process.exitCode = EXIT_CODES[signal];
    } else process.exitCode = welcome === 'SIGINT' ? 130 : 143;
  } finally {
    stop.forget();
    line.hangUp();
  }
};

/** The one that is wanted, else all of them: the first is open, and keys open the others. */
const onScreen = (welcome: Welcome, wanted: string | undefined, place: Place): readonly [string, ...string[]] => {
  const [first, ...others] = welcome.matches.map(({ id }) => id);
  if (wanted !== undefined || first === undefined || others.length === 0) return [chosen(welcome, wanted, place)];
  return [first, ...others];
};

/** What is wrong with the line is wrong with each. */
const allOf = (programmes: readonly (Programme & Viewer)[]): Viewer => ({
  said: (sentence) => programmes[0]?.said(sentence),
  troubled: (trouble) => {
    for (const each of programmes) each.troubled(trouble);
  },
});

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

/**
 * Resolves when the showing has ended, and all of it has been told: when the server says so, and in a pipe as soon as it
 * stands at its end. Who sits at a terminal may wait for somebody to go back.
 */
const followed = async (line: Line, match: string, teller: Teller): Promise<undefined> => {
  const seenToItsEnd = Promise.withResolvers<void>();
  // The next one waits until this one has been told; only cursors wait.
  let telling = Promise.resolve();
  const reception = new Reception((sight) => {
    telling = telling.then(() => teller.tell(sight));
    if (process.stdout.isTTY !== true && isAtEnd(sight)) seenToItsEnd.resolve();
    telling.catch((problem) => line.fail(problem));
  });
  // The views are folded here from the journal, so that each entry has its own; the head is all that is missing.
  line.client.follow(match, { views: [] }, (seen) => reception.see(seen));
  line.client.journal(match, {}, (told) => reception.hear(told));
  await Promise.race([line.over, seenToItsEnd.promise]);
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
