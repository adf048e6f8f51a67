import type { FeedLine } from '../faces/feed.ts';
import { clubName, personName } from '../faces/names.ts';
import { sourceOf } from '../faces/source.ts';
import { inWords, kindInWords, words } from '../faces/words.ts';
import type { TimelineItem } from '../projections/views.ts';
import { BOLD, DIM, PLATES } from './looks.ts';
import type { Picture } from './picture.ts';
import { EMPTY, type Line, padEnd, span, wrapped } from './span.ts';
import { says } from './words.ts';

/** All the keys, on one screen. */
export const helpLines = (width: number): Line[] => {
  const column = Math.max(38, Math.floor(width / 2));
  const rows = KEYS.map(([keys, what]): Line => [span(padEnd(` ${keys}`, 12), BOLD), span(what)]);
  if (width < 2 * 38) return rows;
  const half = Math.ceil(rows.length / 2);
  return rows.slice(0, half).map((row, at) => {
    const other = rows[half + at];
    const used = 12 + (KEYS[at]?.[1].length ?? 0);
    return other === undefined ? row : [...row, span(' '.repeat(Math.max(1, column - used))), ...other];
  });
};

export const KEYS: readonly (readonly [string, string])[] = [
  ['space', 'pause and go on'],
  ['[  ]', 'previous, next key moment'],
  [',  .', 'one entry back, forward'],
  ['←  →', '10 seconds; with shift a minute'],
  ['+  -', 'faster, slower'],
  ['0 … 9', 'to so many tenths of it'],
  ['g', 'go to a time: 57’, 45+2’, half-time'],
  ['↑  ↓', 'choose a line of the commentary'],
  ['enter', 'go to the moment of that line'],
  ['e', 'explain it: source, before, after'],
  ['/  n  p', 'search; next, previous hit'],
  ['f', 'key moments only'],
  ['tab', 'next panel'],
  ['esc', 'close, and follow the newest line'],
  ['?', 'these keys'],
  ['q', 'quit'],
];

/** What the record says of a line: who reported it, how sure it is, what it was before, what took its place. */
export const explanationLines = (line: FeedLine | undefined, picture: Picture, width: number): Line[] => {
  if (line === undefined) return [[span(says.nothingYet, DIM)]];
  const { views, fixture, entryOf } = picture;
  const item = views.timeline[line.entry];
  const entry = entryOf(line.entry);
  const source = entry === undefined ? undefined : sourceOf(entry);
  const rows: (readonly [string, string | undefined])[] = [
    ['What', item === undefined ? undefined : aboutItem(item, picture)],
    ['When', item === undefined ? line.label : whenOf(item, fixture.legs.length)],
    ['Says so', source?.byText],
    [
      'Sure',
      source === undefined ? undefined : [source.fact, source.time].filter((each) => each !== undefined).join(', '),
    ],
    ['But', source?.note],
    ['Why', source?.why],
    ['Before', beforeOf(item, picture)],
    ['Then', thenOf(item, picture)],
    ['About', item?.of === undefined ? undefined : named(views.timeline[item.of], item.of, picture)],
    ['Received', item?.received === undefined ? undefined : item.received.replace('T', ' ').slice(0, 19)],
    [
      'Laws',
      item?.irregular === undefined
        ? undefined
        : words.marks.irregular(inWords(item.irregular.code), item.irregular.law),
    ],
    ['Status', item?.status === undefined ? undefined : words.marks.statuses[item.status]],
    [
      'Entry',
      item === undefined
        ? line.entry
        : `${line.entry}, number ${Math.floor(item.order)} of ${picture.head.cursor} so far`,
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
    ...(club === undefined ? [] : [clubName(fixture, club)]),
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
    ...(was.club === undefined ? [] : [clubName(fixture, was.club)]),
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

export const overlayTitle = (over: 'help' | 'explanation'): Line => [
  span(` ${says[over].toUpperCase()} `, PLATES.quiet),
];
