import { writeRecording } from '../journal/recording.ts';
import { asciicast } from './asciicast.ts';
import { cloudevents } from './cloudevents.ts';
import { csv } from './csv.ts';
import type { FormatName } from './formats.ts';
import { calendar } from './ical.ts';
import type { ExportOptions, Matter } from './matter.ts';
import { html } from './report/html.ts';
import { markdown } from './report/markdown.ts';
import { reportOf } from './report/report.ts';
import { srt } from './srt.ts';
import { webvtt } from './webvtt.ts';

/** A match, or where the format takes them several, as the text of a file. The same matches give the same bytes. */
export const exported = (
  matters: readonly [Matter, ...Matter[]],
  format: FormatName,
  options: ExportOptions = {},
): string => {
  const [matter] = matters;
  switch (format) {
    case 'recording':
      return writeRecording(matter.recording);
    case 'cloudevents':
      return cloudevents(matters);
    case 'csv':
      return csv(matters);
    case 'webvtt':
      return webvtt(matter, options);
    case 'srt':
      return srt(matter, options);
    case 'markdown':
      return markdown(reportOf(matter, options));
    case 'html':
      return html(reportOf(matter, options));
    case 'asciicast':
      return asciicast(matter, options);
    case 'ical':
      return calendar(matters);
  }
};
