import type { Entry } from '../journal/entry.ts';
import { history, type MatchHistory } from '../playback/views.ts';
import { brokenLaws } from './house-laws.ts';
import { formatMismatch, type Mismatch, mismatches } from './matching.ts';
import { type Place, partAt, placeAt } from './place.ts';
import type { Check, Scenario } from './scenario.ts';
import { type Judged, judge } from './verdict.ts';

/** What came of a scenario. */
export interface Run {
  readonly scenario: Scenario;
  readonly passed: boolean;
  readonly failures: readonly Failure[];
  readonly claims: readonly Judged[];
  readonly history: MatchHistory;
}

export interface Failure {
  readonly kind: 'expect' | 'claim' | 'attempt' | 'irregular' | 'law';
  readonly place: Place;
  readonly message: string;
  /** The last entry shown at that point, and the five before it. */
  readonly entries: readonly Entry[];
}

/** Plays a scenario through and holds it against what it says. */
export const run = (scenario: Scenario): Run => {
  const played = history(scenario.recording);
  const claims: Judged[] = [];
  const failures: Failure[] = scenario.checks.flatMap((check) => failuresOf(check, played));
  for (const claim of scenario.claims) {
    const judged = judge(played, claim);
    if ('problem' in judged) failures.push(fail('claim', claim.place, judged.problem, played, played.length));
    else {
      claims.push(judged);
      if (judged.verdict !== claim.verdict) failures.push(misjudged(judged, played));
    }
  }
  for (const law of brokenLaws(scenario.recording, played)) {
    failures.push(fail('law', { line: 1, column: 1 }, `this is a bug of Touchline's: ${law}`, played, played.length));
  }
  return { scenario, passed: failures.length === 0, failures, claims, history: played };
};

const failuresOf = (check: Check, played: MatchHistory): Failure[] => {
  switch (check.kind) {
    case 'expect': {
      const { views, written } = check.expected;
      return mismatches(views, played.viewsAt(check.cursor)).map((mismatch) =>
        fail('expect', placeOfMismatch(mismatch, written, check.place), formatMismatch(mismatch), played, check.cursor),
      );
    }
    case 'attempt':
    case 'irregular':
      return [];
  }
};

const placeOfMismatch = ({ path }: Mismatch, written: Parameters<typeof partAt>[0], fallback: Place): Place =>
  partAt(written, path) === undefined ? fallback : placeAt(written, path);

const misjudged = ({ claim, verdict, mismatches }: Judged, played: MatchHistory): Failure => {
  const why = mismatches.map(formatMismatch).join('; ');
  const message = `the claim of ${claim.by} is ${verdict}, not ${claim.verdict}${why === '' ? '' : ` (${why})`}`;
  return fail('claim', claim.place, message, played, played.length);
};

const ENTRIES_SHOWN = 6;

const fail = (kind: Failure['kind'], place: Place, message: string, played: MatchHistory, cursor: number): Failure => ({
  kind,
  place,
  message,
  entries: played.entries.slice(Math.max(0, cursor - ENTRIES_SHOWN), cursor),
});
