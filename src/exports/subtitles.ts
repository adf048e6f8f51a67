import type { Millis } from '../match/time.ts';
import type { CommentaryItem } from '../projections/views.ts';
import { legOf } from './leg.ts';
import type { ExportOptions, Matter } from './matter.ts';
import { settled } from './settled.ts';
import { videoTimes } from './video.ts';

/** What stands on the picture from one moment of the video to another. */
export interface Subtitle {
  readonly from: Millis;
  readonly to: Millis;
  /** At most two, of at most 42 characters unless a word is longer. */
  readonly lines: readonly string[];
}

/**
 * The commentary of a leg in sync with a video of it: what is known at the end, without the corrections that led there.
 * A subtitle stands as long as it takes to read (17 characters a second, faster where the next one is due, never less
 * than a second), and none begins before the one before it has ended. Where so much happens at once that it would fall
 * far behind the picture, what isn't key is left out.
 */
export const subtitles = ({ recording, history }: Matter, options: ExportOptions): readonly Subtitle[] => {
  const leg = legOf(recording, options.leg);
  const known = settled(recording, history);
  const claims = known.believedAt(known.length).filter(({ event }) => event.at.leg === leg);
  const timeOf = videoTimes(claims, options);
  const times = new Map(claims.map((claim) => [claim.id, timeOf(claim)]));
  const spoken = Object.values(known.viewsAt(known.length).commentary)
    .filter((item) => item.leg === leg && (options.key !== true || item.importance === 'key'))
    .toSorted((a, b) => a.order - b.order)
    .flatMap((item) => {
      const at = times.get(item.entry);
      return at === undefined || at < 0 ? [] : [{ at, item }];
    })
    .toSorted((a, b) => a.at - b.at);
  return laidOut(spoken);
};

interface Spoken {
  readonly at: Millis;
  readonly item: CommentaryItem;
}

const laidOut = (spoken: readonly Spoken[]): Subtitle[] => {
  const laid: Subtitle[] = [];
  let free = 0;
  for (const [index, { at, item }] of spoken.entries()) {
    if (free - at > BEHIND_MAX_MS && item.importance !== 'key') continue;
    const next = spoken[index + 1]?.at ?? Number.POSITIVE_INFINITY;
    const pieces = piecesOf(item.text);
    const start = Math.max(at, free);
    const whole = pieces.reduce((sum, lines) => sum + readingMs(lines, LEISURELY), 0);
    const speed = start + whole > next ? HURRIED : LEISURELY;
    let from = start;
    for (const lines of pieces) {
      const to = from + readingMs(lines, speed);
      laid.push({ from, to, lines });
      from = to + GAP_MS;
    }
    free = from;
  }
  return laid;
};

/** Characters a second. */
const LEISURELY = 17;
const HURRIED = 24;
const SHORTEST_MS = 1000;
const GAP_MS = 40;
const BEHIND_MAX_MS = 12_000;

const LINE_LENGTH = 42;
const LINES = 2;

const readingMs = (lines: readonly string[], speed: number): Millis =>
  Math.max(SHORTEST_MS, Math.round((lines.join(' ').length / speed) * 1000));

/** Two lines at a time, a sentence of its own for each where it fits; a longer one in parts of much the same length. */
const piecesOf = (text: string): string[][] =>
  sentencesOf(text).flatMap((sentence) => {
    const lines = linesOf(sentence);
    const count = Math.ceil(lines.length / LINES);
    const even = partsOf(sentence, count).map(linesOf);
    if (even.every(({ length }) => length <= LINES)) return even;
    return Array.from({ length: count }, (_, at) => lines.slice(at * LINES, (at + 1) * LINES));
  });

const partsOf = (text: string, count: number): string[] => {
  const parts: string[] = [];
  const least = text.length / count;
  for (const word of text.split(' ')) {
    const part = parts.at(-1);
    if (part === undefined || (part.length + word.length / 2 >= least && parts.length < count)) parts.push(word);
    else parts[parts.length - 1] = `${part} ${word}`;
  }
  return parts;
};

/** Sentences, the short ones together as long as they fit on two lines. */
const sentencesOf = (text: string): string[] => {
  const sentences: string[] = [];
  for (const sentence of text.split(/(?<=[.!?])\s+(?=\p{Lu})/u)) {
    const both = `${sentences.at(-1) ?? ''} ${sentence}`.trim();
    if (sentences.length > 0 && linesOf(both).length <= LINES) sentences[sentences.length - 1] = both;
    else sentences.push(sentence);
  }
  return sentences;
};

const linesOf = (text: string): string[] => {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const line = `${lines.at(-1) ?? ''} ${word}`.trim();
    if (lines.length > 0 && line.length <= LINE_LENGTH) lines[lines.length - 1] = line;
    else lines.push(word);
  }
  return lines;
};

/** `01:02:03.004`, or with a comma as SubRip has it. */
export const cueTime = (time: Millis, point: '.' | ','): string => {
  const whole = Math.round(time);
  const [hours, minutes, seconds] = [
    Math.floor(whole / 3_600_000),
    Math.floor(whole / 60_000) % 60,
    Math.floor(whole / 1000) % 60,
  ];
  return `${[hours, minutes, seconds].map((part) => String(part).padStart(2, '0')).join(':')}${point}${String(whole % 1000).padStart(3, '0')}`;
};
