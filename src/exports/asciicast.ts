import type { ExportOptions, Matter } from './matter.ts';

/**
 * The replay in text as a terminal recording of asciinema, version 2 (https://docs.asciinema.org/manual/asciicast/v2/):
 * a header, then `[seconds, "o", text]` a line. It depends on nothing but the match, so that the bytes are the same
 * whenever it's made.
 */
export const asciicast = (matter: Matter, { speed = 60 }: ExportOptions): string => {
  const header = {
    version: 2,
    width: COLUMNS,
    height: ROWS,
    timestamp: Math.floor(Date.parse(matter.recording.header.startedAt) / 1000),
    title: matter.title,
    env: { TERM: 'xterm-256color' },
  };
  const events = matter
    .screen(COLUMNS)
    .filter(({ lines }) => lines.length > 0)
    .map(({ position, lines }) => [
      Math.round((position / speed) * 1000) / 1_000_000,
      'o',
      // A terminal moves down at a line feed, and back only at a carriage return.
      lines.map((line) => `${line}\r\n`).join(''),
    ]);
  return [header, ...events].map((line) => `${JSON.stringify(line)}\n`).join('');
};

const COLUMNS = 100;
const ROWS = 30;
