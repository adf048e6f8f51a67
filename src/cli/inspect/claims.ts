import type { AccountQuestion, Accounts } from '../../exports/matter.ts';
import { personName } from '../../faces/names.ts';
import type { Fixture } from '../../match/fixture.ts';
import { history as historyOf } from '../../playback/views.ts';
import type { ClaimVerdict } from '../../scenario/scenario.ts';
import { WrongUse } from '../complaint.ts';
import type { InspectOptions } from '../inspect.ts';
import type { Match } from '../matches/match.ts';
import { type Manner, print, printText } from '../output.ts';
import { padEnd, widthOf, wrap } from '../words/lines.ts';
import { accountsOf } from './accounts.ts';

/** Prints where the accounts of a match part, and what its log makes of each. */
export const printClaims = async (match: Match, format: InspectOptions['format'], manner: Manner): Promise<void> => {
  const { name, title, claims = [], header } = match;
  if (claims.length === 0) {
    throw new WrongUse(`${name} holds no claims; a scenario lists what accounts say under claims:`);
  }
  const accounts = accountsOf(historyOf(match), claims);
  if (typeof accounts === 'string') throw new WrongUse(accounts);
  if (format === 'json') await print([JSON.stringify({ match: name, ...accounts }, null, 2)]);
  else
    await printText([
      '',
      ...wrap(title, manner.columns).map(manner.ink.bold),
      '',
      ...claimLines(accounts, header.fixture, manner),
    ]);
};

/** Where accounts part: a table where it fits, and a list where it doesn't. */
export const claimLines = ({ accounts, questions }: Accounts, fixture: Fixture, { ink, columns }: Manner): string[] => {
  const parting = questions.filter(({ parts }) => parts).map((question) => spoken(question, fixture));
  const agreed = questions.length - parting.length;
  const width = Math.min(columns ?? WIDTH_MAX, WIDTH_MAX);
  const room = Math.floor((width - QUESTION_MIN) / (accounts.length + 1)) - GAP;
  const body = (room < CELL_MIN ? undefined : asTable(parting, accounts, width)) ?? asList(parting, width);
  return [
    ...(parting.length === 0 ? [] : body),
    ...wrap(LEGEND, columns).map(ink.dim),
    ...wrap(whoSpeaks(accounts), columns).map(ink.dim),
    '',
    ...(agreed === 0 ? [] : [...wrap(inAgreement(agreed), columns), '']),
    ...score({ accounts, questions }),
    '',
  ];
};

const WIDTH_MAX = 100;
const QUESTION_MIN = 24;
const CELL_MIN = 9;
const GAP = 2;

const MARKS: Readonly<Record<ClaimVerdict, string>> = { upheld: '=', contradicted: '≠', undecided: '?' };

const LEGEND = `${MARKS.upheld} upheld by the log   ${MARKS.contradicted} contradicted   ${MARKS.undecided} undecided: the log needn't tell`;

/** An account is no more than what its claims call it. */
const whoSpeaks = (accounts: readonly string[]): string =>
  `The accounts go by the names that their claims give under by: ${accounts.join(', ')}`;

const inAgreement = (count: number): string =>
  count === 1
    ? 'On one more thing, whoever speaks of it says what the log says (--format json lists it).'
    : `On ${count} more things, whoever speaks of them says what the log says (--format json lists them).`;

/** A question in words, with what stands in the cell of each account that answers it. */
interface Row {
  readonly question: string;
  readonly log: string;
  readonly cells: ReadonlyMap<string, string>;
}

const spoken = (question: AccountQuestion, fixture: Fixture): Row => {
  const cells = new Map<string, string>();
  for (const { by, verdict, says } of question.answers) {
    const before = cells.get(by);
    const cell = `${MARKS[verdict]} ${brief(says, fixture)}`;
    cells.set(by, before === undefined ? cell : `${before}; ${cell}`);
  }
  const { about, moment } = question;
  return { question: moment === undefined ? about : `${about} (${moment})`, log: brief(question.log, fixture), cells };
};

/** `undefined` where the longest words leave no room for the questions. */
const asTable = (rows: readonly Row[], accounts: readonly string[], width: number): string[] | undefined => {
  const heads = ['', 'the log', ...accounts];
  const texts = rows.map(({ question, log, cells }) => [question, log, ...accounts.map((by) => cells.get(by) ?? '')]);
  // Each column as wide as its words need, up to its share or its longest word; the questions take what is left.
  const share = Math.floor((width - QUESTION_MIN) / (heads.length - 1)) - GAP;
  const inColumns = heads.map((head, at) => [head, ...texts.map((row) => row[at] ?? '')]);
  const needs = inColumns.map((column) => Math.max(...column.map(widthOf)));
  const words = inColumns.map((column) => Math.max(...column.flatMap((text) => text.split(' ')).map(widthOf)));
  const others = needs.slice(1).map((need, at) => Math.max(words[at + 1] ?? 0, Math.min(share, need)));
  const left = width - others.reduce((sum, each) => sum + each + GAP, 0);
  if (left < (words[0] ?? 0)) return undefined;
  const columns = [Math.min(needs[0] ?? 0, left), ...others];
  const tall = (row: readonly string[]): string[] => {
    const cells = row.map((text, at) => wrap(text, columns[at] ?? 0));
    return Array.from({ length: Math.max(...cells.map(({ length }) => length)) }, (_, line) =>
      cells
        .map((lines, at) => padEnd(lines[line] ?? '', columns[at] ?? 0))
        .join(' '.repeat(GAP))
        .trimEnd(),
    );
  };
  const rule = columns.map((each) => '─'.repeat(each)).join(' '.repeat(GAP));
  return [...tall(heads), rule, ...texts.flatMap(tall), ''];
};

const asList = (rows: readonly Row[], width: number): string[] =>
  rows.flatMap(({ question, log, cells }) => [
    ...wrap(question, width),
    ...[['the log', log], ...cells].flatMap(([by, cell]) => wrap(`${by}: ${cell}`, width - GAP).map(indented)),
    '',
  ]);

const indented = (line: string): string => ' '.repeat(GAP) + line;

/** People by their names, words of ours without hyphens. */
const brief = (value: unknown, fixture: Fixture): string => {
  if (value === null || value === undefined) return 'none';
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map((each) => brief(each, fixture)).join(', ');
  if (typeof value === 'object') return 'name' in value && typeof value.name === 'string' ? value.name : 'there is one';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  const word = String(value);
  const name = personName(fixture, word);
  return name === word && /^[a-z]+(-[a-z]+)+$/.test(word) ? word.replaceAll('-', ' ') : name;
};

/** `Account 002: 3 upheld, 4 contradicted` */
const score = ({ accounts, questions }: Accounts): string[] =>
  accounts.map((by) => {
    const answers = questions.flatMap((question) => question.answers.filter((answer) => answer.by === by));
    const counts = (Object.keys(MARKS) as ClaimVerdict[]).flatMap((verdict) => {
      const count = answers.filter((answer) => answer.verdict === verdict).length;
      return count === 0 ? [] : [`${count} ${verdict}`];
    });
    return `${by}: ${counts.join(', ')}`;
  });
