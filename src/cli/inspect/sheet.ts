import { dayOf, hourOf, upperFirst } from '../../english/words.ts';
import type { Fixture } from '../../match/fixture.ts';
import { formatClock, labelOf } from '../../match/time.ts';
import type { Frame, Head } from '../../playback/frame.ts';
import type { ViewName, Views } from '../../projections/views.ts';
import type { Manner } from '../output.ts';
import { wrap } from '../words/lines.ts';
import { keyMoments } from '../words/moments.ts';
import { goalsOf } from '../words/scorers.ts';
import { aggregateOf, occasionOf, scoreOf, titleOf, verdictOf } from '../words/wording.ts';
import { SECTIONS } from './sections.ts';

/** Which of the views, and up to which moment of the match. */
export interface Asked {
  readonly view?: ViewName;
  readonly at?: string;
}

/** A match at a moment on a sheet of paper: what matters most of everything, or the whole of one view. */
export const sheetOf = (fixture: Fixture, frame: Frame, { view, at }: Asked, manner: Manner): string[] => {
  const { head, views } = frame;
  const width = manner.columns === undefined ? undefined : manner.columns - MARGIN.length;
  const heading = top(fixture, head, views, at, manner);
  if (view === undefined) {
    return [
      ...heading,
      ...summary(fixture, frame, manner),
      '',
      ...ON_THE_SHEET.flatMap((name) => section(HEADINGS[name], SECTIONS[name](views, fixture, width), manner)),
      ...section('Key moments', keyMoments(views, fixture, width), manner),
    ];
  }
  const lines = SECTIONS[view](views, fixture, width);
  return lines.length === 0
    ? [...heading, `${HEADINGS[view]}: none at this moment.`, '']
    : [...heading, ...section(HEADINGS[view], lines, manner)];
};

/** Clock, score and tie stand at its top; the commentary is told by `play`. */
const ON_THE_SHEET: readonly ViewName[] = ['shootout', 'cards', 'var', 'lineups', 'stats'];

const HEADINGS: Readonly<Record<ViewName, string>> = {
  clock: 'Clock',
  scoreboard: 'Score',
  aggregate: 'Aggregate',
  cards: 'Cards',
  var: 'Video reviews',
  lineups: 'Line-ups',
  shootout: 'Shoot-out',
  stats: 'Statistics',
  timeline: 'Timeline',
  commentary: 'Commentary',
  result: 'Result',
};

const section = (heading: string, lines: readonly string[], { ink }: Manner): string[] =>
  lines.length === 0 ? [] : [ink.bold(heading), ...lines.map((line) => `${MARGIN}${line}`.trimEnd()), ''];

const MARGIN = '  ';

const top = (
  fixture: Fixture,
  head: Head,
  { clock }: Views,
  at: string | undefined,
  { ink, columns }: Manner,
): string[] => {
  const known =
    head.cursor === head.entries ? 'As known at the end' : `As known after entry ${head.cursor} of ${head.entries}`;
  const upTo = at === undefined ? '' : `Up to ${at}. `;
  return [
    '',
    ...wrap(titleOf(fixture, clock.leg), columns).map(ink.bold),
    ...[occasionOf(fixture, clock.leg)].filter((line) => line !== '').flatMap((line) => wrap(line, columns)),
    ...wrap(`${upTo}${known}, ${dayOf(head.at)}, ${hourOf(head.at)}.`, columns).map(ink.dim),
    '',
  ];
};

const summary = (fixture: Fixture, { head, views }: Frame, { ink, columns }: Manner): string[] => {
  const { scoreboard, aggregate, shootout } = views;
  const verdict = verdictOf(views, fixture);
  const standing = [
    clockLine(head, views),
    ...(aggregate === undefined ? [] : [`aggregate ${aggregateOf(aggregate, scoreboard)}`]),
    ...(shootout === undefined ? [] : [`kicks ${aggregateOf(shootout, scoreboard)}`]),
  ];
  const goals = goalsOf(fixture, views);
  return [
    `${ink.bold(scoreOf(scoreboard))}   ${standing.join('   ')}`,
    ...(verdict === undefined ? [] : [`${upperFirst(verdict)}.`]),
    ...(goals === '' ? [] : wrap(goals, columns)),
  ];
};

/** The watch runs on after the last entry, to the moment asked for. */
const clockLine = ({ watch }: Head, { clock }: Views): string => {
  const { period, running, status } = clock;
  const now = { period, elapsed: watch };
  const shown = running ? `${formatClock(now)} (${labelOf(now)})` : [...new Set([period, clock.label])].join(' ');
  return status === undefined ? shown : `${shown}, ${status}`;
};
