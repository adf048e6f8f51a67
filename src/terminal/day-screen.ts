import { dayList } from './day-list.ts';
import { dayStrip } from './day-strip.ts';
import { DIM } from './looks.ts';
import type { Picture } from './picture.ts';
import { SMALLEST, screenOf } from './screen.ts';
import { beside, type Line, span } from './span.ts';

/**
 * The screen with all the matches of a day: the one that is open as if it were alone, and around it the list of all.
 * Pure, and of exactly so many rows and columns.
 */
export const dayScreen = (picture: Picture): readonly Line[] => {
  const { day, now, size } = picture;
  const within = openPicture(picture);
  const screen = screenOf(within);
  if (day === undefined || within === picture) return screen;
  if (!isBeside(picture)) return [...dayStrip(day, size, now), ...screen];
  const list = dayList(day, LIST - 1, size.rows, now);
  return beside(
    [
      { lines: list.map((line) => [span(' '), ...line]), width: LIST },
      { lines: screen, width: within.size.columns },
    ],
    size.rows,
    GAP,
  );
};

/** The match that is open, in the room that it has. */
export const openPicture = (picture: Picture): Picture => {
  const { day, now, size } = picture;
  const { columns, rows } = size;
  if (day === undefined) return picture;
  if (isBeside(picture)) return { ...picture, size: { columns: columns - LIST - 3, rows } };
  const left = rows - dayStrip(day, size, now).length;
  // Where there is hardly room for one, the others are a key away.
  return left < SMALLEST.rows ? picture : { ...picture, size: { columns, rows: left } };
};

/** From so many columns on the list stands beside the match, which still has a panel beside its commentary. */
const LISTED = 160;
const LIST = 42;

const isBeside = ({ day, size }: Picture): boolean => day !== undefined && size.columns >= LISTED;

const GAP: Line = [span(' '), span('│', DIM), span(' ')];
