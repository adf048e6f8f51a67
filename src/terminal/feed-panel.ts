import { formatScore, shortNameOf } from '../english/words.ts';
import type { FeedLine } from '../faces/feed.ts';
import { kindInWords, words } from '../faces/words.ts';
import type { Fixture } from '../match/fixture.ts';
import type { TimelineView } from '../projections/views.ts';
import { BOLD, clubBar, DIM, PLATES, plate } from './looks.ts';
import { EMPTY, type Line, type Look, padStart, type Span, span, wrapped } from './span.ts';

export interface FeedPanel {
  /** Newest first. */
  readonly lines: readonly FeedLine[];
  readonly timeline: TimelineView;
  readonly fixture: Fixture;
  /** Its id; without one the newest is followed. */
  readonly selected?: string;
}

/** The commentary, newest on top; with a line selected, a window around that one. */
export const feedPanel = (panel: FeedPanel, width: number, height: number): Line[] => {
  const { lines, selected } = panel;
  const at = selected === undefined ? -1 : lines.findIndex(({ id }) => id === selected);
  const rows: Line[] = [];
  let leg: number | undefined;
  for (const line of lines.slice(startOf(panel, at, width, height))) {
    const set = setOf(line, panel, width);
    if (leg !== undefined && leg !== line.leg) rows.push(divider(words.leg(line.leg), width));
    leg = line.leg;
    rows.push(...(line.id === selected ? set.map(pointedAt) : set));
    if (rows.length >= height) break;
  }
  return rows.slice(0, height);
};

const divider = (text: string, width: number): Line => {
  const before = ' '.repeat(LABEL + 3);
  return [span(`${before}${text} ${'─'.repeat(Math.max(0, width - before.length - text.length - 1))}`, DIM)];
};

/** So many rows above the selected line are filled with newer ones. */
const startOf = (panel: FeedPanel, at: number, width: number, height: number): number => {
  let start = Math.max(0, at);
  let above = 0;
  while (start > 0) {
    const line = panel.lines[start - 1];
    above += line === undefined ? 0 : setOf(line, panel, width).length;
    if (above > height / 3) break;
    start -= 1;
  }
  return start;
};

const LABEL = 7;
const GUTTER = LABEL + 3;

/** A line set in rows: kept as long as the line stays the same, since most do. */
const setOf = (line: FeedLine, panel: FeedPanel, width: number): Line[] => {
  const known = SET.get(line);
  if (known?.width === width && known.fixture === panel.fixture) return known.rows;
  const rows = setAnew(line, panel, width);
  SET.set(line, { width, fixture: panel.fixture, rows });
  return rows;
};

const SET = new WeakMap<FeedLine, { readonly width: number; readonly fixture: Fixture; readonly rows: Line[] }>();

const setAnew = (line: FeedLine, { timeline, fixture }: FeedPanel, width: number): Line[] => {
  const { label, text, importance, struck, notes } = line;
  const key = importance === 'key';
  const room = Math.max(12, width - GUTTER);
  const look: Look | undefined =
    struck !== undefined ? { strike: true, dim: true } : importance === 'detail' ? DIM : undefined;
  const heading = key ? headingOf(line, timeline, fixture) : undefined;
  const mark = key ? clubBar(line.club === undefined ? undefined : fixture.clubs[line.club]?.colours) : span(' ');
  const body: Line[] = [
    ...(heading === undefined ? [] : [heading]),
    ...wrapped(text, room).map((row): Line => [span(row, look)]),
    ...notes.flatMap((note) => wrapped(`└ ${note}`, room).map((row): Line => [span(row)])),
  ];
  const rows = body.map(
    (row, at): Line => [
      span(at === 0 ? padStart(label, LABEL) : ' '.repeat(LABEL), key ? BOLD : DIM),
      span(' '),
      mark,
      span(' '),
      ...row,
    ],
  );
  return key ? [...rows, EMPTY] : rows;
};

/** ` GOAL ` and the score, ` SECOND YELLOW CARD ` …; what isn't more than a whistle has none. */
const headingOf = (
  { entry, shape, tone, struck, score, club }: FeedLine,
  timeline: TimelineView,
  fixture: Fixture,
): Line | undefined => {
  const about = timeline[entry];
  if (about === undefined || shape === 'other') return undefined;
  const look = struck === undefined ? tone : 'quiet';
  const title = plate(kindInWords(about.kind).toUpperCase(), look);
  const beside: Span[] =
    score !== undefined
      ? [span(` ${formatScore(score)}`, BOLD)]
      : about.outcome !== undefined && shape === 'review'
        ? [span(` ${about.outcome}`, BOLD)]
        : club === undefined
          ? []
          : [span(` ${shortNameOf(fixture, club)}`, BOLD)];
  return [title, ...beside, ...(struck === undefined ? [] : [span(`  ${words.struck[struck]}`, BOLD)])];
};

/** What is selected is pointed at, and set in reverse where it begins. */
const pointedAt = (row: Line, at: number): Line => {
  const [label, ...rest] = row;
  if (label === undefined) return row;
  return at === 0 ? [span(`›${label.text.slice(1)}`, PLATES.quiet), ...rest] : row;
};
