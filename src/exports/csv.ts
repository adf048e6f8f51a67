import { stringify } from 'csv-stringify/sync';
import { nameOf, subjectOf } from '../journal/naming.ts';
import { labelOf } from '../match/time.ts';
import type { Matter } from './matter.ts';
import { peopleOf } from './words.ts';

/**
 * A row for each entry, corrections included, with the score just after it as then known (RFC 4180, lines ending in
 * CRLF). A cell that a spreadsheet would take for a formula gets an apostrophe in front of it.
 */
export const csv = (matters: readonly Matter[]): string =>
  stringify(matters.flatMap(rowsOf), {
    header: true,
    columns: [...COLUMNS],
    record_delimiter: 'windows',
    escape_formulas: true,
  });

const COLUMNS = [
  'match',
  'seq',
  'offset',
  'feed_time',
  'kind',
  'id',
  'of',
  'effect',
  'type',
  'leg',
  'period',
  'elapsed',
  'label',
  'club',
  'side',
  'person',
  'name',
  'home',
  'away',
  'home_score',
  'away_score',
  'home_aggregate',
  'away_aggregate',
  'reported_by',
  'fact',
  'time_known',
  'note',
] as const;

type Row = Readonly<Partial<Record<(typeof COLUMNS)[number], string | number>>>;

const rowsOf = ({ name, recording, history }: Matter): Row[] => {
  const { fixture } = recording.header;
  const people = peopleOf(fixture);
  return recording.entries.map((entry) => {
    const { seq, offset, kind, reported } = entry;
    const views = history.viewsAt(seq);
    const { home, away } = views.scoreboard;
    const item = views.timeline[nameOf(entry)] ?? views.timeline[subjectOf(entry)];
    const event = kind === 'retraction' ? history.claimed(entry.of)?.event : entry.event;
    const told = (event ?? {}) as { readonly by?: string; readonly person?: string; readonly club?: string };
    const person = told.by ?? told.person ?? item?.person;
    const club = item?.club ?? told.club ?? (person === undefined ? undefined : people.get(person)?.club);
    const leg = event === undefined ? undefined : fixture.legs[event.at.leg - 1];
    const side = club === undefined ? undefined : club === leg?.home ? 'home' : club === leg?.away ? 'away' : undefined;
    const by = reported?.by;
    return present({
      match: name,
      seq,
      offset,
      feed_time: history.feedTime(offset),
      kind,
      id: nameOf(entry),
      of: kind === 'event' ? undefined : entry.of,
      effect: history.effectAt(seq),
      type: event?.type,
      leg: event?.at.leg,
      period: event?.at.period,
      elapsed: event?.at.elapsed,
      label: event === undefined ? undefined : labelOf(event.at),
      club,
      side,
      person,
      name: person === undefined ? undefined : people.get(person)?.name,
      home: home.club,
      away: away.club,
      home_score: home.score,
      away_score: away.score,
      home_aggregate: views.aggregate?.score[home.club],
      away_aggregate: views.aggregate?.score[away.club],
      reported_by: by === undefined ? undefined : [by].flat().join('; '),
      fact: reported?.fact,
      time_known: reported?.time,
      note: reported?.note,
    });
  });
};

const present = (row: { readonly [Name in keyof Row]: Row[Name] | undefined }): Row =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined));
