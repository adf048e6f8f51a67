import { stringify } from 'yaml';
import { holds, type Outcome, titleOf } from '../outcome.ts';
import type { Reporter } from './reporter.ts';
import { complaintLines, warningLines } from './wording.ts';

/** For whoever reads the Test Anything Protocol, version 14 (https://testanything.org): a test point a scenario. */
export const tap = (): Reporter => {
  let number = 0;
  return {
    start: (files) => ['TAP version 14', `1..${files}`],
    outcome: (outcome) => {
      number += 1;
      const warnings = warningLines(outcome).map((line) => `# ${line.replace(/\s+/g, ' ')}`);
      return [...point(outcome, number), ...diagnosis(outcome), ...warnings];
    },
    end: (_report, { cutShort }) => (cutShort ? ['Bail out! The first failure ended it.'] : []),
  };
};

const point = (outcome: Outcome, number: number): string[] => {
  const { file } = outcome;
  const description = outcome.kind === 'ran' ? `${titleOf(outcome)} (${file})` : file;
  return [`${holds(outcome) ? 'ok' : 'not ok'} ${number} - ${escaped(description)}`];
};

/** A block of YAML, two blanks in. */
const diagnosis = (outcome: Outcome): string[] => {
  if (holds(outcome)) return [];
  const [kind, first] =
    outcome.kind === 'invalid'
      ? ['invalid', outcome.problems[0]]
      : [outcome.failures[0]?.kind ?? 'fail', outcome.failures[0]];
  const place = first === undefined ? undefined : 'place' in first ? first.place : first;
  const block = stringify(
    {
      message: first?.message ?? '',
      kind,
      at: { file: outcome.file, line: place?.line ?? 1, column: place?.column ?? 1 },
      details: complaintLines(outcome).join('\n'),
    },
    { lineWidth: 0 },
  );
  return ['---', ...block.trimEnd().split('\n'), '...'].map((line) => (line === '' ? '' : `  ${line}`));
};

/** A hash would begin a directive, and a backslash escapes. */
const escaped = (text: string): string => text.replace(/\s+/g, ' ').replace(/[\\#]/g, '\\$&');
