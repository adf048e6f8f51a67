import { dayOf, formatScore, shortNameOf, upperFirst } from '../../english/words.ts';
import type { Fixture } from '../../match/fixture.ts';
import type { Millis } from '../../match/time.ts';
import type { MatchHistory } from '../../playback/views.ts';
import type { CommentaryItem, TimelineItem, Views } from '../../projections/views.ts';
import type { Manner } from '../output.ts';
import { padStart, wrap } from './lines.ts';
import { goalsOf, sentOffOf } from './scorers.ts';
import { aggregateOf, lasting, occasionOf, placeOf, scoreOf, titleOf, verdictOf } from './wording.ts';

/** Who plays, where and when; in a second leg with the score of the first. */
export const headingOf = (fixture: Fixture, views: Views, { ink, columns }: Manner): string[] => {
  const { leg } = views.clock;
  const about = [occasionOf(fixture, leg), placeOf(fixture, leg), ...firstLegOf(fixture, views)];
  return [
    '',
    ...wrap(titleOf(fixture, leg), columns).map(ink.bold),
    ...about.filter((line) => line !== '').flatMap((line) => wrap(line, columns)),
    '',
  ];
};

const firstLegOf = (fixture: Fixture, { clock, aggregate }: Views): string[] => {
  const first = clock.leg === 2 ? aggregate?.legs.leg1 : undefined;
  if (first === undefined) return [];
  const { home, away, score } = first;
  const result = formatScore({ home: score[home] ?? 0, away: score[away] ?? 0 });
  return [`First leg: ${shortNameOf(fixture, home)} ${result} ${shortNameOf(fixture, away)}`];
};

/** What is told when the cursor passes entry `seq`, a heading included where another leg begins. Often it's nothing. */
export const linesOf = (history: MatchHistory, seq: number, manner: Manner): string[] => {
  const after = history.viewsAt(seq);
  const begins = history.viewsAt(seq - 1).clock.leg !== after.clock.leg;
  return [...(begins ? headingOf(history.fixture, after, manner) : []), ...tellingOf(history, seq, manner)];
};

/** The same without the heading. */
export const tellingOf = (history: MatchHistory, seq: number, manner: Manner): string[] => {
  if (seq < 1) return [];
  const [before, after] = [history.viewsAt(seq - 1), history.viewsAt(seq)];
  const items = newItems(before, after);
  return [
    ...(items.length === 0 || before.clock.leg !== after.clock.leg ? [] : dateLine(history, seq, manner)),
    ...items.flatMap((item) => lineOf(item, after.timeline[item.entry], history.fixture, manner)),
    ...(scoreKey(before) === scoreKey(after) ? [] : [score(after, manner)]),
    ...(before.clock.running && !after.clock.running ? [''] : []),
  ];
};

/** Where the match stands, for whoever comes in the middle of it. */
export const standingOf = (views: Views, manner: Manner): string[] =>
  views.clock.period === 'pre' ? [] : [score(views, manner)];

/** At which speed, for how long, and how to stop it; only for somebody who sits there. `keyed`: keys are listened to. */
export const hintOf = (speed: number | 'max', length: Millis, { ink, columns }: Manner, keyed: boolean): string[] =>
  columns === undefined || speed === 'max'
    ? []
    : [ink.dim(`${speed}×, about ${lasting(length / speed)}; ${keyed ? KEYS : 'Ctrl-C ends it'}`), ''];

const KEYS = 'q ends it, space pauses';

/** Somebody moved the playhead. */
export const movedTo = (views: Views, manner: Manner): string[] => [
  '',
  `${INDENT}${manner.ink.dim(`moved to ${views.clock.label}`)}`,
  ...standingOf(views, manner),
];

const newItems = (before: Views, after: Views): CommentaryItem[] =>
  before.commentary === after.commentary
    ? []
    : Object.entries(after.commentary)
        .filter(([key]) => !Object.hasOwn(before.commentary, key))
        .map(([, item]) => item)
        .sort((a, b) => a.order - b.order);

