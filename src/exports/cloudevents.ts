import type { Entry } from '../journal/entry.ts';
import { subjectOf } from '../journal/naming.ts';
import type { Matter } from './matter.ts';

/**
 * CloudEvents 1.0 in the JSON format, one a line (https://github.com/cloudevents/spec). `source` names the match, `id`
 * the entry's seq in it, `subject` the event that the entry is about, `time` is feed time and `data` the entry itself.
 * `sequence` is the extension of that name, of equal length throughout, so that it sorts as text.
 */
export const cloudevents = (matters: readonly Matter[]): string =>
  matters
    .flatMap((matter) => matter.recording.entries.map((entry) => `${JSON.stringify(eventOf(entry, matter))}\n`))
    .join('');

const eventOf = (entry: Entry, { name, history }: Matter) => ({
  specversion: '1.0',
  id: String(entry.seq),
  source: `/touchline/matches/${encodeURIComponent(name)}`,
  type: `dev.touchline.match.${entry.kind === 'event' ? entry.event.type : entry.kind}`,
  subject: subjectOf(entry),
  time: history.feedTime(entry.offset),
  datacontenttype: 'application/json',
  sequence: String(entry.seq).padStart(SEQUENCE_LENGTH, '0'),
  data: entry,
});

const SEQUENCE_LENGTH = 8;
