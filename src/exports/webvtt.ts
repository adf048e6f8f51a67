import type { ExportOptions, Matter } from './matter.ts';
import { cueTime, subtitles } from './subtitles.ts';

/** The commentary as WebVTT (W3C): a cue for each two lines, numbered. */
export const webvtt = (matter: Matter, options: ExportOptions): string =>
  [
    `WEBVTT - ${oneLine(matter.title)}`,
    ...subtitles(matter, options).map(({ from, to, lines }, index) =>
      [`${index + 1}`, `${cueTime(from, '.')} --> ${cueTime(to, '.')}`, ...lines.map(escaped)].join('\n'),
    ),
    '',
  ]
    .join('\n\n')
    .trimEnd()
    .concat('\n');

/** In cue text these three begin a tag, an escape, or a line of times. */
const escaped = (line: string): string => line.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').replaceAll('-->', '→');