const LABEL_WIDTH = 6;
const INDENT = ' '.repeat(LABEL_WIDTH + 3);
/** Longer lines tire the eye, however wide the terminal is. */
const COLUMNS_MAX = 100;

const lineOf = (
  { label, text, importance }: CommentaryItem,
  about: TimelineItem | undefined,
  { clubs }: Fixture,
  { ink, columns }: Manner,
): string[] => {
  const width = columns === undefined ? undefined : Math.max(20, Math.min(columns, COLUMNS_MAX) - INDENT.length);
  const key = importance === 'key';
  const mark = key ? ink.mark(about?.club === undefined ? undefined : clubs[about.club]?.colours?.main) : ' ';
  const set = key ? ink.bold : importance === 'detail' ? ink.dim : (line: string) => line;
  return wrap(text, width).map((line, index) =>
    index === 0 ? `${padStart(label, LABEL_WIDTH)} ${mark} ${set(line)}` : `${INDENT.slice(0, -2)}${mark} ${set(line)}`,
  );
};

/** The date of a line that came on a later day than the one before: `8 March 2026`. */
const dateLine = (history: MatchHistory, seq: number, { ink }: Manner): string[] => {
  const [before = 0, now = 0] = [history.entries[seq - 2]?.offset, history.entries[seq - 1]?.offset];
  const [yesterday, today] = [dayOf(history.feedTime(before)), dayOf(history.feedTime(now))];
  return today === yesterday ? [] : [`${INDENT}${ink.dim(today)}`];
};

const score = ({ scoreboard, aggregate, shootout }: Views, { ink }: Manner): string => {
  const both = aggregate === undefined ? '' : `   agg ${aggregateOf(aggregate, scoreboard)}`;
  const kicks = shootout === undefined ? '' : `   pens ${aggregateOf(shootout, scoreboard)}`;
  return `${INDENT}${ink.bold(scoreOf(scoreboard))}${both}${ink.bold(kicks)}`;
};

/** Whatever calls for the score to be told again when it changes. */
const scoreKey = ({ clock, scoreboard, shootout }: Views): string =>
  `${clock.leg} ${scoreOf(scoreboard)} ${JSON.stringify(shootout?.score)}`;

/** Where it ended: the score, the tie, the scorers, and who was sent off. */
export const summaryOf = (fixture: Fixture, views: Views, manner: Manner): string[] => {
  const { ink, columns } = manner;
  const { clock, scoreboard, aggregate, shootout } = views;
  const rows: (readonly [string, string])[] = [
    ['Half-time', scoreboard.halfTime === undefined ? '' : formatScore(scoreboard.halfTime)],
    ['Aggregate', aggregate === undefined ? '' : aggregateOf(aggregate, scoreboard)],
    ['Penalties', shootout === undefined ? '' : aggregateOf(shootout, scoreboard)],
    ['Goals', goalsOf(fixture, views)],
    ['Sent off', sentOffOf(fixture, views)],
    ['Next', aggregate?.advancing === undefined ? '' : (fixture.next ?? '')],
  ];
  // The heading says already that it may still change.
  const verdict = verdictOf(views, fixture)?.replace(/^as it stands,? /, '');
  const state = clock.period === 'FT' ? 'Full time' : `As it stands at ${clock.label}`;
  const title = `${state}: ${shortNameOf(fixture, scoreboard.home.club)} ${formatScore({ home: scoreboard.home.score, away: scoreboard.away.score })} ${shortNameOf(fixture, scoreboard.away.club)}`;
  return [
    '',
    ...wrap(verdict === undefined ? title : `${title}. ${upperFirst(verdict)}.`, columns).map(ink.bold),
    ...rows.flatMap(([name, text]) => (text === '' ? [] : row(name, text, manner))),
    '',
  ];
};

const row = (name: string, text: string, { ink, columns }: Manner): string[] => {
  const width = columns === undefined ? undefined : Math.min(columns, COLUMNS_MAX) - ROW_WIDTH;
  return wrap(text, width).map((line, index) => `${ink.dim((index === 0 ? name : '').padEnd(ROW_WIDTH))}${line}`);
};

const ROW_WIDTH = 11;
