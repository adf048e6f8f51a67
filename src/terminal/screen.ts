import { hourOf } from '../english/words.ts';
import { type FeedLine, feedOf } from '../faces/feed.ts';
import { type Headline, headlineOf } from '../faces/headline.ts';
import { keyMomentsOf } from '../faces/key-moments.ts';
import { reviewStage } from '../faces/review-stage.ts';
import { runningClock } from '../faces/running-clock.ts';
import { statisticsOf } from '../faces/statistics.ts';
import { teamsOf } from '../faces/teams.ts';
import { trackOf } from '../faces/track.ts';
import { banner, elsewhereBanner, flashBanner } from './banner.ts';
import { dayTable } from './day-table.ts';
import { explanationLines } from './explanation.ts';
import { feedPanel } from './feed-panel.ts';
import { footer, sourceLine } from './footer.ts';
import { header } from './header.ts';
import { type HelpRoom, helpLines, helpPages } from './help.ts';
import { BOLD, DIM, PLATES } from './looks.ts';
import { momentsPanel, reviewsPanel } from './moments-panel.ts';
import type { Picture, Size } from './picture.ts';
import { beside, EMPTY, ends, fit, type Line, type Span, span, widthOf } from './span.ts';
import { statisticsPanel } from './statistics-panel.ts';
import { teamsPanel } from './teams-panel.ts';
import { trackBar } from './track-bar.ts';
import { PANELS, type PanelName, type Ui } from './ui.ts';
import { says } from './words.ts';

/** Below that it says so, and shows the score. */
export const SMALLEST: Size = { columns: 40, rows: 12 };

/** From so many columns on there are digits three rows high, and panels beside the commentary. */
export const WIDE = 100;
/** … two panels … */
const WIDER = 150;
/** … and three. */
const WIDEST = 200;

/** A screen of exactly so many rows and columns. Pure: the same picture is the same screen. */
export const screenOf = (picture: Picture): readonly Line[] => {
  const { size, views, fixture } = picture;
  const { columns } = size;
  if (isTooSmall(size)) return filled([scoreAlone(headlineOf(views, fixture)), tooSmall], size);
  const lines = feedFor(picture);
  const { top, bottom, height } = frameOf(picture, lines);
  return filled([...top, ...filled(body(picture, lines, columns, height), { columns, rows: height }), ...bottom], size);
};

/** How many pages the help has on this screen. */
export const helpPagesOn = (picture: Picture): number =>
  isTooSmall(picture.size) ? 1 : helpPages(helpRoom(picture, frameOf(picture, []).height));

const helpRoom = ({ size, day }: Picture, height: number): HelpRoom => ({
  width: size.columns,
  height,
  isDay: day !== undefined,
});

const isTooSmall = ({ columns, rows }: Size): boolean => columns < SMALLEST.columns || rows < SMALLEST.rows;

/** What stands above and below, and how many rows that leaves. */
const frameOf = (picture: Picture, lines: readonly FeedLine[]) => {
  const { size, views, fixture, head, heardAt, now } = picture;
  const { columns, rows } = size;
  const headline = headlineOf(views, fixture);
  const clock = runningClock(head, views.clock, heardAt, now);
  const compact = columns < WIDE || rows < 26;
  const top = [
    ...header(headline, clock, says.knownAt(feedTime(picture)), { columns, compact }),
    ...banner(reviewStage(views, fixture), columns),
    belowHeader(picture, compact),
  ];
  const bottom = [
    ...(compact ? [] : [rule(columns)]),
    ...trackBar(trackOf(views, fixture, clock.elapsed), [headline.home.club, headline.away.club], columns),
    ...(compact ? [] : [sourceLine(picture.entry, columns)]),
    ...footer(picture, lines, columns),
  ];
  return { top, bottom, height: Math.max(0, rows - top.length - bottom.length) };
};

/** News takes the place of the rule, so that nothing moves; that of the match that is open goes first. */
const belowHeader = (picture: Picture, compact: boolean): Line => {
  const { flash, fixture, day, address, size } = picture;
  const { columns } = size;
  if (flash !== undefined) return flashBanner(flash, fixture, columns);
  const elsewhere = day?.matches.find(({ news }, place) => news !== undefined && place !== day.open)?.news;
  if (elsewhere !== undefined) return elsewhereBanner(elsewhere, columns);
  return compact ? gapOf(picture, columns) : ruleWith(address, columns);
};

/** The commentary as chosen, newest first. */
export const feedFor = ({ views, fixture, ui }: Pick<Picture, 'views' | 'fixture' | 'ui'>): readonly FeedLine[] =>
  feedOf(views, fixture, { filter: ui.filter, newestFirst: true });

/** `20:41:10`; with the day where that isn't the day of the match. */
const feedTime = ({ head, views, fixture }: Picture): string => {
  const day = head.at.slice(0, 10);
  const kickOff = fixture.legs[views.clock.leg - 1]?.kickOff?.slice(0, 10);
  return kickOff === undefined || kickOff === day ? head.at.slice(11, 19) : `${day} ${hourOf(head.at)}`;
};

const rule = (columns: number): Line => [span('─'.repeat(columns), DIM)];

/** With the address where a browser finds the same showing, while it's on the air. */
const ruleWith = (address: string | undefined, columns: number): Line => {
  const text = address === undefined ? '' : ` ${says.onAir(address)} `;
  const before = columns - widthOf(text) - 2;
  return text === '' || before < 0 ? rule(columns) : [...rule(before), span(text), ...rule(2)];
};

