import type { Reported } from '../journal/entry.ts';
import type { Fixture } from '../match/fixture.ts';
import type { Change, Explanation, Named, Step } from '../playback/explanation.ts';
import type { AggregateView, ScoreboardView, ViewName } from '../projections/views.ts';
import { padEnd, wrap } from './lines.ts';
import { aboutItem, notesOn } from './moments.ts';
import type { Manner } from './output.ts';
import { clubName, personName, scoreOf, spelled, titleOf, upperFirst } from './wording.ts';

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
  if (whole && view === 'scoreboard') return `The score is ${scoreOf(value as ScoreboardView)}`;
  if (whole && view === 'aggregate') return `The aggregate is ${aggregateIn(value as AggregateView, fixture)}`;
  if (whole && !FEW_WORDS.has(view)) return `The whole of ${view}`;
  return `${[view, ...path].join('.')} is ${brief(value, fixture)}`;
};

const FEW_WORDS: ReadonlySet<ViewName> = new Set<ViewName>(['clock', 'result']);

const aggregateIn = ({ score, legs, advancing, by, needs, leader }: AggregateView, fixture: Fixture): string => {
  const { home = '', away = '' } = Object.values(legs).at(-1) ?? {};
  const stands =
    advancing !== undefined
      ? `${clubName(fixture, advancing)} go through${by === undefined ? '' : ` (${inWords(by)})`}`
      : needs !== undefined
        ? `level, so that ${inWords(needs)} would follow`
        : leader === undefined
          ? 'level'
          : `${clubName(fixture, leader)} lead`;
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
  const { score: _score, supersededBy: _by, retractedBy: _back, status: _status, ...plain } = item;
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
  const { seq, id, kind, reported, fate, names, received } = step;
  const entry = `entry ${seq}${kind === 'event' && id !== `e${seq}` ? ` (${id})` : kind === 'event' ? '' : ` on ${id}`}`;
  const came = kind === 'event' ? '' : `, received ${received.slice(0, 10)} ${received.slice(11, 16)}`;
  const follows = names.filter((its) => its.id !== id);
  return [
    `${entry}${came}${sourceOf(reported)}`,
    ...(kind === 'event' && follows.length > 0 ? [`follows from ${follows.map(sayNamed).join(' and ')}`] : []),
    ...(fate === undefined || fate.kind === step.without
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

/** A value in a few words. */
const brief = (value: unknown, fixture: Fixture): string => {
  if (value === undefined || value === null) return 'none';
  if (typeof value === 'string') return inWords(nameOf(value, fixture));
  if (typeof value !== 'object') return value === true ? 'yes' : value === false ? 'no' : String(value);
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map((each) => brief(each, fixture)).join(', ');
  const { home, away } = value as { readonly home?: unknown; readonly away?: unknown };
  if (typeof home === 'number' && typeof away === 'number') return `${home}–${away}`;
  if (isPerson(value)) return value.name;
  const parts = Object.entries(value).filter(([key]) => !UNSAID.has(key));
  if (parts.length === 0) return 'nothing';
  const shown = parts
    .slice(0, PARTS_SHOWN)
    .map(([key, part]) => (isPerson(part) ? part.name : `${keyIn(key, fixture)} ${inside(part, fixture)}`));
  return `${shown.join(', ')}${parts.length > PARTS_SHOWN ? ` and ${parts.length - PARTS_SHOWN} more` : ''}`;
};

/** Somebody on a list, of whom the name is all that matters. */
const isPerson = (value: unknown): value is { readonly name: string } =>
  typeof value === 'object' &&
  value !== null &&
  'name' in value &&
  typeof value.name === 'string' &&
  !('yellows' in value) &&
  !('score' in value);

const inside = (value: unknown, fixture: Fixture): string => {
  const said = brief(value, fixture);
  return typeof value === 'object' && said.includes(' ') && !Array.isArray(value) ? `(${said})` : said;
};

const PARTS_SHOWN = 6;

/** Who it's about, and where it stands in a list, is said beside it. */
const UNSAID: ReadonlySet<string> = new Set(['name', 'club', 'role', 'order']);

const nameOf = (word: string, fixture: Fixture): string => personName(fixture, word);

/** A key of a view in words; of what is keyed by ids, whose it is. */
const keyIn = (key: string, fixture: Fixture): string => {
  if (key === 'label') return 'at';
  const name = nameOf(key, fixture);
  return name === key && /^[a-z]/.test(key) ? spelled(key) : name;
};

const inWords = (word: string): string => (/^[a-z]+(-[a-z]+)+$/.test(word) ? word.replaceAll('-', ' ') : word);
