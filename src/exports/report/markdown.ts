import { upperFirst } from '../../english/words.ts';
import { namesText } from '../words.ts';
import type { Block, Comparison, Dispute, Section, Table } from './block.ts';
import type { Picture } from './picture.ts';
import type { Report } from './report.ts';

/** A report as Markdown (GitHub's, for the tables). The timeline is drawn in letters, so that it needs no second file. */
export const markdown = (report: Report): string => {
  const { title, occasion, verdict, scores, circumstances, lead, picture, sections, colophon } = report;
  const about = [occasion, ...circumstances].filter((part) => part !== '').join(' · ');
  return `${[
    `# ${text(title)}`,
    `**${text([verdict, ...scores].filter((part) => part !== '').join(' · '))}**`,
    ...(about === '' ? [] : [`*${text(about)}*`]),
    ...lead.map(text),
    track(picture),
    ...sections.map(section),
    '---',
    text(colophon),
  ].join('\n\n')}\n`;
};

const section = ({ title, blocks }: Section): string => [`## ${text(title)}`, ...blocks.map(block)].join('\n\n');

const block = (part: Block): string => {
  switch (part.kind) {
    case 'text':
      return text(part.text);
    case 'table':
      return table(part);
    case 'pair':
      return part.tables.map(table).join('\n\n');
    case 'comparison':
      return table({
        kind: 'table',
        caption: part.caption,
        heads: [part.heads[0], '', part.heads[1]],
        rows: part.rows.map(({ name, home, away }: Comparison) => [home, name, away]),
        figures: [0],
      });
    case 'minutes':
      return [
        `### ${text(part.caption)}`,
        part.items
          .map(({ label, text: said, key }) => {
            const line = key ? `**${text(said)}**` : text(said);
            return `- ${label === '' ? '' : `${text(label)} `}${line}`;
          })
          .join('\n'),
      ].join('\n\n');
    case 'disputes':
      return part.items.map(dispute).join('\n\n');
  }
};

const dispute = ({ about, record, note, differ, agree }: Dispute): string =>
  [
    `### ${text(about)}`,
    [
      `- This record: **${text(record)}**`,
      ...differ.map(({ by, says }) => `- ${text(upperFirst(by))}: ${text(says)}`),
      ...(agree.length === 0 ? [] : [`- In agreement: ${text(namesText(agree))}`]),
      ...(note === undefined ? [] : [`- ${text(upperFirst(note))}`]),
    ].join('\n'),
  ].join('\n\n');

const table = ({ caption, captionHidden, heads, rows, figures = [] }: Table): string =>
  [
    ...(captionHidden === true ? [] : [`### ${text(caption)}`, '']),
    row(heads.map(text)),
    row(heads.map((_, at) => (figures.includes(at) ? '--:' : '---'))),
    ...rows.map((cells) => row(cells.map(cell))),
  ].join('\n');

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** `§` begins the heading of a group within a table. */
const cell = (value: string): string => (value.startsWith('§') ? `*${text(value.slice(1))}*` : text(value));

/** What Markdown would take for more than text. A line break would end a cell. */
const text = (value: string): string => value.replace(/[\\`*_{}[\]<>#|~]/g, '\\$&').replace(/\s*\n\s*/g, ' ');

const track = ({ halves, marks, home, away, text: told }: Picture): string => {
  const width = 96;
  const at = (x: number): number => Math.min(width - 1, Math.floor(x * width));
  const line = Array.from({ length: width }, () => ' ');
  for (const { from, to, added } of halves) {
    for (let x = at(from); x <= at(to); x += 1) line[x] = x < at(added) ? '─' : '┄';
  }
  const lane = (side: 'home' | 'away'): string => {
    const cells = Array.from({ length: width }, () => ' ');
    for (const mark of marks.toSorted((a, b) => RANKS.indexOf(b.kind) - RANKS.indexOf(a.kind)))
      if (mark.side === side) cells[at(mark.x)] = LETTERS[mark.kind];
    return cells.join('').trimEnd();
  };
  for (const { kind, x } of marks) if (kind === 'review') line[at(x)] = LETTERS.review;
  const names = [home, away].map((name) => name.slice(0, 12).padEnd(12));
  const names0 = names[0] ?? '';
  return [
    '```text',
    `${names0} ${lane('home')}`,
    `${' '.repeat(13)}${line.join('').trimEnd()}`,
    `${names[1] ?? ''} ${lane('away')}`,
    '```',
    '',
    `${text(told)} G goal, Y yellow card, 2 second yellow card, R red card, V video review, S substitution.`,
  ].join('\n');
};

const LETTERS = { goal: 'G', yellow: 'Y', 'second-yellow': '2', red: 'R', review: 'V', change: 'S' } as const;
/** What hides what. */
const RANKS = ['goal', 'red', 'second-yellow', 'yellow', 'review', 'change'];
