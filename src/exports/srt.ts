import type { ExportOptions, Matter } from './matter.ts';
import { cueTime, subtitles } from './subtitles.ts';

/** The commentary as SubRip, with a comma before the milliseconds and CRLF at the end of a line. */
export const srt = (matter: Matter, options: ExportOptions): string =>
  subtitles(matter, options)
    .map(({ from, to, lines }, index) =>
      [`${index + 1}`, `${cueTime(from, ',')} --> ${cueTime(to, ',')}`, ...lines.map(harmless), ''].join('\r\n'),
    )
    .join('\r\n');

/** SubRip knows no escapes, and players take what stands in angles for a tag. */
const harmless = (line: string): string => line.replaceAll('-->', '→').replaceAll('<', '‹').replaceAll('>', '›');
