import { fullNameOf } from '../../english/words.ts';
import type { Difference } from '../../feeds/comparison.ts';
import { formatFeedProblem } from '../../feeds/import.ts';
import type { MatchRecord } from '../../feeds/importer.ts';
import type { Manner } from '../output.ts';
import type { Written } from './importing.ts';

/** A match in a line, and in a line each what was wrong with it. */
export const importLines = ({ path, match }: Written, { ink }: Manner): string[] => {
  const { recording, audit, unknown, problems } = match;
  const { fixture } = recording.header;
  const [leg] = fixture.legs;
  const [home = '', away = ''] = [leg?.home ?? '', leg?.away ?? ''].map((code) => fullNameOf(fixture, code));
  const kicks = audit.shootout === undefined ? '' : ` (${audit.shootout.home}–${audit.shootout.away} on penalties)`;
  const result = `${home} ${audit.score.home}–${audit.score.away} ${away}${kicks}`;
  return [
    `${ink.bold(path)}  ${result}, ${recording.entries.length} entries, ${verdictOf(audit.compared, audit.differences)}`,
    ...audit.differences.map((each) => `  ${ink.bold(differenceLine(each))}`),
    ...audit.breaches.map(({ code, law, entries }) => {
      const places = entries.slice(0, PLACES_MAX).map(({ id, label }) => `${id} ${label}`);
      const more = entries.length > PLACES_MAX ? ` and ${entries.length - PLACES_MAX} more` : '';
      return `  irregular: ${code}${law === undefined ? '' : ` (${lawName(law)})`}, ${entries.length}×: ${places.join(', ')}${more}`;
    }),
    ...[...unknown].map(([word, count]) => `  no word for "${word}", ${count}×`),
    ...problems.slice(0, PROBLEMS_MAX).map((problem) => `  ${formatFeedProblem(problem)}`),
    ...(problems.length > PROBLEMS_MAX ? [`  and ${problems.length - PROBLEMS_MAX} more problems`] : []),
  ];
};

export interface Total {
  matches: number;
  /** From their records. */
  differing: number;
  breaches: number;
  /** Files and matches that couldn't be read. */
  failed: number;
}

export const totalLine = ({ matches, differing, breaches, failed }: Total, output: string, { ink }: Manner): string =>
  ink.bold(
    [
      `${matches} matches imported to ${output}`,
      differing === 0 ? 'all agree with their records' : `${differing} differ from their records`,
      `${breaches} irregular ${breaches === 1 ? 'entry' : 'entries'}`,
      ...(failed === 0
        ? []
        : [`${failed} ${failed === 1 ? "match or file couldn't" : "matches or files couldn't"} be read`]),
    ].join('; '),
  );

const PLACES_MAX = 4;
const PROBLEMS_MAX = 10;

const verdictOf = (compared: readonly (keyof MatchRecord)[], differences: readonly Difference[]): string => {
  if (compared.length === 0) return 'no record to compare with';
  if (differences.length > 0) return `${differences.length} ${differences.length === 1 ? 'difference' : 'differences'}`;
  return `agrees with its record (${compared.map((part) => PARTS[part]).join(', ')})`;
};

const differenceLine = ({ part, about, record, views }: Difference): string =>
  `${PARTS[part]}${about === undefined ? '' : `, ${about}`}: the record says ${record}, the views show ${views}`;

const PARTS: Readonly<Record<keyof MatchRecord, string>> = {
  score: 'score',
  halfTime: 'half-time',
  normalTime: 'ninety minutes',
  extraTime: 'extra time',
  shootout: 'shoot-out',
  goals: 'goals',
  cards: 'cards',
  substitutions: 'substitutions',
  lineups: 'line-ups',
};

const lawName = (law: string): string => (/^\d/.test(law) ? `Law ${law}` : law);
