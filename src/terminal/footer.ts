import { type FeedLine, foundIn } from '../faces/feed.ts';
import { sourceOf } from '../faces/source.ts';
import type { Entry } from '../journal/entry.ts';
import type { Millis } from '../match/time.ts';
import { BOLD, DIM, PLATES } from './looks.ts';
import type { Picture } from './picture.ts';
import { EMPTY, ends, fit, type Line, type Look, type Span, span, widthOf, widthOfLine, wrapped } from './span.ts';
import { says } from './words.ts';

/**
 * Where the showing stands, and the keys that one needs next; or what is being typed, or has just been said: that in as
 * many rows as it takes.
 */
export const footer = (picture: Picture, lines: readonly FeedLine[], width: number): Line[] => {
  const { ui, now, trouble } = picture;
  if (ui.prompt !== undefined) {
    const { kind, text } = ui.prompt;
    const found = kind === 'search' && text !== '' ? foundIn(lines, text).length : undefined;
    const count =
      found === undefined ? EMPTY : [span(found === 0 ? says.noneFound : says.found(found), DIM), span(' ')];
    return [ends([span(` ${says.prompts[kind]}`, BOLD), span(text), span(' ', { inverse: true })], count, width)];
  }
  const left = [...transport(picture), span('  ')];
  if (trouble !== undefined) return said(left, trouble, PLATES.caution, width);
  if (ui.notice !== undefined && ui.notice.until > now) return said(left, ui.notice.text, BOLD, width);
  return [ends(left, hints(picture, width - widthOfLine(left) - 1), width)];
};

/** Beside where the showing stands, or where that is too narrow above it. */
const said = (left: Line, text: string, look: Look, width: number): Line[] => {
  const room = width - widthOfLine(left) - 2;
  if (widthOf(text) <= room) return [fit([...left, span(` ${text} `, look)], width)];
  return [...wrapped(text, width - 2).map((row) => fit([span(` ${row} `, look)], width)), fit(left, width)];
};

/** `► 60×  31:08 / 1:42:10` */
const transport = ({ head, heardAt, now }: Picture): Line => {
  const { playing, speed, duration } = head;
  const position = Math.min(duration, head.position + (playing ? (now - heardAt) * speed : 0));
  const atEnd = !playing && position >= duration;
  const state = playing ? '►' : atEnd ? '■' : '‖';
  return [
    span(` ${state} ${speed >= SPEED_IS_MAX ? says.max : `${speed}×`}`, BOLD),
    span(`  ${lasting(position)} / ${lasting(duration)}`),
  ];
};

const SPEED_IS_MAX = 100_000;

const lasting = (millis: Millis): string => {
  const seconds = Math.floor(millis / 1000);
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60), seconds % 60];
  const padded = `${String(minutes).padStart(2, '0')}:${String(rest).padStart(2, '0')}`;
  return hours > 0 ? `${hours}:${padded}` : padded;
};

/** As many as there is room for, those that matter most first. */
const hints = ({ steering, ui, head, day }: Picture, room: number): Line => {
  const { steer, look, must } = says.hints(head.playing, ui.filter, day !== undefined);
  const wanted = steering.may ? [...steer, ...look] : look;
  const chosen: (readonly [string, string])[] = [];
  const widthOfAll = (hints: typeof chosen): number =>
    hints.reduce((sum, [key, what]) => sum + widthOf(key) + widthOf(what) + 3, 0);
  const notice = steering.may ? EMPTY : [span(`${steering.why}  `, DIM)];
  const free = room - widthOfLine(notice);
  for (const each of wanted) if (widthOfAll([...chosen, each, ...must]) <= free) chosen.push(each);
  const spans: Span[] = [...chosen, ...must].flatMap(([key, what]) => [span(key, BOLD), span(` ${what}  `, DIM)]);
  return [...(widthOfLine(spans) <= free ? notice : EMPTY), ...spans];
};

/** Who says so, and how sure it is. */
export const sourceLine = (entry: Entry | undefined, width: number): Line => {
  if (entry === undefined) return EMPTY;
  const { text, unsure, note } = sourceOf(entry);
  return fit(
    [
      span(` ${says.source}  `, DIM),
      span(text),
      ...(unsure ? [span('  '), span(` ${says.unsure} `, PLATES.caution)] : []),
      ...(note === undefined ? [] : [span(`  ${note}`, DIM)]),
    ],
    width,
  );
};
