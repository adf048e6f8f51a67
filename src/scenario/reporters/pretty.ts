import { COVERABLE, COVERAGE_GROUPS, type Coverage } from '../coverage.ts';
import { countsOf, holds, type Outcome, type Report, titleOf } from '../outcome.ts';
import type { Reporter } from './reporter.ts';
import { complaintLines, counted, folderOf, warningLines } from './wording.ts';

/** What sets words apart where there is colour. */
export interface Pens {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly good: (text: string) => string;
  readonly bad: (text: string) => string;
}

/** For people: the titles by folder as they are played, then what failed, and how many in how long. */
export const pretty = (pens: Pens): Reporter => {
  let folder: string | undefined;
  return {
    start: () => [],
    outcome: (outcome) => {
      const heading = folderOf(outcome.file);
      const gap = folder === undefined ? [] : [''];
      // The working folder needs no heading.
      const lines = heading === folder ? [] : [...gap, ...(heading === '.' ? [] : [pens.bold(heading)])];
      folder = heading;
      return [...lines, titleLine(outcome, pens), ...warningLines(outcome).map((line) => `    ${pens.dim(line)}`)];
    },
    end: (report, { coverage, cutShort }) => [
      '',
      ...report.outcomes.filter((outcome) => !holds(outcome)).flatMap((outcome) => [...complaint(outcome, pens), '']),
      ...(coverage === undefined ? [] : [...coverageLines(coverage, pens), '']),
      `${summary(report, pens)}${cutShort ? '; the first failure ended it' : ''}`,
    ],
  };
};

const titleLine = (outcome: Outcome, pens: Pens): string =>
  `  ${holds(outcome) ? pens.good('✓') : pens.bad('✗')} ${titleOf(outcome)}`;

const complaint = (outcome: Outcome, pens: Pens): string[] => {
  const why = outcome.kind === 'ran' ? outcome.scenario.why : "it can't be read as a scenario";
  return [
    `${pens.bad('✗')} ${pens.bold(titleOf(outcome))}`,
    ...(why === undefined ? [] : [pens.dim(`  ${why}`)]),
    ...complaintLines(outcome).map((line) => `  ${line}`),
  ];
};

const summary = (report: Report, pens: Pens): string => {
  const { passed, failed, invalid } = countsOf(report);
  return [
    pens.good(`${passed} passed`),
    ...(failed === 0 ? [] : [pens.bad(`${failed} failed`)]),
    ...(invalid === 0 ? [] : [pens.bad(`${invalid} invalid`)]),
    pens.dim(`in ${(report.ms / 1000).toFixed(2)} s`),
  ].join(', ');
};

const NAMES_MISSED = 8;

const coverageLines = (coverage: Coverage, pens: Pens): string[] => {
  const rows = COVERAGE_GROUPS.map((group) => {
    const names: readonly string[] = COVERABLE[group];
    const missed = names.filter((name) => coverage[group][name] === undefined);
    return { group, count: `${names.length - missed.length} of ${names.length}`, missed };
  });
  const widths = [
    Math.max(...rows.map(({ group }) => group.length)),
    Math.max(...rows.map(({ count }) => count.length)),
  ];
  return [
    pens.bold('Exercised'),
    ...rows.map(({ group, count, missed }) => {
      const shown = missed.slice(0, NAMES_MISSED).join(', ');
      const more = missed.length > NAMES_MISSED ? ` and ${counted(missed.length - NAMES_MISSED, 'other')}` : '';
      const not = missed.length === 0 ? '' : pens.dim(`  not ${shown}${more}`);
      return `  ${group.padEnd(widths[0] ?? 0)}  ${count.padStart(widths[1] ?? 0)}${not}`;
    }),
  ];
};