const scoreAlone = ({ home, away }: Headline): Line => [
  span(`${home.club} ${home.score}–${away.score} ${away.club}`, BOLD),
];

const tooSmall: Line = [span(says.tooSmall(SMALLEST.columns, SMALLEST.rows))];

const filled = (lines: readonly Line[], { columns, rows }: Size): Line[] =>
  Array.from({ length: rows }, (_, row) => fit(lines[row] ?? EMPTY, columns));

const EXPLANATION: Line = [span(` ${says.explanation.toUpperCase()} `, PLATES.quiet)];

const GAP: Line = [span(' '), span('│', DIM), span(' ')];

const body = (picture: Picture, lines: readonly FeedLine[], columns: number, height: number): Line[] => {
  const { ui } = picture;
  if (ui.over === 'help') return helpLines(ui.page ?? 0, helpRoom(picture, height));
  if (ui.over === 'matches' && picture.day !== undefined) return dayTable(picture.day, columns, height, picture.now);
  const columnsBeside = besideOf(ui, columns);
  const explained = ui.over === 'explanation';
  if (columnsBeside.length === 0) {
    if (explained) return [EXPLANATION, ...explanation(picture, lines, columns - 1)];
    return ui.panelInFront
      ? panelLines(ui.panel, picture, columns - 1, height)
      : commentary(picture, lines, columns - 1, height);
  }
  const total = columnsBeside.reduce((sum, { width }) => sum + width + 3, 0);
  const room = columns - total;
  return beside(
    [
      { lines: commentary(picture, lines, room - 1, height), width: room },
      ...columnsBeside.map(({ panels, width }, at) => ({
        lines:
          explained && at === 0
            ? [EXPLANATION, EMPTY, ...explanation(picture, lines, width - 1)]
            : stacked(panels, picture, width - 1, height),
        width,
      })),
    ],
    height,
    GAP,
  );
};

interface Beside {
  /** One below the other; of the first column the one that was chosen. */
  readonly panels: readonly PanelName[];
  readonly width: number;
}

/** What stands beside the commentary. */
const besideOf = ({ panel }: Ui, columns: number): readonly Beside[] => {
  if (columns < WIDE) return [];
  if (columns < WIDER) return [{ panels: [panel], width: Math.min(46, Math.floor(columns * 0.4)) }];
  const others = PANELS.filter((name) => name !== panel);
  const chosen: Beside = { panels: [panel], width: 50 };
  if (columns < WIDEST) return [chosen, { panels: others.slice(0, 2), width: 44 }];
  return [chosen, { panels: others, width: 56 }];
};

/** One panel below the other, as far as there is room; a single one has the tabs above it. */
const stacked = (panels: readonly PanelName[], picture: Picture, width: number, height: number): Line[] => {
  const { ui } = picture;
  const [only, ...more] = panels;
  if (only === undefined) return [];
  if (more.length === 0) return [tabs(ui), EMPTY, ...panelLines(only, picture, width, height - 2)];
  const lines: Line[] = [];
  for (const name of panels) {
    const left = height - lines.length - 3;
    if (left < 2) break;
    const own = panelLines(name, picture, width, left);
    lines.push([span(says.panels[name], BOLD)], ...own.slice(0, left), EMPTY);
  }
  return lines;
};

/** The panels by name, the chosen one set apart. */
const tabs = ({ panel, panelInFront }: Ui): Line =>
  PANELS.flatMap((each): Span[] => [
    span(` ${says.panels[each]} `, each === panel ? { inverse: true, bold: true } : DIM),
    span(panelInFront ? '  ' : ' '),
  ]);

/** Where every row counts, the tabs stand where nothing else would, or the address where there are none. */
const gapOf = ({ ui, address }: Picture, columns: number): Line => {
  if (ui.panelInFront && ui.over === undefined) return tabs(ui);
  const text = address === undefined ? '' : `${says.onAir(address)} `;
  return text === '' || widthOf(text) > columns ? EMPTY : ends(EMPTY, [span(text, DIM)], columns);
};

const commentary = (picture: Picture, lines: readonly FeedLine[], width: number, height: number): Line[] => {
  const { ui, views, fixture } = picture;
  const notice: Line[] = ui.filter === 'key' ? [[span(`         ${says.keyOnly}`, DIM)]] : [];
  if (lines.length === 0) return [...notice, [span(` ${ui.filter === 'key' ? says.noKeyYet : says.nothingYet}`, DIM)]];
  return [
    ...notice,
    ...feedPanel(
      { lines, timeline: views.timeline, fixture, ...(ui.selected === undefined ? {} : { selected: ui.selected }) },
      width,
      height - notice.length,
    ),
  ];
};

const explanation = (picture: Picture, lines: readonly FeedLine[], width: number): Line[] =>
  explanationLines(lines.find(({ id }) => id === picture.ui.selected) ?? lines[0], picture, width);

const panelLines = (name: PanelName, { views, fixture }: Picture, width: number, height: number): Line[] => {
  switch (name) {
    case 'teams':
      return teamsPanel(teamsOf(views, fixture), width, height);
    case 'statistics':
      return statisticsPanel(statisticsOf(views), width);
    case 'moments':
      return momentsPanel(keyMomentsOf(views, fixture), height);
    case 'reviews':
      return reviewsPanel(views.var, views.timeline, width);
  }
};
