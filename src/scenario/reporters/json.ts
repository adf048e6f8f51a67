import { COVERABLE, COVERAGE_GROUPS, type Coverage } from '../coverage.ts';
import { pathOf } from '../matching.ts';
import { countsOf, type Outcome } from '../outcome.ts';
import type { Failure } from '../run.ts';
import type { Reporter } from './reporter.ts';

/** For programs: one JSON object at the end. */
export const json: Reporter = {
  start: () => [],
  outcome: () => [],
  end: (report, { coverage, cutShort }) => {
    const { passed, failed, invalid } = countsOf(report);
    const whole = {
      ok: failed === 0 && invalid === 0,
      counts: { passed, failed, invalid },
      ms: rounded(report.ms),
      cutShort,
      scenarios: report.outcomes.map(scenarioIn),
      ...(coverage === undefined ? {} : { coverage: coverageIn(coverage) }),
    };
    return [JSON.stringify(whole, null, 2)];
  },
};

const scenarioIn = (outcome: Outcome) => {
  const { file, ms } = outcome;
  if (outcome.kind === 'invalid') {
    const problems = outcome.problems.map((problem) => ({ ...problem }));
    return { file, status: 'invalid', ms: rounded(ms), problems };
  }
  const { scenario, passed, failures, claims, warnings } = outcome;
  const { name, title, tags, law, recording } = scenario;
  return {
    file,
    status: passed ? 'passed' : 'failed',
    ms: rounded(ms),
    name,
    title,
    tags,
    law,
    entries: recording.entries.length,
    failures: failures.map(failureIn),
    ...(warnings.length === 0
      ? {}
      : { warnings: warnings.map(({ place, entry, message }) => ({ ...place, message, entry })) }),
    claims: claims.map(({ claim, verdict }) => ({ by: claim.by, verdict, expected: claim.verdict })),
  };
};

const failureIn = ({ kind, place, message, mismatch, cursor, entries }: Failure) => ({
  kind,
  ...place,
  message,
  ...(mismatch === undefined
    ? {}
    : {
        path: pathOf(mismatch),
        // `null` is what a scenario writes for nothing; what wasn't there has no `found`.
        expected: mismatch.expected,
        ...(mismatch.seen === undefined ? {} : { found: mismatch.seen }),
      }),
  cursor,
  entries,
});

const coverageIn = (coverage: Coverage) =>
  Object.fromEntries(
    COVERAGE_GROUPS.map((group) => {
      const names: readonly string[] = COVERABLE[group];
      return [group, Object.fromEntries(names.map((name) => [name, coverage[group][name] ?? 0]))];
    }),
  );

const rounded = (ms: number): number => Math.round(ms * 100) / 100;
