import { inWords, shortNameOf } from '../english/words.ts';
import type { FeedLine } from '../faces/feed.ts';
import { personName } from '../faces/names.ts';
import { sourceOf } from '../faces/source.ts';
import { kindInWords, words } from '../faces/words.ts';
import type { TimelineItem } from '../projections/views.ts';
import { BOLD, DIM, PLATES } from './looks.ts';
import type { Picture } from './picture.ts';
import { EMPTY, type Line, padEnd, span, wrapped } from './span.ts';
import { says } from './words.ts';

/** What the record says of a line: who reported it, how sure it is, what it was before, what took its place. */
export const explanationLines = (line: FeedLine | undefined, picture: Picture, width: number): Line[] => {
  if (line === undefined) return [[span(says.nothingYet, DIM)]];
  const { views, fixture, entryOf } = picture;
  const { record } = says;
  const item = views.timeline[line.entry];
  const entry = entryOf(line.entry);
  const source = entry === undefined ? undefined : sourceOf(entry);
  const rows: (readonly [string, string | undefined])[] = [
    [record.what, item === undefined ? undefined : aboutItem(item, picture)],
    [record.when, item === undefined ? line.label : whenOf(item, fixture.legs.length)],
    [record.by, source?.byText],
    [
      record.sure,
      source === undefined ? undefined : [source.fact, source.time].filter((each) => each !== undefined).join(', '),
    ],
    [record.but, source?.note],
    [record.why, source?.why],
    [record.before, beforeOf(item, picture)],
    [record.after, thenOf(item, picture)],
    [record.about, item?.of === undefined ? undefined : named(views.timeline[item.of], item.of, picture)],
    [record.received, item?.received === undefined ? undefined : item.received.replace('T', ' ').slice(0, 19)],
    [
      record.laws,
      item?.irregular === undefined
        ? undefined
        : words.marks.irregular(inWords(item.irregular.code), item.irregular.law),
    ],
    [record.status, item?.status === undefined ? undefined : words.marks.statuses[item.status]],
    [
      record.entry,
      item === undefined ? line.entry : record.number(line.entry, Math.floor(item.order), picture.head.cursor),
    ],
  ];
  const room = Math.max(10, width - LABEL);
  return [
    ...wrapped(line.text, width - 1).map(
      (row): Line => [span(row, line.struck === undefined ? BOLD : { strike: true })],
    ),
    EMPTY,
    ...rows.flatMap(([name, text]) =>
      text === undefined || text === ''
        ? []
        : wrapped(text, room).map((row, at): Line => [span(padEnd(at === 0 ? name : '', LABEL), DIM), span(row)]),
    ),
    ...(source?.unsure === true ? [EMPTY, [span(` ${says.unsure} `, PLATES.caution)]] : []),
  ];
};

const LABEL = 10;

const aboutItem = ({ kind, person, club, outcome, reason }: TimelineItem, { fixture }: Picture): string =>
  [
    kindInWords(kind),
    ...(person === undefined ? [] : [personName(fixture, person)]),
    ...(club === undefined ? [] : [shortNameOf(fixture, club)]),
    ...[outcome, reason].filter((word) => word !== undefined).map(inWords),
  ].join(', ');

const whenOf = ({ at, label }: TimelineItem, legs: number): string =>
  `${label}, ${words.periods[at.period].toLowerCase()}${legs > 1 ? ` of the ${words.leg(at.leg)}` : ''}`;

/** What it said before it was corrected. */
const beforeOf = (item: TimelineItem | undefined, picture: Picture): string | undefined => {
  const was = item?.corrected?.was;
  if (was === undefined) return undefined;
  const { fixture } = picture;
  return [
    kindInWords(was.kind),
    ...(was.person === undefined ? [] : [personName(fixture, was.person)]),
    ...(was.club === undefined ? [] : [shortNameOf(fixture, was.club)]),
    was.label,
  ].join(', ');
};

/** What superseded, took back or corrected it. */
const thenOf = (item: TimelineItem | undefined, picture: Picture): string | undefined => {
  const by = item?.retractedBy ?? item?.supersededBy ?? item?.corrected?.by;
  if (item === undefined || by === undefined) return undefined;
  const verb =
    item.retractedBy !== undefined
      ? words.struck.retracted
      : item.supersededBy !== undefined
        ? words.struck.superseded
        : words.struck.corrected;
  return `${verb} by ${named(picture.views.timeline[by], by, picture)}`;
};

const named = (item: TimelineItem | undefined, id: string, picture: Picture): string =>
  item === undefined ? id : `${aboutItem(item, picture)} (${item.label}, ${id})`;
