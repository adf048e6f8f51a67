import { parseTime, type TimeRef } from '../../src/match/time.ts';
import type { Picture } from '../../src/terminal/picture.ts';
import { screenOf } from '../../src/terminal/screen.ts';
import { textOf } from '../../src/terminal/span.ts';
import { START, type Ui } from '../../src/terminal/ui.ts';
import { FLAGSHIP, knownMatch } from '../faces/match.ts';

const { history, fixture } = knownMatch(FLAGSHIP);

export const SIZES = {
  '60×20': { columns: 60, rows: 20 },
  '100×30': { columns: 100, rows: 30 },
  '200×50': { columns: 200, rows: 50 },
} as const;

/** The flagship as it stood when the watch showed that time, paused there. */
export const pictureAt = (time: string, size: Picture['size'], ui: Partial<Ui> = {}): Picture => {
  const moment = history.momentAsOf(parseTime(time) as TimeRef);
  if (typeof moment === 'string') throw new Error(moment);
  const { cursor, offset } = moment;
  const views = history.viewsAt(cursor);
  const entry = history.entries[cursor - 1];
  return {
    fixture,
    views,
    head: {
      cursor,
      entries: history.length,
      position: 1_868_000,
      duration: 6_130_000,
      at: history.feedTime(offset),
      watch: history.watchAt(cursor, offset),
      playing: false,
      speed: 60,
    },
    heardAt: 0,
    now: 0,
    ...(entry === undefined ? {} : { entry }),
    entryOf: (id) => history.entries.find((each) => each.kind === 'event' && each.id === id),
    ui: { ...START, ...ui },
    steering: { may: true },
    size,
  };
};

/** The screen as plain text, blanks at the ends of rows left out. */
export const screenText = (picture: Picture): string =>
  screenOf(picture)
    .map((line) => textOf(line).trimEnd())
    .join('\n');
