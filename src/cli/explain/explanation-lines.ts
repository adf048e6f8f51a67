import { formatScore, hourOf, shortNameOf, upperFirst } from '../../english/words.ts';
import type { Reported } from '../../journal/entry.ts';
import { citation } from '../../match/decide.ts';
import type { Fixture } from '../../match/fixture.ts';
import type { Change, Explanation, Named, Step } from '../../playback/explanation.ts';
import type { AggregateView, ScoreboardView, ViewName } from '../../projections/views.ts';
import type { Manner } from '../output.ts';
import { padEnd, wrap } from '../words/lines.ts';
import { aboutItem, notesOn } from '../words/moments.ts';
import { scoreOf, titleOf } from '../words/wording.ts';
import { brief, inWords, isPerson, keyIn } from './in-brief.ts';

/** An explanation as a colleague would give it: what stands, then step by step what made it so. */
export const explanationLines = (
  explanation: Explanation,
  fixture: Fixture,
  when: string,
  { ink, columns }: Manner,
): string[] => {
  const { steps } = explanation;
  const width = Math.min(columns ?? WIDTH, WIDTH);
  const leg = steps.findLast(({ item }) => item !== undefined)?.item?.at.leg ?? fixture.legs.length;
  const legs = new Set(steps.map(({ item }) => item?.at.leg));
  const tell = (step: Step): string[] => stepLines(step, fixture, { ink, columns: width }, legs.size > 1);
  return [
    '',
    ...wrap(titleOf(fixture, leg), width).map(ink.bold),
    ...wrap(`${headline(explanation, fixture)}, ${when}.`, width).map(ink.bold),
    '',
    ...steps.flatMap(tell),
    ...wrap(ending(steps), width).map(ink.dim),
    '',
  ];
};

const WIDTH = 80;

const headline = ({ view, path, value }: Explanation, fixture: Fixture): string => {
  const whole = path.length === 0 && value !== undefined;
  if (whole && view === 'scoreboard') return `The score is ${scoreIn(value as ScoreboardView)}`;
  if (whole && view === 'aggregate') return `The aggregate is ${aggregateIn(value as AggregateView, fixture)}`;
  if (whole && !FEW_WORDS.has(view)) return `The whole of ${view}`;
  if (path.length === 0 && value === undefined) return `There is no ${NOUNS[view] ?? view}`;
  return `${[view, ...path].join('.')} is ${brief(value, fixture)}`;
};

/** Of the views that a match may do without, as people say it. */
const NOUNS: Readonly<Partial<Record<ViewName, string>>> = { shootout: 'shoot-out' };

const FEW_WORDS: ReadonlySet<ViewName> = new Set<ViewName>(['clock', 'result']);

const scoreIn = (view: ScoreboardView): string =>
  `${scoreOf(view)}${view.shootout === undefined ? '' : `, ${formatScore(view.shootout)} on penalties`}`;

const aggregateIn = ({ score, legs, asItStands, leader, ...settled }: AggregateView, fixture: Fixture): string => {
  const { home = '', away = '' } = Object.values(legs).at(-1) ?? {};
  const { advancing, by, needs } = asItStands ?? settled;
  const means = by === undefined || asItStands?.by === 'normal-time' ? '' : ` (${inWords(by)})`;
  const stands =
    advancing !== undefined
      ? `${asItStands === undefined ? '' : 'as it stands '}${shortNameOf(fixture, advancing)} go through${means}`
      : needs !== undefined
        ? `level, so that ${inWords(needs)} would follow`
        : leader === undefined
          ? 'level'
          : `${shortNameOf(fixture, leader)} lead`;
  return `${home} ${score[home] ?? 0}–${score[away] ?? 0} ${away}, ${stands}`;
};

/** When it was and what it did; below that, who says so, what it follows from and what became of it. */
const stepLines = (step: Step, fixture: Fixture, { ink, columns = WIDTH }: Manner, legged: boolean): string[] => {
  const { item, changes } = step;
  const margin = legged ? 10 : 7;
  const room = columns - margin;
  const leg = legged && item !== undefined ? `L${item.at.leg} ` : '';
  const label = padEnd(`${leg}${item?.label ?? ''}`, margin);
  const [first = '', ...more] = wrap(headOf(step, fixture), room);
  const below = [
    ...changes.slice(0, CHANGES_SHOWN).flatMap((change) => wrap(sayChange(change, fixture), room).map(ink.bold)),
    ...(changes.length <= CHANGES_SHOWN ? [] : [`and ${changes.length - CHANGES_SHOWN} more`]),
    ...notes(step).flatMap((note) => wrap(note, room).map(ink.dim)),
  ];
  const set = changes.length > 0 && step.fate === undefined ? ink.bold : (text: string) => text;
  return [`${label}${set(first)}`, ...[...more.map(set), ...below].map((line) => `${' '.repeat(margin)}${line}`), ''];
};

const CHANGES_SHOWN = 6;

