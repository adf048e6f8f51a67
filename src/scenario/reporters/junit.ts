import { type Outcome, type Report, titleOf } from '../outcome.ts';
import type { Reporter } from './reporter.ts';
import { complaintLines, folderOf, warningLines } from './wording.ts';

/** For CI: JUnit's XML, a suite a folder and a case a scenario; a file that can't be read is an error. */
export const junit: Reporter = {
  start: () => [],
  outcome: () => [],
  end: (report) => {
    const folders = Map.groupBy(report.outcomes, ({ file }) => folderOf(file));
    return [
      '<?xml version="1.0" encoding="UTF-8"?>',
      `<testsuites name="touchline"${totals(report)}>`,
      ...[...folders].flatMap(([folder, outcomes]) => suite(folder, outcomes)),
      '</testsuites>',
    ];
  },
};

const suite = (folder: string, outcomes: readonly Outcome[]): string[] => {
  const ms = outcomes.reduce((sum, outcome) => sum + outcome.ms, 0);
  return [
    `  <testsuite name="${escaped(folder)}"${totals({ outcomes, ms })}>`,
    ...outcomes.flatMap(testCase),
    '  </testsuite>',
  ];
};

const totals = ({ outcomes, ms }: Report): string => {
  const errors = outcomes.filter(({ kind }) => kind === 'invalid').length;
  const failures = outcomes.filter((outcome) => outcome.kind === 'ran' && !outcome.passed).length;
  return ` tests="${outcomes.length}" failures="${failures}" errors="${errors}" skipped="0" time="${seconds(ms)}"`;
};

const testCase = (outcome: Outcome): string[] => {
  const { file, ms } = outcome;
  const head = `    <testcase name="${escaped(titleOf(outcome))}" classname="${escaped(file)}" file="${escaped(file)}" time="${seconds(ms)}"`;
  const inside = [...wrong(outcome), ...warned(outcome)];
  return inside.length === 0 ? [`${head}/>`] : [`${head}>`, ...inside, '    </testcase>'];
};

const wrong = (outcome: Outcome): string[] => {
  if (outcome.kind === 'ran' && outcome.passed) return [];
  const [tag, first] = outcome.kind === 'invalid' ? ['error', outcome.problems[0]] : ['failure', outcome.failures[0]];
  const type = outcome.kind === 'invalid' ? 'invalid' : (outcome.failures[0]?.kind ?? '');
  const text = complaintLines(outcome).map(escaped).join('\n');
  return [`      <${tag} type="${type}" message="${escaped(first?.message ?? '')}">${text}</${tag}>`];
};

/** Schemas of JUnit's XML have no warnings, so they are what the case printed. */
const warned = (outcome: Outcome): string[] => {
  const lines = warningLines(outcome);
  return lines.length === 0 ? [] : [`      <system-out>${lines.map(escaped).join('\n')}</system-out>`];
};

const seconds = (ms: number): string => (ms / 1000).toFixed(3);

/** For an attribute or text of XML 1.0; what it can't hold at all is left out. */
const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replace(UNHELD, '')
    .replace(/[&<>"'\t\n\r]/g, (letter) => ESCAPES[letter] ?? letter);

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it looks for
const UNHELD = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};
