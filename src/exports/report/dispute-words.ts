import { formatScore, listOf, numberOf, shortNameOf, spelled } from '../../english/words.ts';
import { nameOf, topicOf } from './dispute-topic.ts';
import type { Subject } from './subject.ts';

/** One thing that is said, by the record or by an account; `null`: that there was none. */
export interface Said {
  readonly path: readonly string[];
  readonly value: unknown;
}

/** What is said of a topic, in words: `sent off as a footballer on the pitch, for a foul`. */
export const answersIn = (said: readonly Said[], subject: Subject): string => {
  const [first] = said;
  const topic = first === undefined ? '' : topicOf(first.path);
  if (topic === 'totals') return totalsText(said, subject);
  if (topic === 'periods') return periodsText(said);
  if (topic.startsWith('staff')) return staffText(said);
  const parts = topic === 'tie' ? tieParts(said, subject) : said.flatMap((each) => oneText(each, subject) ?? []);
  if (parts.includes('no card')) return 'no card';
  return parts.length === 0 ? 'nothing of the kind' : [...new Set(parts)].join(', ');
};

const oneText = ({ path, value }: Said, subject: Subject): string | undefined => {
  const [view] = path;
  const last = path.at(-1) ?? '';
  const { fixture } = subject;
  switch (view) {
    case 'cards':
      return cardText(path.slice(3), value);
    case 'var':
      return last === 'outcome' ? `the decision was ${String(value)}` : plainText(last, value, subject);
    case 'timeline':
      return eventText(path.slice(2), value, subject);
    default:
      return `${spelled(last)} ${Object.hasOwn(fixture.clubs, String(value)) ? shortNameOf(fixture, String(value)) : plain(value)}`;
  }
};

/** `3–2, Atalanta ahead`: the score from home's side, then who leads, then how it was decided. */
const tieParts = (said: readonly Said[], { fixture, views }: Subject): string[] => {
  const of = (...keys: readonly string[]): unknown =>
    said.find(({ path }) => keys.every((key, at) => path[at + 1] === key))?.value;
  const { home, away } = views.scoreboard;
  const [ours, theirs] = [of('score', home.club), of('score', away.club)];
  const [leader, level, by, needs, through] = [of('leader'), of('level'), of('by'), of('needs'), of('advancing')];
  return [
    ...(typeof ours === 'number' && typeof theirs === 'number' ? [formatScore({ home: ours, away: theirs })] : []),
    ...(typeof leader === 'string' ? [`${shortNameOf(fixture, leader)} ahead`] : []),
    ...(level === true ? ['level'] : level === false && typeof leader !== 'string' ? ['not level'] : []),
    ...(typeof by === 'string' ? [`decided ${BY[by] ?? `by ${spelled(by)}`}`] : []),
    ...(typeof needs === 'string' ? [`${spelled(needs)} to come`] : []),
    ...(typeof through === 'string' ? [`${shortNameOf(fixture, through)} through`] : []),
  ];
};

const BY: Readonly<Record<string, string>> = {
  'normal-time': 'in normal time',
  'extra-time': 'in extra time',
  'shoot-out': 'on penalties',
  'away-goals': 'on away goals',
};

const cardText = ([about, inner]: readonly string[], value: unknown): string | undefined => {
  switch (about) {
    case undefined:
      return value === null ? 'no card' : 'a card';
    case 'yellows':
      return Array.isArray(value) && value.length > 0 ? `booked at ${listOf(value.map(String))}` : 'not booked';
    case 'sentOff':
      if (value === null) return 'not sent off';
      if (inner !== 'by') return 'sent off';
      return value === 'second-yellow' ? 'sent off by a second yellow card' : 'sent off by a straight red card';
    case 'role':
      return value === null ? 'no card' : (ROLES[String(value)] ?? String(value));
    case 'name':
      return value === null ? undefined : `spelt ${String(value)}`;
    default:
      return undefined;
  }
};

const ROLES: Readonly<Record<string, string>> = {
  player: 'he was on the pitch',
  substitute: 'he was a substitute on the bench',
  substituted: 'he had been replaced',
  staff: 'one of the staff',
};

const eventText = ([key = '', inner]: readonly string[], value: unknown, subject: Subject): string | undefined => {
  switch (key) {
    case 'person':
      return value === null ? 'by nobody named' : `by ${nameOf(String(value), subject)}`;
    case 'other':
      return value === null ? undefined : `with ${nameOf(String(value), subject)}`;
    case 'label':
      return `at ${String(value)}`;
    case 'reason':
      return value === null ? undefined : `for a ${spelled(String(value))}`;
    case 'at':
      return inner === 'period' ? (PERIOD_TEXT[String(value)] ?? String(value)) : undefined;
    case 'club':
      return `for ${shortNameOf(subject.fixture, String(value))}`;
    default:
      return key === '' ? (value === null ? 'it never happened' : 'it happened') : plainText(key, value, subject);
  }
};

const PERIOD_TEXT: Readonly<Record<string, string>> = {
  '1H': 'in the first half',
  '2H': 'in the second half',
  ET1: 'in extra time',
  ET2: 'in the second half of extra time',
};

/** `three: Atalanta one red, Dortmund one second yellow and one red` */
const totalsText = (said: readonly Said[], { fixture }: Subject): string => {
  const clubs = new Map<string, string[]>();
  let sum = 0;
  for (const { path, value } of said) {
    const [club = '', kind = ''] = path.slice(2);
    if (typeof value !== 'number' || value === 0 || (kind !== 'red' && kind !== 'secondYellow')) continue;
    sum += value;
    const words = `${numberOf(value)} ${kind === 'red' ? 'red' : 'second yellow'}`;
    clubs.set(club, [...(clubs.get(club) ?? []), words]);
  }
  if (sum === 0) return 'nobody';
  return `${numberOf(sum)}: ${[...clubs].map(([club, words]) => `${shortNameOf(fixture, club)} ${listOf(words)}`).join(', ')}`;
};

const periodsText = (said: readonly Said[]): string => {
  const of = (period: string) => {
    const side = (name: string) => said.find(({ path }) => path[1] === period && path[2] === name)?.value;
    const [home, away] = [side('home'), side('away')];
    return typeof home === 'number' && typeof away === 'number' ? formatScore({ home, away }) : undefined;
  };
  const [normal, extra] = [of('normalTime'), of('extraTime')];
  if (extra === undefined) return 'there was none';
  return normal === undefined ? `${extra} in extra time` : `${normal} after ninety minutes, ${extra} in extra time`;
};

const staffText = (said: readonly Said[]): string => {
  const names = said.flatMap(({ value }) => (typeof value === 'string' ? [value] : nameIn(value)));
  return names.length === 0 ? 'nobody' : listOf(names);
};

const nameIn = (value: unknown): string[] =>
  typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string' ? [value.name] : [];

const plainText = (key: string, value: unknown, subject: Subject): string =>
  `${spelled(key)} ${typeof value === 'string' ? nameOf(value, subject) : plain(value)}`;

const plain = (value: unknown): string =>
  value === null || value === undefined ? 'none' : typeof value === 'object' ? 'there is one' : spelled(String(value));