const headOf = (step: Step, fixture: Fixture): string => {
  const { item, kind, id, why, changes } = step;
  const because = why === undefined ? '' : `: “${why}”`;
  const what = item === undefined ? `something called ${id}` : told(item, fixture);
  const verb = kind === 'event' ? '' : kind === 'amendment' ? 'Corrected to ' : 'Taken back: ';
  return `${upperFirst(`${verb}${what}`)}${because}${changes.length === 0 ? ` – ${withoutOf(step)}` : ''}`;
};

type Item = NonNullable<Step['item']>;

const told = (item: Item, fixture: Fixture): string => {
  // Scores are what is explained, and the fate is told below.
  const { score: _score, supersededBy: _by, retractedBy: _back, status: _status, irregular: _flag, ...plain } = item;
  return [aboutItem(plain, fixture), ...notesOn(plain, fixture)].join(', ').replace(/^var /, 'VAR ');
};

/** `home score 3 → 4` */
const sayChange = ({ path, from, to }: Change, fixture: Fixture): string => {
  if (from === undefined && isPerson(to)) return `+ ${path.map((step) => keyIn(step, fixture)).join(' ')}`;
  if (to === undefined && isPerson(from)) return `− ${path.map((step) => keyIn(step, fixture)).join(' ')}`;
  const about = path.map((step) => keyIn(step, fixture)).join(' ');
  return `${about === '' ? '' : `${about}: `}${brief(from, fixture)} → ${brief(to, fixture)}`;
};

const notes = (step: Step): string[] => {
  const { seq, id, kind, item, reported, fate, names, received } = step;
  const flag = item?.irregular;
  const entry = `entry ${seq}${kind === 'event' && id !== `e${seq}` ? ` (${id})` : kind === 'event' ? '' : ` on ${id}`}`;
  const came = kind === 'event' ? '' : `, received ${received.slice(0, 10)} ${hourOf(received)}`;
  const follows = names.filter((its) => its.id !== id);
  return [
    `${entry}${came}${sourceOf(reported)}`,
    ...(flag === undefined
      ? []
      : [`irregular: ${flag.code}${flag.law === undefined ? '' : ` (${citation(flag.law)})`}`]),
    ...(kind === 'event' && follows.length > 0 ? [`follows from ${follows.map(sayNamed).join(' and ')}`] : []),
    ...(fate === undefined || (fate.kind === step.without && fate.by === undefined)
      ? []
      : [`${FATES[fate.kind]}${fate.by === undefined ? '' : ` by ${sayNamed(fate.by)}`}`]),
  ];
};

const FATES: Readonly<Record<NonNullable<Step['fate']>['kind'], string>> = {
  superseded: "doesn't stand: superseded",
  retracted: "isn't believed: taken back",
  amended: 'corrected later on',
  parked: "isn't believed: it names what isn't",
  believed: 'believed later on, made so',
  'suspected-duplicate': "isn't believed: another entry tells the same",
};

const sayNamed = ({ id, seq }: Named): string =>
  seq === undefined ? `${id}, which nobody sent` : id === `e${seq}` ? `entry ${seq}` : `entry ${seq} (${id})`;

/** Few names are read, many are counted. */
const sourceOf = (reported: Reported | undefined): string => {
  const { by, fact, time } = reported ?? {};
  const sources = by === undefined ? [] : [by].flat();
  const [first, second] = sources;
  const who =
    first === undefined
      ? ''
      : sources.length <= 2
        ? `; according to ${sources.join(' and ')}`
        : `; according to ${first}, ${second} and ${sources.length - 2} more`;
  const sure = [fact, time === undefined ? undefined : TIMES[time]].filter((word) => word !== undefined).join(', ');
  return `${who}${sure === '' ? '' : `; ${sure}`}`;
};

const TIMES = { exact: 'to the second', minute: 'to the minute', estimated: 'its time estimated' } as const;

const withoutOf = ({ without = 'nothing-new', names }: Step): string =>
  without === 'parked' && names.length > 0
    ? `${WITHOUT.parked}: ${names.map(({ id }) => id).join(', ')}`
    : WITHOUT[without];

const WITHOUT: Readonly<Record<NonNullable<Step['without']>, string>> = {
  'led-there': 'led to what follows',
  'looked-at': 'it was looked at, and stands',
  open: 'no verdict is known',
  duplicate: 'no effect: the same was said before',
  'suspected-duplicate': 'not believed when it came: another entry tells the same, under another id',
  conflict: 'not applied: under this id something else was said before',
  parked: "not believed when it came: it names what isn't believed itself",
  'unknown-subject': 'no effect: nobody had sent what it corrects',
  tentative: "doesn't count: reported as possible only",
  superseded: "doesn't count: another decision stands in its place",
  'nothing-new': 'changed nothing here',
};

const ending = (steps: readonly Step[]): string => {
  const moved = steps.filter(({ changes }) => changes.length > 0).length;
  const led = steps.filter(({ without }) => without === 'led-there').length;
  const rest = steps.length - moved - led;
  if (steps.length === 0) return 'No entry has anything to do with it.';
  const parts = [
    `${moved} ${moved === 1 ? 'entry' : 'entries'} moved it`,
    ...(led === 0 ? [] : [`${led} led there`]),
    ...(rest === 0 ? [] : [`${rest} concerned it and changed nothing`]),
  ];
  return `${parts.join(', ')}.`;
};
