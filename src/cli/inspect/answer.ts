import type { Question } from '../../journal/answer.ts';
import type { Frame } from '../../playback/frame.ts';
import { placeAt, positionOf } from '../../playback/pacing.ts';
import { cuesOf } from '../../playback/replay.ts';
import { history as historyOf, type MatchHistory } from '../../playback/views.ts';
import { WrongUse } from '../complaint.ts';
import type { InspectOptions } from '../inspect.ts';
import { type Match, openMatchAloud } from '../matches/match.ts';
import { mannerOf, print, printText } from '../output.ts';
import { questionOf } from '../question.ts';
import { sheetOf } from './sheet.ts';

/** Prints the views at a moment, what differs between two, or what accounts say. */
export const answer = async (word: string, options: InspectOptions): Promise<void> => {
  const { at, asOf, view, diff, diffAt, claims, format, color } = options;
  if (claims === true && [at, asOf, view, diff, diffAt].some((other) => other !== undefined)) {
    throw new WrongUse('--claims stands alone: each claim names its own moment');
  }
  if (diffAt !== undefined && diff === undefined) {
    throw new WrongUse('--diff-at needs --diff: the moment as known at which the other side is shown');
  }
  // Times are complained about before anything is read.
  const question = questionOf(at, asOf);
  const other = diff === undefined ? undefined : questionOf(diffAt ?? at, diff);
  const first = other === undefined ? question : questionOf(at, firstSide(at, asOf));
  const match = await openMatchAloud(word);
  if (claims === true) {
    const { printClaims } = await import('./claims.ts');
    return printClaims(match, format, mannerOf(color));
  }
  if (other !== undefined) {
    const { printDifference } = await import('./differing.ts');
    const sides = [
      { frame: frameOf(match, first), at },
      { frame: frameOf(match, other), at: diffAt ?? at },
    ] as const;
    return printDifference(match, sides, { format, ...(view === undefined ? {} : { view }) }, mannerOf(color));
  }
  const frame = frameOf(match, question);
  if (format === 'json') {
    const { head, views } = frame;
    const asked = view === undefined ? views : { [view]: views[view] };
    await print([JSON.stringify({ match: match.name, head, views: asked }, null, 2)]);
  } else
    await printText(
      sheetOf(
        match.header.fixture,
        frame,
        { ...(at === undefined ? {} : { at }), ...(view === undefined ? {} : { view }) },
        mannerOf(color),
      ),
    );
};

/** With a match time alone, one compares with what was known when the watch showed it. */
const firstSide = (at: string | undefined, asOf: string | undefined): string => {
  const side = asOf ?? at;
  if (side !== undefined) return side;
  throw new WrongUse(
    "--diff needs the moment to compare with: --as-of half-time, or --at 57' for that minute, then and now",
  );
};

/**
 * The views at a moment. The head says how far the record was then known: its cursor and its feed time are of `asOf`;
 * `watch` is that of the match at `at`. Throws `WrongUse` where the recording has no such moment.
 */
const frameOf = ({ header, entries }: Match, question: Question): Frame => {
  const history = historyOf({ header, entries });
  const answered = history.answer(question);
  if (!answered.ok) throw new WrongUse(answered.message);
  const { cursor, watch, views } = answered;
  const cues = cuesOf(history, { from: header.from ?? 'L1' });
  const { asOf } = question;
  const offset = offsetOf(history, asOf, cursor);
  const between = typeof asOf === 'object' && asOf.kind === 'clock';
  return {
    head: {
      cursor,
      entries: history.length,
      position: between ? placeAt(cues, { offset }).position : positionOf(cues, cursor),
      duration: cues.duration,
      at: history.feedTime(offset),
      watch,
      playing: false,
      speed: 60,
    },
    views,
  };
};

const offsetOf = (history: MatchHistory, asOf: Question['asOf'], cursor: number): number => {
  const moment = typeof asOf === 'object' ? history.momentAsOf(asOf) : undefined;
  if (typeof moment === 'object') return moment.offset;
  return history.entries[cursor - 1]?.offset ?? 0;
};
