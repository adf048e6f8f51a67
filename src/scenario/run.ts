import type { Recorded } from '../journal/projection.ts';
import type { Recording } from '../journal/recording.ts';
import { history, type MatchHistory } from '../playback/views.ts';
import { type EntryLine, lastEntries } from './entry-line.ts';
import { brokenLaws } from './house-laws.ts';
import { wrongWithAttempt, wrongWithIrregular, wrongWithSimulated } from './judgement.ts';
import { formatMismatch, type Mismatch, mismatches } from './matching.ts';
import { type Place, placeAt } from './place.ts';
import type { Check, Claim, ExpectedViews, Scenario } from './scenario.ts';
import { type Judged, judge } from './verdict.ts';

/** What came of a scenario. */
export interface Run {
  readonly scenario: Scenario;
  readonly passed: boolean;
  readonly failures: readonly Failure[];
  readonly claims: readonly Judged[];
  readonly played: Played;
}

export interface Failure {
  /** `simulate`: an entry that the Laws refuse in a file of that mode; `law`: one of the house, see `brokenLaws`. */
  readonly kind: Check['kind'] | 'claim' | 'simulate' | 'law';
  readonly place: Place;
  /** A sentence without a full stop. */
  readonly message: string;
  /** What was expected and what was there, where that's what failed. */
  readonly mismatch?: Mismatch;
  /** How many entries had been shown. */
  readonly cursor: number;
  /** The entry that had just been shown, last, and the five before it. */
  readonly entries: readonly EntryLine[];
}

/** A recording as it went: what each entry did when it came, and the history that they make. */
export interface Played {
  readonly history: MatchHistory;
  /** By seq − 1. */
  readonly recorded: readonly Recorded[];
}

/** Plays a scenario through, and holds it against what it says, the Laws of the Game and those of the house. */
export const run = (scenario: Scenario): Run => {
  const played = play(scenario.recording);
  const report = new RunReport(played.history);
  for (const check of scenario.checks) hold(check, played, report);
  if (scenario.mode === 'simulate') holdEntries(scenario, played, report);
  const claims = scenario.claims.flatMap((claim) => holdClaim(claim, played.history, report));
  for (const { message, cursor } of brokenLaws(scenario.recording, played.history)) {
    report.fail('law', scenario.lines[cursor - 1] ?? START, `this is a bug of Touchline's: ${message}`, cursor);
  }
  const { failures } = report;
  return { scenario, passed: failures.length === 0, failures, claims, played };
};

export const play = (recording: Recording): Played => {
  const grown = history({ ...recording, entries: [] });
  const recorded = recording.entries.map((entry) => grown.append(entry));
  return { history: grown, recorded };
};

const START: Place = { line: 1, column: 1 };

const hold = (check: Check, { history, recorded }: Played, report: RunReport): void => {
  const { kind, cursor, place } = check;
  switch (kind) {
    case 'expect':
      for (const { mismatch, at } of inFileOrder(check.expected, history.viewsAt(cursor))) {
        report.mismatch(kind, at, mismatch, cursor);
      }
      return;
    case 'attempt':
      report.wrong(kind, place, wrongWithAttempt(history.stateAt(cursor), check.event, check.refused), cursor);
      return;
    case 'irregular': {
      const entry = recorded[cursor - 1];
      if (entry !== undefined) report.wrong(kind, place, wrongWithIrregular(entry, check.codes), cursor);
      return;
    }
  }
};

const inFileOrder = ({ views, written }: ExpectedViews, seen: unknown) =>
  mismatches(views, seen)
    .map((mismatch) => ({ mismatch, at: placeAt(written, mismatch.path) }))
    .sort(({ at: a }, { at: b }) => a.line - b.line || a.column - b.column);

/** In a file that says it's played by the Laws, each entry must stand, unless it's announced not to. */
const holdEntries = (scenario: Scenario, played: Played, report: RunReport): void => {
  const announced = new Set(scenario.checks.flatMap(({ kind, cursor }) => (kind === 'irregular' ? [cursor] : [])));
  for (const recorded of played.recorded) {
    const { seq } = recorded.entry;
    const place = scenario.lines[seq - 1] ?? START;
    if (!announced.has(seq)) report.wrong('simulate', place, wrongWithSimulated(recorded), seq);
  }
};

const holdClaim = (claim: Claim, history: MatchHistory, report: RunReport): Judged[] => {
  const judged = judge(history, claim);
  if ('problem' in judged) {
    report.fail('claim', claim.place, `the claim of ${claim.by} can't be judged: ${judged.problem}`, history.length);
    return [];
  }
  if (judged.verdict !== claim.verdict) {
    const [first] = judged.mismatches;
    const place = first === undefined ? claim.place : placeAt(claim.says.written, first.path);
    const why = judged.mismatches.map(formatMismatch).join('; ');
    const message = `the claim of ${claim.by} is ${judged.verdict}, not ${claim.verdict}${why === '' ? '' : `: ${why}`}`;
    report.fail('claim', place, message, judged.cursor);
  }
  return [judged];
};

const ENTRIES_SHOWN = 6;

/** Collects what fails. */
class RunReport {
  readonly failures: Failure[] = [];
  readonly #history: MatchHistory;

  constructor(history: MatchHistory) {
    this.#history = history;
  }

  fail(kind: Failure['kind'], place: Place, message: string, cursor: number): void {
    this.failures.push({ kind, place, message, cursor, entries: lastEntries(this.#history, cursor, ENTRIES_SHOWN) });
  }

  mismatch(kind: Failure['kind'], place: Place, mismatch: Mismatch, cursor: number): void {
    const entries = lastEntries(this.#history, cursor, ENTRIES_SHOWN);
    this.failures.push({ kind, place, message: formatMismatch(mismatch), mismatch, cursor, entries });
  }

  /** Something may be wrong. */
  wrong(kind: Failure['kind'], place: Place, complaint: string | undefined, cursor: number): void {
    if (complaint !== undefined) this.fail(kind, place, complaint, cursor);
  }
}
