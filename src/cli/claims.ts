import { history as historyOf } from '../playback/views.ts';
import type { ClaimVerdict } from '../scenario/scenario.ts';
import { type Accounts, type Answer, accountsOf, type Question } from './accounts.ts';
import { WrongUse } from './complaint.ts';
import type { InspectOptions } from './inspect.ts';
import { padEnd, widthOf, wrap } from './lines.ts';
import type { Match } from './match.ts';
import { type Manner, print, printText } from './output.ts';

/** Prints where the accounts of a match part, and what its log makes of each. */
export const printClaims = async (match: Match, format: InspectOptions['format'], manner: Manner): Promise<void> => {
  const { name, title, claims = [] } = match;
  if (claims.length === 0) {
    throw new WrongUse(`${name} holds no claims; a scenario lists what accounts say under claims:`);
  }
  const accounts = accountsOf(historyOf(match), claims);
  if (typeof accounts === 'string') throw new WrongUse(accounts);
  if (format === 'json') await print([JSON.stringify({ match: name, ...accounts }, null, 2)]);
  else await printText(['', ...wrap(title, manner.columns).map(manner.ink.bold), '', ...claimLines(accounts, manner)]);
};

/** A table where it fits, and a list where it doesn't. */
export const claimLines = (accounts: Accounts, { ink, columns }: Manner): string[] => {
  const width = Math.min(columns ?? WIDTH_MAX, WIDTH_MAX);
  const room = Math.floor((width - QUESTION_MIN) / (accounts.accounts.length + 1)) - GAP;
  const legend = `${MARKS.upheld} upheld by the log   ${MARKS.contradicted} contradicted   ${MARKS.undecided} undecided: the log needn't tell`;
  const body = room < CELL_MIN ? asList(accounts, width) : asTable(accounts, width);
  return [...body, ...wrap(legend, columns).map(ink.dim), '', ...score(accounts), ''];
};

const WIDTH_MAX = 100;
const QUESTION_MIN = 24;
const CELL_MIN = 10;
const GAP = 2;

const MARKS: Readonly<Record<ClaimVerdict, string>> = { upheld: '=', contradicted: '≠', undecided: '?' };

const asTable = ({ accounts, questions }: Accounts, width: number): string[] => {
  const rows = questions.map((question) => [
    headed(question),
    logOf(question),
    ...accounts.map((by) =>
      question.answers
        .filter((answer) => answer.by === by)
        .map(cell)
        .join('; '),
    ),
  ]);
  const heads = ['', 'the log', ...accounts];
  // Each column as wide as its words need, up to its share; the questions take what is left.
  const share = Math.floor((width - QUESTION_MIN) / (heads.length - 1)) - GAP;
  const columns = heads.map((head, at) =>
    at === 0 ? 0 : Math.min(share, Math.max(...[head, ...rows.map((row) => row[at] ?? '')].map(widthOf))),
  );
  columns[0] = Math.min(
    Math.max(...rows.map(([question = '']) => widthOf(question))),
    width - columns.reduce((sum, each) => sum + each + GAP, 0),
  );
  const tall = (row: readonly string[]): string[] => {
    const cells = row.map((text, at) => wrap(text, columns[at]));
    return Array.from({ length: Math.max(...cells.map(({ length }) => length)) }, (_, line) =>
      cells
        .map((lines, at) => padEnd(lines[line] ?? '', columns[at] ?? 0))
        .join(' '.repeat(GAP))
        .trimEnd(),
    );
  };
  const rule = columns.map((each) => '─'.repeat(each)).join(' '.repeat(GAP));
  return [...tall(heads), rule, ...rows.flatMap(tall), ''];
};

const asList = ({ questions }: Accounts, width: number): string[] =>
  questions.flatMap((question) => [
    ...wrap(headed(question), width),
    ...wrap(`the log: ${logOf(question)}`, width - GAP).map(indented),
    ...question.answers.flatMap((answer) => wrap(`${answer.by}: ${cell(answer)}`, width - GAP).map(indented)),
    '',
  ]);

const indented = (line: string): string => ' '.repeat(GAP) + line;

const headed = ({ about, moment }: Question): string => (moment === undefined ? about : `${about} (${moment})`);

const cell = ({ verdict, says }: Answer): string => `${MARKS[verdict]} ${brief(says)}`;

const logOf = (question: Question): string => ('log' in question ? brief(question.log) : 'none');

const brief = (value: unknown): string => {
  if (value === null || value === undefined) return 'none';
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(brief).join(', ');
  if (typeof value === 'object') return 'one';
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);
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
